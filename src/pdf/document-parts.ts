import type { DocumentFonts } from '../textlayer/document-font.ts';
import type { TextProfile } from '../textlayer/text-profile.ts';
import type { Destinations } from './destinations.ts';
import type { DocumentImages } from './image.ts';
import type { PdfFile } from './pdf-file.ts';

/** What all pages of a document share. */
export interface DocumentParts {
  readonly file: PdfFile;
  readonly fonts: DocumentFonts;
  readonly textProfile: TextProfile;
  readonly images: DocumentImages;
  readonly destinations: Destinations;
}
