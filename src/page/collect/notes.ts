import type { Note } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { entryOf, type FlowEntry, type Landmark, makeBox, notesIn } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';

/** The items of a note and, after them, of the notes it refers to. */
export type CollectNote = (note: Note<ShapedContent>) => readonly FlowEntry[];

/** A note is laid once a pass, however often a page is tried. */
export function noteCollector(frame: Frame, setting: CollectSetting): CollectNote {
  const known = new Map<Note<ShapedContent>, readonly FlowEntry[]>();
  const collectNote = (note: Note<ShapedContent>): readonly FlowEntry[] => {
    const laid = known.get(note);
    if (laid !== undefined) return laid;
    const own = anchorNote(collectApart(note.children, frame, setting), note, frame.x);
    const entries = [...own, ...own.flatMap(({ item }) => notesIn(item).flatMap(collectNote))];
    known.set(note, entries);
    return entries;
  };
  return collectNote;
}

function anchorNote(
  entries: readonly FlowEntry[],
  { id, element }: Note<ShapedContent>,
  x: number,
): readonly FlowEntry[] {
  const [first, ...others] = entries;
  if (first === undefined) return [];
  const anchor = { kind: 'anchor', id, x, y: 0, tagTarget: element } as const;
  const { item } = first;
  if (item.kind !== 'line' && item.kind !== 'box' && item.kind !== 'placed')
    return [entryOf(makeBox(item.origin, { landmarks: [anchor] })), ...entries];
  const isOwn = (landmark: Landmark) => landmark.kind === 'anchor' && landmark.id === id;
  // The blocks of a note may carry its id themselves.
  const landmarks = item.landmarks.some(isOwn)
    ? item.landmarks.map((landmark) => (isOwn(landmark) ? { ...landmark, tagTarget: element } : landmark))
    : [anchor, ...item.landmarks];
  return [{ ...first, penalty: 0, item: { ...item, landmarks } }, ...others];
}
