import type { RowBlock, RowCell, TextTrack, Track } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type Frame, partOfFrame } from '../frame.ts';
import { joinCells } from './cells.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { intrinsicWidth } from './intrinsic-width.ts';
import { leastTextWidth, textWidth } from './text-width.ts';
import { type IntrinsicWidth, NO_WIDTH, trackWidths } from './tracks.ts';

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
  const widths = cellWidths(cells, frame.width - gap * (cells.length - 1), setting);
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

/** What is measured by texts is settled first. */
function cellWidths(
  cells: readonly RowCell<ShapedContent>[],
  available: number,
  setting: CollectSetting,
): readonly number[] {
  const tracks: Track[] = [];
  const intrinsic: IntrinsicWidth[] = [];
  const ends = cells.map(({ width: track, children }) => {
    const own = intrinsicWidth(children, setting);
    if (track.kind !== 'text') {
      tracks.push(track);
      return intrinsic.push(own);
    }
    const points = widthOfTrack(track, available, setting);
    tracks.push({ kind: 'points', points });
    intrinsic.push(NO_WIDTH);
    if (track.fraction === 0) return intrinsic.length;
    tracks.push({ kind: 'fraction', fraction: track.fraction });
    return intrinsic.push({ ...own, min: Math.max(0, own.min - points) });
  });
  const widths = trackWidths(tracks, intrinsic, available, false);
  return ends.map((end, index) => {
    const parts = widths.slice(ends[index - 1] ?? 0, end);
    return parts.reduce((sum, width) => sum + width, 0);
  });
}

/** No word is cut for the sake of `most`. */
function widthOfTrack(
  { width, least, most }: TextTrack<ShapedContent>,
  available: number,
  setting: CollectSetting,
): number {
  const greatest = Math.max(most * available, leastTextWidth(width, setting));
  return Math.max(least * available, Math.min(textWidth(width, setting), greatest));
}
