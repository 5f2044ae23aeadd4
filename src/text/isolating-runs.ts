import { BN, L, LRE, PDF, R } from './unicode/bidi-class.ts';

/** What X9 takes out of the text, which later rules do not see. */
export const isRemovedByX9 = (type: number): boolean => type === BN || (type >= LRE && type <= PDF);

export const directionOf = (level: number): number => (level % 2 === 1 ? R : L);

/** X10, BD13: indices of one isolating run sequence, with its types to be rewritten and its borders' directions. */
export interface Sequence {
  readonly indices: Uint32Array;
  readonly types: Uint8Array;
  readonly level: number;
  /** L or R. */
  readonly sos: number;
  readonly eos: number;
}

/**
 * X10: the sequences that later rules are applied to, each by itself.
 *
 * @param matching by BD9: where isolates end and begin, see uax9
 */
export function isolatingRunSequences(
  types: Uint8Array,
  levels: Uint8Array,
  matching: Int32Array,
  paragraphLevel: number,
): readonly Sequence[] {
  const runs = levelRuns(types, levels);
  const runAt = new Map(runs.map((run) => [run[0]!, run]));
  const sequences: Sequence[] = [];
  for (const run of runs) {
    // Overrides rewrite the type of initiators and PDIs, so what they are is read from `matching`.
    const match = matching[run[0]!]!;
    if (match >= 0 && match < run[0]!) continue;
    const indices = joinRuns(run, runAt, matching);
    sequences.push(bordered(indices, types, levels, matching, paragraphLevel));
  }
  return sequences;
}

/** BD7: the indices of each stretch of one level, without what X9 removes. */
function levelRuns(types: Uint8Array, levels: Uint8Array): readonly Uint32Array[] {
  const kept = new Uint32Array(types.length);
  const runs: Uint32Array[] = [];
  let count = 0;
  let start = 0;
  for (let i = 0; i < types.length; i++) {
    if (isRemovedByX9(types[i]!)) continue;
    if (count > start && levels[i] !== levels[kept[start]!]) {
      runs.push(kept.subarray(start, count));
      start = count;
    }
    kept[count++] = i;
  }
  if (count > start) runs.push(kept.subarray(start, count));
  return runs;
}

/** A run and, where it ends in an isolate, the runs that go on after it; nearly always that is the run alone. */
function joinRuns(
  run: Uint32Array,
  runAt: ReadonlyMap<number, Uint32Array>,
  matching: Int32Array,
): Uint32Array {
  const joined = [run];
  for (let tail: Uint32Array | undefined = run; tail; ) {
    const last: number = tail.at(-1)!;
    tail = matching[last]! > last ? runAt.get(matching[last]!) : undefined;
    if (tail) joined.push(tail);
  }
  if (joined.length === 1) return run;
  const indices = new Uint32Array(joined.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of joined) {
    indices.set(part, at);
    at += part.length;
  }
  return indices;
}

function bordered(
  indices: Uint32Array,
  types: Uint8Array,
  levels: Uint8Array,
  matching: Int32Array,
  paragraphLevel: number,
): Sequence {
  const first = indices[0]!;
  const last = indices.at(-1)!;
  const level = levels[first]!;
  const neighbour = (index: number, step: 1 | -1) => {
    for (let i = index + step; i >= 0 && i < types.length; i += step)
      if (!isRemovedByX9(types[i]!)) return levels[i]!;
    return paragraphLevel;
  };
  const before = neighbour(first, -1);
  // A sequence that ends in an unmatched initiator borders on the paragraph's own level.
  const after = matching[last] === types.length ? paragraphLevel : neighbour(last, 1);
  const own = new Uint8Array(indices.length);
  for (let k = 0; k < indices.length; k++) own[k] = types[indices[k]!]!;
  return {
    indices,
    types: own,
    level,
    sos: directionOf(Math.max(level, before)),
    eos: directionOf(Math.max(level, after)),
  };
}
