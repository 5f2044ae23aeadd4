import { EAST_ASIAN_RUNS, LINE_CLASSES, LINE_RUNS } from './line-break-data.ts';
import { expandRuns } from './run-lengths.ts';

/** The Line_Break values of UAX#14, table 1, as small integers in the order of the data. */
const NAMES = LINE_CLASSES.split(' ');

function indexOf(name: string): number {
  const index = NAMES.indexOf(name);
  if (index === -1) throw new Error(`no line breaking class ${name}`);
  return index;
}

export const AL = indexOf('AL');
export const BA = indexOf('BA');
export const BB = indexOf('BB');
export const B2 = indexOf('B2');
export const BK = indexOf('BK');
export const CB = indexOf('CB');
export const CL = indexOf('CL');
export const CM = indexOf('CM');
export const CP = indexOf('CP');
export const CR = indexOf('CR');
export const EB = indexOf('EB');
export const EM = indexOf('EM');
export const EX = indexOf('EX');
export const GL = indexOf('GL');
export const H2 = indexOf('H2');
export const H3 = indexOf('H3');
export const HL = indexOf('HL');
export const HY = indexOf('HY');
export const HH = indexOf('HH');
export const ID = indexOf('ID');
export const IN = indexOf('IN');
export const IS = indexOf('IS');
export const JL = indexOf('JL');
export const JT = indexOf('JT');
export const JV = indexOf('JV');
export const LF = indexOf('LF');
export const NL = indexOf('NL');
export const NS = indexOf('NS');
export const NU = indexOf('NU');
export const OP = indexOf('OP');
export const PO = indexOf('PO');
export const PR = indexOf('PR');
export const QU = indexOf('QU');
export const RI = indexOf('RI');
export const SP = indexOf('SP');
export const SY = indexOf('SY');
export const VF = indexOf('VF');
export const VI = indexOf('VI');
export const WJ = indexOf('WJ');
export const ZW = indexOf('ZW');
export const ZWJ = indexOf('ZWJ');
export const AK = indexOf('AK');
export const AP = indexOf('AP');
export const AS = indexOf('AS');
const SA = indexOf('SA');
const CJ = indexOf('CJ');

let classes: Uint8Array | null = null;
let eastAsian: Uint8Array | null = null;

/** The class after LB1: complex-context letters count as AL or CM, conditional Japanese starters as NS. */
export function lineClassOf(codePoint: number): number {
  classes ??= expandRuns(LINE_RUNS);
  const own = classes[codePoint]!;
  if (own === CJ) return NS;
  if (own === SA) return /[\p{Mn}\p{Mc}]/u.test(String.fromCodePoint(codePoint)) ? CM : AL;
  return own;
}

/** East_Asian_Width F, W or H, which some rules leave out. */
export function isEastAsian(codePoint: number): boolean {
  eastAsian ??= expandRuns(EAST_ASIAN_RUNS);
  return eastAsian[codePoint] === 1;
}
