import { unreachable } from '../base/unreachable.ts';
import type { Phrase, ResolvedBlock } from './nodes.ts';

/** What stands in a block, in reading order: further blocks, and words of its own. */
export function partsOf(node: ResolvedBlock): readonly (ResolvedBlock | Phrase)[] {
  switch (node.kind) {
    case 'paragraph':
    case 'heading':
    case 'label':
      return [node.phrase];
    case 'figure':
      return said(node.caption);
    case 'missing-image':
      return node.phrases;
    case 'quote':
      return [...node.children, ...said(node.attribution)];
    case 'list':
      return node.items.flatMap(({ children }) => children);
    case 'table': {
      const cells = [...node.header, ...node.rows].flatMap((row) => row.cells.map(({ phrase }) => phrase));
      return [...said(node.caption), ...cells, ...node.others];
    }
    case 'chart':
      return [
        ...said(node.caption),
        ...node.bars.flatMap(({ name, shown }) => [name, shown]),
        ...node.others,
      ];
    case 'timeline':
    case 'facts':
    case 'glossary':
      return [...said(node.title), ...node.entries.flatMap(({ key, text }) => [key, text]), ...node.others];
    case 'columns':
    case 'callout':
    case 'box':
      return [...said(node.title), ...node.children];
    case 'verse':
      return [
        ...said(node.caption),
        ...node.stanzas.flatMap((stanza): readonly (ResolvedBlock | Phrase)[] =>
          stanza.kind === 'blocks' ? stanza.children : stanza.bayts.flatMap(({ halves }) => halves),
        ),
        ...said(node.poet),
      ];
    case 'contents':
      return [...said(node.title), ...node.entries.map(({ phrase }) => phrase)];
    case 'bibliography':
      return node.entries.flatMap(({ label, phrase }) => [...said(label), phrase]);
    case 'index':
      return [
        ...said(node.title),
        ...node.children,
        ...node.groups.flatMap(({ head, entries }) => [head, ...entries.map(({ phrase }) => phrase)]),
      ];
    case 'sides':
      return [...node.sides.flatMap(({ children }) => children), ...node.others];
    case 'cover':
    case 'scope':
    case 'anchor':
    case 'float':
      return node.children;
    case 'code':
      return said(node.caption);
    case 'formula':
      return said(node.number);
    // its notes are parts of the words that call them
    case 'endnotes':
      return [node.title, ...node.groups.flatMap(({ title }) => said(title))];
    case 'pause':
    case 'page-break':
      return [];
    default:
      return unreachable(node, 'the kinds of resolve/nodes.ts');
  }
}

function said(phrase: Phrase | null): readonly Phrase[] {
  return phrase === null ? [] : [phrase];
}
