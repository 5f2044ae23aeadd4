import type { Nodes } from 'mdast';

/**
 * Marks of direction that editors and pasted text leave at the start of a line. Nobody sees them, but to
 * Markdown a line that begins with one is a paragraph: `#`, `-`, `1.`, `>` and `|` after it would print.
 */
const CONTROL = '\\u200B\\u200E\\u200F\\u061C\\uFEFF\\u202A-\\u202E\\u2066-\\u2069';

const ANY_CONTROL = new RegExp(`[${CONTROL}]`);
const CONTROLS = new RegExp(`[${CONTROL}]+`, 'y');
const SPACES = /[ \t]+/y;

/** Lines worth reading closely: nothing but marks of blocks before their first control. */
const MARKED_LINE = new RegExp(`^[ \\t>+*#•0-9٠-٩۰-۹.)-]*[${CONTROL}].*`, 'gm');

/** What begins a container, after which a line may go on with another block. */
const CONTAINER = new RegExp(`(?:>|(?:[-+*•]|[0-9٠-٩۰-۹]{1,9}[.)-])(?=[ \\t${CONTROL}]))`, 'y');

/** What begins any other block. */
const BLOCK = new RegExp(
  `(?:#{1,6}(?=[ \\t${CONTROL}]|$)|\\||\`{3}|~{3}|:{2,}\\p{L}|:{3,}[ \\t]*$|\\[\\^?[^\\]\\n]+\\]:)`,
  'yu',
);

/**
 * The text with such marks read as spaces where they hide what begins a block; as long as before, so
 * that offsets go on to count in the file. What was code after all `restoreControls` puts right again.
 */
export function blankLeadingControls(text: string): string {
  if (!ANY_CONTROL.test(text)) return text;
  return text.replace(MARKED_LINE, blankLine);
}

function blankLine(line: string): string {
  let blanked = line;
  for (let at = 0; at < line.length; ) {
    const hidden = { from: at, to: skipHidden(line, at) };
    at = hidden.to;
    const container = skip(CONTAINER, line, at);
    const block = container ?? skip(BLOCK, line, at);
    // `#` and `-` want a space after them, and may have it behind the mark.
    if (isBlankable(line, hidden) && (block !== null || isSpaceWanted(line, hidden)))
      blanked = blank(blanked, hidden);
    if (block === null) break;
    if (container === null && line[block - 1] !== '#') break;
    at = block;
  }
  return blanked === line ? line : blankClosers(line, blanked);
}

/** Four columns of white space make code of what follows. */
const isBlankable = (line: string, { from, to }: Stretch) =>
  ANY_CONTROL.test(line.slice(from, to)) && to - from < 4;

function skipHidden(line: string, from: number): number {
  for (let at = from; ; ) {
    const end = skip(SPACES, line, at) ?? skip(CONTROLS, line, at);
    if (end === null) return at;
    at = end;
  }
}

function skip(pattern: RegExp, line: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : null;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether the stretch begins right after a mark that wants white space, and has some. */
function isSpaceWanted(line: string, { from, to }: Stretch): boolean {
  return from > 0 && line[from - 1] !== '>' && /^[^ \t]+[ \t]/.test(line.slice(from, to));
}

function blank(line: string, { from, to }: Stretch): string {
  const spaces = line.slice(from, to).replace(/[^\t]/g, ' ');
  return line.slice(0, from) + spaces + line.slice(to);
}

const INITIATOR = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;

/** An embedding that is blanked at the start of a line takes its end at the line's end along. */
function blankClosers(line: string, blanked: string): string {
  const opened = INITIATOR.test(line) && !INITIATOR.test(blanked);
  const closers = opened ? /[\u202C\u2069]+(?=[ \t\r]*$)/.exec(blanked) : null;
  return closers
    ? blanked.slice(0, closers.index) + blanked.slice(closers.index).replace(/[^ \t\r]/g, ' ')
    : blanked;
}

/** Code and raw HTML as it was written: each line of theirs is the end of a line of the source. */
export function restoreControls(node: Nodes, blanked: string, written: string): void {
  if (node.type !== 'code' && node.type !== 'html') return;
  const { start, end } = node.position!;
  if (blanked.slice(start.offset, end.offset) === written.slice(start.offset, end.offset)) return;
  let lineStart = written.lastIndexOf('\n', start.offset! - 1) + 1;
  const isFenced = node.type === 'code' && /[`~]/.test(blanked[start.offset!]!);
  if (isFenced) lineStart = written.indexOf('\n', lineStart) + 1;
  node.value = node.value
    .split('\n')
    .map((line) => {
      const newline = written.indexOf('\n', lineStart);
      const lineEnd = newline < 0 ? written.length : newline;
      const last = lineEnd - (written[lineEnd - 1] === '\r' ? 1 : 0);
      const [from, to] = [last - line.length, last];
      lineStart = lineEnd + 1;
      return blanked.slice(from, to) === line ? written.slice(from, to) : line;
    })
    .join('\n');
}
