import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { StructElement, StructTag, TagTarget } from '../../src/base/element.ts';
import type { Face } from '../../src/font/face.ts';
import { HarfbuzzFace, loadHarfbuzz } from '../../src/font/harfbuzz-face.ts';
import type { DrawItem, DrawnLine, Laid, Page } from '../../src/page/page.ts';
import type { Link } from '../../src/resolve/inline-nodes.ts';
import type { TextStyle } from '../../src/style/inline.ts';
import type { DocumentInfo } from '../../src/style/styled.ts';
import type { Line, LinePiece } from '../../src/text/line.ts';
import { resolveParagraph } from '../../src/text/uax9.ts';

/** A miniature of the stages before paint: enough layout to test painting without them. */

await loadHarfbuzz();

const require = createRequire(import.meta.url);
const ORIGIN = { file: 'test.md', line: 1, column: 1 };

export const FILES = {
  amiri: '@expo-google-fonts/amiri/400Regular/Amiri_400Regular.ttf',
  'amiri-bold': '@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf',
  plex: '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  noto: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  scheherazade: '@expo-google-fonts/scheherazade-new/400Regular/ScheherazadeNew_400Regular.ttf',
  vazirmatn: '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
} as const;
export type FaceName = keyof typeof FILES;

const faces = new Map<FaceName, Face>();
export function openFace(name: FaceName): Face {
  let face = faces.get(name);
  if (!face) {
    face = new HarfbuzzFace(name, name, 400, false, readFileSync(require.resolve(FILES[name])));
    faces.set(name, face);
  }
  return face;
}

export function textStyle(changes: Partial<TextStyle> = {}): TextStyle {
  return {
    family: 'amiri',
    weight: 400,
    italic: false,
    size: 14,
    color: '#000000',
    rise: 0,
    lang: 'ar',
    lines: { under: false, over: false, through: false },
    ...changes,
  };
}

let order = 0;
export function element(
  tag: StructTag,
  parent: StructElement | null,
  changes: Partial<StructElement> = {},
): StructElement {
  return { tag, parent, order: order++, alt: null, lang: null, attributes: {}, origin: ORIGIN, ...changes };
}

/** Text of one look. */
export interface Part {
  readonly text: string;
  readonly tagTarget: TagTarget;
  readonly face: Face;
  readonly style: TextStyle;
  readonly link?: Link | null;
}

interface Word {
  readonly pieces: readonly Sized[];
  readonly width: number;
  readonly space: boolean;
}
type Sized = LinePiece & { readonly offset: number };

/** Sets parts as one paragraph, greedily broken and (but for the last line) justified. */
export function setLines(parts: readonly Part[], width: number, rtl = true): Line[] {
  const text = parts.map((part) => part.text).join('');
  const { levels } = resolveParagraph(text, rtl ? 'rtl' : 'ltr');
  const words = wordsOf(parts, levels);
  const lines: Line[] = [];
  let start = 0;
  while (start < words.length) {
    if (words[start]!.space) {
      start++;
      continue;
    }
    let end = start;
    let used = 0;
    while (end < words.length && (words[end]!.space || used + words[end]!.width <= width || end === start))
      used += words[end++]!.width;
    const next = end;
    while (words[end - 1]!.space) end--;
    lines.push(placeLine(words.slice(start, end), width, next < words.length, rtl));
    start = next;
  }
  return lines;
}

function wordsOf(parts: readonly Part[], levels: Uint8Array): Word[] {
  const words: { pieces: Sized[]; width: number; space: boolean }[] = [];
  let offset = 0;
  for (const part of parts) {
    for (const chunk of part.text.match(/ |[^ ]+/g) ?? []) {
      const pieces =
        chunk === ' '
          ? [spacePiece(part, levels[offset]!, offset)]
          : glyphPieces(part, chunk, levels, offset);
      const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
      const last = words.at(-1);
      if (chunk !== ' ' && last && !last.space) {
        last.pieces.push(...pieces);
        last.width += width;
      } else {
        words.push({ pieces, width, space: chunk === ' ' });
      }
      offset += chunk.length;
    }
  }
  return words;
}

function spacePiece(part: Part, level: number, offset: number): Sized {
  const width = (part.face.space * part.style.size) / part.face.unitsPerEm;
  return {
    kind: 'space',
    x: 0,
    width,
    level,
    style: part.style,
    tagTarget: part.tagTarget,
    link: part.link ?? null,
    face: part.face,
    char: ' ',
    offset,
  };
}

function glyphPieces(part: Part, chunk: string, levels: Uint8Array, offset: number): Sized[] {
  const pieces: Sized[] = [];
  for (let from = 0; from < chunk.length; ) {
    const level = levels[offset + from]!;
    let to = from + 1;
    while (to < chunk.length && levels[offset + to] === level) to++;
    const text = chunk.slice(from, to);
    const arabic = /\p{Script=Arabic}/u.test(text);
    const run = part.face.shape({
      text,
      before: '',
      after: '',
      rtl: level % 2 === 1,
      script: arabic ? 'Arab' : 'Latn',
      lang: arabic ? 'ar' : 'en',
      features: '',
    });
    const width = (run.width * part.style.size) / part.face.unitsPerEm;
    pieces.push({
      kind: 'glyphs',
      x: 0,
      width,
      level,
      style: part.style,
      tagTarget: part.tagTarget,
      link: part.link ?? null,
      run,
      from: 0,
      to: run.ids.length,
      charFrom: 0,
      charTo: text.length,
      kashida: null,
      offset: offset + from,
    });
    from = to;
  }
  return pieces;
}

function placeLine(words: readonly Word[], width: number, justify: boolean, rtl: boolean): Line {
  const natural = words.reduce((sum, word) => sum + word.width, 0);
  const spaces = words.filter((word) => word.space).length;
  const extra = justify && spaces > 0 ? (width - natural) / spaces : 0;
  const pieces = words.flatMap(({ pieces, space }) =>
    pieces.map((piece) => ({ ...piece, width: piece.width + (space ? extra : 0) })),
  );
  const used = pieces.reduce((sum, piece) => sum + piece.width, 0);
  let x = rtl ? width - used : 0;
  const placed = new Map<Sized, number>();
  for (const piece of reorder(pieces)) {
    placed.set(piece, x);
    x += piece.width;
  }
  return {
    start: 0,
    end: 0,
    width,
    ascent: 16,
    descent: 8,
    imageHeight: 0,
    imageDepth: 0,
    inlines: [],
    links: pieces.flatMap(({ link, tagTarget }) => (link === null ? [] : [{ link, tagTarget }])),
    words: { kind: 'placed', pieces: pieces.map((piece) => ({ ...piece, x: placed.get(piece)! })) },
    anchors: [],
    notes: [],
  };
}

/** UAX#9, L2. */
function reorder(pieces: readonly Sized[]): Sized[] {
  const order = [...pieces];
  const highest = Math.max(...order.map((piece) => piece.level));
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && order[to]!.level >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

export const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 72;

export function drawnLine(line: Line, baseline: number, x = MARGIN): DrawnLine {
  return { kind: 'line', line, x, baseline };
}

export function page(index: number, drawItems: readonly DrawItem[], changes: Partial<Page> = {}): Page {
  return {
    index,
    label: String(index + 1),
    side: index % 2 ? 'right' : 'left',
    size: PAGE,
    drawItems,
    anchors: [],
    outline: [],
    sheet: null,
    ...changes,
  };
}

export const INFO: DocumentInfo = {
  title: 'تقرير',
  author: 'فلان',
  subject: '',
  authors: [],
  contributors: [],
  publisher: '',
  rights: '',
  identifier: '',
  keywords: [],
  lang: 'ar',
  direction: 'rtl',
  date: '2011-06-28',
};

export function laid(root: StructElement, pages: readonly Page[], info: Partial<DocumentInfo> = {}): Laid {
  return { info: { ...INFO, ...info }, binding: 'right', pages, root };
}

/** Paragraphs over as many pages as they need, 26 lines a page. */
export function layParagraphs(
  paragraphs: readonly (readonly Part[])[],
  root: StructElement,
  rtl = true,
): Laid {
  const pages: Page[] = [];
  let drawItems: DrawItem[] = [];
  let y = MARGIN + 24;
  for (const parts of paragraphs) {
    for (const line of setLines(parts, PAGE.width - 2 * MARGIN, rtl)) {
      if (y > PAGE.height - MARGIN) {
        pages.push(page(pages.length, drawItems));
        drawItems = [];
        y = MARGIN + 24;
      }
      drawItems.push(drawnLine(line, y));
      y += 26;
    }
    y += 10;
  }
  pages.push(page(pages.length, drawItems));
  return laid(root, pages);
}

/** Plain paragraphs of one face. */
export function layText(paragraphs: readonly string[], name: FaceName = 'amiri', rtl = true): Laid {
  const root = element('Document', null);
  const face = openFace(name);
  const style = textStyle();
  return layParagraphs(
    paragraphs.map((text) => [{ text, tagTarget: element('P', root), face, style }]),
    root,
    rtl,
  );
}
