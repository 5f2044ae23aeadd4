import type { Placing } from '../resolve/nodes.ts';
import { alignText } from '../resolve/placed-text.ts';
import type { LineRun } from './collect-runs.ts';
import type { PartWriter, WordFacts, WritePlace } from './part-writer.ts';

/** A text where its author has said that it stands, and in the direction he has said. */
export function placeText(
  { align, direction: said }: Placing,
  runs: readonly LineRun[],
  at: WritePlace,
  writer: PartWriter,
): WordFacts {
  if (align === null && said === null) return {};
  const direction = said ?? writer.directionOf(runs, at);
  return { ...(align !== null && { align: alignText(align, direction) }), direction };
}
