import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { type Collation, makeCollation, type SortKey } from '../base/collation.ts';
import type { Sink } from '../base/diagnostic.ts';
import { formatOrigin, type Origin } from '../base/origin.ts';
import { originOf } from '../parse/node-origin.ts';
import type { Theme } from '../theme/theme.ts';
import { checkIndexes } from './check-indexes.ts';
import { type IndexLead, type IndexPlan, type IndexTerm, termKey } from './index-terms.ts';
import type { IndexPlace } from './inline-nodes.ts';
import { plainText } from './plain-text.ts';

export function planIndex(body: Root, lang: string, theme: Theme, sink: Sink): IndexPlan {
  const collation = makeCollation(lang, theme.index.tehMarbuta);
  const survey = new Survey(collation, sink);
  survey.read(body);
  const plan = { anchors: survey.anchors, lists: survey.lists, collation, printed: new Set<string>() };
  checkIndexes(plan, survey.asked, sink);
  return plan;
}

interface TermDraft extends IndexTerm {
  key: SortKey;
  readonly places: (IndexPlace & { to: string | null; readonly origin: Origin })[];
  readonly see: IndexLead[];
  readonly also: IndexLead[];
  readonly terms: Map<string, TermDraft>;
  /** Where the author has said how it is sorted. */
  sorted: { readonly text: string; readonly origin: Origin } | null;
}

/** More levels than this no page shows apart. */
const MOST_LEVELS = 3;

/** A longer term is a sentence, or has lost its bracket. UTF-16 units. */
const LONGEST_TERM = 150;

class Survey {
  readonly anchors = new Map<Nodes, string>();
  readonly lists = new Map<string, Map<string, TermDraft>>();
  /** Names of the indexes that the document prints. */
  readonly asked = new Set<string>();
  readonly #collation: Collation;
  readonly #sink: Sink;
  readonly #notes = new Map<string, FootnoteDefinition>();
  /** Ranges that are not at their end, by term. */
  readonly #open = new Map<TermDraft, TermDraft['places'][number][]>();
  #ids = 0;

  constructor(collation: Collation, sink: Sink) {
    this.#collation = collation;
    this.#sink = sink;
  }

  read(body: Root): void {
    this.#findNotes(body);
    this.#visit(body);
    for (const [{ name }, places] of this.#open)
      for (const { origin } of places) this.#sink.report('index-range-open', origin, { term: name });
  }

  #findNotes(node: Nodes): void {
    if (node.type === 'footnoteDefinition' && !this.#notes.has(node.identifier))
      this.#notes.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) this.#findNotes(child);
  }

  /** A note is read where it is called first, and one that is never called is not printed. */
  #visit(node: Nodes): void {
    if (node.type === 'footnoteDefinition') return;
    if (node.type === 'footnoteReference') {
      const note = this.#notes.get(node.identifier);
      this.#notes.delete(node.identifier);
      for (const child of note?.children ?? []) this.#visit(child);
      return;
    }
    const isIndex = 'name' in node && node.name === 'index';
    if (isIndex && node.type === 'textDirective') this.#readMark(node);
    else if (isIndex && 'attributes' in node) this.asked.add(node.attributes?.['of'] ?? '');
    if ('children' in node) for (const child of node.children) this.#visit(child);
  }

  #readMark(node: TextDirective): void {
    const origin = originOf(node);
    const { term: written, in: list = '', see, also, range, main } = node.attributes ?? {};
    const printed = plainText(node);
    const path = readPath(written ?? printed.replaceAll('!', '!!'));
    if (path.length === 0) {
      this.#sink.report('index-term-empty', origin);
      return;
    }
    const term = this.#find(list ?? '', path, written == null ? node.children : [], origin);
    this.#sortBy(term, node.attributes?.['sort'], origin);
    for (const path of readLeads(see)) term.see.push({ path, origin });
    for (const path of readLeads(also)) term.also.push({ path, origin });
    if (see == null) this.#addPlace(term, node, { range: range ?? null, isMain: main != null }, origin);
    else if (range != null || main != null) this.#sink.report('index-see-place', origin, { term: term.name });
  }

  #find(list: string, written: readonly string[], words: readonly Nodes[], origin: Origin): TermDraft {
    const levels = [...written.slice(0, MOST_LEVELS - 1), written.slice(MOST_LEVELS - 1).join(': ')];
    const path = levels.filter((level) => level !== '');
    if (written.length > MOST_LEVELS)
      this.#sink.report('index-levels', origin, { term: written.join(' ! '), most: MOST_LEVELS });
    let terms = this.lists.get(list) ?? new Map<string, TermDraft>();
    this.lists.set(list, terms);
    let found: TermDraft | undefined;
    for (const name of path) {
      found = terms.get(termKey(name));
      if (found === undefined) {
        if (name.length > LONGEST_TERM)
          this.#sink.report('index-term-long', origin, { term: name.slice(0, 40), length: name.length });
        found = this.#draft(name, path.length === 1 ? words : [], origin);
        terms.set(termKey(name), found);
      }
      terms = found.terms;
    }
    return found!;
  }

  #draft(name: string, words: readonly Nodes[], origin: Origin): TermDraft {
    const id = `index-term:${++this.#ids}`;
    const key = this.#collation.key(name);
    const parts = { places: [], see: [], also: [], terms: new Map<string, TermDraft>() };
    return { id, name, words, key, letters: key.levels[0], origin, ...parts, sorted: null };
  }

  /** The first of two that differ holds. */
  #sortBy(term: TermDraft, text: string | null | undefined, origin: Origin): void {
    if (text == null || text.trim() === '') return;
    const { sorted, name } = term;
    if (sorted === null) {
      term.sorted = { text, origin };
      term.key = this.#collation.key(text);
    } else if (sorted.text !== text)
      this.#sink.report('index-sort-twice', origin, {
        term: name,
        sort: sorted.text,
        first: formatOrigin(sorted.origin),
      });
  }

  #addPlace(
    term: TermDraft,
    node: TextDirective,
    { range, isMain }: { readonly range: string | null; readonly isMain: boolean },
    origin: Origin,
  ): void {
    const id = `index-place:${this.anchors.size + 1}`;
    this.anchors.set(node, id);
    const open = this.#open.get(term) ?? [];
    const started = range === 'end' ? open.pop() : undefined;
    if (started !== undefined) {
      started.to = id;
      return;
    }
    if (range === 'end') this.#sink.report('index-range-end', origin, { term: term.name });
    else if (range !== null && range !== 'start') this.#sink.report('index-range-unknown', origin, { range });
    const place = { from: id, to: null, isMain, origin };
    term.places.push(place);
    if (range === 'start') this.#open.set(term, [...open, place]);
  }
}

/** `head ! sub`, where `!!` is a mark of exclamation. */
function readPath(written: string): readonly string[] {
  return written
    .replaceAll('!!', '\0')
    .split('!')
    .map((level) => level.replaceAll('\0', '!').replace(/\s+/g, ' ').trim())
    .filter((level) => level !== '');
}

/** Several terms are parted by semicolons, Arabic ones too. */
function readLeads(written: string | null | undefined): readonly (readonly string[])[] {
  return (written ?? '')
    .split(/[;؛]/)
    .map(readPath)
    .filter((path) => path.length > 0);
}
