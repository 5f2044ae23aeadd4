import type { Sink } from '../base/diagnostic.ts';
import type { RawOptions } from '../option-table.ts';

/** What a build may take, of those that say so; null = as much as it likes. */
export interface BuildLimits {
  /** Milliseconds. */
  readonly time: number | null;
  /** Bytes. */
  readonly memory: number | null;
}

const TIME_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 };
const MEMORY_UNITS: Readonly<Record<string, number>> = { MB: 1024 * 1024, GB: 1024 * 1024 * 1024 };

/** A day: what takes longer has no limit. Node counts milliseconds in 31 bits. */
const LONGEST = 24 * 60 * 60 * 1000;

/** Less does not even load the program. */
const LEAST_MEMORY = 64 * MEMORY_UNITS['MB']!;

/** The limits that a command line asks for; null after a report. */
export function readLimits(raw: RawOptions, sink: Sink): BuildLimits | null {
  const time = readAmount('--limit-time', raw.limitTime, TIME_UNITS, [1, LONGEST], '60s, 5min', sink);
  const memory = readAmount(
    '--limit-memory',
    raw.limitMemory,
    MEMORY_UNITS,
    [LEAST_MEMORY, Number.MAX_SAFE_INTEGER],
    '512MB, 2GB',
    sink,
  );
  return time === undefined || memory === undefined ? null : { time, memory };
}

/** @returns null where nothing is said, undefined after a report */
function readAmount(
  option: string,
  written: string | undefined,
  units: Readonly<Record<string, number>>,
  [least, most]: readonly [number, number],
  known: string,
  sink: Sink,
): number | null | undefined {
  if (written === undefined) return null;
  const [, count, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)([A-Za-z]+)$/.exec(written) ?? [];
  const amount = Math.round(Number(count) * (Object.hasOwn(units, unit) ? units[unit]! : Number.NaN));
  if (amount >= least && amount <= most) return amount;
  sink.report('usage-choice', null, { option, value: written, known });
  return undefined;
}
