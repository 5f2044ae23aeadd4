import svgpath from 'svgpath';
import type { Point, Rect, Size } from '../../base/geometry.ts';
import {
  circle,
  type Path,
  type PathSegment,
  polygon,
  polyline,
  rectangle,
  toward,
} from '../../base/path.ts';
import { diagonalOf, readLength, readNumbers } from './lengths.ts';
import type { SvgElement } from './svg-tree.ts';

/** What lengths of a shape may be parts of. */
interface ShapeScope {
  readonly viewport: Size;
  readonly fontSize: number;
}

/** The outline of a basic shape or a path (SVG 2, 9 and 10), in units of its surroundings; null of any other element. */
export function outlineOf(element: SvgElement, scope: ShapeScope): Path<Point> | null {
  const read = SHAPES.get(element.name);
  if (read === undefined) return null;
  const { width, height } = scope.viewport;
  const wholes = { across: width, down: height, round: diagonalOf(scope.viewport) };
  const length = (name: string, whole: keyof typeof wholes) =>
    readLength(element.attributes[name], { whole: wholes[whole], fontSize: scope.fontSize });
  return read(length, element);
}

type Length = (name: string, whole: 'across' | 'down' | 'round') => number | null;

const SHAPES: ReadonlyMap<string, (length: Length, element: SvgElement) => Path<Point>> = new Map(
  Object.entries({
    path: (_, { attributes }) => readPath(attributes['d'] ?? ''),
    rect: (length) => {
      const [x, y] = [length('x', 'across') ?? 0, length('y', 'down') ?? 0];
      const [width, height] = [length('width', 'across') ?? 0, length('height', 'down') ?? 0];
      if (!(width > 0 && height > 0)) return [];
      const [rx, ry] = [length('rx', 'across'), length('ry', 'down')];
      const [round, upright] = [Math.max(0, rx ?? ry ?? 0), Math.max(0, ry ?? rx ?? 0)];
      return roundedRectangle(
        { x, y, width, height },
        Math.min(round, width / 2),
        Math.min(upright, height / 2),
      );
    },
    circle: (length) => {
      const radius = length('r', 'round') ?? 0;
      return ellipse(length('cx', 'across') ?? 0, length('cy', 'down') ?? 0, radius, radius);
    },
    ellipse: (length) => {
      const [rx, ry] = [length('rx', 'across'), length('ry', 'down')];
      return ellipse(length('cx', 'across') ?? 0, length('cy', 'down') ?? 0, rx ?? ry ?? 0, ry ?? rx ?? 0);
    },
    line: (length) =>
      polyline([
        { x: length('x1', 'across') ?? 0, y: length('y1', 'down') ?? 0 },
        { x: length('x2', 'across') ?? 0, y: length('y2', 'down') ?? 0 },
      ]),
    polyline: (_, element) => polyline(cornersOf(element)),
    polygon: (_, element) => polygon(cornersOf(element)),
  }),
);

export const isShape = ({ name }: SvgElement) => SHAPES.has(name);

function cornersOf({ attributes }: SvgElement): readonly Point[] {
  const numbers = readNumbers(attributes['points']);
  return numbers.flatMap((x, at) =>
    at % 2 === 0 && at + 1 < numbers.length ? [{ x, y: numbers[at + 1]! }] : [],
  );
}

function ellipse(x: number, y: number, rx: number, ry: number): Path<Point> {
  if (!(rx > 0 && ry > 0)) return [];
  return circle(1, (dx, dy) => ({ x: x + dx * rx, y: y + dy * ry }));
}

function roundedRectangle({ x, y, width, height }: Rect, rx: number, ry: number): Path<Point> {
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0) return rectangle({ x, y, width, height });
  const d = [
    `M${x + rx} ${y}H${right - rx}A${rx} ${ry} 0 0 1 ${right} ${y + ry}V${bottom - ry}`,
    `A${rx} ${ry} 0 0 1 ${right - rx} ${bottom}H${x + rx}A${rx} ${ry} 0 0 1 ${x} ${bottom - ry}`,
    `V${y + ry}A${rx} ${ry} 0 0 1 ${x + rx} ${y}Z`,
  ];
  return readPath(d.join(''));
}

/** Path data (SVG 2, 9.3): up to where it cannot be read, as it is drawn everywhere (9.5.4). */
function readPath(data: string): Path<Point> {
  const path: PathSegment<Point>[] = [];
  const readable = svgpath(data).abs().unshort().unarc();
  readable.iterate(([letter, ...given], _, x, y) => {
    const segment = segmentOf(letter, given as number[], { x, y });
    // after the end of an outline a new one begins where it began
    if (segment.kind !== 'move' && segment.kind !== 'close' && (path.at(-1)?.kind ?? 'close') === 'close')
      path.push({ kind: 'move', to: { x, y } });
    path.push(segment);
  });
  return path.every(isFinitePlace) ? path : [];
}

/** @throws Error for a letter that `readPath` has made others of */
function segmentOf(letter: string, given: readonly number[], pen: Point): PathSegment<Point> {
  const step = STEPS[letter];
  if (step === undefined) throw new Error(`path data in other letters than ${Object.keys(STEPS)}: ${letter}`);
  return step((index) => ({ x: given[index]!, y: given[index + 1]! }), pen);
}

/** @param at the point whose numbers begin at that index */
type Step = (at: (index: number) => Point, pen: Point) => PathSegment<Point>;

const STEPS: Readonly<Record<string, Step>> = {
  M: (at) => ({ kind: 'move', to: at(0) }),
  L: (at) => ({ kind: 'line', to: at(0) }),
  H: (at, { y }) => ({ kind: 'line', to: { x: at(0).x, y } }),
  V: (at, { x }) => ({ kind: 'line', to: { x, y: at(0).x } }),
  C: (at) => ({ kind: 'curve', first: at(0), second: at(2), to: at(4) }),
  Q: (at, pen) => ({ kind: 'curve', first: toward(pen, at(0)), second: toward(at(2), at(0)), to: at(2) }),
  Z: () => ({ kind: 'close' }),
};

function isFinitePlace(segment: PathSegment<Point>): boolean {
  if (segment.kind === 'close') return true;
  const points = segment.kind === 'curve' ? [segment.first, segment.second, segment.to] : [segment.to];
  return points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}
