import { mapPath } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Note } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { Cursor } from './cursor.ts';
import type { Mark } from './page.ts';
import { panelMarks } from './panel.ts';
import type { Landmark, Strip } from './strip.ts';

/** Strips put one under another, with the panels behind them drawn. */
export interface Column {
  readonly height: number;
  readonly back: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly fixed: { readonly back: readonly Mark[]; readonly marks: readonly Mark[] };
  readonly landmarks: readonly Landmark[];
  readonly notes: readonly Note<ShapedContent>[];
  /** Of its first strip, if that is a line of text. */
  readonly baseline: number | null;
}

interface ColumnPlace {
  /** Added to the coordinates of every mark. */
  readonly x: number;
  readonly y: number;
  readonly grid: number;
  /** The height that fills may grow into; null = they do not grow. */
  readonly room: number | null;
}

export function composeColumn(strips: readonly Strip[], place: ColumnPlace): Column {
  const back: Mark[] = [];
  const marks: Mark[] = [];
  const fixedBack: Mark[] = [];
  const fixedMarks: Mark[] = [];
  const landmarks: Landmark[] = [];
  const notes: Note<ShapedContent>[] = [];
  let baseline: number | null | undefined;
  const slack = slackOf(strips, place);
  const cursor = new Cursor(place.grid);
  for (const strip of strips) {
    const top = cursor.advance(strip);
    if (strip.kind === 'fill') cursor.y += slack;
    const y = place.y + top;
    for (const mark of strip.back) back.push(moveMark(mark, place.x, y));
    for (const mark of strip.marks) marks.push(moveMark(mark, place.x, y));
    if (strip.fixed !== null) {
      fixedBack.push(...strip.fixed.back);
      fixedMarks.push(...strip.fixed.marks);
    }
    // What was placed on the page by hand points at the page already.
    const placed = strip.kind === 'weightless';
    for (const landmark of strip.landmarks) {
      landmarks.push(placed ? landmark : moveLandmark(landmark, place.x, y));
    }
    if (strip.notes.length > 0) notes.push(...strip.notes);
    if (baseline === undefined && strip.kind === 'content') {
      baseline = strip.baseline === null ? null : top + strip.baseline;
    }
  }
  cursor.finish();
  // Outer panels opened first, and the grounds of rows lie on those of the panels around them.
  const grounds = cursor.parts.flatMap((part) =>
    panelMarks({ ...part, top: part.top + place.y, bottom: part.bottom + place.y }, place.x),
  );
  const fixed = { back: fixedBack, marks: fixedMarks };
  return {
    height: cursor.y,
    back: [...grounds, ...back],
    marks,
    fixed,
    landmarks,
    notes,
    baseline: baseline ?? null,
  };
}

/** What each fill of the column grows by. */
function slackOf(strips: readonly Strip[], place: ColumnPlace): number {
  if (place.room === null) return 0;
  const fills = strips.reduce((count, strip) => count + (strip.kind === 'fill' ? 1 : 0), 0);
  if (fills === 0) return 0;
  const cursor = new Cursor(place.grid);
  for (const strip of strips) cursor.advance(strip);
  return Math.max(0, place.room - cursor.bottom()) / fills;
}

export function moveMark(mark: Mark, dx: number, dy: number): Mark {
  switch (mark.kind) {
    case 'line':
      return { kind: 'line', line: mark.line, x: mark.x + dx, baseline: mark.baseline + dy };
    case 'path':
      return { ...mark, path: mapPath(mark.path, ({ x, y }) => ({ x: x + dx, y: y + dy })) };
    case 'image':
    case 'gutter':
      return { ...mark, rect: { ...mark.rect, x: mark.rect.x + dx, y: mark.rect.y + dy } };
    default:
      return unreachable(mark, 'line, path, image, gutter');
  }
}

export function moveLandmark(landmark: Landmark, dx: number, dy: number): Landmark {
  switch (landmark.kind) {
    case 'anchor':
      return { ...landmark, x: landmark.x + dx, y: landmark.y + dy };
    case 'outline':
      return { ...landmark, y: landmark.y + dy };
    case 'running':
    case 'late':
      return landmark;
    default:
      return unreachable(landmark, 'anchor, outline, running, late');
  }
}
