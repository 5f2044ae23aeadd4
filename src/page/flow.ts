import { unreachable } from '../base/unreachable.ts';
import type { Block, BreakBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { Collector } from './collector.ts';
import { flowColumns } from './columns.ts';
import type { FlowSetting } from './flow-setting.ts';
import type { Frame } from './frame.ts';
import { flowImage } from './image.ts';
import { flowItem } from './item.ts';
import { flowRow } from './row.ts';
import { flowShape } from './shape.ts';
import { flowStack } from './stack.ts';
import { flowTable } from './table.ts';
import { flowText } from './text.ts';

/** @param firstIndent extra start indent of the first line, where a marker is wider than its place */
export function flowBlocks(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: FlowSetting,
  collector: Collector,
  firstIndent = 0,
): void {
  let indent = firstIndent;
  for (const block of blocks) {
    collector.begin(block);
    flowBlock(block, frame, setting, collector, indent);
    indent = 0;
    collector.end(block);
  }
}

function flowBlock(
  block: Block<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  collector: Collector,
  firstIndent: number,
): void {
  switch (block.kind) {
    case 'text':
      flowText(block, frame, setting, collector, firstIndent);
      break;
    case 'stack':
      flowStack(block, frame, setting, collector, firstIndent);
      break;
    case 'columns':
      flowColumns(block, frame, setting, collector);
      break;
    case 'item':
      flowItem(block, frame, setting, collector);
      break;
    case 'row':
      flowRow(block, frame, setting, collector);
      break;
    case 'table':
      flowTable(block, frame, setting, collector);
      break;
    case 'image':
      flowImage(block, frame, setting.direction, collector);
      break;
    case 'shape':
      flowShape(block, frame, setting.direction, collector);
      break;
    case 'break':
      flowBreak(block, frame, collector);
      break;
    default:
      unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
  }
}

function flowBreak(block: BreakBlock, frame: Frame, collector: Collector): void {
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
