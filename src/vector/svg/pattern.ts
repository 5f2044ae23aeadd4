import type { Rect } from '../../base/geometry.ts';
import { invert, type Matrix, multiply, transform } from '../../base/matrix.ts';
import { boundsOf, cornersOfRect, rectangle } from '../../base/path.ts';
import type { DrawnNode } from '../drawing.ts';
import { moveNode, movePath } from '../map-drawing.ts';
import { attributeOf, chainOf } from './chain.ts';
import { readLength } from './lengths.ts';
import type { Painted } from './paint.ts';
import { INITIAL_STYLE, styleOf } from './style.ts';
import { enter, type SvgContext } from './svg-context.ts';
import { elementsOf, type SvgElement } from './svg-tree.ts';
import { readTransform } from './transform.ts';
import { fitViewBox, readViewBox } from './view-box.ts';

/** Tiles of one shape: more are finer than any press prints. */
const MOST_TILES = 4000;

/** The tiles of a pattern that lie on what it paints (SVG 2, 14.3); null where they cannot be laid. */
export function drawTiles(
  server: SvgElement,
  painted: Painted,
  context: SvgContext,
): readonly DrawnNode[] | null {
  const chain = chainOf(server, context, ({ name }) => name === 'pattern');
  const owner = chain.find((element) => elementsOf(element).length > 0);
  const inside = owner && enter(owner, painted.scope);
  const tile = tileOf(chain, painted);
  if (!owner || !inside || tile === null) return [];
  const matrix = multiply(painted.scope.matrix, readTransform(attributeOf(chain, 'patternTransform')));
  const places = placesOf(tile, matrix, painted);
  if (places === null) return null;
  const content = multiply(matrix, contentMatrix(chain, tile, painted.bounds));
  const style = styleOf(owner, INITIAL_STYLE, context.sheet);
  const nodes = context.draw(owner, { ...inside, style, matrix: content });
  const clips = [{ path: movePath(rectangle(tile), matrix), rule: 'nonzero' }] as const;
  const cut: DrawnNode = { kind: 'group', opacity: 1, clips, nodes };
  return places.map(({ x, y }) => {
    for (const _ of nodes) context.count();
    const [a, b, c, d] = matrix;
    return moveNode(cut, [1, 0, 0, 1, a * x + c * y, b * x + d * y]);
  });
}

/** Of the first tile, in units of the pattern; null where it has no area. */
function tileOf(chain: readonly SvgElement[], { bounds, scope, style }: Painted): Rect | null {
  const isOfBox = attributeOf(chain, 'patternUnits') !== 'userSpaceOnUse';
  const room = isOfBox ? { width: 1, height: 1 } : scope.viewport;
  const fontSize = Number(style['font-size']);
  const length = (name: string, whole: number) =>
    readLength(attributeOf(chain, name), { whole, fontSize }) ?? 0;
  const [x, y] = [length('x', room.width), length('y', room.height)];
  const [width, height] = [length('width', room.width), length('height', room.height)];
  if (!(width > 0 && height > 0)) return null;
  if (!isOfBox) return { x, y, width, height };
  return {
    x: bounds.x + x * bounds.width,
    y: bounds.y + y * bounds.height,
    width: width * bounds.width,
    height: height * bounds.height,
  };
}

/** From the units of what a tile holds to those of the pattern. */
function contentMatrix(chain: readonly SvgElement[], tile: Rect, bounds: Rect): Matrix {
  const viewed = chain.find((element) => 'viewBox' in element.attributes);
  const box = viewed && readViewBox(viewed);
  const moved: Matrix = [1, 0, 0, 1, tile.x, tile.y];
  if (box) return multiply(moved, fitViewBox(box, tile, attributeOf(chain, 'preserveAspectRatio')));
  if (attributeOf(chain, 'patternContentUnits') !== 'objectBoundingBox') return moved;
  return [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
}

/** How far the tiles that can be seen are from the first; null where they are too many. */
function placesOf(
  tile: Rect,
  matrix: Matrix,
  { bounds, scope }: Painted,
): readonly { readonly x: number; readonly y: number }[] | null {
  const back = invert(matrix);
  if (back === null || !(tile.width > 0 && tile.height > 0)) return [];
  const corners = cornersOfRect(bounds).map((corner) => transform(transform(corner, scope.matrix), back));
  const seen = boundsOf(corners);
  const range = (from: number, length: number, first: number, step: number) => {
    const low = Math.floor((from - first) / step);
    return { low, count: Math.ceil((from + length - first) / step) - low };
  };
  const across = range(seen.x, seen.width, tile.x, tile.width);
  const down = range(seen.y, seen.height, tile.y, tile.height);
  if (!(across.count * down.count <= MOST_TILES)) return null;
  return Array.from({ length: across.count * down.count }, (_, index) => ({
    x: (across.low + (index % across.count)) * tile.width,
    y: (down.low + Math.floor(index / across.count)) * tile.height,
  }));
}
