import type { Root } from 'mdast';
import type { Settings } from '../project/settings.ts';

/** The document as its template arranges it: still Markdown nodes, with the template's own around them. */
export interface Composed {
  /** As the project resolved them, but for a title found in the text where none was set. */
  readonly settings: Settings;
  /** The id of the heading that gave the title and stands in the text no more: links may lead to it. */
  readonly titleId: string | null;
  readonly body: Root;
  /** Running heads and feet: `:::header{master=body}` and `:::footer{…}` with `:::inner` and `:::outer` inside. */
  readonly furniture: Root;
}
