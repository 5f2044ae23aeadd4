import type { FlowEntry, Penalty } from '../flow-item.ts';
import { Cursor, EPSILON } from './cursor.ts';
import type { Region } from './region.ts';

/** How an item stands in the region that is being filled; after the last nothing more can stand. */
type Fit = 'stands' | 'last' | 'full';

/** Goes down a region. */
export interface Filler {
  /** Puts `entry` next, and says whether it stands. */
  take(entry: FlowEntry): Fit;
  /** The worst penalty already taken on the way: a page may end well where one of its columns ends badly. */
  readonly worst: Penalty;
  /** The region may end after what was taken last. */
  markEnd(): void;
}

export interface BestEnd {
  /** The index after the last item that fits. */
  readonly reach: number;
  /** The index after the last item that should stand; where none does, that of the first. */
  readonly end: number;
  readonly penalty: Penalty;
}

/** Goes down as far as items fit, then back to the best place to end: the last one of the lowest penalty. */
export function bestEnd(entries: readonly FlowEntry[], from: number, filler: Filler): BestEnd {
  let end = from;
  let penalty: Penalty = 3;
  let reach = from;
  while (reach < entries.length) {
    const fit = filler.take(entries[reach]!);
    if (fit === 'full') break;
    reach += 1;
    const next = entries[reach]?.penalty ?? 0;
    const here = next > filler.worst ? next : filler.worst;
    if (here <= penalty) {
      end = reach;
      penalty = here;
      filler.markEnd();
    }
    if (fit === 'last') break;
  }
  return { reach, end, penalty };
}

/** Fills a region of nothing but items one under another. */
export class RegionFiller implements Filler {
  readonly worst = 0;
  readonly #cursor: Cursor;
  readonly #height: number;

  constructor({ height, grid }: Region) {
    this.#height = height;
    this.#cursor = new Cursor(grid);
  }

  take(entry: FlowEntry): Fit {
    this.#cursor.advance(entry);
    return this.#cursor.bottom() > this.#height + EPSILON ? 'full' : 'stands';
  }

  markEnd(): void {}

  /** Where the last item taken ends, whether it stands or not. */
  get bottom(): number {
    return this.#cursor.bottom();
  }
}
