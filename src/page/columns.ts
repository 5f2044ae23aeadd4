import type { Direction } from '../base/geometry.ts';
import type { ColumnsBlock } from '../style/blocks.ts';
import { columnsFor } from '../style/column-count.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { columnEnds, fillColumns } from './column-ends.ts';
import type { FlowSetting } from './flow-setting.ts';
import { type Frame, partOfFrame } from './frame.ts';
import { innerStrip, joinColumns } from './join-columns.ts';
import type { Strip } from './strip.ts';
import type { StripWriter } from './strip-writer.ts';

export function flowColumns(
  block: ColumnsBlock<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
): void {
  const { count, width } = columnsFor(block, frame.width);
  if (setting.inColumns || count === 1) {
    setting.flowBlocks(block.children, frame, setting, writer);
    return;
  }
  const first = partOfFrame(frame, setting.direction, 0, width);
  const second = partOfFrame(frame, setting.direction, width + block.gap, width);
  const from = writer.parts.length;
  const { depth } = writer;
  setting.flowBlocks(block.children, first, { ...setting, inColumns: true }, writer);
  const gutter = { x: Math.min(first.x, second.x) + width, width: block.gap };
  writer.standInColumns(from, { count, step: second.x - first.x, gutter, depth });
}

/** Where strips stand apart from the flow no page divides them: each set of columns becomes strips of at most `limit`. */
export function joinColumnsApart(
  strips: readonly Strip[],
  limit: number,
  direction: Direction,
): readonly Strip[] {
  if (strips.every((strip) => strip.inColumns === null)) return strips;
  const joined: Strip[] = [];
  for (let from = 0; from < strips.length; ) {
    const set = strips[from]!.inColumns?.set;
    if (set === undefined) {
      joined.push(strips[from]!);
      from += 1;
      continue;
    }
    const after = strips.findIndex((strip, index) => index > from && strip.inColumns?.set !== set);
    const group = strips.slice(from, after < 0 ? strips.length : after);
    const inner = group.map((strip) => innerStrip(strip, set));
    // What no limit holds stands alone rather than not at all.
    const fitting = Math.max(1, fillColumns(inner, set.count, limit, set.grid).ends.at(-1)!);
    const taken = group.slice(0, fitting);
    const ends = columnEnds(inner.slice(0, fitting), set.count, limit, set.grid);
    joined.push(joinColumns(taken, set, ends, direction));
    from += fitting;
  }
  return joined;
}
