import { readFontFile, viewOf, writeFontFile } from './sfnt-file.ts';
import { unpackWoff, unpackWoff2 } from './web-font.ts';

/** The first four bytes of a file (OpenType 1.9; WOFF 1.0 and 2.0, section 3 each). `true` is Apple's TrueType. */
const KINDS: Readonly<Record<string, (file: Uint8Array) => readonly Uint8Array[]>> = {
  '\0\x01\0\0': (file) => [file],
  OTTO: (file) => [file],
  true: (file) => [file],
  ttcf: unpackCollection,
  wOFF: (file) => [unpackWoff(file)],
  wOF2: (file) => [unpackWoff2(file)],
};

/** Faces of one collection: none that is known has more than some thirty. */
const MOST_FACES = 128;

/**
 * The fonts of a file, each as a file of its own: one, or those of a collection in their order.
 *
 * @throws RangeError where the file is none, or damaged
 */
export function unpackFont(file: Uint8Array): readonly Uint8Array[] {
  const unpack = KINDS[String.fromCharCode(...file.subarray(0, 4))];
  if (!unpack) throw new RangeError('no font file');
  return unpack(file);
}

function unpackCollection(file: Uint8Array): readonly Uint8Array[] {
  const view = viewOf(file);
  const count = view.getUint32(8);
  if (count === 0 || count > MOST_FACES) throw new RangeError('a collection of no fonts');
  return Array.from({ length: count }, (_, index) => {
    const tables = readFontFile(file, view.getUint32(12 + 4 * index));
    tables.delete('DSIG');
    return writeFontFile(tables);
  });
}
