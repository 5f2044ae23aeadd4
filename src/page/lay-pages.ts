import type { Sink } from '../base/diagnostic.ts';
import type { Styled } from '../style/styled.ts';
import { breakLines } from '../text/break-lines.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { Laid } from './page.ts';
import { settlePages } from './settle.ts';
import type { SetText } from './typesetter.ts';

export type { SetText } from './typesetter.ts';

/**
 * The page stage: blocks become strips (flow), strips are cut into pages with their notes (paginate), and
 * pages are composed into marks. Paragraphs meet their measure here for the first time.
 *
 * @param setText itemises and shapes text that is known only when pages are, such as page numbers
 */
export function layPages(document: Styled<ShapedContent>, setText: SetText, sink: Sink): Laid {
  return settlePages(document, setText, breakLines, sink);
}
