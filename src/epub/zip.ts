import { type Zippable, zipSync } from 'fflate';

/** A file of the e-book; `path` is made up here and never taken from a title or a file of the author's. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a name may look like: nothing that any file system could read as a way out or refuse. */
const PATH = /^(?:mimetype|META-INF\/container\.xml|EPUB\/[a-z0-9/_-]+\.[a-z0-9]{2,5})$/;

/** Already compressed: packing them again costs time and saves nothing. */
const PACKED = /\.(?:png|jpg)$/;

/**
 * EPUB Open Container Format 3.3, 4.3: `mimetype` first, stored, with no extra field. The same entries
 * give the same bytes: all are dated 1980-01-01, the earliest day a zip file can name, in whatever zone.
 */
export function zipEntries(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = { mimetype: [new TextEncoder().encode('application/epub+zip'), { level: 0 }] };
  for (const { path, bytes } of entries) {
    if (!PATH.test(path)) throw new Error(`no name for an entry of an e-book: ${path}`);
    files[path] = [bytes, { level: PACKED.test(path) ? 0 : 6 }];
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
