import { COMPONENT, componentSize } from './component.ts';
import { type DamageReason, FontDamage } from './font-damage.ts';
import { viewOf } from './sfnt-file.ts';

/** Flags of a point (OpenType 1.9, `glyf`, simple glyph description). */
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;

const HEADER_SIZE = 10;
/** What 16 bits with a sign count; a glyph of all of its components has some hundreds. */
const MOST_POINTS = 0x7fff;
/** Of components inside components: honest fonts have two. */
const MOST_DEPTH = 16;
/** Not known yet, and being found out. */
const UNKNOWN = -1;
const UNDER_WAY = -2;

/**
 * Whether each glyph of `glyf` is an outline, or composed of such, each time inside its own bytes.
 *
 * @param offsets of glyphs, rising and inside the table
 * @throws FontDamage
 */
export function checkGlyphs(table: Uint8Array, offsets: Uint32Array): void {
  const glyphs = new Glyphs(table, offsets);
  for (let glyph = 0; glyph < offsets.length - 1; glyph++) glyphs.count(glyph, 0);
}

class Glyphs {
  readonly #view: DataView;
  readonly #offsets: Uint32Array;
  /** Points of each glyph. */
  readonly #points: Int32Array;

  constructor(table: Uint8Array, offsets: Uint32Array) {
    this.#view = viewOf(table);
    this.#offsets = offsets;
    this.#points = new Int32Array(offsets.length - 1).fill(UNKNOWN);
  }

  /** Points of a glyph with those of its components. @throws FontDamage */
  count(glyph: number, depth: number): number {
    const known = this.#points[glyph]!;
    if (known >= 0) return known;
    if (known === UNDER_WAY || depth > MOST_DEPTH) throw this.#damage('circle', glyph);
    this.#points[glyph] = UNDER_WAY;
    const [start, end] = [this.#offsets[glyph]!, this.#offsets[glyph + 1]!];
    // Too short for a header is no outline to anyone.
    const isEmpty = end - start < HEADER_SIZE;
    const contours = isEmpty ? 0 : this.#view.getInt16(start);
    const points =
      contours < 0
        ? this.#countComponents(glyph, start + HEADER_SIZE, end, depth)
        : contours === 0
          ? 0
          : this.#countPoints(glyph, start + HEADER_SIZE, end, contours);
    if (points > MOST_POINTS) throw this.#damage('points', glyph);
    this.#points[glyph] = points;
    return points;
  }

  #countPoints(glyph: number, start: number, end: number, contours: number): number {
    const view = this.#view;
    const flags = start + 2 * contours + 2;
    if (flags > end) throw this.#damage('glyph-short', glyph);
    let last = -1;
    for (let at = start; at < flags - 2; at += 2) {
      const point = view.getUint16(at);
      if (point <= last) throw this.#damage('contours', glyph);
      last = point;
    }
    const size = this.#measurePoints(glyph, flags + view.getUint16(flags - 2), end, last + 1);
    if (size > end) throw this.#damage('glyph-short', glyph);
    return last + 1;
  }

  /** Where the coordinates of so many points end. */
  #measurePoints(glyph: number, start: number, end: number, count: number): number {
    const view = this.#view;
    let at = start;
    let coordinates = 0;
    for (let left = count; left > 0; ) {
      if (at >= end) throw this.#damage('glyph-short', glyph);
      const flag = view.getUint8(at++);
      let times = 1;
      if (flag & REPEAT) {
        if (at >= end) throw this.#damage('glyph-short', glyph);
        times += view.getUint8(at++);
      }
      if (times > left) throw this.#damage('glyph-short', glyph);
      left -= times;
      coordinates += times * (sizeOf(flag, X_SHORT, X_SAME) + sizeOf(flag, Y_SHORT, Y_SAME));
    }
    return at + coordinates;
  }

  #countComponents(glyph: number, start: number, end: number, depth: number): number {
    const view = this.#view;
    let at = start;
    let points = 0;
    let flags: number;
    do {
      if (at + 4 > end) throw this.#damage('glyph-short', glyph);
      flags = view.getUint16(at);
      const component = view.getUint16(at + 2);
      const size = componentSize(flags);
      if (at + size > end) throw this.#damage('glyph-short', glyph);
      if (component >= this.#points.length) throw this.#damage('component', glyph);
      const more = this.count(component, depth + 1);
      if (!(flags & COMPONENT.argumentsAreXY)) {
        const [own, its] =
          flags & COMPONENT.wordArguments
            ? [view.getUint16(at + 4), view.getUint16(at + 6)]
            : [view.getUint8(at + 4), view.getUint8(at + 5)];
        if (own >= points || its >= more) throw this.#damage('component', glyph);
      }
      points += more;
      if (points > MOST_POINTS) throw this.#damage('points', glyph);
      at += size;
    } while (flags & COMPONENT.moreComponents);
    if (flags & COMPONENT.instructions && (at + 2 > end || at + 2 + view.getUint16(at) > end))
      throw this.#damage('glyph-short', glyph);
    return points;
  }

  #damage(reason: DamageReason, glyph: number): FontDamage {
    return new FontDamage('glyf', reason, glyph);
  }
}

/** Bytes of a coordinate. */
function sizeOf(flag: number, short: number, same: number): number {
  if (flag & short) return 1;
  return flag & same ? 0 : 2;
}
