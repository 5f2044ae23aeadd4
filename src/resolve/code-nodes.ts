import type { TagTarget } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import type { LineDigits } from './code-loader.ts';
import type { TokenStretch } from './cut-tokens.ts';
import type { Phrase } from './nodes.ts';

/** Lines of code that have something before them. */
interface MarkedLines {
  /** The number of the first; null = they have none. */
  readonly numberFrom: number | null;
  /** Which are marked, from 0. */
  readonly marked: ReadonlySet<number>;
}

export interface CodeBlock {
  readonly kind: 'code';
  /** Above it; it stands in an element with the code. */
  readonly caption: Phrase | null;
  readonly text: string;
  /** The same, cut where its direction changes and by what its pieces are. */
  readonly stretches: readonly TokenStretch[];
  /** Which lines are numbered and marked; null = none. */
  readonly lines: MarkedLines | null;
  /** Of the numbers. */
  readonly digits: LineDigits;
  /** Where the code itself begins. */
  readonly start: Pick<Origin, 'line' | 'column'>;
  readonly paragraphTarget: TagTarget;
  readonly tagTarget: TagTarget;
  readonly origin: Origin;
}
