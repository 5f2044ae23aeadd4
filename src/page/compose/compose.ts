import type { Sink } from '../../base/diagnostic.ts';
import type { Direction, Rect } from '../../base/geometry.ts';
import type { Styled } from '../../style/styled.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { NoteStyle } from '../../theme/style-values.ts';
import type { DraftPage } from '../distribute/bind.ts';
import { notesHeight, notesTop } from '../distribute/notes-area.ts';
import { type Facts, readFact } from '../facts.ts';
import { type FlowEntry, heightOf, type Landmark } from '../flow-item.ts';
import type { Layout } from '../layout.ts';
import type { DrawItem, Laid, Page } from '../page.ts';
import { type Column, composeColumn } from '../region/column.ts';
import { drawRule } from '../region/panel.ts';
import type { Settled } from '../settle.ts';
import { textArea, turnPage } from '../text-area.ts';
import { drawFurniture } from './furniture.ts';

interface PageSetting {
  readonly notes: NoteStyle;
  readonly facts: Facts;
  readonly layout: Layout;
}

/** Draws pages that stand. */
export function composePages(
  { info, book, notes, root }: Styled<ShapedContent>,
  { pages, facts }: Settled,
  layout: Layout,
  sink: Sink,
): Laid {
  const setting = { notes, facts, layout };
  return {
    info,
    binding: book.binding,
    pages: pages.map((draft, index) => composePage(draft, index, setting, sink)),
    root,
  };
}

/** Puts the draw items of a page in painting order: grounds, text, notes, furniture. */
function composePage(draft: DraftPage, index: number, setting: PageSetting, sink: Sink): Page {
  const pass = setting.layout.passFor((inline) => readFact(inline.field, index, setting.facts));
  const { geometry, setting: furniture } = pass.on(draft.geometry);
  const page = draft.turned ? turnPage(geometry) : geometry;
  const area = textArea(page, draft.side);
  const notesRoom = notesHeight(draft.notes, setting.notes);
  // Fills of the text grow down to the notes, not behind them.
  const room = area.height - notesRoom;
  const body = composeColumn(draft.body, { x: area.x, y: area.y, grid: page.grid, room });
  const notes = composeNotes(
    draft.notes,
    { ...area, y: area.y + room, height: notesRoom },
    setting.notes,
    furniture.direction,
  );
  reportOverflow(draft.body, body.height, room, sink);
  const landmarks = [...body.landmarks, ...(notes?.column.landmarks ?? [])];
  return {
    index,
    label: draft.label,
    side: draft.side,
    size: page.size,
    drawItems: [
      ...body.fixed.back,
      ...body.back,
      ...(notes?.column.back ?? []),
      ...body.fixed.drawItems,
      ...body.drawItems,
      ...(notes === null ? [] : [...notes.rule, ...notes.column.drawItems]),
      ...drawFurniture(draft, area, page, furniture),
    ],
    anchors: anchorsOf(landmarks),
    outline: landmarks.flatMap((landmark) =>
      landmark.kind === 'outline'
        ? [{ entry: landmark.entry, y: landmark.y, tagTarget: landmark.tagTarget }]
        : [],
    ),
    sheet: null,
  };
}

/** The notes' area stands at the foot of the text area, its rule at the start side. */
function composeNotes(
  entries: readonly FlowEntry[],
  area: Rect,
  style: NoteStyle,
  direction: Direction,
): { readonly rule: readonly DrawItem[]; readonly column: Column } | null {
  if (entries.length === 0) return null;
  const { rule, ruleLength, gapBefore } = style;
  const length = Math.min(ruleLength, area.width);
  const y = area.y + notesTop(style);
  const column = composeColumn(entries, { x: area.x, y, grid: 0, room: null });
  return {
    rule: rule === null ? [] : [drawRule(area, area.y + gapBefore, rule, length, direction)],
    column,
  };
}

function anchorsOf(landmarks: readonly Landmark[]): Page['anchors'] {
  return landmarks.flatMap((landmark) =>
    landmark.kind === 'anchor'
      ? [{ id: landmark.id, x: landmark.x, y: landmark.y, tagTarget: landmark.tagTarget }]
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
