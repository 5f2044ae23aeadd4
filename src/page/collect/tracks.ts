import { unreachable } from '../../base/unreachable.ts';
import type { Track } from '../../style/blocks.ts';

/** Widths of what stands in a column. Points. */
export interface IntrinsicWidth {
  /** Of the longest number or word that must not be cut; not more than `min`. */
  readonly whole: number;
  readonly min: number;
  /** Of the longest line, were none broken. */
  readonly max: number;
}

export const NO_WIDTH: IntrinsicWidth = { whole: 0, min: 0, max: 0 };

export function addWidths(intrinsic: readonly IntrinsicWidth[]): IntrinsicWidth {
  let whole = 0;
  let min = 0;
  let max = 0;
  for (const one of intrinsic) {
    whole += one.whole;
    min += one.min;
    max += one.max;
  }
  return { whole, min, max };
}

export function greaterWidth(one: IntrinsicWidth, other: IntrinsicWidth): IntrinsicWidth {
  return {
    whole: Math.max(one.whole, other.whole),
    min: Math.max(one.min, other.min),
    max: Math.max(one.max, other.max),
  };
}

export function widenWidth({ whole, min, max }: IntrinsicWidth, by: number): IntrinsicWidth {
  return { whole: whole + by, min: min + by, max: max + by };
}

/**
 * Widths of columns that together never exceed `available`. Fixed tracks come first, then content tracks
 * up to their natural width, then fractions share the rest (never less than their longest word while
 * there is room).
 *
 * @param fill whether content tracks grow, in proportion, where no fraction takes up the rest (tables,
 *   whose rules span the measure)
 */
export function trackWidths(
  tracks: readonly Track[],
  intrinsic: readonly IntrinsicWidth[],
  available: number,
  fill: boolean,
): readonly number[] {
  const fixed = sumOf(tracks, (track) => (track.kind === 'points' ? track.points : 0));
  const shrink = fixed > available ? available / fixed : 1;
  const room = Math.max(0, available - fixed);
  const fractions = sumOf(tracks, fractionOf);
  const fractionMin = sumOf(tracks, (track, index) =>
    track.kind === 'fraction' ? intrinsic[index]!.min : 0,
  );
  const content = intrinsic.filter((_, index) => tracks[index]!.kind === 'content');
  // Numbers in content columns may be wide, but half of the room stays for the columns of running text.
  const contentRoom = content.length === 0 ? 0 : Math.max(0, room - Math.min(fractionMin, room / 2));
  const widths = contentWidths(content, contentRoom, fill && fractions === 0);
  const rest = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0));
  const fractionWidths = shareFractions(tracks, intrinsic, rest);
  let next = 0;
  return tracks.map((track, index) => {
    switch (track.kind) {
      case 'points':
        return track.points * shrink;
      case 'fraction':
        return fractionWidths[index]!;
      case 'content':
        return widths[next++]!;
      default:
        return unreachable(track, 'points, fraction, content');
    }
  });
}

/**
 * Natural widths if they fit. Else the columns that would have no more than an even share keep theirs, for there
 * a break would save nothing, and the others divide the rest by what they hold, so that their lines come
 * out equal in number.
 */
function contentWidths(intrinsic: readonly IntrinsicWidth[], room: number, fill: boolean): number[] {
  const { whole, min, max } = addWidths(intrinsic);
  if (max <= room) return fill ? fillWidths(intrinsic, room) : intrinsic.map((one) => one.max);
  if (min >= room) return tightWidths(intrinsic, whole, min, room);
  let left = room;
  let open = intrinsic.map((_, index) => index);
  for (let narrow = open; narrow.length > 0; ) {
    const even = left / open.length;
    narrow = open.filter((index) => intrinsic[index]!.max <= even);
    left -= narrow.reduce((sum, index) => sum + intrinsic[index]!.max, 0);
    open = open.filter((index) => !narrow.includes(index));
  }
  const tracks = intrinsic.map(
    ({ max: natural }, index): Track =>
      open.includes(index) ? { kind: 'fraction', fraction: natural } : { kind: 'points', points: natural },
  );
  const shared = shareFractions(tracks, intrinsic, left);
  return intrinsic.map((one, index) => (open.includes(index) ? shared[index]! : one.max));
}

/**
 * Natural widths grown in proportion, so that columns look equally full. A column of signs or single digits grows
 * as one of half the average would, or the table would look as if it lacked one; each has its natural width.
 */
function fillWidths(intrinsic: readonly IntrinsicWidth[], room: number): number[] {
  const average = intrinsic.reduce((sum, one) => sum + one.max, 0) / Math.max(1, intrinsic.length);
  const tracks = intrinsic.map(
    ({ max }): Track => ({ kind: 'fraction', fraction: Math.max(max, average / 2) }),
  );
  return shareFractions(
    tracks,
    intrinsic.map((one) => ({ ...one, min: one.max })),
    room,
  );
}

/**
 * Where not even the longest words stand side by side: each column has what must not be cut, and the long words
 * share what is left; where that is not to be had either, all are cut in proportion.
 */
function tightWidths(
  intrinsic: readonly IntrinsicWidth[],
  whole: number,
  min: number,
  room: number,
): number[] {
  if (min <= 0) return intrinsic.map(() => 0);
  if (whole >= room) return intrinsic.map((one) => (one.whole / whole) * room);
  const share = (room - whole) / (min - whole);
  return intrinsic.map((one) => one.whole + (one.min - one.whole) * (min > whole ? share : 0));
}

/** Shares `rest` by weight, but lifts a track to its longest word at the cost of those with room to spare. */
function shareFractions(
  tracks: readonly Track[],
  intrinsic: readonly IntrinsicWidth[],
  rest: number,
): number[] {
  const widths = tracks.map(() => 0);
  let open = tracks.flatMap((track, index) => (track.kind === 'fraction' ? [index] : []));
  let left = rest;
  const least = open.reduce((sum, index) => sum + intrinsic[index]!.min, 0);
  while (open.length > 0) {
    const weight = open.reduce((sum, index) => sum + fractionOf(tracks[index]!), 0);
    const shareOf = (index: number) =>
      weight > 0 ? (left * fractionOf(tracks[index]!)) / weight : left / open.length;
    const tight = least <= rest ? open.filter((index) => shareOf(index) < intrinsic[index]!.min) : [];
    // Everyone has enough (or nobody can have): the shares stand.
    if (tight.length === 0 || tight.length === open.length) {
      for (const index of open) widths[index] = shareOf(index);
      return widths;
    }
    for (const index of tight) widths[index] = intrinsic[index]!.min;
    left -= tight.reduce((sum, index) => sum + intrinsic[index]!.min, 0);
    open = open.filter((index) => !tight.includes(index));
  }
  return widths;
}

function fractionOf(track: Track): number {
  return track.kind === 'fraction' ? track.fraction : 0;
}

function sumOf(tracks: readonly Track[], widthOf: (track: Track, index: number) => number): number {
  return tracks.reduce((sum, track, index) => sum + widthOf(track, index), 0);
}
