import { ContentCache } from '../base/content-cache.ts';
import { HarfbuzzFace } from './harfbuzz-face.ts';

/** Of font files: the bundled faces that documents use are 2 MB, a face of Chinese characters is 10. */
const MOST_BYTES = 64 * 1024 * 1024;

const faces = new ContentCache<HarfbuzzFace>(MOST_BYTES);

/** What a face is called, as in `Face`. */
interface FaceName {
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

/**
 * The face of a font file. To open one takes longer than to set a page with it, so it is kept for the documents
 * to come: one face for all files of the same name and content.
 *
 * @throws RangeError where the file is not a font that HarfBuzz can open.
 */
export function openFace({ id, family, weight, italic }: FaceName, bytes: Uint8Array): HarfbuzzFace {
  const name = `${id}|${family}|${weight}|${italic}`;
  const face = faces.get(name, bytes, (own) => new HarfbuzzFace(id, family, weight, italic, own));
  face.forgetWords();
  return face;
}
