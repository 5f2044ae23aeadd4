import type { Point } from '../base/geometry.ts';
import type { Matrix } from '../base/matrix.ts';
import type { Path } from '../base/path.ts';
import type { Raster } from '../raster/raster.ts';

/** What a drawing is made of. All places and lengths are in one unit, y downwards. */
export type DrawnNode = DrawnShape | DrawnGroup | DrawnRaster;

/** A path with its ink: first filled, then stroked. */
export interface DrawnShape {
  readonly kind: 'shape';
  readonly path: Path<Point>;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
}

export interface Fill {
  readonly paint: Paint;
  /** 0–1. */
  readonly opacity: number;
  /** What the path encloses (ISO 32000-1, 8.5.3.3). */
  readonly rule: WindingRule;
}

type WindingRule = 'nonzero' | 'evenodd';

export interface Stroke {
  readonly width: number;
  readonly paint: Paint;
  /** 0–1. */
  readonly opacity: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  /** Lengths of dashes and gaps in turn, begun so far into them; null = it has none. */
  readonly dash: { readonly lengths: readonly number[]; readonly phase: number } | null;
}

/** `#RRGGBB`, or colours that change along a line or from circle to circle. */
export type Paint = string | Gradient;

/** Before its first stop and behind its last it goes on in their colours. */
export interface Gradient {
  /** Centre and radius where it begins and where it ends; a linear one has no radii and goes from point to point. */
  readonly from: GradientEnd;
  readonly to: GradientEnd;
  readonly isRadial: boolean;
  /** From the space of its ends to that of the drawing. */
  readonly matrix: Matrix;
  /** In the order of their places, 0–1; two at least. */
  readonly stops: readonly GradientStop[];
}

export interface GradientEnd extends Point {
  readonly radius: number;
}

export interface GradientStop {
  readonly at: number;
  /** `#RRGGBB`. */
  readonly color: string;
  readonly opacity: number;
}

/** Nodes that are painted as one, and then laid on what is below. */
export interface DrawnGroup {
  readonly kind: 'group';
  readonly opacity: number;
  /** What lies outside any of them is cut off. */
  readonly clips: readonly Clip[];
  readonly nodes: readonly DrawnNode[];
}

export interface Clip {
  readonly path: Path<Point>;
  readonly rule: WindingRule;
}

/** Pixels within a drawing. */
export interface DrawnRaster {
  readonly kind: 'raster';
  readonly raster: Raster;
  /** From a square of one unit, y downwards, to the space of the drawing. */
  readonly matrix: Matrix;
  readonly opacity: number;
}

/** A shape of flat colours and plain lines. */
export function plainShape(
  path: Path<Point>,
  fill: string | null,
  stroke: { readonly width: number; readonly color: string } | null,
): DrawnShape {
  return {
    kind: 'shape',
    path,
    fill: fill === null ? null : { paint: fill, opacity: 1, rule: 'nonzero' },
    stroke: stroke === null ? null : { ...PLAIN_LINE, width: stroke.width, paint: stroke.color },
  };
}

/** As a form of PDF has it where nothing is said (ISO 32000-1, table 52). */
export const PLAIN_LINE = { opacity: 1, cap: 'butt', join: 'miter', miterLimit: 10, dash: null } as const;

/** A shape of flat, opaque colours and plain lines, which any format can say. */
export interface PlainShape extends DrawnShape {
  readonly fill: (Fill & { readonly paint: string }) | null;
  readonly stroke: (Stroke & { readonly paint: string }) | null;
}

export function isPlain(node: DrawnNode): node is PlainShape {
  if (node.kind !== 'shape') return false;
  const { fill, stroke } = node;
  const isFlat = fill === null || (isColor(fill.paint) && fill.opacity === 1 && fill.rule === 'nonzero');
  return (
    isFlat && (stroke === null || (isColor(stroke.paint) && stroke.opacity === 1 && isPlainLine(stroke)))
  );
}

export const isColor = (paint: Paint): paint is string => typeof paint === 'string';

/** Miters longer than so many widths of their line are cut; no plain one is. */
export function isPlainLine({ cap, join, miterLimit, dash }: Stroke): boolean {
  return cap === 'butt' && join === 'miter' && miterLimit === PLAIN_LINE.miterLimit && dash === null;
}
