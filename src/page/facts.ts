import type { CounterStyle } from '../base/counters.ts';
import { formatCounter } from '../base/counters.ts';
import { formatPages, sayIndexPages, UNKNOWN_PAGE } from '../base/page-ranges.ts';
import { lastOf } from '../base/running-head.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Field, IndexField, IndexPlace } from '../resolve/inline-nodes.ts';
import type { TextBlock } from '../style/blocks.ts';
import type { FieldInline } from '../style/inline.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { DraftPage } from './distribute/bind.ts';
import { type Landmark, landmarksIn } from './flow-item.ts';

/** What fields may ask about pages, as one pass found it. */
export interface Facts {
  readonly labels: readonly string[];
  /** Page index of each anchor. */
  readonly pageOf: ReadonlyMap<string, number>;
  readonly pageOfBlock: ReadonlyMap<TextBlock<ShapedContent>, number>;
  /** By page: the text of each running head. */
  readonly running: readonly ReadonlyMap<string, string>[];
  /** The number of each note among those that begin on its page. */
  readonly noteNumbers: ReadonlyMap<string, number>;
  /** What each place of a term says, by the places of all of them; filled as it is asked for. */
  readonly indexPages: Map<readonly IndexPlace[], readonly string[]>;
}

/** Before the first pass every page number is taken to be this: as wide as most of a book's. */
const GUESSED_NUMBER = 88;

export function gatherFacts(pages: readonly DraftPage[]): Facts {
  const pageOf = new Map<string, number>();
  const pageOfBlock = new Map<TextBlock<ShapedContent>, number>();
  const running: ReadonlyMap<string, string>[] = [];
  const noteNumbers = new Map<string, number>();
  let latest: ReadonlyMap<string, string> = new Map();
  for (const [index, page] of pages.entries()) {
    const first = new Map<string, string>();
    const last = new Map<string, string>();
    // An id that stands twice means its first place, as in HTML.
    const visit = (landmark: Landmark) => {
      switch (landmark.kind) {
        case 'anchor':
          if (!pageOf.has(landmark.id)) pageOf.set(landmark.id, index);
          break;
        case 'deferred':
          pageOfBlock.set(landmark.block, index);
          break;
        case 'running':
          if (!first.has(landmark.name)) first.set(landmark.name, landmark.text);
          last.set(landmark.name, landmark.text);
          break;
        case 'outline':
          break;
        default:
          unreachable(landmark, 'anchor, deferred, running, outline');
      }
    };
    for (const { item } of page.body) landmarksIn(item).forEach(visit);
    for (const { item } of page.notes) landmarksIn(item).forEach(visit);
    countNotes(page, noteNumbers);
    const before = latest;
    if (last.size > 0) {
      const named = [...last].map(([name, text]) => [lastOf(name), text] as const);
      latest = new Map([...latest, ...last, ...named]);
    }
    running.push(first.size === 0 ? before : new Map([...latest, ...first]));
  }
  return {
    labels: pages.map((page) => page.label),
    pageOf,
    pageOfBlock,
    running,
    noteNumbers,
    indexPages: new Map(),
  };
}

/** Notes that begin on a page, each by the id at its head. */
function countNotes({ notes }: DraftPage, numbers: Map<string, number>): void {
  let count = 0;
  for (const { item } of notes) {
    const head = landmarksIn(item).find(
      (landmark) => landmark.kind === 'anchor' && NOTE_ID.test(landmark.id),
    );
    if (head?.kind === 'anchor' && !numbers.has(head.id)) numbers.set(head.id, ++count);
  }
}

/** As `resolve` makes them. */
const NOTE_ID = /^note-/;

/** The text of a field on page `index`. */
export function readFact(field: Field, index: number, facts: Facts): string {
  switch (field.kind) {
    case 'page':
      return facts.labels[index] ?? UNKNOWN_PAGE;
    case 'pages':
      return facts.labels.at(-1) ?? UNKNOWN_PAGE;
    case 'page-of': {
      const page = facts.pageOf.get(field.target);
      return page === undefined ? UNKNOWN_PAGE : facts.labels[page]!;
    }
    case 'pages-of': {
      const known = targetsOf(field).flatMap((target) => facts.pageOf.get(target) ?? []);
      return known.length === 0 ? UNKNOWN_PAGE : formatPages(known, facts.labels, field.comma);
    }
    case 'index-pages':
      return readIndexPages(field, facts);
    case 'note-number':
      return formatCounter(field.counter, facts.noteNumbers.get(field.note) ?? 1);
    case 'running':
      return facts.running[index]?.get(field.name) ?? '';
    default:
      return unreachable(field, 'page, pages, page-of, pages-of, index-pages, note-number, running');
  }
}

/** All fields of a term are answered at once: what one says depends on what those before it have said. */
function readIndexPages({ places, at, comma }: IndexField, facts: Facts): string {
  let said = facts.indexPages.get(places);
  if (said === undefined) {
    said = sayIndexPages(places, (id) => facts.pageOf.get(id), facts.labels, comma);
    facts.indexPages.set(places, said);
  }
  return said[at]!;
}

/** The anchors whose pages a field asks for. */
export function targetsOf(field: Field): readonly string[] {
  if (field.kind === 'index-pages') {
    const { from, to } = field.places[field.at]!;
    return to === null ? [from] : [from, to];
  }
  if (field.kind === 'pages-of') return field.targets;
  return field.kind === 'page-of' ? [field.target] : [];
}

interface Read {
  readonly inline: FieldInline;
  readonly block: TextBlock<ShapedContent>;
  readonly text: string;
}

/** Answers the fields of one pass from the facts of the pass before, and remembers what it said. */
export class FactReader {
  readonly #facts: Facts | null;
  readonly #counter: CounterStyle;
  readonly #reads = new Map<FieldInline, Read>();

  /** @param facts null before the first pass */
  constructor(facts: Facts | null, counter: CounterStyle) {
    this.#facts = facts;
    this.#counter = counter;
  }

  readonly read = (inline: FieldInline, block: TextBlock<ShapedContent>): string => {
    const text = this.#facts === null ? this.#guess(inline.field) : readIn(inline, block, this.#facts);
    this.#reads.set(inline, { inline, block, text });
    return text;
  };

  /** Fields to which `found` gives another answer than was given. */
  outdated(found: Facts): readonly FieldInline[] {
    return [...this.#reads.values()].flatMap(({ inline, block, text }) =>
      readIn(inline, block, found) === text ? [] : [inline],
    );
  }

  /** Places that fields ask for and that do not exist, each with the field that asks first. */
  unknown(found: Facts): ReadonlyMap<string, FieldInline> {
    const unknown = new Map<string, FieldInline>();
    for (const inline of this.#reads.keys())
      for (const target of targetsOf(inline.field))
        if (!found.pageOf.has(target) && !unknown.has(target)) unknown.set(target, inline);
    return unknown;
  }

  #guess(field: Field): string {
    if (field.kind === 'note-number') return formatCounter(field.counter, 1);
    return field.kind === 'running' ? '' : formatCounter(this.#counter, GUESSED_NUMBER);
  }
}

function readIn(inline: FieldInline, block: TextBlock<ShapedContent>, facts: Facts): string {
  return readFact(inline.field, facts.pageOfBlock.get(block) ?? 0, facts);
}
