import type { Entry, Timeline } from '../../resolve/nodes.ts';
import { makeBox, makeCell, makeRow, makeShape, makeStack, setPhrase, share } from '../build-block.ts';
import { drawEvent, type LineEnds } from '../drawings.ts';
import { boxRoleOf, type Flow, type StyledBlock, textRoleOf } from '../flow.ts';
import { splitEvenly } from './split-evenly.ts';

/**
 * A line from the start side onwards with a dot for each event, its year above and its words below. Each event has a
 * cell of its own, so nothing can overlap at any width; more events than fit go on in a further row, and the line
 * with them.
 */
export function styleTimeline(node: Timeline, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { title, entries, others, origin } = node;
  const groups = splitEvenly(entries, eventsInRow(entries, flow));
  const columns = groups[0]?.length ?? 1;
  const rows = groups.map((group, row) =>
    makeEvents(group, { columns, row, rows: groups.length }, node, flow),
  );
  const above = title === null ? [] : [setPhrase(flow, title)];
  return [makeBox(run, 'timeline', [...above, ...rows, ...run.blocks(others, flow)], origin)];
}

/** So many that no year has to break: a character is about 0.6 em wide in the semibold sans. */
function eventsInRow(entries: readonly Entry[], { run, measure }: Flow): number {
  const { columns, gap } = boxRoleOf(run, 'timeline');
  const longest = Math.max(...entries.map(({ keyLength }) => keyLength));
  const needed = Math.max(longest * 0.6 * textRoleOf(run, 'year').size, LEAST_CELL) + gap;
  return Math.max(1, Math.min(columns, Math.floor(measure / needed)));
}

/** Two short Arabic words in the small sans, points. */
const LEAST_CELL = 64;

interface RowPlace {
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

function makeEvents(group: readonly Entry[], place: RowPlace, { origin }: Timeline, flow: Flow): StyledBlock {
  const isLastRow = place.row === place.rows - 1;
  const cells = group.map((entry, index) => {
    const isLast = isLastRow && index === group.length - 1;
    return makeCell(
      makeEvent(entry, { begins: place.row === 0 && index === 0, ends: isLast }, flow),
      share(1),
    );
  });
  while (cells.length < place.columns) cells.push(makeCell([], share(1)));
  return makeRow(cells, 0, origin, { before: place.row === 0 ? 0 : flow.run.theme.text.leading / 2 });
}

function makeEvent({ key, text, origin }: Entry, ends: LineEnds, flow: Flow): readonly StyledBlock[] {
  const { height, paths } = drawEvent(ends, flow.run.theme);
  const line = makeShape(height, paths, origin);
  return [
    setPhrase(flow, key),
    { ...line, keepWithNext: true },
    makeStack([setPhrase(flow, text)], origin, { end: boxRoleOf(flow.run, 'timeline').gap }),
  ];
}
