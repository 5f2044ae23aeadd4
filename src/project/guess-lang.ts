import type { Direction } from '../base/geometry.ts';
import type { Source } from './source.ts';

/** As much of a text as tells its language, UTF-16 units: some ten pages. */
const SAMPLE = 30_000;

/** What is in no language: keys of the front matter, code, HTML tags, addresses, names of files. */
const NOT_PROSE =
  /^[a-z_-]+:|^(?:```|~~~)[\s\S]*?^(?:```|~~~)|`[^`\n]*`|<[^>\n]*>|\b(?:https?:\/\/|www\.)\S+|\]\([^)\n]*\)|(?<![\w-])[\w-]{1,80}(?:[./][\w-]{1,80})+/gm;

/** A paper with fewer Arabic letters than this share is a foreign one that quotes some Arabic. */
const LEAST_ARABIC = 0.1;

/** A name and an abbreviation are no evidence that a document is foreign. */
const LEAST_LATIN = 40;

/**
 * Letters that other languages of the script have and Persian has not, and the share of all letters from which
 * they tell: a name or two of another language is no evidence.
 */
const NEIGHBOURS = [
  { lang: 'ur', letters: /[ٹڈڑںےھ]/g, least: 0.02 },
  { lang: 'ps', letters: /[ټډړښځڅڼې]/g, least: 0.01 },
  { lang: 'ckb', letters: /[ێۆەڵڕ]/g, least: 0.04 },
] as const;

type Guess = 'ar' | 'fa' | 'en' | (typeof NEIGHBOURS)[number]['lang'];

/** پ چ ژ گ are about 2.5 % of the letters of Persian prose; Arabic has them in a few names. */
const LEAST_PERSIAN = 0.01;

/**
 * The language of a document that does not say its own, by its letters. Arabic where they say nothing;
 * of the languages in Latin letters English, for only the direction and a few printed words hang on it.
 */
export function guessLang(sources: readonly Source[]): Guess {
  const sample = sampleOf(sources);
  const { arabic, latin } = countLetters(sample);
  if (latin >= LEAST_LATIN && arabic < (arabic + latin) * LEAST_ARABIC) return 'en';
  const neighbour = NEIGHBOURS.find(({ letters, least }) => count(sample, letters) > arabic * least);
  if (neighbour !== undefined) return neighbour.lang;
  const persian = count(sample, /[پچژگ]/g);
  const usesPersianYeh = count(sample, /ی/g) > count(sample, /ي/g);
  return usesPersianYeh && persian > arabic * LEAST_PERSIAN ? 'fa' : 'ar';
}

/** The direction of the most letters, for a text in a language that nobody knows. */
export function directionOfLetters(sources: readonly Source[]): Direction {
  const { arabic, latin } = countLetters(sampleOf(sources));
  return arabic > latin ? 'rtl' : 'ltr';
}

function sampleOf(sources: readonly Source[]): string {
  return sources
    .slice(0, 8)
    .map(({ text }) => text.slice(0, SAMPLE).replace(NOT_PROSE, ' '))
    .join('\n');
}

function countLetters(sample: string): { readonly arabic: number; readonly latin: number } {
  return {
    arabic: count(sample, /[\u0620-\u064A\u0671-\u06D3]/g),
    latin: count(sample, /[A-Za-z\u00C0-\u024F]/g),
  };
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}
