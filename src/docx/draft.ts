import type { Sink } from '../base/diagnostic.ts';
import { toAsciiDigits } from '../base/digits.ts';
import type { Origin } from '../base/origin.ts';
import { remember } from '../base/remember.ts';
import type { XmlElement } from '../base/xml.ts';
import type { Settings } from '../project/settings.ts';
import type { Drawing } from '../resolve/image-source.ts';
import type { ResolvedNote } from '../resolve/inline-nodes.ts';
import type { Resolved } from '../resolve/nodes.ts';
import { pictureOf } from '../resolve/picture-of-drawing.ts';
import { svgFile } from '../resolve/svg-file.ts';
import type { Theme } from '../theme/theme.ts';
import { Numbering } from './numbering.ts';
import { WordStyles } from './paragraph-styles.ts';
import type { PartLinks } from './part-links.ts';
import { valued, word } from './word-xml.ts';

/** A drawing as it is, and in pixels. */
interface DrawingFiles {
  readonly svg: Uint8Array;
  readonly png: Uint8Array;
}

/** What the parts of one Word document share while they are written. */
export class WordDraft {
  readonly settings: Settings;
  readonly theme: Theme;
  readonly styles: WordStyles;
  readonly numbering = new Numbering();
  /** Children of footnotes.xml. */
  readonly notes: XmlElement[] = [];
  /** Paragraphs that are white space alone, and where they say how much. */
  readonly gaps = new Map<XmlElement, XmlElement>();
  /** Of a list item that is begun: the number that its first paragraph takes. */
  number: XmlElement | null = null;
  /** Whether the next paragraph begins a page. */
  opensPage = false;
  /** Whether it has numbers of pages that only Word knows. */
  hasPageNumbers = false;
  readonly #media = new Map<Uint8Array, { readonly path: string; readonly bytes: Uint8Array }>();
  readonly #drawings = new Map<Drawing, DrawingFiles>();
  readonly #bookmarks = new Map<string, string>();
  readonly #placed = new Set<string>();
  readonly #counted = new Set<string>();
  readonly #targets: ReadonlySet<string>;
  readonly #sink: Sink;
  readonly #makeNote: MakeNote;
  #waiting: string[] = [];
  #ids = 0;
  #count = 0;

  /**
   * @param targets what links of the document may lead to
   * @param makeNote here so that what calls a note need not import what holds blocks
   */
  constructor(
    { theme, settings }: { readonly theme: Theme; readonly settings: Settings },
    targets: ReadonlySet<string>,
    makeNote: MakeNote,
    sink: Sink,
  ) {
    this.theme = theme;
    this.settings = settings;
    this.styles = new WordStyles(theme);
    this.#targets = targets;
    this.#makeNote = makeNote;
    this.#sink = sink;
  }

  /** For what must be told apart in all of the document. */
  newId(): number {
    return ++this.#ids;
  }

  /** What is linked to leads to the next paragraph. */
  expectAnchors(ids: readonly string[]): void {
    this.#waiting.push(...ids);
  }

  /** Bookmarks that stand at one place, for its own targets and for those that wait for one. */
  bookmarks(own: readonly string[] = []): readonly XmlElement[] {
    const names = [...this.#waiting.splice(0), ...own].filter((target) => !this.#placed.has(target));
    return names.flatMap((target) => {
      this.#placed.add(target);
      const id = this.newId();
      return [word('bookmarkStart', { id, name: this.bookmarkOf(target) }), word('bookmarkEnd', { id })];
    });
  }

  /** Made up: a name has 40 characters at most and no space. Names with a line before them Word does not list. */
  bookmarkOf(target: string): string {
    let name = this.#bookmarks.get(target);
    if (name === undefined) {
      name = `_Ref${String(this.#bookmarks.size + 1).padStart(9, '0')}`;
      this.#bookmarks.set(target, name);
    }
    return name;
  }

  /** Whether a link leads to a place of the document; where it does not, that is reported. */
  hasTarget(target: string, origin: Origin): boolean {
    if (this.#targets.has(target)) return true;
    this.#sink.report('docx-link-target', origin, { target });
    return false;
  }

  /** The id of a picture in a part; files of the same bytes are one. */
  linkImage(bytes: Uint8Array, ending: 'png' | 'jpg' | 'svg', links: PartLinks): string {
    let file = this.#media.get(bytes);
    if (file === undefined) {
      file = { path: `media/image${this.#media.size + 1}.${ending}`, bytes };
      this.#media.set(bytes, file);
    }
    return links.idOf('image', file.path);
  }

  /** The files of a drawing: itself, and a picture of it for programs that know no drawings. */
  filesOf(drawing: Drawing): DrawingFiles {
    return remember(this.#drawings, drawing, () => ({ svg: svgFile(drawing), png: pictureOf(drawing) }));
  }

  get media(): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
    return [...this.#media.values()];
  }

  /** A section begins, with which Word may count notes anew. */
  restartNotes(numbering: Resolved['noteNumbering']): void {
    if (numbering === 'chapter') this.#count = 0;
  }

  /** Whether the number that Word gives to the next note is that of the document; Word counts only those. */
  countsNote(label: string, bookmark: string): boolean {
    if (toAsciiDigits(label) !== String(this.#count + 1)) return false;
    this.#count++;
    this.#counted.add(bookmark);
    return true;
  }

  /** Whether the note of that bookmark has the number that Word gave it, in the digits of the reader's Word. */
  isCounted(bookmark: string): boolean {
    return this.#counted.has(bookmark);
  }

  /** @returns its id. 0 and 1 are those of the rules above notes. */
  writeNote(note: ResolvedNote, isCounted: boolean): number {
    const id = this.notes.length + 2;
    const written = word('footnote', { id });
    this.notes.push(written);
    written.children.push(...this.#makeNote(note, isCounted, this));
    return id;
  }

  /** Takes what the next paragraph has beside its own properties. */
  takePending(): readonly XmlElement[] {
    const { number, opensPage } = this;
    this.number = null;
    this.opensPage = false;
    return [...(number === null ? [] : [number]), ...(opensPage ? [word('pageBreakBefore')] : [])];
  }
}

type MakeNote = (note: ResolvedNote, isCounted: boolean, draft: WordDraft) => readonly XmlElement[];

/** A paragraph's place in a list. */
export function numberOf(list: number, level: number): XmlElement {
  return word('numPr', {}, [valued('ilvl', level), valued('numId', list)]);
}
