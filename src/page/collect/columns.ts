import type { Direction } from '../../base/geometry.ts';
import type { ColumnsBlock } from '../../style/blocks.ts';
import { columnsFor } from '../../style/column-count.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { FlowEntry } from '../flow-item.ts';
import { type Frame, partOfFrame } from '../frame.ts';
import { columnEnds, fillColumns } from '../region/column-ends.ts';
import { innerEntry, joinColumns } from '../region/join-columns.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';

export function collectColumns(
  block: Pick<ColumnsBlock<ShapedContent>, 'children' | 'count' | 'gap' | 'leastWidth'>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
): void {
  const { count, width } = columnsFor(block, frame.width);
  if (setting.inColumns || count === 1) {
    setting.collectBlocks(block.children, frame, setting, collector);
    return;
  }
  const first = partOfFrame(frame, setting.direction, 0, width);
  const second = partOfFrame(frame, setting.direction, width + block.gap, width);
  const gutter = { x: Math.min(first.x, second.x) + width, width: block.gap };
  collector.inColumns({ count, step: second.x - first.x, gutter }, () =>
    setting.collectBlocks(block.children, first, { ...setting, inColumns: true }, collector),
  );
}

/** Where items stand apart from the flow no page divides them: each set of columns becomes boxes of at most `limit`. */
export function joinColumnsApart(
  entries: readonly FlowEntry[],
  limit: number,
  direction: Direction,
): readonly FlowEntry[] {
  if (entries.every((entry) => entry.columns === null)) return entries;
  const joined: FlowEntry[] = [];
  for (let from = 0; from < entries.length; ) {
    const set = entries[from]!.columns;
    if (set === null) {
      joined.push(entries[from]!);
      from += 1;
      continue;
    }
    const after = entries.findIndex((entry, index) => index > from && entry.columns !== set);
    const group = entries.slice(from, after < 0 ? entries.length : after);
    const inner = group.map((entry) => innerEntry(entry, set));
    const region = { height: limit, grid: set.grid };
    // What no limit holds stands alone rather than not at all.
    const fitting = Math.max(1, fillColumns(inner, set.count, region).ends.at(-1)!);
    const ends = columnEnds(inner.slice(0, fitting), set.count, region);
    joined.push(joinColumns(group.slice(0, fitting), set, ends, direction));
    from += fitting;
  }
  return joined;
}
