import { isArabicScript } from './language.ts';

/**
 * The orders of letters that lists of names go by, and what is filed as the same letter.
 *
 * Each letter is written with its variants behind it: they are filed as the letter is, and after it where two words
 * differ in nothing else. A variant that no row names is filed as `KIN` says.
 */
interface AlphabetRow {
  readonly letters: string;
  /** What a list prints over a letter where that is not the letter itself. */
  readonly heads?: Readonly<Record<string, string>>;
}

/**
 * - `ar`: the order of dictionaries (hijai). Hamza counts as its seat does (أ إ ٱ as ا, ؤ as و, ئ as ي), alone it comes
 *   before ا. آ is hamza and alef, and filed as two alefs (collation.ts). ى is filed as ي, whose form it has.
 * - `fa`: ISIRI 6219, as CLDR has it: آ a letter before ا, و before ه; ء ؤ ئ one letter after ا.
 * - `ur`: CLDR: آ after ا, ں after ن, ھ after ہ, then ء (with ئ), ی, ے.
 * - `ckb`: the order of MediaWiki's and CLDR's Central Kurdish; Arabic letters that it lacks stand in their Arabic places.
 */
const ROWS: Readonly<Record<string, AlphabetRow>> = {
  ar: {
    letters: 'ء اٱأإ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه وؤ يىئ',
    heads: { ا: 'أ', ه: 'هـ' },
  },
  fa: {
    letters: 'آ اٱأإ ءؤئ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و هۀ ی',
    heads: { ه: 'هـ' },
  },
  ur: {
    letters: 'اٱأإ آ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں وؤ ہۂ ھ ءئ ی ےۓ',
  },
  ckb: {
    letters: 'ءئ اأإآ ب پ ت ث ج چ ح خ د ذ ر ڕ ز ژ س ش ص ض ط ظ ع غ ف ڤ ق ک گ ل ڵ م ن ھ ە وؤ ۆ ی ێ',
    heads: { ء: 'ئ' },
  },
};

/** Letters of neighbours, and what each is filed as in an alphabet that has it not. */
const KIN: readonly (readonly [string, string])[] = [
  ['پٻ', 'ب'],
  ['ٹټٺ', 'ت'],
  ['چڃڄ', 'ج'],
  ['ڈډ', 'د'],
  ['ڑړڕ', 'ر'],
  ['ژ', 'ز'],
  ['ڤڢ', 'ف'],
  ['ڨ', 'ق'],
  ['کگڭڪګݣ', 'ك'],
  ['ك', 'ک'],
  ['ڵ', 'ل'],
  ['ںڼ', 'ن'],
  ['ھہەۀۂ', 'ه'],
  ['هەۀ', 'ہ'],
  ['هہۀۂ', 'ھ'],
  ['ۆۇۈۋ', 'و'],
  ['یےۓېۍێ', 'ي'],
  ['يىےۓېۍێئ', 'ی'],
  ['آ', 'ا'],
];

/** What is filed as the same letter, and which of its forms it is. */
interface Weight {
  readonly letter: number;
  readonly form: number;
}

export interface Alphabet {
  readonly weights: ReadonlyMap<string, Weight>;
  /** By the number of a letter: what a list prints over it. */
  readonly heads: readonly string[];
  /** Whether an initial ال is the article, as it is in Arabic alone. */
  readonly hasArticle: boolean;
}

/** What is filed as ه or as ت: the letter that is written at the end of feminine words. */
export type TehMarbuta = 'heh' | 'teh';

/**
 * The alphabet of a language of the Arabic script; Arabic for one that has no row, and for any of another script.
 *
 * @param lang BCP 47
 */
export function alphabetOf(lang: string, tehMarbuta: TehMarbuta): Alphabet {
  const language = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const known = Object.hasOwn(ROWS, language) ? language : isArabicScript(lang) ? NEIGHBOURS[language] : 'ar';
  const { letters, heads = {} } = ROWS[known ?? 'ar']!;
  const weights = new Map<string, Weight>();
  const rows = letters.split(' ');
  rows.forEach((row, letter) => {
    [...row].forEach((char, form) => {
      weights.set(char, { letter, form });
    });
  });
  addKin(weights);
  const place = ['ه', 'ہ', 'ھ'].flatMap((heh) => weights.get(heh) ?? [])[0]!;
  const teh = tehMarbuta === 'teh' ? weights.get('ت')! : place;
  for (const char of 'ةۃ') weights.set(char, { letter: teh.letter, form: FORM_OF_TEH });
  const isArabic = language === 'ar' || !isArabicScript(lang);
  return { weights, heads: rows.map((row) => headOf(row, heads)), hasArticle: isArabic };
}

/** Kurdish by its macrolanguage, Dari, and languages whose letters Persian has. */
const NEIGHBOURS: Readonly<Record<string, string>> = { ku: 'ckb', prs: 'fa', glk: 'fa', mzn: 'fa' };

const FORM_OF_KIN = 0x20;
const FORM_OF_TEH = 0x10;

function addKin(weights: Map<string, Weight>): void {
  const kin = new Map<string, Weight>();
  for (const [chars, letter] of KIN) {
    const place = weights.get(letter);
    if (place === undefined) continue;
    [...chars].forEach((char, index) => {
      if (!weights.has(char)) kin.set(char, { letter: place.letter, form: FORM_OF_KIN + index });
    });
  }
  for (const [char, weight] of kin) weights.set(char, weight);
}

function headOf(row: string, heads: Readonly<Record<string, string>>): string {
  const [letter = ''] = row;
  return heads[letter] ?? letter;
}
