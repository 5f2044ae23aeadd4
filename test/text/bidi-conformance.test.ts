import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Direction } from '../../src/base/geometry.ts';
import type { Face } from '../../src/font/face.ts';
import type { Inline } from '../../src/style/inline.ts';
import { isolateForms, type ResolvedLevels, resolveLevels } from '../../src/text/bidi.ts';
import { LEADER } from '../../src/text/collect.ts';
import type { Item } from '../../src/text/itemised.ts';
import type { LinePiece } from '../../src/text/line.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { shapeText } from '../../src/text/shape.ts';
import type { Atom } from '../../src/text/shaped.ts';
import { resolveParagraph } from '../../src/text/uax9.ts';
import { BIDI_CLASS_NAMES, bidiClassOf } from '../../src/text/unicode/bidi-class.ts';
import { inline } from './set-text.ts';

/**
 * One of so many lines of BidiTest.txt between two nights, when all are asked: every combination of up to four classes, of
 * which those beside one another differ in the last.
 */
const SHARE = process.env['NIGHTLY'] === '1' ? 1 : 7;

/** Where Debian's package unicode-data puts the files of the Unicode Character Database. */
const FOLDER = '/usr/share/unicode';
const present = existsSync(`${FOLDER}/BidiTest.txt`);

const REMOVED = new Set(['LRE', 'RLE', 'LRO', 'RLO', 'PDF', 'BN']);
const removed = (codePoint: number) => REMOVED.has(BIDI_CLASS_NAMES[bidiClassOf(codePoint)]!);

type Asked = Direction | 'auto';

const TEXT = inline('');
const INLINES: readonly Inline[] = [TEXT, { ...TEXT, kind: 'leader', pattern: '' }];

/** A face in which each UTF-16 unit has a glyph one point wide, with ink or without: a place tells which it is. */
const EVEN: Face = {
  id: 'even',
  family: 'even',
  weight: 400,
  italic: false,
  bytes: new Uint8Array(),
  postscriptName: 'Even',
  unitsPerEm: TEXT.style.size,
  ascent: 1,
  descent: 0,
  xHeight: 1,
  capHeight: 1,
  underline: { offset: 0, thickness: 0 },
  space: 1,
  covers: () => true,
  outline: () => '',
  shape({ text, rtl }) {
    const { length } = text;
    const clusters = Uint16Array.from({ length }, (_, i) => (rtl ? length - 1 - i : i));
    const none = new Int32Array(length);
    const advances = new Int32Array(length).fill(1);
    return { face: EVEN, text, rtl, ids: clusters, clusters, advances, dx: none, dy: none, width: length };
  },
};

/** How many texts went by the way of documents from their first step on. */
let whole = 0;

/**
 * As documents have them, but where Warraq sets a number apart on purpose, and plain UAX#9 must be asked. As the direction
 * of a document is always known, P2 and P3 are asked for before.
 */
function resolve(text: string, direction: Direction): ResolvedLevels {
  const collected = { text, spans: [{ start: 0, end: text.length, inline: TEXT, index: 0 }] };
  const { forms, marks } = isolateForms(collected, direction);
  if (forms.length > 0 || marks.length > 0)
    return { levels: resolveParagraph(text, direction).levels, borders: null };
  whole++;
  return resolveLevels(collected, direction);
}

/** Runs of one level; what separates segments is a leader (see `collect.ts`). */
function cutItems(text: string, levels: Uint8Array): readonly Item[] {
  const items: Item[] = [];
  const isLeader = (at: number) => text[at] === LEADER;
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + 1;
    while (end < text.length && levels[end] === levels[start] && !isLeader(start) && !isLeader(end)) end++;
    const inline = isLeader(start) ? 1 : 0;
    const { style } = INLINES[inline]!;
    items.push({ start, end, level: levels[start]!, script: 'Arab', face: EVEN, style, inline });
  }
  return items;
}

/** What L1 and L2 made of each UTF-16 unit of a text. */
interface Settled {
  readonly levels: number[];
  /** From the left. */
  readonly places: number[];
  /** Controls without ink at the end of a word, which stand with it: to a reader they have no place of their own. */
  readonly inWords: Set<number>;
}

/** Through the lines that documents have, one up to each forced break. */
function settle(text: string, direction: Direction): Settled {
  const { levels, borders } = resolve(text, direction);
  const items = cutItems(text, levels);
  const shaped = shapeText({
    kind: 'itemised',
    text,
    direction,
    preformatted: false,
    levels,
    borders,
    items,
    anchors: [],
    inlines: INLINES,
    notes: new Map(),
  });
  const place = { x: 0, baseLevel: direction === 'rtl' ? 1 : 0, borders };
  const wordsOf = (set: readonly Atom[]) =>
    ({ kind: 'settled', atoms: set, settled: EVENLY, ...place }) as const;
  const settled: Settled = { levels: [], places: [], inWords: new Set() };
  let atoms: Atom[] = [];
  let start = 0;
  for (const [index, atom] of shaped.atoms.entries()) {
    atoms.push(atom);
    if (atom.after !== 'must-break' && index < shaped.atoms.length - 1) continue;
    for (const piece of piecesOf({ ...FACTS, start, words: wordsOf(atoms) })) {
      readPiece(piece, start, text, settled);
      start += piece.width;
    }
    // A forced break is no piece of its line.
    if (atom.kind === 'break') start += atom.length;
    atoms = [];
  }
  return settled;
}

function readPiece({ kind, level, x, width }: LinePiece, start: number, text: string, to: Settled): void {
  const turns = kind === 'glyphs' && level % 2 === 1;
  for (let i = 0; i < width; i++) {
    to.levels[start + i] = level;
    to.places[start + i] = x + (turns ? width - 1 - i : i);
  }
  if (kind !== 'glyphs') return;
  let end = start + width;
  while (end > start && CONTROL.test(text[end - 1]!)) end--;
  if (end > start) for (let at = end; at < start + width; at++) to.inWords.add(at);
}

const CONTROL = /[\u200B\u202A-\u202E\u2066-\u2069]/;

const FACTS = {
  start: 0,
  end: 0,
  width: 0,
  ascent: 0,
  descent: 0,
  imageHeight: 0,
  imageDepth: 0,
  inlines: INLINES,
  anchors: [],
  links: [],
  notes: [],
};

/** Every leader is as wide as a character. */
const EVENLY = { elongated: new Map(), spaceFactor: 1, ladder: [], leader: 1 };

/** The files ask for each text several times. */
const latest = { text: '', ltr: null as Settled | null, rtl: null as Settled | null };

function settleOnce(text: string, direction: Direction): Settled {
  if (latest.text !== text) Object.assign(latest, { text, ltr: null, rtl: null });
  latest[direction] ??= settle(text, direction);
  return latest[direction];
}

const levelOf = (text: string, asked: Asked) =>
  asked === 'auto' ? resolveParagraph(text, asked).paragraphLevel : asked === 'rtl' ? 1 : 0;

function mismatch(
  text: string,
  asked: Asked,
  levels: readonly string[],
  order: readonly number[],
): string | null {
  const got = settleOnce(text, levelOf(text, asked) === 1 ? 'rtl' : 'ltr');
  const shown: string[] = [];
  const seen: { readonly index: number; readonly place: number }[] = [];
  const hidden = new Set<number>();
  let unit = 0;
  for (const character of text) {
    const index = shown.length;
    if (removed(character.codePointAt(0)!)) shown.push('x');
    else if (got.inWords.has(unit)) {
      hidden.add(index);
      shown.push(levels[index]!);
    } else {
      shown.push(String(got.levels[unit]));
      seen.push({ index, place: got.places[unit]! });
    }
    unit += character.length;
  }
  if (shown.join(' ') !== levels.join(' ')) return `levels ${shown.join(' ')}, expected ${levels.join(' ')}`;
  const visual = seen.sort((a, b) => a.place - b.place).map(({ index }) => index);
  const expected = hidden.size === 0 ? order : order.filter((index) => !hidden.has(index));
  return visual.join(' ') === expected.join(' ')
    ? null
    : `order ${visual.join(' ')}, expected ${expected.join(' ')}`;
}

/** One character of each class. */
const SAMPLE: Record<string, string> = {
  L: 'a',
  R: '\u05D0',
  AL: '\u0627',
  EN: '1',
  ES: '-',
  ET: '%',
  AN: '\u0661',
  CS: ',',
  NSM: '\u0300',
  BN: '\u200B',
  B: '\u2029',
  S: '\t',
  WS: ' ',
  ON: '!',
  LRE: '\u202A',
  LRO: '\u202D',
  RLE: '\u202B',
  RLO: '\u202E',
  PDF: '\u202C',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};

describe.skipIf(!present)(
  `UAX#9 conformance files (${present ? FOLDER : 'skipped: install the Debian package unicode-data'})`,
  () => {
    test('BidiTest.txt', () => {
      let levels: string[] = [];
      let order: number[] = [];
      let run = 0;
      let turn = 0;
      const failures: string[] = [];
      const numbers = (line: string) =>
        line
          .split(/\s+/)
          .slice(1)
          .filter((part) => part !== '');
      for (const line of readFileSync(`${FOLDER}/BidiTest.txt`, 'utf8').split('\n')) {
        if (line.startsWith('@Levels:')) levels = numbers(line);
        else if (line.startsWith('@Reorder:')) order = numbers(line).map(Number);
        else if (line !== '' && !line.startsWith('#') && !line.startsWith('@')) {
          turn++;
          if (turn % SHARE !== 0) continue;
          const [classes, bits] = line.split(';');
          const text = classes!
            .trim()
            .split(' ')
            .map((name) => SAMPLE[name]!)
            .join('');
          for (const [bit, direction] of [
            [1, 'auto'],
            [2, 'ltr'],
            [4, 'rtl'],
          ] as const) {
            if ((Number.parseInt(bits!, 16) & bit) === 0) continue;
            run++;
            const problem = mismatch(text, direction, levels, order);
            if (problem && failures.length < 20) failures.push(`${line} ${direction}: ${problem}`);
          }
        }
      }
      expect(failures).toEqual([]);
      expect(run).toBeGreaterThan(400_000 / SHARE);
      expect(whole).toBeGreaterThan(400_000 / SHARE);
    }, 300_000);

    test('BidiCharacterTest.txt', () => {
      let run = 0;
      const failures: string[] = [];
      for (const line of readFileSync(`${FOLDER}/BidiCharacterTest.txt`, 'utf8').split('\n')) {
        if (line === '' || line.startsWith('#')) continue;
        const [hex, wanted, paragraphLevel, levels, order] = line.split(';');
        const text = String.fromCodePoint(...hex!.split(' ').map((code) => Number.parseInt(code, 16)));
        const direction = (['ltr', 'rtl', 'auto'] as const)[Number(wanted)]!;
        run++;
        const problem =
          levelOf(text, direction) !== Number(paragraphLevel)
            ? 'paragraph level'
            : mismatch(
                text,
                direction,
                levels!.split(' '),
                order!.trim() === '' ? [] : order!.trim().split(' ').map(Number),
              );
        if (problem && failures.length < 20) failures.push(`${line}: ${problem}`);
      }
      expect(failures).toEqual([]);
      expect(run).toBeGreaterThan(90_000);
    }, 300_000);
  },
);
