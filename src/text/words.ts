/**
 * What one face must set as a whole: a word with its marks and joiners, a number with its separators, a sign with
 * the marks upon it. Typeset from two faces, a number has digits of two sizes, a vowel stands beside
 * its letter, and some readers tear the word (MuPDF).
 */
const WORD =
  /[\p{L}\p{M}\p{N}\p{Join_Control}]+(?:(?<=\p{N})[.,:/\u066B\u066C](?=\p{N})[\p{L}\p{M}\p{N}\p{Join_Control}]+)*|[^\s\p{L}\p{M}\p{N}][\p{M}\u200D\uFE0E\uFE0F]+/gu;

/** UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The words of a text, found when first asked for. */
export class Words {
  readonly #text: string;
  #words: readonly Stretch[] | null = null;
  /** Of the word looked at last: text is gone through in order. */
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The word that the character at `at` belongs to; the character alone where it belongs to none. */
  around(at: number): Stretch {
    this.#words ??= Array.from(this.#text.matchAll(WORD), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    const words = this.#words;
    while (this.#at > 0 && words[this.#at - 1]!.end > at) this.#at--;
    while (this.#at < words.length && words[this.#at]!.end <= at) this.#at++;
    const word = words[this.#at];
    if (word && word.start <= at) return word;
    return { start: at, end: at + (this.#text.codePointAt(at)! > 0xffff ? 2 : 1) };
  }

  /** Whether a word goes on from the character before `at` to the one there. */
  goesThrough(at: number): boolean {
    if (at === 0 || at >= this.#text.length) return false;
    if (this.#text[at - 1] === ' ' || NEVER_INSIDE.has(this.#text.charCodeAt(at))) return false;
    return this.around(at).start < at;
  }
}

/** Spaces and marks that continue no word: most stretches end at one, and words are looked for at the others only. */
const NEVER_INSIDE: ReadonlySet<number> = new Set(
  Array.from(' \u00A0\u060C\u061B\u061F«»()[]!', (char) => char.charCodeAt(0)),
);
