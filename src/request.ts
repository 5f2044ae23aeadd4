import type { Format } from './project/format.ts';
import type { PdfVersion } from './project/pdf-version.ts';
import type { Profile } from './project/profile.ts';
import type { TextPurpose } from './project/text-purpose.ts';

/** What a program asks to be built. Whatever is left out, or null, has its default. */
export interface Request {
  /**
   * Markdown files, or one book: a book.yaml, a SUMMARY.md, or a folder with one of them or with Markdown files;
   * relative to the world's root, `/` separators; `-` is `text`. Default: `['-']` where there is a text, which is all that many callers need.
   */
  readonly files?: readonly string[] | null;
  /** Markdown, with its front matter: what stands for the file `-`. */
  readonly text?: string | null;
  /** Default: `pdf`. */
  readonly format?: Format | null;
  /** What the pages are for; default: `screen`. */
  readonly profile?: Profile | null;
  /** The name of a template, over what the document says. */
  readonly template?: string | null;
  /** The name of a theme or a path to one, over what the document says. */
  readonly theme?: string | null;
  /** Which PDF is written, over what the document says; default: `1.7`. */
  readonly pdf?: PdfVersion | null;
  /** For whom the text of the PDF is made first, over what the document says; default: `reading`. */
  readonly textFor?: TextPurpose | null;
  /** Files for the PDF to carry inside, beside those the document names itself; paths as in `files`. */
  readonly attachments?: readonly string[] | null;
  /** With one the result is an e-mail (`.eml`) that carries the document. */
  readonly envelope?: EnvelopeRequest | null;
}

/** Whom the e-mail is for. An address is `name@example.org` or `Name <name@example.org>`. */
export interface EnvelopeRequest {
  readonly to?: readonly string[] | null;
  readonly cc?: readonly string[] | null;
  /** Default: whoever opens the draft. */
  readonly from?: string | null;
  /** Default: the document's title. */
  readonly subject?: string | null;
  /** Whether it is written even when it is larger than most servers take; default: false. */
  readonly force?: boolean | null;
  /** When it is sent, in milliseconds since 1970; default: it is a draft, and has no date yet. */
  readonly sent?: number | null;
}
