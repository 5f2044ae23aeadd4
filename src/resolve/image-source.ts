/** A raster image read and measured. */
export interface ImageSource {
  readonly path: string;
  readonly format: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}
