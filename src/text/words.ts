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

/** The words of a text, each looked for when it is asked for: that is rarely. */
export class Words {
  readonly #text: string;
  /** The word found last. */
  #last: Stretch = { start: 0, end: 0 };

  constructor(text: string) {
    this.#text = text;
  }

  /** The word that the character at `at` belongs to; the character alone where it belongs to none. */
  around(at: number): Stretch {
    if (this.#last.start <= at && at < this.#last.end) return this.#last;
    // No word goes over a space or the end of another.
    const floor = this.#last.end <= at ? this.#last.end : 0;
    let from = at;
    while (from > floor && this.#text[from - 1] !== ' ') from--;
    WORD.lastIndex = from;
    for (let word = WORD.exec(this.#text); word && word.index <= at; word = WORD.exec(this.#text)) {
      this.#last = { start: word.index, end: WORD.lastIndex };
      if (at < WORD.lastIndex) return this.#last;
    }
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
