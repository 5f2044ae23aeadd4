import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { XmlElement } from '../base/xml.ts';
import type { Face } from '../font/face.ts';
import type { Settings } from '../project/settings.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { ResolvedNote } from '../resolve/inline-nodes.ts';
import type { Theme } from '../theme/theme.ts';
import type { NavEntry, PrintPageBreak } from './chapter.ts';
import { extensionOf } from './image-file.ts';
import type { PrintPages } from './print-pages.ts';

/** What an e-book is written from, beside its text. */
type DraftSource = Pick<Draft, 'settings' | 'theme' | 'pages' | 'faces'>;

/** What the files of one e-book share while they are written. */
export class Draft {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly pages: PrintPages;
  /** That the print uses. */
  readonly faces: readonly Face[];
  /** In reading order. */
  readonly contents: NavEntry[] = [];
  readonly breaks: PrintPageBreak[] = [];
  readonly #images = new Map<ImageSource | Uint8Array, PackedImage>();
  /** Rows of the theme's tables that are in use. */
  readonly styleNames = new Set<string>();
  readonly boxes = new Set<string>();
  /** Whether some of it begins from the other side. */
  isTurned = false;
  /** Whether words are emphasised by weight. */
  hasHeavy = false;
  /** Whether there is code in colour, and whether lines of code have something before them. */
  coloursCode = false;
  marksLines = false;
  /** Where the body's own list of contents stands. */
  contentsHref: string | null = null;
  /** Of the file that is being written, in the order of their calls. */
  #notes: ResolvedNote[] = [];
  readonly #targets: ReadonlySet<string>;
  readonly #anchors = new Map<string, string>();
  readonly #links: PendingLink[] = [];
  readonly #sink: Sink;
  #ids = 0;
  #page = -1;

  /** @param targets what links of the document may lead to */
  constructor(source: DraftSource, targets: ReadonlySet<string>, sink: Sink) {
    this.settings = source.settings;
    this.theme = source.theme;
    this.pages = source.pages;
    this.faces = source.faces;
    this.#targets = targets;
    this.#sink = sink;
  }

  /** Made up: an author's id may be anything, and must be unique over all files. */
  newId(): string {
    return `id-${++this.#ids}`;
  }

  placeAnchor(anchor: string, href: string): void {
    if (!this.#anchors.has(anchor)) this.#anchors.set(anchor, href);
  }

  noteCalled(note: ResolvedNote): void {
    this.#notes.push(note);
  }

  takeNotes(): readonly ResolvedNote[] {
    return this.#notes.splice(0);
  }

  /** Whether a link leads to a place of the document; where it does not, that is reported. */
  hasTarget(target: string, origin: Origin): boolean {
    if (this.#targets.has(target)) return true;
    this.#sink.report('epub-link-target', origin, { target });
    return false;
  }

  /** A link whose target may stand in a file that is not written yet. @param path of the file it stands in */
  linkLater(node: XmlElement, target: string, path: string): void {
    this.#links.push({ node, target, path });
  }

  /** Fills in where links lead. */
  settleLinks(): void {
    for (const { node, target, path } of this.#links) {
      const href = this.#anchors.get(target);
      if (href === undefined) continue;
      node.attributes['href'] = href.startsWith(`${path}#`) ? href.slice(path.length) : href;
    }
  }

  pathOfImage(image: ImageSource): string {
    const key = image.kind === 'raster' ? image.bytes : image;
    const known = this.#images.get(key);
    if (known !== undefined) return known.path;
    const path = `images/image-${String(this.#images.size + 1).padStart(4, '0')}.${extensionOf(image)}`;
    this.#images.set(key, { image, path });
    return path;
  }

  /** In the order in which they are met; files of the same bytes are one. */
  get images(): readonly PackedImage[] {
    return [...this.#images.values()];
  }

  /** The numbers of print pages that begin up to page `upTo` and were not yet marked. */
  takePages(upTo: number): readonly string[] {
    const labels = this.pages.labels.slice(this.#page + 1, upTo + 1).filter((label) => label !== '');
    this.#page = Math.max(this.#page, upTo);
    return labels;
  }
}

interface PackedImage {
  readonly image: ImageSource;
  /** In the package. */
  readonly path: string;
}

interface PendingLink {
  readonly node: XmlElement;
  readonly target: string;
  /** Of the file it stands in. */
  readonly path: string;
}
