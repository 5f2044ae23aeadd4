import type { Table } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import { originAt, type Passage } from '../passage.ts';
import { isLatinNumber, NUMBER } from './mixed-digits.ts';

/**
 * Both sets of digits in the cells of one table, where no reader compares them. One warning for a table, at
 * the first number of the rarer set. Cells are read that have no words at all.
 */
export function reportMixedTables(passages: readonly Passage[], sink: Sink): void {
  const tables = new Map<Table, Passage[]>();
  for (const passage of passages) {
    if (passage.table === null || passage.kind === 'code') continue;
    const cells = tables.get(passage.table);
    if (cells) cells.push(passage);
    else tables.set(passage.table, [passage]);
  }
  for (const cells of tables.values()) reportTable(cells, sink);
}

function reportTable(cells: readonly Passage[], sink: Sink): void {
  const european: (readonly [Passage, number])[] = [];
  const others: (readonly [Passage, number])[] = [];
  for (const cell of cells) {
    for (const { 0: number, index } of cell.text.matchAll(NUMBER)) {
      const isEuropean = number.charCodeAt(0) < 0x40;
      if (isEuropean && isLatinNumber(cell.text, index, index + number.length)) continue;
      (isEuropean ? european : others).push([cell, index]);
    }
  }
  if (european.length === 0 || others.length === 0) return;
  const [rarer, more] = european.length <= others.length ? [european, others] : [others, european];
  const [cell, index] = rarer[0]!;
  sink.report('mixed-digits-table', originAt(cell, index), { few: rarer.length, many: more.length });
}
