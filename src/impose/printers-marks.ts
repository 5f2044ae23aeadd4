import type { Artifact } from '../base/element.ts';
import { MM, type Point, type Rect, type Size } from '../base/geometry.ts';
import { circle, type Path, polyline } from '../base/path.ts';
import type { DrawnPath } from '../page/page.ts';

/** Marks for those who cut and fold. They lie outside the trim, and outside the bleed where there is one. */
const PRINTERS_MARK: Artifact = { artifact: 'Page', subtype: null };

/** A quarter of a point: thin enough to cut on, thick enough for any plate. */
const HAIRLINE = { width: 0.25, color: '#000000' } as const;
const CROP_LENGTH = 5 * MM;
const REGISTRATION_RADIUS = 1.8 * MM;
/** White space between the end of a mark and the edge of the sheet, and the least worth a mark. */
const CLEAR = MM;
const LEAST_LENGTH = 2 * MM;

/** How far the sheet must go beyond the bleed for its marks. */
export const SLUG = CROP_LENGTH + 2 * CLEAR;

/** A horizontal or vertical direction away from the trim, and how much sheet lies there beyond the bleed. */
interface Outward {
  readonly dx: number;
  readonly dy: number;
  readonly room: number;
}

/** Two lines at each corner of `trim`, beginning where `bleed` ends; left out where the sheet has no room. */
export function cropMarks(trim: Rect, bleed: Rect, sheet: Size): readonly DrawnPath[] {
  const [left, right, up, down] = outwards(bleed, sheet);
  const drawItems: DrawnPath[] = [];
  for (const y of [trim.y, trim.y + trim.height]) {
    drawItems.push(...tick({ x: bleed.x, y }, left), ...tick({ x: bleed.x + bleed.width, y }, right));
  }
  for (const x of [trim.x, trim.x + trim.width]) {
    drawItems.push(...tick({ x, y: bleed.y }, up), ...tick({ x, y: bleed.y + bleed.height }, down));
  }
  return drawItems;
}

/** A circle with a cross at the middle of each side. The file is RGB: a press that separates puts them on all plates. */
export function registrationMarks(trim: Rect, bleed: Rect, sheet: Size): readonly DrawnPath[] {
  const [left, right, up, down] = outwards(bleed, sheet);
  const middle = { x: trim.x + trim.width / 2, y: trim.y + trim.height / 2 };
  const away = CLEAR + CROP_LENGTH / 2;
  return [
    ...target({ x: bleed.x - away, y: middle.y }, left),
    ...target({ x: bleed.x + bleed.width + away, y: middle.y }, right),
    ...target({ x: middle.x, y: bleed.y - away }, up),
    ...target({ x: middle.x, y: bleed.y + bleed.height + away }, down),
  ];
}

/**
 * Dashes at both ends of a vertical fold: outside the trim where the sheet has room, else on the crease
 * itself, where nobody reads.
 */
export function foldMarks(fold: number, bleed: Rect, sheet: Size): readonly DrawnPath[] {
  const [, , up, down] = outwards(bleed, sheet);
  const top = up.room > LEAST_LENGTH + CLEAR ? Math.max(0, bleed.y - SLUG) : 0;
  const bottom =
    down.room > LEAST_LENGTH + CLEAR ? Math.max(0, sheet.height - bleed.y - bleed.height - SLUG) : 0;
  const dash = CROP_LENGTH / 5;
  return [0, 2, 4].flatMap((step) => [
    line({ x: fold, y: top + step * dash }, { x: fold, y: top + (step + 1) * dash }),
    line(
      { x: fold, y: sheet.height - bottom - step * dash },
      { x: fold, y: sheet.height - bottom - (step + 1) * dash },
    ),
  ]);
}

function outwards(bleed: Rect, sheet: Size): readonly [Outward, Outward, Outward, Outward] {
  return [
    { dx: -1, dy: 0, room: bleed.x },
    { dx: 1, dy: 0, room: sheet.width - bleed.x - bleed.width },
    { dx: 0, dy: -1, room: bleed.y },
    { dx: 0, dy: 1, room: sheet.height - bleed.y - bleed.height },
  ];
}

function tick(from: Point, { dx, dy, room }: Outward): readonly DrawnPath[] {
  const length = Math.min(CROP_LENGTH, room - CLEAR);
  if (length < LEAST_LENGTH) return [];
  return [line(from, { x: from.x + dx * length, y: from.y + dy * length })];
}

function target({ x, y }: Point, { room }: Outward): readonly DrawnPath[] {
  if (room < SLUG - CLEAR) return [];
  const arm = REGISTRATION_RADIUS * 1.4;
  return [
    stroke(circle(REGISTRATION_RADIUS, (dx, dy) => ({ x: x + dx, y: y + dy }))),
    line({ x: x - arm, y }, { x: x + arm, y }),
    line({ x, y: y - arm }, { x, y: y + arm }),
  ];
}

function line(from: Point, to: Point): DrawnPath {
  return stroke(polyline([from, to]));
}

function stroke(path: Path<Point>): DrawnPath {
  return { kind: 'path', path, fill: null, stroke: HAIRLINE, tagTarget: PRINTERS_MARK };
}
