import type { Point } from '../base/geometry.ts';
import { remember } from '../base/remember.ts';
import type { Face } from '../font/face.ts';
import { type Contour, type ContourPoint, describeGlyph } from '../font/glyph-description.ts';
import { quadraticControls, roundPoint } from '../font/quadratic.ts';

/** How far a converted curve may be from the one it stands for, in ems: half a unit of the usual 1000. */
const TOLERANCE = 0.0005;

/** What `maxp` says of an outline. */
export interface OutlineLimits {
  readonly maxPoints: number;
  readonly maxContours: number;
}

interface ConvertedOutline extends OutlineLimits {
  readonly description: Uint8Array;
}

/** The PostScript outlines of a face as TrueType ones, converted when first asked for. */
export class ConvertedOutlines {
  readonly #face: Face;
  readonly #tolerance: number;
  readonly #outlines = new Map<number, ConvertedOutline>();

  constructor(face: Face) {
    this.#face = face;
    this.#tolerance = TOLERANCE * face.unitsPerEm;
  }

  /** The glyph's description as `glyf` holds it; empty for one without ink. */
  describe(glyph: number): Uint8Array {
    return this.#convert(glyph).description;
  }

  limitsOf(glyph: number): OutlineLimits {
    return this.#convert(glyph);
  }

  #convert(glyph: number): ConvertedOutline {
    return remember(this.#outlines, glyph, () => {
      const contours = readContours(this.#face.outline(glyph), this.#tolerance);
      return {
        description: describeGlyph(contours),
        maxPoints: contours.flat().length,
        maxContours: contours.length,
      };
    });
  }
}

/** A command of an SVG path with its numbers; what closes a contour says nothing new. */
const COMMAND = /([MLC])([^A-Z]*)/g;

/** The contours of an SVG path of straight lines and cubic curves, as HarfBuzz draws PostScript outlines. */
function readContours(path: string, tolerance: number): readonly Contour[] {
  return (
    path
      .split(/(?=M)/)
      .map((contour) => withoutTwins(readContour(contour, tolerance)))
      // Fewer points enclose nothing.
      .filter((contour) => contour.length > 2)
      .map(turnRound)
  );
}

function readContour(path: string, tolerance: number): Contour {
  const contour: ContourPoint[] = [];
  /** Where the pen is, not yet rounded. */
  let pen: Point = { x: 0, y: 0 };
  for (const [, command, numbers] of path.matchAll(COMMAND)) {
    const points = readPoints(numbers!);
    const end = points.at(-1)!;
    if (command === 'C') {
      const controls = quadraticControls([pen, points[0]!, points[1]!, end], tolerance);
      contour.push(...controls.map((point) => ({ ...point, on: false })));
    }
    contour.push({ ...roundPoint(end), on: true });
    pen = end;
  }
  return contour;
}

function readPoints(numbers: string): Point[] {
  const values = numbers
    .split(/[ ,]+/)
    .filter((text) => text !== '')
    .map(Number);
  const points: Point[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) points.push({ x: values[at]!, y: values[at + 1]! });
  return points;
}

/** Without points of the curve that stand where the one before stands, the first coming after the last. */
function withoutTwins(contour: Contour): Contour {
  return contour.filter((point, index) => {
    const before = contour.at(index - 1)!;
    const isTwin = point.on && before.on && point.x === before.x && point.y === before.y;
    // A contour of one point is its own predecessor.
    return !isTwin || before === point;
  });
}

/** PostScript fills what lies at the left of a contour, TrueType what lies at its right. */
function turnRound([first, ...others]: Contour): Contour {
  return [first!, ...others.reverse()];
}
