import { type ZipEntry, zipEntries } from '../base/zip.ts';

const PATH = /^(?:mimetype|META-INF\/container\.xml|EPUB\/[a-z0-9/_-]+\.[a-z0-9]{2,5})$/;

/** EPUB Open Container Format 3.3, 4.3: `mimetype` first, stored, with no extra field. */
export function zipBook(entries: readonly ZipEntry[]): Uint8Array {
  const type = { path: 'mimetype', bytes: new TextEncoder().encode('application/epub+zip') };
  return zipEntries(entries, PATH, [type]);
}
