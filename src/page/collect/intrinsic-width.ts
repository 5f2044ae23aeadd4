import { unreachable } from '../../base/unreachable.ts';
import type { Block } from '../../style/blocks.ts';
import { hyphenWidth } from '../../text/line-end-hyphen.ts';
import type { Shaped, ShapedContent } from '../../text/shaped.ts';
import type { CollectSetting } from './collect-setting.ts';
import { addWidths, greaterWidth, type IntrinsicWidth, NO_WIDTH, widenWidth } from './tracks.ts';

/** No image is asked to be narrower than this for the sake of a column: 2 cm. */
const LEAST_IMAGE = 56;

/** How wide blocks must be, and would like to be: what table columns are measured by. */
export function intrinsicWidth(
  blocks: readonly Block<ShapedContent>[],
  setting: CollectSetting,
): IntrinsicWidth {
  let intrinsic = NO_WIDTH;
  for (const block of blocks) intrinsic = greaterWidth(intrinsic, widthOfBlock(block, setting));
  return intrinsic;
}

function widthOfBlock(block: Block<ShapedContent>, setting: CollectSetting): IntrinsicWidth {
  switch (block.kind) {
    case 'text':
      return widthOfText(setting.typesetter.contentOf(block, setting.read), block.paragraph.indent);
    case 'stack':
      if (block.placed !== null) return NO_WIDTH;
      return widenWidth(intrinsicWidth(block.children, setting), block.padding.start + block.padding.end);
    case 'columns': {
      const { whole, min, max } = intrinsicWidth(block.children, setting);
      return { whole, min, max: max * block.count + block.gap * (block.count - 1) };
    }
    case 'choice': {
      const [best, least] = [block.options[0], block.options.at(-1)].map((option) =>
        option === undefined ? NO_WIDTH : widthOfBlock(option.block, setting),
      );
      return { ...least!, max: best!.max };
    }
    case 'item':
      return widenWidth(intrinsicWidth(block.children, setting), block.markerWidth + block.gap);
    case 'row': {
      const cells = addWidths(block.cells.map((cell) => intrinsicWidth(cell.children, setting)));
      return widenWidth(cells, block.gap * Math.max(0, block.cells.length - 1));
    }
    case 'table': {
      const padding = block.cellPadding.start + block.cellPadding.end;
      const rows = [...block.header, ...block.rows];
      const columns = block.columns.map((_, column) =>
        intrinsicWidth(
          rows.flatMap((row) => row.cells[column]?.children ?? []),
          setting,
        ),
      );
      return widenWidth(addWidths(columns), padding * columns.length);
    }
    case 'image':
      return { whole: 0, min: Math.min(block.width, LEAST_IMAGE), max: block.width };
    case 'shape':
    case 'break':
      return NO_WIDTH;
    default:
      return unreachable(block, 'the kinds of blocks');
  }
}

/** Words of up to this many letters are never cut; longer ones are mostly addresses and names of code. */
export const LONGEST_WHOLE = 12;

/**
 * `min` is the longest stretch that no break divides, or half a word that hyphens divide: it stands on two lines; `whole` the longest of those that must not be cut, `max` the
 * longest line if none is broken.
 */
export function widthOfText({ atoms, text }: Shaped, indent: number): IntrinsicWidth {
  let whole = 0;
  let min = 0;
  let max = 0;
  let stretch = indent;
  let word = 0;
  let divided = false;
  let line = indent;
  // White space at the end of a line has no width, so it counts only once something follows.
  let spaces = 0;
  let start = 0;
  let end = 0;
  for (const atom of atoms) {
    end += atom.length;
    if (atom.kind === 'space') {
      spaces += atom.width;
      if (!atom.stretches && atom.after === 'no-break') {
        stretch += atom.width;
        word += atom.width;
      }
    } else {
      line += spaces + atom.width;
      spaces = 0;
      stretch += atom.width;
      word += atom.width;
    }
    if (stretch > whole && mustStayWhole(text, start, end)) whole = stretch;
    min = Math.max(min, stretch);
    max = Math.max(max, line);
    if (atom.after !== 'no-break') {
      stretch = 0;
      start = end;
      if (hyphenWidth(atom) > 0) divided = true;
      else {
        if (divided) min = Math.max(min, word / 2);
        word = 0;
        divided = false;
      }
    }
    if (atom.after === 'must-break') {
      line = 0;
      spaces = 0;
    }
  }
  return { whole, min, max };
}

export function mustStayWhole(text: string, start: number, end: number): boolean {
  if (end - start <= LONGEST_WHOLE) return true;
  const letters = text.slice(start, end).replace(NO_LETTERS, '');
  return letters.length <= LONGEST_WHOLE || !/\p{L}/u.test(letters);
}

/** How many letters and digits a stretch of text has. */
export function lettersIn(text: string, start: number, end: number): number {
  return text.slice(start, end).replace(NO_LETTERS, '').length;
}

/** What takes no place of its own, and the brackets and stops that stand around a word. */
const NO_LETTERS = /[\p{Mn}\p{Cf}\p{P}\s]/gu;
