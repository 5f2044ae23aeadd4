import type { Text } from 'mdast';
import type { Chapter } from '../chapter.ts';
import { originOf } from '../node-origin.ts';

/** Two or three marks that touch a word; by themselves between spaces they are ornaments or operators. */
const RUN = /(?<![*_\\])(?:\*{2,3}|_{2,3})(?![*_])/g;

/**
 * `**` that is printed: it has no partner, or a space keeps it from its word. One word on each run that was
 * not escaped.
 */
export function checkLiteralMarks(node: Text, chapter: Chapter): void {
  if (chapter.kind !== 'document') return;
  const from = node.position?.start.offset;
  if (from === undefined) return;
  const { value } = node;
  const { offsets } = node.data ?? {};
  for (const { 0: marks, index } of value.matchAll(RUN)) {
    const [before, after] = [value[index - 1] ?? ' ', value[index + marks.length] ?? ' '];
    if (!isMeant(before, after)) continue;
    const offset = offsets ? offsets[index]! : from + index;
    if (chapter.text[offset] !== marks[0] || chapter.text[offset - 1] === '\\') continue;
    const origin = placeOf(node, index, offset, chapter);
    chapter.sink.report('marks-printed', origin, { marks, text: around(value, index) });
  }
}

/** Beside a word on one side at least; between ASCII letters and digits it is code (`2**8`, `a__b`). */
function isMeant(before: string, after: string): boolean {
  if (/\s/.test(before) && /\s/.test(after)) return false;
  return !(/[A-Za-z0-9)\]]/.test(before) && /[A-Za-z0-9(]/.test(after));
}

function placeOf(node: Text, index: number, offset: number, { text }: Chapter) {
  const { file, line, column } = originOf(node);
  const lines = node.value.slice(0, index).split('\n').length - 1;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (lines === 0) return { file, line, column: column + offset - node.position!.start.offset! };
  return { file, line: line + lines, column: offset - lineStart + 1 };
}

function around(value: string, index: number): string {
  return value
    .slice(Math.max(0, index - 15), index + 15)
    .replaceAll('\n', ' ')
    .trim();
}
