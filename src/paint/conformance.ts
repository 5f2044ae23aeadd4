import type { Laid } from '../page/page.ts';
import type { StructElement } from '../style/element.ts';
import type { StructNode } from './structure-tree.ts';

/**
 * What the file shall claim to be. `archive` is PDF/A-2a and PDF/UA-1 together, as far as the document
 * allows; `plain` claims nothing. Both are tagged and written alike otherwise.
 */
export type Conformance = 'archive' | 'plain';

/** What the file does claim in its XMP. */
export interface Claims {
  /** PDF/A-2a (ISO 19005-2). */
  readonly archival: boolean;
  /** PDF/UA-1 (ISO 14289-1). */
  readonly accessible: boolean;
}

/** A demand of a standard that depends on the document and not on how we write it. */
interface Demand {
  readonly clause: string;
  readonly archival: boolean;
  readonly accessible: boolean;
  holds(laid: Laid, elements: readonly StructElement[]): boolean;
}

const FIGURES = new Set(['Figure', 'Formula']);

const DEMANDS: readonly Demand[] = [
  {
    clause: 'ISO 14289-1, 7.1: the metadata has a title',
    archival: false,
    accessible: true,
    holds: ({ info }) => info.title.trim() !== '',
  },
  {
    clause: 'ISO 14289-1, 7.2; ISO 19005-2, 6.7.4: the language is known',
    archival: true,
    accessible: true,
    holds: ({ info }) => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(info.lang),
  },
  {
    clause: 'ISO 14289-1, 7.3 and 7.7: figures and formulas have a text alternative',
    archival: false,
    accessible: true,
    holds: (_, elements) =>
      elements.every(
        ({ tag, alt, attributes }) => !FIGURES.has(tag) || Boolean(alt) || Boolean(attributes.actualText),
      ),
  },
  {
    clause: 'ISO 14289-1, 7.4.2: headings begin at level 1 and skip none',
    archival: false,
    accessible: true,
    holds: (_, elements) => {
      const levels = elements.filter(({ tag }) => /^H[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
      return levels.every((level, index) => level <= (index === 0 ? 0 : levels[index - 1]!) + 1);
    },
  },
];

/** The claims that the document bears out: a claim that a validator would refute is worse than none. */
export function decideClaims(laid: Laid, root: StructNode<unknown>, wanted: Conformance): Claims {
  if (wanted === 'plain') return { archival: false, accessible: false };
  const elements = elementsOf(root);
  const failed = DEMANDS.filter((demand) => !demand.holds(laid, elements));
  return {
    archival: !failed.some((demand) => demand.archival),
    accessible: !failed.some((demand) => demand.accessible),
  };
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
