import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { BibliographyFile } from '../project/bibliography.ts';
import { isItem, type Json, referenceOf } from './from-csl.ts';
import type { Reference } from './reference.ts';

/**
 * Reads CSL-JSON: a list of items, or an object with one under `items` or `references`. Every item is parsed by
 * itself, so that its place is known and a broken file loses what is broken alone.
 */
export function readCsl({ path, text }: BibliographyFile, sink: Sink): readonly Reference[] {
  const references: Reference[] = [];
  const lines = new LineCounter(path, text);
  for (const { from, to, isWhole } of itemsOf(text, listStart(text))) {
    const origin = lines.originAt(from);
    const item = isWhole ? parseItem(text.slice(from, to), origin, sink) : null;
    if (!isWhole) sink.report('csl-broken', origin);
    if (item === null) continue;
    if (!isItem(item)) sink.report('csl-item', origin);
    else {
      const made = referenceOf(item, origin, sink);
      if (made !== null) references.push(made);
    }
  }
  return references;
}

/** Where the list of items opens; -1 where the file is one item. */
function listStart(text: string): number {
  if (/^\s*\[/.test(text)) return text.indexOf('[');
  const named = /"(?:items|references)"\s*:\s*\[/.exec(text);
  return named === null ? -1 : named.index + named[0].length - 1;
}

function parseItem(text: string, origin: Origin, sink: Sink): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // where in it is said by some engines only
    sink.report('csl-broken', origin);
    return null;
  }
}

interface ItemRange {
  readonly from: number;
  readonly to: number;
  /** Whether its brace is closed. */
  readonly isWhole: boolean;
}

/** An item on a line of its own: where the one before it has not been closed, it ends there. */
const ITEM = /\n[ \t]*\{[ \t]*(?:\n[ \t]*)?"(?:id|type)"[ \t]*:/y;

/** The objects of a list. A line end ends a text that is not closed: JSON has none within texts. */
function* itemsOf(text: string, start: number): Generator<ItemRange> {
  let depth = 0;
  let from = -1;
  let inText = false;
  for (let at = start + 1; at < text.length; at++) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at++;
      else if (sign === '"' || sign === '\n') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '{') {
      if (depth === 0) from = at;
      depth++;
    } else if (sign === '}' && depth > 0) {
      depth--;
      if (depth === 0) yield { from, to: at + 1, isWhole: true };
    }
    if (sign !== '\n' || depth === 0) continue;
    ITEM.lastIndex = at;
    if (!ITEM.test(text)) continue;
    yield { from, to: at, isWhole: false };
    depth = 0;
  }
  if (depth > 0) yield { from, to: text.length, isWhole: false };
}

/** Lines of a text, asked in their order. */
class LineCounter {
  readonly #file: string;
  readonly #text: string;
  #line = 1;
  #start = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  originAt(at: number): Origin {
    for (
      let end = this.#text.indexOf('\n', this.#start);
      end >= 0 && end < at;
      end = this.#text.indexOf('\n', this.#start)
    ) {
      this.#line++;
      this.#start = end + 1;
    }
    return { file: this.#file, line: this.#line, column: at - this.#start + 1 };
  }
}
