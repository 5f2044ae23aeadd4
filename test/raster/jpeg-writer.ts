/** JPEGs of which every segment is there, and the pixels are one grey: DC codes of no bits, and ends of blocks. */

export interface JpegKind {
  readonly width: number;
  readonly height: number;
  /** 0 baseline, 1 extended, 2 progressive, … */
  readonly process?: number;
  readonly bits?: number;
  readonly channels?: number;
  /** Segments before the tables. */
  readonly before?: readonly Buffer[];
}

export function segment(code: number, body: Uint8Array | readonly number[]): Buffer {
  const size = body.length + 2;
  return Buffer.from([0xff, code, size >> 8, size & 255, ...body]);
}

/** One code of one bit, for the one symbol 0. */
const huffman = (kind: number) => segment(0xc4, [kind * 16, 1, ...Array<number>(15).fill(0), 0]);

export function writeJpeg(kind: JpegKind): Buffer {
  const { width, height, process = 0, bits = 8, channels = 1, before = [] } = kind;
  const named = Array.from({ length: channels }, (_, at) => at + 1);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8) * channels;
  const scan = [channels, ...named.flatMap((name) => [name, 0]), 0, process === 2 ? 0 : 63, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...before,
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0 + process, [bits, ...size, channels, ...named.flatMap((name) => [name, 0x11, 0])]),
    huffman(0),
    huffman(1),
    segment(0xda, scan),
    // two codes of one 0 for each block, and what is left of the last byte in ones
    Buffer.concat([Buffer.alloc(Math.floor((blocks * 2) / 8)), Buffer.from([0xff >> ((blocks * 2) % 8), 0])]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** EXIF as a camera writes it: how it is held, its serial number, where it is, and a thumbnail. */
export function exif(orientation: number, little = false): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  const put16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(3, 8);
  const entry = (at: number, tag: number, type: number, count: number) => {
    put16(tag, at);
    put16(type, at + 2);
    put32(count, at + 4);
  };
  entry(10, 0x010f, 2, 4);
  tiff.write('CAM', 18, 'latin1');
  entry(22, 0x0112, 3, 1);
  put16(orientation, 30);
  entry(34, 0x8825, 4, 1);
  put32(tiff.length, 42);
  const gps = Buffer.from('GPS 51N10 71E25 SERIAL-4711 ', 'latin1');
  const thumbnail = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, gps, thumbnail]));
}
