import { element } from '../base/xml.ts';
import { columnsFor } from '../style/column-count.ts';
import { number } from '../vector/svg/write-path.ts';
import type { PartWriter, WritePlace } from './part-writer.ts';

/** As many columns as the screen has room for, the most that the print may have. */
export function openColumns(
  set: { readonly count: number; readonly gap: number; readonly leastWidth: number },
  at: WritePlace,
  writer: PartWriter,
): WritePlace {
  const em = writer.draft.theme.text.size;
  const ems = (points: number) => `${number(points / em)}em`;
  const least = Math.max(set.leastWidth, LEAST_COLUMN * em);
  const node = element('div', { style: `columns: ${set.count} ${ems(least)}; column-gap: ${ems(set.gap)}` });
  at.node.children.push(node);
  return { ...at, node, measure: columnsFor(set, at.measure).width };
}

/** Of text sizes: the screen of a telephone, some twenty wide, has one column. */
const LEAST_COLUMN = 14;
