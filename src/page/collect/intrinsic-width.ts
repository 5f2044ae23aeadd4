import { unreachable } from '../../base/unreachable.ts';
import { PIXEL } from '../../resolve/picture-size.ts';
import type { Block, ImageBlock, RowCell } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { CollectSetting } from './collect-setting.ts';
import { textWidth, widthOfText } from './text-width.ts';
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
      const cells = addWidths(block.cells.map((cell) => widthOfCell(cell, setting)));
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
      return widthOfImage(block);
    case 'shape':
    case 'break':
      return NO_WIDTH;
    default:
      return unreachable(block, 'the kinds of blocks');
  }
}

function widthOfCell({ width, children }: RowCell<ShapedContent>, setting: CollectSetting): IntrinsicWidth {
  const own = intrinsicWidth(children, setting);
  if (width.kind !== 'text') return own;
  return { ...own, max: Math.max(own.max, textWidth(width.width, setting)) };
}

/** One that takes a share of its measure would have the width of its pixels. */
function widthOfImage({ image, width: printed }: ImageBlock): IntrinsicWidth {
  const width = typeof printed === 'number' ? printed : image.width * PIXEL;
  return { whole: 0, min: Math.min(width, LEAST_IMAGE), max: width };
}
