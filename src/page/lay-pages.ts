import type { Sink } from '../base/diagnostic.ts';
import type { Styled } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { type BreakLines, type SetText, Typesetter } from './collect/typesetter.ts';
import { composePages } from './compose/compose.ts';
import { bindSections } from './distribute/bind.ts';
import { laySections } from './lay-section.ts';
import { openLayout } from './layout.ts';
import type { Laid } from './page.ts';
import { settle } from './settle.ts';

export type { BreakLines, SetText } from './collect/typesetter.ts';

/**
 * The page stage: what the blocks of a section hold is collected as items of a flow, the items are distributed over
 * pages, the pages of all sections are bound, and composed of what is drawn. Paragraphs meet their measure here for
 * the first time. All but the last is done again while a page number that was printed is no longer true.
 *
 * @param setText itemises and shapes text that is known only when pages are, such as page numbers
 * @param setLines breaks paragraphs
 */
export function layPages(
  document: Styled<ShapedContent>,
  setText: SetText,
  setLines: BreakLines,
  sink: Sink,
): Laid {
  const layout = openLayout(document, new Typesetter(setText, setLines, sink), sink);
  const settled = settle(document, sink, (read) =>
    bindSections(laySections(document.sections, layout.passFor(read)), document),
  );
  return composePages(document, settled, layout, sink);
}
