import type { List, Nodes, Paragraph } from 'mdast';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../../parse/node-origin.ts';
import { plainText, textOf } from '../plain-text.ts';

/** A line of verse as written: two hemistichs, or one where nothing parts it. */
export interface WrittenBayt {
  readonly halves: readonly (readonly Nodes[])[];
  readonly origin: Origin;
}

/** Three dots are how Arabic prose quotes verse, three stars how it is written on the web; both stay text in any other reader. */
const BETWEEN = /\s(?:\.{3,}|…|\*{3})\s/;

/** A bayt is a line of a paragraph, or an item of a list, which keeps its lines apart in other readers too. */
export function readBayts(node: Paragraph | List): readonly WrittenBayt[] {
  const lines =
    node.type === 'paragraph'
      ? splitLines(node.children)
      : node.children.map((item) => item.children.flatMap(inlineNodes));
  return lines
    .filter((line) => line.some((part) => plainText(part).trim() !== ''))
    .map((line) => ({ halves: splitHalves(line), origin: originOf(line[0] ?? node) }));
}

/** What a poem is known by that has no title. */
export function firstHemistich(nodes: readonly Nodes[]): readonly Nodes[] {
  const first = nodes.find((node) => node.type === 'paragraph' || node.type === 'list');
  return (first && readBayts(first as Paragraph | List)[0]?.halves[0]) ?? [];
}

function inlineNodes(node: Nodes): readonly Nodes[] {
  return node.type === 'paragraph' ? node.children : [textOf(node)];
}

function splitLines(nodes: readonly Nodes[]): readonly (readonly Nodes[])[] {
  const lines: Nodes[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') {
      lines.push([]);
    } else if (node.type === 'text') {
      const [first = '', ...others] = node.value.split('\n');
      lines.at(-1)!.push({ ...node, value: first });
      for (const value of others) lines.push([{ ...node, value }]);
    } else {
      lines.at(-1)!.push(node);
    }
  }
  return lines;
}

function splitHalves(line: readonly Nodes[]): WrittenBayt['halves'] {
  for (const [index, node] of line.entries()) {
    if (node.type !== 'text') continue;
    const match = BETWEEN.exec(node.value);
    if (match === null) continue;
    const before = { ...node, value: node.value.slice(0, match.index) };
    const after = { ...node, value: node.value.slice(match.index + match[0].length) };
    return [trim([...line.slice(0, index), before]), trim([after, ...line.slice(index + 1)])];
  }
  return [trim(line)];
}

/** White space at the ends of a hemistich would be elongated with it. */
function trim(nodes: readonly Nodes[]): readonly Nodes[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (index === 0) value = value.trimStart();
    if (index === nodes.length - 1) value = value.trimEnd();
    return { ...node, value };
  });
}
