import type { Envelope } from './envelope.ts';
import type { Format } from './format.ts';
import type { PdfVersion } from './pdf-version.ts';
import type { Profile } from './profile.ts';
import type { TextPurpose } from './text-purpose.ts';

/** What is asked to be built, with nothing left to be supposed. */
export interface CompleteRequest {
  /**
   * Markdown files, or one book: a book.yaml, a SUMMARY.md, or a folder with one of them or with Markdown files;
   * relative to the world's root, `/` separators; `-` is `text`.
   */
  readonly files: readonly string[];
  /** Markdown that stands for the file `-`. */
  readonly text: string | null;
  readonly format: Format;
  readonly profile: Profile;
  /** Of the e-mail that shall carry the document; null = it is wanted as it is. */
  readonly envelope: Envelope | null;
  /** What is set over everything the document says; null = nothing is. */
  readonly template: string | null;
  readonly theme: string | null;
  readonly pdf: PdfVersion | null;
  readonly textFor: TextPurpose | null;
  /** Files that the document shall carry beside those it names itself, as `files`. */
  readonly attachments: readonly string[];
}

/** A request with what is said; all the rest has its default. */
export function makeRequest(said: Partial<CompleteRequest> = {}): CompleteRequest {
  return {
    files: [],
    text: null,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: null,
    theme: null,
    pdf: null,
    textFor: null,
    attachments: [],
    ...said,
  };
}

/** What is asked of a PDF although none is; empty where all can be had. */
export function pdfFieldsOf({
  format,
  profile,
  pdf,
  textFor,
}: {
  readonly format: Format;
  readonly profile: Profile;
  readonly pdf: string | null;
  readonly textFor: string | null;
}): readonly ('profile' | 'pdf' | 'textFor')[] {
  if (format === 'pdf') return [];
  return [
    ...(profile === 'screen' ? [] : ['profile' as const]),
    ...(pdf === null ? [] : ['pdf' as const]),
    ...(textFor === null ? [] : ['textFor' as const]),
  ];
}
