import type { Note } from '../style/blocks.ts';
import type { NoteStyle } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { bestEnd, RegionFiller } from './best-end.ts';
import { columnHeight } from './cursor.ts';
import { flowApart } from './flow-apart.ts';
import { entryOf, type FlowEntry, type Landmark, makeBox, notesIn } from './flow-item.ts';
import type { FlowSetting } from './flow-setting.ts';
import type { Frame } from './frame.ts';

/** The items of a note and, after them, of the notes it refers to. */
export type FlowNote = (note: Note<ShapedContent>) => readonly FlowEntry[];

/** A note is laid once a pass, however often a page is tried. */
export function noteFlow(frame: Frame, setting: FlowSetting): FlowNote {
  const known = new Map<Note<ShapedContent>, readonly FlowEntry[]>();
  const flowNote = (note: Note<ShapedContent>): readonly FlowEntry[] => {
    const laid = known.get(note);
    if (laid !== undefined) return laid;
    const own = anchorNote(flowApart(note.children, frame, setting), note, frame.x);
    const entries = [...own, ...own.flatMap(({ item }) => notesIn(item).flatMap(flowNote))];
    known.set(note, entries);
    return entries;
  };
  return flowNote;
}

function anchorNote(
  entries: readonly FlowEntry[],
  { id, element }: Note<ShapedContent>,
  x: number,
): readonly FlowEntry[] {
  const [first, ...others] = entries;
  if (first === undefined) return [];
  const anchor = { kind: 'anchor', id, x, y: 0, role: element } as const;
  const { item } = first;
  if (item.kind === 'glue' || item.kind === 'break')
    return [entryOf(makeBox(item.origin, { landmarks: [anchor] })), ...entries];
  const isOwn = (landmark: Landmark) => landmark.kind === 'anchor' && landmark.id === id;
  // The blocks of a note may carry its id themselves.
  const landmarks = item.landmarks.some(isOwn)
    ? item.landmarks.map((landmark) => (isOwn(landmark) ? { ...landmark, role: element } : landmark))
    : [anchor, ...item.landmarks];
  return [{ ...first, penalty: 0, item: { ...item, landmarks } }, ...others];
}

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
