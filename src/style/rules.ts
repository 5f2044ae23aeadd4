import { unreachable } from '../base/unreachable.ts';
import type { ResolvedBlock } from '../resolve/nodes.ts';
import { makeStack, setPhrase } from './build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle } from './context.ts';
import { styleBibliography } from './rules/bibliography.ts';
import { styleChart } from './rules/chart.ts';
import { styleCode } from './rules/code.ts';
import { styleColumns } from './rules/columns.ts';
import { styleAnchor, styleBox, styleCover, stylePageBreak } from './rules/containers.ts';
import { styleContents } from './rules/contents.ts';
import { styleFacts } from './rules/facts.ts';
import { styleFigure, styleMissingImage } from './rules/figure.ts';
import { styleFloat } from './rules/float.ts';
import { styleFormula } from './rules/formula.ts';
import { styleGlossary } from './rules/glossary.ts';
import { styleHeading } from './rules/headings.ts';
import { styleIndex } from './rules/index.ts';
import { styleList } from './rules/lists.ts';
import { styleEndnotes } from './rules/notes.ts';
import { styleParagraph, stylePause } from './rules/paragraphs.ts';
import { styleQuote } from './rules/quote.ts';
import { styleSides } from './rules/sides.ts';
import { styleTable } from './rules/table.ts';
import { styleTimeline } from './rules/timeline.ts';
import { styleVerse } from './rules/verse.ts';
import { styleScope } from './scope.ts';

/** Blocks of sibling nodes, in their order. */
export function styleBlocks(nodes: readonly ResolvedBlock[], scope: BlockScope): StyledBlock[] {
  const blocks: StyledBlock[] = [];
  for (const node of nodes) {
    const made = styleBlock(node, scope);
    const staysAbove =
      (node.kind === 'box' && themeBoxStyle(scope.context, node.name).keepAbove) ||
      (node.kind === 'pause' && node.ends);
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
function styleBlock(node: ResolvedBlock, scope: BlockScope): readonly StyledBlock[] {
  switch (node.kind) {
    case 'paragraph':
      return styleParagraph(node, scope);
    case 'heading':
      return styleHeading(node, scope);
    case 'label':
      return [setPhrase(scope, node.phrase)];
    case 'figure':
      return styleFigure(node, scope);
    case 'missing-image':
      return styleMissingImage(node, scope);
    case 'pause':
      return stylePause(node, scope);
    case 'quote':
      return styleQuote(node, scope);
    case 'list':
      return styleList(node, scope);
    case 'code':
      return styleCode(node, scope);
    case 'formula':
      return styleFormula(node, scope);
    case 'table':
      return styleTable(node, scope);
    case 'chart':
      return styleChart(node, scope);
    case 'timeline':
      return styleTimeline(node, scope);
    case 'facts':
      return styleFacts(node, scope);
    case 'glossary':
      return styleGlossary(node, scope);
    case 'columns':
      return styleColumns(node, scope);
    case 'verse':
      return styleVerse(node, scope);
    case 'contents':
      return styleContents(node, scope);
    case 'bibliography':
      return styleBibliography(node, scope);
    case 'index':
      return styleIndex(node, scope);
    case 'callout':
    case 'box':
      return styleBox(node, scope);
    case 'sides':
      return styleSides(node, 'odd', scope);
    case 'cover':
      return styleCover(node, scope);
    case 'page-break':
      return stylePageBreak(node, scope);
    case 'scope':
      return styleScope(node, scope);
    case 'anchor':
      return styleAnchor(node, scope);
    case 'float':
      return styleFloat(node, scope);
    case 'endnotes':
      return styleEndnotes(node, scope);
    default:
      return unreachable(node, 'the kinds of resolve/nodes.ts');
  }
}
