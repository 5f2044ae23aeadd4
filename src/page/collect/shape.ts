import type { TagTarget } from '../../base/element.ts';
import type { Direction } from '../../base/geometry.ts';
import { mapPath } from '../../base/path.ts';
import type { ShapeBlock, ShapePath } from '../../style/blocks.ts';
import { makeBox } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import type { DrawnPath } from '../page.ts';
import type { Collector } from './collector.ts';

export function collectShape(
  block: ShapeBlock,
  frame: Frame,
  direction: Direction,
  collector: Collector,
): void {
  // A drawing higher than the page is pressed into it rather than cut.
  const scale = block.height > frame.height ? frame.height / block.height : 1;
  const drawItems = block.paths.map((path) => drawPath(path, block.tagTarget, frame, direction, scale));
  collector.put(makeBox(block.origin, { height: block.height * scale, drawItems }), frame.x);
}

/** Turns distances from the start edge into x: the drawing of a timeline runs with the script. */
function drawPath(
  path: ShapePath,
  tagTarget: TagTarget,
  frame: Frame,
  direction: Direction,
  scale: number,
): DrawnPath {
  const placed = mapPath(path.path, ({ at, plus, y }) => {
    const offset = at * frame.width + plus;
    const x = direction === 'rtl' ? frame.x + frame.width - offset : frame.x + offset;
    return { x, y: y * scale };
  });
  return { kind: 'path', path: placed, fill: path.fill, stroke: path.stroke, tagTarget };
}
