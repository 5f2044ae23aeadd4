import { unreachable } from '../../base/unreachable.ts';
import type { Block, BreakBlock, ChoiceBlock } from '../../style/blocks.ts';
import type { Section } from '../../style/styled.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { FlowEntry } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import type { OpenAnchor } from './anchors.ts';
import { collectBeside } from './beside.ts';
import { chooseOption } from './choose-option.ts';
import type { CollectSetting } from './collect-setting.ts';
import { Collector } from './collector.ts';
import { collectColumns } from './columns.ts';
import { collectFloat } from './float.ts';
import { collectImage } from './image.ts';
import { collectItem } from './item.ts';
import { collectRow } from './row.ts';
import { collectShape } from './shape.ts';
import { collectStack } from './stack.ts';
import { collectTable } from './table.ts';
import { collectText } from './text.ts';

/** The items of a section, in order, and anchors after the last of them. */
interface Collected {
  readonly entries: readonly FlowEntry[];
  readonly anchors: readonly OpenAnchor[];
}

/** @param anchors that point to the first item */
export function collect(
  { blocks, columns }: Pick<Section<ShapedContent>, 'blocks' | 'columns'>,
  frame: Frame,
  setting: CollectSetting,
  anchors: readonly OpenAnchor[],
): Collected {
  const collector = new Collector(anchors);
  if (columns === null) collectBlocks(blocks, frame, setting, collector);
  else collectColumns({ ...columns, children: blocks }, frame, setting, collector);
  return collector;
}

/** @param firstIndent extra start indent of the first line, where a marker is wider than its place */
export function collectBlocks(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
  firstIndent = 0,
): void {
  let indent = firstIndent;
  for (const block of blocks) {
    if (block.kind === 'stack' && block.float !== null) {
      if (collectFloat(block, block.float, frame, setting, collector)) continue;
    }
    if (!leadsOn(block)) collector.clear();
    if (block.kind === 'stack' && block.beside !== null) {
      collectBeside(block, block.beside, frame, setting, collector);
      continue;
    }
    collector.begin(block);
    if (block.kind === 'choice') {
      const option = chooseOption(block, blocks, frame, setting);
      setting.collectBlocks([option], frame, setting, collector, indent);
    } else collectBlock(block, frame, setting, collector, indent);
    indent = 0;
    collector.end(block);
  }
  if (frame === setting.turning?.upright) collector.clear();
}

/** Whether what stands at the side may go on beside it. */
function leadsOn(block: Block<ShapedContent>): boolean {
  return block.kind === 'text' && !block.keepWithNext;
}

function collectBlock(
  block: Exclude<Block<ShapedContent>, ChoiceBlock<ShapedContent>>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
  firstIndent: number,
): void {
  switch (block.kind) {
    case 'text':
      collectText(block, frame, setting, collector, firstIndent);
      break;
    case 'stack':
      collectStack(block, frame, setting, collector, firstIndent);
      break;
    case 'columns':
      collectColumns(block, frame, setting, collector);
      break;
    case 'item':
      collectItem(block, frame, setting, collector);
      break;
    case 'row':
      collectRow(block, frame, setting, collector);
      break;
    case 'table':
      collectTable(block, frame, setting, collector);
      break;
    case 'image':
      collectImage(block, frame, setting.direction, collector);
      break;
    case 'shape':
      collectShape(block, frame, setting.direction, collector);
      break;
    case 'break':
      collectBreak(block, frame, collector);
      break;
    default:
      unreachable(block, 'the kinds of blocks');
  }
}

function collectBreak(block: BreakBlock, frame: Frame, collector: Collector): void {
  switch (block.to) {
    case 'page':
    case 'opening': {
      const { to, master, origin } = block;
      collector.breakPage({ kind: 'break', to, master, turned: null, origin });
      break;
    }
    case 'fill':
      collector.fill(block.origin);
      break;
    case 'space':
      collector.putGlue(Math.min(block.height, frame.height), block.origin);
      break;
    default:
      unreachable(block.to, 'page, opening, fill, space');
  }
}
