import { closerOfFormula } from './syntax/formulas.ts';

/** A stretch of a source that parses alike alone and in its place. */
export interface SourcePiece {
  readonly text: string;
  /** Lines and UTF-16 units before it. */
  readonly lines: number;
  readonly offset: number;
}

/**
 * Smallest piece worth cutting, in UTF-16 units. micromark keeps the events of a whole file in one
 * array, and its time grows faster than the file: 5.8 MB cost 1.9 s in one piece, 1.1 s in such pieces.
 */
const PIECE_SIZE = 16_384;

/** Files shorter than this (some 30 pages) gain nothing. */
const LONG_SOURCE = 8 * PIECE_SIZE;

/**
 * Cuts a long source before ATX headings at the start of a line, after a blank line, where no code
 * fence, directive, raw HTML or front matter can be open: such a heading ends every other construct.
 * Every piece holds a heading. Where an opener is indented it may belong to a list item that ends
 * before its fence does; nothing is cut after such a line.
 */
export function cutSource(text: string): SourcePiece[] {
  if (text.length < LONG_SOURCE) return [{ text, lines: 0, offset: 0 }];
  const pieces: SourcePiece[] = [];
  let piece = { start: 0, line: 0, headings: 0 };
  let open = /^---[ \t]*\r?\n/.test(text) ? /^---[ \t]*\r?$/ : null;
  let blankBefore = false;
  for (let start = 0, line = 0; start < text.length; line++) {
    const end = endOfLine(text, start);
    if (open && start > 0) {
      if (open.test(text.slice(start, end))) open = null;
    } else if (text.charCodeAt(start) === 0x23 && isHeading(text, start)) {
      if (blankBefore && piece.headings > 0 && start - piece.start >= PIECE_SIZE) {
        pieces.push(pieceOf(text, piece, start));
        piece = { start, line, headings: 0 };
      }
      piece.headings++;
    } else if (!open) {
      const opened = readOpener(text, start, end);
      if (opened === 'uncertain') break;
      open = opened;
    }
    blankBefore = isBlank(text, start, end);
    start = end + 1;
  }
  pieces.push(pieceOf(text, piece, text.length));
  return pieces;
}

function pieceOf(text: string, from: { start: number; line: number }, end: number): SourcePiece {
  return { text: text.slice(from.start, end), lines: from.line, offset: from.start };
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (!' \t\r'.includes(text[index]!)) return false;
  return true;
}

function isHeading(text: string, start: number): boolean {
  let index = start;
  while (text.charCodeAt(index) === 0x23) index++;
  return index - start <= 6 && (text[index] === ' ' || text[index] === '\t');
}

/** What closes raw HTML that runs over blank lines, by its opener (CommonMark 4.6, kinds 1 to 5). */
const HTML_CLOSERS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/** The pattern of the line that closes what this line opens, null when it opens nothing. */
function readOpener(text: string, start: number, end: number): RegExp | 'uncertain' | null {
  let index = start;
  while (index - start < 4 && text[index] === ' ') index++;
  const first = text[index];
  if (first === undefined || !'`~:<$\\'.includes(first)) return null;
  const line = text.slice(index, end);
  const closer = closerOfFormula(text, index) ?? (first === '<' ? closerOfHtml(line) : closerOfFence(line));
  return closer && index > start ? 'uncertain' : closer;
}

/** A directive's opening line with nothing else on it; one that is unlike this may or may not open. */
const PLAIN_DIRECTIVE = /^:{3,}[\p{L}\p{N}_-]+(?:\[[^[\]]*\])?(?:\{[^{}]*\})?[ \t]*\r?$/u;

function closerOfFence(line: string): RegExp | 'uncertain' | null {
  const fence = /^(?:`{3,}(?=[^`]*$)|~{3,}|:{3,} *(?=[^\s:]))/.exec(line)?.[0];
  if (!fence) return null;
  if (fence[0] === ':' && !PLAIN_DIRECTIVE.test(line)) return 'uncertain';
  return new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*\\r?$`);
}

function closerOfHtml(line: string): RegExp | null {
  for (const [opener, closer] of HTML_CLOSERS)
    if (opener.test(line)) return closer.test(line) ? null : closer;
  return null;
}
