import type { Size } from '../../base/geometry.ts';

/** CSS Values 4, 6.2: pixels to a unit. */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '': 1,
    px: 1,
    pt: 4 / 3,
    pc: 16,
    mm: 96 / 25.4,
    cm: 96 / 2.54,
    q: 96 / 101.6,
    in: 96,
  }),
);

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const LENGTH = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([a-z%]*)\s*$/i;

/** All numbers of a list; what is not finite is none. */
export function readNumbers(written: string | undefined): readonly number[] {
  return (written?.match(NUMBER) ?? []).map(Number).filter(Number.isFinite);
}

/** What a length is relative to. */
interface LengthScope {
  /** Of what `%` is a part. */
  readonly whole: number;
  readonly fontSize: number;
}

/** A length in units of its surroundings; null where none is written. */
export function readLength(written: string | undefined, { whole, fontSize }: LengthScope): number | null {
  const [, digits, unit = ''] = LENGTH.exec(written ?? '') ?? [];
  if (digits === undefined) return null;
  const value = Number(digits);
  if (!Number.isFinite(value)) return null;
  const name = unit.toLowerCase();
  if (name === '%') return (value / 100) * whole;
  if (name === 'em' || name === 'rem') return value * fontSize;
  if (name === 'ex' || name === 'ch') return (value * fontSize) / 2;
  const factor = UNITS.get(name);
  return factor === undefined ? null : value * factor;
}

/** Of what `%` is a part of a length that runs neither across nor down (SVG 2, 8.9). */
export function diagonalOf({ width, height }: Size): number {
  return Math.hypot(width, height) / Math.SQRT2;
}
