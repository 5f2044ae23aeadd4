import type { Section } from '../../style/styled.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type BreakItem, type FlowEntry, hasInk } from '../flow-item.ts';
import { breakPages } from './break-pages.ts';
import { fillPage, type PageFill, type Work } from './fill-page.ts';
import type { PageRegion, PageRegions } from './page-region.ts';

/** What stands on a page, before anybody knows which page it is. */
type FilledPage = Pick<PageFill, 'body' | 'notes'>;

/** Pages between two page ends, and how the first of them begins. */
export interface PageSequence {
  /** Stands where chapters open. */
  readonly opening: boolean;
  readonly master: Section<ShapedContent>['master'];
  /** Wider than high. */
  readonly turned: boolean;
  /** None where all is white space. */
  readonly pages: readonly FilledPage[];
}

/** Distributes the items of a section over pages. */
export function distribute(
  entries: readonly FlowEntry[],
  { opens, master }: Pick<Section<ShapedContent>, 'opens' | 'master'>,
  regions: PageRegions,
): readonly PageSequence[] {
  const sequences: PageSequence[] = [];
  let sequence = { opening: opens === 'opening', master, turned: false };
  let from = 0;
  const endSequence = (after: number) => {
    const region = sequence.turned ? regions.turned : regions.upright;
    const opensAt = sequence.opening ? regions.opensAt : null;
    sequences.push({
      ...sequence,
      pages: fillPages(trimBlanks(entries.slice(from, after)), region, opensAt),
    });
    from = after + 1;
  };
  for (const [index, { item }] of entries.entries()) {
    if (item.kind !== 'break') continue;
    endSequence(index);
    sequence = beginSequence(item, sequence.turned);
  }
  endSequence(entries.length);
  return sequences;
}

function beginSequence(
  { to, master, turned, origin }: BreakItem,
  before: boolean,
): Omit<PageSequence, 'pages'> {
  return {
    opening: to === 'opening',
    master: master === null ? null : { name: master, origin },
    turned: turned ?? before,
  };
}

function fillPages(
  entries: readonly FlowEntry[],
  region: PageRegion,
  opensAt: PageRegions['opensAt'],
): readonly FilledPage[] {
  const pages: PageFill[] = [];
  if (region.breaks === 'optimal') pages.push(...breakPages(entries, region, opensAt));
  let work: Work = pages.at(-1)?.rest ?? { entries, at: 0, notes: [], floats: [] };
  // Notes and floats that are left over when a run ends get pages of their own before the next run begins.
  while (work.at < entries.length || work.notes.length + work.floats.length > 0) {
    const page = fillPage(work, region);
    pages.push(page);
    work = page.rest;
  }
  return pages;
}

/** White space at the end of a run pushes nothing; it must not make a page of its own. */
function trimBlanks(entries: readonly FlowEntry[]): readonly FlowEntry[] {
  return entries.slice(0, entries.findLastIndex((entry) => hasInk(entry) || entry.item.kind === 'float') + 1);
}
