import { tameText } from '../base/bidi-controls.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Settings } from '../project/settings.ts';
import type { ChapterFile } from './chapter.ts';
import type { Draft } from './draft.ts';
import { type NestedEntry, nestContents } from './nest-contents.ts';

/**
 * The contents and the pages of the print for readers that know no `nav` (ANSI/NISO Z39.86-2005, 8; OPF 2.0.1, 2.4.1):
 * old Kindles, Adobe's Digital Editions, many a converter.
 *
 * @param identifier of the package, which is repeated here
 */
export function makeNcx(
  identifier: string,
  { title, author, lang }: Settings,
  { contents, breaks }: Draft,
  [first]: readonly ChapterFile[],
): XmlElement {
  // a list of contents has an entry
  const entries = contents.length > 0 ? contents : [{ level: 1, title, href: first?.path ?? 'nav.xhtml' }];
  const nested = nestContents(entries);
  const meta = (name: string, content: string | number) =>
    element('meta', { name: `dtb:${name}`, content: String(content) });
  const count = counter();
  return element(
    'ncx',
    { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': lang },
    [
      element('head', {}, [
        meta('uid', `urn:uuid:${identifier}`),
        meta('depth', depthOf(nested)),
        meta('totalPageCount', breaks.length),
        meta('maxPageNumber', breaks.length),
      ]),
      element('docTitle', {}, [textOf(title)]),
      ...(author === '' ? [] : [element('docAuthor', {}, [textOf(author)])]),
      element(
        'navMap',
        {},
        nested.map((entry) => pointOf(entry, count)),
      ),
      ...pageList(breaks),
    ],
  );
}

function pointOf({ title, href, under }: NestedEntry, count: () => number): XmlElement {
  return element('navPoint', { id: `point-${count()}` }, [
    element('navLabel', {}, [textOf(title)]),
    element('content', { src: href }),
    ...under.map((entry) => pointOf(entry, count)),
  ]);
}

/** Numbers are text: Arabic digits, letters. */
function pageList(breaks: Draft['breaks']): readonly XmlElement[] {
  if (breaks.length === 0) return [];
  const targets = breaks.map(({ label, href }, index) =>
    element('pageTarget', { id: `page-${index + 1}`, type: 'normal' }, [
      element('navLabel', {}, [textOf(label)]),
      element('content', { src: href }),
    ]),
  );
  return [element('pageList', {}, targets)];
}

const textOf = (text: string) => element('text', {}, [tameText(text)]);

const depthOf = (entries: readonly NestedEntry[]): number =>
  entries.reduce((deepest, { under }) => Math.max(deepest, 1 + depthOf(under)), 0);

function counter(): () => number {
  let count = 0;
  return () => ++count;
}
