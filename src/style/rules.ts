import { unreachable } from '../base/unreachable.ts';
import type { ResolvedBlock } from '../resolve/nodes.ts';
import { makeStack, setPhrase } from './build-block.ts';
import { type Flow, type StyledBlock, themeBoxStyle } from './flow.ts';
import { styleChart } from './rules/chart.ts';
import { styleCode } from './rules/code.ts';
import { styleColumns } from './rules/columns.ts';
import { styleAnchor, styleBox, styleCover, stylePageBreak } from './rules/containers.ts';
import { styleContents } from './rules/contents.ts';
import { styleFacts } from './rules/facts.ts';
import { styleFigure, styleMissingImage } from './rules/figure.ts';
import { styleGlossary } from './rules/glossary.ts';
import { styleHeading } from './rules/headings.ts';
import { styleList } from './rules/lists.ts';
import { styleParagraph, stylePause } from './rules/paragraphs.ts';
import { styleQuote } from './rules/quote.ts';
import { styleSides } from './rules/sides.ts';
import { styleTable } from './rules/table.ts';
import { styleTimeline } from './rules/timeline.ts';
import { styleVerse } from './rules/verse.ts';
import { styleScope } from './scope.ts';

/** Blocks of sibling nodes, in their order. */
export function styleBlocks(nodes: readonly ResolvedBlock[], flow: Flow): StyledBlock[] {
  const blocks: StyledBlock[] = [];
  for (const node of nodes) {
    const made = styleBlock(node, flow);
    const staysAbove = node.kind === 'box' && themeBoxStyle(flow.run, node.name).keepAbove;
    if (staysAbove && made.length > 0) holdLast(blocks);
    for (const block of made) blocks.push(block);
  }
  return blocks;
}

/** The last line so far is not parted from what follows it. */
function holdLast(blocks: StyledBlock[]): void {
  const last = blocks.pop();
  if (last === undefined) return;
  const space = { before: last.spaceBefore, after: last.spaceAfter };
  blocks.push({ ...makeStack([last], last.origin, space), keepWithNext: true });
}

/** Which rule sets which node. */
function styleBlock(node: ResolvedBlock, flow: Flow): readonly StyledBlock[] {
  switch (node.kind) {
    case 'paragraph':
      return styleParagraph(node, flow);
    case 'heading':
      return styleHeading(node, flow);
    case 'label':
      return [setPhrase(flow, node.phrase)];
    case 'figure':
      return styleFigure(node, flow);
    case 'missing-image':
      return styleMissingImage(node, flow);
    case 'pause':
      return stylePause(node, flow);
    case 'quote':
      return styleQuote(node, flow);
    case 'list':
      return styleList(node, flow);
    case 'code':
      return styleCode(node, flow);
    case 'table':
      return styleTable(node, flow);
    case 'chart':
      return styleChart(node, flow);
    case 'timeline':
      return styleTimeline(node, flow);
    case 'facts':
      return styleFacts(node, flow);
    case 'glossary':
      return styleGlossary(node, flow);
    case 'columns':
      return styleColumns(node, flow);
    case 'verse':
      return styleVerse(node, flow);
    case 'contents':
      return styleContents(node, flow);
    case 'callout':
    case 'box':
      return styleBox(node, flow);
    case 'sides':
      return styleSides(node, 'odd', flow);
    case 'cover':
      return styleCover(node, flow);
    case 'page-break':
      return stylePageBreak(node, flow);
    case 'scope':
      return styleScope(node, flow);
    case 'anchor':
      return styleAnchor(node, flow);
    default:
      return unreachable(node, 'the kinds of resolve/nodes.ts');
  }
}
