import { unreachable } from '../../base/unreachable.ts';
import type { Block, ChoiceBlock, Need } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { Frame } from '../frame.ts';
import type { CollectSetting } from './collect-setting.ts';
import { textWidth } from './text-width.ts';
import { trialHeight } from './trial-height.ts';

/** Widths that were added up in another order differ by less than this, points. */
const EPSILON = 0.001;

/** The first option that has the room it takes; where none has, the last. @param siblings the choice among them */
export function chooseOption(
  choice: ChoiceBlock<ShapedContent>,
  siblings: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: CollectSetting,
): Block<ShapedContent> {
  let rest: number | null = null;
  const heightLeft = () => {
    // Trials inside a trial would double the work at each level of nesting.
    if (setting.trial) return 0;
    rest ??=
      frame.height -
      trialHeight(
        siblings.filter((block) => block !== choice),
        frame,
        setting,
      );
    return rest;
  };
  const hasRoom = (needs: Need<ShapedContent> | null): boolean => {
    if (needs === null) return true;
    switch (needs.kind) {
      case 'width':
        return textWidth(needs.width, setting) <= frame.width + EPSILON;
      case 'height':
        return needs.height <= heightLeft() + EPSILON;
      default:
        return unreachable(needs, 'width, height');
    }
  };
  const chosen = choice.options.find(({ needs }) => hasRoom(needs)) ?? choice.options.at(-1);
  if (chosen === undefined) throw new Error('a choice has options');
  return chosen.block;
}
