import { Sink } from '../../src/base/diagnostic.ts';
import type { StructElement, TagTarget } from '../../src/base/element.ts';
import type { Face } from '../../src/font/face.ts';
import type { GlyphRun } from '../../src/font/glyph-run.ts';
import type { BreakLines } from '../../src/page/collect/typesetter.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import { layPages } from '../../src/page/lay-pages.ts';
import type { Laid, Page } from '../../src/page/page.ts';
import type { Field } from '../../src/resolve/inline-nodes.ts';
import type {
  Block,
  BreakBlock,
  ColumnsBlock,
  ItemBlock,
  Note,
  ParagraphStyle,
  RowCell,
  StackBlock,
  TableBlock,
  TextBlock,
} from '../../src/style/blocks.ts';
import type { Inline, TextStyle } from '../../src/style/inline.ts';
import { cutSections } from '../../src/style/sections.ts';
import type { BookStyle, PageGeometry, PageMaster, Styled } from '../../src/style/styled.ts';
import { takenBeside } from '../../src/text/break-greedily.ts';
import type { TextAnchor } from '../../src/text/collect.ts';
import { NOT_ELONGATED } from '../../src/text/justify.ts';
import type { Line, LinePiece } from '../../src/text/line.ts';
import { pairLine } from '../../src/text/pair-line.ts';
import type { Atom, Shaped, ShapedContent } from '../../src/text/shaped.ts';

/**
 * A type made for arithmetic: every character, the space too, is a square of 10 points, and lines are 10
 * points apart. A page is 140 × 140 with margins of 20: ten characters wide and ten lines high.
 */
export const EM = 10;

export const origin = { file: 'test.md', line: 1, column: 1 };

export const element: StructElement = {
  tag: 'P',
  parent: null,
  order: 0,
  alt: null,
  lang: null,
  attributes: {},
  origin,
};

const face = {
  id: 'square-400',
  family: 'square',
  unitsPerEm: 1000,
  ascent: 800,
  descent: -200,
  space: 1000,
} as Face;

const style: TextStyle = {
  family: 'square',
  weight: 400,
  italic: false,
  size: EM,
  color: '#000000',
  rise: 0,
  lang: 'ar',
  lines: { under: false, over: false, through: false },
};

const plain = {
  direction: 'rtl',
  align: 'start',
  leading: EM,
  indent: 0,
  kashida: 'none',
  fit: null,
  shrink: 1,
} as const;
export const paragraph: ParagraphStyle = { ...plain, orphans: 1, widows: 1, preformatted: false };
/** As books set it: never one line alone. */
export const bookish: ParagraphStyle = { ...paragraph, orphans: 2, widows: 2 };

const base = { tagTarget: element, spaceBefore: 0, spaceAfter: 0, keepWithNext: false, anchors: [], origin };

type Text = TextBlock<ShapedContent>;
type AnyBlock = Block<ShapedContent>;
type AnyNote = Note<ShapedContent>;

/** A paragraph; a word written `^id` is the number of that note and takes no room. */
export function text(words: string, more: Partial<Text> = {}, notes: Record<string, AnyNote> = {}): Text {
  const content = square(words, element, notes);
  return {
    ...base,
    kind: 'text',
    styleName: 'body',
    content,
    paragraph,
    outline: null,
    running: {},
    ...more,
  };
}

/** A paragraph of `count` lines, each a number of nine characters. */
export function lines(name: string, count: number, more: Partial<Text> = {}): Text {
  const words = Array.from({ length: count }, (_, index) => `${name}${index + 1}`.padEnd(9, 'ـ'));
  return text(words.join(' '), more);
}

export function deferred(parts: readonly (string | Field)[], more: Partial<Text> = {}): Text {
  const inlines = parts.map((part): Inline => {
    const own = { style, tagTarget: element, link: null, isolates: [], origin };
    return typeof part === 'string'
      ? { kind: 'text', text: part, ...own }
      : { kind: 'field', field: part, ...own };
  });
  return { ...text('', more), content: { kind: 'deferred', inlines } };
}

export function stack(
  children: readonly AnyBlock[],
  more: Partial<StackBlock<ShapedContent>> = {},
): AnyBlock {
  const padding = { start: 0, end: 0, before: 0, after: 0 };
  const own = {
    styleName: null,
    padding,
    background: null,
    rules: [],
    keepTogether: false,
    turned: false,
    float: null,
    beside: null,
    placed: null,
    direction: null,
  };
  return { ...base, kind: 'stack', children, ...own, ...more };
}

/** Columns four and a half characters wide if they are two; give a `leading` of ten points more room. */
export function columns(
  children: readonly AnyBlock[],
  more: Partial<ColumnsBlock<ShapedContent>> = {},
): AnyBlock {
  return { ...base, kind: 'columns', children, count: 2, gap: 10, leastWidth: 10, ...more };
}

export function item(
  marker: string,
  children: readonly AnyBlock[],
  more: Partial<ItemBlock<ShapedContent>> = {},
): AnyBlock {
  return { ...base, kind: 'item', marker: text(marker), markerWidth: 10, gap: 10, children, ...more };
}

export function table(
  columns: TableBlock<ShapedContent>['columns'],
  header: readonly string[] | null,
  rows: readonly (readonly (string | AnyBlock)[])[],
  more: Partial<TableBlock<ShapedContent>> = {},
): AnyBlock {
  const rowOf = (cells: readonly (string | AnyBlock)[]) => ({
    tagTarget: element,
    background: null,
    cells: cells.map((cell) => ({ children: [typeof cell === 'string' ? text(cell) : cell], alignAt: null })),
  });
  return {
    ...base,
    kind: 'table',
    columns,
    header: header === null ? [] : [rowOf(header)],
    rows: rows.map(rowOf),
    cellPadding: { start: 0, end: 0, before: 0, after: 0 },
    rules: { top: null, header: null, row: null, bottom: null },
    ...more,
  };
}

/** Each cell with the width of its own. */
export function row(
  ...cells: readonly (readonly [RowCell<ShapedContent>['width'], ...AnyBlock[]])[]
): AnyBlock {
  const set = cells.map(([width, ...children]) => ({ width, align: 'start' as const, children }));
  return { ...base, kind: 'row', cells: set, gap: 0 };
}

export function breakTo(to: BreakBlock['to'], more: Partial<BreakBlock> = {}): AnyBlock {
  return { ...base, kind: 'break', to, height: 0, master: null, ...more };
}

export function image(width: number, height: number): AnyBlock {
  const source = {
    kind: 'raster',
    path: 'map.png',
    format: 'png',
    bytes: new Uint8Array(),
    width,
    height,
    alpha: false,
    orientation: 1,
    colors: 'light',
    profiled: false,
  } as const;
  return { ...base, kind: 'image', image: source, width, height, align: 'start' };
}

export function note(id: string, children: readonly AnyBlock[]): AnyNote {
  return { id, element, children };
}

/** Ten characters wide and ten lines high. */
export const squarePage: PageGeometry = {
  size: { width: 140, height: 140 },
  margin: { inner: 20, outer: 20, top: 20, bottom: 20 },
  grid: 0,
  head: 15,
  foot: 10,
};

export function master(more: Partial<PageMaster<ShapedContent>> = {}): PageMaster<ShapedContent> {
  const folio = { counter: 'arabic-indic', group: 'body' } as const;
  return {
    geometry: squarePage,
    columns: null,
    header: { odd: [], even: [] },
    footer: { odd: [], even: [] },
    folio,
    next: null,
    ...more,
  };
}

export function document(
  blocks: readonly AnyBlock[],
  more: {
    readonly page?: Partial<PageGeometry & BookStyle>;
    readonly masters?: Styled<ShapedContent>['masters'];
    readonly direction?: 'rtl' | 'ltr';
  } = {},
): Styled<ShapedContent> {
  const geometry = { ...squarePage, ...more.page };
  const masters = Object.fromEntries(
    Object.entries(more.masters ?? { first: master() }).map(([name, of]) => [
      name,
      of.geometry === squarePage ? { ...of, geometry } : of,
    ]),
  );
  return {
    info: {
      title: '',
      author: '',
      subject: '',
      authors: [],
      contributors: [],
      publisher: '',
      rights: '',
      identifier: '',
      keywords: [],
      lang: 'ar',
      direction: more.direction ?? 'rtl',
      date: null,
    },
    sections: cutSections(blocks, masters),
    book: {
      binding: more.page?.binding ?? 'right',
      opening: more.page?.opening ?? 'left',
      breaks: more.page?.breaks ?? 'greedy',
      leading: EM,
    },
    masters,
    // The rule and its white space take exactly one line.
    notes: { rule: { width: 1, color: '#000000' }, ruleLength: 30, gapBefore: 5, gapAfter: 4 },
    root: element,
  };
}

/** Lays with the square type; fails the caller's test through `sink` only if asked. */
export function lay(styled: Styled<ShapedContent>, sink = new Sink(), onBreak?: () => void): Laid {
  const setText = (inlines: readonly Inline[]) =>
    square(inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''), element, {});
  const breaker: BreakLines = (...given) => {
    onBreak?.();
    return breakSquares(...given);
  };
  return layPages(styled, setText, breaker, sink);
}

/**
 * The text of a page by rows of ten points from the top of the text area, cells of a row from the right
 * joined by `|`. A line that stands off the rows is a mistake of the test or of the stage.
 */
export function rowsOf(page: Page, top = 20): readonly string[] {
  const rows: { x: number; text: string }[][] = [];
  for (const drawItem of page.drawItems) {
    if (drawItem.kind !== 'line') continue;
    const row = (drawItem.baseline - 7 - top) / EM;
    if (Math.abs(row - Math.round(row)) > 1e-6) throw new Error(`line at row ${row}`);
    const cells = rows[Math.round(row)] ?? [];
    rows[Math.round(row)] = cells;
    cells.push({ x: drawItem.x, text: textOfLine(drawItem.line).trim().replaceAll('ـ', '') });
  }
  return Array.from(rows, (row) =>
    (row ?? [])
      .sort((a, b) => b.x - a.x)
      .map((cell) => cell.text)
      .join('|'),
  );
}

function square(words: string, tagTarget: TagTarget, notes: Record<string, AnyNote>): Shaped {
  const atoms: Atom[] = [];
  const anchors: TextAnchor[] = [];
  const plainInline = { style, tagTarget, link: null, isolates: [], origin };
  const inlines: Inline[] = [{ ...plainInline, kind: 'text', text: words }];
  const called = new Map<number, AnyNote>();
  let at = 0;
  const tokens = words.match(/\n|\s|[^\s^#]+|\^[^\s^#]+|#[\w-]+/g) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token.startsWith('#')) {
      anchors.push({ at, inline: inlines.length });
      inlines.push({ ...plainInline, kind: 'anchor', id: token.slice(1), tagTarget });
      continue;
    }
    const next = tokens[index + 1];
    at += token.length;
    const shared = { length: token.length, level: 1, style, inline: 0 };
    if (token === ' ') {
      atoms.push({
        ...shared,
        kind: 'space',
        width: EM,
        face,
        char: ' ',
        stretches: true,
        after: 'may-break',
      });
    } else {
      const noted = token.startsWith('^') ? (notes[token.slice(1)] ?? null) : null;
      const width = noted === null ? token.length * EM : 0;
      const run = runOf(token);
      const after = next === undefined ? 'must-break' : 'no-break';
      const whole = { from: 0, to: token.length, charFrom: 0, charTo: token.length };
      const callsNote = noted !== null;
      const inline = callsNote ? inlines.length : 0;
      if (callsNote) {
        called.set(inline, noted);
        inlines.push({ ...plainInline, kind: 'text', text: token });
      }
      atoms.push({ ...shared, inline, ...whole, kind: 'glyphs', width, run, callsNote, hyphen: null, after });
    }
  }
  const content = { text: words, direction: 'rtl', borders: null, atoms, anchors } as const;
  return { kind: 'shaped', ...content, inlines, notes: called };
}

function runOf(word: string): GlyphRun {
  const count = word.length;
  return {
    face,
    text: word,
    rtl: true,
    ids: new Uint16Array(count),
    clusters: Uint16Array.from({ length: count }, (_, index) => count - 1 - index),
    advances: new Int32Array(count).fill(1000),
    dx: new Int32Array(count),
    dy: new Int32Array(count),
    width: count * 1000,
  };
}

/** First fit. Words too long for the measure stand alone. */
const breakSquares: BreakLines = (content, { indent, direction }, { width, firstIndent, beside }) => {
  const result: Line[] = [];
  let current: Atom[] = [];
  let start = 0;
  // What stands at the side where lines start pushes them in, at the other it ends them sooner.
  const taken = () => takenBeside(result.length, { beside });
  const isAtStart = (beside?.edge === 'right') === (direction === 'rtl');
  const leadOf = () => (result.length === 0 ? indent + firstIndent : 0) + (isAtStart ? taken() : 0);
  const used = () => current.reduce((sum, atom) => sum + atom.width, 0);
  const flush = () => {
    const lead = leadOf();
    if (current.some((atom) => atom.kind !== 'space'))
      result.push(setSquares(content, current, width, lead, direction, start));
    start += lengthOf(current);
    current = [];
  };
  for (const atom of content.atoms) {
    const room = width - leadOf() - (isAtStart ? 0 : taken());
    if (atom.kind !== 'space' && current.length > 0 && used() + atom.width > room) flush();
    if (atom.kind !== 'space' || current.length > 0) current.push(atom);
    else start += atom.length;
  }
  flush();
  return result;
};

function lengthOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + atom.length, 0);
}

function setSquares(
  content: Shaped,
  atoms: readonly Atom[],
  width: number,
  lead: number,
  direction: 'rtl' | 'ltr',
  start: number,
): Line {
  const end = start + lengthOf(atoms);
  const pieces: LinePiece[] = [];
  let at = lead;
  for (const atom of atoms) {
    const x = direction === 'rtl' ? width - at - atom.width : at;
    const { tagTarget } = content.inlines[atom.inline]!;
    const shared = { x, width: atom.width, level: 1, style: atom.style, tagTarget, link: null };
    if (atom.kind === 'glyphs') {
      const { run, from, to } = atom;
      pieces.push({ ...shared, kind: 'glyphs', run, from, to, charFrom: from, charTo: to, kashida: null });
    } else pieces.push({ ...shared, kind: 'space', face, char: ' ' });
    at += atom.width;
  }
  const imageHeight = Math.max(
    0,
    ...pieces.map((piece) => (piece.kind === 'image' ? piece.height + piece.style.rise : 0)),
  );
  const words = { kind: 'settled', atoms, settled: UNSETTLED, x: 0, baseLevel: 1, borders: null } as const;
  const line = { start, end, width, ascent: 8, descent: 2, imageHeight, imageDepth: 0, words };
  // Placed, as these atoms are measured by no face.
  return { ...pairLine(line, content), words: { kind: 'placed', pieces } };
}

const UNSETTLED = { ...NOT_ELONGATED, leader: 0 };
