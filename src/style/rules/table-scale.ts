import type { Table } from 'mdast';
import type { Edges, TableRow, TextBlock } from '../blocks.ts';
import { type Flow, textRoleOf } from '../flow.ts';
import type { InlineContent } from '../inline.ts';
import { plainText } from '../plain-text.ts';

/** Cells are not set smaller than this share of their size: 10.5 pt becomes 6.5 pt, as small as small print. */
const LEAST_SCALE = 0.62;

/** A letter of the sans is about half an em wide, with its share of the semibold of a header. */
const LETTER = 0.55;

/** Longer words than this are addresses and the like, which may break. */
const LONGEST_WORD = 16;

/**
 * How much smaller than usual the cells of a table are set, so that the longest words of its columns stand
 * side by side: 1 where they do anyway. By letters, for nothing is measured before there are glyphs.
 *
 * @param padding of a cell, both sides together, points
 */
export function tableScale(node: Table, padding: number, { run, measure }: Flow): number {
  const letter = textRoleOf(run, 'cell').size * LETTER;
  const count = Math.max(0, ...node.children.map((row) => row.children.length));
  let needed = 0;
  for (let column = 0; column < count; column++) {
    const words = node.children.flatMap((row) => {
      const cell = row.children[column];
      return cell === undefined ? [] : plainText(cell).split(/[\s/–-]+/);
    });
    const longest = Math.max(
      0,
      ...words.map((word) => [...word.normalize('NFC').replace(/\p{Mn}/gu, '')].length),
    );
    needed += Math.min(longest, LONGEST_WORD) * letter + padding;
  }
  return needed <= measure ? 1 : Math.max(LEAST_SCALE, measure / needed);
}

/** The same row with all its type in another size. */
export function scaleRow(row: TableRow<InlineContent>, scale: number, flow: Flow): TableRow<InlineContent> {
  if (scale === 1) return row;
  const cells = row.cells.map(({ children }) => ({
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
