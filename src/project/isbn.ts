import type { Sink } from '../base/diagnostic.ts';
import { toAsciiDigits } from '../base/digits.ts';
import type { YamlEntry } from './yaml-entries.ts';

/** The number of a book (ISO 2108). A type alias, for templates read it as data. */
export type Isbn = {
  /** As its author has typed it, which is what is printed. */
  readonly written: string;
  /** `urn:isbn:` and its digits (RFC 3187, RFC 8254); null where the check digit is wrong, for then it names no book. */
  readonly urn: string | null;
};

/** ISBN-13 with a prefix of GS1, or ISBN-10, with hyphens or spaces, in any digits. What is none is reported, and printed all the same. */
export function readIsbn(entry: YamlEntry, sink: Sink): Isbn | undefined {
  const written = entry.written?.replace(/\s+/g, ' ').trim() ?? '';
  const bare = toAsciiDigits(written)
    .replace(/^ISBN(?:-1[03])?:?/i, '')
    .replace(/[\s\u200e\u200f\u2010-\u2015-]/g, '')
    .toUpperCase();
  if (written === '' || !(/^97[89]\d{10}$/.test(bare) || /^\d{9}[\dX]$/.test(bare))) {
    sink.report('isbn-shape', entry.valueOrigin, { value: written, count: bare.length });
    return written === '' ? undefined : { written, urn: null };
  }
  const check = checkDigit(bare);
  if (bare.endsWith(check)) return { written, urn: `urn:isbn:${bare}` };
  sink.report('isbn-check', entry.valueOrigin, { value: written, found: bare.at(-1)!, check });
  return { written, urn: null };
}

/** Of thirteen digits weights of 1 and 3 modulo 10, of ten weights of 10 to 2 modulo 11 (ISBN Users' Manual, 4.6 and appendix). */
function checkDigit(isbn: string): string {
  const digits = [...isbn.slice(0, -1)].map(Number);
  if (isbn.length === 13) {
    const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
    return String((10 - (sum % 10)) % 10);
  }
  const sum = digits.reduce((total, digit, index) => total + digit * (10 - index), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
