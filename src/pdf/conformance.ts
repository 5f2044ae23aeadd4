import type { Sink } from '../base/diagnostic.ts';
import type { StructElement } from '../base/element.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Origin } from '../base/origin.ts';
import type { Laid } from '../page/page.ts';
import type { Attachment } from '../project/attachment.ts';
import type { PdfVersion } from '../project/pdf-version.ts';
import type { StructNode } from '../tags/structure-tree.ts';
import { findCodePoints, findPrivateUse, PRIVATE_USE } from '../textlayer/private-use.ts';
import { findInkImages } from './image.ts';
import { findLongStrings, findStrings } from './long-strings.ts';

/**
 * What the file shall claim to be. `archive` is PDF/A and PDF/UA together, as far as the document
 * allows; `plain` claims nothing. Both are tagged and written alike otherwise.
 */
export type Conformance = 'archive' | 'plain';

/** What the file does claim in its XMP. */
export interface Claims {
  /** Null = no PDF/A. */
  readonly archival: Archival | null;
  /**
   * The part of PDF/UA: 1 (ISO 14289-1) of PDF 1.7, 2 (ISO 14289-2) of PDF 2.0, and with it Well-Tagged PDF
   * for accessibility and for reuse, which demand no more; null = none.
   */
  readonly accessible: 1 | 2 | null;
}

/**
 * PDF/A-2a (ISO 19005-2) or, for a file that carries files, PDF/A-3a (ISO 19005-3); of PDF 2.0 PDF/A-4
 * (ISO 19005-4), which without files has no level, or PDF/A-4f.
 */
type Archival =
  | { readonly part: 2 | 3; readonly level: 'A' }
  | { readonly part: 4; readonly level: 'F' | null };

/** What claims rest on. */
interface Evidence {
  readonly version: PdfVersion;
  readonly laid: Laid;
  readonly root: StructNode<unknown>;
  readonly attachments: readonly Attachment[];
  /** Whether characters of private use are shown: to find out where takes a walk over all text. */
  readonly hasPrivateUse: boolean;
  /** Whether boxes stand for characters that no face has; likewise. */
  readonly hasCodePoints: boolean;
  /** As written into the file. */
  readonly created: Date | null;
}

type Clauses = Readonly<Record<PdfVersion, string | null>>;

/** A demand of a standard that depends on the document and not on how we write it. */
interface Demand {
  /** Says in its words what to do. */
  readonly rule: MessageId;
  /** The clause of PDF/A, and of PDF/UA, by version of PDF; null = that one does not demand it. */
  readonly archival: Clauses | null;
  readonly accessible: Clauses | null;
  /** Where it is not met; [] where it is. */
  findFaults(evidence: Evidence, elements: readonly StructElement[]): readonly (Origin | null)[];
}

/** BCP 47 as far as ISO 19005-2, 6.7.4, looks: the syntax. */
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

const DEMANDS: readonly Demand[] = [
  {
    // The metadata has a title.
    rule: 'claim-title',
    archival: null,
    accessible: { '1.7': 'ISO 14289-1, 7.1', '2.0': 'ISO 14289-2, 8.11.1' },
    findFaults: ({ laid: { info } }) => (info.title.trim() === '' ? [null] : []),
  },
  {
    // The language is known.
    rule: 'claim-language',
    archival: { '1.7': 'ISO 19005-2, 6.7.4', '2.0': null },
    accessible: { '1.7': 'ISO 14289-1, 7.2', '2.0': 'ISO 14289-2, 8.4.4' },
    findFaults: ({ laid: { info } }, elements) => [
      ...(LANGUAGE.test(info.lang) ? [] : [null]),
      ...originsOf(elements, ({ lang }) => lang !== null && !LANGUAGE.test(lang)),
    ],
  },
  {
    // Figures and formulas have a text alternative.
    rule: 'claim-alternative',
    archival: null,
    accessible: { '1.7': 'ISO 14289-1, 7.3', '2.0': 'ISO 14289-2, 8.2.5.28.2' },
    findFaults: (_, elements) =>
      originsOf(
        elements,
        ({ tag, alt, attributes }) =>
          (tag === 'Figure' || tag === 'Formula') && !alt && !attributes.actualText,
      ),
  },
  {
    // Headings begin at level 1 and skip none.
    rule: 'claim-headings',
    archival: null,
    accessible: { '1.7': 'ISO 14289-1, 7.4.2', '2.0': 'ISO 14289-2, 8.2.5.12' },
    findFaults: (_, elements) => {
      const headings = elements.filter(({ tag }) => /^H[1-6]$/.test(tag));
      const levels = headings.map(({ tag }) => Number(tag[1]));
      const skipping = levels.flatMap((level, at) => (level > (levels[at - 1] ?? 0) + 1 ? [at] : []));
      return skipping.map((at) => headings[at]!.origin);
    },
  },
  {
    // No string is longer than every reader can hold.
    rule: 'claim-long-text',
    archival: { '1.7': 'ISO 19005-2, 6.1.13', '2.0': null },
    accessible: null,
    findFaults: ({ laid }, elements) => findLongStrings(laid, elements),
  },
  {
    // What only a font can explain is said in words.
    rule: 'claim-private-use',
    archival: { '1.7': 'ISO 19005-2, 6.2.11.7.3', '2.0': 'ISO 19005-4, 6.2.10.8' },
    accessible: { '1.7': null, '2.0': 'ISO 14289-2, 8.4.3' },
    findFaults: ({ version, laid, hasPrivateUse, attachments }, elements) => [
      ...(hasPrivateUse ? findPrivateUse(laid) : []),
      // ISO 14289-2, 8.6: nor in what is written to be read without being shown.
      ...(version === '2.0' ? findStrings(laid, elements, isPrivate) : []),
      ...(version === '2.0' && attachments.some(hasPrivateName) ? [null] : []),
    ],
  },
  {
    // Nothing is shown that says "there is no such glyph".
    rule: 'claim-glyph',
    archival: { '1.7': 'ISO 19005-2, 6.2.11.8', '2.0': 'ISO 19005-4, 6.2.10.9' },
    accessible: { '1.7': 'ISO 14289-1, 7.21.8', '2.0': 'ISO 14289-2, 8.4.5.9' },
    findFaults: ({ laid, hasCodePoints }) => (hasCodePoints ? findCodePoints(laid) : []),
  },
  {
    // Inks have no meaning beside an output intent for screens.
    rule: 'claim-inks',
    archival: { '1.7': 'ISO 19005-2, 6.2.4.3', '2.0': 'ISO 19005-4, 6.2.4.3' },
    accessible: null,
    findFaults: ({ laid }) => findInkImages(laid),
  },
  {
    // Each embedded file says when it was changed last.
    rule: 'claim-date',
    archival: { '1.7': 'ISO 19005-3, 6.8', '2.0': 'ISO 32000-2, 14.13.2' },
    accessible: null,
    findFaults: ({ attachments, created }) => (attachments.length > 0 && created === null ? [null] : []),
  },
];

/**
 * The claims that the document bears out: a claim that a validator would refute is worse than none. What
 * stands in the way of one is reported, so that nobody takes the file for what it is not.
 */
export function decideClaims(evidence: Evidence, wanted: Conformance, sink: Sink): Claims {
  const { version } = evidence;
  if (wanted === 'plain') return { archival: null, accessible: null };
  const archival = archivalOf(evidence);
  const accessible = version === '2.0' ? 2 : 1;
  const elements = elementsOf(evidence.root);
  const failed = DEMANDS.filter((demand) => {
    const { rule } = demand;
    const clauses = [demand.archival?.[version], demand.accessible?.[version]];
    const faults = clauses.some(Boolean) ? demand.findFaults(evidence, elements) : [];
    const claims = [nameArchival(archival), ACCESSIBLE[accessible]].filter((_, index) => clauses[index]);
    const values = { claims: claims.join(' + '), clauses: clauses.filter(Boolean).join('; ') };
    for (const origin of faults) sink.report(rule, origin, values);
    return faults.length > 0;
  });
  return {
    archival: failed.some((demand) => demand.archival?.[version]) ? null : archival,
    accessible: failed.some((demand) => demand.accessible?.[version]) ? null : accessible,
  };
}

function archivalOf({ version, attachments }: Evidence): Archival {
  const carries = attachments.length > 0;
  if (version === '2.0') return { part: 4, level: carries ? 'F' : null };
  return { part: carries ? 3 : 2, level: 'A' };
}

function nameArchival({ part, level }: Archival): string {
  return `PDF/A-${part}${level?.toLowerCase() ?? ''}`;
}

const ACCESSIBLE = { 1: 'PDF/UA-1', 2: 'PDF/UA-2 + WTPDF 1.0' } as const;

const isPrivate = (text: unknown) => typeof text === 'string' && PRIVATE_USE.test(text);
const hasPrivateName = ({ name, description }: Attachment) => isPrivate(name) || isPrivate(description);

function originsOf(
  elements: readonly StructElement[],
  isFaulty: (element: StructElement) => boolean,
): readonly Origin[] {
  return elements.filter(isFaulty).map(({ origin }) => origin);
}

/** In reading order. */
function elementsOf(node: StructNode<unknown>): StructElement[] {
  const elements: StructElement[] = [];
  const visit = (at: StructNode<unknown>) => {
    elements.push(at.element);
    for (const item of at.items) if (item.kind === 'node') visit(item.node);
  };
  visit(node);
  return elements;
}
