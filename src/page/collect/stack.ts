import type { Direction } from '../../base/geometry.ts';
import type { Placement, StackBlock } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { Panel } from '../flow-item.ts';
import { type Frame, insetFrame, lowerFrame } from '../frame.ts';
import { composeColumn } from '../region/column.ts';
import { drawPanel } from '../region/panel.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { standsFree } from './stands-free.ts';
import { heightWritten } from './trial-height.ts';

export function collectStack(
  block: StackBlock<ShapedContent>,
  frame: Frame,
  around: CollectSetting,
  collector: Collector,
  firstIndent: number,
): void {
  const setting = block.direction === null ? around : { ...around, direction: block.direction };
  if (block.placed !== null) {
    collectPlaced(block, block.placed, setting, collector);
    return;
  }
  if (block.turned) {
    collectTurned(block, frame, setting, collector, firstIndent);
    return;
  }
  // Trials inside a trial would double the work at each level of nesting.
  const excess = block.keepTogether && !setting.trial ? excessOf(block, frame, setting) : 0;
  // An image gives way to its caption, down to a third of what it had.
  const shrinks = excess > 0 && holdsImage(block) && excess < frame.height * (2 / 3);
  const inside = shrinks ? lowerFrame(frame, excess) : frame;
  const write = () => writeStack(block, inside, setting, collector, firstIndent);
  // What no page can hold is not held together: half a page would stay empty before it for nothing.
  if (block.keepTogether && (excess <= 0 || shrinks)) collector.together(write);
  else write();
}

/** Only what stands in nothing else is turned: a panel or a list cannot go on across a turned page. */
function collectTurned(
  block: StackBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
  firstIndent: number,
): void {
  const { turning } = setting;
  if (turning === null || !standsFree(setting, frame, collector)) {
    setting.reportUpright(block);
    writeStack(block, frame, setting, collector, firstIndent);
    return;
  }
  turnPage(true, block, collector);
  writeStack(block, turning.turned, { ...setting, turning: null }, collector, firstIndent);
  turnPage(false, block, collector);
}

/** What comes next stands on pages that are turned a quarter, or upright again. */
function turnPage(turned: boolean, { origin }: StackBlock<ShapedContent>, collector: Collector): void {
  collector.breakPage({ kind: 'break', to: 'page', master: null, turned, origin });
}

function writeStack(
  block: StackBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
  firstIndent: number,
): void {
  const inner = innerFrame(block, frame, setting.direction);
  const panel = panelOf(block, frame, setting.direction);
  if (panel !== null) collector.open(panel);
  const { holds } = collector;
  setting.collectBlocks(block.children, inner, setting, collector, firstIndent);
  collector.leave(holds);
  if (panel !== null) collector.close(block.origin);
}

/** By how much a stack is higher than a page. */
function excessOf(block: StackBlock<ShapedContent>, frame: Frame, setting: CollectSetting): number {
  const write = (trial: CollectSetting, collector: Collector) =>
    writeStack(block, frame, trial, collector, 0);
  return heightWritten(frame, setting, write) - frame.height;
}

function holdsImage(block: StackBlock<ShapedContent>): boolean {
  return block.children.filter((child) => child.kind === 'image').length === 1;
}

function innerFrame(block: StackBlock<ShapedContent>, frame: Frame, direction: Direction): Frame {
  const { padding } = block;
  if (padding.start === 0 && padding.end === 0 && padding.before === 0 && padding.after === 0) return frame;
  return lowerFrame(insetFrame(frame, direction, padding.start, padding.end), padding.before + padding.after);
}

/** Null where nothing is drawn and nothing kept apart: such a stack leaves no trace in the flow. */
function panelOf(block: StackBlock<ShapedContent>, frame: Frame, direction: Direction): Panel | null {
  const { padding, background, rules } = block;
  if (background === null && rules.length === 0 && padding.before === 0 && padding.after === 0) return null;
  return { frame, direction, padding, background, rules };
}

/** A stack at a fixed place of its page: laid at once, in page coordinates. */
function collectPlaced(
  block: StackBlock<ShapedContent>,
  place: Placement,
  setting: CollectSetting,
  collector: Collector,
): void {
  const { start, top, width, height } = place;
  const { direction, size } = setting;
  const x = direction === 'rtl' ? size.width - start - width : start;
  const frame: Frame = { x, y: 0, width, height };
  const inner = innerFrame(block, frame, direction);
  const entries = collectApart(block.children, inner, setting);
  const { before, after } = block.padding;
  // Fills inside grow to the height of the place.
  const room = height - before - after;
  const column = composeColumn(entries, { x: 0, y: top + before, grid: 0, room });
  const needed = column.height + before + after;
  if (needed > height + 0.5) setting.reportPlaced(block, needed, height);
  const { padding, background, rules } = block;
  const panel: Panel = { frame, direction, padding, background, rules };
  const ground = drawPanel({ panel, top, bottom: top + height, first: true, last: true }, 0);
  const fixed = {
    back: [...ground, ...column.back, ...column.fixed.back],
    drawItems: [...column.drawItems, ...column.fixed.drawItems],
  };
  const { notes, landmarks } = column;
  collector.place({ kind: 'placed', fixed, notes, landmarks, origin: block.origin });
}
