import { createHash } from 'node:crypto';
import type { ZipEntry } from '../base/zip.ts';
import type { ChapterFile } from './chapter.ts';

/** What package.opf.hbs has to say beside the settings of the document. */
export interface PackageFacts {
  readonly identifier: string;
  readonly modified: Date | null;
  readonly chapters: readonly ChapterFile[];
  readonly hasCoverPage: boolean;
  /** Of all files but the package itself, relative to it. */
  readonly paths: readonly string[];
  /** Whether the beginnings of print pages are marked. */
  readonly hasPages: boolean;
  /** Where the body's own list of contents stands. */
  readonly contentsHref: string | null;
}

export function describePackage({
  identifier,
  modified,
  chapters,
  hasCoverPage,
  paths,
  hasPages,
  contentsHref,
}: PackageFacts) {
  const items = paths.map((path) => ({
    id: nameItem(path),
    path,
    type: mediaType(path),
    properties: propertyOf(path, chapters),
  }));
  const spine = [...(hasCoverPage ? ['cover.xhtml'] : []), ...chapters.map(({ path }) => path)];
  return {
    identifier,
    modified: printDate(modified),
    items,
    spine: spine.map(nameItem),
    hasImages: paths.some((path) => path.startsWith('images/')),
    hasPages,
    picture: paths.filter(isCoverPicture).map(nameItem)[0] ?? null,
    ncx: nameItem('toc.ncx'),
    cover: hasCoverPage ? 'cover.xhtml' : null,
    contents: contentsHref ?? 'nav.xhtml',
    body: (chapters.find(({ kind }) => kind === 'body') ?? chapters[0])?.path ?? null,
  };
}

/** A package must say when it was last changed (EPUB 3.3, 5.5.4), and may not ask the clock: the first day of EPUB 3. */
function printDate(date: Date | null): string {
  return (date ?? new Date(Date.UTC(2011, 9, 10))).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function nameItem(path: string): string {
  return path.replace(/[^a-z0-9]+/g, '-');
}

/** What a file holds that a reader must be able to show (EPUB 3.3, D.2.4). */
function propertyOf(path: string, chapters: readonly ChapterFile[]): string | null {
  if (path === 'nav.xhtml') return 'nav';
  if (isCoverPicture(path)) return 'cover-image';
  const chapter = chapters.find((one) => one.path === path);
  const held = [chapter?.hasFormulas && 'mathml', chapter?.hasDrawings && 'svg'].filter((name) => name);
  return held.length === 0 ? null : held.join(' ');
}

const isCoverPicture = (path: string) => /^cover\.(?:png|jpg)$/.test(path);

/** The core media types of EPUB 3.3, 3.2, that we write, and the contents of EPUB 2 (OPF 2.0.1, 2.4.1). */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  ncx: 'application/x-dtbncx+xml',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

function mediaType(path: string): string {
  const type = MEDIA_TYPES[path.slice(path.lastIndexOf('.') + 1)];
  if (type === undefined)
    throw new Error(`no media type for ${path}; known are ${Object.keys(MEDIA_TYPES).join(', ')}`);
  return type;
}

/** RFC 4122, appendix C: the name space for URLs; ours is made from an address. */
const URL_SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/**
 * A UUID of version 5 (RFC 4122, 4.3) over the content: the same text has the same identifier on every
 * machine, and a changed text is another edition.
 */
export function identify(files: readonly ZipEntry[]): string {
  const hash = createHash('sha1');
  hash.update(Buffer.from(URL_SPACE.replaceAll('-', ''), 'hex'));
  for (const { path, bytes } of files) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  const digest = hash.digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
