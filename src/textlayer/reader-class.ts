import { AL, AN, BN, bidiClassOf, CS, EN, ES, ET, L, NSM, R } from '../text/unicode/bidi-class.ts';
import { CodePointCache } from './code-point-cache.ts';

/**
 * How a character of right-to-left text behaves in the readers' own bidi, which is never UAX#9 but a few
 * lines of code each:
 *
 * - `strong` keeps its place everywhere;
 * - `weak` (، . :) pdfium and poppler take for a part of a number and turn round together with what
 *   stands beside it;
 * - `loose` (brackets, % + −) pdfium mirrors or MuPDF takes for left-to-right wherever it stands;
 * - `mark` belongs to the letter before it;
 * - `neutral` goes with its neighbours.
 */
export type ReaderClass = 'strong' | 'weak' | 'loose' | 'mark' | 'neutral';

const MARK = /\p{M}/u;
/** Bidi_Mirroring_Glyph among what text has. */
const MIRRORED = /[()[\]{}<>«»‹›≤≥⟨⟩⟪⟫﴾﴿]/;

const classes = new CodePointCache(findClass);

export function readerClassOf(codePoint: number): ReaderClass {
  return classes.get(codePoint);
}

function findClass(codePoint: number): ReaderClass {
  const text = String.fromCodePoint(codePoint);
  if (MARK.test(text)) return 'mark';
  if (MIRRORED.test(text)) return 'loose';
  switch (bidiClassOf(codePoint)) {
    case R:
    case AL:
      return 'strong';
    case ES:
    case ET:
      return 'loose';
    case CS:
    case AN:
    case BN:
      return 'weak';
    default:
      return 'neutral';
  }
}

/** What pdfium makes of a character when it cuts a line into stretches. */
export type TurnClass = 'left' | 'weak' | 'right' | 'neutral';

const TURNS: ReadonlyMap<number, TurnClass> = new Map<number, TurnClass>([
  [L, 'left'],
  [R, 'right'],
  [AL, 'right'],
  ...[AN, EN, NSM, CS, ES, ET, BN].map((weak) => [weak, 'weak'] as const),
]);

export const turnOf = (codePoint: number): TurnClass => TURNS.get(bidiClassOf(codePoint)) ?? 'neutral';
