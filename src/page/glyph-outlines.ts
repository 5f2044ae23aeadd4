import type { Point } from '../base/geometry.ts';
import type { Path } from '../base/path.ts';
import { readPathData } from '../base/path-data.ts';
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
  const path = known.get(glyph) ?? readPathData(face.outline(glyph));
  known.set(glyph, path);
  return path;
}
