import { decodePercent } from '../../base/decode-percent.ts';
import type { Chapter } from '../chapter.ts';
import type { ChapterIndex } from './chapter-index.ts';
import { slugify } from './heading-ids.ts';

/** Where an address within the manuscript leads. */

/** C0 and C1 controls, spaces, soft hyphen, zero-width and bidi controls, U+FFFD (a NUL was there): browsers drop many of them. */
export const INVISIBLE =
  /[\0-\x20\x7F-\xA0\xAD\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\uFFFD]/g;

interface Target {
  readonly found: boolean;
  /** In the manuscript when found, else as written; null when the link points to no chapter at all. */
  readonly id: string | null;
  readonly within: Chapter;
  /** Where several chapters have the id, and none of them is the one meant: two of their files, the one led to first. */
  readonly isOneOf: { readonly id: string; readonly first: string; readonly other: string } | null;
}

export function findTarget(url: string, chapter: Chapter, chapters: ChapterIndex): Target {
  const [address = '', fragment] = url.split('#', 2);
  const path = decodePercent(address.replace(/\?.*$/, ''));
  const within = path === '' ? chapter : chapters.find(chapter.file, path);
  if (!within || (path === '' && fragment === undefined))
    return { found: false, id: null, within: chapter, isOneOf: null };
  if (fragment === undefined || fragment === '') {
    return { found: within.start !== null, id: within.start, within, isOneOf: null };
  }
  const written = decodePercent(fragment);
  const id = findAnchor(written, within.anchors);
  // An id of another chapter may be meant when it is unique in the book.
  if (path !== '' || id !== undefined)
    return { found: id !== undefined, id: id ?? written, within, isOneOf: null };
  const [first, other] = chapters.having(written);
  const elsewhere = first?.anchors.get(written);
  const isOneOf =
    first === undefined || other === undefined ? null : { id: written, first: first.file, other: other.file };
  return { found: elsewhere !== undefined, id: elsewhere ?? written, within, isOneOf };
}

/** As written, as GitHub would write it, or but for characters that are not seen. */
export function findAnchor(written: string, anchors: Chapter['anchors']): string | undefined {
  const exact = anchors.get(written) ?? anchors.get(slugify(written));
  if (exact !== undefined) return exact;
  return foldAnchors(anchors).get(foldId(written));
}

/** By the anchors of a chapter: all are known before the first link is looked for. */
const folded = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** Of ids that are told apart by nothing one sees, the first. */
function foldAnchors(anchors: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let ids = folded.get(anchors);
  if (ids === undefined) {
    ids = new Map([...anchors].reverse().map(([id, target]) => [foldId(id), target]));
    folded.set(anchors, ids);
  }
  return ids;
}

const foldId = (id: string) => id.normalize('NFC').replace(INVISIBLE, '');

export function show(url: string): string {
  return url.length > 80 ? `${url.slice(0, 80)}…` : url;
}
