import type { Sink } from '../base/diagnostic.ts';
import { DECORATION, type StructElement } from '../base/element.ts';
import { MM, type Point, type Rect } from '../base/geometry.ts';
import { mapPath, pointsOf, polygon } from '../base/path.ts';
import { type Outlines, outlinesOf } from '../page/glyph-outlines.ts';
import type { DrawItem, DrawnPath, Laid, Page } from '../page/page.ts';
import { mapDrawItem } from '../page/walk.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { CoverStyle } from '../theme/cover-style.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import type { Color } from '../theme/style-values.ts';
import { PageInker } from './ink-page.ts';
import { PagePlacer } from './place-page.ts';
import { cropMarks, foldMarks, registrationMarks, SLUG } from './printers-marks.ts';
import { growRect } from './sheet.ts';

/** What a cover is made of beside the document. */
export interface CoverText {
  /** Its first page is as long as the spine is high, and its first text goes there. */
  readonly spine: Laid;
  /** Its second page is the back. */
  readonly back: Laid;
  /** Behind the text of the spine. */
  readonly ground: Color | null;
  /** Of a document that holds nothing: letters on a cover are outlines, which nobody hears. */
  readonly root: StructElement;
}

/** On either side of the text of a spine, which no binder folds to the tenth of a millimetre. */
const CLEAR = MM;

/**
 * The outside of a book in one sheet, as it lies flat: of one bound at the right front, spine and back from the left, of
 * one bound at the left the other way round. Letters become outlines, as presses ask of covers.
 */
export function coverSheet(
  laid: Laid,
  text: CoverText,
  print: PrintStyle,
  cover: CoverStyle,
  sink: Sink,
): Laid {
  const [front] = laid.pages;
  if (front === undefined) return laid;
  const spine = spineWidth(laid, cover, sink);
  const { width, height } = front.size;
  const margin = print.bleed + (print.marks ? SLUG : 0);
  const trim = { x: margin, y: margin, width: 2 * width + spine, height };
  const bleed = growRect(trim, print.bleed);
  const size = { width: trim.width + 2 * margin, height: height + 2 * margin };
  const outlines: Outlines = new Map();
  const inker = new PageInker(print);
  const panel = (page: Page | undefined, isFirst: boolean): readonly DrawItem[] => {
    if (page === undefined) return [];
    const at = { x: isFirst ? trim.x : trim.x + width + spine, y: trim.y, width, height };
    const edge = isFirst ? bleed.x : at.x;
    const reach = { ...bleed, x: edge, width: (isFirst ? at.x + width : bleed.x + bleed.width) - edge };
    return new PagePlacer(1).place({ page: outlined(inker.ink(page), outlines), at, scale: 1, reach });
  };
  const isRightBound = laid.binding === 'right';
  const strip = { x: trim.x + width, y: bleed.y, width: spine, height: bleed.height };
  const page: Page = {
    ...front,
    size,
    drawItems: [
      ...panel(front, isRightBound),
      ...panel(text.back.pages[1], !isRightBound),
      ...drawSpine(text, strip, trim, { isRightBound, outlines, inker, cover, sink }),
      ...(print.marks ? marksOf(trim, bleed, size, strip) : []),
    ],
    anchors: [],
    outline: [],
    sheet: { trim, bleed, parts: [{ page: 0, from: 0 }] },
  };
  return { ...laid, pages: [page], root: text.root };
}

function marksOf(trim: Rect, bleed: Rect, size: Page['size'], strip: Rect): readonly DrawnPath[] {
  return [
    ...cropMarks(trim, bleed, size),
    ...registrationMarks(trim, bleed, size),
    ...foldMarks(strip.x, bleed, size),
    ...foldMarks(strip.x + strip.width, bleed, size),
  ];
}

/**
 * Leaves × weight × bulk, and the cover twice. The first leaf is that of the cover where its page bears no number: it is
 * printed here and not inside.
 */
function spineWidth({ pages }: Laid, { leaf, board }: CoverStyle, sink: Sink): number {
  const inside = pages[0]?.label === '' ? pages.length - 2 : pages.length;
  const leaves = Math.max(0, Math.ceil(inside / 2));
  const width = leaves * leaf + 2 * board;
  sink.report('cover-spine', null, {
    width: (width / MM).toFixed(1),
    leaves,
    leaf: (leaf / MM).toFixed(3),
  });
  return width;
}

interface SpineSetting {
  readonly isRightBound: boolean;
  readonly outlines: Outlines;
  readonly inker: PageInker;
  readonly cover: CoverStyle;
  readonly sink: Sink;
}

/** The text of the spine, turned a quarter: read downwards its letters stand with their heads to the front. */
function drawSpine(
  { spine, ground }: CoverText,
  strip: Rect,
  trim: Rect,
  { isRightBound, outlines, inker, cover, sink }: SpineSetting,
): readonly DrawItem[] {
  const [page] = spine.pages;
  const behind = ground === null ? [] : [groundOf(strip, ground)];
  const letters =
    page === undefined
      ? []
      : outlined(inker.ink({ ...page, drawItems: page.drawItems.filter(isLine) }), outlines).drawItems;
  const paths = letters.filter((item): item is DrawnPath => item.kind === 'path');
  const heights = paths.flatMap(({ path }) => pointsOf(path).map(({ y }) => y));
  const back = inker.ink({ ...spine.pages[0]!, drawItems: behind }).drawItems;
  if (heights.length === 0) return back;
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const needed = bottom - top + 2 * CLEAR;
  if (needed > strip.width) {
    const millimetres = (points: number) => (points / MM).toFixed(1);
    sink.report('cover-spine-narrow', null, { width: millimetres(strip.width), needed: millimetres(needed) });
    return back;
  }
  const isAnticlockwise = isRightBound === (cover.spine === 'descending');
  const across = strip.x + strip.width / 2;
  const turn = ({ x, y }: Point): Point => {
    const off = y - (top + bottom) / 2;
    return isAnticlockwise
      ? { x: across + off, y: trim.y + trim.height - x }
      : { x: across - off, y: trim.y + x };
  };
  return [...back, ...paths.map((drawn) => ({ ...drawn, path: mapPath(drawn.path, turn) }))];
}

const isLine = ({ kind }: DrawItem) => kind === 'line';

function groundOf({ x, y, width, height }: Rect, fill: Color): DrawnPath {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { kind: 'path', path: polygon(corners), fill, stroke: null, tagTarget: DECORATION };
}

/** A page whose letters are shapes, and nothing of which is read aloud. */
function outlined(page: Page, outlines: Outlines): Page {
  return {
    ...page,
    drawItems: page.drawItems.flatMap((drawItem): readonly DrawItem[] => {
      if (drawItem.kind === 'gutter') return [];
      if (drawItem.kind !== 'line') {
        const silent = { tagTarget: DECORATION };
        return [
          mapDrawItem(drawItem, {
            path: (of) => ({ ...of, ...silent }),
            image: (of) => ({ ...of, ...silent }),
          }),
        ];
      }
      return piecesOf(drawItem.line).flatMap((piece) => {
        if (piece.kind !== 'glyphs') return [];
        return [...outlinesOf(piece, drawItem, outlines)].map(({ path, place }) => ({
          kind: 'path' as const,
          path: mapPath(path, place),
          fill: piece.style.color,
          stroke: null,
          tagTarget: DECORATION,
        }));
      });
    }),
  };
}
