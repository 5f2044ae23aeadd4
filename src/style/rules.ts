import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { addAnchors } from './anchor-title.ts';
import type { Flow, StyledBlock } from './flow.ts';
import { styleCallout } from './rules/callouts.ts';
import { styleChart } from './rules/chart.ts';
import { styleCodeBlock } from './rules/code.ts';
import { styleColumns } from './rules/columns.ts';
import { styleContainer, styleCover, styleOpening, stylePageBreak } from './rules/containers.ts';
import { styleContents } from './rules/contents.ts';
import { styleFacts } from './rules/facts.ts';
import { styleGlossary } from './rules/glossary.ts';
import { styleHeading } from './rules/headings.ts';
import { styleList } from './rules/lists.ts';
import { styleParagraph, styleThematicBreak } from './rules/paragraphs.ts';
import { styleBlockquote, styleQuote } from './rules/quote.ts';
import { styleCaptionedTable, styleTable } from './rules/table.ts';
import { styleTimeline } from './rules/timeline.ts';
import { styleVerse } from './rules/verse.ts';
import { inScope } from './scope.ts';

/** Which rule sets which node. To add a node: a row here, a file in rules/, and rows in the theme. */

type BlockRule<N> = (node: N, flow: Flow, previous: Nodes | null) => readonly StyledBlock[];

const BLOCK_RULES: Readonly<Record<string, BlockRule<never>>> = {
  heading: styleHeading,
  paragraph: styleParagraph,
  thematicBreak: styleThematicBreak,
  blockquote: styleBlockquote,
  list: styleList,
  code: styleCodeBlock,
  table: styleTable,
  containerDirective: (node: ContainerDirective, flow: Flow) =>
    inScope(node, flow, (inside) => (CONTAINER_RULES[node.name] ?? styleContainer)(node, inside)),
  leafDirective: (node: LeafDirective, flow: Flow) =>
    node.name === 'pagebreak' ? stylePageBreak(node, flow) : [],
  // looked up where they are used, set nowhere; of HTML the parser leaves only comments
  html: () => [],
  definition: () => [],
  footnoteDefinition: () => [],
  yaml: () => [],
};

/** Directives with a shape of their own; all others are rows of the theme. */
const CONTAINER_RULES: Readonly<
  Record<string, (node: ContainerDirective, flow: Flow) => readonly StyledBlock[]>
> = {
  note: styleCallout,
  tip: styleCallout,
  caution: styleCallout,
  warning: styleCallout,
  important: styleCallout,
  quote: styleQuote,
  table: styleCaptionedTable,
  facts: styleFacts,
  timeline: styleTimeline,
  chart: styleChart,
  columns: styleColumns,
  glossary: styleGlossary,
  verse: styleVerse,
  contents: styleContents,
  cover: styleCover,
  opening: styleOpening,
};

/** Links to what stood in a node lead to where it begins. */
function anchorBlocks(blocks: readonly StyledBlock[], { data }: Nodes): readonly StyledBlock[] {
  return data?.anchors === undefined ? blocks : addAnchors(blocks, data.anchors);
}

/** Blocks of sibling nodes, in their order. */
export function styleBlocks(nodes: readonly Nodes[], flow: Flow): StyledBlock[] {
  const blocks: StyledBlock[] = [];
  let previous: Nodes | null = null;
  for (const node of nodes) {
    const rule = BLOCK_RULES[node.type];
    if (rule === undefined)
      throw new Error(
        `unexpected block ${node.type}; expected one of: ${Object.keys(BLOCK_RULES).join(', ')}`,
      );
    for (const block of anchorBlocks(rule(node as never, flow, previous), node)) blocks.push(block);
    previous = node;
  }
  return blocks;
}
