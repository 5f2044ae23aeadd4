import type { Link, PhrasingContent, Text } from 'mdast';
import { decodePercent } from '../../base/decode-percent.ts';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { withAsciiHosts } from './bare-addresses.ts';
import type { ChapterIndex } from './chapter-index.ts';
import { isWordless, referByLink } from './cross-references.ts';
import { readText } from './heading-ids.ts';
import { concealedHost } from './link-hosts.ts';
import { findTarget, INVISIBLE, show } from './link-target.ts';

/** Schemes a reader of a PDF or a book may be sent to; everything else can run code or reach the reader's disk. */
const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

export function resolveLink(node: Link, chapter: Chapter, chapters: ChapterIndex): Replacement {
  const plain = unmask(node.url);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme !== undefined) return resolveScheme(node, scheme, chapter);
  const isWithin = node.url.startsWith('#');
  // `#` alone leads to the top of a page of the web, and is called nothing
  const isCalled = isWordless(node) && node.url !== '#';
  if (isCalled && isWithin) return referByLink(node, chapter, chapters);
  if (chapter.kind === 'fragment' && isWithin) return null;
  const target = findTarget(node.url.replace(INVISIBLE, ''), chapter, chapters);
  if (target.found) {
    if (isCalled) return referByLink(node, chapter, chapters);
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
