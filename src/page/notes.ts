import type { Note } from '../style/blocks.ts';
import type { NoteStyle } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { Cursor, columnHeight, EPSILON } from './cursor.ts';
import { flowApart } from './flow-apart.ts';
import type { FlowSetting } from './flow-setting.ts';
import type { Frame } from './frame.ts';
import type { Strip } from './strip.ts';

/** The strips of a note and, after them, of the notes it refers to. */
export type FlowNote = (note: Note<ShapedContent>) => readonly Strip[];

/** A note is laid once a pass, however often a page is tried. */
export function noteFlow(frame: Frame, setting: FlowSetting): FlowNote {
  const known = new Map<Note<ShapedContent>, readonly Strip[]>();
  const flowNote = (note: Note<ShapedContent>): readonly Strip[] => {
    const laid = known.get(note);
    if (laid !== undefined) return laid;
    const own = anchorNote(flowApart(note.children, frame, setting), note, frame.x);
    const strips = [...own, ...own.flatMap((strip) => strip.notes.flatMap(flowNote))];
    known.set(note, strips);
    return strips;
  };
  return flowNote;
}

function anchorNote(strips: readonly Strip[], note: Note<ShapedContent>, x: number): readonly Strip[] {
  const [first, ...others] = strips;
  if (first === undefined) return [];
  const anchor = { kind: 'anchor', id: note.id, x, y: 0, role: note.element } as const;
  // The blocks of a note may carry its id themselves.
  const named = first.landmarks.some((landmark) => landmark.kind === 'anchor' && landmark.id === note.id);
  const landmarks = named
    ? first.landmarks.map((landmark) =>
        landmark.kind === 'anchor' && landmark.id === note.id
          ? { ...landmark, role: note.element }
          : landmark,
      )
    : [anchor, ...first.landmarks];
  return [{ ...first, hold: 0, landmarks }, ...others];
}

/** The height of the notes' area with its rule; nothing without notes. */
export function notesHeight(strips: readonly Strip[], style: NoteStyle): number {
  if (strips.length === 0) return 0;
  return notesTop(style) + columnHeight(strips, 0);
}

/** From the top of the area to the top of the first note. */
export function notesTop(style: NoteStyle): number {
  return style.gapBefore + (style.rule?.width ?? 0) + style.gapAfter;
}

/** The least of a note that may stand on the page of its reference: up to the first place where it may be cut. */
export function noteHead(strips: readonly Strip[]): readonly Strip[] {
  const cut = strips.findIndex((strip, index) => index > 0 && strip.hold === 0);
  return cut < 0 ? strips : strips.slice(0, cut);
}

/** How many strips of notes fit into `room`, cut at the best place. */
export function countNotes(strips: readonly Strip[], room: number, style: NoteStyle): number {
  const cursor = new Cursor(0);
  const most = room - notesTop(style);
  let best = 0;
  let bestHold = 3;
  for (const [index, strip] of strips.entries()) {
    cursor.advance(strip);
    if (cursor.bottom() > most + EPSILON) break;
    const hold = strips[index + 1]?.hold ?? 0;
    if (hold <= bestHold) {
      best = index + 1;
      bestHold = hold;
    }
  }
  return best;
}
