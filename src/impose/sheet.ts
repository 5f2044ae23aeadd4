import type { Rect, Size } from '../base/geometry.ts';
import type { DrawItem, Laid, Page } from '../page/page.ts';
import { PagePlacer, type SheetPlacement } from './place-page.ts';

/** A sheet before its pages are drawn on it. Points. */
export interface SheetPlan {
  readonly size: Size;
  readonly trim: Rect;
  readonly bleed: Rect;
  /** In the order of the text. */
  readonly placements: readonly SheetPlacement[];
  readonly drawItems: readonly DrawItem[];
}

/** Draws planned sheets. */
export function drawSheets(
  plans: readonly SheetPlan[],
  direction: Laid['info']['direction'],
): readonly Page[] {
  // Turned pages are drawn smaller than upright ones, so there are two scales at the most.
  const placers = new Map<number, PagePlacer>();
  const placerOf = (scale: number) => {
    const placer = placers.get(scale) ?? new PagePlacer(scale);
    placers.set(scale, placer);
    return placer;
  };
  const comma = direction === 'rtl' ? '، ' : ', ';
  return plans.map((plan, index) => drawSheet(plan, index, placerOf, comma));
}

/**
 * The largest scale up to `scale` at which a page fits into a place made for pages of another shape, and where it
 * lies there: in the middle.
 */
export function fitPage(
  page: Size,
  scale: number,
  place: Rect,
): { readonly at: Rect; readonly scale: number } {
  const fitted = Math.min(scale, place.width / page.width, place.height / page.height);
  const width = page.width * fitted;
  const height = page.height * fitted;
  const x = place.x + (place.width - width) / 2;
  return { at: { x, y: place.y + (place.height - height) / 2, width, height }, scale: fitted };
}

function drawSheet(
  plan: SheetPlan,
  index: number,
  placerOf: (scale: number) => PagePlacer,
  comma: string,
): Page {
  const { size, trim, bleed, placements } = plan;
  const drawItems: DrawItem[] = [];
  const parts: { page: number; from: number }[] = [];
  for (const placement of placements) {
    parts.push({ page: placement.page.index, from: drawItems.length });
    for (const drawItem of placerOf(placement.scale).place(placement)) drawItems.push(drawItem);
  }
  drawItems.push(...plan.drawItems);
  return {
    index,
    label: placements
      .map(({ page }) => page.label)
      .filter((label) => label !== '')
      .join(comma),
    side: placements[0]?.page.side ?? 'left',
    size,
    drawItems,
    anchors: placements.flatMap(({ page, at, scale }) =>
      page.anchors.map((anchor) => ({ ...anchor, ...placerOf(scale).move(anchor, at) })),
    ),
    outline: placements.flatMap(({ page, at, scale }) =>
      page.outline.map((entry) => ({ ...entry, y: placerOf(scale).move({ x: 0, y: entry.y }, at).y })),
    ),
    sheet: { trim, bleed, parts },
  };
}

export function growRect({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The part of `rect` that is on the sheet. */
export function clipRect(rect: Rect, sheet: Size): Rect {
  const x = Math.max(0, rect.x);
  const y = Math.max(0, rect.y);
  return {
    x,
    y,
    width: Math.min(sheet.width, rect.x + rect.width) - x,
    height: Math.min(sheet.height, rect.y + rect.height) - y,
  };
}
