import type { NoteStyle } from '../../theme/style-values.ts';
import type { FlowEntry } from '../flow-item.ts';
import { bestEnd, RegionFiller } from '../region/best-end.ts';
import { columnHeight } from '../region/cursor.ts';

/** The height of the notes' area with its rule; nothing without notes. */
export function notesHeight(entries: readonly FlowEntry[], style: NoteStyle): number {
  if (entries.length === 0) return 0;
  return notesTop(style) + columnHeight(entries, 0);
}

/** From the top of the area to the top of the first note. */
export function notesTop(style: NoteStyle): number {
  return style.gapBefore + (style.rule?.width ?? 0) + style.gapAfter;
}

/** The least of a note that may stand on the page of its reference: up to the first place where it may be cut. */
export function noteHead(entries: readonly FlowEntry[]): readonly FlowEntry[] {
  const cut = entries.findIndex((entry, index) => index > 0 && entry.penalty === 0);
  return cut < 0 ? entries : entries.slice(0, cut);
}

/** How many items of notes fit into `height`, cut at the best place. */
export function countNotes(entries: readonly FlowEntry[], height: number, style: NoteStyle): number {
  return bestEnd(entries, 0, new RegionFiller({ height: height - notesTop(style), grid: 0 })).end;
}
