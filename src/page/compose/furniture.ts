import type { Direction, Rect } from '../../base/geometry.ts';
import type { Block } from '../../style/blocks.ts';
import type { PageGeometry, Spread } from '../../style/styled.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { collectApart } from '../collect/collect-apart.ts';
import type { CollectSetting } from '../collect/collect-setting.ts';
import type { DraftPage } from '../distribute/bind.ts';
import type { DrawItem } from '../page.ts';
import { composeColumn, moveDrawItem } from '../region/column.ts';
import type { Side } from '../text-area.ts';

/** Running heads and folios of one page. They read the facts of their page and point at nothing. */
export function drawFurniture(
  draft: DraftPage,
  area: Rect,
  page: PageGeometry,
  setting: CollectSetting,
): readonly DrawItem[] {
  if (draft.blank) return [];
  const own = { ...setting, grid: 0 };
  const { header, footer } = draft.master;
  const place = (spread: Spread<ShapedContent>, baseline: number, lowest: number) =>
    placeFurniture(spreadSide(spread, draft.side, setting.direction), baseline, lowest, area, own);
  const { height } = page.size;
  return [...place(header, page.head, area.y - HEAD_GAP), ...place(footer, height - page.foot, height)];
}

/** Odd furniture is for pages whose outer side is the end side: left pages of an Arabic book. */
function spreadSide(
  spread: Spread<ShapedContent>,
  side: Side,
  direction: Direction,
): readonly Block<ShapedContent>[] {
  const endSide: Side = direction === 'rtl' ? 'left' : 'right';
  return side === endSide ? spread.odd : spread.even;
}

/** A running head of several lines leaves this much above the text, points. */
const HEAD_GAP = 8;

/** The first line stands on `baseline`, or higher where several would reach below `lowest`; what has no line hangs from it. */
function placeFurniture(
  blocks: readonly Block<ShapedContent>[],
  baseline: number,
  lowest: number,
  area: Rect,
  setting: CollectSetting,
): readonly DrawItem[] {
  if (blocks.length === 0) return [];
  const entries = collectApart(blocks, { x: 0, y: 0, width: area.width, height: area.height }, setting);
  const column = composeColumn(entries, { x: 0, y: 0, grid: 0, room: null });
  const first = baseline - (column.baseline ?? 0);
  const severalLines =
    new Set(column.drawItems.map((drawItem) => drawItem.kind === 'line' && drawItem.baseline)).size > 1;
  const top = severalLines ? Math.min(first, Math.max(0, lowest - column.height)) : first;
  const moved = [...column.back, ...column.drawItems].map((drawItem) => moveDrawItem(drawItem, area.x, top));
  return [...column.fixed.back, ...column.fixed.drawItems, ...moved];
}
