import type { Direction } from '../../base/geometry.ts';
import type { TableBlock, TableCell, TextBlock } from '../../style/blocks.ts';
import { piecesOf } from '../../text/line-pieces.ts';
import type { GlyphAtom, Shaped, ShapedContent } from '../../text/shaped.ts';
import type { FlowEntry } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import type { DrawItem } from '../page.ts';
import { moveDrawItem } from '../region/column.ts';
import type { CollectSetting } from './collect-setting.ts';

/** Widths left and right of the place where the numbers of a column align: of one cell, or the greatest of all. Points. */
export interface Extent {
  readonly before: number;
  readonly after: number;
}

/** The greatest extents of a column's numbers; null where it has none to align. */
export function columnExtent(
  block: TableBlock<ShapedContent>,
  column: number,
  setting: CollectSetting,
): Extent | null {
  let greatest: Extent | null = null;
  for (const row of block.rows) {
    const own = cellExtent(row.cells[column], setting);
    if (own === null) continue;
    greatest = greatest === null ? own : greaterExtent(greatest, own);
  }
  return greatest;
}

function greaterExtent(one: Extent, other: Extent): Extent {
  return { before: Math.max(one.before, other.before), after: Math.max(one.after, other.after) };
}

/**
 * The items of a cell moved so that its number aligns with those of its column, which stand together at the
 * edge their paragraphs are aligned to. Numbers read from the left whatever the direction of the table.
 */
export function alignNumber(
  entries: readonly FlowEntry[],
  cell: TableCell<ShapedContent> | undefined,
  column: Extent | null,
  frame: Frame,
  setting: CollectSetting,
): readonly FlowEntry[] {
  const own = column === null ? null : cellExtent(cell, setting);
  const block = textOf(cell);
  const [entry] = entries;
  // What does not fit on a line is set as a text is.
  if (column === null || own === null || block === null || entry === undefined || entries.length > 1) {
    return entries;
  }
  const { item } = entry;
  if (item.kind !== 'line') return entries;
  const edge = startOfGroup(block.paragraph.align, column.before + column.after, frame, setting.direction);
  const dx = edge + column.before - own.before - leftOf(item.drawItems);
  return [
    {
      ...entry,
      item: { ...item, drawItems: item.drawItems.map((drawItem) => moveDrawItem(drawItem, dx, 0)) },
    },
  ];
}

/** The left edge of the numbers of a column, which are `width` wide together. */
function startOfGroup(
  align: TextBlock<ShapedContent>['paragraph']['align'],
  width: number,
  { x, width: measure }: Frame,
  direction: Direction,
): number {
  const rest = Math.max(0, measure - width);
  if (align === 'center') return x + rest / 2;
  const isLeft = (align === 'end') === (direction === 'rtl');
  return isLeft ? x : x + rest;
}

function leftOf(drawItems: readonly DrawItem[]): number {
  return drawItems.reduce(
    (least, drawItem) => Math.min(least, leftOfItem(drawItem)),
    Number.POSITIVE_INFINITY,
  );
}

function leftOfItem(drawItem: DrawItem): number {
  if (drawItem.kind !== 'line') return Number.POSITIVE_INFINITY;
  return (
    drawItem.x +
    piecesOf(drawItem.line).reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  );
}

function textOf(cell: TableCell<ShapedContent> | undefined): TextBlock<ShapedContent> | null {
  const [child] = cell?.children ?? [];
  return child?.kind === 'text' ? child : null;
}

function cellExtent(cell: TableCell<ShapedContent> | undefined, setting: CollectSetting): Extent | null {
  const block = textOf(cell);
  if (cell === undefined || cell.alignAt === null || block === null) return null;
  return splitWidth(setting.typesetter.contentOf(block, setting.read), cell.alignAt);
}

function splitWidth({ atoms }: Shaped, at: number): Extent {
  let before = 0;
  let after = 0;
  let offset = 0;
  for (const atom of atoms) {
    const end = offset + atom.length;
    const left =
      end <= at ? atom.width : offset >= at || atom.kind !== 'glyphs' ? 0 : widthUpTo(atom, at - offset);
    before += left;
    after += atom.width - left;
    offset = end;
  }
  return { before, after };
}

/** Of the first `count` characters of an atom that reads from the left. */
function widthUpTo({ run, from, to, charFrom, style }: GlyphAtom, count: number): number {
  let units = 0;
  for (let glyph = from; glyph < to; glyph += 1) {
    if (run.clusters[glyph]! - charFrom < count) units += run.advances[glyph]!;
  }
  return (units * style.size) / run.face.unitsPerEm;
}
