import { createHash } from 'node:crypto';
import { type ByteParts, BytePartWriter, concatenate } from '../base/byte-parts.ts';
import type { Rect, Size } from '../base/geometry.ts';
import type { EmbeddedFont } from '../fontfile/embedded-font.ts';
import type { PdfVersion } from '../project/pdf-version.ts';
import { writeToUnicode } from '../textlayer/to-unicode.ts';
import { deflate } from './deflate.ts';
import { Deflater } from './deflater.ts';
import { ObjectStreams } from './object-streams.ts';
import type {
  PdfkitDocument,
  PdfkitFont,
  PdfkitNameTree,
  PdfkitPage,
  PdfkitStream,
} from './pdfkit-document.ts';

/** Values as pdfkit writes them: a string is a name, a `PdfText` a text string, bytes a byte string. */
export type PdfValue =
  | string
  | PdfText
  | Uint8Array
  | number
  | boolean
  | null
  | PdfRef
  | readonly PdfValue[]
  | PdfDict;
export interface PdfDict {
  [key: string]: PdfValue | undefined;
}
/** A text string: ASCII as it is, else UTF-16BE. */
type PdfText = Readonly<InstanceType<typeof String>>;

export function pdfText(text: string): PdfText {
  // pdfkit tells text strings from names by this wrapper.
  return new String(text);
}

/** Universal time, spelt out: some checkers refuse a bare Z (ISO 32000-1, 7.9.4). */
export function pdfDate(date: Date): PdfText {
  return pdfText(`D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`);
}

/** An indirect object; `end` writes it. */
export interface PdfRef {
  readonly id: number;
  readonly data: PdfDict;
  end(content?: Uint8Array): void;
}

/** What the `Do` operator paints (ISO 32000-1, 8.8): an image or a form. */
export interface PdfXObject {
  /** Its name in resource dictionaries. */
  readonly label: string;
  readonly obj: PdfRef | null;
}

export interface PdfOutlineItem {
  readonly outlineData: PdfDict;
  addItem(title: string): PdfOutlineItem;
}

interface PdfFileOptions {
  readonly version: PdfVersion;
  /** How many there will be. */
  readonly pages: number;
  /** Entries of the document information dictionary, which PDF 2.0 does without. */
  readonly info: Readonly<Record<string, string>>;
  readonly created: Date | null;
  readonly lang: string;
  /** Adds pdfkit's sRGB output intent, which is the same for PDF/A-2, PDF/A-3 and PDF/A-4. */
  readonly archival: boolean;
}

/** A PDF being written: the only file that reaches into pdfkit. pdfkit's own text layout is never called. */
export class PdfFile {
  readonly #document: PdfkitDocument;
  readonly #hash = createHash('sha256');
  readonly #parts = new BytePartWriter();
  readonly #deflater: Deflater;
  readonly #version: PdfVersion;
  readonly #fonts = new Map<EmbeddedFont, PdfkitFont>();
  #metadata = '';
  readonly #writer: ObjectStreams;
  #forms = 0;
  #images = 0;

  private constructor(document: PdfkitDocument, version: PdfVersion, pages: number) {
    this.#document = document;
    this.#deflater = new Deflater(pages);
    this.#version = version;
    this.#parts.push(Buffer.from(`%PDF-${version}`, 'latin1'));
    this.#parts.push(concatenate(drain(document)).subarray('%PDF-n.n'.length));
    this.#writer = new ObjectStreams(this.#parts, () => document._offsets.push(null));
    document._write = (data) => this.#writer.write(data);
    document._finalize = () => this.#writer.finish(this.#trailer());
    document.ref = deflated(document.ref);
    // pdfkit's XMP is not escaped and has dates by the clock; ours is put in its place.
    document.endMetadata = () => this.#writeMetadata();
  }

  /** Loads pdfkit (about 0.1 s) when the first page is due, not when the program starts. */
  static async open({ version, pages, info, created, lang, archival }: PdfFileOptions): Promise<PdfFile> {
    const { default: PDFDocument } = await import('pdfkit');
    const options = {
      autoFirstPage: false,
      // Pages are written at the end, when their streams are deflated.
      bufferPages: true,
      font: null,
      // The latest that pdfkit knows: the header is put right.
      pdfVersion: '1.7',
      lang,
      tagged: true,
      displayTitle: true,
      ...(archival ? { subset: 'PDF/A-2a' } : {}),
      // pdfkit fills a missing date from the clock, so one is given, and put right or taken away again.
      info: { ...info, CreationDate: new Date(0) },
    };
    const document = new PDFDocument(options as never) as unknown as PdfkitDocument;
    delete document.info['CreationDate'];
    // ISO 32000-2, 14.3.3, deprecates all of it but one date; ISO 19005-4, 6.1.3, forbids it.
    if (version === '2.0') for (const key of Object.keys(document.info)) delete document.info[key];
    else if (created)
      Object.assign(document.info, { CreationDate: pdfDate(created), ModDate: pdfDate(created) });
    return new PdfFile(document, version, pages);
  }

  get catalog(): PdfDict {
    return this.#document._root.data;
  }

  get viewerPreferences(): PdfDict {
    return this.#document._root.data.ViewerPreferences!.data;
  }

  get outline(): PdfOutlineItem {
    return this.#document.outline;
  }

  /** An indirect object still open for writing. */
  ref(data: PdfDict): PdfRef {
    return this.#document.ref(data);
  }

  /** An indirect object, written. */
  object(data: PdfDict): PdfRef {
    const ref = this.#document.ref(data);
    ref.end();
    return ref;
  }

  /** A stream, written, deflated. */
  stream(data: PdfDict, content: Uint8Array): PdfRef {
    this.#hash.update(content);
    const ref = this.#document.ref(data);
    ref.end(content);
    return ref;
  }

  /**
   * Makes the name tree of embedded files (ISO 32000-1, 7.7.4). pdfkit's own trees stand in the order of a
   * dictionary; a name tree is looked up by the bytes of its keys (7.9.6).
   */
  nameFiles(files: readonly { readonly name: string; readonly ref: PdfRef }[]): void {
    const sorted = files.toSorted((a, b) => Buffer.compare(encodeText(a.name), encodeText(b.name)));
    const names = sorted.flatMap(({ name, ref }) => [pdfText(name), ref]);
    this.#document._root.data.Names.data['EmbeddedFiles'] = { Names: names };
  }

  addPage(size: Size): PdfPage {
    this.#document.addPage({ size: [size.width, size.height], margin: 0 });
    // ISO 32000-2, 14.2: deprecated.
    if (this.#version === '2.0') delete this.#document.page.resources.data['ProcSet'];
    return new PdfPage(this.#document, this.#fonts, (bytes) => this.#addContent(bytes));
  }

  /**
   * Has a named place lead to an element (ISO 32000-2, 12.3.2.3); readers that know no structure
   * destinations go to the place on the page as before (12.3.2.4).
   */
  pointAtElement(name: string, element: PdfRef): void {
    const names = this.#document._root.data.Names.data['Dests'] as unknown as PdfkitNameTree;
    const place = names.get(name);
    names.add(name, { D: place, SD: [element, ...place.slice(1)] });
  }

  /** @param key tells fonts of one name apart. */
  embedFont(font: object, key: string): EmbeddedFont {
    this.#document.registerFont(key, font);
    this.#document.font(key);
    const embedded = this.#document._font;
    embedded.toUnicodeCmap = () => {
      const map = this.#document.ref({});
      map.end(new TextEncoder().encode(writeToUnicode(embedded.unicode)));
      return map;
    };
    this.#fonts.set(embedded, embedded);
    return embedded;
  }

  /** A stream that is written as it is: `data` names its filter. @param parts one after another, held until the file is written */
  encodedStream(data: PdfDict, parts: ByteParts): PdfRef {
    for (const part of parts) this.#hash.update(part);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const ref = this.#document.ref({ ...data, Length: length });
    this.#writer.attach(ref.id, parts);
    ref.end();
    return ref;
  }

  /** An image (ISO 32000-1, 8.9.5), written as it is. */
  embedImage(data: PdfDict, parts: ByteParts): PdfXObject {
    const obj = this.encodedStream({ Type: 'XObject', Subtype: 'Image', ...data }, parts);
    return { label: `I${++this.#images}`, obj };
  }

  /**
   * Embeds what is drawn again and again, within a box from the origin (ISO 32000-1, 8.10).
   *
   * @param group its transparency (11.6.6); null = that of what it is drawn on
   */
  embedForm(
    { width, height }: Size,
    operators: string,
    resources: PdfDict = {},
    group: PdfDict | null = null,
  ): PdfXObject {
    const data: PdfDict = {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: resources,
    };
    if (group !== null) data['Group'] = group;
    return { label: `D${++this.#forms}`, obj: this.stream(data, Buffer.from(operators, 'latin1')) };
  }

  get structTreeRoot(): PdfRef {
    return this.#document.getStructTreeRoot();
  }

  /** A new key of the parent tree (ISO 32000-1, 14.7.4.4). */
  nextParentKey(): number {
    return this.#document.createStructParentTreeNextKey();
  }

  setParent(key: number, value: PdfValue): void {
    this.#document.getStructParentTree().add(key, value);
  }

  /** @param xml a whole XMP packet. */
  setMetadata(xml: string): void {
    this.#metadata = xml;
    this.#hash.update(xml);
  }

  /** Ends the content of the page that is being written. */
  #addContent(content: Uint8Array): void {
    const stream = this.#document.page.content;
    const bytes = concatenate([...stream.buffer, content]);
    stream.buffer = [];
    stream.compress = false;
    stream.data['Filter'] = 'FlateDecode';
    this.#hash.update(bytes);
    this.#deflater.deflate(bytes, (deflated) => stream.buffer.push(deflated));
  }

  /** Writes what is left and gives the file. */
  async finish(): Promise<ByteParts> {
    await this.#deflater.settle();
    const document = this.#document;
    const names = document._root.data.Names.data as { Dests?: { limits: boolean } };
    // A root of a name tree has no Limits (ISO 32000-1, 7.9.6).
    if (names.Dests) names.Dests.limits = false;
    // Same input, same /ID; another page, another /ID (ISO 32000-1, 14.4).
    document._id = Uint8Array.from(this.#hash.digest().subarray(0, 16));
    document.end();
    return this.#parts.finish();
  }

  #trailer(): string {
    const { _root, _info, _id } = this.#document;
    const id = `<${Buffer.from(_id).toString('hex')}>`;
    const info = this.#version === '2.0' ? '' : ` /Info ${_info}`;
    return `/Root ${_root}${info} /ID [${id} ${id}]`;
  }

  #writeMetadata(): void {
    const stream = this.#document.ref({ Type: 'Metadata', Subtype: 'XML' });
    // ISO 19005-2, 6.6.2.1 and archivists' tools want to read it without inflating.
    stream.compress = false;
    stream.end(new TextEncoder().encode(this.#metadata));
    this.#document._root.data['Metadata'] = stream;
  }
}

/** The page that is being written; the next `addPage` ends it. */
export class PdfPage {
  readonly ref: PdfRef;
  readonly #document: PdfkitDocument;
  readonly #page: PdfkitPage;
  readonly #fonts: ReadonlyMap<EmbeddedFont, PdfkitFont>;
  readonly #addContent: (content: Uint8Array) => void;

  constructor(
    document: PdfkitDocument,
    fonts: ReadonlyMap<EmbeddedFont, PdfkitFont>,
    addContent: (content: Uint8Array) => void,
  ) {
    this.#document = document;
    this.#page = document.page;
    this.#fonts = fonts;
    this.ref = document.page.dictionary;
    this.#addContent = addContent;
  }

  /** The page's key in the parent tree; asking for it gives it one. */
  get parentKey(): number {
    return this.#page.structParentTreeKey;
  }

  /** A boundary beside the MediaBox (ISO 32000-1, 14.11.2). */
  setBox(name: 'TrimBox' | 'BleedBox', { x, y, width, height }: Rect, pageHeight: number): void {
    this.ref.data[name] = [x, pageHeight - y - height, x + width, pageHeight - y];
  }

  useFont(font: EmbeddedFont): void {
    this.#page.fonts[font.id] = this.#fonts.get(font)!.ref();
  }

  useXObject({ label, obj }: PdfXObject): void {
    this.#page.xobjects[label] = obj!;
  }

  annotate(annotation: PdfRef): void {
    this.#page.annotations.push(annotation);
  }

  /** A place on this page by name, the top of the window at `y` points from the page's top. */
  addDestination(name: string, y: number): void {
    this.#document.addNamedDestination(name, 'XYZ', null, y, null);
  }

  /** @param content all its operators; y runs downwards (pdfkit opens each page with that transform) */
  write(content: Uint8Array): void {
    this.#addContent(content);
  }
}

/** As pdfkit encodes a `PdfText`. */
function encodeText(text: string): Buffer {
  if (/^[\x00-\x7F]*$/.test(text)) return Buffer.from(text, 'latin1');
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
}

/** `ref` of a document, such that streams are deflated as we do it: pdfkit leaves zlib its usual memory. */
function deflated(ref: PdfkitDocument['ref']): PdfkitDocument['ref'] {
  return function (this: PdfkitDocument, data) {
    const stream = ref.call(this, data);
    stream.finalize = finalizeDeflated;
    return stream;
  };
}

function finalizeDeflated(this: PdfkitStream): void {
  if (this.compress && this.buffer.length > 0) {
    this.buffer = [deflate(concatenate(this.buffer))];
    this.compress = false;
  }
  Object.getPrototypeOf(this).finalize.call(this);
}

/** What the constructor has already pushed into the stream: the file header. */
function drain(document: PdfkitDocument): Uint8Array[] {
  const stream = document as unknown as { read(): Uint8Array | null };
  const chunks: Uint8Array[] = [];
  for (let chunk = stream.read(); chunk; chunk = stream.read()) chunks.push(chunk);
  return chunks;
}
