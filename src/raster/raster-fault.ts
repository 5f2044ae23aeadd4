import type { MessageValues, Wording } from '../base/diagnostic.ts';
import { type RasterReason, rasterReasons } from '../base/messages/raster.ts';

/** What is wrong with an image file, found while it is read. */
export class RasterFault extends Error {
  readonly reason: RasterReason;
  readonly #values: MessageValues;

  constructor(reason: RasterReason, values: MessageValues = {}) {
    super(reason);
    this.reason = reason;
    this.#values = values;
  }

  /** The reason in both languages. */
  get wording(): Wording {
    const { en, ar } = rasterReasons[this.reason];
    const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(this.#values[name]));
    return { en: put(en), ar: put(ar) };
  }

  /** Whether it is the size that is refused, and not the file. */
  get isLimit(): boolean {
    return LIMITS.has(this.reason);
  }
}

const LIMITS: ReadonlySet<RasterReason> = new Set(['side', 'pixels', 'document-files', 'document-pixels']);
