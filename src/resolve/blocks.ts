import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { reach } from '../base/reached.ts';
import { originOf } from '../parse/node-origin.ts';
import type { Around } from './context.ts';
import type { ResolvedBlock } from './nodes.ts';
import { resolveBibliography } from './rules/bibliography.ts';
import { resolveChart } from './rules/chart.ts';
import {
  inScope,
  resolveCallout,
  resolveColumns,
  resolveContainer,
  resolveCover,
  resolveOpening,
  resolvePageBreak,
} from './rules/containers.ts';
import { resolveContents } from './rules/contents.ts';
import { resolveDefinitions, resolveFacts, resolveGlossary, resolveTimeline } from './rules/entries.ts';
import { inFloat } from './rules/float.ts';
import { resolveFormula } from './rules/formula.ts';
import { resolveHeading } from './rules/headings.ts';
import { resolveIndex } from './rules/index.ts';
import { resolveList } from './rules/lists.ts';
import { resolveCodeBlock, resolveParagraph, resolvePause } from './rules/paragraphs.ts';
import { resolveBlockquote, resolveQuote } from './rules/quote.ts';
import { resolveQuran } from './rules/quran.ts';
import { resolveCaptionedTable, resolveTable } from './rules/table.ts';
import { resolveVerse } from './rules/verse.ts';

/** Which rule reads which node. To add a node: a row here, a kind in nodes.ts, a rule in style/rules/. */

type BlockRule<N> = (node: N, around: Around, previous: Nodes | null) => readonly ResolvedBlock[];

const BLOCK_RULES: Readonly<Record<string, BlockRule<never>>> = {
  heading: resolveHeading,
  paragraph: resolveParagraph,
  thematicBreak: resolvePause,
  blockquote: resolveBlockquote,
  list: resolveList,
  code: resolveCodeBlock,
  math: resolveFormula,
  table: resolveTable,
  containerDirective: (node: ContainerDirective, around: Around) =>
    inScope(node, around, (inside) => (CONTAINER_RULES[node.name] ?? resolveContainer)(node, inside)),
  leafDirective: (node: LeafDirective, around: Around) =>
    (LEAF_RULES[node.name] ?? resolvePageBreak)(node, around),
  // looked up where they are used, set nowhere; of HTML the parser leaves only comments
  html: () => [],
  definition: () => [],
  footnoteDefinition: () => [],
  yaml: () => [],
};

/** All but the end of a page. */
const LEAF_RULES: Readonly<
  Record<string, (node: LeafDirective, around: Around) => readonly ResolvedBlock[]>
> = {
  bibliography: resolveBibliography,
  index: resolveIndex,
};

/** Directives with a meaning of their own; all others are rows of the theme. */
const CONTAINER_RULES: Readonly<
  Record<string, (node: ContainerDirective, around: Around) => readonly ResolvedBlock[]>
> = {
  note: resolveCallout,
  tip: resolveCallout,
  caution: resolveCallout,
  warning: resolveCallout,
  important: resolveCallout,
  quote: resolveQuote,
  epigraph: resolveQuote,
  quran: resolveQuran,
  table: resolveCaptionedTable,
  facts: resolveFacts,
  timeline: resolveTimeline,
  chart: resolveChart,
  columns: resolveColumns,
  glossary: resolveGlossary,
  definitions: resolveDefinitions,
  verse: resolveVerse,
  contents: resolveContents,
  index: resolveIndex,
  cover: resolveCover,
  opening: resolveOpening,
};

/** What leads to a block: ids of its own and of its pictures, or that under which a list of figures finds it. */
function idsOf(node: Nodes, { context }: Around): readonly string[] | null {
  const pictures = node.type === 'paragraph' ? node.children.filter(({ type }) => type === 'image') : [];
  const nodes = [node, ...pictures];
  const written = nodes.flatMap(({ data }) => data?.anchors ?? []);
  if (written.length > 0 || node.data?.anchors !== undefined) return written;
  const id = nodes.map((one) => context.targets.byNode.get(one)?.id ?? null).find((one) => one !== null);
  return id === undefined ? null : [id];
}

/** Blocks of sibling nodes, in their order. */
export function resolveBlocks(nodes: readonly Nodes[], around: Around): ResolvedBlock[] {
  const blocks: ResolvedBlock[] = [];
  let previous: Nodes | null = null;
  for (const node of nodes) {
    const rule = BLOCK_RULES[node.type];
    if (rule === undefined)
      throw new Error(
        `unexpected block ${node.type}; expected one of: ${Object.keys(BLOCK_RULES).join(', ')}`,
      );
    reach(node.data?.origin);
    const made = inFloat(node, rule(node as never, around, previous), around);
    const ids = idsOf(node, around);
    if (ids === null) for (const block of made) blocks.push(block);
    else blocks.push({ kind: 'anchor', ids, children: made, origin: originOf(node) });
    previous = node;
  }
  return blocks;
}
