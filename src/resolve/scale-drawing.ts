import type { Size } from '../base/geometry.ts';
import type { DrawnNode } from '../vector/drawing.ts';
import { moveNode } from '../vector/map-drawing.ts';
import type { Drawing } from './image-source.ts';

/** Units along the longer side: files write hundredths and thousandths of them, as fine as on the largest of pages. */
const UNITS = 1000;

/** What a drawing is made of, in units that do not depend on its view box, from the left top corner of what is shown. */
export function scaleDrawing({ viewBox, nodes }: Drawing): {
  readonly size: Size;
  readonly nodes: readonly DrawnNode[];
} {
  const { x, y, width, height } = viewBox;
  const scale = UNITS / Math.max(width, height);
  return {
    size: { width: width * scale, height: height * scale },
    nodes: nodes.map((node) => moveNode(node, [scale, 0, 0, scale, -x * scale, -y * scale])),
  };
}
