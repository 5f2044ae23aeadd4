import type { Laid, Page } from '../page/page.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import { cropMarks, registrationMarks, SLUG } from './printers-marks.ts';
import { drawSheets, growRect, type SheetPlan } from './sheet.ts';

/** Each page on a sheet of its own, with room around it for bleed and marks; inner margins stay where they are. */
export function printSheets({ pages, info }: Laid, print: PrintStyle): readonly Page[] {
  return drawSheets(
    pages.map((page) => planSheet(page, print)),
    info.direction,
  );
}

function planSheet(page: Page, { bleed: reach, marks }: PrintStyle): SheetPlan {
  const margin = reach + (marks ? SLUG : 0);
  const size = { width: page.size.width + 2 * margin, height: page.size.height + 2 * margin };
  const trim = { x: margin, y: margin, ...page.size };
  const bleed = growRect(trim, reach);
  return {
    size,
    trim,
    bleed,
    placements: [{ page, at: trim, scale: 1, reach: bleed }],
    drawItems: marks ? [...cropMarks(trim, bleed, size), ...registrationMarks(trim, bleed, size)] : [],
  };
}
