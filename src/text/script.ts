import { isOfArabicScript } from '../base/arabic.ts';

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
const COMMON = 'Zyyy';

/** Characters up to `end` of one script, Common and Inherited resolved. UTF-16 offset. */
interface ScriptRun {
  readonly end: number;
  /** ISO 15924; 'Zyyy' where there is nothing but Common, Inherited and scripts not listed above. */
  readonly code: string;
}

/**
 * Outside ASCII's signs, Latin-1's, the Arabic block and general punctuation, where all is Arabic, Common or
 * Inherited. A pattern sees that several times as fast as a look at each character.
 */
const OUTSIDE_ARABIC = /[^\0-@[-`{-\u00A9\u00AB-\u00B9\u00BB-\u00BF\u0600-\u06FF\u2000-\u206F\uFFFC]/;

/** The scripts of a text. Common and Inherited take that of the letter before, or at the start the one after. */
export function scriptRuns(text: string): readonly ScriptRun[] {
  if (!OUTSIDE_ARABIC.test(text))
    return [{ end: text.length, code: isOfArabicScript(text) ? 'Arab' : COMMON }];
  const runs: ScriptRun[] = [];
  let code = COMMON;
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i)!;
    const own = scriptOf(codePoint);
    if (own !== COMMON && own !== code) {
      if (code !== COMMON) runs.push({ end: i, code });
      code = own;
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  runs.push({ end: text.length, code });
  return runs;
}

const known = new Map<number, string>();

function scriptOf(codePoint: number): string {
  let script = known.get(codePoint);
  if (script === undefined) {
    const character = String.fromCodePoint(codePoint);
    script = PATTERNS.find(({ pattern }) => pattern.test(character))?.code ?? COMMON;
    known.set(codePoint, script);
  }
  return script;
}
