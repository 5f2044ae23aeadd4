import type { Sink } from '../base/diagnostic.ts';
import type { Rect, Size } from '../base/geometry.ts';
import type { Laid, Page } from '../page/page.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import { type BookletSide, bookletSides, wholeSheets } from './booklet-sides.ts';
import type { SheetPlacement } from './place-page.ts';
import { cropMarks, foldMarks, SLUG } from './printers-marks.ts';
import { clipRect, drawSheets, fitPage, growRect, type SheetPlan } from './sheet.ts';

/**
 * Sheets for a booklet: print on both sides, turn over the short edge, fold, staple.
 *
 * Pages meet at the fold, whatever paper is left over lies outside. Inner sheets stand out at the fore
 * edge by the thickness of those around them, and are trimmed level with these; to keep their outer
 * margin as wide, their pages move so much towards the fold (creep).
 *
 * The outline is left out: its entries would lead up and down through the sheets.
 */
export function bookletSheets(laid: Laid, print: PrintStyle, sink: Sink): readonly Page[] {
  const { pages, binding, info } = laid;
  const [first] = pages;
  if (first === undefined) return [];
  if (pages.length === 1) sink.report('booklet-one-page', null);
  const signature = wholeSheets(print.signature);
  if (signature !== print.signature)
    sink.report('booklet-signature', null, { pages: print.signature, whole: signature });
  const plan = planPaper(first.size, print);
  const sides = bookletSides(pages.length, signature, binding);
  return drawSheets(
    sides.map((side) => planSide(side, pages, plan, print)),
    info.direction,
  ).map((sheet) => ({ ...sheet, outline: [] }));
}

/** The same for all sides. */
interface Paper {
  readonly size: Size;
  readonly scale: number;
  readonly trim: Rect;
  readonly bleed: Rect;
  readonly fold: number;
}

function planPaper(page: Size, { sheet, bleed: reach, marks }: PrintStyle): Paper {
  const margin = reach + (marks ? SLUG : 0);
  const size =
    sheet === null
      ? { width: 2 * (page.width + margin), height: page.height + 2 * margin }
      : { width: Math.max(sheet.width, sheet.height), height: Math.min(sheet.width, sheet.height) };
  // Pages are never enlarged: type would be larger than it was designed to be read.
  const scale = Math.min(1, size.width / 2 / page.width, size.height / page.height);
  const width = page.width * scale * 2;
  const height = page.height * scale;
  const trim = { x: (size.width - width) / 2, y: (size.height - height) / 2, width, height };
  return { size, scale, trim, bleed: clipRect(growRect(trim, reach), size), fold: size.width / 2 };
}

function planSide(side: BookletSide, pages: readonly Page[], paper: Paper, print: PrintStyle): SheetPlan {
  const { size, scale, trim, bleed, fold } = paper;
  const creep = side.depth * print.paper;
  const placements: SheetPlacement[] = [];
  const place = (index: number | null, x: number, reach: Rect) => {
    const page = index === null ? undefined : pages[index];
    if (page === undefined) return;
    const place = { x, y: trim.y, width: trim.width / 2, height: trim.height };
    placements.push({ page, ...fitPage(page.size, scale, place), reach });
  };
  place(side.left, trim.x + creep, { ...bleed, width: fold - bleed.x });
  place(side.right, fold - creep, { ...bleed, x: fold, width: bleed.x + bleed.width - fold });
  placements.sort((a, b) => a.page.index - b.page.index);
  const drawItems = print.marks ? [...cropMarks(trim, bleed, size), ...foldMarks(fold, bleed, size)] : [];
  return { size, trim, bleed, placements, drawItems };
}
