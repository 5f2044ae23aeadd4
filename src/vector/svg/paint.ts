import colorString from 'color-string';
import type { Rect } from '../../base/geometry.ts';
import { type Matrix, multiply } from '../../base/matrix.ts';
import type { Gradient, GradientStop, Paint } from '../drawing.ts';
import { attributeOf, chainOf } from './chain.ts';
import { diagonalOf, readLength } from './lengths.ts';
import { spreadGradient } from './spread-gradient.ts';
import { readReference, readShare, type Style, styleOf } from './style.ts';
import type { SvgContext, SvgScope } from './svg-context.ts';
import { elementsOf, type SvgElement } from './svg-tree.ts';
import { readTransform } from './transform.ts';

/** What a shape is inked with. */
interface ReadPaint {
  readonly paint: Paint;
  /** Of the colour itself, 0–1. */
  readonly opacity: number;
}

/** What is painted. */
export interface Painted {
  readonly element: SvgElement;
  readonly style: Style;
  readonly scope: SvgScope;
  /** In units of `scope`. */
  readonly bounds: Rect;
}

/** The ink that a property names; null = none. What cannot be painted is noticed. */
export function readPaint(
  property: 'fill' | 'stroke',
  painted: Painted,
  context: SvgContext,
): ReadPaint | null {
  const value = painted.style[property]!;
  const reference = readReference(value);
  if (reference === null) return readColor(value, painted, context);
  const server = context.find(reference.id);
  const made = server === null ? null : makeGradient(server, painted, context);
  if (made === 'none') return null;
  if (made !== null) return made;
  const isGiven = reference.rest !== '' && reference.rest !== 'none';
  if (isGiven) return readColor(reference.rest, painted, context);
  context.notice(server === null ? `${property}: ${value}` : `<${server.name}>`, server ?? painted.element);
  return null;
}

function readColor(value: string, { element, style }: Painted, context: SvgContext): ReadPaint | null {
  if (value === 'none' || value === 'transparent') return null;
  const color = parseColor(value, style);
  if (color !== null) return color.opacity === 0 ? null : color;
  context.notice(value, element);
  return { paint: BLACK, opacity: 1 };
}

const BLACK = '#000000';

/** CSS Color 3; null of what is none. */
function parseColor(
  value: string,
  style: Style,
): { readonly paint: string; readonly opacity: number } | null {
  const written = /^currentcolor$/i.test(value) ? style['color']! : value;
  const rgb = colorString.get.rgb(written.toLowerCase()) ?? rgbOfHsl(written.toLowerCase());
  if (rgb === null) return null;
  const hex = rgb.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, '0'));
  return { paint: `#${hex.join('').toUpperCase()}`, opacity: rgb[3] ?? 1 };
}

function rgbOfHsl(written: string): readonly number[] | null {
  const hsl = colorString.get.hsl(written);
  if (hsl === null) return null;
  const [hue = 0, saturation = 0, lightness = 0, alpha = 1] = hsl;
  const [s, l] = [saturation / 100, lightness / 100];
  // CSS Color 4, 7.1
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

/** 'none' where the gradient has no colours, so that nothing is painted; null where it is no gradient. */
function makeGradient(server: SvgElement, painted: Painted, context: SvgContext): ReadPaint | 'none' | null {
  if (server.name !== 'linearGradient' && server.name !== 'radialGradient') return null;
  const chain = chainOf(server, context, ({ name }) => name.endsWith('Gradient'));
  const attribute = (name: string) => attributeOf(chain, name);
  const stops = readStops(chain, painted, context);
  const last = stops.at(-1);
  if (last === undefined) return 'none';
  if (stops.length === 1) return { paint: last.color, opacity: last.opacity };
  const { bounds, scope } = painted;
  const isOfBox = attribute('gradientUnits') !== 'userSpaceOnUse';
  if (isOfBox && (bounds.width === 0 || bounds.height === 0)) return null;
  const box: Matrix = [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
  const own = readTransform(attribute('gradientTransform'));
  const matrix = multiply(isOfBox ? multiply(scope.matrix, box) : scope.matrix, own);
  const room = isOfBox ? { width: 1, height: 1 } : scope.viewport;
  const lengthOf = (name: string, whole: number, initial: string) =>
    readLength(attribute(name) ?? initial, { whole, fontSize: Number(painted.style['font-size']) }) ?? 0;
  const ends =
    server.name === 'linearGradient' ? linearEnds(lengthOf, room) : radialEnds(lengthOf, room, attribute);
  if (ends === null) return { paint: last.color, opacity: last.opacity };
  const gradient: Gradient = { ...ends, isRadial: server.name === 'radialGradient', matrix, stops };
  return {
    paint: spreadGradient(gradient, attribute('spreadMethod'), painted.bounds, scope.matrix),
    opacity: 1,
  };
}

type GradientLength = (name: string, whole: number, initial: string) => number;
type Room = SvgScope['viewport'];

/** null where it has no length. */
function linearEnds(length: GradientLength, { width, height }: Room): Pick<Gradient, 'from' | 'to'> | null {
  const from = { x: length('x1', width, '0%'), y: length('y1', height, '0%'), radius: 0 };
  const to = { x: length('x2', width, '100%'), y: length('y2', height, '0%'), radius: 0 };
  return from.x === to.x && from.y === to.y ? null : { from, to };
}

/** null where it has no radius. */
function radialEnds(
  length: GradientLength,
  room: Room,
  attribute: (name: string) => string | undefined,
): Pick<Gradient, 'from' | 'to'> | null {
  const to = {
    x: length('cx', room.width, '50%'),
    y: length('cy', room.height, '50%'),
    radius: length('r', diagonalOf(room), '50%'),
  };
  if (!(to.radius > 0)) return null;
  const focus = {
    x: attribute('fx') === undefined ? to.x : length('fx', room.width, '50%'),
    y: attribute('fy') === undefined ? to.y : length('fy', room.height, '50%'),
    radius: Math.max(0, length('fr', diagonalOf(room), '0%')),
  };
  // a focus beyond the circle is moved to it (SVG 1.1, 13.2.3)
  const [dx, dy] = [focus.x - to.x, focus.y - to.y];
  const share = Math.min(1, (to.radius * 0.999) / Math.max(Math.hypot(dx, dy), Number.MIN_VALUE));
  return { from: { ...focus, x: to.x + dx * share, y: to.y + dy * share }, to };
}

function readStops(
  chain: readonly SvgElement[],
  { style: around }: Painted,
  context: SvgContext,
): readonly GradientStop[] {
  const owner = chain.find((element) => elementsOf(element).some(({ name }) => name === 'stop'));
  let reached = 0;
  return (owner === undefined ? [] : elementsOf(owner))
    .filter(({ name }) => name === 'stop')
    .map((element) => {
      const style = styleOf(element, around, context.sheet);
      const color = parseColor(style['stop-color']!, style);
      if (color === null) context.notice(`stop-color: ${style['stop-color']}`, element);
      reached = Math.max(reached, readShare(element.attributes['offset'] ?? '0'));
      const opacity = (color?.opacity ?? 1) * readShare(style['stop-opacity']);
      return { at: reached, color: color?.paint ?? BLACK, opacity };
    });
}
