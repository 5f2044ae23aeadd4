import type {
  FootnoteDefinition,
  Heading,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { type CounterStyle, formatCounter } from '../base/counters.ts';
import type { Sink } from '../base/diagnostic.ts';
import { isArabicScript } from '../base/language.ts';
import type { Origin } from '../base/origin.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { originOf } from '../parse/node-origin.ts';
import type { BibliographyFile } from '../project/bibliography.ts';
import type { Settings } from '../project/settings.ts';
import { type EntryWords, entryWords, listTitles } from './entry-words.ts';
import { reportHoles } from './holes.ts';
import { type KnownReference, know } from './known-reference.ts';
import { readLibrary } from './library.ts';
import type { ListedReference } from './listed-reference.ts';
import { type OrderedReferences, orderReferences } from './order-references.ts';
import { CitationSayer, type SaidCitation } from './say-citation.ts';
import { sayEntry } from './say-entry.ts';
import { type CitationSurvey, surveyCitations } from './survey-citations.ts';
import { NodeMaker } from './to-nodes.ts';

/** What a document is cited by. */
export interface CitationSource {
  readonly files: readonly BibliographyFile[];
  readonly settings: Settings;
  /** In which entries are numbered. */
  readonly counter: CounterStyle;
}

/**
 * Citations become what they say, as words, links and notes, and the list of what is cited takes its place: at
 * `::bibliography`, else at the end under a heading. Changes the tree in place, as the parser does.
 */
export function cite(manuscript: Manuscript, source: CitationSource, sink: Sink): Manuscript {
  const { root } = manuscript;
  const { settings, counter } = source;
  const survey = surveyCitations(root);
  const cited = collectCited(survey, source, sink);
  const order = orderReferences([...cited.values()], settings.citations, settings.lang);
  for (const { reference } of order.listed) reportHoles(reference, sink);
  const find = (key: string) => cited.get(key) ?? null;
  const words = wordsOfDocument(settings);
  const { citations: style, dir: direction } = settings;
  const said = sayAll(survey, new CitationSayer({ style, counter, direction, words, find, order }));
  const notes: FootnoteDefinition[] = [];
  rewrite(root, said, notes);
  root.children.push(...notes);
  placeList(root, survey, order, source, sink);
  return manuscript;
}

function wordsOfDocument({ lang }: Settings): EntryWords {
  return entryWords[lang.split('-')[0]!.toLowerCase()] ?? entryWords[isArabicScript(lang) ? 'ar' : 'en']!;
}

/** What the text cites, in its order, and then what it does not cite and lists; what is not there is reported. */
function collectCited(
  { met }: CitationSurvey,
  { files, settings }: CitationSource,
  sink: Sink,
): ReadonlyMap<string, KnownReference> {
  const library = readLibrary(files, sink);
  const cited = new Map<string, KnownReference>();
  const add = (key: string, origin: Origin | null) => {
    if (cited.has(key)) return;
    const reference = library.find(key);
    if (reference !== null) cited.set(key, know(reference, settings.lang));
    else if (origin !== null) {
      const meant = library.guess(key);
      sink.report(meant === null ? 'citation-missing' : 'citation-misspelt', origin, {
        key,
        meant: meant ?? '',
      });
    }
  };
  for (const one of met)
    if (one !== 'note') for (const { key, origin } of one.citation.cited) add(key, origin);
  const place = settings.bibliography[0]?.origin ?? null;
  for (const key of settings.nocite)
    if (key === '*') for (const reference of library.all()) add(reference.key, null);
    else add(key, place);
  return cited;
}

function sayAll({ met }: CitationSurvey, sayer: CitationSayer): ReadonlyMap<Nodes, SaidCitation> {
  const said = new Map<Nodes, SaidCitation>();
  for (const one of met)
    if (one === 'note') sayer.passNote();
    else said.set(one.node, sayer.say(one));
  return said;
}

/** Puts what is said in the place of each citation, and gathers the notes that are new. */
function rewrite(parent: Parents, said: SaidCitations, notes: FootnoteDefinition[]): void {
  parent.children = rewriteAll(parent.children, said, notes) as typeof parent.children;
}

type SaidCitations = ReadonlyMap<Nodes, SaidCitation>;

function rewriteAll(nodes: readonly Nodes[], said: SaidCitations, notes: FootnoteDefinition[]): Nodes[] {
  const written: Nodes[] = [];
  for (const node of nodes) {
    if (node.type === 'textDirective' && node.data?.citation !== undefined) {
      writeCitation(node, said, written, notes);
      continue;
    }
    if (node.data?.caption !== undefined)
      node.data.caption = rewriteAll(node.data.caption, said, notes) as PhrasingContent[];
    if ('children' in node) rewrite(node, said, notes);
    written.push(node);
  }
  return written;
}

function writeCitation(
  node: Nodes,
  said: SaidCitations,
  written: Nodes[],
  notes: FootnoteDefinition[],
): void {
  const { line, note } = said.get(node) ?? { line: [], note: null };
  if (note !== null && line.length === 0) trimBefore(written);
  written.push(...line);
  if (note === null) return;
  const origin = originOf(node);
  const identifier = `citation ${notes.length + 1}`;
  written.push({ type: 'footnoteReference', identifier, data: { origin } });
  const paragraph: Paragraph = { type: 'paragraph', children: [...note], data: { origin } };
  notes.push({ type: 'footnoteDefinition', identifier, children: [paragraph], data: { origin } });
}

/** The number of a note stands at its word. */
function trimBefore(nodes: Nodes[]): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !/\s$/.test(last.value)) return;
  nodes[nodes.length - 1] = { ...last, value: last.value.trimEnd() };
}

function placeList(
  root: Root,
  { lists }: CitationSurvey,
  order: OrderedReferences,
  { settings, counter }: CitationSource,
  sink: Sink,
): void {
  const [first, ...others] = lists;
  for (const other of others) sink.report('bibliography-again', originOf(other));
  for (const other of others) other.data = { ...other.data, bibliography: [] };
  if (order.listed.length === 0) return;
  const isNumbered = settings.citations === 'numbered';
  const isDated = settings.citations === 'author-date';
  const bibliography = order.listed.map((known, index): ListedReference => {
    const { origin } = known.reference;
    const words = new NodeMaker(origin, counter).said(
      sayEntry(known, order.letters.get(known) ?? '', isDated),
      known,
    );
    const label = isNumbered ? `[${formatCounter(counter, index + 1)}]` : null;
    return { id: known.id, label, words, direction: known.direction, lang: known.lang, origin };
  });
  if (first !== undefined) giveHeading(root, first, bibliography, settings);
  else appendList(root, bibliography, settings);
}

/** `::bibliography[title]`: its title becomes a heading, as the list at the end has one. */
function giveHeading(
  root: Root,
  list: LeafDirective,
  bibliography: readonly ListedReference[],
  settings: Settings,
): void {
  const words = list.children;
  list.data = { ...list.data, bibliography };
  list.children = [];
  if (words.length === 0) return;
  const heading = makeHeading(words, depthOf(root, settings), originOf(list));
  insertBefore(root, list, heading);
}

function insertBefore(parent: Parents, node: Nodes, other: RootContent): boolean {
  const children = parent.children as Nodes[];
  const at = children.indexOf(node);
  if (at >= 0) children.splice(at, 0, other);
  return at >= 0 || children.some((child) => 'children' in child && insertBefore(child, node, other));
}

/** Behind all, under a heading: one of the author's where the text ends with it. */
function appendList(root: Root, bibliography: readonly ListedReference[], settings: Settings): void {
  const last = root.children.findLast(({ type }) => type !== 'footnoteDefinition');
  const origin = last === undefined ? { file: '-', line: 1, column: 1 } : originOf(last);
  const list: LeafDirective = {
    type: 'leafDirective',
    name: 'bibliography',
    attributes: {},
    children: [],
    data: { origin, bibliography },
  };
  const lang = settings.lang.split('-')[0]!.toLowerCase();
  const title = listTitles[lang] ?? listTitles[isArabicScript(settings.lang) ? 'ar' : 'en']!;
  if (last?.type !== 'heading')
    root.children.push(
      makeHeading([{ type: 'text', value: title, data: { origin } }], depthOf(root, settings), origin),
    );
  root.children.push(list);
}

function makeHeading(children: PhrasingContent[], depth: Heading['depth'], origin: Origin): Heading {
  return { type: 'heading', depth, children, data: { origin, id: 'references of this', unnumbered: true } };
}

/** That of the topmost headings of the text, beside the one that becomes its title (template/adopt-title.ts). */
function depthOf(root: Root, { title, template }: Settings): Heading['depth'] {
  const depths = root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const titles = depths.filter((depth) => depth === 1).length;
  const givesTitle = title === '' && template !== 'book' && titles === 1;
  const others = givesTitle ? depths.filter((depth) => depth > 1) : depths;
  return others.length === 0 ? 2 : (Math.min(...others) as Heading['depth']);
}
