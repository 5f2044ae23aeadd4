import { unreachable } from '../base/unreachable.ts';
import type { Block } from '../style/blocks.ts';
import type { Shaped, ShapedContent } from '../text/shaped.ts';
import type { FlowSetting } from './flow.ts';
import { addWants, type Wants } from './tracks.ts';

/** No image is asked to be narrower than this for the sake of a column: 2 cm. */
const LEAST_IMAGE = 56;

/** How wide blocks must be, and would like to be: what table columns are measured by. */
export function contentWants(blocks: readonly Block<ShapedContent>[], setting: FlowSetting): Wants {
  let min = 0;
  let max = 0;
  for (const block of blocks) {
    const wants = blockWants(block, setting);
    min = Math.max(min, wants.min);
    max = Math.max(max, wants.max);
  }
  return { min, max };
}

function blockWants(block: Block<ShapedContent>, setting: FlowSetting): Wants {
  switch (block.kind) {
    case 'text':
      return textWants(setting.typesetter.contentOf(block, setting.read), block.paragraph.indent);
    case 'stack':
      if (block.placed !== null) return { min: 0, max: 0 };
      return widen(contentWants(block.children, setting), block.padding.start + block.padding.end);
    case 'columns': {
      const { min, max } = contentWants(block.children, setting);
      return { min, max: max * block.count + block.gap * (block.count - 1) };
    }
    case 'item':
      return widen(contentWants(block.children, setting), block.markerWidth + block.gap);
    case 'row': {
      const cells = addWants(block.cells.map((cell) => contentWants(cell.children, setting)));
      return widen(cells, block.gap * Math.max(0, block.cells.length - 1));
    }
    case 'table': {
      const padding = block.cellPadding.start + block.cellPadding.end;
      const rows = [...block.header, ...block.rows];
      const columns = block.columns.map((_, column) =>
        contentWants(
          rows.flatMap((row) => row.cells[column]?.children ?? []),
          setting,
        ),
      );
      return widen(addWants(columns), padding * columns.length);
    }
    case 'image':
      return { min: Math.min(block.width, LEAST_IMAGE), max: block.width };
    case 'shape':
    case 'break':
      return { min: 0, max: 0 };
    default:
      return unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
  }
}

function widen(wants: Wants, by: number): Wants {
  return { min: wants.min + by, max: wants.max + by };
}

/** `min` is the longest stretch that no break divides, `max` the longest line if none is broken. */
export function textWants(content: Shaped, indent: number): Wants {
  let min = 0;
  let max = 0;
  let stretch = indent;
  let line = indent;
  // White space at the end of a line has no width, so it counts only once something follows.
  let spaces = 0;
  for (const atom of content.atoms) {
    if (atom.kind === 'space') {
      spaces += atom.width;
      if (!atom.stretches && atom.after === 'no-break') stretch += atom.width;
    } else {
      line += spaces + atom.width;
      spaces = 0;
      stretch += atom.width;
    }
    min = Math.max(min, stretch);
    max = Math.max(max, line);
    if (atom.after !== 'no-break') stretch = 0;
    if (atom.after === 'must-break') {
      line = 0;
      spaces = 0;
    }
  }
  return { min, max };
}
