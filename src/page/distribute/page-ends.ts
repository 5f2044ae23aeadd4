import { type FloatItem, type FlowEntry, hasHeight, hasInk, type Penalty } from '../flow-item.ts';
import { hasPageOfFloats, openPage, type PageEnd, type Work } from './fill-page.ts';
import type { PageRegion } from './page-region.ts';
import { mostSteps, stepOf, stepsBefore } from './stretch.ts';

/** A place where a page could end, and what would be wrong with it. */
export interface PossibleEnd extends PageEnd {
  readonly penalty: Penalty;
  /** Lines of white space at its foot that nothing can fill. */
  readonly short: number;
  /** Whether its last note goes on on the next page. */
  readonly splitsNote: boolean;
  /** Those that a later page is to hold. */
  readonly floats: readonly FloatItem[];
  /** Whether anything of it is seen. */
  readonly hasInk: boolean;
}

/** A page that leaves more is not looked at, unless it would end there by itself. Share of its height. */
const MOST_LEFT = 0.3;

/** Nor more places than these: a page may hold thousands of things without a height. */
const MOST_ENDS = 40;

/** Lines: a page that is shorter than by these is taken for the end of something. */
export const SEEN = 2;

/** Of a page that is nearly full the last part of a line is not seen. */
const PART_OF_LINE = 0.1;

/** The places where a page may end, the last of which is where it would end by itself; none where nothing fits. */
export function possibleEnds(work: Work, region: PageRegion): readonly PossibleEnd[] {
  const { entries, at } = work;
  if (hasPageOfFloats(work, region)) return [];
  const { filler, noted, leavesNotes } = openPage(work, region);
  const ends: PossibleEnd[] = [];
  let greedy: PossibleEnd | null = null;
  const walk = new Walk(region);
  for (let index = at; index < entries.length; ) {
    const entry = entries[index]!;
    const fit = filler.take(entry);
    if (fit === 'full') break;
    for (const stood of filler.taken) walk.pass(stood);
    index += 1;
    const next = entries[index]?.penalty ?? 0;
    const penalty = next > filler.worst ? next : filler.worst;
    const isLast = index === entries.length;
    const isBetter = greedy === null || penalty <= greedy.penalty;
    const { room: left, areaHeight } = noted;
    const isNear = left !== null && left <= region.height * MOST_LEFT;
    if (isBetter || isNear) {
      const { top, bottom, waiting: floats } = filler.plan;
      const splitsNote = fit === 'last' || leavesNotes;
      const room = isLast ? 0 : (left ?? 0);
      const hasInk = walk.hasInk || top.length + bottom.length > 0;
      const filled = walk.fill(splitsNote ? 0 : room);
      const end = { end: index, areaHeight, penalty, splitsNote, floats, hasInk, ...filled };
      if (isBetter) greedy = end;
      if (isNear && hasInk) ends.push(end);
    }
    if (fit === 'last') break;
  }
  return greedy === null ? [] : withGreedy(ends, greedy);
}

/** Beside where the page would end by itself, places that part as little, or a box: what is worse is never better. */
function withGreedy(ends: readonly PossibleEnd[], greedy: PossibleEnd): readonly PossibleEnd[] {
  const good = ends.filter(
    ({ end, penalty }) => end !== greedy.end && penalty <= Math.max(1, greedy.penalty),
  );
  return [...good.slice(-MOST_ENDS), greedy];
}

/** What a page has that could fill it. */
class Walk {
  readonly #region: PageRegion;
  #isFirst = true;
  #steps = 0;
  #fills = false;
  hasInk = false;

  constructor(region: PageRegion) {
    this.#region = region;
  }

  pass(entry: FlowEntry): void {
    const { item } = entry;
    this.hasInk ||= hasInk(entry);
    if (!hasHeight(item)) return;
    if (item.kind === 'glue' && item.grows) this.#fills = true;
    if (!this.#isFirst) this.#steps += stepsBefore(entry, this.#region);
    this.#isFirst = false;
  }

  /** @param room points that are left */
  fill(room: number): Pick<PossibleEnd, 'short' | 'stretch'> {
    if (this.#fills || room <= 0) return { short: 0, stretch: 0 };
    const { leading } = this.#region;
    const step = stepOf(this.#region);
    const wanted = Math.floor(room / step + 0.01);
    const steps = Math.min(wanted, this.#steps, mostSteps(this.#region));
    const linesLeft = (points: number) => Math.floor(points / leading + PART_OF_LINE);
    const short = linesLeft(room - steps * step);
    // A page that stays so short that it is seen is not stretched in vain.
    return short > SEEN ? { short: linesLeft(room), stretch: 0 } : { short, stretch: steps * step };
  }
}
