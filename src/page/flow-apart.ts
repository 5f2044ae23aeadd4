import type { Block } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { joinColumnsApart } from './columns.ts';
import type { FlowSetting } from './flow-setting.ts';
import type { Frame } from './frame.ts';
import { isStrip, type Strip } from './strip.ts';
import { StripWriter } from './strip-writer.ts';

/** The strips of blocks that stand apart from the flow (a cell, a note, a running head): page ends mean nothing there. */
export function flowApart(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: FlowSetting,
): readonly Strip[] {
  const writer = new StripWriter();
  setting.flowBlocks(
    blocks,
    frame,
    setting.turning === null ? setting : { ...setting, turning: null },
    writer,
  );
  writer.finish();
  return joinColumnsApart(writer.parts.filter(isStrip), frame.height, setting.direction);
}
