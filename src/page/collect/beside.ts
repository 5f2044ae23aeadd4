import type { BesideText, StackBlock } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type Frame, partOfFrame } from '../frame.ts';
import { joinCells } from './cells.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { standsFree } from './stands-free.ts';
import { trialHeight } from './trial-height.ts';

/** Between a figure and the text beside it, and below it: of the size of the grid or of a line, near enough. Points. */
const GAP = 14;

/** Of the measure, what must be left to the text. */
const LEAST = 0.35;

/** Puts a stack at an edge of the measure; the lines that come next stand beside it. Where they cannot, it stands above them. */
export function collectBeside(
  block: StackBlock<ShapedContent>,
  { side, width: asked }: BesideText,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
): void {
  const width = Math.min(frame.width, typeof asked === 'number' ? asked : asked.share * frame.width);
  const { direction } = setting;
  const hasRoom = frame.width - width - GAP >= LEAST * frame.width;
  const place = partOfFrame(frame, direction, side === 'start' ? 0 : frame.width - width, width);
  const bare = { ...block, beside: null, spaceBefore: 0, spaceAfter: 0 };
  const apart = { ...setting, turning: null };
  if (
    !standsFree(setting, frame, collector) ||
    !hasRoom ||
    trialHeight([bare], place, apart) + GAP > frame.height
  ) {
    setting.reportFloat('beside-no-room', block);
    setting.collectBlocks([{ ...block, beside: null }], place, setting, collector);
    return;
  }
  const entries = collectApart([bare], place, apart);
  const [box] = joinCells([{ entries, align: 'start' }], frame.height, block.origin);
  if (box === undefined) return;
  const edge = (direction === 'rtl') === (side === 'start') ? 'right' : 'left';
  collector.begin(block);
  collector.stand({ box, x: place.x, width: width + GAP, height: box.height + GAP, edge });
}
