import type { RowBlock } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type Frame, partOfFrame } from '../frame.ts';
import { joinCells } from './cells.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { intrinsicWidth } from './intrinsic-width.ts';
import { trackWidths } from './tracks.ts';

/** Gaps between cells never take more than this share of the measure. */
const WIDEST_GAPS = 0.5;

export function collectRow(
  block: RowBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
): void {
  const { cells } = block;
  if (cells.length === 0) return;
  const gap = Math.min(block.gap, (frame.width * WIDEST_GAPS) / Math.max(1, cells.length - 1));
  const intrinsic = cells.map((cell) => intrinsicWidth(cell.children, setting));
  const available = frame.width - gap * (cells.length - 1);
  const widths = trackWidths(
    cells.map((cell) => cell.width),
    intrinsic,
    available,
    false,
  );
  let offset = 0;
  const set = cells.map((cell, index) => {
    const width = widths[index]!;
    const entries = collectApart(
      cell.children,
      partOfFrame(frame, setting.direction, offset, width),
      setting,
    );
    offset += width + gap;
    return { entries, align: cell.align };
  });
  for (const box of joinCells(set, frame.height, block.origin)) collector.put(box, frame.x);
}
