import { toAsciiDigits } from '../base/digits.ts';

/** A number of a year of the Hijra: ١٤٢٧هـ, 1427 AH. */
const HIJRI = /(\d{1,4})\s*(?:هـ|ه‍|ه(?!\p{L})|AH(?!\p{L})|H(?!\p{L})|ق(?:\.|مری)?(?!\p{L}))/u;
const GREGORIAN = /(-?\d{3,4})(?:\s*(?:م|CE|AD|ميلادي|میلادی)(?!\p{L}))?/u;

/**
 * The years of a date: `2006`, `2006-05-12`, `2006/2007`, `1427هـ/2006م`, `[2006]`. What is no year stays as it is
 * written (`in press`, `د.ت`). @param hijri where the file has a field of its own for it
 */
export function readYear(written: string, hijri: string): { readonly year: string; readonly hijri: string } {
  const text = toAsciiDigits(written).trim();
  const found = HIJRI.exec(text);
  const own = /\d{1,4}/.exec(toAsciiDigits(hijri))?.[0] ?? found?.[1] ?? '';
  const rest = found === null ? text : text.replace(found[0], '');
  const span = /^(\d{4})(?:-\d\d){0,2}\s*[/–]\s*(\d{4})(?:-\d\d){0,2}$/.exec(rest);
  if (span !== null) return { year: span[1] === span[2] ? span[1]! : `${span[1]}–${span[2]}`, hijri: own };
  const iso = /^(\d{4})-\d\d(?:-\d\d)?/.exec(rest);
  const year = iso?.[1] ?? GREGORIAN.exec(rest)?.[1] ?? (found === null ? text : '');
  return { year, hijri: own };
}
