import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { ImageSource } from '../style/inline.ts';
import type { DocumentInfo } from '../style/styled.ts';
import type { Theme } from '../theme/theme.ts';
import type { NavEntry, PrintPageBreak } from './chapter.ts';
import { extensionOf } from './image-file.ts';
import type { PrintPages } from './print-pages.ts';
import type { XmlElement } from './xml.ts';

/** What the files of one e-book share while they are written. */
export class Draft {
  readonly info: DocumentInfo;
  readonly theme: Theme;
  readonly pages: PrintPages;
  /** In reading order. */
  readonly contents: NavEntry[] = [];
  readonly breaks: PrintPageBreak[] = [];
  /** Path in the package of each image. */
  readonly images = new Map<ImageSource, string>();
  /** Rows of the theme's tables that are in use. */
  readonly looks = new Set<string>();
  readonly boxes = new Set<string>();
  /** Whether some of it begins from the other side. */
  isTurned = false;
  /** Where the body's own list of contents stands. */
  contentsHref: string | null = null;
  readonly #anchors = new Map<string, string>();
  readonly #links: PendingLink[] = [];
  readonly #notes = new Set<string>();
  readonly #calls = new Set<string>();
  #ids = 0;
  #page = -1;

  constructor(info: DocumentInfo, theme: Theme, pages: PrintPages) {
    this.info = info;
    this.theme = theme;
    this.pages = pages;
  }

  /** Made up: an author's id may be anything, and must be unique over all files. */
  newId(): string {
    return `id-${++this.#ids}`;
  }

  placeAnchor(anchor: string, href: string): void {
    if (!this.#anchors.has(anchor)) this.#anchors.set(anchor, href);
  }

  placeNote(anchor: string): void {
    this.#notes.add(anchor);
  }

  /** The call of a note, to which the note's number leads back. */
  placeCall(anchor: string, href: string): void {
    this.#calls.add(anchor);
    this.placeAnchor(anchor, href);
  }

  isCall(anchor: string): boolean {
    return this.#calls.has(anchor);
  }

  isNote(anchor: string): boolean {
    return this.#notes.has(anchor);
  }

  /** A link whose target may stand in a file that is not written yet. */
  linkLater(node: XmlElement, target: string, path: string, origin: Origin): void {
    this.#links.push({ node, target, path, origin });
  }

  /** Fills in where links lead; one that leads nowhere is text. */
  settleLinks(sink: Sink): void {
    for (const { node, target, path, origin } of this.#links) {
      const href = this.#anchors.get(target);
      if (href === undefined) {
        node.name = 'span';
        sink.report('epub-link-target', origin, { target });
      } else {
        node.attributes['href'] = href.startsWith(`${path}#`) ? href.slice(path.length) : href;
      }
    }
  }

  pathOfImage(image: ImageSource): string {
    const known = this.images.get(image);
    if (known !== undefined) return known;
    const path = `images/image-${String(this.images.size + 1).padStart(4, '0')}.${extensionOf(image)}`;
    this.images.set(image, path);
    return path;
  }

  /** The numbers of print pages that begin up to page `upTo` and were not yet marked. */
  takePages(upTo: number): readonly string[] {
    const labels = this.pages.labels.slice(this.#page + 1, upTo + 1).filter((label) => label !== '');
    this.#page = Math.max(this.#page, upTo);
    return labels;
  }
}

interface PendingLink {
  readonly node: XmlElement;
  readonly target: string;
  /** Of the file it stands in. */
  readonly path: string;
  readonly origin: Origin;
}
