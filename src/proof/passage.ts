import type { Code, InlineCode, Link, Nodes, Root, Table, Text } from 'mdast';
import type { Origin } from '../base/origin.ts';

/** A stretch of a passage that comes from one node. */
interface Segment {
  readonly node: Text | Code | InlineCode;
  /** Index of its first unit in the passage. */
  readonly start: number;
}

/**
 * The text of a paragraph, heading or cell in one string, so that a rule sees across `**bold**` borders.
 * Code, images, notes and bare addresses are one ATOM each.
 */
export interface Passage {
  /** Code is read only for what may deceive its reader. */
  readonly kind: 'prose' | 'code';
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Of its cell, null outside tables. */
  readonly table: Table | null;
}

/** Stands for what is not text; no rule takes it for a letter, a space or a mark. */
const ATOM = '\uFFFC';

/** Invisible controls of direction, the only thing worth looking for in code. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/;

/** All passages of a tree, in reading order. */
export function collectPassages(root: Root): Passage[] {
  const passages: Passage[] = [];
  collectFrom(root, passages, null);
  return passages;
}

function collectFrom(node: Nodes, passages: Passage[], table: Table | null): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
      for (const passage of readPassages(node, table)) passages.push(passage);
      return;
    case 'code':
      pushCode(node, passages);
      return;
    default:
      if ('children' in node)
        for (const child of node.children) collectFrom(child, passages, node.type === 'table' ? node : table);
  }
}

/** The prose of a block, then the code within it. */
function readPassages(block: Nodes, table: Table | null): Passage[] {
  const code: Passage[] = [];
  const segments: Segment[] = [];
  let text = '';
  const read = (node: Nodes): void => {
    if (node.type === 'text') {
      segments.push({ node, start: text.length });
      text += node.value;
    } else if (node.type === 'break') text += '\n';
    else if (!('children' in node) || isAddress(node) || isScript(node)) {
      text += ATOM;
      if (node.type === 'inlineCode') pushCode(node, code);
    } else for (const child of node.children) read(child);
  };
  read(block);
  return [{ kind: 'prose', text, segments, table }, ...code];
}

function pushCode(node: Code | InlineCode, passages: Passage[]): void {
  if (BIDI_CONTROL.test(node.value))
    passages.push({ kind: 'code', text: node.value, segments: [{ node, start: 0 }], table: null });
}

/** What stands raised or lowered is a sign at a word, and no part of it. */
function isScript(node: Nodes): boolean {
  return node.type === 'textDirective' && (node.name === 'sub' || node.name === 'sup');
}

/** A link that shows its own address. */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only, more] = (node satisfies Link).children;
  return more === undefined && only?.type === 'text' && node.url.endsWith(only.value);
}

/** The segment that holds the unit at `index`; null for an ATOM or a line break. */
export function segmentAt({ segments }: Passage, index: number): Segment | null {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.start <= index) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (!segment || index < segment.start || index >= segment.start + segment.node.value.length) return null;
  return segment;
}

/** Where the unit at `index` was written; for an ATOM, where the text before it begins. */
export function originAt(passage: Passage, index: number): Origin {
  const segment = segmentAt(passage, index) ?? passage.segments.findLast(({ start }) => start <= index);
  const { node, start } = segment ?? passage.segments[0]!;
  const { file, line, column } = node.data!.origin!;
  // The lines of a code block begin after its fence, which the tree does not keep; its first line is near enough.
  if (node.type !== 'text') return { file, line, column };
  // What stands for HTML is a line of it; only spaces and entities before the place make it inexact.
  if (!node.position) return { file, line, column: column + Math.max(0, index - start) };
  const before = node.value.slice(0, index - start);
  const lastBreak = before.lastIndexOf('\n');
  const offsets = node.data?.offsets;
  if (lastBreak < 0) {
    const advance = offsets ? (offsets[index - start] ?? offsets[0]!) - offsets[0]! : index - start;
    return { file, line, column: column + advance };
  }
  const units = offsets ? offsets[index - start]! - offsets[lastBreak]! : index - start - lastBreak;
  return { file, line: line + before.split('\n').length - 1, column: units };
}

/** Place in the file of the units from `start` to `end` of a passage, when they stand there verbatim. */
export function sourceRange(
  passage: Passage,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const segment = segmentAt(passage, start);
  if (segment?.node.type !== 'text' || segmentAt(passage, end - 1) !== segment) return null;
  const { node } = segment;
  const from = node.position?.start.offset;
  if (from === undefined) return null;
  const { offsets } = node.data ?? {};
  if (!offsets) {
    // Without offsets a text is its source verbatim, or could not be aligned with it.
    if (node.position!.end.offset! - from !== node.value.length) return null;
    return { start: from + start - segment.start, end: from + end - segment.start };
  }
  const first = offsets[start - segment.start]!;
  const last = offsets[end - 1 - segment.start]!;
  return last - first === end - 1 - start ? { start: first, end: last + 1 } : null;
}
