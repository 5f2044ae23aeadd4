import { isArtifact, type StructElement, type StructTag, type TagTarget } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';

/** What most elements do without. */
type ElementFacts = Partial<Pick<StructElement, 'alt' | 'lang' | 'attributes'>>;

/** Makes the structure elements of one document, in reading order. */
export class Structure {
  readonly root: StructElement;
  #count = 0;

  constructor(origin: Origin) {
    this.root = this.#create('Document', null, origin, {});
  }

  /** Inside an artifact everything is that artifact: furniture has no structure (ISO 32000-1, 14.8.2.2). */
  add(tag: StructTag, parent: TagTarget, origin: Origin, facts: ElementFacts = {}): TagTarget {
    return isArtifact(parent) ? parent : this.#create(tag, parent, origin, facts);
  }

  /** As `add`, where an artifact is impossible. */
  addTo(tag: StructTag, parent: StructElement, origin: Origin, facts: ElementFacts = {}): StructElement {
    return this.#create(tag, parent, origin, facts);
  }

  #create(tag: StructTag, parent: StructElement | null, origin: Origin, facts: ElementFacts): StructElement {
    return {
      tag,
      parent,
      order: this.#count++,
      alt: facts.alt ?? null,
      lang: facts.lang ?? null,
      attributes: facts.attributes ?? {},
      origin,
    };
  }
}
