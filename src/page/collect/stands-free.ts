import type { Frame } from '../frame.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';

/** Whether what comes next stands in the text itself: in no list, box, cell, note or column, and on an upright page. */
export function standsFree(
  { turning, inColumns }: Pick<CollectSetting, 'turning' | 'inColumns'>,
  frame: Frame,
  { depth }: Pick<Collector, 'depth'>,
): boolean {
  return turning?.upright === frame && depth === 0 && !inColumns;
}
