import type { Rect, Size } from '../base/geometry.ts';
import type { Laid, Mark, Page } from '../page/page.ts';
import { MarkPlacer, type Placement } from './place-marks.ts';

/** A sheet before its pages are drawn on it. Points. */
export interface SheetPlan {
  readonly size: Size;
  readonly trim: Rect;
  readonly bleed: Rect;
  /** In the order of the text. */
  readonly placements: readonly Placement[];
  readonly marks: readonly Mark[];
}

/** Draws planned sheets; all their pages have the same scale. */
export function drawSheets(
  plans: readonly SheetPlan[],
  scale: number,
  direction: Laid['info']['direction'],
): readonly Page[] {
  const placer = new MarkPlacer(scale);
  const comma = direction === 'rtl' ? '، ' : ', ';
  return plans.map((plan, index) => drawSheet(plan, index, placer, comma));
}

function drawSheet(plan: SheetPlan, index: number, placer: MarkPlacer, comma: string): Page {
  const { size, trim, bleed, placements } = plan;
  const marks: Mark[] = [];
  const parts: { page: number; from: number }[] = [];
  for (const placement of placements) {
    parts.push({ page: placement.page.index, from: marks.length });
    for (const mark of placer.place(placement)) marks.push(mark);
  }
  marks.push(...plan.marks);
  return {
    index,
    label: placements
      .map(({ page }) => page.label)
      .filter((label) => label !== '')
      .join(comma),
    side: placements[0]?.page.side ?? 'left',
    size,
    marks,
    anchors: placements.flatMap(({ page, at }) =>
      page.anchors.map((anchor) => ({ id: anchor.id, ...placer.move(anchor, at) })),
    ),
    outline: placements.flatMap(({ page, at }) =>
      page.outline.map(({ entry, y }) => ({ entry, y: placer.move({ x: 0, y }, at).y })),
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
