import { mapPath, polygon, polyline } from '../base/path.ts';
import type { Rule } from '../theme/style-values.ts';
import type { ShapePath, ShapePoint } from './blocks.ts';

/** Geometric ornament, drawn: the eight-pointed star (khatam) of two squares turned by 45°. */

/** The notch of the star {8/2}, and of {8/3} inside it, as parts of the radius: cos 45° / cos 22.5°, cos 67.5° / cos 45°. */
const KHATAM = 0.7654;
const ROSETTE = 0.5412;

/** A field of stars that touch at their points, with lines from star to star across the gaps. Points. */
export function drawStarField(
  width: number,
  height: number,
  cell: number,
  outline: Rule,
  fine: Rule,
): readonly ShapePath[] {
  const columns = Math.max(1, Math.round(width / cell));
  const size = width / columns;
  const rows = Math.ceil(height / size);
  const paths: ShapePath[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = (column + 0.5) * size;
      const y = (row + 0.5) * size;
      paths.push(outlined(star(x, y, size / 2, KHATAM), outline));
      paths.push(outlined(star(x, y, size * 0.36, ROSETTE), fine));
      paths.push(outlined(star(x, y, size * 0.13, KHATAM), fine));
      if (row + 1 < rows) paths.push(...joinDiagonals(x, y, size, column > 0, column + 1 < columns, fine));
    }
  }
  return paths;
}

/** One star in the middle of its box, with a small one inside. Points; y of its centre. */
export function drawStar(y: number, radius: number, outline: Rule): readonly ShapePath[] {
  const centred = (path: ShapePath): ShapePath => ({
    ...path,
    path: mapPath(path.path, (corner) => ({ ...corner, at: 0.5 })),
  });
  return [
    centred(outlined(star(0, y, radius, KHATAM), outline)),
    centred(outlined(star(0, y, radius * 0.4, KHATAM), outline)),
  ];
}

function joinDiagonals(
  x: number,
  y: number,
  size: number,
  before: boolean,
  after: boolean,
  rule: Rule,
): readonly ShapePath[] {
  const near = (size / 2) * Math.SQRT1_2;
  const far = size - near;
  const line = (side: 1 | -1): ShapePath => ({
    path: polyline([
      point(0, round(x + side * near), round(y + near)),
      point(0, round(x + side * far), round(y + far)),
    ]),
    fill: null,
    stroke: rule,
  });
  return [...(before ? [line(-1)] : []), ...(after ? [line(1)] : [])];
}

function outlined(points: readonly ShapePoint[], stroke: Rule): ShapePath {
  return { path: polygon(points), fill: null, stroke };
}

/** Eight points on the radius and eight notches between them. */
function star(x: number, y: number, radius: number, notch: number): readonly ShapePoint[] {
  return Array.from({ length: 16 }, (_, corner) => {
    const angle = (corner * Math.PI) / 8;
    const reach = corner % 2 === 0 ? radius : radius * notch;
    return point(0, round(x + reach * Math.cos(angle)), round(y + reach * Math.sin(angle)));
  });
}

/** Sine and cosine may differ in the last bit between machines; output may not. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function point(at: number, plus: number, y: number): ShapePoint {
  return { at, plus, y };
}
