import type { Code } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { Highlighter } from '../highlight/highlighter.ts';
import type { CodeToken } from '../highlight/token.ts';
import { originOf } from '../parse/node-origin.ts';
import type { OpenWords, OutlinedText, WordFace } from '../vector/outlined-text.ts';

/** The digits of line numbers, as outlines: drawn and no characters, they are neither copied with the code nor read. */
export type LineDigits = ReadonlyMap<string, OutlinedText>;

const CODE_FACE: WordFace = { family: 'mono', bold: false, italic: false };

/** Of one block, in UTF-16 units: some 30 pages. */
const LONGEST = 50_000;
/** What no author writes by hand, and is not looked through. */
const ENDLESS = /[\w$-]{1000}|\s{1000}/;

/** The code of one document: first looked at in its order, then asked for where it stands. */
export class CodeLoader {
  readonly #openWords: OpenWords;
  readonly #tokens = new Map<string, readonly CodeToken[] | null>();
  #digits: LineDigits = new Map();
  /** null where the package is not installed; undefined before the first code with a language. */
  #highlighter: Highlighter | null | undefined;

  constructor(openWords: OpenWords) {
    this.#openWords = openWords;
  }

  async load(node: Code): Promise<void> {
    if (isNumbered(node) && this.#digits.size === 0) {
      const setWords = await this.#openWords();
      this.#digits = new Map([...'0123456789'].map((digit) => [digit, setWords(digit, CODE_FACE)]));
    }
    const key = keyOf(node);
    if (isPlain(node) || this.#tokens.has(key) || isTooLong(node)) return;
    if (this.#highlighter === undefined) {
      // Loaded by documents that have code in a language alone.
      const { openHighlighter } = await import('../highlight/highlighter.ts');
      this.#highlighter = await openHighlighter();
    }
    this.#tokens.set(key, (await this.#highlighter?.highlight(node.value, node.lang!)) ?? null);
  }

  /** The tokens of the code, one where it keeps one colour; that a language is not known is reported. */
  tokensOf(node: Code, sink: Sink): readonly CodeToken[] {
    const tokens = this.#tokens.get(keyOf(node));
    if (tokens === null && this.#highlighter)
      sink.report('code-language', originOf(node), { lang: node.lang! });
    if (!isPlain(node) && isTooLong(node)) sink.report('code-long', originOf(node));
    return tokens ?? [{ text: node.value, kind: null }];
  }

  /** Of code with numbered lines. */
  get digits(): LineDigits {
    return this.#digits;
  }
}

const isTooLong = ({ value }: Code) => value.length > LONGEST || ENDLESS.test(value);

const isNumbered = ({ data }: Code) => data?.lines !== undefined && data.lines.numberFrom !== null;

const keyOf = ({ lang, value }: Code) => `${lang ?? ''} ${value}`;

/** Text in the shape it was typed in, and no language that machines read. */
export function isPlain({ lang }: Code): boolean {
  return lang === null || lang === undefined || /^(?:te?xt|plain|plaintext|md|markdown|none)$/i.test(lang);
}
