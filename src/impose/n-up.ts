import type { Size } from '../base/geometry.ts';
import type { Laid, Page } from '../page/page.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import type { SheetPlacement } from './place-page.ts';
import { drawSheets, fitPage, type SheetPlan } from './sheet.ts';

/** Cells of a sheet. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
}

const GRIDS: Readonly<Record<'2up' | '4up', Grid>> = {
  '2up': { columns: 2, rows: 1 },
  '4up': { columns: 2, rows: 2 },
};

/** Several pages a sheet, to be read as they lie: from the start side, then downwards. Nothing is cut. */
export function nUpSheets(laid: Laid, profile: keyof typeof GRIDS, print: PrintStyle): readonly Page[] {
  const { pages, info } = laid;
  const [first] = pages;
  if (first === undefined) return [];
  const grid = GRIDS[profile];
  const size = choosePaper(first.size, grid, print.sheet);
  const scale = scaleOf(first.size, grid, size);
  const plans: SheetPlan[] = [];
  for (let start = 0; start < pages.length; start += grid.columns * grid.rows) {
    const group = pages.slice(start, start + grid.columns * grid.rows);
    plans.push(planSheet(group, grid, size, scale, info.direction));
  }
  return drawSheets(plans, info.direction);
}

/** Whichever turn of the paper lets pages be larger. */
function choosePaper(page: Size, grid: Grid, sheet: Size | null): Size {
  if (sheet === null) return { width: page.width * grid.columns, height: page.height * grid.rows };
  const turned = { width: sheet.height, height: sheet.width };
  return scaleOf(page, grid, turned) > scaleOf(page, grid, sheet) ? turned : sheet;
}

function scaleOf(page: Size, { columns, rows }: Grid, sheet: Size): number {
  return Math.min(1, sheet.width / columns / page.width, sheet.height / rows / page.height);
}

function planSheet(
  pages: readonly Page[],
  { columns, rows }: Grid,
  size: Size,
  scale: number,
  direction: Laid['info']['direction'],
): SheetPlan {
  const cell = { width: size.width / columns, height: size.height / rows };
  const placements = pages.map((page, index): SheetPlacement => {
    const step = index % columns;
    const column = direction === 'rtl' ? columns - 1 - step : step;
    const place = { x: column * cell.width, y: Math.floor(index / columns) * cell.height, ...cell };
    const fitted = fitPage(page.size, scale, place);
    return { page, ...fitted, reach: fitted.at };
  });
  const whole = { x: 0, y: 0, ...size };
  return { size, trim: whole, bleed: whole, placements, drawItems: [] };
}
