import { toAsciiDigits } from '../base/digits.ts';

/** A year of either calendar, with what says which: 2024, ٢٠٢٤م, ١٤٤٥هـ, 1445 AH. */
const YEAR = /^(\d{3,4})\s*(?:م|هـ?|هـ\u200D?|ش|AD|CE|AH|SH)?\.?$/i;
/** ISO 8601, or with strokes: a month, or a day. */
const DAY = /^(\d{3,4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?\s*(?:م|هـ?|AH)?$/i;

/**
 * Where dates lie in the years of their calendar; null where not all of them are dates, or one lies before another that
 * is written before it.
 */
export function readDates(names: readonly string[]): readonly number[] | null {
  const times = names.map(readDate);
  const isSorted = times.every((time, index) => index === 0 || (time ?? 0) > (times[index - 1] ?? 0));
  return names.length > 1 && isSorted && times.every((time) => time !== null) ? times : null;
}

function readDate(name: string): number | null {
  const plain = toAsciiDigits(name.trim());
  const year = YEAR.exec(plain)?.[1];
  if (year !== undefined) return Number(year);
  const [, of, month, day = '1'] = DAY.exec(plain) ?? [];
  if (month === undefined || Number(month) > 12 || Number(month) < 1 || Number(day) > 31) return null;
  return Number(of) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}
