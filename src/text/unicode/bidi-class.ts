import { BIDI_CLASSES, BIDI_RUNS, BRACKETS } from './bidi-data.ts';
import { expandRuns } from './run-lengths.ts';

/** The Bidi_Class values of UAX#9, table 4, as small integers in the order of the data. */
export const L = 0;
export const R = 1;
export const AL = 2;
export const EN = 3;
export const ES = 4;
export const ET = 5;
export const AN = 6;
export const CS = 7;
export const NSM = 8;
export const BN = 9;
export const B = 10;
export const S = 11;
export const WS = 12;
export const ON = 13;
export const LRE = 14;
export const LRO = 15;
export const RLE = 16;
export const RLO = 17;
export const PDF = 18;
export const LRI = 19;
export const RLI = 20;
export const FSI = 21;
export const PDI = 22;

export const BIDI_CLASS_NAMES: readonly string[] = BIDI_CLASSES.split(' ');

const classes = expandRuns(BIDI_RUNS);

export function bidiClassOf(codePoint: number): number {
  return classes[codePoint]!;
}

/**
 * BidiBrackets.txt: positive = the closing bracket that ends this opening one; negative = this closes -n;
 * 0 = no bracket. All are in the first plane; a table is read several times as fast as a map.
 */
const pairs = new Int32Array(0x10000);
const codePoints = BRACKETS.split(' ').map((hex) => Number.parseInt(hex, 16));
for (let i = 0; i < codePoints.length; i += 2) {
  pairs[codePoints[i]!] = codePoints[i + 1]!;
  pairs[codePoints[i + 1]!] = -codePoints[i]!;
}

export function pairedBracketOf(codePoint: number): number {
  return pairs[codePoint] ?? 0;
}
