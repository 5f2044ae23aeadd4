import { type Artifact, isArtifact } from '../../base/element.ts';
import type { TableBlock, TableCell, TableRow } from '../../style/blocks.ts';
import type { Line } from '../../text/line.ts';
import { piecesOf } from '../../text/line-pieces.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { Rule } from '../../theme/style-values.ts';
import { type BoxItem, drawItemsIn, entryOf, type FlowEntry, makeBox, type Penalty } from '../flow-item.ts';
import { type Frame, insetFrame, partOfFrame } from '../frame.ts';
import type { DrawItem } from '../page.ts';
import { composeColumn, moveDrawItem, moveLandmark } from '../region/column.ts';
import { drawGround, drawRule } from '../region/panel.ts';
import { alignNumber, columnExtent, type Extent } from './align-numbers.ts';
import { joinCells } from './cells.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { intrinsicWidth } from './intrinsic-width.ts';
import { fitTable } from './table-scale.ts';
import { greaterWidth, type IntrinsicWidth, trackWidths, widenWidth } from './tracks.ts';

/** A header is repeated if it leaves most of the page to its rows. */
const HIGHEST_REPEATED_HEADER = 1 / 3;

/** A repeated header is an artifact: read aloud once, and found once by a search. */
const REPEATED: Artifact = { artifact: 'Pagination', subtype: 'Header' };

interface TableLayout {
  readonly block: TableBlock<ShapedContent>;
  readonly frame: Frame;
  readonly columns: readonly Frame[];
  /** Of the numbers of each column. */
  readonly extents: readonly (Extent | null)[];
  readonly setting: CollectSetting;
}

export function collectTable(
  given: TableBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
): void {
  const block = fitTable(given, frame.width, setting);
  const extents = block.columns.map((_, column) => columnExtent(block, column, setting));
  const layout = { block, frame, columns: columnFrames(block, extents, frame, setting), extents, setting };
  const headers = block.header.flatMap((row, index) => {
    const under = index === block.header.length - 1 ? block.rules.header : null;
    return rowBoxes(row, layout, frame.height, index === 0 ? block.rules.top : null, under);
  });
  const headerHeight = headers.reduce((sum, { height }) => sum + height, 0);
  const repeats = headers.length > 0 && headerHeight <= frame.height * HIGHEST_REPEATED_HEADER;
  const repeated = repeats ? repeatedHeader(headers, layout) : null;
  for (const [index, box] of headers.entries()) collector.put(box, frame.x, index === 0 ? 0 : 3);
  const last = block.rows.length - 1;
  for (const [index, row] of block.rows.entries()) {
    const over = index === 0 && headers.length === 0 ? block.rules.top : null;
    const under = index === last ? block.rules.bottom : block.rules.row;
    const boxes = rowBoxes(row, layout, frame.height - (repeats ? headerHeight : 0), over, under);
    for (const [part, box] of boxes.entries()) {
      const penalty = part > 0 ? 0 : penaltyOfRow(index, last, headers.length > 0);
      collector.put({ ...box, repeats: repeated }, frame.x, penalty);
    }
  }
}

/** The first row stays with the header; one row alone at either side of a page break looks lost. */
function penaltyOfRow(index: number, last: number, headed: boolean): Penalty {
  if (index === 0) return headed ? 3 : 0;
  return index === 1 || index === last ? 1 : 0;
}

/** How wide each column would be, then what it gets; the text of a cell stands inside its padding. */
function columnFrames(
  block: TableBlock<ShapedContent>,
  extents: readonly (Extent | null)[],
  frame: Frame,
  setting: CollectSetting,
): readonly Frame[] {
  const { start } = block.cellPadding;
  // The two edges of a table are alike: what parts columns has nothing to part after the last.
  const endOf = (column: number) => (column === block.columns.length - 1 ? start : block.cellPadding.end);
  const rows = [...block.header, ...block.rows];
  const intrinsic = block.columns.map((track, column): IntrinsicWidth => {
    // Fixed columns are not measured: long tables are measured cell by cell.
    if (track.kind === 'points') return { whole: 0, min: 0, max: 0 };
    const extent = extents[column] ?? { before: 0, after: 0 };
    const numbers = extent.before + extent.after;
    let intrinsic: IntrinsicWidth = { whole: numbers, min: numbers, max: numbers };
    for (const row of rows) {
      intrinsic = greaterWidth(intrinsic, intrinsicWidth(row.cells[column]?.children ?? [], setting));
    }
    return widenWidth(intrinsic, start + endOf(column));
  });
  const widths = trackWidths(block.columns, intrinsic, frame.width, true);
  let offset = 0;
  return widths.map((width, index) => {
    const column = partOfFrame(frame, setting.direction, offset, width);
    offset += width;
    return insetFrame(column, setting.direction, start, endOf(index));
  });
}

function rowBoxes(
  row: TableRow<ShapedContent>,
  layout: TableLayout,
  height: number,
  over: Rule | null,
  under: Rule | null,
): readonly BoxItem[] {
  const { block, setting, columns } = layout;
  const { before, after } = block.cellPadding;
  const room = height - before - after - (over?.width ?? 0) - (under?.width ?? 0);
  const limit = Math.max(room, height / 4);
  const cells = columns.map((frame, index) => ({
    entries: alignNumber(
      collectApart(row.cells[index]?.children ?? [], { ...frame, height: limit }, setting),
      row.cells[index],
      layout.extents[index] ?? null,
      frame,
      setting,
    ),
    align: 'start' as const,
  }));
  const empty = cells.flatMap(({ entries }, index) =>
    entries.some(isRead) ? [] : markEmpty(row.cells[index]),
  );
  const parts = joinCells(cells, limit, block.origin);
  return parts.map((box, index) => {
    const whole = index === 0 ? { ...box, drawItems: [...box.drawItems, ...empty] } : box;
    return dressRow(whole, row, layout, index === 0 ? over : null, index === parts.length - 1 ? under : null);
  });
}

function isRead({ item }: FlowEntry): boolean {
  return drawItemsIn(item).some((drawItem) => drawItem.kind === 'line' || !isArtifact(drawItem.tagTarget));
}

/** A draw item without ink: a cell with nothing in it is a cell nonetheless, or the row would be one short (ISO 14289-1, 7.5). */
function markEmpty(cell: TableCell<ShapedContent> | undefined): readonly DrawItem[] {
  return (cell?.children ?? []).flatMap((child) =>
    'tagTarget' in child && !isArtifact(child.tagTarget)
      ? [{ kind: 'path', path: [], fill: null, stroke: null, tagTarget: child.tagTarget } as const]
      : [],
  );
}

/** Puts padding, ground and rules around the cells of a row. */
function dressRow(
  box: BoxItem,
  row: TableRow<ShapedContent>,
  layout: TableLayout,
  over: Rule | null,
  under: Rule | null,
): BoxItem {
  const { frame, block, setting } = layout;
  const top = block.cellPadding.before + (over?.width ?? 0);
  const height = top + box.height + block.cellPadding.after + (under?.width ?? 0);
  const back: DrawItem[] = [];
  if (row.background !== null) back.push(drawGround(frame, 0, height, row.background));
  if (over !== null) back.push(drawRule(frame, 0, over, frame.width, setting.direction));
  if (under !== null) back.push(drawRule(frame, height - under.width, under, frame.width, setting.direction));
  for (const drawItem of box.back) back.push(moveDrawItem(drawItem, 0, top));
  return {
    ...box,
    height,
    back,
    drawItems: box.drawItems.map((drawItem) => moveDrawItem(drawItem, 0, top)),
    landmarks: box.landmarks.map((landmark) => moveLandmark(landmark, 0, top)),
    baseline: box.baseline === null ? null : box.baseline + top,
  };
}

/** The header as it stands on the pages after its first: the same ink, but nothing to read or to point at. */
function repeatedHeader(headers: readonly BoxItem[], layout: TableLayout): BoxItem {
  const column = composeColumn(headers.map(entryOf), { x: 0, y: 0, grid: 0, room: null });
  const { height, back, baseline } = column;
  return makeBox(layout.block.origin, {
    height,
    back,
    baseline,
    drawItems: column.drawItems.map(asArtifact),
  });
}

function asArtifact(drawItem: DrawItem): DrawItem {
  if (drawItem.kind === 'line') return { ...drawItem, line: artifactLine(drawItem.line) };
  return isArtifact(drawItem.tagTarget) ? drawItem : { ...drawItem, tagTarget: REPEATED };
}

function artifactLine(line: Line): Line {
  return {
    ...line,
    links: [],
    notes: [],
    words: {
      kind: 'placed',
      pieces: piecesOf(line).map((piece) => ({ ...piece, tagTarget: REPEATED, link: null })),
    },
  };
}
