import * as mupdf from 'mupdf';
import type { Point } from '../../src/base/geometry.ts';
import { type Path, polygon, polyline } from '../../src/base/path.ts';
import type { Drawing } from '../../src/resolve/image-source.ts';
import { plainShape } from '../../src/vector/drawing.ts';

const at = (x: number, y: number): Point => ({ x, y });

/** A ring: two circles of one path, the inner one turned the other way, so that there is a hole. */
function ring(outer: number, inner: number): Path<Point> {
  const quarter = (radius: number, turn: 1 | -1): Path<Point> => {
    const handle = radius * 0.5523;
    const arcs = [
      [at(radius, handle), at(handle, radius), at(0, radius)],
      [at(-handle, radius), at(-radius, handle), at(-radius, 0)],
      [at(-radius, -handle), at(-handle, -radius), at(0, -radius)],
      [at(handle, -radius), at(radius, -handle), at(radius, 0)],
    ] as const;
    return [
      { kind: 'move', to: at(radius, 0) },
      ...arcs.map(([first, second, to]) => ({
        kind: 'curve' as const,
        first: { ...first, y: turn * first.y },
        second: { ...second, y: turn * second.y },
        to: { ...to, y: turn * to.y },
      })),
      { kind: 'close' },
    ];
  };
  return [...quarter(outer, 1), ...quarter(inner, -1)];
}

/**
 * A drawing of every kind of segment, in a view box of two by one about the origin: a green ring with a hole, a blue
 * bar that begins beyond the left edge, an open curve in red from the left bottom to the right bottom corner.
 */
export const DRAWING: Drawing = {
  kind: 'drawing',
  path: 'رسم.svg',
  width: 200,
  height: 100,
  viewBox: { x: -1, y: -0.5, width: 2, height: 1 },
  nodes: [
    plainShape(ring(0.4, 0.2), '#00FF00', null),
    plainShape(polygon([at(-3, -0.05), at(-0.5, -0.05), at(-0.5, 0.05), at(-3, 0.05)]), '#0000FF', null),
    plainShape(
      [
        { kind: 'move', to: at(-1, 0.5) },
        { kind: 'curve', first: at(-0.5, 0.3), second: at(0.5, 0.3), to: at(1, 0.5) },
      ],
      null,
      { width: 0.04, color: '#FF0000' },
    ),
    plainShape(polyline([at(0.7, -0.4), at(0.9, -0.4)]), null, { width: 0.1, color: '#000000' }),
    plainShape([], '#FF00FF', null),
  ],
};

/** What is to be seen at places of it, in parts of its width and height. */
export const SEEN: readonly (readonly [number, number, 'white' | 'green' | 'blue' | 'red' | 'black'])[] = [
  [0.5, 0.5, 'white'],
  [0.5 + 0.15, 0.5, 'green'],
  [0.5, 0.5 + 0.3, 'green'],
  [0.5 - 0.15 * Math.SQRT1_2, 0.5 - 0.3 * Math.SQRT1_2, 'green'],
  [0.5 + 0.19 * 0.9, 0.5 - 0.38 * 0.9, 'white'],
  [0.1, 0.5, 'blue'],
  [0.1, 0.6, 'white'],
  [0.5, 0.85, 'red'],
  [0.02, 0.98, 'red'],
  [0.9, 0.1, 'black'],
];

export const INKS: Readonly<Record<string, readonly number[]>> = {
  white: [255, 255, 255],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  red: [255, 0, 0],
  black: [0, 0, 0],
};

/** The colour at a place of the first page of a PDF, at `zoom` pixels a point. */
export function pixelsOf(bytes: Uint8Array, zoom: number) {
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.scale(zoom, zoom), mupdf.ColorSpace.DeviceRGB, false);
  const pixels = pixmap.getPixels();
  const width = pixmap.getWidth();
  return (x: number, y: number): readonly number[] => {
    const from = 3 * (Math.floor(y * zoom) * width + Math.floor(x * zoom));
    return [...pixels.slice(from, from + 3)];
  };
}
