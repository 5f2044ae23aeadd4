import type { XmlElement } from '../base/xml.ts';
import { findDirection } from '../resolve/find-direction.ts';
import type { Contents, ContentsEntry } from '../resolve/nodes.ts';
import type { WordDraft } from './draft.ts';
import { closeField, field, openField } from './fields.ts';
import type { WordRun } from './line-run.ts';
import { linkFor } from './links.ts';
import { endTab, scopeOf, writePhrase, writeRuns } from './paragraph.ts';
import type { WordPlace } from './place.ts';
import { apart, collectWordRuns, objectRun, plainRun, type RunScope } from './word-runs.ts';
import { word } from './word-xml.ts';

/** The list of headings as a field of Word's, with its entries; their pages are there when Word has counted them. */
export function writeContents(node: Contents, place: WordPlace, draft: WordDraft): void {
  const { title, entries, of } = node;
  if (title !== null) {
    const style = draft.styles.ofContentsTitle(title.styleName);
    writePhrase(title, place, draft, { style, properties: [word('keepNext')] });
  }
  if (entries.length === 0) return;
  draft.hasPageNumbers = true;
  if (of !== 'headings') {
    for (const entry of entries) writeListed(entry, place, draft);
    return;
  }
  const ranks = entries.map(({ rank }) => rank);
  const instruction = `TOC \\o "${Math.min(...ranks)}-${Math.max(...ranks)}" \\h \\z`;
  entries.forEach((entry, index) => {
    const opening = index === 0 ? openField(instruction) : [];
    const closing = index === entries.length - 1 ? [closeField()] : [];
    writeEntry(entry, opening, closing, place, draft);
  });
}

/** Of figures, tables, listings or poems: Word has a list of its own only of what it has numbered itself. */
function writeListed(entry: ContentsEntry, place: WordPlace, draft: WordDraft): void {
  const { link, linkTarget, origin, phrase, id } = entry;
  const scope = scopeOf(linkTarget, place, draft);
  const inside = { ...scope, link: linkFor(link, origin, scope) };
  const page = objectRun(inside, (isRtl) => field(`PAGEREF ${draft.bookmarkOf(id)} \\h`, '', {}, isRtl));
  writeRuns(
    phrase.styleName,
    [...titleRuns(entry, inside, place), plainRun('\t', inside), page],
    place,
    draft,
    {
      style: draft.styles.ofListed(phrase.styleName),
      direction: place.direction,
      properties: [endTab(place.indent + place.measure, 'none')],
    },
  );
}

const EN_SPACE = '\u2002';

function writeEntry(
  entry: ContentsEntry,
  opening: readonly XmlElement[],
  closing: readonly XmlElement[],
  place: WordPlace,
  draft: WordDraft,
): void {
  const { phrase, link, linkTarget, rank, origin } = entry;
  const scope = scopeOf(linkTarget, place, draft);
  const inside = { ...scope, link: linkFor(link, origin, scope) };
  const around = (nodes: readonly XmlElement[]): readonly WordRun[] =>
    nodes.length === 0 ? [] : [objectRun(scope, () => nodes)];
  const runs = [...around(opening), ...titleRuns(entry, inside, place), ...around(closing)];
  writeRuns(phrase.styleName, runs, place, draft, {
    style: draft.styles.ofEntry(rank, phrase.styleName),
    direction: place.direction,
  });
}

/** What an entry is called, with its number, in an order of its own where that is not the order around it. */
function titleRuns(
  { phrase, number, direction: said }: ContentsEntry,
  scope: RunScope,
  place: WordPlace,
): readonly WordRun[] {
  const words = collectWordRuns(phrase.content, scope);
  const direction = said ?? findDirection(words, place.direction);
  const title =
    direction === place.direction ? words : collectWordRuns(phrase.content, apart(scope, direction));
  return number === null
    ? title
    : [plainRun(number, apart(scope, 'ltr')), plainRun(EN_SPACE, scope), ...title];
}
