import type { Sink } from '../base/diagnostic.ts';
import { MM, type Size } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Edges, Rule } from './blocks.ts';
import type { Color } from './inline.ts';
import type { Token, Tokens } from './theme-tokens.ts';

/** Turns tokens into lengths, colours and choices; reports what is none and falls back to the layer below. */

/** Points that one of each unit is worth; `em` and `line` depend on where they stand. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  pt: 1,
  mm: MM,
  cm: 10 * MM,
  in: 72,
  مم: MM,
  سم: 10 * MM,
  نقطة: 1,
};

/** Portrait, millimetres (ISO 216; ANSI Y14.1 for Letter and Legal). */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b4: [250, 353],
  b5: [176, 250],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
};

/** What `em` and `line` mean here, in points. */
export interface Relative {
  readonly em: number;
  readonly line: number;
}

/** Least and most, in points. */
export type Range = readonly [number, number];

/** Smaller than 2 pt cannot be read, larger than 400 pt fits no page. */
export const FONT_SIZES: Range = [2, 400];
/** PDF's own limit for a page is 14,400 units, about 5,080 mm (ISO 32000-1, annex C). */
export const PAGE_SIDES: Range = [20 * MM, 5000 * MM];
export const SPACES: Range = [0, 5000 * MM];

const COLOR = /^#[0-9a-f]{6}$/i;

export class TokenReader {
  readonly #tokens: Tokens;
  readonly #sink: Sink;

  constructor(tokens: Tokens, sink: Sink) {
    this.#tokens = tokens;
    this.#sink = sink;
  }

  has(path: string): boolean {
    return this.#tokens.has(path);
  }

  originOf(path: string): Origin | null {
    return this.#tokens.get(path)?.origin ?? null;
  }

  /** Points. */
  length(path: string, relative: Relative, range: Range, fallback: number): number {
    return this.#read(path, 'a length such as 12pt, 16mm or 1.2em', fallback, (value, token) => {
      const points = readLength(value, relative);
      return points === null || this.#inRange(points, range, path, token) ? points : undefined;
    });
  }

  choice<T extends string>(path: string, choices: readonly T[], fallback: T): T {
    return this.#read(
      path,
      choices.join(' | '),
      fallback,
      (value) => choices.find((choice) => choice === value.toLowerCase()) ?? null,
    );
  }

  text(path: string, fallback: string): string {
    return this.#read(path, 'a word', fallback, (value) => (value === '' ? null : value));
  }

  list(path: string, fallback: readonly string[]): readonly string[] {
    const token = this.#tokens.get(path);
    if (token === undefined) return fallback;
    return Array.isArray(token.value) ? token.value.map(String) : [String(token.value)];
  }

  flag(path: string, fallback: boolean): boolean {
    return this.#read(path, 'true | false', fallback, (value) =>
      value === 'true' ? true : value === 'false' ? false : null,
    );
  }

  number(path: string, range: Range, fallback: number): number {
    return this.#read(path, 'a number', fallback, (value, token) => {
      const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : null;
      return number === null || this.#inRange(number, range, path, token) ? number : undefined;
    });
  }

  /** A name of `colors`, or #RRGGBB, or `none`. */
  color(path: string, colors: Readonly<Record<string, Color>>, fallback: Color | null): Color | null {
    const expected = `#RRGGBB, none or one of: ${Object.keys(colors).join(', ')}`;
    return this.#read<{ color: Color | null }>(path, expected, { color: fallback }, (value) => {
      if (value === 'none') return { color: null };
      const color = colors[value] ?? (COLOR.test(value) ? value.toUpperCase() : null);
      return color === null ? null : { color };
    }).color;
  }

  /** `A4`, `letter`, or `17cm x 24cm`. */
  pageSize(path: string, fallback: Size): Size {
    return this.#read(path, 'A4, A5, Letter or a size such as 17cm x 24cm', fallback, (value, token) => {
      const size = readPageSize(value);
      if (size === null) return null;
      return this.#inRange(size.width, PAGE_SIDES, path, token) &&
        this.#inRange(size.height, PAGE_SIDES, path, token)
        ? size
        : undefined;
    });
  }

  /** One length for all edges, two for block and inline edges, or four: before, end, after, start. */
  edges(path: string, relative: Relative, fallback: Edges): Edges {
    return this.#read(path, 'one, two or four lengths', fallback, (value) => {
      const lengths = value.split(/\s+/).map((part) => readLength(part, relative));
      if (lengths.some((length) => length === null || length < 0)) return null;
      const [before, second, after, start] = lengths as number[];
      if (before === undefined || lengths.length > 4 || lengths.length === 3) return null;
      const end = second ?? before;
      return { before, end, after: after ?? before, start: start ?? end };
    });
  }

  /** Width, colour and, where it does not run the whole edge, length: `0.8pt sand 3cm`; or `none`. */
  rule(
    path: string,
    relative: Relative,
    colors: Readonly<Record<string, Color>>,
  ): { readonly rule: Rule; readonly length: number | null } | null {
    return this.#read(path, 'a rule such as 0.8pt sand', null, (value) => {
      if (value === 'none') return undefined;
      const [widthText = '', colorText = '', lengthText] = value.split(/\s+/);
      const width = readLength(widthText, relative);
      const color = colors[colorText] ?? (COLOR.test(colorText) ? colorText : null);
      const length = lengthText === undefined ? null : readLength(lengthText, relative);
      if (width === null || color === null || (lengthText !== undefined && length === null)) return null;
      return { rule: { width, color }, length };
    });
  }

  /**
   * `parse` yields null for what is no such value (reported here) and undefined for what it has itself
   * dealt with; either way the layer below is asked.
   */
  #read<T>(
    path: string,
    expected: string,
    fallback: T,
    parse: (value: string, token: Token) => T | null | undefined,
  ): T {
    for (let token = this.#tokens.get(path) ?? null; token !== null; token = token.under) {
      const value = String(token.value).trim();
      const read = Array.isArray(token.value) ? null : parse(value, token);
      if (read !== null && read !== undefined) return read;
      if (read === null) this.#sink.report('theme-value', token.origin, { path, value, expected });
      else if (value === 'none') return fallback;
    }
    return fallback;
  }

  #inRange(value: number, [least, most]: Range, path: string, token: Token): boolean {
    if (value >= least && value <= most) return true;
    const unit = most === PAGE_SIDES[1] ? 'mm' : '';
    const show = (points: number) => (unit === 'mm' ? `${Math.round(points / MM)}mm` : String(points));
    this.#sink.report('theme-range', token.origin, {
      path,
      value: String(token.value),
      least: show(least),
      most: show(most),
    });
    return false;
  }
}

/** Points, or null for what is no length. A bare number is points. */
export function readLength(text: string, relative: Relative): number | null {
  const plain = text
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace('\u066B', '.');
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*|[\u0621-\u064A]*)$/i.exec(plain);
  if (match === null) return null;
  const unit = (match[2] ?? '').toLowerCase();
  const worth = unit === 'em' ? relative.em : unit === 'line' ? relative.line : UNITS[unit];
  return worth === undefined ? null : Number(match[1]) * worth;
}

/** Points, or null for what is no size. */
export function readPageSize(text: string): Size | null {
  const paper = PAPERS[text.toLowerCase().replace(/[\s-]/g, '')];
  if (paper) return { width: paper[0] * MM, height: paper[1] * MM };
  const [widthText, heightText, more] = text.toLowerCase().split(/\s*[x×]\s*/);
  if (widthText === undefined || heightText === undefined || more !== undefined) return null;
  // em and line mean nothing before there is a text size
  const nothing = { em: Number.NaN, line: Number.NaN };
  const width = readLength(widthText, nothing);
  const height = readLength(heightText, nothing);
  return width === null || height === null || Number.isNaN(width + height) ? null : { width, height };
}
