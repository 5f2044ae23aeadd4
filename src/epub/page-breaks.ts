import type { TagTarget } from '../base/element.ts';
import { isArtifact } from '../base/element.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Draft } from './draft.ts';

/** Marks where the pages of the print begin in one file, before what stands first on each, or as near as they may. */
export class PageBreaks {
  readonly #draft: Draft;
  readonly #path: string;
  /** That nothing could hold yet. */
  #waiting: XmlElement[] = [];
  /** Notes stand at the end of their file, out of the order of the pages. */
  isOver = false;

  constructor(draft: Draft, path: string) {
    this.#draft = draft;
    this.#path = path;
  }

  /** Puts a new node in its place, behind the breaks of pages that have begun with it. */
  add(of: TagTarget | null, node: XmlElement, parent: XmlElement): void {
    const page = of === null || isArtifact(of) || this.isOver ? undefined : this.#draft.pages.startOf.get(of);
    if (page !== undefined) this.#waiting.push(...this.breakUpTo(page));
    if (this.#waiting.length > 0 && admitsBreaks(parent)) parent.children.push(...this.#waiting.splice(0));
    parent.children.push(node);
    if (this.#waiting.length > 0 && admitsBreaks(node)) node.children.unshift(...this.#waiting.splice(0));
  }

  breakUpTo(page: number): readonly XmlElement[] {
    return this.#draft.takePages(page).map((label) => {
      const id = this.#draft.newId();
      this.#draft.breaks.push({ label, href: `${this.#path}#${id}` });
      return pageBreak(label, id);
    });
  }
}

function admitsBreaks({ name }: XmlElement): boolean {
  return !CLOSED.has(name);
}

/** Elements whose children are prescribed. */
const CLOSED: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'img', 'svg']);

function pageBreak(label: string, id: string): XmlElement {
  return element('span', {
    class: 'pagebreak',
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    id,
    'aria-label': label,
  });
}
