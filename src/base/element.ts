import type { Origin } from './origin.ts';

/**
 * A structure element of tagged PDF (ISO 32000-1, 14.7 and 14.8.4), made where the meaning of a node is
 * known (`style`) and only pointed at by what is laid out later: a draw item carries the element it belongs
 * to, and the painter writes the tree. Children are not listed: `order` is the order of creation, which
 * is the order of the source, and that is the reading order.
 */
export interface StructElement {
  readonly tag: StructTag;
  readonly parent: StructElement | null;
  readonly order: number;
  /** Alternative text (14.9.3); null where the content speaks for itself. */
  readonly alt: string | null;
  /** BCP 47 language where it differs from the parent's, else null. */
  readonly lang: string | null;
  /** What only some tags have. */
  readonly attributes: StructAttributes;
  readonly origin: Origin;
}

export type StructTag =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Note'
  | 'Reference'
  | 'BibEntry'
  | 'Code'
  | 'Link'
  | 'Figure'
  | 'Formula';

export interface StructAttributes {
  /** Column or row header cells (Table attribute `Scope`). */
  readonly scope?: 'Row' | 'Column';
  readonly columnSpan?: number;
  /**
   * How the labels of a list are made. `Description` and `Ordered` are of PDF 2.0 (ISO 32000-2, table 382); readers
   * of PDF 1.7 take what they do not know for `None` (ISO 32000-1, table 347).
   */
  readonly listNumbering?:
    | 'Description'
    | 'Disc'
    | 'Ordered'
    | 'Decimal'
    | 'UpperAlpha'
    | 'LowerAlpha'
    | 'LowerRoman';
  /** Text that replaces the content when spoken (14.9.4); for drawn symbols such as a check box. */
  readonly actualText?: string;
  readonly title?: string;
}

/** Content outside the reading order (14.8.2.2): page furniture, rules, backgrounds. */
export interface Artifact {
  readonly artifact: 'Pagination' | 'Layout' | 'Background' | 'Page';
  /** Only for Pagination. */
  readonly subtype: 'Header' | 'Footer' | null;
}

export type TagTarget = StructElement | Artifact;

/** Where what is tagged was written; null for page furniture. */
export function originOfTarget(tagTarget: TagTarget): Origin | null {
  return isArtifact(tagTarget) ? null : tagTarget.origin;
}

export function isArtifact(tagTarget: TagTarget): tagTarget is Artifact {
  return 'artifact' in tagTarget;
}

/** Rules, backgrounds, drawn lines: seen, never read aloud. */
export const DECORATION: Artifact = { artifact: 'Layout', subtype: null };
export const HEADER: Artifact = { artifact: 'Pagination', subtype: 'Header' };
export const FOOTER: Artifact = { artifact: 'Pagination', subtype: 'Footer' };

/** What a picture shows, for who does not see it; '' where nobody says. */
export function altOf(tagTarget: TagTarget): string {
  return isArtifact(tagTarget) ? '' : (tagTarget.alt ?? '');
}
