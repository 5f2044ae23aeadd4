import type { PdfFile, PdfRef, PdfValue } from './pdf-file.ts';

const DEVICE: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** IEC 61966-2-1: D65, and red, green and blue in X, Y and Z. */
const WHITE = [0.9505, 1, 1.089];
const PRIMARIES = [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505];

/** The ICC profiles of the images of a document, each written once. */
export class ColorProfiles {
  readonly #file: PdfFile;
  readonly #written: { readonly profile: Uint8Array; readonly ref: PdfRef }[] = [];

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /** The colour space of so many channels (ISO 32000-1, 8.6); without a profile that of the output intent. */
  spaceOf(channels: number, profile: Uint8Array | null): PdfValue {
    return profile === null ? DEVICE[channels]! : ['ICCBased', this.#write(profile, channels)];
  }

  /** Colours of the primaries and the white of sRGB with another power (ISO 32000-1, 8.6.5.2 and 8.6.5.3). */
  calibrated(channels: number, gamma: number): PdfValue {
    if (channels === 1) return ['CalGray', { WhitePoint: WHITE, Gamma: gamma }];
    return ['CalRGB', { WhitePoint: WHITE, Gamma: [gamma, gamma, gamma], Matrix: PRIMARIES }];
  }

  #write(profile: Uint8Array, channels: number): PdfRef {
    const known = this.#written.find((written) => Buffer.compare(written.profile, profile) === 0);
    if (known !== undefined) return known.ref;
    const ref = this.#file.stream({ N: channels }, profile);
    this.#written.push({ profile, ref });
    return ref;
  }
}
