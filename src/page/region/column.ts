import { mapPath } from '../../base/path.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { Note } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type Fixed, type FlowEntry, type Landmark, landmarksIn, notesIn } from '../flow-item.ts';
import type { DrawItem } from '../page.ts';
import { Cursor, columnHeight } from './cursor.ts';
import { drawPanel } from './panel.ts';

/** Items put one under another, with the panels behind them drawn. */
export interface Column {
  readonly height: number;
  readonly back: readonly DrawItem[];
  readonly drawItems: readonly DrawItem[];
  readonly fixed: Fixed;
  readonly landmarks: readonly Landmark[];
  readonly notes: readonly Note<ShapedContent>[];
  /** Of its first item, if that is a line of text. */
  readonly baseline: number | null;
}

interface ColumnPlace {
  /** Added to the coordinates of every draw item. */
  readonly x: number;
  readonly y: number;
  readonly grid: number;
  /** The height that glue may grow into; null = it does not grow. */
  readonly room: number | null;
}

export function composeColumn(entries: readonly FlowEntry[], place: ColumnPlace): Column {
  const back: DrawItem[] = [];
  const drawItems: DrawItem[] = [];
  const fixedBack: DrawItem[] = [];
  const fixedItems: DrawItem[] = [];
  const landmarks: Landmark[] = [];
  const notes: Note<ShapedContent>[] = [];
  let baseline: number | null | undefined;
  const slack = slackOf(entries, place);
  const cursor = new Cursor(place.grid);
  for (const entry of entries) {
    const { item } = entry;
    const top = cursor.advance(entry);
    const y = place.y + top;
    if (item.kind === 'glue' && item.grows) cursor.y += slack;
    if (item.kind === 'box') for (const drawItem of item.back) back.push(moveDrawItem(drawItem, place.x, y));
    if (item.kind === 'line' || item.kind === 'box') {
      for (const drawItem of item.drawItems) drawItems.push(moveDrawItem(drawItem, place.x, y));
      if (baseline === undefined) baseline = item.baseline === null ? null : top + item.baseline;
    }
    const fixed = item.kind === 'box' || item.kind === 'placed' ? item.fixed : null;
    if (fixed !== null) {
      fixedBack.push(...fixed.back);
      fixedItems.push(...fixed.drawItems);
    }
    // What was placed on the page by hand points at the page already.
    const placed = item.kind === 'placed';
    for (const landmark of landmarksIn(item)) {
      landmarks.push(placed ? landmark : moveLandmark(landmark, place.x, y));
    }
    const own = notesIn(item);
    if (own.length > 0) notes.push(...own);
  }
  cursor.finish();
  // Outer panels opened first, and the grounds of rows lie on those of the panels around them.
  const grounds = cursor.parts.flatMap((part) =>
    drawPanel({ ...part, top: part.top + place.y, bottom: part.bottom + place.y }, place.x),
  );
  const fixed = { back: fixedBack, drawItems: fixedItems };
  return {
    height: cursor.y,
    back: [...grounds, ...back],
    drawItems,
    fixed,
    landmarks,
    notes,
    baseline: baseline ?? null,
  };
}

/** What each glue of the column grows by. */
function slackOf(entries: readonly FlowEntry[], place: ColumnPlace): number {
  if (place.room === null) return 0;
  let growing = 0;
  for (const { item } of entries) if (item.kind === 'glue' && item.grows) growing += 1;
  return growing === 0 ? 0 : Math.max(0, place.room - columnHeight(entries, place.grid)) / growing;
}

export function moveDrawItem(drawItem: DrawItem, dx: number, dy: number): DrawItem {
  switch (drawItem.kind) {
    case 'line':
      return { kind: 'line', line: drawItem.line, x: drawItem.x + dx, baseline: drawItem.baseline + dy };
    case 'path':
      return { ...drawItem, path: mapPath(drawItem.path, ({ x, y }) => ({ x: x + dx, y: y + dy })) };
    case 'image':
    case 'gutter':
      return { ...drawItem, rect: { ...drawItem.rect, x: drawItem.rect.x + dx, y: drawItem.rect.y + dy } };
    default:
      return unreachable(drawItem, 'line, path, image, gutter');
  }
}

export function moveLandmark(landmark: Landmark, dx: number, dy: number): Landmark {
  switch (landmark.kind) {
    case 'anchor':
      return { ...landmark, x: landmark.x + dx, y: landmark.y + dy };
    case 'outline':
      return { ...landmark, y: landmark.y + dy };
    case 'running':
    case 'deferred':
      return landmark;
    default:
      return unreachable(landmark, 'anchor, outline, running, deferred');
  }
}
