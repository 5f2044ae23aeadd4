import type { Code, Image, Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { type CounterStyle, formatCounter } from '../base/counters.ts';
import { originOf } from '../parse/node-origin.ts';
import type { Theme } from '../theme/theme.ts';
import type { Counter } from './context.ts';
import { numberOf, numberOver } from './heading-number.ts';
import type { HeadingPlan } from './heading-plan.ts';
import { takeLabel } from './phrase.ts';
import { firstHemistich } from './rules/verse-lines.ts';
import { soleImage } from './sole-image.ts';

/** What is numbered beside headings and notes. */
export type NumberedKind = 'figure' | 'table' | 'equation' | 'listing' | 'poem';

/** What a theme, and a list of them, calls all of a kind. */
export const PLURALS = {
  figure: 'figures',
  table: 'tables',
  equation: 'equations',
  listing: 'listings',
  poem: 'poems',
} as const;

/** A place that references lead to, and what there is to be said of it. */
export interface Target {
  /** `chapter`: a numbered heading that opens a page; `section`: any other heading; `place`: all else that has an id. */
  readonly kind: NumberedKind | 'chapter' | 'section' | 'place';
  readonly node: Nodes;
  /** Where links lead: the first of its ids; null where it has none. */
  readonly id: string | null;
  /** As printed; null where it has none. */
  readonly number: string | null;
  /** Of a chapter, where it counts in digits, which words may stand for. */
  readonly ordinal: number | null;
  /** A caption, the words of a heading, the title of a box, the first hemistich; [] where there is none. */
  readonly title: readonly Nodes[];
}

/** All places of a document by id and by node; numbered ones in reading order. */
export interface Targets {
  readonly byId: ReadonlyMap<string, Target>;
  readonly byNode: ReadonlyMap<Nodes, Target>;
  readonly numbered: readonly (Target & { readonly kind: NumberedKind })[];
  /** Of the heading that gave the title and stands in the text no more. */
  readonly titleId: string | null;
}

/** What numbers depend on. */
interface Numbering {
  readonly theme: Theme;
  readonly counter: Counter;
  readonly headings: HeadingPlan;
}

/**
 * Looks at all that can be referred to before anything is written: references lead forward, and whether figures are
 * numbered at all may depend on whether one is referred to.
 */
export function planTargets(body: Root, titleId: string | null, numbering: Numbering): Targets {
  const survey = new Survey(numbering);
  survey.visit(body);
  return { ...survey.number(), titleId };
}

/** What may be numbered, and the chapter it stands in. */
interface Candidate {
  readonly kind: NumberedKind;
  readonly node: Nodes;
  readonly ids: readonly string[];
  readonly title: readonly Nodes[];
  /** Of its chapter, as printed; null where that has none. */
  readonly chapter: string | null;
}

class Survey {
  readonly #numbering: Numbering;
  readonly #byId = new Map<string, Target>();
  readonly #candidates: Candidate[] = [];
  /** Ids whose number the text asks for, and kinds it lists. */
  readonly #asked = new Set<string>();
  readonly #listed = new Set<string>();
  #chapter: string | null = null;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  visit(node: Nodes): void {
    if (node.type === 'heading') this.#visitHeading(node);
    else if (node.type === 'textDirective' && node.data?.refersTo !== undefined) this.#visitReference(node);
    else if (node.type === 'containerDirective' && node.name === 'contents')
      this.#listed.add(node.attributes?.['of'] ?? '');
    this.#visitPlace(node);
    for (const child of node.data?.caption ?? []) this.visit(child);
    if ('children' in node) for (const child of node.children) this.visit(child);
  }

  #visitReference({ data, attributes }: Extract<Nodes, { type: 'textDirective' }>): void {
    const form = attributes?.['form'];
    if (form !== 'page' && form !== 'title') this.#asked.add(data?.refersTo ?? '');
  }

  #visitHeading(node: Extract<Nodes, { type: 'heading' }>): void {
    const planned = this.#numbering.headings.byNode.get(node);
    if (planned === undefined) return;
    const number = numberOf(planned, this.#numbering) ?? numberOver(planned, this.#numbering);
    const { theme } = this.#numbering;
    const isChapter = planned.listed && planned.rank === 1;
    if (isChapter) this.#chapter = number;
    const opens = isChapter && theme.heading.opens !== 'none' && number !== null;
    const inDigits = (theme.heading.counters[0] ?? 'document') === 'document';
    const ordinal = opens && inDigits ? (planned.numbers[0] ?? null) : null;
    const kind = opens ? 'chapter' : 'section';
    this.#byId.set(planned.id, { kind, node, id: planned.id, number, ordinal, title: node.children });
  }

  #visitPlace(node: Nodes): void {
    const read = readCandidate(node);
    const ids = node.data?.anchors ?? [];
    if (read !== null) {
      const own = read.node === node ? ids : [...(read.node.data?.anchors ?? []), ...ids];
      this.#candidates.push({ ...read, ids: own, chapter: this.#chapter });
      return;
    }
    const isPart = node.type === 'heading' || this.#candidates.at(-1)?.node === node;
    if (ids.length === 0 || isPart) return;
    const title = node.type === 'containerDirective' ? takeLabel(node).label : [];
    for (const id of ids)
      if (!this.#byId.has(id))
        this.#byId.set(id, { kind: 'place', node, id: ids[0]!, number: null, ordinal: null, title });
  }

  number(): Omit<Targets, 'titleId'> {
    const { theme } = this.#numbering;
    const asked = new Set(
      this.#candidates.filter(({ ids }) => ids.some((id) => this.#asked.has(id))).map(({ kind }) => kind),
    );
    const byNode = new Map<Nodes, Target>();
    const numbered: (Target & { readonly kind: NumberedKind })[] = [];
    const counts = new Map<string, number>();
    for (const { kind, node, ids, title, chapter } of this.#candidates) {
      const plural = PLURALS[kind];
      const isListed = this.#listed.has(plural);
      const mode = theme.numbers[plural];
      const isCounted = mode === 'all' || (mode === 'auto' && (asked.has(kind) || isListed));
      const isMember =
        ids.length > 0 || (kind === 'poem' || kind === 'equation' ? mode === 'all' : title.length > 0);
      const number = isCounted && isMember ? this.#count(kind, chapter, counts) || null : null;
      // no id of an author has a space in it
      const id = ids[0] ?? (number !== null && isListed ? `${kind} ${numbered.length + 1}` : null);
      const target = { kind, node, id, number, ordinal: null, title };
      if (number !== null) numbered.push(target);
      byNode.set(node, target);
      for (const own of ids) if (!this.#byId.has(own)) this.#byId.set(own, target);
    }
    return { byId: this.#byId, byNode, numbered };
  }

  /** Outside of numbered chapters all count on, so that no number is given twice. */
  #count(kind: NumberedKind, chapter: string | null, counts: Map<string, number>): string {
    const { theme, counter } = this.#numbering;
    const within = theme.numbers.within === 'chapter' ? chapter : null;
    const key = `${kind} ${within ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    const number = formatCounter(counterOf(theme.numbers.counter, counter), count);
    return within === null || number === '' ? number : `${within}.${number}`;
  }
}

function counterOf(style: CounterStyle | 'document', counter: Counter): CounterStyle {
  return style === 'document' ? counter : style;
}

type Read = Pick<Candidate, 'kind' | 'node' | 'title'>;

/** What may be numbered: a picture that stands alone, a chart, a table in its directive, code, verse. */
function readCandidate(node: Nodes): Read | null {
  switch (node.type) {
    case 'paragraph': {
      const image = soleImage(node);
      return image && { kind: 'figure', node: image, title: captionOf(image, image.title ?? '') };
    }
    case 'code':
      return { kind: 'listing', node, title: captionOf(node, node.data?.title ?? '') };
    case 'math':
      return { kind: 'equation', node, title: [] };
    case 'containerDirective':
      return readContainer(node);
    // Nothing else is numbered.
    default:
      return null;
  }
}

function readContainer(node: ContainerDirective): Read | null {
  const { label, rest } = takeLabel(node);
  const isOfTable = rest.some(({ type }) => type === 'table');
  const isChart = node.name === 'chart' && (isOfTable || node.attributes?.['data'] !== undefined);
  if (isChart) return { kind: 'figure', node, title: label };
  if (node.name === 'table' && isOfTable) return { kind: 'table', node, title: label };
  return node.name === 'verse' ? { kind: 'poem', node, title: firstHemistich(rest) } : null;
}

/** The caption of an image or of code: its words, and references among them. */
export function captionOf(node: Image | Code, words: string): readonly Nodes[] {
  const { caption } = node.data ?? {};
  if (caption !== undefined) return caption;
  return words === '' ? [] : [{ type: 'text', value: words, data: { origin: originOf(node) } }];
}
