import type { Block, ChoiceBlock } from '../../style/blocks.ts';

/** Widths that were added up in another order differ by less than this, points. */
const EPSILON = 0.001;

/** The first option that has the room it takes; where none has, the last. */
export function chooseOption<C>({ options }: ChoiceBlock<C>, width: number): Block<C> {
  const fitting = options.find(({ least }) => least <= width + EPSILON) ?? options.at(-1);
  if (fitting === undefined) throw new Error('a choice has options');
  return fitting.block;
}
