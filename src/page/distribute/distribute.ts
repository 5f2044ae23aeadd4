import type { Origin } from '../../base/origin.ts';
import { type BreakItem, type FlowEntry, hasInk } from '../flow-item.ts';
import { fillPage, type Work } from './fill-page.ts';
import type { PageRegions } from './page-region.ts';

/** What stands on a page, before anybody knows which page it is. */
interface FilledPage {
  readonly body: readonly FlowEntry[];
  readonly notes: readonly FlowEntry[];
}

/** Pages between two page ends, and how the first of them begins. */
export interface PageRun {
  /** Stands where chapters open. */
  readonly opening: boolean;
  readonly master: { readonly name: string; readonly origin: Origin } | null;
  /** Wider than high. */
  readonly turned: boolean;
  readonly pages: readonly FilledPage[];
}

/** Distributes the items of a flow over pages. */
export function distribute(entries: readonly FlowEntry[], regions: PageRegions): readonly PageRun[] {
  return splitRuns(entries).map(({ entries: own, ...run }) => {
    const region = run.turned ? regions.turned : regions.upright;
    const pages: FilledPage[] = [];
    let work: Work = { entries: own, at: 0, notes: [] };
    // Notes that are left over when a run ends get pages of their own before the next run begins.
    while (work.at < own.length || work.notes.length > 0) {
      const { body, notes, rest } = fillPage(work, region);
      pages.push({ body, notes });
      work = rest;
    }
    return { ...run, pages };
  });
}

/** What is to stand on the pages of a run. */
type RunOfEntries = Omit<PageRun, 'pages'> & { readonly entries: readonly FlowEntry[] };

/** Page ends without ink between them are one page end; the last master named holds. */
function splitRuns(entries: readonly FlowEntry[]): readonly RunOfEntries[] {
  const runs: RunOfEntries[] = [];
  let opening = false;
  let master: PageRun['master'] = null;
  let turned = false;
  let from = 0;
  const endRun = (after: number) => {
    const own = trimBlanks(entries.slice(from, after));
    from = after + 1;
    if (own.length === 0) return;
    runs.push({ opening, master, turned, entries: own });
    opening = false;
    master = null;
  };
  const begin = (end: BreakItem) => {
    opening ||= end.to === 'opening';
    if (end.turned !== null) turned = end.turned;
    if (end.master !== null) master = { name: end.master, origin: end.origin };
  };
  for (const [index, { item }] of entries.entries()) {
    if (item.kind !== 'break') continue;
    endRun(index);
    begin(item);
  }
  endRun(entries.length);
  return runs;
}

/** White space at the end of a run pushes nothing; it must not make a page of its own. */
function trimBlanks(entries: readonly FlowEntry[]): readonly FlowEntry[] {
  return entries.slice(0, entries.findLastIndex(hasInk) + 1);
}
