import type { Size } from '../base/geometry.ts';
import { mapPath } from '../base/path.ts';
import type { Drawing, DrawnShape } from './image-source.ts';

/** Units along the longer side: files write hundredths and thousandths of them, as fine as on the largest of pages. */
const UNITS = 1000;

/** The shapes of a drawing in units that do not depend on its view box, from the left top corner of what is shown. */
export function scaleDrawing({ viewBox, shapes }: Drawing): {
  readonly size: Size;
  readonly shapes: readonly DrawnShape[];
} {
  const scale = UNITS / Math.max(viewBox.width, viewBox.height);
  return {
    size: { width: viewBox.width * scale, height: viewBox.height * scale },
    shapes: shapes.map(({ path, fill, stroke }) => ({
      path: mapPath(path, ({ x, y }) => ({ x: (x - viewBox.x) * scale, y: (y - viewBox.y) * scale })),
      fill,
      stroke: stroke && { ...stroke, width: stroke.width * scale },
    })),
  };
}
