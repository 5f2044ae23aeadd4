/** Steps that people count in, the nicest first (Q of the paper). */
const STEPS = [1, 5, 2, 2.5, 4, 3];
/** Of the values, what lies between them: of less numbers keep no steps. */
const NARROW = 1e-9;
/** Labels of one axis. */
const MOST = 12;
/** Of simplicity, coverage, density and legibility; all labels here are equally legible. */
const [SIMPLE, COVERS, DENSE] = [0.2, 0.25, 0.5];
const LEGIBLE = 0.05;

export interface Ticks {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly values: readonly number[];
  /** Places behind the point that all labels need. */
  readonly decimals: number;
}

/**
 * Labels of an axis that holds all data: J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for
 * Positioning Tick Labels on Axes", 2010; here each step is labelled (j = 1), for every second of a step is none that people count in.
 *
 * @param wanted about how many labels there is room for, two at least
 */
export function findTicks(least: number, most: number, wanted: number): Ticks {
  const isWide = most - least > Math.max(Math.abs(least), Math.abs(most)) * NARROW;
  const [low, high] = isWide ? [least, most] : widen(least);
  let best = { score: Number.NEGATIVE_INFINITY, from: low, step: high - low, count: 2 };
  for (const [place, base] of STEPS.entries()) {
    for (let count = 2; count <= MOST; count++) {
      const ratio = (count - 1) / (wanted - 1);
      const density = 2 - Math.max(ratio, 1 / ratio);
      const first = Math.ceil(Math.log10((high - low) / (count + 1) / base));
      for (let power = first; power < first + 3; power++) {
        const step = base * 10 ** power;
        for (let at = Math.floor(high / step) - (count - 1); at <= Math.ceil(low / step); at++) {
          const [from, to] = [at * step, (at + count - 1) * step];
          // the axis holds all data
          if (from > low + step * 1e-9 || to < high - step * 1e-9) continue;
          const simplicity = 1 - place / (STEPS.length - 1) + (from <= 0 && to >= 0 ? 0 : -1);
          const coverage = 1 - (0.5 * ((high - to) ** 2 + (low - from) ** 2)) / (0.1 * (high - low)) ** 2;
          const score = SIMPLE * simplicity + COVERS * coverage + DENSE * density + LEGIBLE;
          if (score > best.score) best = { score, from, step, count };
        }
      }
    }
  }
  return ticksOf(best.from, best.step, best.count);
}

/** About one value there is room above and below. */
function widen(value: number): readonly [number, number] {
  const room = value === 0 ? 1 : Math.abs(value) / 2;
  return [value - room, value + room];
}

function ticksOf(from: number, step: number, count: number): Ticks {
  const places = Math.ceil(-Math.log10(step) - 1e-9);
  const decimals = Math.min(12, Math.max(0, isWhole(step * 10 ** places) ? places : places + 1));
  // sums of steps in binary are a little beside what people write
  const values = Array.from({ length: count }, (_, index) => Math.round((from + index * step) / step) * step);
  return { from: values[0]!, to: values.at(-1)!, step, values, decimals };
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;
