import type { ColumnsBlock } from './blocks.ts';

/** How many columns stand in `measure`, and how wide each is: all that were asked for, if there is room. Points. */
export function columnsFor(
  { count, gap, leastWidth }: Pick<ColumnsBlock<unknown>, 'count' | 'gap' | 'leastWidth'>,
  measure: number,
): { readonly count: number; readonly width: number } {
  const room = Math.floor((measure + gap) / (Math.max(leastWidth, 1) + gap));
  const fitting = Math.max(1, Math.min(count, room));
  return { count: fitting, width: (measure - gap * (fitting - 1)) / fitting };
}
