import type { Block } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { Frame } from '../frame.ts';
import { columnHeight } from '../region/cursor.ts';
import type { CollectSetting } from './collect-setting.ts';
import { Collector } from './collector.ts';
import { joinColumnsApart } from './columns.ts';

/** How high blocks are on one endless page. A trial that leaves no trace. Points. */
export function trialHeight(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: CollectSetting,
): number {
  return heightWritten(frame, setting, (trial, collector) =>
    setting.collectBlocks(blocks, frame, trial, collector),
  );
}

/** The height of what `write` puts in a trial. Points. */
export function heightWritten(
  frame: Frame,
  setting: CollectSetting,
  write: (trial: CollectSetting, collector: Collector) => void,
): number {
  const collector = new Collector();
  write({ ...setting, trial: true, seenNotes: new Set(), reportPlaced: () => undefined }, collector);
  return columnHeight(joinColumnsApart(collector.entries, frame.height, setting.direction), 0);
}
