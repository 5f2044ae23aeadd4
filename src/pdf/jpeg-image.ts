import { readJpeg } from '../raster/jpeg-file.ts';
import type { ColorProfiles } from './color-profiles.ts';
import type { PdfDict, PdfFile, PdfXObject } from './pdf-file.ts';

/** Embeds a JPEG as it is. @throws RasterFault where it is none, which stages before this one have refused */
export function embedJpeg(bytes: Uint8Array, file: PdfFile, profiles: ColorProfiles): PdfXObject {
  const { width, height, components, adobe, isRgb, profile } = readJpeg(bytes);
  const { length: channels } = components;
  const data: PdfDict = {
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: profiles.spaceOf(channels, profile),
    Filter: 'DCTDecode',
  };
  // Adobe writes inks as the light that they leave, and so do all who write its segment.
  if (channels === 4 && adobe !== null) data['Decode'] = [1, 0, 1, 0, 1, 0, 1, 0];
  // ISO 32000-1, table 13: three channels are taken for YCbCr where nothing else is said.
  if (isRgb) data['DecodeParms'] = { ColorTransform: 0 };
  return file.embedImage(data, [bytes]);
}
