import type { Direction } from '../base/geometry.ts';
import type { NoteStyle } from '../style/styled.ts';
import { columnHeight } from './cursor.ts';
import { Descent } from './descent.ts';
import { countNotes, type FlowNote, noteHead, notesHeight } from './notes.ts';
import { type Hold, hasInk, type Strip } from './strip.ts';

export interface PageRoom {
  /** Of the text area. */
  readonly height: number;
  readonly grid: number;
  readonly direction: Direction;
  readonly notes: NoteStyle;
  readonly flowNote: FlowNote;
}

/** One page as filled: what stands on it, and what is left for the next. */
interface PageFill {
  readonly strips: readonly Strip[];
  /** Strips of the notes' area. */
  readonly notes: readonly Strip[];
  /** Index of the strip the next page begins with. */
  readonly next: number;
  /** What is left of the notes; comes first on the next page. */
  readonly carried: readonly Strip[];
}

/** How a strip stands on the page that is being filled. */
type Step =
  | { readonly kind: 'stands'; readonly area: readonly Strip[]; readonly areaHeight: number }
  /** It stands, but its last note continues on the next page, so this page is full. */
  | { readonly kind: 'splits-note'; readonly areaHeight: number }
  | { readonly kind: 'full' };

/** Notes from earlier pages leave at least a third of the page to the text, while there is text. */
const MOST_CARRIED = 2 / 3;

/**
 * Fills one page with strips from `from` on. Goes down as far as strips and their notes fit, then back to
 * the best place to end: the last one of the lowest hold. Always takes something, so pages end.
 */
export function fillPage(
  run: readonly Strip[],
  from: number,
  carried: readonly Strip[],
  room: PageRoom,
): PageFill {
  const mayStand = from < run.length;
  const limit = mayStand ? room.height * MOST_CARRIED : room.height;
  const head = carried.slice(0, countNotes(carried, limit, room.notes));
  const rest = carried.slice(head.length);
  const end = mayStand ? findPageEnd(run, from, head, rest.length > 0, room) : null;
  if (end === null) {
    return carried.length > 0 ? fillWithNotes(from, carried, room) : forceStrip(run, from, room);
  }
  // Beyond the chosen end strips had notes too: the area is made anew from what stays.
  const strips = run.slice(from, end.after);
  // White space alone makes no page: what it was to push down is higher than the rest of the page.
  if (end.after < run.length && !strips.some(hasInk)) {
    return fillPage(run, end.after, carried, room);
  }
  const stood = stand(strips, run[end.after] ?? null, room.height - end.areaHeight, room);
  const area = [...head, ...notesOf(strips, room)];
  const count = countNotes(area, room.height - columnHeight(stood, room.grid), room.notes);
  return {
    strips: stood,
    notes: area.slice(0, count),
    next: end.after,
    carried: [...area.slice(count), ...rest],
  };
}

interface Ending {
  /** The index after the page's last strip. */
  readonly after: number;
  /** What the notes need at least. */
  readonly areaHeight: number;
  readonly hold: Hold;
}

/** @returns null where not even one strip stands */
function findPageEnd(
  run: readonly Strip[],
  from: number,
  head: readonly Strip[],
  notesBlocked: boolean,
  room: PageRoom,
): Ending | null {
  const descent = new Descent(room.grid, room.direction, room.height);
  let area = head;
  let areaHeight = notesHeight(head, room.notes);
  let end: Ending | null = null;
  for (let index = from; index < run.length; index += 1) {
    const strip = run[index]!;
    descent.advance(strip);
    if (strip.notes.length > 0 && notesBlocked) break;
    const step = tryStrip(strip, descent, area, areaHeight, room);
    if (step.kind === 'full') break;
    // A page may end well where one of its columns ends badly.
    const next = run[index + 1]?.hold ?? 0;
    const hold = next > descent.worst ? next : descent.worst;
    if (end === null || hold <= end.hold) end = { after: index + 1, areaHeight: step.areaHeight, hold };
    if (step.kind === 'splits-note') break;
    area = step.area;
    areaHeight = step.areaHeight;
  }
  return end;
}

function tryStrip(
  strip: Strip,
  descent: Descent,
  area: readonly Strip[],
  areaHeight: number,
  room: PageRoom,
): Step {
  const fitsOver = (height: number) => descent.fits(room.height - height);
  if (strip.notes.length === 0) {
    return fitsOver(areaHeight) ? { kind: 'stands', area, areaHeight } : { kind: 'full' };
  }
  const laid = strip.notes.map(room.flowNote);
  const whole = [...area, ...laid.flat()];
  const wholeHeight = notesHeight(whole, room.notes);
  if (fitsOver(wholeHeight)) return { kind: 'stands', area: whole, areaHeight: wholeHeight };
  // Only the last note may continue: notes follow one another in the order of their references.
  const least = [...area, ...laid.slice(0, -1).flat(), ...noteHead(laid.at(-1)!)];
  const leastHeight = notesHeight(least, room.notes);
  return fitsOver(leastHeight) ? { kind: 'splits-note', areaHeight: leastHeight } : { kind: 'full' };
}

/** A page of nothing but notes; at least one strip of them, so that they end. */
function fillWithNotes(from: number, carried: readonly Strip[], room: PageRoom): PageFill {
  const count = Math.max(1, countNotes(carried, room.height, room.notes));
  return { strips: [], notes: carried.slice(0, count), next: from, carried: carried.slice(count) };
}

/** A strip no page can hold with its notes: it stands, and its notes as far as there is room. */
function forceStrip(run: readonly Strip[], from: number, room: PageRoom): PageFill {
  const strips = stand(run.slice(from, from + 1), null, room.height, room);
  const area = notesOf(strips, room);
  const count = countNotes(area, room.height - columnHeight(strips, room.grid), room.notes);
  return { strips, notes: area.slice(0, count), next: from + 1, carried: area.slice(count) };
}

function notesOf(strips: readonly Strip[], room: PageRoom): readonly Strip[] {
  return strips.flatMap((strip) => (strip.notes.length > 0 ? strip.notes.flatMap(room.flowNote) : []));
}

/** Strips as they stand on a page of `height`, after which `next` comes. */
function stand(
  strips: readonly Strip[],
  next: Strip | null,
  height: number,
  room: PageRoom,
): readonly Strip[] {
  const descent = new Descent(room.grid, room.direction, height);
  for (const strip of strips) descent.advance(strip);
  return descent.finish(next);
}
