import type { Sink } from '../base/diagnostic.ts';
import type { Rect } from '../base/geometry.ts';
import type { NoteStyle, PageStyle } from '../style/styled.ts';
import type { DraftPage } from './bind.ts';
import { type Column, composeColumn } from './column.ts';
import type { Facts } from './facts.ts';
import { type FlowEntry, heightOf, type Landmark } from './flow-item.ts';
import type { FlowSetting } from './flow-setting.ts';
import { furnitureMarks } from './furniture.ts';
import { notesHeight, notesTop } from './notes.ts';
import type { Mark, Page } from './page.ts';
import { ruleMark } from './panel.ts';
import { textArea, turnPage } from './text-area.ts';

interface PageSetting {
  readonly page: PageStyle;
  readonly notes: NoteStyle;
  readonly flow: FlowSetting;
  readonly facts: Facts;
}

/** Puts the marks of a page in painting order: grounds, text, notes, furniture. */
export function composePage(draft: DraftPage, index: number, setting: PageSetting, sink: Sink): Page {
  const { flow } = setting;
  const page = draft.turned ? turnPage(setting.page) : setting.page;
  const area = textArea(page, draft.side);
  const notesRoom = notesHeight(draft.notes, setting.notes);
  // Fills of the text grow down to the notes, not behind them.
  const room = area.height - notesRoom;
  const body = composeColumn(draft.body, { x: area.x, y: area.y, grid: page.grid, room });
  const notes = composeNotes(draft.notes, { ...area, y: area.y + room, height: notesRoom }, setting);
  reportOverflow(draft.body, body.height, room, sink);
  const landmarks = [...body.landmarks, ...(notes?.column.landmarks ?? [])];
  return {
    index,
    label: draft.label,
    side: draft.side,
    size: page.size,
    marks: [
      ...body.fixed.back,
      ...body.back,
      ...(notes?.column.back ?? []),
      ...body.fixed.marks,
      ...body.marks,
      ...(notes === null ? [] : [...notes.rule, ...notes.column.marks]),
      ...furnitureMarks(draft, index, area, page, flow, setting.facts),
    ],
    anchors: anchorsOf(landmarks),
    outline: landmarks.flatMap((landmark) =>
      landmark.kind === 'outline' ? [{ entry: landmark.entry, y: landmark.y, role: landmark.role }] : [],
    ),
    sheet: null,
  };
}

/** The notes' area stands at the foot of the text area, its rule at the start side. */
function composeNotes(
  entries: readonly FlowEntry[],
  area: Rect,
  setting: PageSetting,
): { readonly rule: readonly Mark[]; readonly column: Column } | null {
  if (entries.length === 0) return null;
  const { rule, ruleLength, gapBefore } = setting.notes;
  const { direction } = setting.flow;
  const length = Math.min(ruleLength, area.width);
  const y = area.y + notesTop(setting.notes);
  const column = composeColumn(entries, { x: area.x, y, grid: 0, room: null });
  return {
    rule: rule === null ? [] : [ruleMark(area, area.y + gapBefore, rule, length, direction)],
    column,
  };
}

function anchorsOf(landmarks: readonly Landmark[]): Page['anchors'] {
  return landmarks.flatMap((landmark) =>
    landmark.kind === 'anchor'
      ? [{ id: landmark.id, x: landmark.x, y: landmark.y, role: landmark.role }]
      : [],
  );
}

/** Only a single item higher than a page can overflow: pages are otherwise ended before. */
function reportOverflow(entries: readonly FlowEntry[], height: number, room: number, sink: Sink): void {
  if (height <= room + 0.5) return;
  const tallest = entries.reduce(
    (most, { item }) => (heightOf(item) > heightOf(most) ? item : most),
    entries[0]!.item,
  );
  sink.report('block-too-tall', tallest.origin, { height: Math.round(height), room: Math.round(room) });
}
