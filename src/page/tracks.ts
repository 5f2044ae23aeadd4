import { unreachable } from '../base/unreachable.ts';
import type { Track } from '../style/blocks.ts';

/** Least and natural width of what stands in a column. Points. */
export interface Wants {
  readonly min: number;
  readonly max: number;
}

export function addWants(wants: readonly Wants[]): Wants {
  let min = 0;
  let max = 0;
  for (const want of wants) {
    min += want.min;
    max += want.max;
  }
  return { min, max };
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
  wants: readonly Wants[],
  available: number,
  fill: boolean,
): readonly number[] {
  const fixed = sumOf(tracks, (track) => (track.kind === 'points' ? track.points : 0));
  const shrink = fixed > available ? available / fixed : 1;
  const room = Math.max(0, available - fixed);
  const fractions = sumOf(tracks, fractionOf);
  const fractionMin = sumOf(tracks, (track, index) => (track.kind === 'fraction' ? wants[index]!.min : 0));
  const content = wants.filter((_, index) => tracks[index]!.kind === 'content');
  // Numbers in content columns may be wide, but half of the room stays for the columns of running text.
  const contentRoom = content.length === 0 ? 0 : Math.max(0, room - Math.min(fractionMin, room / 2));
  const widths = contentWidths(content, contentRoom, fill && fractions === 0);
  const rest = Math.max(0, room - widths.reduce((sum, width) => sum + width, 0));
  const fractionWidths = shareFractions(tracks, wants, rest);
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
 * Natural widths if they fit. Else the columns that want no more than an even share keep theirs, for there
 * a break would save nothing, and the others divide the rest by what they hold, so that their lines come
 * out equal in number.
 */
function contentWidths(wants: readonly Wants[], room: number, fill: boolean): number[] {
  const { min, max } = addWants(wants);
  if (max <= room) {
    if (!fill || max === 0) return wants.map((want) => want.max + (fill ? room / wants.length : 0));
    return wants.map((want) => (want.max / max) * room);
  }
  if (min >= room) return wants.map((want) => (min > 0 ? (want.min / min) * room : 0));
  let left = room;
  let open = wants.map((_, index) => index);
  for (let narrow = open; narrow.length > 0; ) {
    const even = left / open.length;
    narrow = open.filter((index) => wants[index]!.max <= even);
    left -= narrow.reduce((sum, index) => sum + wants[index]!.max, 0);
    open = open.filter((index) => !narrow.includes(index));
  }
  const tracks = wants.map(
    ({ max: natural }, index): Track =>
      open.includes(index) ? { kind: 'fraction', fraction: natural } : { kind: 'points', points: natural },
  );
  const shared = shareFractions(tracks, wants, left);
  return wants.map((want, index) => (open.includes(index) ? shared[index]! : want.max));
}

/** Shares `rest` by weight, but lifts a track to its longest word at the cost of those with room to spare. */
function shareFractions(tracks: readonly Track[], wants: readonly Wants[], rest: number): number[] {
  const widths = tracks.map(() => 0);
  let open = tracks.flatMap((track, index) => (track.kind === 'fraction' ? [index] : []));
  let left = rest;
  const least = open.reduce((sum, index) => sum + wants[index]!.min, 0);
  while (open.length > 0) {
    const weight = open.reduce((sum, index) => sum + fractionOf(tracks[index]!), 0);
    const shareOf = (index: number) =>
      weight > 0 ? (left * fractionOf(tracks[index]!)) / weight : left / open.length;
    const tight = least <= rest ? open.filter((index) => shareOf(index) < wants[index]!.min) : [];
    // Everyone has enough (or nobody can have): the shares stand.
    if (tight.length === 0 || tight.length === open.length) {
      for (const index of open) widths[index] = shareOf(index);
      return widths;
    }
    for (const index of tight) widths[index] = wants[index]!.min;
    left -= tight.reduce((sum, index) => sum + wants[index]!.min, 0);
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
