import type { Direction } from './geometry.ts';

/** Which digits a text counts in: of CLDR's numbering systems `latn`, `arab` and `arabext`. */
type DigitSystem = 'latn' | 'arab' | 'arabext';

/** Scripts that run from the right (ISO 15924; UAX#9 classes R and AL). */
const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set(
  'Adlm Arab Aran Armi Hebr Mand Mani Nbat Nkoo Rohg Samr Syrc Syre Syrj Syrn Thaa'.split(' '),
);

const scripts = new Map<string, string | null>();

/** The script a language is written in, as its tag says or CLDR's likely subtags; null where they know none. */
function scriptOf(lang: string): string | null {
  let script = scripts.get(lang);
  if (script === undefined) {
    script = findScript(lang);
    scripts.set(lang, script);
  }
  return script;
}

/** @param lang what an author typed, which need not be a tag */
function findScript(lang: string): string | null {
  const tag = lang.replaceAll('_', '-');
  const isTag = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag);
  const canonical = isTag ? canonicalTag(tag) : null;
  return canonical === null ? null : (new Intl.Locale(canonical).maximize().script ?? null);
}

/** Null where subtags stand in an order that BCP 47 does not allow. */
function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The direction a language is written in.
 *
 * @param lang BCP 47
 * @param letters of the text, by which a language is judged that nobody knows
 */
export function directionOfLang(lang: string, letters: () => Direction = () => 'ltr'): Direction {
  const script = scriptOf(lang);
  if (script === null) return letters();
  return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}

/** Whether a language is written in the Arabic script, which has a comma and names of months of its own. */
export function isArabicScript(lang: string): boolean {
  const script = scriptOf(lang);
  return script === 'Arab' || script === 'Aran';
}

/** Of Persian and its neighbours, which write forms of their own (U+06F0). Urdu as its books do, not as CLDR says. */
const EXTENDED_DIGITS: ReadonlySet<string> = new Set(
  'azb bal bgn fa glk ks lrc mzn pa pnb prs ps skr ur uz'.split(' '),
);
/** Written in the Arabic script, and with European digits (CLDR). */
const EUROPEAN_DIGITS: ReadonlySet<string> = new Set('ms ug'.split(' '));
/** Countries that write European digits in Arabic (CLDR, default numbering system). */
const EUROPEAN_REGIONS: ReadonlySet<string> = new Set('AE DZ EH LY MA TN'.split(' '));

/** The digits a language counts in; kept here, since the tables of Intl change with the version of Node. */
export function digitsOfLang(lang: string): DigitSystem {
  if (!isArabicScript(lang)) return 'latn';
  const [language = '', ...subtags] = lang.toLowerCase().split(/[-_]/);
  if (EXTENDED_DIGITS.has(language)) return 'arabext';
  const isEuropean = subtags.some((subtag) => EUROPEAN_REGIONS.has(subtag.toUpperCase()));
  return isEuropean || EUROPEAN_DIGITS.has(language) ? 'latn' : 'arab';
}

/** The form of Eastern digits a language takes where a document asks for them. */
export function easternDigitsOf(lang: string): Exclude<DigitSystem, 'latn'> {
  return digitsOfLang(lang) === 'arabext' ? 'arabext' : 'arab';
}

/** Between two calls of notes that touch: ١ and ٢ would read as twelve. By the direction of the document, as its digits are. */
export function callComma(direction: Direction): string {
  return direction === 'rtl' ? '\u060C\u00A0' : ',\u00A0';
}

/** What parts the items of a list: the Arabic script has a comma of its own (U+060C). */
export function commaOf(lang: string): string {
  return isArabicScript(lang) ? '، ' : ', ';
}

/** And what parts groups of them (U+061B). */
export function semicolonOf(lang: string): string {
  return isArabicScript(lang) ? '؛ ' : '; ';
}
