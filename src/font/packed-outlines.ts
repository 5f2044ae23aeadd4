import { concatenate } from '../base/byte-parts.ts';
import { ByteReader } from './byte-reader.ts';
import { COMPONENT, componentSize } from './component.ts';
import { type Contour, type ContourPoint, describeGlyph } from './glyph-description.ts';
import { align, viewOf } from './sfnt-file.ts';

const HEADER_SIZE = 36;

interface Streams {
  readonly contours: ByteReader;
  readonly points: ByteReader;
  readonly flags: ByteReader;
  readonly glyphs: ByteReader;
  readonly composites: ByteReader;
  readonly boxes: ByteReader;
}

/**
 * `glyf` and `loca`, with long offsets, of the table that stands for both in WOFF 2.0 (5.1), and the least x of each
 * glyph. Outlines are as they were; instructions, which no output of ours uses, stay behind.
 *
 * @throws RangeError where the table is damaged
 */
export function restoreOutlines(table: Uint8Array): {
  readonly glyf: Uint8Array;
  readonly loca: Uint8Array;
  readonly bearings: readonly number[];
} {
  const header = new ByteReader(table);
  header.at = 4;
  const count = header.uint16();
  header.at = 8;
  const sizes = Array.from({ length: 7 }, () => header.uint32());
  header.at = HEADER_SIZE;
  const [contours, points, flags, glyphs, composites, boxes] = sizes.map(
    (size) => new ByteReader(header.bytes(size)),
  ) as [ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader];
  const bitmap = boxes.bytes(4 * ((count + 31) >> 5));
  const streams = { contours, points, flags, glyphs, composites, boxes };
  const descriptions: Uint8Array[] = [];
  for (let glyph = 0; glyph < count; glyph++) {
    const hasBox = ((bitmap[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;
    descriptions.push(readGlyph(streams, hasBox));
  }
  return {
    glyf: concatenate(descriptions),
    loca: writeOffsets(descriptions),
    bearings: descriptions.map(leastX),
  };
}

function readGlyph(streams: Streams, hasBox: boolean): Uint8Array {
  const count = streams.contours.uint16();
  const box = hasBox ? streams.boxes.bytes(8) : null;
  if (count === 0) return new Uint8Array(0);
  if (count === 0xffff) return readComposite(streams, box);
  const outline = describeGlyph(readContours(streams, count));
  // Not always the least that holds the points, where the font was made so.
  if (box) outline.set(box, 2);
  return outline;
}

function readContours({ points, flags, glyphs }: Streams, count: number): readonly Contour[] {
  const sizes = Array.from({ length: count }, () => points.packedUint16());
  let [x, y] = [0, 0];
  const contours = sizes.map((size) =>
    Array.from({ length: size }, (): ContourPoint => {
      const flag = flags.uint8();
      const [dx, dy] = readStep(flag & 0x7f, glyphs);
      x += dx;
      y += dy;
      return { x, y, on: flag < 0x80 };
    }),
  );
  // The length of the instructions, which are a stream of their own.
  glyphs.packedUint16();
  return contours;
}

/** The step to a point in one to four bytes, as its flag says (WOFF 2.0, 5.2). */
function readStep(flag: number, bytes: ByteReader): readonly [number, number] {
  const signed = (bit: number, value: number) => (flag & bit ? value : -value);
  const first = bytes.uint8();
  if (flag < 10) return [0, signed(1, ((flag & 14) << 7) + first)];
  if (flag < 20) return [signed(1, (((flag - 10) & 14) << 7) + first), 0];
  if (flag < 84) {
    const high = flag - 20;
    return [
      signed(1, 1 + (high & 0x30) + (first >> 4)),
      signed(2, 1 + ((high & 0x0c) << 2) + (first & 0x0f)),
    ];
  }
  const second = bytes.uint8();
  if (flag < 120) {
    const high = flag - 84;
    const [x, y] = [Math.trunc(high / 12) << 8, ((high % 12) >> 2) << 8];
    return [signed(1, 1 + x + first), signed(2, 1 + y + second)];
  }
  const third = bytes.uint8();
  if (flag < 124) return [signed(1, (first << 4) + (second >> 4)), signed(2, ((second & 0x0f) << 8) + third)];
  return [signed(1, (first << 8) + second), signed(2, (third << 8) + bytes.uint8())];
}

function readComposite({ composites, glyphs }: Streams, box: Uint8Array | null): Uint8Array {
  if (!box) throw new RangeError('a composite glyph without bounds');
  const parts: Uint8Array[] = [Uint8Array.of(0xff, 0xff), box];
  let [flags, hasInstructions] = [0, false];
  do {
    const start = composites.at;
    flags = composites.uint16();
    hasInstructions ||= (flags & COMPONENT.instructions) !== 0;
    composites.at = start;
    const record = composites.bytes(componentSize(flags)).slice();
    viewOf(record).setUint16(0, flags & ~COMPONENT.instructions);
    parts.push(record);
  } while (flags & COMPONENT.moreComponents);
  if (hasInstructions) glyphs.packedUint16();
  const whole = concatenate(parts);
  const padded = new Uint8Array(align(whole.length));
  padded.set(whole);
  return padded;
}

function writeOffsets(descriptions: readonly Uint8Array[]): Uint8Array {
  const loca = new Uint8Array(4 * (descriptions.length + 1));
  let offset = 0;
  descriptions.forEach(({ length }, glyph) => {
    offset += length;
    viewOf(loca).setUint32(4 * (glyph + 1), offset);
  });
  return loca;
}

function leastX(description: Uint8Array): number {
  return description.length === 0 ? 0 : viewOf(description).getInt16(2);
}

/** `hmtx` from which bearings were left out that are the least x of their glyph (WOFF 2.0, 5.4). @throws RangeError */
export function restoreMetrics(table: Uint8Array, hhea: Uint8Array, bearings: readonly number[]): Uint8Array {
  const reader = new ByteReader(table);
  const flags = reader.uint8();
  const full = viewOf(hhea).getUint16(34);
  const advances = Array.from({ length: full }, () => reader.uint16());
  const left = bearings.map((bearing, glyph) => {
    const isLeftOut = flags & (glyph < full ? 1 : 2);
    return isLeftOut ? bearing : reader.int16();
  });
  const metrics = new Uint8Array(4 * full + 2 * Math.max(0, bearings.length - full));
  const view = viewOf(metrics);
  for (const [glyph, advance] of advances.entries()) view.setUint16(4 * glyph, advance);
  for (const [glyph, bearing] of left.entries())
    view.setInt16(glyph < full ? 4 * glyph + 2 : 2 * (full + glyph), bearing);
  return metrics;
}
