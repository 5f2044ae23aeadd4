import type { FlowEntry } from '../flow-item.ts';

/** The header of a table comes again where a page or a column begins inside the table; null elsewhere. */
export function repeatedBefore(first: FlowEntry): FlowEntry | null {
  const { item, panels, opens } = first;
  if (item.kind !== 'box' || item.repeats === null) return null;
  return {
    item: item.repeats,
    space: 0,
    penalty: 0,
    panels,
    opens,
    closes: 0,
    columns: null,
    columnPenalty: 0,
  };
}

/** Items that a page or a column begins with. */
export function withRepeated(entries: readonly FlowEntry[]): readonly FlowEntry[] {
  const [first] = entries;
  const repeated = first === undefined ? null : repeatedBefore(first);
  return repeated === null ? entries : [repeated, ...entries];
}
