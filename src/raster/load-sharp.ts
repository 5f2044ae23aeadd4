import { loadPeer } from '../base/load-peer.ts';

/** What we use of sharp, an optional peer: it is given bytes and yields bytes, and opens no file. */
export type Sharp = (
  bytes: Uint8Array,
  options: {
    readonly limitInputPixels: number;
    readonly failOn?: 'error' | 'warning';
    readonly pages?: number;
  },
) => SharpImage;

interface SharpImage {
  metadata(): Promise<{
    readonly width: number;
    readonly height: number;
    readonly space?: string;
    readonly hasAlpha?: boolean;
  }>;
  autoOrient(): SharpImage;
  resize(width: number, height: number, options: Readonly<Record<string, string | boolean>>): SharpImage;
  toColourspace(space: string): SharpImage;
  png(options: typeof PNG): SharpImage;
  jpeg(options: Readonly<Record<string, string | number | boolean>>): SharpImage;
  toBuffer(): Promise<Uint8Array>;
}

/** Everything that could differ from one release of sharp to the next is spelt out: same input, same bytes. */
export const PNG = {
  compressionLevel: 9,
  adaptiveFiltering: true,
  palette: false,
  progressive: false,
} as const;

/** sharp's names of grey, in 8 and in 16 bits. */
const GREYS: ReadonlySet<string> = new Set(['b-w', 'grey16']);

/** The space in which an image of that space is written: grey stays grey, colours become sRGB. */
export function spaceToWrite(space: string): 'b-w' | 'srgb' {
  return GREYS.has(space) ? 'b-w' : 'srgb';
}

/** sharp, or null where it is not installed or has no part for this machine. */
export async function loadSharp(): Promise<Sharp | null> {
  try {
    const sharp = await loadPeer<{ readonly default: Sharp }>('sharp');
    return sharp === null ? null : sharp.default;
  } catch (error) {
    // npm leaves out the binary of another platform without a word, and sharp says so only here.
    const isHalfInstalled = error instanceof Error && error.message.startsWith('Could not load the "sharp"');
    if (!isHalfInstalled) throw error;
    return null;
  }
}
