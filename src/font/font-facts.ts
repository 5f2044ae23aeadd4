import { viewOf } from './sfnt-file.ts';

/** What a font file says it is (OpenType 1.9: `name`, `OS/2`, `head`, `fvar`). */
export interface FontFacts {
  /** Typographic family (name 16), in all its languages; the plain family (name 1) where there is none. */
  readonly families: readonly string[];
  /** Other names by which this one face, or a few of its family, are known: names 1, 4 and 6. */
  readonly otherNames: readonly string[];
  /** As it is called in its family, such as `Bold Italic` (name 17 or 2). */
  readonly style: string;
  /** 100–900. */
  readonly weight: number;
  /** 1–9; 5 is the usual one. */
  readonly width: number;
  readonly italic: boolean;
  /** Of a variable font, by tag; empty for a plain one. */
  readonly axes: ReadonlyMap<string, Axis>;
}

interface Axis {
  readonly least: number;
  readonly most: number;
}

type Tables = ReadonlyMap<string, Uint8Array>;

/** @throws RangeError where a table is damaged */
export function readFacts(tables: Tables): FontFacts {
  const names = readNames(tables.get('name'));
  const of = (id: number) => names.filter((name) => name.id === id).map(({ text }) => text);
  const os2 = tables.get('OS/2');
  const selection = os2 ? viewOf(os2).getUint16(62) : 0;
  const head = tables.get('head');
  // Bit 0 of fsSelection and bit 1 of macStyle; bit 9 of the first says oblique.
  const italic = (selection & 0x201) !== 0 || (head !== undefined && (viewOf(head).getUint16(44) & 2) !== 0);
  return {
    families: of(16).length > 0 ? of(16) : of(1),
    otherNames: [...(of(16).length > 0 ? of(1) : []), ...of(4), ...of(6)],
    style: of(17)[0] ?? of(2)[0] ?? '',
    weight: os2 ? Math.min(900, Math.max(100, viewOf(os2).getUint16(4))) : 400,
    width: os2 ? viewOf(os2).getUint16(6) : 5,
    italic,
    axes: readAxes(tables.get('fvar')),
  };
}

/** A text of the table `name`, by what it is of the font. */
export interface Name {
  readonly id: number;
  readonly text: string;
}

const RECORD_SIZE = 12;
const UNICODE = 0;
const MACINTOSH = 1;
const WINDOWS = 3;

export function readNames(table: Uint8Array | undefined): readonly Name[] {
  if (!table) return [];
  const view = viewOf(table);
  const start = view.getUint16(4);
  const names: Name[] = [];
  for (let index = 0; index < view.getUint16(2); index++) {
    const record = 6 + RECORD_SIZE * index;
    const platform = view.getUint16(record);
    const [length, offset] = [view.getUint16(record + 8), view.getUint16(record + 10)];
    const bytes = table.subarray(start + offset, start + offset + length);
    const text = platform === WINDOWS || platform === UNICODE ? decodeUtf16(bytes) : decodeAscii(bytes);
    if (text !== '' && (platform !== MACINTOSH || names.length === 0 || isAscii(text)))
      names.push({ id: view.getUint16(record + 6), text });
  }
  return names;
}

function decodeUtf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode((bytes[at]! << 8) | bytes[at + 1]!);
  return text;
}

const decodeAscii = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const isAscii = (text: string) => /^[ -~]+$/.test(text);

function readAxes(table: Uint8Array | undefined): ReadonlyMap<string, Axis> {
  const axes = new Map<string, Axis>();
  if (!table) return axes;
  const view = viewOf(table);
  const [start, count, size] = [view.getUint16(4), view.getUint16(8), view.getUint16(10)];
  for (let at = start; at < start + count * size; at += size) {
    const fixed = (offset: number) => view.getInt32(at + offset) / 0x10000;
    const tag = String.fromCharCode(...table.subarray(at, at + 4));
    axes.set(tag, { least: fixed(4), most: fixed(12) });
  }
  return axes;
}
