import type { CounterStyle } from '../base/counters.ts';
import type { Sink } from '../base/diagnostic.ts';
import type { FieldInline } from '../style/inline.ts';
import type { Styled } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { ReadField } from './collect/typesetter.ts';
import type { Bound } from './distribute/bind.ts';
import { FactReader, type Facts, gatherFacts, targetsOf } from './facts.ts';

/**
 * Contents settle in two passes, or three where a number with another count of digits moves a line; what
 * needs more than five swings between two states and never settles.
 */
const MOST_PASSES = 5;

/** Pages that say of each other what is true. */
export interface Settled extends Bound {
  readonly facts: Facts;
}

/**
 * Lays the document, looks at which page everything came to stand, and lays it again while a page number
 * that was printed is no longer true.
 *
 * @param lay one pass, with the answers that facts of the pass before give
 */
export function settle(
  document: Styled<ShapedContent>,
  sink: Sink,
  lay: (read: ReadField) => Bound,
): Settled {
  const counter = counterOf(document);
  let facts: Facts | null = null;
  for (let pass = 1; ; pass += 1) {
    const reader = new FactReader(facts, counter);
    const bound = lay(reader.read);
    // Furniture never moves a line, so it is left out until the pages stand.
    facts = gatherFacts(bound.pages);
    const outdated = reader.outdated(facts);
    if (outdated.length > 0 && pass < MOST_PASSES) continue;
    reportUnsettled(outdated, pass, sink);
    reportUnknown(reader.unknown(facts), sink);
    reportMasters(bound, document, sink);
    return { ...bound, facts };
  }
}

/** The digits that page numbers are guessed in. */
function counterOf(document: Styled<ShapedContent>): CounterStyle {
  const first = Object.hasOwn(document.masters, 'first') ? document.masters['first'] : undefined;
  return first?.folio.counter ?? 'decimal';
}

function reportUnsettled(outdated: readonly FieldInline[], passes: number, sink: Sink): void {
  const [first] = outdated;
  if (first === undefined) return;
  const names = new Set(outdated.map(({ field }) => targetsOf(field).join(', ') || field.kind));
  sink.report('pages-not-settled', first.origin, { passes, names: [...names].join(', ') });
}

function reportUnknown(unknown: ReadonlyMap<string, FieldInline>, sink: Sink): void {
  for (const [target, { origin }] of unknown) sink.report('unknown-page-target', origin, { target });
}

function reportMasters({ unknownMasters }: Bound, document: Styled<ShapedContent>, sink: Sink): void {
  const known = Object.keys(document.masters).sort().join(', ');
  for (const [name, origin] of unknownMasters) sink.report('unknown-master', origin, { name, known });
}
