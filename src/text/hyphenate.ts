import { createRequire } from 'node:module';

/** Languages of Latin and Cyrillic scripts that are hyphenated when a text says it is in them. Arabic never is. */
const PATTERNS: Readonly<Record<string, string>> = {
  en: 'en-us',
  'en-gb': 'en-gb',
  fr: 'fr',
  de: 'de',
  es: 'es',
  it: 'it',
  pt: 'pt',
  nl: 'nl',
  tr: 'tr',
  ru: 'ru',
};

/** Shorter words, and shorter ends of words, stay whole. */
const SHORTEST_WORD = 6;
const SHORTEST_END = 3;

type Hyphenate = (
  text: string,
  options: { readonly hyphenChar: string; readonly minWordLength: number },
) => string;

const require = createRequire(import.meta.url);
const hyphenators = new Map<string, Hyphenate>();

const MARK = '\u00AD';

/** Offsets in `word` where a line may end with a hyphen; Liang's patterns for the language, if there are any. */
export function hyphenationPoints(word: string, lang: string): readonly number[] {
  if (word.length < SHORTEST_WORD || word.includes(MARK) || !/^\p{L}+$/u.test(word)) return [];
  const pattern = PATTERNS[lang.toLowerCase()] ?? PATTERNS[lang.toLowerCase().split('-')[0]!];
  if (pattern === undefined) return [];
  const points: number[] = [];
  let offset = 0;
  for (const syllable of loadHyphenator(pattern)(word, {
    hyphenChar: MARK,
    minWordLength: SHORTEST_WORD,
  }).split(MARK)) {
    offset += syllable.length;
    if (offset >= 2 && offset <= word.length - SHORTEST_END) points.push(offset);
  }
  return points;
}

/** Patterns are some 100 kB a language: read when a text first needs them. */
function loadHyphenator(pattern: string): Hyphenate {
  let hyphenate = hyphenators.get(pattern);
  if (!hyphenate) {
    hyphenate = (require(`hyphen/${pattern}`) as { readonly hyphenateSync: Hyphenate }).hyphenateSync;
    hyphenators.set(pattern, hyphenate);
  }
  return hyphenate;
}
