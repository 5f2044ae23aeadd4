import type { PdfFile, PdfRef, PdfValue } from './pdf-file.ts';

const DEVICE: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

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

  #write(profile: Uint8Array, channels: number): PdfRef {
    const known = this.#written.find((written) => Buffer.compare(written.profile, profile) === 0);
    if (known !== undefined) return known.ref;
    const ref = this.#file.stream({ N: channels }, profile);
    this.#written.push({ profile, ref });
    return ref;
  }
}
