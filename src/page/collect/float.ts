import type { Float, StackBlock } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { Frame } from '../frame.ts';
import { columnHeight, EPSILON } from '../region/cursor.ts';
import { collectApart } from './collect-apart.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { standsFree } from './stands-free.ts';
import { trialHeight } from './trial-height.ts';

/**
 * Collects a stack as one item whose place its page finds. What stands in something else, or is higher than a page, stays
 * where it is.
 *
 * @returns whether it floats
 */
export function collectFloat(
  block: StackBlock<ShapedContent>,
  float: Float,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
): boolean {
  if (block.turned || block.placed !== null) return false;
  if (!standsFree(setting, frame, collector)) {
    if (float !== 'auto') setting.reportFloat('float-nested', block);
    return false;
  }
  const apart = { ...setting, turning: null };
  const bare = { ...block, float: null, spaceBefore: 0, spaceAfter: 0 };
  if (trialHeight([bare], frame, apart) > frame.height + EPSILON) {
    if (float !== 'auto') setting.reportFloat('float-too-tall', block);
    return false;
  }
  const entries = collectApart([bare], frame, apart);
  collector.float({
    float,
    entries,
    height: columnHeight(entries, setting.grid),
    before: block.spaceBefore,
    after: block.spaceAfter,
    origin: block.origin,
  });
  return true;
}
