import type { Point, Rect, Size } from '../base/geometry.ts';
import { mapPath, pointsOf } from '../base/path.ts';
import type { DrawItem, DrawnPath, Page } from '../page/page.ts';
import { mapDrawItem } from '../page/walk.ts';
import type { TextStyle } from '../style/inline.ts';
import type { Line, LinePiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';

/** Where a page comes to stand on a sheet. Points on the sheet. */
export interface SheetPlacement {
  readonly page: Page;
  /** The page's own edges: where its left top corner lies and how large it is drawn. */
  readonly at: Rect;
  /** Of what the page is made of. */
  readonly scale: number;
  /** What touches an edge of the page is drawn to this edge: into the bleed, or back to the fold. */
  readonly reach: Rect;
}

/**
 * Draws pages on sheets by moving and scaling what they are made of. Sheets are therefore ordinary pages:
 * the painter knows nothing of transforms, text is text of another size, and links and figures are where
 * they look to be. (A transform in the file would need one more kind of draw item in everything that walks
 * them, and a second place that turns page coordinates into those of the file.)
 */
export class PagePlacer {
  /** Equal styles must stay the same object: the painter joins runs by that. */
  readonly #styles = new Map<TextStyle, TextStyle>();
  readonly #scale: number;

  /** @param scale of every page this one places */
  constructor(scale: number) {
    this.#scale = scale;
  }

  place({ page, at, reach }: SheetPlacement): readonly DrawItem[] {
    const edges = this.#toPage(reach, at);
    return page.drawItems.map((drawItem) =>
      this.#placeItem(drawItem.kind === 'path' ? stretchPath(drawItem, page.size, edges) : drawItem, at),
    );
  }

  /** The sheet's x and y of a point of the page. */
  move({ x, y }: Point, at: Rect): Point {
    return { x: at.x + x * this.#scale, y: at.y + y * this.#scale };
  }

  #placeItem(drawItem: DrawItem, at: Rect): DrawItem {
    const scale = this.#scale;
    const place = (rect: Rect): Rect => ({
      ...this.move(rect, at),
      width: rect.width * scale,
      height: rect.height * scale,
    });
    return mapDrawItem(drawItem, {
      line: (of) => {
        const line = scale === 1 ? of.line : this.#scaleLine(of.line);
        return { ...of, line, x: at.x + of.x * scale, baseline: at.y + of.baseline * scale };
      },
      path: (of) => {
        const path = mapPath(of.path, (point) => this.move(point, at));
        return { ...of, path, stroke: of.stroke && { ...of.stroke, width: of.stroke.width * scale } };
      },
      image: (of) => ({ ...of, rect: place(of.rect) }),
      gutter: (of) => ({ ...of, rect: place(of.rect), size: of.size * scale }),
    });
  }

  #scaleLine(line: Line): Line {
    const scale = this.#scale;
    return {
      ...line,
      width: line.width * scale,
      ascent: line.ascent * scale,
      descent: line.descent * scale,
      words: { kind: 'placed', pieces: piecesOf(line).map((piece) => this.#scalePiece(piece)) },
    };
  }

  #scalePiece(piece: LinePiece): LinePiece {
    const scale = this.#scale;
    const scaled = {
      ...piece,
      x: piece.x * scale,
      width: piece.width * scale,
      style: this.#scaleStyle(piece.style),
    };
    // Glyphs and elongations are measured in font units, so only an image has one more length.
    return scaled.kind === 'image' ? { ...scaled, height: scaled.height * scale } : scaled;
  }

  #scaleStyle(style: TextStyle): TextStyle {
    let scaled = this.#styles.get(style);
    if (scaled === undefined) {
      scaled = { ...style, size: style.size * this.#scale, rise: style.rise * this.#scale };
      this.#styles.set(style, scaled);
    }
    return scaled;
  }

  #toPage({ x, y, width, height }: Rect, at: Rect): Rect {
    const scale = this.#scale;
    return { x: (x - at.x) / scale, y: (y - at.y) / scale, width: width / scale, height: height / scale };
  }
}

/** A hundredth of a point is what the painter rounds to. */
const TOUCH = 0.01;

/**
 * Draws a ground that ends at an edge of the page on to that edge of `reach`, both in the page's points.
 * Only whole sides move, and the ends of rules: a star whose tip touches the edge keeps its shape.
 */
function stretchPath(drawItem: DrawnPath, page: Size, reach: Rect): DrawnPath {
  const { path, fill } = drawItem;
  const points = pointsOf(path);
  const isRule = points.length === 2;
  const stretch = (axis: 'x' | 'y', far: number, from: number, to: number) => {
    const near = points.filter((point) => point[axis] <= TOUCH).length;
    const distant = points.filter((point) => point[axis] >= far - TOUCH).length;
    const moves = (touching: number) => (isRule ? touching === 1 : fill !== null && touching > 1);
    return (value: number) => {
      if (value <= TOUCH) return moves(near) ? from : value;
      return value >= far - TOUCH && moves(distant) ? to : value;
    };
  };
  const moveX = stretch('x', page.width, reach.x, reach.x + reach.width);
  const moveY = stretch('y', page.height, reach.y, reach.y + reach.height);
  return { ...drawItem, path: mapPath(path, ({ x, y }) => ({ x: moveX(x), y: moveY(y) })) };
}
