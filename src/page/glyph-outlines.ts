import type { Point } from '../base/geometry.ts';
import type { Path, PathSegment } from '../base/path.ts';
import type { Face } from '../font/face.ts';
import type { GlyphPiece } from '../text/line.ts';
import type { DrawnLine } from './page.ts';

/** Text as shapes: for what is read by eyes alone, a picture of a page or a cover that goes to a press. */

/** Outlines of glyphs that were met before, by face and number. */
export type Outlines = Map<Face, Map<number, Path<Point>>>;

/** A glyph where it stands. */
interface PlacedOutline {
  /** In units of its face, y upwards. */
  readonly path: Path<Point>;
  /** From there to points of the page. */
  readonly place: (point: Point) => Point;
}

/** The glyphs of a piece of a line: of one face at one size. */
export function* outlinesOf(
  piece: GlyphPiece,
  line: DrawnLine,
  outlines: Outlines,
): Generator<PlacedOutline> {
  const { run, from, to, kashida, style } = piece;
  const points = style.size / run.face.unitsPerEm;
  let pen = 0;
  for (let at = from; at < to; at++) {
    const advance = run.advances[at]!;
    const isElongated = kashida !== null && run.clusters[at] === kashida.at && advance > 0;
    const width = isElongated ? kashida.width : advance;
    const stretch = isElongated ? width / advance : 1;
    const [x, y] = [pen + run.dx[at]!, run.dy[at]!];
    yield {
      path: outlineOf(run.face, run.ids[at]!, outlines),
      place: (point) => ({
        x: line.x + piece.x + (x + point.x * stretch) * points,
        y: line.baseline - style.rise - (y + point.y) * points,
      }),
    };
    pen += width;
  }
}

function outlineOf(face: Face, glyph: number, outlines: Outlines): Path<Point> {
  const known = outlines.get(face) ?? new Map<number, Path<Point>>();
  outlines.set(face, known);
  const path = known.get(glyph) ?? readOutline(face.outline(glyph));
  known.set(glyph, path);
  return path;
}

/** Path data of a glyph: M, L, Q, C and Z with absolute places; a quadratic curve is a cubic one. */
function readOutline(data: string): Path<Point> {
  const path: PathSegment<Point>[] = [];
  let pen: Point = { x: 0, y: 0 };
  for (const [, letter, places] of data.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (places!.match(/-?[\d.]+/g) ?? []).map(Number);
    const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1]! }] : []));
    const end = points.at(-1) ?? pen;
    const [first, second] = points;
    if (letter === 'Z') path.push({ kind: 'close' });
    else if (letter === 'M' || letter === 'L') path.push({ kind: letter === 'M' ? 'move' : 'line', to: end });
    else if (letter === 'Q') {
      const toward = (point: Point) => ({
        x: point.x + (2 / 3) * (first!.x - point.x),
        y: point.y + (2 / 3) * (first!.y - point.y),
      });
      path.push({ kind: 'curve', first: toward(pen), second: toward(end), to: end });
    } else path.push({ kind: 'curve', first: first!, second: second!, to: end });
    pen = end;
  }
  return path;
}
