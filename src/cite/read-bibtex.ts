import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { BibliographyFile } from '../project/bibliography.ts';

/** An entry as its file has it: names in small letters, values as LaTeX. */
export interface RawEntry {
  readonly type: string;
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly origin: Origin;
}

/**
 * Reads BibTeX and BibLaTeX (the grammar of both: btxdoc, and the manual of biber). It is our own, because a file that
 * is broken in the middle is usual where people edit it by hand: readers found on npm stop at the first mistake, or
 * swallow what follows it, and none says the line and column. Here an entry ends at the latest where the next begins
 * a line; of a broken one the fields are kept that can be read, and its place is told.
 */
export function readBibtex({ path, text }: BibliographyFile, sink: Sink): readonly RawEntry[] {
  return new BibtexReader(path, text, sink).read();
}

/** The beginning of an entry on a line of its own. */
const NEXT = /\n[ \t]*@[A-Za-z]+\s*[{(]\s*[^\s,{}"=]+\s*,/g;
/** A field that begins a line: where the one before it has not been closed, it ends there. */
const FIELD_NAME = /\s*([A-Za-z][\w:.+/-]*)\s*=\s*/y;
/** The same behind another on its line. */
const FIELD_ON_LINE = /,[ \t]*[A-Za-z][\w:.+/-]{0,30}[ \t]*=[ \t]*[{"\d]/;
/** How far the end of a value is sought in an entry that is broken already, UTF-16 units. */
const SHORT_OF_SIGHT = 10_000;
const MOST_FIELDS = 500;
/** Of one file, in which more is worth no search. */
const MOST_UNCLOSED = 200;

const MONTHS: Readonly<Record<string, string>> = Object.fromEntries(
  'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((name, index) => [name, String(index + 1)]),
);

/** The field that is read, where it begins, and what closes its entry. */
interface FieldPlace {
  readonly key: string;
  readonly name: string;
  readonly start: number;
  readonly closing: string;
}

class BibtexReader {
  readonly #path: string;
  readonly #text: string;
  readonly #sink: Sink;
  readonly #macros = new Map<string, string>(Object.entries(MONTHS));
  readonly #lines: number[] = [0];
  /** Where lines begin that begin with an entry, and the first of them that is not behind. */
  readonly #nexts: readonly number[];
  #next = 0;
  #unclosed = 0;
  #at = 0;
  /** Of the entry that is read: it ends here at the latest, and whether it is broken. */
  #limit = 0;
  #isBroken = false;

  constructor(path: string, text: string, sink: Sink) {
    this.#path = path;
    this.#text = text;
    this.#sink = sink;
    this.#nexts = Array.from(text.matchAll(NEXT), ({ index }) => index + 1);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines.push(at + 1);
  }

  /** What stands outside entries is a comment. */
  read(): readonly RawEntry[] {
    const entries: RawEntry[] = [];
    for (let sign = this.#text.indexOf('@'); sign >= 0; sign = this.#text.indexOf('@', this.#at)) {
      this.#at = sign + 1;
      const opening = /\s*([A-Za-z]+)\s*([{(])/y;
      opening.lastIndex = this.#at;
      const match = opening.exec(this.#text);
      if (match === null) continue;
      this.#at += match[0].length;
      this.#limit = this.#limitFrom(this.#at);
      this.#isBroken = false;
      const type = match[1]!.toLowerCase();
      const entry = this.#readItem(type, match[2] === '(' ? ')' : '}', sign);
      if (entry !== null) entries.push(entry);
    }
    return entries;
  }

  #limitFrom(at: number): number {
    while ((this.#nexts[this.#next] ?? Number.POSITIVE_INFINITY) < at) this.#next++;
    return this.#nexts[this.#next] ?? this.#text.length;
  }

  #readItem(type: string, closing: string, sign: number): RawEntry | null {
    if (type === 'comment' || type === 'preamble') {
      this.#at = this.#closeOf(this.#at, closing) ?? this.#limit;
      return null;
    }
    if (type === 'string') {
      for (const [name, value] of this.#readFields('@string', closing)) this.#macros.set(name, value);
      return null;
    }
    const found = /\s*([^\s,{}"=]*)\s*(,|(?=[)}]))/y;
    found.lastIndex = this.#at;
    const match = found.exec(this.#text);
    const key = match?.[1] ?? '';
    const origin = this.#originAt(sign);
    if (match === null || key === '') {
      this.#sink.report('bibtex-keyless', origin);
      this.#at = this.#closeOf(this.#at, closing) ?? this.#limit;
      return null;
    }
    this.#at += match[0].length;
    return { type, key, fields: this.#readFields(key, closing), origin };
  }

  #readFields(key: string, closing: string): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    for (let count = 0; ; count++) {
      if (count === MOST_FIELDS || this.#unclosed > MOST_UNCLOSED) this.#at = this.#limit;
      this.#skip(/[\s,]*/y);
      if (this.#at >= this.#limit) {
        this.#reportBroken(key, this.#limit);
        break;
      }
      if (this.#text[this.#at] === closing) {
        this.#at++;
        break;
      }
      FIELD_NAME.lastIndex = this.#at;
      const match = FIELD_NAME.exec(this.#text);
      if (match === null || this.#at + match[0].length > this.#limit) {
        this.#reportBroken(key, this.#at);
        this.#at = this.#nextField() ?? this.#limit;
        continue;
      }
      const start = this.#at;
      this.#at += match[0].length;
      const name = match[1]!.toLowerCase();
      const value = this.#readValue({ key, name, start, closing });
      // the first of two of one name holds, as with BibTeX
      if (value !== '' && !fields.has(name)) fields.set(name, value);
    }
    return fields;
  }

  #reportBroken(key: string, at: number): void {
    if (!this.#isBroken) this.#sink.report('bibtex-broken', this.#originAt(at), { key });
    this.#isBroken = true;
  }

  /** The beginning of a line that is one of a field. */
  #nextField(): number | null {
    const line = /\n[ \t]*[A-Za-z][\w:.+/-]*[ \t]*=[ \t]*[{"\w]/g;
    line.lastIndex = this.#at;
    const match = line.exec(this.#text);
    return match === null || match.index >= this.#limit ? null : match.index + 1;
  }

  /** `{braced}`, `"quoted"`, a number or a macro, and several joined by `#`. */
  #readValue(field: FieldPlace): string {
    let value = '';
    for (;;) {
      value += this.#readPart(field);
      const joint = /\s*#\s*/y;
      joint.lastIndex = this.#at;
      if (!joint.test(this.#text) || joint.lastIndex >= this.#limit) return value.trim();
      this.#at = joint.lastIndex;
    }
  }

  #readPart(field: FieldPlace): string {
    const sign = this.#text[this.#at];
    if (sign === '{' || sign === '"') {
      const start = this.#at + 1;
      const end = this.#closeOf(start, sign === '{' ? '}' : '"');
      if (end === null || this.#isSwallowed(start, end, field.closing))
        return this.#readUnclosed(start, field);
      this.#at = end;
      return this.#text.slice(start, end - 1);
    }
    const bare = /[^\s,#{}()"]+/y;
    bare.lastIndex = this.#at;
    const word = bare.exec(this.#text)?.[0] ?? '';
    this.#at += word.length;
    if (word === '' || /^\d+$/.test(word)) return word;
    const known = this.#macros.get(word.toLowerCase());
    if (known === undefined)
      this.#sink.report('bibtex-macro', this.#originAt(this.#at - word.length), { name: word });
    return known ?? word;
  }

  /** Whether a brace that was left out has been taken from the end of the entry, and fields with it. */
  #isSwallowed(start: number, end: number, closing: string): boolean {
    const next = /\s*(\S?)/y;
    next.lastIndex = end;
    const sign = next.exec(this.#text)?.[1] ?? '';
    if (sign === ',' || sign === '#' || sign === closing) return false;
    const value = this.#text.slice(start, end);
    return /\n[ \t]*[A-Za-z][\w:.+/-]*[ \t]*=[ \t]*[{"\d]/.test(value) || FIELD_ON_LINE.test(value);
  }

  /** It is taken to end with its line, or where a field follows on it, and the entry to go on there. */
  #readUnclosed(start: number, { key, name, start: at }: FieldPlace): string {
    this.#sink.report('bibtex-unclosed', this.#originAt(at), { key, field: name });
    this.#isBroken = true;
    this.#unclosed++;
    const newline = this.#text.indexOf('\n', start);
    const lineEnd = Math.min(newline < 0 ? this.#text.length : newline, this.#limit);
    const next = this.#text.slice(start, Math.min(lineEnd, start + SHORT_OF_SIGHT)).search(FIELD_ON_LINE);
    const end = next < 0 ? lineEnd : start + next;
    this.#at = end;
    const value = this.#text.slice(start, end).replace(/[\s,]+$/, '');
    // braces that only this line opens or closes mean nothing
    return value.split('{').length === value.split('}').length ? value : value.replace(/[{}]/g, '');
  }

  /** Behind the sign that closes what begins at `start`, braces within it closed; null where none does. */
  #closeOf(start: number, closing: string): number | null {
    const limit = this.#isBroken ? Math.min(this.#limit, start + SHORT_OF_SIGHT) : this.#limit;
    let depth = 0;
    for (let at = start; at < limit; at++) {
      const sign = this.#text[at]!;
      if (depth === 0 && sign === closing) return at + 1;
      if (sign === '\\') at++;
      else if (sign === '{') depth++;
      else if (sign === '}' && --depth < 0) return null;
    }
    return null;
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    pattern.exec(this.#text);
    this.#at = Math.max(this.#at, pattern.lastIndex);
  }

  #originAt(at: number): Origin {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { file: this.#path, line: low + 1, column: at - this.#lines[low]! + 1 };
  }
}
