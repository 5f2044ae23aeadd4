import type { Point } from '../../base/geometry.ts';
import { scaleOf } from '../../base/matrix.ts';
import { extentOf, type Path } from '../../base/path.ts';
import type { Clip, DrawnNode, Stroke } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { diagonalOf, readLength, readNumbers } from './lengths.ts';
import { type Painted, readPaint } from './paint.ts';
import { drawTiles } from './pattern.ts';
import { readReference, readShare, type Style } from './style.ts';
import type { SvgContext, SvgScope } from './svg-context.ts';
import type { SvgElement } from './svg-tree.ts';

/** A path in its inks. @param path in units of `scope` */
export function inkShape(
  path: Path<Point>,
  element: SvgElement,
  scope: SvgScope,
  context: SvgContext,
): readonly DrawnNode[] {
  const { style, matrix } = scope;
  const bounds = extentOf(path);
  if (bounds === null) return [];
  const painted = { element, style, scope, bounds };
  const placed = movePath(path, matrix);
  const rule = style['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero';
  const tiles = fillWithTiles({ path: placed, rule }, painted, context);
  const filled = tiles === null ? readPaint('fill', painted, context) : null;
  const opacity = (filled?.opacity ?? 1) * readShare(style['fill-opacity']);
  const fill = filled && ({ paint: filled.paint, rule, opacity } as const);
  const stroke = readStroke(painted, context);
  const shape = { kind: 'shape', path: placed } as const;
  if (fill === null && stroke === null) return tiles ?? [];
  if (tiles === null && (fill === null || stroke === null)) return [{ ...shape, fill, stroke }];
  const parts = [...(tiles ?? [{ ...shape, fill, stroke: null }]), { ...shape, fill: null, stroke }];
  const isStrokedFirst = /^(?:stroke|markers\s+stroke)/.test(style['paint-order']!);
  if (tiles === null && !isStrokedFirst) return [{ ...shape, fill, stroke }];
  return isStrokedFirst ? parts.toReversed() : parts;
}

/** A shape filled with a pattern; null where it is not. */
function fillWithTiles(clip: Clip, painted: Painted, context: SvgContext): readonly DrawnNode[] | null {
  const reference = readReference(painted.style['fill']!);
  const server = reference && context.find(reference.id);
  if (server?.name !== 'pattern') return null;
  const nodes = drawTiles(server, painted, context);
  if (nodes === null) return null;
  const opacity = readShare(painted.style['fill-opacity']);
  return nodes.length === 0 ? [] : [{ kind: 'group', opacity, clips: [clip], nodes }];
}

function readStroke(painted: Painted, context: SvgContext): Stroke | null {
  const { style, scope } = painted;
  const inked = readPaint('stroke', painted, context);
  if (inked === null) return null;
  const relative = { whole: diagonalOf(scope.viewport), fontSize: Number(style['font-size']) };
  // a line that keeps its width is as wide as its file says where it is shown in its own size
  const times = style['vector-effect'] === 'non-scaling-stroke' ? 1 : scaleOf(scope.matrix);
  const width = (readLength(style['stroke-width'], relative) ?? 1) * times;
  if (!(width > 0)) return null;
  const [cap, join] = [style['stroke-linecap'], style['stroke-linejoin']];
  return {
    width,
    paint: inked.paint,
    opacity: inked.opacity * readShare(style['stroke-opacity']),
    cap: cap === 'round' || cap === 'square' ? cap : 'butt',
    join: join === 'round' || join === 'bevel' ? join : 'miter',
    miterLimit: Math.max(1, readNumbers(style['stroke-miterlimit'])[0] ?? 4),
    dash: readDash(style, relative, times),
  };
}

/** SVG 2, 13.5.6: an odd list is said twice; one of naughts, or with a negative length, is none. */
function readDash(style: Style, relative: Parameters<typeof readLength>[1], times: number): Stroke['dash'] {
  const written = style['stroke-dasharray']!;
  if (written === 'none') return null;
  const read = (text: string) => (readLength(text, relative) ?? Number.NaN) * times;
  const lengths = written
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(read);
  const isDashed = lengths.every((length) => length >= 0) && lengths.some((length) => length > 0);
  if (!isDashed) return null;
  const phase = read(style['stroke-dashoffset']!) || 0;
  return { lengths: lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths], phase };
}
