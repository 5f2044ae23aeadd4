import type { ByteParts, BytePartWriter } from '../base/byte-parts.ts';
import { deflate } from './deflate.ts';

/** Where an object is: by itself at a byte offset, or within an object stream. */
type Place =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

interface Packed {
  readonly id: number;
  readonly text: string;
}

/** More would make a reader inflate much to find one; fewer compress worse. */
const OBJECTS_PER_STREAM = 200;

/**
 * Packs the objects of a PDF that are no streams into object streams, with a cross-reference stream in
 * place of the table (ISO 32000-1, 7.5.7 and 7.5.8). A tagged book is mostly such objects, of which one
 * looks like the other: this takes a third off the file. It is fed what pdfkit writes, piece by piece.
 */
export class ObjectStreams {
  readonly #file: BytePartWriter;
  readonly #newId: () => number;
  readonly #places = new Map<number, Place>();
  readonly #bodies = new Map<number, ByteParts>();
  #packed: Packed[] = [];
  /** The object that is being written: its head is held back until it is clear what it is. */
  #open: { readonly id: number; text: string; isStream: boolean } | null = null;

  /**
   * @param file to which the header is written already
   * @param newId takes the next object number
   */
  constructor(file: BytePartWriter, newId: () => number) {
    this.#file = file;
    this.#newId = newId;
  }

  /** @param data what pdfkit writes: a line, or the bytes of a stream */
  write(data: string | Uint8Array): void {
    const open = this.#open;
    if (!open) this.#open = { id: Number.parseInt(String(data), 10), text: '', isStream: false };
    else if (data === 'endobj') this.#close(open);
    else if (open.isStream) this.#emit(data);
    else if (data === 'stream') this.#beginStream(open);
    else open.text += data;
  }

  /**
   * Gives object `id`, whose dictionary pdfkit will write alone, the data of its stream: pdfkit would join what is in
   * parts, and images are large.
   */
  attach(id: number, parts: ByteParts): void {
    this.#bodies.set(id, parts);
  }

  /** Writes what is left. @param trailer the entries of the trailer, as PDF */
  finish(trailer: string): void {
    this.#flush();
    const id = this.#newId();
    const start = this.#file.length;
    this.#places.set(id, { kind: 'offset', offset: start });
    const bytes = deflate(predictUp(this.#table(id + 1), ENTRY));
    this.#emit(
      `${id} 0 obj\n<< /Type /XRef /Size ${id + 1} /W [1 4 2] /Length ${bytes.length} /Filter /FlateDecode ` +
        `/DecodeParms << /Predictor 12 /Columns ${ENTRY} >> ${trailer} >>\nstream`,
    );
    this.#emit(bytes);
    this.#emit(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`);
  }

  #beginStream(open: { readonly id: number; readonly text: string; isStream: boolean }): void {
    open.isStream = true;
    this.#places.set(open.id, { kind: 'offset', offset: this.#file.length });
    this.#emit(`${open.id} 0 obj\n${open.text}\nstream`);
  }

  #close(open: { readonly id: number; readonly text: string; isStream: boolean }): void {
    this.#open = null;
    const { id, text } = open;
    const body = this.#bodies.get(id);
    if (body !== undefined) {
      this.#beginStream(open);
      for (const part of body) this.#emit(part);
      this.#emit('\nendstream');
    }
    if (open.isStream) {
      this.#emit('endobj');
      return;
    }
    this.#packed.push({ id, text });
    if (this.#packed.length >= OBJECTS_PER_STREAM) this.#flush();
  }

  #flush(): void {
    const packed = this.#packed;
    if (packed.length === 0) return;
    this.#packed = [];
    const stream = this.#newId();
    let index = '';
    let body = '';
    packed.forEach(({ id, text }, place) => {
      index += `${id} ${body.length} `;
      body += `${text}\n`;
      this.#places.set(id, { kind: 'packed', stream, index: place });
    });
    const bytes = deflate(Buffer.from(index + body, 'latin1'));
    this.#places.set(stream, { kind: 'offset', offset: this.#file.length });
    this.#emit(
      `${stream} 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${index.length} ` +
        `/Length ${bytes.length} /Filter /FlateDecode >>\nstream`,
    );
    this.#emit(bytes);
    this.#emit('\nendstream\nendobj');
  }

  /** One entry for each object number below `size`; numbers never used are free. */
  #table(size: number): Uint8Array {
    const table = new Uint8Array(size * ENTRY);
    const view = new DataView(table.buffer);
    for (let id = 0; id < size; id++) {
      const place = this.#places.get(id);
      const at = id * ENTRY;
      if (place === undefined) {
        view.setUint16(at + 5, 0xffff);
      } else if (place.kind === 'offset') {
        view.setUint8(at, 1);
        view.setUint32(at + 1, place.offset);
      } else {
        view.setUint8(at, 2);
        view.setUint32(at + 1, place.stream);
        view.setUint16(at + 5, place.index);
      }
    }
    return table;
  }

  #emit(data: string | Uint8Array): void {
    this.#file.push(typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data);
  }
}

/** Bytes of an entry: kind, four for an offset or a stream, two for an index or a generation. */
const ENTRY = 7;

/** The PNG filter "up": rows that resemble the row above become rows of zeros. */
function predictUp(table: Uint8Array, columns: number): Uint8Array {
  const rows = table.length / columns;
  const filtered = new Uint8Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    filtered[row * (columns + 1)] = 2;
    for (let column = 0; column < columns; column++) {
      const above = row === 0 ? 0 : table[(row - 1) * columns + column]!;
      filtered[row * (columns + 1) + column + 1] = table[row * columns + column]! - above;
    }
  }
  return filtered;
}
