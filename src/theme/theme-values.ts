import { toAsciiDigits } from '../base/digits.ts';
import { MM, type Size } from '../base/geometry.ts';

/** The values of theme tokens as they are written: lengths, papers, and what they may come to. */

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

/** Portrait, millimetres (ISO 216; ANSI Y14.1 for Letter and Legal; the trim sizes of Arabic publishing, called by their centimetres). */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b4: [250, 353],
  b5: [176, 250],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  '17x24': [170, 240],
  '14x21': [140, 210],
  '12x17': [120, 170],
};

/** What `em` and `line` mean here, in points. */
export interface Relative {
  readonly em: number;
  readonly line: number;
}

/** Least and most; lengths in points. */
export type Range = readonly [number, number];

/** Smaller than 2 pt cannot be read, larger than 400 pt fits no page. */
export const FONT_SIZES: Range = [2, 400];
export const LEADINGS: Range = [2, 1000];
/** PDF's own limit for a page is 14,400 units, about 5,080 mm (ISO 32000-1, annex C). */
export const PAGE_SIDES: Range = [20 * MM, 5000 * MM];
export const SPACES: Range = [0, 5000 * MM];

/** Points, or null for what is no length. A bare number is points. */
export function readLength(text: string, relative: Relative): number | null {
  const plain = toAsciiDigits(text.trim()).replace('\u066B', '.');
  const match = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*|[\u0621-\u064A]*)$/i.exec(plain);
  if (match === null) return null;
  const unit = (match[2] ?? '').toLowerCase();
  const worth = unit === 'em' ? relative.em : unit === 'line' ? relative.line : UNITS[unit];
  return worth === undefined ? null : Number(match[1]) * worth;
}

/** Points, or null for what is no size. */
export function readPageSize(text: string): Size | null {
  const paper = PAPERS[toAsciiDigits(text).toLowerCase().replace(/[\s-]/g, '').replace('×', 'x')];
  if (paper) return { width: paper[0] * MM, height: paper[1] * MM };
  const [widthText, heightText, more] = text.toLowerCase().split(/\s*[x×]\s*/);
  if (widthText === undefined || heightText === undefined || more !== undefined) return null;
  // em and line mean nothing before there is a text size
  const nothing = { em: Number.NaN, line: Number.NaN };
  const width = readLength(widthText, nothing);
  const height = readLength(heightText, nothing);
  return width === null || height === null || Number.isNaN(width + height) ? null : { width, height };
}
