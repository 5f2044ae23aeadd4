import { checkSize } from './check-size.ts';
import { RasterFault } from './raster-fault.ts';
import { viewOf } from './tag.ts';

/** What the chunk IHDR says (PNG 3rd edition, 11.2.1). */
export interface PngHeader {
  /** Pixels, as stored. */
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly depth: number;
  readonly colorType: PngColorType;
  /** Samples a pixel: 1, 2, 3 or 4. */
  readonly samples: number;
  readonly interlaced: boolean;
}

/** Grey, colour, places in a palette; grey and colour with transparency. */
type PngColorType = 0 | 2 | 3 | 4 | 6;

/** Samples a pixel, and depths that there are, by colour type (PNG 3rd edition, table 12). */
const KINDS: Readonly<
  Record<PngColorType, { readonly samples: number; readonly depths: readonly number[] }>
> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/** @throws RasterFault */
export function readHeader(body: Uint8Array): PngHeader {
  const view = viewOf(body);
  if (body.length !== 13) throw new RasterFault('png-chunk', { chunk: 'IHDR' });
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type, compression, filter, interlace] = body.subarray(8);
  checkSize(width, height);
  const kind = isColorType(type!) ? KINDS[type] : null;
  if (kind === null || !kind.depths.includes(depth!))
    throw new RasterFault('png-kind', { type: type!, depth: depth! });
  if (compression !== 0 || filter !== 0 || interlace! > 1) throw new RasterFault('png-method');
  return {
    width,
    height,
    depth: depth!,
    colorType: type as PngColorType,
    samples: kind.samples,
    interlaced: interlace === 1,
  };
}

/** Bytes of so many pixels side by side, without the byte of their filter. */
export function bytesOfRow({ depth, samples }: PngHeader, width: number): number {
  return Math.ceil((width * depth * samples) / 8);
}

function isColorType(type: number): type is PngColorType {
  return Object.hasOwn(KINDS, type);
}
