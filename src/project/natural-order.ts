import { toAsciiDigits } from '../base/digits.ts';

/**
 * Orders names as people number them: runs of digits by their value, Arabic-Indic ones too (٢ before ١٠, 2
 * beside ٢), all else by code unit without regard to case. Not by Intl, whose tables change with Node.
 */
export function compareNaturally(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareParts(a[index]!, b[index]!);
    if (order !== 0) return order;
  }
  return a.length - b.length || compareUnits(one, other);
}

function partsOf(name: string): readonly string[] {
  return toAsciiDigits(name.normalize('NFC').toLowerCase()).match(/\d+|\D+/g) ?? [];
}

/** Digits come before letters. */
function compareParts(one: string, other: string): number {
  const [a, b] = [one, other].map((part) => (/^\d/.test(part) ? part.replace(/^0+(?=\d)/, '') : null));
  if (a == null || b == null) return a == null && b == null ? compareUnits(one, other) : a == null ? 1 : -1;
  return a.length - b.length || compareUnits(a, b);
}

function compareUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
