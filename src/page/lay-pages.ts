import type { Sink } from '../base/diagnostic.ts';
import type { Styled } from '../style/styled.ts';
import { breakLines } from '../text/break-lines.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { collect } from './collect/collect.ts';
import { type BreakLines, type SetText, Typesetter } from './collect/typesetter.ts';
import { composePages } from './compose/compose.ts';
import { bind } from './distribute/bind.ts';
import { distribute } from './distribute/distribute.ts';
import { openLayout } from './layout.ts';
import type { Laid } from './page.ts';
import { settle } from './settle.ts';

export type { SetText } from './collect/typesetter.ts';

/**
 * The page stage: what blocks hold is collected as items of a flow, the items are distributed over pages, and the
 * pages are composed of what is drawn. Paragraphs meet their measure here for the first time. The first two steps
 * are taken again while a page number that was printed is no longer true.
 *
 * @param setText itemises and shapes text that is known only when pages are, such as page numbers
 * @param setLines breaks paragraphs
 */
export function layPages(
  document: Styled<ShapedContent>,
  setText: SetText,
  sink: Sink,
  setLines: BreakLines = breakLines,
): Laid {
  const layout = openLayout(document, new Typesetter(setText, setLines, sink), sink);
  const settled = settle(document, sink, (read) => {
    const setting = layout.settingFor(read);
    const items = collect(document.blocks, layout.frame, setting);
    const runs = distribute(items, layout.regionsFor(setting));
    return bind(runs, layout.page, document.masters);
  });
  return composePages(document, settled, layout, sink);
}
