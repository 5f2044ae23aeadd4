import { formatPages, sayIndexPages, UNKNOWN_PAGE } from '../base/page-ranges.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Field } from '../resolve/inline-nodes.ts';
import type { Draft } from './draft.ts';

/** Numbers of pages are those of the print; what speaks of the page being read says nothing here. */
export function readField(field: Field, { pages }: Draft): string {
  switch (field.kind) {
    case 'page-of': {
      const page = pages.pageOfAnchor.get(field.target);
      return page === undefined ? UNKNOWN_PAGE : pages.folios[page]!;
    }
    case 'pages-of': {
      const known = field.targets.flatMap((target) => pages.pageOfAnchor.get(target) ?? []);
      return known.length === 0 ? UNKNOWN_PAGE : formatPages(known, pages.folios, field.comma);
    }
    case 'index-pages': {
      const { places, at, comma } = field;
      return sayIndexPages(places, (id) => pages.pageOfAnchor.get(id), pages.folios, comma)[at]!;
    }
    case 'pages':
      return pages.labels.findLast((label) => label !== '') ?? '';
    case 'page':
    case 'note-number':
    case 'running':
      return '';
    default:
      return unreachable(field, 'page, pages, page-of, pages-of, index-pages, running, note-number');
  }
}
