import type { PhrasingContent, Text } from 'mdast';
import { originOf } from './node-origin.ts';

/** Part of a text, and the nodes that stand for it. */
export interface MarkedPart {
  readonly start: number;
  readonly end: number;
  readonly made: readonly PhrasingContent[];
}

/** The part of a text from `from` to `to`, with the place where that was written. */
export function sliceText(node: Text, from: number, to: number = node.value.length): Text {
  const value = node.value.slice(from, to);
  const origin = originOf(node);
  const offsets = node.data?.offsets;
  const at = offsetIn(node, from);
  const before = node.value.slice(0, from);
  const newline = before.lastIndexOf('\n');
  const line = origin.line + (newline < 0 ? 0 : before.split('\n').length - 1);
  const behind = newline < 0 ? from : from - newline - 1;
  const written =
    offsets === undefined || newline >= 0 ? behind : (offsets[from] ?? offsets[0]!) - offsets[0]!;
  const inLine = offsets === undefined ? behind + 1 : (offsets[from] ?? 0) - (offsets[newline] ?? 0);
  const column = newline < 0 ? origin.column + written : Math.max(1, inLine);
  const place = { ...origin, line, column };
  if (at === null) return { type: 'text', value, data: { origin: place } };
  const end = (offsetIn(node, Math.max(from, to - 1)) ?? at) + (to > from ? 1 : 0);
  const position = {
    start: { line, column, offset: at },
    end: { line, column: column + value.length, offset: end },
  };
  const own = offsets === undefined ? {} : { offsets: offsets.slice(from, to) };
  return { type: 'text', value, position, data: { origin: place, ...own } };
}

/** Where in the file the unit at `index` of a text was written; null where that is not known. */
function offsetIn({ value, position, data }: Text, index: number): number | null {
  const start = position?.start.offset;
  if (start === undefined) return null;
  if (data?.offsets !== undefined) return data.offsets[index] ?? null;
  return position!.end.offset! - start === value.length ? start + index : null;
}

/** Whether a backslash in the source says that the unit at `index` means nothing but itself. */
export function isEscaped(node: Text, index: number, source: string): boolean {
  const offset = offsetIn(node, index);
  return offset !== null && source[offset - 1] === '\\';
}
