/** Units beyond which a name is not compared: the work grows with the square of its length. */
const LONGEST = 200;

/** Names compared in one text: of 100 slips each with 500 names. Then what was meant is no longer looked for. */
const MOST_COMPARISONS = 50_000;

/** Looks for what was meant where both the slips and the names may be thousands. */
export class Guesses {
  #remaining = MOST_COMPARISONS;

  /** @returns as `nearest`; null also where too many have been looked for already */
  nearest(name: string, candidates: ReadonlyMap<string, unknown>): string | null {
    if (candidates.size > this.#remaining) return null;
    this.#remaining -= candidates.size;
    return nearest(name, candidates.keys());
  }
}

/**
 * The candidate that `name` was most likely meant to be, or null when none is near enough to be worth
 * suggesting: at most one slip in three characters (and one in a short name). Ties go to the first.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > LONGEST) return null;
  const allowed = Math.max(1, Math.floor(name.length / 3));
  let best: string | null = null;
  let fewest = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const slips = countSlips(name.toLowerCase(), candidate.toLowerCase());
    if (slips < fewest) {
      best = candidate;
      fewest = slips;
    }
  }
  return best;
}

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, substitutions and
 * swaps of neighbours that turn `from` into `to`. Names here are short, so three rows of numbers do.
 */
function countSlips(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let slips = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) slips = Math.min(slips, before[j - 2]! + 1);
      row.push(slips);
    }
    before = above;
    above = row;
  }
  return above[to.length]!;
}
