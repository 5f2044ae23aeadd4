import type { Origin } from '../../base/origin.ts';
import type { Edges, TableRow, TextBlock } from '../blocks.ts';
import { type Flow, textRoleOf } from '../flow.ts';
import type { InlineContent } from '../inline.ts';
import { measureInlines } from '../measure-inlines.ts';

/** Cells are not set smaller than this share of their size for the sake of long words: 10.5 pt becomes 6.5 pt. */
const LEAST_SCALE = 0.62;

/** Below this, points, type is smaller than the small print of a contract, and it is said. */
const LEAST_SIZE = 6;

/** Longer words than this are addresses and the like, which may be cut: they count as wide as this many letters. */
const LONGEST_WHOLE = 12;

/**
 * How much smaller than usual the cells of a table are set, so that the longest words of its columns stand
 * side by side: 1 where they do anyway. Words of up to twelve letters and numbers are never cut, and are set as
 * small as that takes; for longer ones type shrinks to small print.
 *
 * @param padding of a cell, both sides together, points
 */
export function tableScale(
  rows: readonly TableRow<InlineContent>[],
  padding: number,
  origin: Origin,
  flow: Flow,
): number {
  const { run, measure } = flow;
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length));
  let whole = 0;
  let wanted = 0;
  for (let column = 0; column < count; column++) {
    const widths = rows.map(({ cells }) => widestWords(cells[column]?.children ?? [], flow));
    whole += Math.max(0, ...widths.map((width) => width.whole)) + padding;
    wanted += Math.max(0, ...widths.map((width) => width.wanted)) + padding;
  }
  if (wanted <= measure) return 1;
  const scale = Math.min(Math.max(LEAST_SCALE, measure / wanted), whole > measure ? measure / whole : 1);
  const size = textRoleOf(run, 'cell').size * scale;
  if (size < LEAST_SIZE) run.sink.report('table-too-wide', origin, { size: size.toFixed(1), columns: count });
  return scale;
}

/** Points: of words that are never cut, and of all, the longest counted as far as they may be. */
interface Widest {
  readonly whole: number;
  readonly wanted: number;
}

function widestWords(blocks: TableRow<InlineContent>['cells'][number]['children'], { run }: Flow): Widest {
  let whole = 0;
  let wanted = 0;
  for (const block of blocks) {
    if (block.kind !== 'text') continue;
    for (const inline of block.content) {
      if (inline.kind !== 'text') continue;
      for (const word of inline.text.split(BETWEEN_WORDS)) {
        const letters = lettersOf(word);
        if (letters === 0) continue;
        const width = measureInlines([{ ...inline, text: word }], run);
        const isWhole = letters <= LONGEST_WHOLE || isNumber(word);
        const counted = isWhole ? width : (width * LONGEST_WHOLE) / letters;
        if (isWhole) whole = Math.max(whole, width);
        wanted = Math.max(wanted, counted);
      }
    }
  }
  return { whole, wanted };
}

/** Where a line may end. */
const BETWEEN_WORDS = /[ \t\n/–-]+/;

/** Marks above and below letters are none. */
function lettersOf(word: string): number {
  return [...word.normalize('NFC').replace(/\p{Mn}/gu, '')].length;
}

function isNumber(word: string): boolean {
  return /^[\p{P}\p{S}\p{Nd}\u200E\u200F\u061C\u00A0\u2009\u202F]+$/u.test(word);
}

/** The same row with all its type in another size. */
export function scaleRow(row: TableRow<InlineContent>, scale: number, flow: Flow): TableRow<InlineContent> {
  if (scale === 1) return row;
  const cells = row.cells.map(({ children, alignAt }) => ({
    alignAt,
    children: children.map((child) => (child.kind === 'text' ? scaleText(child, scale, flow) : child)),
  }));
  return { ...row, cells };
}

export function scalePadding({ start, end, before, after }: Edges, scale: number): Edges {
  return { start: start * scale, end: end * scale, before: before * scale, after: after * scale };
}

function scaleText(block: TextBlock<InlineContent>, scale: number, { run }: Flow): TextBlock<InlineContent> {
  const { paragraph } = block;
  return {
    ...block,
    paragraph: { ...paragraph, leading: paragraph.leading * scale },
    content: block.content.map((inline) => {
      const { size, rise } = inline.style;
      return { ...inline, style: run.styles.vary(inline.style, { size: size * scale, rise: rise * scale }) };
    }),
  };
}
