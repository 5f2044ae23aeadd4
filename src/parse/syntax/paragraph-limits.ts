import { codeText, htmlText, labelEnd } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { MessageId } from '../../base/messages/index.ts';
import type { Reading } from './arabic-emphasis.ts';

/**
 * Limits of one paragraph, beyond which the parser is not let go on: its time grows with the square of what a
 * paragraph holds. They are counted where it counts, in its own constructs, so that code, rows of tables and items of
 * lists, of which each is parsed apart, may hold as much as they like.
 */

/** Marks of emphasis and brackets, which are paired: to half a second here, and half a minute at ten times as many. */
const MARK_LIMIT = 5_000;

/** Brackets in brackets: each that closes goes over all that it holds. */
const OPEN_LIMIT = 500;

/** Line ends and all signs that could begin something: each cuts the text, and the pieces are joined one by one. */
const SIGN_LIMIT = 16_000;

/** Lines that go on with the paragraph of a quotation or an item without its mark: each looks back over all others. */
const LAZY_LIMIT = 4_000;

/** Openers of kinds that never close, each of which is looked for to the end of the paragraph. */
const OPENER_LIMIT = 64;

/** UTF-16 units without an empty line that no limit can be reached in. */
const HARMLESS = MARK_LIMIT;

/** Ends the parsing of a text with a paragraph beyond a limit. */
export class ParagraphLimit extends Error {
  /** 1-based, in the text parsed. */
  readonly line: number;
  readonly rule: MessageId;
  readonly limit: number;
  constructor(line: number, rule: 'markup-too-dense' | 'paragraph-too-long', limit: number) {
    super(rule);
    this.line = line;
    this.rule = rule;
    this.limit = limit;
  }
}

/** Whether a text has a stretch without an empty line in which a paragraph could reach a limit. */
export function mayReachLimits(text: string): boolean {
  if (text.length <= HARMLESS) return false;
  let start = 0;
  for (const { index } of text.matchAll(EMPTY_LINE)) {
    if (index - start > HARMLESS) return true;
    start = index;
  }
  return text.length - start > HARMLESS;
}

const EMPTY_LINE = /(?:\r\n?|\n)[ \t]*(?=[\r\n])/g;

/** What is known of the paragraph (or cell, heading, title) that a tokenizer is in. */
interface Counted {
  marks: number;
  signs: number;
  /** Brackets that are open. */
  open: number;
  readonly line: number;
  /** Kinds of openers that have been looked for to the end of the paragraph in vain. */
  readonly unclosed: Set<string>;
}

/** The limits as an extension: only of texts that could reach one, for it costs a hundredth of the time of parsing. */
export function limitParagraphs(reading: Reading): Extension {
  const counted = new WeakMap<TokenizeContext, Counted>();
  const countedIn = (context: TokenizeContext): Counted => {
    const known = counted.get(context) ?? {
      marks: 0,
      open: 0,
      signs: 0,
      line: context.now().line,
      unclosed: new Set(),
    };
    counted.set(context, known);
    return known;
  };
  const watch: Watch = (context) => {
    const known = countedIn(context);
    const { offset } = context.now();
    return { known, count: (code) => count(known, code, reading.text, offset) };
  };
  const counter = countWhere(watch);
  const afterNoLetter = countWhere(watch, (code) => !isLetter(code));
  const afterNoColon = countWhere(watch, (code) => code !== COLON);
  const closing = (construct: Construct, name: string, kindOf: (text: string, at: number) => string | null) =>
    lookOnce(construct, name, watch, (at) => kindOf(reading.text, at));
  return {
    disable: { null: ['codeText', 'htmlText', 'labelEnd'] },
    document: { null: lazyCounter(reading) },
    text: {
      ...Object.fromEntries(SIGNS.map((code) => [code, counter])),
      ...Object.fromEntries(ADDRESSES.map((code) => [code, afterNoLetter])),
      [COLON]: afterNoColon,
      [BACKTICK]: closing(codeText, 'closedCode', runOfBackticks),
      [LESS_THAN]: closing(htmlText, 'closedHtml', kindOfHtml),
      [BRACKET]: closing(labelEnd, 'closedLabel', () => null),
    },
    string: { [AMPERSAND]: counter, [BACKSLASH]: counter },
  };
}

const COLON = 58;
const [LESS_THAN, BACKTICK, OPEN_BRACKET, BRACKET, AMPERSAND, BACKSLASH] = [60, 96, 91, 93, 38, 92];

/** micromark's codes of line ends (CR, LF, both), and what constructs of it, of GFM and ours begin with. */
const SIGNS: readonly number[] = [-5, -4, -3, ...Array.from('!$&*[\\_{~', (sign) => sign.charCodeAt(0))];

/** What bare addresses begin with, where no letter stands before them. */
const ADDRESSES: readonly number[] = Array.from('hHwW', (sign) => sign.charCodeAt(0));

const isLetter = (code: Code) => code !== null && (code | 32) >= 97 && (code | 32) <= 122;

/** `*`, `_`, `~`, `[`, `]` */
const MARKS: ReadonlySet<Code> = new Set(Array.from('*_~[]', (sign) => sign.charCodeAt(0)));

function count(known: Counted, code: Code, text: string, at: number): void {
  known.signs++;
  if (MARKS.has(code)) known.marks += lengthOfRun(text, at);
  else if (text.startsWith('![', at)) known.marks++;
  known.open +=
    code === OPEN_BRACKET || text.startsWith('![', at) ? 1 : code === BRACKET && known.open > 0 ? -1 : 0;
  if (known.open > OPEN_LIMIT) throw new ParagraphLimit(known.line, 'markup-too-dense', OPEN_LIMIT);
  if (known.marks > MARK_LIMIT) throw new ParagraphLimit(known.line, 'markup-too-dense', MARK_LIMIT);
  if (known.signs > SIGN_LIMIT) throw new ParagraphLimit(known.line, 'paragraph-too-long', SIGN_LIMIT);
}

/** Looks at the sign that a construct is about to read. */
type Watch = (context: TokenizeContext) => { readonly known: Counted; count(code: Code): void };

/** Counts a sign and leaves it to others. @param previous where it may begin something, as constructs say it */
function countWhere(watch: Watch, previous?: (code: Code) => boolean): Construct {
  return {
    name: 'signCounter',
    ...(previous && { previous }),
    tokenize(_, __, nok) {
      const { count } = watch(this);
      return (code) => {
        count(code);
        return nok(code);
      };
    },
  };
}

/**
 * A construct that looks for its end to the end of the paragraph, once of each kind: where the first has none, none
 * after it has one. `kindOf` null: the construct tells its kinds by no more than itself, and may try a few times.
 */
function lookOnce(
  construct: Construct,
  name: string,
  watch: Watch,
  kindOf: (at: number) => string | null,
): Construct {
  return {
    ...construct,
    name,
    tokenize(effects, ok, nok) {
      const { known, count } = watch(this);
      const kind = kindOf(this.now().offset) ?? `${name} ${known.unclosed.size}`;
      const noteEnd =
        (next: State): State =>
        (code) => {
          if (code === null) known.unclosed.add(kind);
          if (known.unclosed.size > OPENER_LIMIT)
            throw new ParagraphLimit(known.line, 'paragraph-too-long', OPENER_LIMIT);
          return next(code);
        };
      const begin = construct.tokenize.call(this, watchAttempts(effects, noteEnd), ok, noteEnd(nok));
      return (code) => {
        count(code);
        return known.unclosed.has(kind) ? nok(code) : begin(code);
      };
    },
  };
}

/** Also what the construct tries on its way, such as the address and the title of a link. */
function watchAttempts(effects: Effects, noteEnd: (next: State) => State): Effects {
  return {
    ...effects,
    attempt: (given, ok, nok) => {
      if (Array.isArray(given) || !('tokenize' in given)) return effects.attempt(given, ok, nok);
      const { tokenize } = given as Construct;
      const watched: Construct = {
        ...(given as Construct),
        tokenize(inner, innerOk, innerNok) {
          return tokenize.call(this, inner, innerOk, noteEnd(innerNok));
        },
      };
      return effects.attempt(watched, ok, nok);
    },
  };
}

/** A run of backticks is closed by one as long. */
function runOfBackticks(text: string, at: number): string {
  return `code ${lengthOfRun(text, at)}`;
}

/** How many of the sign at a place stand there in a row; of brackets, which are read one by one, it is one. */
function lengthOfRun(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === OPEN_BRACKET || sign === BRACKET) return 1;
  let end = at + 1;
  while (text.charCodeAt(end) === sign) end++;
  return end - at;
}

/** `<!--`, `<![CDATA[`, `<!A`, `<?`; null of a tag, after whose open quotation mark another may be whole. */
function kindOfHtml(text: string, at: number): string | null {
  return /^<(?:!--|!\[CDATA\[|!(?=[a-z])|\?)/i.exec(text.slice(at, at + 9))?.[0] ?? null;
}

/** The line that a document is at, and how many of its paragraph's were lazy. */
interface LazyLines {
  line: number;
  start: number;
  count: number;
}

/** Counts at the start of each line, where containers may open, whether the one before was lazy. */
function lazyCounter(reading: Reading): Construct {
  const counted = new WeakMap<TokenizeContext, LazyLines>();
  return {
    name: 'lazyCounter',
    tokenize(_, __, nok) {
      const { line, offset } = this.now();
      const known = counted.get(this) ?? { line: 0, start: 0, count: 0 };
      counted.set(this, known);
      return (code) => {
        if (line > known.line) {
          const start = reading.text.lastIndexOf('\n', offset - 1) + 1;
          if (this.parser.lazy[line - 1]) known.count++;
          else if (ITEM.test(reading.text.slice(known.start, Math.min(start, known.start + WIDEST))))
            known.count = 0;
          if (code !== null && code < LAST_EOL) known.count = 0;
          if (known.count > LAZY_LIMIT) throw new ParagraphLimit(line, 'paragraph-too-long', LAZY_LIMIT);
          Object.assign(known, { line, start });
        }
        return nok(code);
      };
    },
  };
}

/** micromark's codes of line ends are below that of a tab. */
const LAST_EOL = -2;

/** Units of a line in which an item may begin. */
const WIDEST = 100;

/** A line that begins an item, which no paragraph before it goes on into. */
const ITEM =
  /^(?:[ \t]{0,3}>[ \t]?)*[ \t]{0,3}(?:[-+*\u2013\u2022\u25cf\u25aa\u25e6\u2023]|\p{N}{1,9}[.)-]|\p{L}\u0640?[.)-])[ \t]/u;
