import type { TableBlock, TableRow, TextBlock } from '../../style/blocks.ts';
import { hyphenWidth } from '../../text/line-end-hyphen.ts';
import type { Shaped, ShapedContent } from '../../text/shaped.ts';
import type { CollectSetting } from './collect-setting.ts';
import { LONGEST_WHOLE, lettersIn, mustStayWhole } from './text-width.ts';
import type { Typesetter } from './typesetter.ts';

/** Cells are not set smaller than this share of their size for the sake of long words: 10.5 pt becomes 6.5 pt. */
const LEAST_SCALE = 0.62;

/** Below this, points, type is smaller than the small print of a contract, and it is said. */
const LEAST_SIZE = 6;

/** The table as it stands in `width`: with smaller type where the longest words of its columns would not stand side by side. */
export function fitTable(
  block: TableBlock<ShapedContent>,
  width: number,
  setting: CollectSetting,
): TableBlock<ShapedContent> {
  const scale = tableScale(block, width, setting);
  return scale === 1 ? block : scaleTable(block, scale, setting.typesetter);
}

/**
 * How much smaller than usual the cells of a table are set: 1 where their words stand side by side anyway. Words of up
 * to twelve letters and numbers are never cut, and are set as small as that takes; for longer ones type shrinks to
 * small print, and for those that may be divided no further than that they stand on two lines.
 */
function tableScale(block: TableBlock<ShapedContent>, width: number, setting: CollectSetting): number {
  const rows = [...block.header, ...block.rows];
  const { start, end } = block.cellPadding;
  const last = block.columns.length - 1;
  let whole = 0;
  let wanted = 0;
  for (const column of block.columns.keys()) {
    const widest = widestWords(rows, column, setting);
    // The two edges of a table are alike.
    const padding = start + (column === last ? start : end);
    whole += widest.whole + padding;
    wanted += widest.wanted + padding;
  }
  if (wanted <= width) return 1;
  const scale = Math.min(Math.max(LEAST_SCALE, width / wanted), whole > width ? width / whole : 1);
  const size = sizeOfCells(rows, setting) * scale;
  if (size < LEAST_SIZE) setting.reportSmall(block, size);
  return scale;
}

/** Points: of words that are never cut, and of all, as far as they need not be cut. */
interface Widest {
  whole: number;
  wanted: number;
}

function widestWords(
  rows: readonly TableRow<ShapedContent>[],
  column: number,
  setting: CollectSetting,
): Widest {
  const widest: Widest = { whole: 0, wanted: 0 };
  for (const { cells } of rows)
    for (const child of cells[column]?.children ?? [])
      if (child.kind === 'text') widenToWords(setting.typesetter.contentOf(child, setting.read), widest);
  return widest;
}

function widenToWords({ atoms, text }: Shaped, widest: Widest): void {
  let word = 0;
  let piece = 0;
  let longestPiece = 0;
  let start = 0;
  let end = 0;
  for (const atom of atoms) {
    end += atom.length;
    const isEnd = atom.after !== 'no-break';
    // White space at the end of a line has no width.
    if (atom.kind !== 'space' || !isEnd) {
      word += atom.width;
      piece += atom.width;
    }
    if (!isEnd) continue;
    const hyphen = hyphenWidth(atom);
    longestPiece = Math.max(longestPiece, piece + hyphen);
    piece = 0;
    if (hyphen > 0) continue;
    const isDivided = longestPiece < word;
    const isWhole = !isDivided && mustStayWhole(text, start, end);
    const letters = isWhole ? 0 : lettersIn(text, start, end);
    const least = isDivided ? Math.max(longestPiece, word / 2) : word;
    if (isWhole) widest.whole = Math.max(widest.whole, word);
    widest.wanted = Math.max(
      widest.wanted,
      letters > LONGEST_WHOLE ? Math.min(least, (word * LONGEST_WHOLE) / letters) : least,
    );
    word = 0;
    longestPiece = 0;
    start = end;
  }
}

/** Of the first words in its rows. */
function sizeOfCells(rows: readonly TableRow<ShapedContent>[], setting: CollectSetting): number {
  for (const { cells } of rows.toReversed())
    for (const { children } of cells)
      for (const child of children) {
        const [atom] = child.kind === 'text' ? setting.typesetter.contentOf(child, setting.read).atoms : [];
        if (atom !== undefined) return atom.style.size;
      }
  return Number.POSITIVE_INFINITY;
}

function scaleTable(
  block: TableBlock<ShapedContent>,
  scale: number,
  typesetter: Typesetter,
): TableBlock<ShapedContent> {
  const scaleRow = (row: TableRow<ShapedContent>): TableRow<ShapedContent> => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      children: cell.children.map((child) => (child.kind === 'text' ? scaleText(child) : child)),
    })),
  });
  const scaleText = (text: TextBlock<ShapedContent>) => typesetter.scaled(text, scale, scale);
  const { start, end, before, after } = block.cellPadding;
  return {
    ...block,
    header: block.header.map(scaleRow),
    rows: block.rows.map(scaleRow),
    cellPadding: {
      start: start * scale,
      end: end * scale,
      before: before * scale,
      after: after * scale,
    },
  };
}
