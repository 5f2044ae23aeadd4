import { type Alphabet, alphabetOf, type TehMarbuta } from './alphabets.ts';
import { toAsciiDigits } from './digits.ts';
import { isArabicScript } from './language.ts';

/**
 * The order of names in an index, a bibliography, a list of terms. Not by Intl: ICU weighs vowel marks and the article,
 * and its tables change with the version of Node.
 *
 * Call it so:
 *
 *     const collation = makeCollation('ar', 'heh');
 *     const keyed = names.map((name) => ({ name, key: collation.key(name) }));
 *     keyed.sort((a, b) => compareKeys(a.key, b.key));
 *     collation.head(keyed[0]!.key); // { id, label: 'أ' }: names under one letter have one id
 *
 * The rules, in their order of weight:
 *
 * 1. Signs alone come first, then what begins with a number, then the letters of the document's script, then Latin (in an
 *    Arabic document) or Arabic (in a Latin one), then other scripts, each in its own alphabet.
 * 2. Word by word: a space, a hyphen, a dash or a stroke ends a word, and nothing comes before something (`ابن سينا` before
 *    `ابنة`). Other punctuation counts for nothing.
 * 3. Numbers by their value, whatever their digits (`فصل ٢` before `فصل 10`), before letters.
 * 4. Letters by the alphabet of the language (alphabets.ts): vowel marks, tatweel, invisible marks and the article ال at the
 *    head of any word are ignored, hamza is filed as its seat, آ as two alefs in Arabic, ة as ه or as ت. The article is not
 *    taken from الله and the relative pronouns, from words whose own first letters these are (التزام), or where less
 *    than two letters would remain. Of Latin letters case and accents are ignored, and `al-`, `el-` before a name.
 * 5. Where all this is equal: forms of letters (ا أ إ; c ç), then who has no article, then code units.
 */
export interface Collation {
  key(text: string): SortKey;
  head(key: SortKey): Head;
}

export interface SortKey {
  /** Of what it begins with: 0 signs, 1 a number, then scripts in their order. */
  readonly group: number;
  /** Compared by code units, one after the other. */
  readonly levels: readonly [letters: string, forms: string, text: string];
  /** The first letter, as a list prints it; '' before signs and numbers. */
  readonly label: string;
}

interface Head {
  readonly id: string;
  /** As `أ`, `A`; '' over signs and numbers, for which there is no letter. */
  readonly label: string;
}

/**
 * @param lang of the document, BCP 47: its alphabet and its script come first
 */
export function makeCollation(lang: string, tehMarbuta: TehMarbuta): Collation {
  const alphabet = alphabetOf(lang, tehMarbuta);
  const [arabic, latin] = isArabicScript(lang) ? [OWN, SECOND] : [SECOND, OWN];
  return {
    key: (text) => new KeyWriter(alphabet, { arabic, latin }).write(text),
    head: ({ group, label }) => (group < OWN ? { id: '', label: '' } : { id: `${group} ${label}`, label }),
  };
}

export function compareKeys(one: SortKey, other: SortKey): number {
  if (one.group !== other.group) return one.group - other.group;
  for (const [level, units] of one.levels.entries()) {
    const others = other.levels[level]!;
    if (units !== others) return units < others ? -1 : 1;
  }
  return 0;
}

const SIGNS = 0;
const NUMBER = 1;
const OWN = 2;
const SECOND = 3;
const THIRD = 4;

/** Code units of a key: the end of a word comes before a number, numbers before letters, script by script. */
const WORD_END = '\u0001';
const DIGITS_BEGIN = '\u0002';
const LONGEST_NUMBER = 0xfff;
const letterUnit = (group: number, letter: number) => String.fromCharCode(group * 0x1000 + letter);

const WORD_BREAK = /[\s\-\u2010-\u2015\u2212/|]+/u;
const IGNORED = /[\p{M}\p{Cf}\u0640\u02B0-\u02FF]/u;
const ALL_IGNORED = /[\p{M}\p{Cf}\u0640\u02B0-\u02FF]/gu;
const PIECE = /\p{Nd}+|\p{L}\p{M}*/gu;
const IS_LATIN = /\p{Script=Latin}/u;
const IS_ARABIC = /\p{Script=Arabic}/u;

/** Latin letters that Unicode does not take apart. */
const TAKEN_APART: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

/** Writes the key of one text. */
class KeyWriter {
  readonly #alphabet: Alphabet;
  readonly #groups: { readonly arabic: number; readonly latin: number };
  #letters = '';
  #forms = '';
  #group = SIGNS;
  #label = '';

  constructor(alphabet: Alphabet, groups: { readonly arabic: number; readonly latin: number }) {
    this.#alphabet = alphabet;
    this.#groups = groups;
  }

  write(text: string): SortKey {
    // NFKC takes forms of presentation back to letters
    const plain = text.normalize('NFKC').trim();
    const words = plain
      .replace(LATIN_ARTICLE, '')
      .split(WORD_BREAK)
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
    let articles = 0;
    for (const [index, word] of words.entries()) {
      if (index > 0) this.#letters += WORD_END;
      const letters = word.replace(ALL_IGNORED, '').replace(/^[^\p{L}\p{N}]+/u, '');
      const hasArticle = this.#alphabet.hasArticle && beginsWithArticle(letters);
      if (hasArticle) articles += 1;
      this.#writeWord(hasArticle ? letters.slice(2) : word);
    }
    const forms = `${this.#forms}${String.fromCharCode(articles)}`;
    const label = this.#label;
    return { group: this.#group, levels: [this.#letters, forms, plain], label };
  }

  #writeWord(word: string): void {
    for (const [piece] of word.matchAll(PIECE)) {
      if (/^\p{Nd}/u.test(piece)) this.#writeNumber(piece);
      else this.#writeLetter(piece);
    }
  }

  #writeNumber(digits: string): void {
    const value = toAsciiDigits(digits).replace(/^0+(?=.)/, '');
    const length = Math.min(value.length, LONGEST_NUMBER);
    if (this.#letters === '') this.#group = NUMBER;
    this.#letters += `${DIGITS_BEGIN}${String.fromCharCode(length)}${value}`;
  }

  /** @param piece a letter with its marks */
  #writeLetter(piece: string): void {
    if (IGNORED.test(piece[0]!)) return;
    const { arabic, latin } = this.#groups;
    if (IS_ARABIC.test(piece)) this.#writeArabic(piece.replace(ALL_IGNORED, ''), arabic);
    else if (IS_LATIN.test(piece)) this.#writeLatin(piece, latin);
    else this.#add(THIRD, `${letterUnit(THIRD, 0)}${bare(piece)}`, 0, bare(piece).toUpperCase());
  }

  #writeArabic(letter: string, group: number): void {
    const { weights, heads, hasArticle } = this.#alphabet;
    if (letter === 'آ' && hasArticle) {
      const alef = weights.get('ا')!;
      const unit = letterUnit(group, alef.letter);
      this.#add(group, `${unit}${unit}`, 1, heads[alef.letter]!);
      return;
    }
    const weight = weights.get(letter) ?? weights.get(bare(letter));
    if (weight === undefined) this.#add(group, `${letterUnit(group, OTHER_LETTERS)}${letter}`, 0, letter);
    else this.#add(group, letterUnit(group, weight.letter), weight.form, heads[weight.letter]!);
  }

  #writeLatin(piece: string, group: number): void {
    const lower = bare(piece);
    const letters = TAKEN_APART[lower] ?? lower;
    const form = letters === piece.toLowerCase() ? 0 : 1;
    for (const letter of letters)
      this.#add(group, letterUnit(group, letter.codePointAt(0)! & 0xfff), form, letter.toUpperCase());
  }

  #add(group: number, units: string, form: number, label: string): void {
    if (this.#letters === '') {
      this.#group = group;
      this.#label = label;
    }
    this.#letters += units;
    this.#forms += String.fromCharCode(form).repeat(units.length);
  }
}

/** Arabic letters that no alphabet here has come after those that it has. */
const OTHER_LETTERS = 0xf00;

/** In small letters, without accents. */
function bare(piece: string): string {
  return piece.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const LATIN_ARTICLE = /^[\p{P}\u02BB-\u02BF\s]*(?:al|el)[-\u2010\u2011](?=[\p{P}\u02BB-\u02BF]*\p{L})/iu;

/** Relative pronouns and the name of God; Elias and loans whose hamza many do not write. */
const WHOLE =
  'الله|اللهم|الذي|الذين|التي|اللذان|اللذين|اللتان|اللتين|اللاتي|اللائي|اللواتي|الياس|المانيا|البانيا|البرت|الكسندر';
/** Verbal nouns of form VIII whose first radical is ل: the article before them is another ال (الالتزام). */
const FORM_VIII =
  'التزام|التهاب|التباس|التماس|التحام|التحاق|التقاط|التقاء|التفات|التفاف|التواء|التئام|التجاء|التهاء|التثام|التصاق|التقام|التذاذ|التماع|التياع';
const NO_ARTICLE = new RegExp(`^(?:${WHOLE}|التهام|الكترون\\p{L}*|(?:${FORM_VIII})(?:ة|ات|ي|ية)?)$`, 'u');
const ARTICLE = /^[اٱ]ل(?=\p{L}{2})/u;

/** @param letters a word without its marks */
function beginsWithArticle(letters: string): boolean {
  return ARTICLE.test(letters) && !NO_ARTICLE.test(letters.replace('ٱ', 'ا').replace(/\P{L}+$/u, ''));
}
