import { concatenate } from '../src/base/byte-parts.ts';
import { paint } from '../src/pdf/paint.ts';

/** The PDF in one piece, as its readers want it. */
export async function paintWhole(...given: Parameters<typeof paint>): Promise<Uint8Array<ArrayBuffer>> {
  return concatenate(await paint(...given));
}
