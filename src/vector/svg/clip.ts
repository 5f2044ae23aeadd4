import type { Point, Rect } from '../../base/geometry.ts';
import { multiply } from '../../base/matrix.ts';
import { type Path, pointsOf } from '../../base/path.ts';
import type { Clip } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { isShape, outlineOf } from './shapes.ts';
import { readReference, type Style, styleOf } from './style.ts';
import { enter, type SvgContext, type SvgScope } from './svg-context.ts';
import { elementsOf, type SvgElement } from './svg-tree.ts';
import { outlineText } from './text.ts';
import { readTransform } from './transform.ts';

/** Cuts nothing. */
const NOTHING: readonly Clip[] = [];

/**
 * What `clip-path` leaves of an element (CSS Masking 1, 6), in units of the drawing.
 *
 * @param bounds of the element, in units of `scope`
 */
export function readClips(
  element: SvgElement,
  style: Style,
  scope: SvgScope,
  bounds: () => Rect,
  context: SvgContext,
): readonly Clip[] {
  const value = style['clip-path']!;
  if (value === 'none') return NOTHING;
  const reference = readReference(value);
  const target = reference && context.find(reference.id);
  if (target?.name !== 'clipPath') {
    context.notice(`clip-path: ${value}`, element);
    return NOTHING;
  }
  const inside = enter(target, scope);
  if (inside === null) return NOTHING;
  const { x, y, width, height } =
    target.attributes['clipPathUnits'] === 'objectBoundingBox' ? bounds() : UNIT;
  const placed = multiply(inside.matrix, [width, 0, 0, height, x, y]);
  const matrix = multiply(placed, readTransform(target.attributes['transform']));
  const own = styleOf(target, style, context.sheet);
  const within = { ...inside, matrix, style: own };
  return [
    ...readClips(target, own, { ...inside, style: own }, bounds, context),
    unite(target, within, context),
  ];
}

const UNIT: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** All that a clip path lets be seen. Of several outlines each turns the same way round, so that none cuts out another. */
function unite(target: SvgElement, scope: SvgScope, context: SvgContext): Clip {
  const outlines = elementsOf(target).flatMap((child) => outlinesOf(child, scope, context));
  const [only] = outlines;
  if (outlines.length === 1 && only !== undefined) return only;
  return { path: outlines.flatMap(({ path }) => turnRound(path)), rule: 'nonzero' };
}

function outlinesOf(element: SvgElement, scope: SvgScope, context: SvgContext): readonly Clip[] {
  const style = styleOf(element, scope.style, context.sheet);
  if (style['display'] === 'none' || style['visibility'] !== 'visible') return [];
  context.count();
  const moved = multiply(scope.matrix, readTransform(style['transform'] || element.attributes['transform']));
  const inside = { ...scope, style, matrix: moved };
  if (element.name === 'use') return outlinesOfUse(element, inside, context);
  if (!isShape(element) && element.name !== 'text') {
    if (element.name !== 'title' && element.name !== 'desc')
      context.notice(`<clipPath> <${element.name}>`, element);
    return [];
  }
  if (style['clip-path'] !== 'none') context.notice('<clipPath> clip-path', element);
  const path =
    element.name === 'text'
      ? outlineText(element, inside, context)
      : outlineOf(element, { viewport: scope.viewport, fontSize: Number(style['font-size']) });
  const rule = style['clip-rule'] === 'evenodd' ? 'evenodd' : 'nonzero';
  return path === null ? [] : [{ path: movePath(path, moved), rule }];
}

function outlinesOfUse(element: SvgElement, scope: SvgScope, context: SvgContext): readonly Clip[] {
  const target = context.find((element.attributes['href'] ?? '').replace(/^#/, ''));
  const inside = target && enter(target, scope);
  if (!target || !inside) return [];
  const [x, y] = [Number(element.attributes['x'] ?? 0), Number(element.attributes['y'] ?? 0)];
  const matrix = multiply(inside.matrix, [1, 0, 0, 1, x || 0, y || 0]);
  return outlinesOf(target, { ...inside, matrix }, context);
}

/** Each outline clockwise where y runs downwards. */
function turnRound(path: Path<Point>): Path<Point> {
  return areaOf(pointsOf(path)) < 0 ? reversePath(path) : path;
}

/** Twice the area within the corners (shoelace formula). */
function areaOf(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length]!;
    return sum + point.x * next.y - next.x * point.y;
  }, 0);
}

/** The same outlines the other way round. */
function reversePath(path: Path<Point>): Path<Point> {
  const outlines: Path<Point>[] = [];
  for (const segment of path) {
    if (segment.kind === 'move') outlines.push([segment]);
    else outlines.push([...(outlines.pop() ?? []), segment]);
  }
  return outlines.flatMap((outline) => {
    const steps = outline.filter((segment) => segment.kind !== 'close');
    const ends = steps.map(({ to }) => to);
    const back = steps
      .slice(1)
      .map((segment, index) =>
        segment.kind === 'curve'
          ? { ...segment, first: segment.second, second: segment.first, to: ends[index]! }
          : { kind: 'line' as const, to: ends[index]! },
      );
    return [{ kind: 'move' as const, to: ends.at(-1)! }, ...back.toReversed(), { kind: 'close' as const }];
  });
}
