import type { Code, Math as DisplayMath, InlineMath } from 'mdast';
import type { CompileContext, Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Construct, Effects, Extension, State, Token, TokenizeContext } from 'micromark-util-types';
import type { Reading } from './arabic-emphasis.ts';
import { readAttributes } from './attributes.ts';
import { isTex } from './foreign-syntax.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula';
    inlineFormula: 'inlineFormula';
  }
}

/** Environments that TeX and amsmath set as displayed formulas. */
const OPENER =
  /\$\$(?!\$)|\\\[|\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath)\*?)\}/y;

/** What may stand after a closer: a label, as pandoc-crossref and MyST write it, and the stop of a sentence. */
const AFTER_CLOSER = /^[ \t]*(?<label>\{[^{}]*\}|\([^()]*\))?(?<stop>[.,،؛;]?)[ \t]*$/;

/** Bounded, so that a page of openers costs no more than it is long times this. Lines. */
const LONGEST = 100;

/**
 * Displayed formulas on lines of their own, `$$` to `$$`, `\[` to `\]`, `\begin{equation}` to its end: blocks
 * of literal lines, as code between fences is. What their lines begin with (`-`, `=`, `#`, `>`, `|`) is
 * theirs. An opener without a closer opens nothing.
 */
export function formulas(reading: Reading): Extension {
  const construct: Construct = {
    name: 'formula',
    concrete: true,
    tokenize(effects, ok, nok) {
      const { offset, line } = this.now();
      const lines = countLines(reading.text, offset);
      return lines === null ? nok : readLines(this, line + lines, effects, ok);
    },
  };
  return { flow: { [DOLLAR]: construct, [BACKSLASH]: construct } };
}

const DOLLAR = 36;
const BACKSLASH = 92;

function readLines(self: TokenizeContext, last: number, effects: Effects, ok: State): State {
  const begin: State = (code) => {
    effects.enter('formula');
    return atLineStart(code);
  };
  const atLineStart: State = (code) => {
    if (code === null || code < LAST_EOL) return atLineEnd(code);
    effects.enter('data');
    return inLine(code);
  };
  const inLine: State = (code) => {
    if (code === null || code < LAST_EOL) {
      effects.exit('data');
      return atLineEnd(code);
    }
    effects.consume(code);
    return inLine;
  };
  const atLineEnd: State = (code) => {
    if (code === null || self.interrupt || self.now().line >= last) return end(code);
    return effects.check(isOfSameContainer, next, end)(code);
  };
  const next: State = (code) => {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return atLineStart;
  };
  const end: State = (code) => {
    effects.exit('formula');
    return ok(code);
  };
  return begin;
}

/** micromark's codes of line endings are below that of a tab. */
const LAST_EOL = -2;

/** As `nonLazyContinuation` of micromark-core-commonmark, which does not export it. */
const isOfSameContainer: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
    };
  },
};

/** What stands first in the last line of a formula that a line begins at `at`; null where none begins. */
export function closerOfFormula(text: string, at: number): RegExp | null {
  const opener = openerAt(text, at);
  if (opener === null || !countLines(text, at)) return null;
  return new RegExp(opener.closer.replace(/[$\\[\]{}*]/g, '\\$&'));
}

interface Opener {
  readonly written: string;
  readonly closer: string;
}

function openerAt(text: string, at: number): Opener | null {
  OPENER.lastIndex = at;
  const found = OPENER.exec(text);
  if (!found) return null;
  const [written, environment] = found;
  if (environment !== undefined) return { written, closer: `\\end{${environment}}` };
  return { written, closer: written === '$$' ? '$$' : '\\]' };
}

/** How many lines after that of the opener at `at` its closer stands; null where it opens no block. */
function countLines(text: string, at: number): number | null {
  const opener = openerAt(text, at);
  if (!opener) return null;
  const { written, closer } = opener;
  const container = containerOf(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
  let start = endOfLine(text, at);
  const content = [text.slice(at + written.length, start)];
  const found = content[0]!.indexOf(closer);
  if (found >= 0) return isClosed(content[0]!, found, opener) ? 0 : null;
  for (let lines = 1; lines < LONGEST && start < text.length; lines++) {
    const end = endOfLine(text, start + 1);
    const line = lineWithin(text.slice(start + 1, end).trimEnd(), container);
    if (line === null) return null;
    const found = line.indexOf(closer);
    content.push(found < 0 ? line : line.slice(0, found));
    if (found >= 0) {
      const closes = AFTER_CLOSER.test(line.slice(found + closer.length));
      return closes && isDisplayed(content, written) ? lines : null;
    }
    start = end;
  }
  return null;
}

/** Whether a line that a formula begins ends with it. */
function isClosed(line: string, at: number, { written, closer }: Opener): boolean {
  return AFTER_CLOSER.test(line.slice(at + closer.length)) && isDisplayed([line.slice(0, at)], written);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface Container {
  readonly quotations: number;
  /** Columns of a list item whose marker stands before the opener; its further lines have as many. */
  readonly indent: number;
}

function containerOf(prefix: string): Container {
  const behind = prefix.slice(prefix.lastIndexOf('>') + 1);
  return {
    quotations: prefix.split('>').length - 1,
    indent: behind.trim() === '' ? 0 : behind.trimStart().length,
  };
}

/** A line without what its container begins it with; null where it is outside. */
function lineWithin(line: string, { quotations, indent }: Container): string | null {
  let rest = line;
  for (let level = 0; level < quotations; level++) {
    const marker = /^[ \t]*>[ \t]?/.exec(rest);
    if (!marker) return null;
    rest = rest.slice(marker[0].length);
  }
  const isOutside = rest !== '' && rest.length - rest.trimStart().length < indent && rest[0] !== '\t';
  return isOutside ? null : rest;
}

/** Units of a line that are looked at for prose. */
const WIDEST = 1_000;

/** Five words in a row that stand in no braces. */
const PROSE = /\p{L}{2,}(?:[ \t]+\p{L}{2,}){4}/u;

/** Not text that two stray signs enclose, and no bracket that its author kept from opening a link. */
function isDisplayed(lines: readonly string[], opener: string): boolean {
  const content = lines.join('\n');
  if (content.trim() === '' || (opener === '\\[' && !isTex(content))) return false;
  return !lines.some(
    (line) =>
      PROSE.test(line.slice(0, WIDEST).replace(/\{[^{}]*\}/g, '{}')) || /^\s*(?:`{3}|~{3})/.test(line),
  );
}

/** Formulas as nodes. */
export function formulaTree(): TreeExtension {
  return {
    enter: {
      formula(token) {
        this.enter({ type: 'math', value: '' }, token);
        this.buffer();
      },
      inlineFormula(token) {
        this.enter({ type: 'inlineMath', value: '' }, token);
        this.buffer();
      },
    },
    exit: { formula: closeFormula, inlineFormula: closeFormula },
  };
}

/** ```` ```math ````, as GitHub and GitLab have it. */
export function formulaOf({ value, data, position }: Code): DisplayMath {
  const { tex } = readFormula(value);
  return { type: 'math', value: tex, data: { ...data, written: value }, ...(position && { position }) };
}

function closeFormula(this: CompileContext, token: Token): void {
  const written = this.resume();
  const node = this.stack.at(-1) as DisplayMath | InlineMath;
  const { tex, displayed, ids } = readFormula(written);
  node.value = tex;
  if (node.type === 'inlineMath') node.data = { written, displayed };
  else node.data = ids.length === 0 ? { written } : { written, anchors: ids };
  this.exit(token);
}

const DELIMITED =
  /^(?:\$\$(?<dollars>[\s\S]*?)\$\$|\\\[(?<bracket>[\s\S]*?)\\\]|\\\((?<round>[\s\S]*?)\\\)|\$(?<dollar>[\s\S]*?)\$)(?<after>.*)$/;
const ENVIRONMENT = /^(?<tex>\\begin\{(?<name>[a-z]+\*?)\}[\s\S]*\\end\{\k<name>\})(?<after>.*)$/;

/** A stop behind a formula that stands by itself is set with it. */
const STOPS: Readonly<Record<string, string>> = { '،': '\\text{،}', '؛': '\\text{؛}' };

/**
 * TeX without what encloses it, and the label behind it. `\label{…}` is one, too; numbers are given by the document, so
 * that `\nonumber` has nothing to say.
 */
function readFormula(written: string): { tex: string; displayed: boolean; ids: readonly string[] } {
  const groups = (DELIMITED.exec(written) ?? ENVIRONMENT.exec(written))?.groups ?? {};
  const { dollars, bracket, round, dollar, tex, after = '' } = groups;
  const { label = '', stop = '' } = AFTER_CLOSER.exec(after)?.groups ?? {};
  const content = (dollars ?? bracket ?? round ?? dollar ?? tex ?? written).replace(UNNUMBERED, '');
  const named = [...written.matchAll(LABEL)].map(([, id]) => id!);
  const inside = label.slice(1, -1).trim();
  const labelled = label.startsWith('(') ? [inside] : (readAttributes(inside)?.ids ?? []);
  return {
    tex: content.trim() + (STOPS[stop] ?? stop),
    displayed: dollars !== undefined || bracket !== undefined,
    ids: label === '' ? named : [...labelled, ...named],
  };
}

const LABEL = /\\label\{([^{}]+)\}/g;
const UNNUMBERED = /\\label\{[^{}]*\}|\\(?:nonumber|notag)(?![a-z])/gi;
