import type { Origin } from '../../base/origin.ts';
import { type BoxItem, makeBox } from '../flow-item.ts';
import { type Column, moveDrawItem, moveLandmark } from './column.ts';

/** What stands in columns whose tops are `tops` as one box. */
export function boxOfColumns(
  columns: readonly Column[],
  tops: readonly number[],
  height: number,
  baseline: number,
  origin: Origin,
): BoxItem {
  const fixed = {
    back: columns.flatMap((column) => column.fixed.back),
    drawItems: columns.flatMap((column) => column.fixed.drawItems),
  };
  return makeBox(origin, {
    height,
    back: columns.flatMap((column, index) =>
      column.back.map((drawItem) => moveDrawItem(drawItem, 0, tops[index]!)),
    ),
    drawItems: columns.flatMap((column, index) =>
      column.drawItems.map((drawItem) => moveDrawItem(drawItem, 0, tops[index]!)),
    ),
    fixed: fixed.back.length + fixed.drawItems.length > 0 ? fixed : null,
    baseline: baseline > 0 ? baseline : null,
    notes: columns.flatMap((column) => column.notes),
    landmarks: columns.flatMap((column, index) =>
      column.landmarks.map((landmark) => moveLandmark(landmark, 0, tops[index]!)),
    ),
  });
}
