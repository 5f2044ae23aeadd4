import type { BoxItem, LineItem } from '../flow-item.ts';
import { moveDrawItem } from '../region/column.ts';
import { BASELINE_SHARE } from './text.ts';

/** Puts a marker on the first baseline of what it hangs beside, before what that draws: it is read first. */
export function hangMarker(item: LineItem | BoxItem, marker: readonly LineItem[]): LineItem | BoxItem {
  let { height } = item;
  let y = 0;
  const hung = marker.flatMap((line, index) => {
    // The first line shares the body's baseline, whatever the leading of the marker.
    const top = index === 0 && item.baseline !== null ? item.baseline - line.baseline : y;
    y = top + line.height;
    const below = y - line.height * (1 - BASELINE_SHARE);
    height = Math.max(height, item.baseline === null ? y : below);
    return line.drawItems.map((drawItem) => moveDrawItem(drawItem, 0, top));
  });
  const around = {
    height,
    drawItems: [...hung, ...item.drawItems],
    notes: [...marker.flatMap((line) => line.notes), ...item.notes],
    landmarks: [...marker.flatMap((line) => line.landmarks), ...item.landmarks],
  };
  if (item.kind === 'line') return { ...item, ...around };
  return { ...item, ...around, baseline: item.baseline ?? marker[0]?.baseline ?? null };
}
