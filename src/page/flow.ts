import { unreachable } from '../base/unreachable.ts';
import type { Block, BreakBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { flowColumns } from './columns.ts';
import type { FlowSetting } from './flow-setting.ts';
import type { Frame } from './frame.ts';
import { flowImage } from './image.ts';
import { flowItem } from './item.ts';
import { flowRow } from './row.ts';
import { flowShape } from './shape.ts';
import { flowStack } from './stack.ts';
import { makeStrip } from './strip.ts';
import type { StripWriter } from './strip-writer.ts';
import { flowTable } from './table.ts';
import { flowText } from './text.ts';

/** @param firstIndent extra start indent of the first line, where a marker is wider than its place */
export function flowBlocks(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
  firstIndent = 0,
): void {
  let indent = firstIndent;
  for (const block of blocks) {
    writer.begin(block);
    flowBlock(block, frame, setting, writer, indent);
    indent = 0;
    writer.end(block);
  }
}

function flowBlock(
  block: Block<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
  firstIndent: number,
): void {
  switch (block.kind) {
    case 'text':
      flowText(block, frame, setting, writer, firstIndent);
      break;
    case 'stack':
      flowStack(block, frame, setting, writer, firstIndent);
      break;
    case 'columns':
      flowColumns(block, frame, setting, writer);
      break;
    case 'item':
      flowItem(block, frame, setting, writer);
      break;
    case 'row':
      flowRow(block, frame, setting, writer);
      break;
    case 'table':
      flowTable(block, frame, setting, writer);
      break;
    case 'image':
      flowImage(block, frame, setting.direction, writer);
      break;
    case 'shape':
      flowShape(block, frame, setting.direction, writer);
      break;
    case 'break':
      flowBreak(block, frame, writer);
      break;
    default:
      unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
  }
}

function flowBreak(block: BreakBlock, frame: Frame, writer: StripWriter): void {
  switch (block.to) {
    case 'page':
    case 'opening':
      writer.endPage(block, block.to);
      break;
    case 'fill':
      // What stands at the foot does not stand there alone: some of the text before it comes along.
      writer.put(makeStrip(block.origin, { kind: 'fill', hold: 1 }), frame.x);
      break;
    case 'space': {
      const height = Math.min(block.height, frame.height);
      writer.put(makeStrip(block.origin, { kind: 'blank', height }), frame.x);
      break;
    }
    default:
      unreachable(block.to, 'page, opening, fill, space');
  }
}
