import type { Block } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { FlowEntry } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import type { CollectSetting } from './collect-setting.ts';
import { Collector } from './collector.ts';
import { joinColumnsApart } from './columns.ts';

/** The items of blocks that stand apart from the flow (a cell, a note, a running head): page ends mean nothing there. */
export function collectApart(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: CollectSetting,
): readonly FlowEntry[] {
  const collector = new Collector();
  setting.collectBlocks(
    blocks,
    frame,
    setting.turning === null ? setting : { ...setting, turning: null },
    collector,
  );
  collector.finish();
  return joinColumnsApart(collector.entries.filter(isNoBreak), frame.height, setting.direction);
}

function isNoBreak({ item }: FlowEntry): boolean {
  return item.kind !== 'break';
}
