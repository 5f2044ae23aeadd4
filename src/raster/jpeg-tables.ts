import type { JpegFrame } from './jpeg-file.ts';
import { RasterFault } from './raster-fault.ts';

/** The tables of a JPEG, which must be there before what is decoded by them (ITU-T T.81, B.2.4). */
export class JpegTables {
  readonly #quantization = new Set<number>();
  /** Class (0 for the mean of a block, 1 for the rest) times 16, and number. */
  readonly #huffman = new Set<number>();
  /** The table of quantization of each channel. */
  readonly #used: number[] = [];

  /** Whether a DQT is sound: 64 values of 8 or 16 bits after a number from 0 to 3. */
  addQuantization(body: Uint8Array): boolean {
    let at = 0;
    while (at < body.length) {
      const [precision, number] = [body[at]! >> 4, body[at]! & 15];
      if (precision > 1 || number > 3) return false;
      this.#quantization.add(number);
      at += 65 + 64 * precision;
    }
    return at === body.length && at > 0;
  }

  /** Whether a DHT is sound: counts of codes of 1 to 16 bits, which fit into so many bits, and their values. */
  addHuffman(body: Uint8Array): boolean {
    let at = 0;
    while (at + 17 <= body.length) {
      const [kind, number] = [body[at]! >> 4, body[at]! & 15];
      if (kind > 1 || number > 3) return false;
      let [values, room] = [0, 1];
      for (let bits = 1; bits <= 16; bits++) {
        const count = body[at + bits]!;
        values += count;
        room = room * 2 - count;
        if (room < 0) return false;
      }
      if (values > 256) return false;
      this.#huffman.add(kind * 16 + number);
      at += 17 + values;
    }
    return at === body.length && at > 0;
  }

  /** Whether the channels of a frame header are sound: each once, sampled 1 to 4 times. @param body of whole channels */
  isFrame(body: Uint8Array): boolean {
    const names = new Set<number>();
    for (let at = 6; at < body.length; at += 3) {
      const [across, down, table] = [body[at + 1]! >> 4, body[at + 1]! & 15, body[at + 2]!];
      if (across < 1 || across > 4 || down < 1 || down > 4 || table > 3 || names.has(body[at]!)) return false;
      names.add(body[at]!);
      this.#used.push(table);
    }
    return true;
  }

  /** Whether a scan header is sound and of this frame. @throws RasterFault where a table is missing */
  isScan(body: Uint8Array, { process, components }: JpegFrame): boolean {
    const count = body[0] ?? 0;
    if (count < 1 || count > components.length || body.length !== 4 + 2 * count) return false;
    // scans of the other processes hold all 64 values, whatever some cameras write here
    const [from, to, bits] = process === 2 ? body.subarray(1 + 2 * count) : [0, 63, 0];
    if (from! > to! || to! > 63 || (from! > 0 && count > 1)) return false;
    const needed = new Set<number>();
    for (let index = 0; index < count; index++) {
      const channel = components.indexOf(body[1 + 2 * index]!);
      if (channel < 0) return false;
      if (!this.#quantization.has(this.#used[channel]!)) throw new RasterFault('jpeg-tables');
      const tables = body[2 + 2 * index]!;
      // a later scan that refines the means has no codes
      if (from === 0 && bits! >> 4 === 0) needed.add(tables >> 4);
      if (to! > 0) needed.add(16 + (tables & 15));
    }
    if (![...needed].every((table) => this.#huffman.has(table))) throw new RasterFault('jpeg-tables');
    return true;
  }
}
