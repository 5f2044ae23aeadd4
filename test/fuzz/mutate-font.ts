import { readFontFile, viewOf, writeFontFile } from '../../src/font/sfnt-file.ts';
import { mutateBytes, type Random } from './random.ts';

/** Fields of 16 bits that others are counted and found by, in the tables that all text needs. */
const FIELDS: readonly (readonly [tag: string, at: number])[] = [
  ['head', 18],
  ['head', 50],
  ['maxp', 4],
  ['hhea', 34],
  ['hhea', 4],
  ['hhea', 6],
  ['OS/2', 0],
  ['OS/2', 68],
  ['post', 0],
  ['post', 2],
  ['post', 32],
  ['cmap', 2],
];
const VALUES = [0, 1, 2, 15, 16, 0x7fff, 0x8000, 0xfffe, 0xffff];

/** A font with one thing about it changed: a table, a field that matters, or bytes of one table or of the file. */
export function mutateFont(file: Uint8Array, random: Random): Uint8Array {
  const tables = readFontFile(file);
  const tag = random.pick([...tables.keys()]);
  const table = tables.get(tag)!;
  switch (random.below(10)) {
    case 0:
      return mutateBytes(file, random);
    case 1:
      tables.delete(tag);
      break;
    case 2:
      tables.set(tag, table.slice(0, random.below(table.length + 1)));
      break;
    case 3:
      tables.set(tag, tables.get(random.pick([...tables.keys()]))!);
      break;
    case 4:
      tables.set(tag, new Uint8Array(table.length).fill(random.pick([0, 0xff])));
      break;
    case 5:
    case 6: {
      const [name, at] = random.pick(FIELDS);
      const field = tables.get(name)?.slice();
      if (field && field.length > at + 2) viewOf(field).setUint16(at, random.pick(VALUES));
      if (field) tables.set(name, field);
      break;
    }
    default: {
      // Outlines are most of a font, and so most of what can be wrong with it.
      const drawn = random.pick(['glyf', 'loca', 'CFF ', tag].filter((name) => tables.has(name)));
      tables.set(drawn, mutateBytes(tables.get(drawn)!, random, 40));
    }
  }
  return writeFontFile(withoutNothing(tables));
}

function withoutNothing(tables: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map(
    [...tables].map(([tag, bytes]) => [
      tag,
      tag === 'head' && bytes.length < 12 ? new Uint8Array(12) : bytes,
    ]),
  );
}
