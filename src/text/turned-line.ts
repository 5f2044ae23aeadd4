import type { ParagraphStyle } from '../style/blocks.ts';
import type { Atom } from './shaped.ts';

/** Ems that a line of code which goes on below is set in there, behind the sign that says so. */
const HANGING_INDENT = 2;

/** Start indent of the lines that go on with the line above, by any atom of the paragraph. Points. */
export function turnedIndent(
  { style }: Atom,
  { preformatted }: Pick<ParagraphStyle, 'preformatted'>,
): number {
  return preformatted ? HANGING_INDENT * style.size : 0;
}
