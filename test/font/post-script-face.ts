import type { Face } from '../../src/font/face.ts';
import { writeFontFile } from '../../src/font/sfnt-file.ts';

/**
 * A file with PostScript outlines of the very curves of a TrueType face: quadratic curves written as cubic
 * ones, which loses nothing. No package that is to be had carries an Arabic face in both kinds.
 */
export function writePostScriptFile(face: Face): Uint8Array {
  const tables = readTables(face.bytes);
  const count = viewOf(tables.get('maxp')!).getUint16(4);
  for (const tag of ['glyf', 'loca', 'cvt ', 'fpgm', 'prep', 'gasp', 'DSIG']) tables.delete(tag);
  const charStrings = Array.from({ length: count }, (_, glyph) => writeCharString(face.outline(glyph)));
  const maxp = new Uint8Array(6);
  viewOf(maxp).setUint32(0, 0x00005000);
  viewOf(maxp).setUint16(4, count);
  const file = writeFontFile(tables.set('maxp', maxp).set('CFF ', writeCff(charStrings)));
  file.set(new TextEncoder().encode('OTTO'));
  return file;
}

/** By tag. */
export function readTables(file: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(file);
  const tables = new Map<string, Uint8Array>();
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const offset = view.getUint32(at + 8);
    const tag = String.fromCharCode(...file.subarray(at, at + 4));
    tables.set(tag, file.slice(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The Compact Font Format (Adobe Technical Note 5176); glyphs keep the names of ISOAdobe, which nobody asks for. */
function writeCff(charStrings: readonly (readonly number[])[]): Uint8Array {
  const header = [1, 0, 4, 4];
  const name = writeIndex([[...new TextEncoder().encode('Test')]]);
  const emptyIndex = [0, 0];
  // CharStrings (17), and Private (18) of no bytes, both by offset: two and one numbers of five bytes, three operators.
  const dictSize = 5 + 1 + 10 + 1;
  const start = header.length + name.length + (2 + 1 + 8 + dictSize) + 2 * emptyIndex.length;
  const dict = [...dictNumber(start), 17, ...dictNumber(0), ...dictNumber(start), 18];
  return Uint8Array.from([
    ...header,
    ...name,
    ...writeIndex([dict]),
    ...emptyIndex,
    ...emptyIndex,
    ...writeIndex(charStrings),
  ]);
}

function writeIndex(items: readonly (readonly number[])[]): number[] {
  let offset = 1;
  const offsets = [offset, ...items.map((item) => (offset += item.length))];
  return [items.length >> 8, items.length & 0xff, 4, ...offsets.flatMap(uint32), ...items.flat()];
}

function dictNumber(value: number): number[] {
  return [29, ...uint32(value)];
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

type Place = readonly [number, number];
/** From a place by two handles, or straight where there are none, to another. */
interface Segment {
  readonly from: Place;
  readonly handles: readonly Place[];
  readonly to: Place;
}

/** A Type 2 charstring (Adobe Technical Note 5177). Numbers are 16.16; steps add up to the rounded places. */
function writeCharString(path: string): number[] {
  const code: number[] = [];
  let pen: Place = [0, 0];
  const write = (operator: number, ...places: readonly Place[]) => {
    for (const place of places) {
      for (const axis of [0, 1] as const)
        code.push(255, ...uint32(Math.round(place[axis] * 0x10000) - Math.round(pen[axis] * 0x10000)));
      pen = place;
    }
    code.push(operator);
  };
  for (const contour of path.split(/(?=M)/).filter((part) => part !== '')) {
    const segments = readSegments(contour);
    if (segments.length > 0) write(21, segments[0]!.from);
    for (const { handles, to } of segments) write(handles.length === 0 ? 5 : 8, ...handles, to);
  }
  return [...code, 14];
}

/** A contour of straight lines and quadratic curves, backwards: PostScript turns the other way than TrueType. */
function readSegments(contour: string): Segment[] {
  const segments: Segment[] = [];
  let pen: Place = [0, 0];
  for (const [, command, numbers] of contour.matchAll(/([MLQ])([^A-Z]*)/g)) {
    const values = numbers!.split(/[ ,]/).map(Number);
    const to: Place = [values.at(-2)!, values.at(-1)!];
    const handle = (at: Place): Place => [
      at[0] + ((values[0]! - at[0]) * 2) / 3,
      at[1] + ((values[1]! - at[1]) * 2) / 3,
    ];
    const handles = command === 'Q' ? [handle(to), handle(pen)] : [];
    if (command !== 'M') segments.push({ from: to, handles, to: pen });
    pen = to;
  }
  return segments.reverse();
}
