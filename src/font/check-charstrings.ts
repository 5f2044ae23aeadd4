import { type DamageReason, FontDamage } from './font-damage.ts';
import { viewOf } from './sfnt-file.ts';

/** Operators of dictionaries (Adobe Technical Note 5176); those of two bytes have the second added to 1200. */
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const SUBROUTINES = 19;
const FONT_DICTS = 1236;
const FONT_SELECT = 1237;

/** What the operand stack holds, and how deep subroutines may call (Technical Note 5177, appendix B). */
const MOST_OPERANDS = 48;
const MOST_DEPTH = 10;
/**
 * Numbers and operators of all glyphs, subroutines included, for each byte of the table, and for a table at least: what
 * subroutines save is half or two thirds of a font.
 */
const STEPS_A_BYTE = 32;
const LEAST_STEPS = 1_000_000;

/** A row of byte strings. */
interface Index {
  readonly count: number;
  readonly end: number;
  item(at: number): Uint8Array;
}

/**
 * Whether each glyph of a `CFF ` table is an outline: nothing is taken from the stack that is not on it, no more is put
 * there than it holds, and only subroutines are called that there are.
 *
 * @param count of glyphs
 * @throws FontDamage
 */
export function checkCharStrings(table: Uint8Array, count: number): void {
  try {
    checkAll(table, count);
  } catch (error) {
    // What a DataView throws beyond its end.
    if (error instanceof RangeError) throw new FontDamage('CFF ', 'short');
    throw error;
  }
}

function checkAll(table: Uint8Array, count: number): void {
  const view = viewOf(table);
  if (view.getUint8(0) !== 1) throw new FontDamage('CFF ', 'not-cff');
  const names = readIndex(table, view.getUint8(2));
  const tops = readIndex(table, names.end);
  const strings = readIndex(table, tops.end);
  const global = readIndex(table, strings.end);
  const top = readDict(tops.item(0));
  const [start] = top.get(CHAR_STRINGS) ?? [];
  if (start === undefined) throw new FontDamage('CFF ', 'not-cff');
  const glyphs = readIndex(table, start);
  if (glyphs.count < count) throw new FontDamage('CFF ', 'few-outlines');
  const localOf = findSubroutines(table, top, glyphs.count);
  let left = LEAST_STEPS + STEPS_A_BYTE * table.length;
  for (let glyph = 0; glyph < glyphs.count; glyph++)
    left = new CharString(glyph, global, localOf(glyph), left).draw(glyphs.item(glyph));
}

function readIndex(table: Uint8Array, start: number): Index {
  const view = viewOf(table);
  const count = view.getUint16(start);
  if (count === 0) return { count, end: start + 2, item: () => new Uint8Array(0) };
  const size = view.getUint8(start + 2);
  if (size < 1 || size > 4) throw new FontDamage('CFF ', 'not-cff');
  const offsetOf = (at: number) => {
    let offset = 0;
    for (let byte = 0; byte < size; byte++)
      offset = offset * 256 + view.getUint8(start + 3 + at * size + byte);
    return offset;
  };
  const base = start + 2 + (count + 1) * size;
  const item = (at: number) => {
    const [from, to] = [base + offsetOf(at), base + offsetOf(at + 1)];
    if (from > to || to > table.length) throw new RangeError('outside the table');
    return table.subarray(from, to);
  };
  return { count, end: base + offsetOf(count), item };
}

/** The operands of each operator; real numbers, which nothing here is found by, are zero. */
function readDict(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const view = viewOf(bytes);
  const dict = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = view.getUint8(at++);
    if (first <= 21) {
      dict.set(first === 12 ? 1200 + view.getUint8(at++) : first, operands);
      operands = [];
    } else if (first === 29) {
      operands.push(view.getInt32(at));
      at += 4;
    } else if (first === 30) {
      while ((view.getUint8(at) & 0x0f) !== 0x0f && view.getUint8(at) >> 4 !== 0x0f) at += 1;
      at += 1;
      operands.push(0);
    } else {
      const [value, size] = readNumber(view, at, first);
      operands.push(value);
      at += size;
    }
  }
  return dict;
}

/** A number whose first byte was `first`, and how many more it takes; dictionaries and outlines write it alike. */
function readNumber(view: DataView, at: number, first: number): readonly [value: number, size: number] {
  if (first === 28) return [view.getInt16(at), 2];
  if (first < 247) return [first - 139, 0];
  const low = view.getUint8(at) + 108;
  return first < 251 ? [(first - 247) * 256 + low, 1] : [-(first - 251) * 256 - low, 1];
}

/** The subroutines of the font that a glyph is of: of a font for Chinese there are several in one table. */
function findSubroutines(
  table: Uint8Array,
  top: ReadonlyMap<number, readonly number[]>,
  count: number,
): (glyph: number) => Index {
  const [fonts] = top.get(FONT_DICTS) ?? [];
  if (fonts === undefined) {
    const own = readLocal(table, top);
    return () => own;
  }
  const dicts = readIndex(table, fonts);
  const locals = Array.from({ length: dicts.count }, (_, at) => readLocal(table, readDict(dicts.item(at))));
  const fontOf = readSelect(table, top.get(FONT_SELECT)?.[0] ?? 0, count);
  return (glyph) => {
    const local = locals[fontOf[glyph]!];
    if (!local) throw new FontDamage('CFF ', 'subroutine', glyph);
    return local;
  };
}

const NONE: Index = { count: 0, end: 0, item: () => new Uint8Array(0) };

function readLocal(table: Uint8Array, dict: ReadonlyMap<number, readonly number[]>): Index {
  const [size = 0, start = 0] = dict.get(PRIVATE) ?? [];
  if (start < 0 || size < 0 || start + size > table.length) throw new RangeError('outside the table');
  const [offset] = readDict(table.subarray(start, start + size)).get(SUBROUTINES) ?? [];
  return offset === undefined ? NONE : readIndex(table, start + offset);
}

/** The font of each glyph, in formats 0 and 3. */
function readSelect(table: Uint8Array, start: number, count: number): Uint8Array {
  const view = viewOf(table);
  if (view.getUint8(start) === 0) {
    if (start + 1 + count > table.length) throw new RangeError('outside the table');
    return table.subarray(start + 1, start + 1 + count);
  }
  const fonts = new Uint8Array(count).fill(0xff);
  for (let range = 0; range < view.getUint16(start + 1); range++) {
    const at = start + 3 + 3 * range;
    fonts.fill(view.getUint8(at + 2), view.getUint16(at), view.getUint16(at + 3));
  }
  return fonts;
}

/** How many operands operators take from the top that leave others, and what they leave (Technical Note 5177, 4.5). */
const ARITHMETIC: Readonly<Record<number, readonly [taken: number, left: number]>> = {
  3: [2, 1],
  4: [2, 1],
  5: [1, 1],
  9: [1, 1],
  10: [2, 1],
  11: [2, 1],
  12: [2, 1],
  14: [1, 1],
  15: [2, 1],
  18: [1, 0],
  20: [2, 0],
  21: [1, 1],
  22: [4, 1],
  23: [0, 1],
  24: [2, 1],
  26: [1, 1],
  27: [1, 2],
  28: [2, 2],
  29: [1, 1],
  30: [2, 0],
};
/** Operands of `flex` and its kin, by their second byte; `dotsection` is without meaning today. */
const FLEXES: Readonly<Record<number, number>> = { 0: 0, 34: 7, 35: 13, 36: 9, 37: 11 };
/** What operators that clear the stack take at least; a width may stand before the first of them. */
const CLEARING: Readonly<Record<number, number>> = {
  1: 2,
  3: 2,
  4: 1,
  5: 2,
  6: 1,
  7: 1,
  8: 6,
  14: 0,
  18: 2,
  19: 0,
  20: 0,
  21: 2,
  22: 1,
  23: 2,
  24: 8,
  25: 8,
  26: 4,
  27: 4,
  30: 4,
  31: 4,
};
const HINTS = [1, 3, 18, 23];
const HINT_MASKS = [19, 20];

/** One outline, run without a pen. */
class CharString {
  readonly #glyph: number;
  readonly #global: Index;
  readonly #local: Index;
  /** NaN for what arithmetic would yield: nothing honest is found by that. */
  readonly #stack: number[] = [];
  #hints = 0;
  #left: number;
  #isOver = false;

  constructor(glyph: number, global: Index, local: Index, left: number) {
    this.#glyph = glyph;
    this.#left = left;
    this.#global = global;
    this.#local = local;
  }

  /** @returns the steps that are left then. @throws FontDamage */
  draw(bytes: Uint8Array): number {
    this.#run(bytes, 0);
    return this.#left;
  }

  #run(bytes: Uint8Array, depth: number): void {
    const view = viewOf(bytes);
    for (let at = 0; at < bytes.length && !this.#isOver; ) {
      this.#left -= 1;
      if (this.#left < 0) throw this.#damage('points');
      const code = view.getUint8(at++);
      if (code >= 32 || code === 28) at = this.#push(view, at, code);
      else if (code === 11) return;
      else if (code === 10) this.#call(this.#local, depth);
      else if (code === 29) this.#call(this.#global, depth);
      else if (code === 12) this.#runLong(view.getUint8(at++));
      else {
        this.#clear(code);
        if (HINT_MASKS.includes(code)) at += Math.ceil(this.#hints / 8);
      }
    }
  }

  #push(view: DataView, at: number, code: number): number {
    if (this.#stack.length >= MOST_OPERANDS) throw this.#damage('stack');
    const [value, size] = code === 255 ? [view.getInt32(at) / 0x10000, 4] : readNumber(view, at, code);
    this.#stack.push(value);
    return at + size;
  }

  #call(index: Index, depth: number): void {
    const bias = index.count < 1240 ? 107 : index.count < 33_900 ? 1131 : 32_768;
    const at = this.#take(1)[0]! + bias;
    if (!(at >= 0 && at < index.count) || depth >= MOST_DEPTH) throw this.#damage('subroutine');
    this.#run(index.item(Math.trunc(at)), depth + 1);
  }

  #runLong(code: number): void {
    const flex = FLEXES[code];
    const [taken, left] = ARITHMETIC[code] ?? [0, 0];
    if (flex !== undefined) this.#take(flex);
    else if (!(code in ARITHMETIC)) throw this.#damage('operator');
    else {
      this.#take(taken);
      for (let more = 0; more < left; more++) this.#stack.push(Number.NaN);
    }
    if (flex !== undefined) this.#stack.length = 0;
  }

  #clear(code: number): void {
    const least = CLEARING[code];
    if (least === undefined) throw this.#damage('operator');
    if (this.#stack.length < least) throw this.#damage('stack');
    // Hints before a mask may go without their own operator.
    if (HINTS.includes(code) || HINT_MASKS.includes(code)) this.#hints += this.#stack.length >> 1;
    this.#stack.length = 0;
    this.#isOver = code === 14;
  }

  #take(count: number): readonly number[] {
    if (this.#stack.length < count) throw this.#damage('stack');
    return this.#stack.splice(this.#stack.length - count, count);
  }

  #damage(reason: DamageReason): FontDamage {
    return new FontDamage('CFF ', reason, this.#glyph);
  }
}
