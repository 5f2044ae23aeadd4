import type { Nodes, Root } from 'mdast';
import { Sink } from '../../src/base/diagnostic.ts';
import { parseManuscript } from '../../src/parse/parse.ts';

export interface Parsed {
  readonly root: Root;
  readonly sink: Sink;
}

export function parse(text: string): Parsed {
  return parseBook({ 'ملف.md': text });
}

export function parseBook(files: Readonly<Record<string, string>>): Parsed {
  const sink = new Sink();
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return { root: parseManuscript(sources, sink).root, sink };
}

/** `rule line:column`, in the order of reporting. */
export function rulesOf(sink: Sink): string[] {
  return sink.diagnostics.flatMap(({ rule, places }) =>
    places.map(({ line, column }) => `${rule} ${line}:${column}`),
  );
}

/** All nodes, parents first. */
export function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

/** What a reader sees, a line for every block and line break. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const inline = [
    'paragraph',
    'heading',
    'tableCell',
    'emphasis',
    'strong',
    'delete',
    'link',
    'textDirective',
  ];
  return (node.children as Nodes[]).map(textOf).join(inline.includes(node.type) ? '' : '\n');
}
