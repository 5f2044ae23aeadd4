import type { Link, PhrasingContent, Text } from 'mdast';
import { decodePercent } from '../../base/decode-percent.ts';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { withAsciiHosts } from './bare-addresses.ts';
import type { ChapterIndex } from './chapter-index.ts';
import { readText, slugify } from './heading-ids.ts';
import { concealedHost } from './link-hosts.ts';

/** Schemes a reader of a PDF or a book may be sent to; everything else can run code or reach the reader's disk. */
const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/** C0 and C1 controls, spaces, soft hyphen, zero-width and bidi controls, U+FFFD (a NUL was there): browsers drop many of them. */
const INVISIBLE =
  /[\0-\x20\x7F-\xA0\xAD\u061C\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFEFF\uFFFD]/g;

export function resolveLink(node: Link, chapter: Chapter, chapters: ChapterIndex): Replacement {
  const plain = unmask(node.url);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme !== undefined) return resolveScheme(node, scheme, chapter);
  if (chapter.kind === 'fragment' && node.url.startsWith('#')) return null;
  const target = findTarget(node.url.replace(INVISIBLE, ''), chapter, chapters);
  if (target.found) {
    node.url = `#${target.id}`;
    return null;
  }
  if (target.id === null) {
    const rule = target.within === chapter ? 'link-relative' : 'link-empty';
    chapter.sink.report(rule, originOf(node), { url: show(node.url) });
  } else {
    const meant = chapter.guesses.nearest(target.id, target.within.anchors);
    const rule = meant === null ? 'link-target-missing' : 'link-target-misspelt';
    chapter.sink.report(rule, originOf(node), { id: show(target.id), meant: meant ?? '' });
  }
  return node.children;
}

function resolveScheme(node: Link, scheme: string, chapter: Chapter): Replacement {
  if (!SAFE_SCHEMES.has(scheme)) {
    chapter.sink.report('link-scheme', originOf(node), { scheme });
    return node.children;
  }
  // A masked scheme (`ht%74p:`) is written out, so that later stages see what has been checked.
  const written = new RegExp(`^${scheme}:`, 'i').test(node.url);
  node.url = withAsciiHosts(written ? node.url.replace(INVISIBLE, '') : unmask(node.url));
  if (node.children.length === 0) {
    node.children = [
      { type: 'text', value: node.url, data: { origin: originOf(node) } } satisfies Text as PhrasingContent,
    ];
  }
  const host = concealedHost(node.url, readText(node));
  if (host !== null) {
    chapter.sink.report('link-other-host', originOf(node), { host, text: show(readText(node)) });
    // isolated, so that the text around it cannot turn it round
    const shown = ` (\u2066${host}\u2069)`;
    node.children.push({ type: 'text', value: shown, data: { origin: originOf(node) } } satisfies Text);
  }
  return null;
}

/**
 * The address as the most lenient reader would take it: entities and percent signs decoded, however
 * often they are wrapped (three times is more than any reader does), invisible characters gone.
 */
function unmask(url: string): string {
  let plain = url;
  for (let round = 0; round < 3; round++) plain = decodePercent(decodeEntities(plain));
  return plain.replace(INVISIBLE, '');
}

function decodeEntities(url: string): string {
  if (!url.includes('&')) return url;
  const named: Readonly<Record<string, string>> = { colon: ':', tab: '', newline: '', amp: '&', sol: '/' };
  return url
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/&(colon|tab|newline|amp|sol);/gi, (_, name: string) => named[name.toLowerCase()]!);
}

interface Target {
  readonly found: boolean;
  /** In the manuscript when found, else as written; null when the link points to no chapter at all. */
  readonly id: string | null;
  readonly within: Chapter;
}

function findTarget(url: string, chapter: Chapter, chapters: ChapterIndex): Target {
  const [address = '', fragment] = url.split('#', 2);
  const path = decodePercent(address.replace(/\?.*$/, ''));
  const within = path === '' ? chapter : chapters.find(chapter.file, path);
  if (!within || (path === '' && fragment === undefined)) return { found: false, id: null, within: chapter };
  if (fragment === undefined || fragment === '') {
    return { found: within.start !== null, id: within.start, within };
  }
  const written = decodePercent(fragment);
  const id = findAnchor(written, within);
  // An id of another chapter may be meant when it is unique in the book.
  const elsewhere = path === '' && id === undefined ? findElsewhere(written, chapters) : undefined;
  return { found: (id ?? elsewhere) !== undefined, id: id ?? elsewhere ?? written, within };
}

/** As written, as GitHub would write it, or but for characters that are not seen. */
function findAnchor(written: string, { anchors }: Chapter): string | undefined {
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

function findElsewhere(id: string, chapters: ChapterIndex): string | undefined {
  for (const chapter of chapters.all) {
    const found = chapter.anchors.get(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function show(url: string): string {
  return url.length > 80 ? `${url.slice(0, 80)}…` : url;
}
