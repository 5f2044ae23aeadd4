/**
 * Scripts by ISO 15924 code with their Unicode names. Only scripts that OpenType shapes in a way of
 * their own need be here; the rest shape like Common.
 */
const SCRIPTS: readonly (readonly [code: string, name: string])[] = [
  ['Arab', 'Arabic'],
  ['Latn', 'Latin'],
  ['Hebr', 'Hebrew'],
  ['Grek', 'Greek'],
  ['Cyrl', 'Cyrillic'],
  ['Syrc', 'Syriac'],
  ['Thaa', 'Thaana'],
  ['Nkoo', 'Nko'],
  ['Armn', 'Armenian'],
  ['Geor', 'Georgian'],
  ['Ethi', 'Ethiopic'],
  ['Deva', 'Devanagari'],
  ['Beng', 'Bengali'],
  ['Taml', 'Tamil'],
  ['Telu', 'Telugu'],
  ['Thai', 'Thai'],
  ['Tibt', 'Tibetan'],
  ['Khmr', 'Khmer'],
  ['Mymr', 'Myanmar'],
  ['Hani', 'Han'],
  ['Hira', 'Hiragana'],
  ['Kana', 'Katakana'],
  ['Hang', 'Hangul'],
  ['Mong', 'Mongolian'],
];

const PATTERNS = SCRIPTS.map(([code, name]) => ({ code, pattern: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** Common and Inherited characters: they take the script of what surrounds them (UAX#24, 5.2). */
export const COMMON = 'Zyyy';

const known = new Map<number, string>();

/** The same for the blocks up to Arabic, which nearly every letter is in: an array is read three times as fast. */
const knownEarly = new Array<string | undefined>(0x700);

/** The Script property of a code point, 'Zyyy' for Common, Inherited and scripts not listed above. */
export function scriptOf(codePoint: number): string {
  const early = knownEarly[codePoint];
  if (early !== undefined) return early;
  let script = known.get(codePoint);
  if (script === undefined) {
    const character = String.fromCodePoint(codePoint);
    script = PATTERNS.find(({ pattern }) => pattern.test(character))?.code ?? COMMON;
    known.set(codePoint, script);
    if (codePoint < knownEarly.length) knownEarly[codePoint] = script;
  }
  return script;
}
