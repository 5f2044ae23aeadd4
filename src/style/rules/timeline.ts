import type { Entry, Timeline } from '../../resolve/nodes.ts';
import { textStyleIn } from '../../theme/rows.ts';
import type { TextBlock } from '../blocks.ts';
import {
  makeBox,
  makeCell,
  makeChoice,
  makeRow,
  makeShape,
  makeStack,
  setPhrase,
  share,
} from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle } from '../context.ts';
import { DOT_RADIUS, drawEvent, drawEventBelow, EVENT_INSET, type LineEnds } from '../drawings.ts';
import type { InlineContent } from '../inline.ts';
import { splitEvenly } from './split-evenly.ts';

/**
 * A line from the start side onwards with a dot for each event, its year above and its words below. Each event has a
 * cell of its own, so nothing can overlap at any width; more events than fit go on in a further row, and the line
 * with them.
 */
export function styleTimeline(node: Timeline, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { title, entries, others, origin } = node;
  if (node.isVertical) return styleDown(node, scope);
  const events = entries.map((entry) => setEvent(entry, scope));
  const keys = events.map(({ key }) => key);
  const { gap } = themeBoxStyle(context, 'timeline');
  const most = Math.max(1, Math.min(themeBoxStyle(context, 'timeline').columns, events.length));
  const options = Array.from({ length: most }, (_, fewer) => {
    const groups = splitEvenly(events, most - fewer);
    // no year may break
    const width = { texts: keys, least: LEAST_CELL, plus: gap, times: most - fewer };
    return { needs: { kind: 'width', width } as const, block: makeRows(groups, node, scope) };
  });
  const above = title === null ? [] : [setPhrase(scope, title)];
  return [
    makeBox(
      context,
      'timeline',
      [...above, makeChoice(options, origin), ...context.blocks(others, scope)],
      origin,
    ),
  ];
}

/** One event below another, beside a line that goes on over the ends of pages; each with its dot and its year. */
function styleDown({ title, entries, others, origin }: Timeline, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { theme } = context;
  const line = {
    edge: 'start',
    rule: { width: 1, color: theme.colors['sand'] ?? '#000000' },
    length: null,
  } as const;
  const { leading } = textStyleIn(theme, 'year');
  const { height, paths } = drawEventBelow(leading, theme);
  const below = theme.text.leading / 2;
  const events = entries.map((entry, index) => {
    const { key, text } = setEvent(entry, scope);
    const dot = { ...makeShape(height, paths, entry.origin), keepWithNext: true };
    const last = index === entries.length - 1 ? 0 : below;
    const space = { start: EVENT_INSET, end: 0, before: 0, after: last };
    const words = { ...text, spaceBefore: 0 };
    return {
      ...makeStack([dot, { ...key, keepWithNext: true }, words], entry.origin),
      padding: space,
      rules: [line],
    };
  });
  const above = title === null ? [] : [setPhrase(scope, title)];
  // the line stands in the middle of the dots, which begin where the text does
  const inset = makeStack(events, origin, { start: DOT_RADIUS });
  const box = makeBox(context, 'timeline', [...above, inset, ...context.blocks(others, scope)], origin);
  return [{ ...box, keepTogether: false }];
}

/** What is said of an event, set once for all shapes of the line. */
interface Event {
  readonly key: TextBlock<InlineContent>;
  readonly text: TextBlock<InlineContent>;
  readonly origin: Entry['origin'];
}

function setEvent({ key, text, origin }: Entry, scope: BlockScope): Event {
  return { key: setPhrase(scope, key), text: setPhrase(scope, text), origin };
}

function makeRows(groups: readonly (readonly Event[])[], node: Timeline, scope: BlockScope): StyledBlock {
  const columns = groups[0]?.length ?? 1;
  const rows = groups.map((group, row) =>
    makeEvents(group, { columns, row, rows: groups.length }, node, scope),
  );
  return makeStack(rows, node.origin);
}

/** Two short Arabic words in the small sans, points. */
const LEAST_CELL = 64;

interface RowPlace {
  readonly columns: number;
  readonly row: number;
  readonly rows: number;
}

function makeEvents(
  group: readonly Event[],
  place: RowPlace,
  { origin }: Timeline,
  scope: BlockScope,
): StyledBlock {
  const isLastRow = place.row === place.rows - 1;
  const cells = group.map((event, index) => {
    const isLast = isLastRow && index === group.length - 1;
    return makeCell(
      makeEvent(event, { begins: place.row === 0 && index === 0, ends: isLast }, scope),
      share(1),
    );
  });
  while (cells.length < place.columns) cells.push(makeCell([], share(1)));
  return makeRow(cells, 0, origin, { before: place.row === 0 ? 0 : scope.context.theme.text.leading / 2 });
}

function makeEvent({ key, text, origin }: Event, ends: LineEnds, scope: BlockScope): readonly StyledBlock[] {
  const { height, paths } = drawEvent(ends, scope.context.theme);
  const line = makeShape(height, paths, origin);
  return [
    key,
    { ...line, keepWithNext: true },
    makeStack([text], origin, { end: themeBoxStyle(scope.context, 'timeline').gap }),
  ];
}
