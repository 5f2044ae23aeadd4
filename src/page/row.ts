import type { RowBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { joinCells } from './cells.ts';
import type { Collector } from './collector.ts';
import { contentWants } from './content-width.ts';
import { flowApart } from './flow-apart.ts';
import type { FlowSetting } from './flow-setting.ts';
import { type Frame, partOfFrame } from './frame.ts';
import { trackWidths } from './tracks.ts';

/** Gaps between cells never take more than this share of the measure. */
const WIDEST_GAPS = 0.5;

export function flowRow(
  block: RowBlock<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  collector: Collector,
): void {
  const { cells } = block;
  if (cells.length === 0) return;
  const gap = Math.min(block.gap, (frame.width * WIDEST_GAPS) / Math.max(1, cells.length - 1));
  const wants = cells.map((cell) => contentWants(cell.children, setting));
  const available = frame.width - gap * (cells.length - 1);
  const widths = trackWidths(
    cells.map((cell) => cell.width),
    wants,
    available,
    false,
  );
  let offset = 0;
  const set = cells.map((cell, index) => {
    const width = widths[index]!;
    const entries = flowApart(cell.children, partOfFrame(frame, setting.direction, offset, width), setting);
    offset += width + gap;
    return { entries, align: cell.align };
  });
  for (const box of joinCells(set, frame.height, block.origin)) collector.put(box, frame.x);
}
