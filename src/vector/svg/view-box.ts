import type { Rect, Size } from '../../base/geometry.ts';
import type { Matrix } from '../../base/matrix.ts';
import { readNumbers } from './lengths.ts';
import type { SvgElement } from './svg-tree.ts';

/** What an element shows of its contents; null where it does not say, or shows nothing. */
export function readViewBox({ attributes }: SvgElement): Rect | null {
  const [x, y, width, height] = readNumbers(attributes['viewBox']);
  if (height === undefined || !(width! > 0) || !(height > 0)) return null;
  return { x: x!, y: y!, width: width!, height };
}

/**
 * From what is shown to the room for it (SVG 2, 8.6): as large as fits, in the middle, where
 * `preserveAspectRatio` says nothing else.
 */
export function fitViewBox(box: Rect, room: Size, aspect: string | undefined): Matrix {
  const [, x = 'Mid', y = 'Mid', slice] =
    /^\s*(?:x(Min|Mid|Max)Y(Min|Mid|Max))?\s*(?:meet|(slice))?\s*$/.exec(aspect ?? '') ?? [];
  const [across, down] = [room.width / box.width, room.height / box.height];
  if (/^\s*none\b/.test(aspect ?? '')) return [across, 0, 0, down, -box.x * across, -box.y * down];
  const scale = slice === undefined ? Math.min(across, down) : Math.max(across, down);
  const dx = SHARES[x]! * (room.width - box.width * scale) - box.x * scale;
  const dy = SHARES[y]! * (room.height - box.height * scale) - box.y * scale;
  return [scale, 0, 0, scale, dx, dy];
}

/** Of what is left over, before what is shown. */
const SHARES: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };
