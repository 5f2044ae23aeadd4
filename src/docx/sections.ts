import type { XmlElement } from '../base/xml.ts';
import type { PageBreak, Resolved, ResolvedBlock } from '../resolve/nodes.ts';
import { readLength } from '../theme/theme-values.ts';
import type { WordDraft } from './draft.ts';
import type { Furnishing } from './furniture.ts';
import { writeGap } from './paragraph.ts';
import type { WordPlace, Write } from './place.ts';
import { sectionProperties } from './section-properties.ts';
import { word } from './word-xml.ts';

/** Pages of one kind that follow one another. */
export interface WordSection {
  readonly opens: 'nextPage' | 'oddPage' | 'evenPage' | 'continuous';
  /** Masters of its first page and of those after it. */
  readonly first: string;
  readonly rest: string;
  /** Whether its pages are counted anew. */
  readonly isCountedAnew: boolean;
  readonly turned: boolean;
}

/**
 * The body, cut into sections where pages of another kind begin: of another master, or turned by a quarter. The properties
 * of a section stand in its last paragraph (17.6.18).
 */
export class SectionWriter {
  readonly #draft: WordDraft;
  readonly #furnishing: Furnishing;
  readonly #write: Write;
  readonly #noteNumbering: Resolved['noteNumbering'];
  readonly #out: XmlElement[];
  #section: WordSection;
  /** Where the section begins in `out`. */
  #from = 0;
  /** What was asked for before the next block. */
  #pending: (Pick<WordSection, 'opens'> & { readonly master: string | null }) | null = null;
  /** Whether what comes up to the next page is for paper alone. */
  #isSkipping = false;

  constructor(
    draft: WordDraft,
    furnishing: Furnishing,
    { noteNumbering }: Pick<Resolved, 'noteNumbering'>,
    write: Write,
    out: XmlElement[],
  ) {
    this.#draft = draft;
    this.#furnishing = furnishing;
    this.#noteNumbering = noteNumbering;
    this.#write = write;
    this.#out = out;
    this.#section = this.#sectionOf('first', { opens: 'nextPage', isCountedAnew: true, turned: false });
  }

  /** @returns the properties of the last section */
  write(nodes: readonly ResolvedBlock[], place: WordPlace): XmlElement {
    this.#writeAll(nodes, place);
    return this.#print();
  }

  #writeAll(nodes: readonly ResolvedBlock[], place: WordPlace): void {
    for (const node of nodes) {
      if (node.kind === 'page-break') this.#breakPage(node, place);
      else if (node.kind === 'anchor') {
        if (!this.#isSkipping) this.#draft.expectAnchors(node.ids);
        this.#writeAll(node.children, place);
      } else if (!this.#isSkipping) this.#writeOne(node, place);
    }
  }

  #breakPage({ to, master, printOnly, height }: PageBreak, place: WordPlace): void {
    if (to === 'page' || to === 'opening') {
      this.#isSkipping = printOnly;
      const opens = to === 'opening' || this.#pending?.opens === this.#opening ? this.#opening : 'nextPage';
      this.#pending = { opens, master: master ?? this.#pending?.master ?? null };
    } else if (to === 'space' && !this.#isSkipping) {
      const { leading, size } = this.#draft.theme.text;
      this.#settle();
      writeGap(readLength(height, { line: leading, em: size }) ?? leading, place, this.#draft);
    }
  }

  #writeOne(node: ResolvedBlock, place: WordPlace): void {
    const { opens } = this.#draft.theme.heading;
    if (node.kind === 'heading' && node.place?.listed === true && node.place.rank === 1) {
      const hasMaster = this.#draft.theme.masters['opening'] !== undefined;
      const master = hasMaster ? 'opening' : (this.#pending?.master ?? null);
      if (opens !== 'none')
        this.#pending = { opens: opens === 'opening' ? this.#opening : 'nextPage', master };
      else if (this.#noteNumbering === 'chapter') this.#pending ??= { opens: 'continuous', master: null };
    }
    this.#settle();
    if (node.kind !== 'table' || !node.turned) {
      this.#write([node], place, this.#draft);
      return;
    }
    this.#begin({
      ...this.#section,
      opens: 'nextPage',
      first: this.#section.rest,
      isCountedAnew: false,
      turned: true,
    });
    const { size, margin } = this.#draft.theme.page;
    this.#write([node], { ...place, measure: size.height - margin.top - margin.bottom }, this.#draft);
    this.#begin({ ...this.#section, turned: false });
  }

  /** Where chapters open, as a side of a sheet; page one of a document is odd. */
  get #opening(): WordSection['opens'] {
    const { opening, binding } = this.#draft.theme.page;
    if (opening === 'any') return 'nextPage';
    if (opening === 'auto') return 'oddPage';
    const bound = binding === 'auto' ? BOUND[this.#draft.settings.dir] : binding;
    return opening === bound ? 'evenPage' : 'oddPage';
  }

  /** Begins the page or the section that was asked for. */
  #settle(): void {
    const { opens, master } = this.#pending ?? { opens: null, master: null };
    this.#pending = null;
    if (opens === null) return;
    const name = master ?? this.#section.rest;
    const groupOf = (one: string) => this.#draft.theme.masters[one]?.group ?? 'body';
    const isCountedAnew = groupOf(name) !== groupOf(this.#section.rest);
    const next = this.#sectionOf(name, { opens, isCountedAnew, turned: false });
    if (this.#out.length === this.#from)
      this.#section = { ...next, opens: this.#from === 0 ? 'nextPage' : opens };
    else if (opens === 'nextPage' && master === null && this.#noteNumbering === 'document')
      this.#draft.opensPage = true;
    else this.#begin(next);
  }

  #sectionOf(first: string, more: Omit<WordSection, 'first' | 'rest'>): WordSection {
    return { first, rest: this.#draft.theme.masters[first]?.next ?? first, ...more };
  }

  #begin(next: WordSection): void {
    if (this.#out.length > this.#from) {
      const last = this.#out.at(-1);
      const properties = last?.name === 'w:p' ? last.children[0] : undefined;
      const ending = this.#print();
      if (typeof properties === 'object' && properties.name === 'w:pPr') properties.children.push(ending);
      else this.#out.push(word('p', {}, [word('pPr', {}, [ending])]));
    }
    this.#from = this.#out.length;
    this.#section = next;
    this.#draft.restartNotes(this.#noteNumbering);
  }

  #print(): XmlElement {
    const { theme, settings } = this.#draft;
    return sectionProperties(this.#section, { theme, settings }, this.#furnishing, this.#noteNumbering);
  }
}

const BOUND = { rtl: 'right', ltr: 'left' } as const;
