import { describe, expect, test } from 'vitest';
import { checkCharStrings } from '../../src/font/check-charstrings.ts';
import { checkFont } from '../../src/font/check-font.ts';
import { checkGlyphs } from '../../src/font/check-glyphs.ts';
import { FontDamage } from '../../src/font/font-damage.ts';
import { readFontFile, viewOf, writeFontFile } from '../../src/font/sfnt-file.ts';
import { openFace } from '../pdf/lay.ts';

/** Each rule by which a font is refused, at the border where it begins to hold. */

const PLEX = Uint8Array.from(openFace('plex').bytes);

function refusalOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof FontDamage) return error.message;
    throw error;
  }
}

/** The face with 16 bits of a table set. */
function withField(tag: string, at: number, value: number): Uint8Array {
  const tables = readFontFile(PLEX);
  const table = tables.get(tag)!.slice();
  viewOf(table).setUint16(at, value);
  return writeFontFile(tables.set(tag, table));
}

describe('tables', () => {
  test.each([
    ['units per em of 15', withField('head', 18, 15), 'head: units-per-em 15'],
    ['units per em of 16', withField('head', 18, 16), null],
    ['units per em of 16,384', withField('head', 18, 16_384), null],
    ['units per em of 16,385', withField('head', 18, 16_385), 'head: units-per-em 16385'],
    ['offsets of no kind', withField('head', 50, 2), 'head: offset-kind 0'],
    ['no glyphs', withField('maxp', 4, 0), 'maxp: no-glyphs 0'],
    ['more glyphs than places', withField('maxp', 4, 0xffff), 'loca: short 0'],
    ['no metrics', withField('hhea', 34, 0), 'hhea: no-glyphs 0'],
    ['more metrics than there are', withField('hhea', 34, 0xffff), 'hmtx: short 0'],
  ])('%s', (_, file, refusal) => {
    expect(refusalOf(() => checkFont(file))).toBe(refusal);
  });

  test('places of outlines rise, and lie inside', () => {
    const tables = readFontFile(PLEX);
    const kind = viewOf(tables.get('head')!).getInt16(50);
    const withPlace = (glyph: number, value: number) => {
      const loca = tables.get('loca')!.slice();
      if (kind === 0) viewOf(loca).setUint16(2 * glyph, value >> 1);
      else viewOf(loca).setUint32(4 * glyph, value);
      return writeFontFile(new Map(tables).set('loca', loca));
    };
    expect(refusalOf(() => checkFont(withPlace(9, 0)))).toBe('loca: offsets-fall 9');
    expect(refusalOf(() => checkFont(withPlace(9, 0x1fffe)))).toMatch(/^loca: offsets-(?:beyond 9|fall 10)$/);
  });
});

const uint16 = (...values: readonly number[]) =>
  values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff]);
const BOX = uint16(0, 0, 10, 10);
/** A triangle: flags of points on the curve whose coordinates are one byte each. */
const TRIANGLE = [...uint16(1), ...BOX, ...uint16(2, 0), 0x37, 0x37, 0x37, 1, 2, 3, 1, 2, 3];
const DOTTED = (flags: number, ...rest: readonly number[]) => [
  ...uint16(0xffff),
  ...BOX,
  ...uint16(flags),
  ...rest,
];

function refuseGlyphs(...glyphs: readonly (readonly number[])[]): string | null {
  const offsets = [0];
  for (const glyph of glyphs) offsets.push(offsets.at(-1)! + glyph.length);
  return refusalOf(() => checkGlyphs(Uint8Array.from(glyphs.flat()), Uint32Array.from(offsets)));
}

describe('outlines of TrueType', () => {
  test.each([
    ['a triangle, and none', [TRIANGLE, []], null],
    ['a point too few', [TRIANGLE.slice(0, -1)], 'glyf: glyph-short 0'],
    ['no contours at their end', [TRIANGLE.slice(0, 11)], 'glyf: glyph-short 0'],
    ['more instructions than bytes', [TRIANGLE.with(13, 200)], 'glyf: glyph-short 0'],
    [
      'a flag that stands for more points than there are',
      [TRIANGLE.with(14, 0x3f).with(15, 3)],
      'glyf: glyph-short 0',
    ],
    [
      'contours that end where they began',
      [[...uint16(2), ...BOX, ...uint16(2, 2, 0), 0x37, 0x37, 0x37, 1, 1, 1, 1, 1, 1]],
      'glyf: contours 0',
    ],
    ['a part, moved', [TRIANGLE, DOTTED(0x0002, 0, 0, 5, 5)], null],
    ['a part that there is not', [TRIANGLE, DOTTED(0x0002, 0, 2, 5, 5)], 'glyf: component 1'],
    ['a part cut off', [TRIANGLE, DOTTED(0x0002, 0, 0, 5)], 'glyf: glyph-short 1'],
    ['a part and another that never comes', [TRIANGLE, DOTTED(0x0022, 0, 0, 5, 5)], 'glyf: glyph-short 1'],
    ['itself', [DOTTED(0x0002, 0, 0, 5, 5)], 'glyf: circle 0'],
    ['itself by way of another', [DOTTED(0x0002, 0, 1, 5, 5), DOTTED(0x0002, 0, 0, 5, 5)], 'glyf: circle 0'],
    [
      'parts by points that they have',
      [TRIANGLE, DOTTED(0x0022, 0, 0, 5, 5, ...uint16(0), 0, 0, 2, 2)],
      null,
    ],
    [
      'parts by points that they have not',
      [TRIANGLE, DOTTED(0x0022, 0, 0, 5, 5, ...uint16(0), 0, 0, 3, 2)],
      'glyf: component 1',
    ],
  ])('%s', (_, glyphs, refusal) => {
    expect(refuseGlyphs(...glyphs)).toBe(refusal);
  });

  test('parts of parts that double each time are too many points', () => {
    const twice = (of: number) => DOTTED(0x0022, 0, of, 5, 5, ...uint16(0x0002), 0, of, 5, 5);
    expect(refuseGlyphs(TRIANGLE, ...Array.from({ length: 16 }, (_, at) => twice(at)))).toBe(
      'glyf: points 14',
    );
  });
});

function writeIndex(items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0];
  let end = 1;
  const offsets = [1, ...items.map((item) => (end += item.length))];
  return [...uint16(items.length), 2, ...offsets.flatMap((offset) => uint16(offset)), ...items.flat()];
}

/** A table of these outlines and subroutines. */
function writeCff(
  glyphs: readonly (readonly number[])[],
  subroutines: readonly (readonly number[])[] = [],
): Uint8Array {
  const before = [1, 0, 4, 2, ...writeIndex([[65]])];
  const after = [...writeIndex([]), ...writeIndex(subroutines)];
  const dict = (start: number) => [28, ...uint16(start), 17];
  const start = before.length + writeIndex([dict(0)]).length + after.length;
  return Uint8Array.from([...before, ...writeIndex([dict(start)]), ...after, ...writeIndex(glyphs)]);
}

const number = (value: number) => value + 139;
const MOVE = [number(1), number(1), 21];
const END = 14;
/** The subroutine of this place, among fewer than 1,240. */
const call = (place: number) => [number(place - 107), 29];

describe('outlines of PostScript', () => {
  test.each([
    ['a line', [[...MOVE, number(1), number(2), 5, END]], [], null],
    [
      'a width, hints and a mask',
      [[number(5), number(1), number(2), 18, number(1), number(2), 19, 0xff, ...MOVE, END]],
      [],
      null,
    ],
    [
      'flex, and what is left of it',
      [[...MOVE, ...Array<number>(13).fill(number(1)), 12, 35, END]],
      [],
      null,
    ],
    ['a move by one number', [[number(1), 21, END]], [], 'CFF : stack 0'],
    [
      'a curve of five numbers',
      [[...MOVE, ...Array<number>(5).fill(number(1)), 8, END]],
      [],
      'CFF : stack 0',
    ],
    ['48 numbers', [[...MOVE, ...Array<number>(48).fill(number(1)), 5, END]], [], null],
    ['49 numbers', [[...MOVE, ...Array<number>(49).fill(number(1)), 5, END]], [], 'CFF : stack 0'],
    ['a subroutine', [[...call(0), END]], [[...MOVE, 11]], null],
    ['a subroutine that there is not', [[...call(1), END]], [[...MOVE, 11]], 'CFF : subroutine 0'],
    ['a subroutine that calls itself', [[END], [...call(0), END]], [[...call(0), 11]], 'CFF : subroutine 1'],
    ['an operator that there is not', [[...MOVE, 2]], [], 'CFF : operator 0'],
    ['an operator of two bytes that there is not', [[...MOVE, 12, 99]], [], 'CFF : operator 0'],
  ])('%s', (_, glyphs, subroutines, refusal) => {
    expect(refusalOf(() => checkCharStrings(writeCff(glyphs, subroutines), glyphs.length))).toBe(refusal);
  });

  test('fewer than glyphs', () => {
    expect(refusalOf(() => checkCharStrings(writeCff([[END]]), 2))).toBe('CFF : few-outlines 0');
  });

  test('that call ten deep, ten times each, are given up and not waited for', () => {
    const ten = (place: number) => Array.from({ length: 10 }, () => call(place)).flat();
    const levels = Array.from({ length: 10 }, (_, at) => (at === 9 ? [11] : [...ten(at + 1), 11]));
    const start = process.cpuUsage().user;
    expect(refusalOf(() => checkCharStrings(writeCff([ten(0)], levels), 1))).toBe('CFF : points 0');
    expect(process.cpuUsage().user - start).toBeLessThan(3e6);
  });

  test('that end too early, in any place, are', () => {
    const table = writeCff([[...MOVE, END]], [[...MOVE, 11]]);
    for (let length = 0; length < table.length; length++)
      expect(
        refusalOf(() => checkCharStrings(table.slice(0, length), 1)),
        String(length),
      ).toMatch(/^CFF /);
  });
});
