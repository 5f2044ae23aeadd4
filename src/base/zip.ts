import { type Zippable, zipSync } from 'fflate';

/** A file of a package; `path` is made up here and never taken from a title or a file of the author's. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Already compressed: packing them again costs time and saves nothing. */
const PACKED = /\.(?:png|jpg)$/;

/**
 * The same entries give the same bytes, in their order: all are dated 1980-01-01, the earliest day a zip file can name, in
 * whatever zone.
 *
 * @param names what a path may look like: nothing that any file system could read as a way out or refuse
 * @param stored what must not be compressed, and stands before all others
 */
export function zipEntries(
  entries: readonly ZipEntry[],
  names: RegExp,
  stored: readonly ZipEntry[] = [],
): Uint8Array {
  const files: Zippable = {};
  for (const { path, bytes } of stored) files[path] = [bytes, { level: 0 }];
  for (const { path, bytes } of entries) {
    if (!names.test(path)) throw new Error(`no name for an entry of a package: ${path}`);
    files[path] = [bytes, { level: PACKED.test(path) ? 0 : 6 }];
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
