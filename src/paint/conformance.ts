import type { Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Origin } from '../base/origin.ts';
import type { Laid } from '../page/page.ts';
import type { Attachment } from '../project/attachment.ts';
import type { StructElement } from '../style/element.ts';
import { findInkImages } from './image.ts';
import { findLongStrings } from './long-strings.ts';
import { findCodePoints, findPrivateUse } from './private-use.ts';
import type { StructNode } from './structure-tree.ts';

/**
 * What the file shall claim to be. `archive` is PDF/A and PDF/UA-1 together, as far as the document
 * allows; `plain` claims nothing. Both are tagged and written alike otherwise.
 */
export type Conformance = 'archive' | 'plain';

/** What the file does claim in its XMP. */
export interface Claims {
  /** PDF/A-2a (ISO 19005-2), or PDF/A-3a (ISO 19005-3) for a file that carries files; null = neither. */
  readonly archivalPart: 2 | 3 | null;
  /** PDF/UA-1 (ISO 14289-1). */
  readonly accessible: boolean;
}

/** What claims rest on. */
export interface Evidence {
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

/** A demand of a standard that depends on the document and not on how we write it. */
interface Demand {
  /** Says in its words the clause and what to do. */
  readonly rule: MessageId;
  readonly archival: boolean;
  readonly accessible: boolean;
  /** Where it is not met; [] where it is. */
  findFaults(evidence: Evidence, elements: readonly StructElement[]): readonly (Origin | null)[];
}

const FIGURES = new Set(['Figure', 'Formula']);
/** BCP 47 as far as ISO 19005-2, 6.7.4, looks: the syntax. */
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

const DEMANDS: readonly Demand[] = [
  {
    // ISO 14289-1, 7.1: the metadata has a title.
    rule: 'claim-title',
    archival: false,
    accessible: true,
    findFaults: ({ laid: { info } }) => (info.title.trim() === '' ? [null] : []),
  },
  {
    // ISO 14289-1, 7.2; ISO 19005-2, 6.7.4: the language is known.
    rule: 'claim-language',
    archival: true,
    accessible: true,
    findFaults: ({ laid: { info } }, elements) => [
      ...(LANGUAGE.test(info.lang) ? [] : [null]),
      ...originsOf(elements, ({ lang }) => lang !== null && !LANGUAGE.test(lang)),
    ],
  },
  {
    // ISO 14289-1, 7.3 and 7.7: figures and formulas have a text alternative.
    rule: 'claim-alternative',
    archival: false,
    accessible: true,
    findFaults: (_, elements) =>
      originsOf(elements, ({ tag, alt, attributes }) => FIGURES.has(tag) && !alt && !attributes.actualText),
  },
  {
    // ISO 14289-1, 7.4.2: headings begin at level 1 and skip none.
    rule: 'claim-headings',
    archival: false,
    accessible: true,
    findFaults: (_, elements) => {
      const headings = elements.filter(({ tag }) => /^H[1-6]$/.test(tag));
      const levels = headings.map(({ tag }) => Number(tag[1]));
      const skipping = levels.flatMap((level, at) => (level > (levels[at - 1] ?? 0) + 1 ? [at] : []));
      return skipping.map((at) => headings[at]!.origin);
    },
  },
  {
    // ISO 19005-2, 6.1.13: no string is longer than every reader can hold.
    rule: 'claim-long-text',
    archival: true,
    accessible: false,
    findFaults: ({ laid }, elements) => findLongStrings(laid, elements),
  },
  {
    // ISO 19005-2, 6.2.11.7.3: what only a font can explain is said in words.
    rule: 'claim-private-use',
    archival: true,
    accessible: false,
    findFaults: ({ laid, hasPrivateUse }) => (hasPrivateUse ? findPrivateUse(laid) : []),
  },
  {
    // ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8: nothing is shown that says "there is no such glyph".
    rule: 'claim-glyph',
    archival: true,
    accessible: true,
    findFaults: ({ laid, hasCodePoints }) => (hasCodePoints ? findCodePoints(laid) : []),
  },
  {
    // ISO 19005-2, 6.2.4.3: inks have no meaning beside an output intent for screens.
    rule: 'claim-inks',
    archival: true,
    accessible: false,
    findFaults: ({ laid }) => findInkImages(laid),
  },
  {
    // ISO 19005-3, 6.8: each embedded file says when it was changed last.
    rule: 'claim-date',
    archival: true,
    accessible: false,
    findFaults: ({ attachments, created }) => (attachments.length > 0 && created === null ? [null] : []),
  },
];

/**
 * The claims that the document bears out: a claim that a validator would refute is worse than none. What
 * stands in the way of one is reported, so that nobody takes the file for what it is not.
 */
export function decideClaims(evidence: Evidence, wanted: Conformance, sink: Sink): Claims {
  if (wanted === 'plain') return { archivalPart: null, accessible: false };
  const part = evidence.attachments.length > 0 ? 3 : 2;
  const elements = elementsOf(evidence.root);
  const failed = DEMANDS.filter((demand) => {
    const faults = demand.findFaults(evidence, elements);
    const claims = [demand.archival && `PDF/A-${part}a`, demand.accessible && 'PDF/UA-1'];
    for (const origin of faults)
      sink.report(demand.rule, origin, { claims: claims.filter(Boolean).join(' + ') });
    return faults.length > 0;
  });
  return {
    archivalPart: failed.some(({ archival }) => archival) ? null : part,
    accessible: !failed.some(({ accessible }) => accessible),
  };
}

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
