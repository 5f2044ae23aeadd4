import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { XmlElement, XmlNode } from '../base/xml.ts';
import { findDirection } from '../resolve/find-direction.ts';
import type { Phrase, Placing } from '../resolve/nodes.ts';
import { alignText } from '../resolve/placed-text.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { TextAlign } from '../theme/style-values.ts';
import { directRuns } from './direct-runs.ts';
import type { WordDraft } from './draft.ts';
import { jc } from './justification.ts';
import type { WordLink, WordRun } from './line-run.ts';
import type { WordPlace } from './place.ts';
import { textNodes, wordRun } from './run-properties.ts';
import { END, START } from './sides.ts';
import { wordLang } from './word-lang.ts';
import { collectWordRuns, type RunScope } from './word-runs.ts';
import { twips, word } from './word-xml.ts';

/** What a node says of its paragraph beside its words. */
export interface ParagraphFacts {
  /** Id of its style; else that of the role of its phrase. */
  readonly style?: string;
  readonly align?: TextAlign;
  /** Of a text that goes over to the side of its direction; else it is found, and the text stays on its side. */
  readonly direction?: Direction;
  /** Points of white space above, where that is more than its style has. */
  readonly before?: number;
  /** Points, of the first line. */
  readonly firstLine?: number;
  /** Points that its label stands before it. */
  readonly hanging?: number;
  readonly anchors?: readonly string[];
  /** Further properties. */
  readonly properties?: readonly XmlElement[];
}

/** A phrase as a paragraph. */
export function writePhrase(
  phrase: Phrase,
  place: WordPlace,
  draft: WordDraft,
  facts: ParagraphFacts = {},
): void {
  writeRuns(
    phrase.styleName,
    collectWordRuns(phrase.content, scopeOf(phrase.tagTarget, place, draft)),
    place,
    draft,
    facts,
  );
}

export function scopeOf(tagTarget: TagTarget, place: WordPlace, draft: WordDraft): RunScope {
  const { links, kind, measure, lang } = place;
  const facts = lang === null ? {} : { lang: wordLang(lang) };
  return { draft, links, kind, measure, tagTarget, isolates: [], facts, link: null };
}

/** Runs as a paragraph in the style of a role. */
export function writeRuns(
  role: string,
  runs: readonly WordRun[],
  place: WordPlace,
  draft: WordDraft,
  facts: ParagraphFacts = {},
): void {
  const style = facts.style ?? draft.styles.ofRole(role);
  const row = textStyleIn(draft.theme, role);
  const found = facts.direction ?? directionOfRuns(runs, place);
  // a label stands where those of its list do: a foreign item is set apart in its paragraph
  const isLabelled = draft.number !== null && facts.direction === undefined && found !== place.direction;
  const direction = isLabelled ? place.direction : found;
  const stays = facts.direction === undefined && direction !== place.direction;
  const align = facts.align ?? row.align;
  const side = stays ? OTHER_SIDE[align] : align;
  const hanging = draft.number === null ? (facts.hanging ?? 0) : draft.theme.lists.markerWidth;
  const pending = draft.takePending();
  const bookmarks = draft.bookmarks(facts.anchors ?? []);
  const properties = word('pPr', {}, [
    word('pStyle', { val: style }),
    ...pending,
    // said of every paragraph: readers that know no styles go by it
    word('bidi', direction === 'rtl' ? {} : { val: 0 }),
    ...((facts.before ?? 0) > row.before ? [word('spacing', { before: twips(facts.before ?? 0) })] : []),
    ...indentation({ ...facts, hanging }, place, direction !== place.direction && hanging === 0),
    ...(place.isLoose ? [word('contextualSpacing', { val: 0 })] : []),
    ...(side === row.align ? [] : [jc(side)]),
    ...(facts.properties ?? []),
    ...(direction === 'rtl' ? [word('rPr', {}, [word('rtl')])] : []),
  ]);
  place.out.push(
    word('p', {}, [
      properties,
      ...bookmarks,
      ...printRuns(isLabelled ? setApart(runs, found) : runs, direction),
    ]),
  );
}

function setApart(runs: readonly WordRun[], direction: Direction): readonly WordRun[] {
  const isolate = { direction };
  return runs.map((run) => ({ ...run, isolates: [isolate, ...run.isolates] }));
}

/** A foreign text reads in its own direction and stands where the texts around it stand. */
const OTHER_SIDE = { start: 'end', justify: 'end', end: 'start', center: 'center', fit: 'end' } as const;

function directionOfRuns(runs: readonly WordRun[], { direction, directed }: WordPlace): Direction {
  return directed ? direction : findDirection(runs, direction);
}

function indentation(
  { hanging = 0, firstLine = 0 }: ParagraphFacts,
  { indent }: WordPlace,
  indentsEnd: boolean,
): readonly XmlElement[] {
  if (indent === 0 && hanging === 0 && firstLine === 0) return [];
  const first =
    hanging > 0 ? { hanging: twips(hanging) } : firstLine > 0 ? { firstLine: twips(firstLine) } : {};
  return [word('ind', { [indentsEnd ? END : START]: twips(indent), ...first })];
}

/** A text where its author has said that it stands, and in the direction he has said. */
export function placingFacts(
  { align, direction: said }: Placing,
  runs: readonly WordRun[],
  place: WordPlace,
): ParagraphFacts {
  if (align === null && said === null) return {};
  const direction = said ?? directionOfRuns(runs, place);
  return { ...(align !== null && { align: alignText(align, direction) }), direction };
}

/** Runs of one link in one element. */
export function printRuns(runs: readonly WordRun[], direction: Direction): readonly XmlNode[] {
  const printed: XmlNode[] = [];
  let link: WordLink | null = null;
  let linked: XmlElement | null = null;
  for (const { run, text, isRtl } of directRuns(runs, direction)) {
    const nodes = run.make === null ? textRuns(text, run, isRtl) : run.make(isRtl);
    if (run.link === null) printed.push(...nodes);
    else if (run.link === link && linked !== null) linked.children.push(...nodes);
    else {
      linked = run.link.make(nodes);
      printed.push(linked);
    }
    link = run.link;
  }
  return printed;
}

function textRuns(text: string, { facts }: WordRun, isRtl: boolean): readonly XmlElement[] {
  return text === '' ? [] : [wordRun(textNodes(text), facts, isRtl)];
}

/**
 * A paragraph of nothing, as high as said: between tables, which would be one without it. Points. Two gaps are one, as
 * high as the higher.
 *
 * @param after points below what it has more of: a rule
 */
export function writeGap(
  height: number,
  { out }: Pick<WordPlace, 'out'>,
  draft: WordDraft,
  more: readonly XmlElement[] = [],
  after = 0,
): void {
  const line = Math.max(20, twips(height));
  const last = out.at(-1);
  const known = last === undefined ? undefined : draft.gaps.get(last);
  const pending = draft.takePending();
  const bookmarks = draft.bookmarks();
  if (known !== undefined && pending.length + bookmarks.length + more.length === 0) {
    known.attributes['w:line'] = String(Math.max(line, Number(known.attributes['w:line'])));
    return;
  }
  const spacing = word('spacing', { before: 0, after: twips(after), line, lineRule: 'exact' });
  const gap = word('p', {}, [word('pPr', {}, [...pending, spacing, ...more]), ...bookmarks]);
  if (more.length === 0) draft.gaps.set(gap, spacing);
  out.push(gap);
}

/** The end of the text, for what stands at that side of its line. @param at points from its start */
export function endTab(at: number, leader: 'none' | 'dot'): XmlElement {
  return word('tabs', {}, [word('tab', { val: END, leader, pos: twips(at) })]);
}
