import { DECORATION } from '../base/element.ts';
import { directionOfText } from '../base/text-direction.ts';
import type { Theme } from '../theme/theme.ts';
import type { ParagraphStyle } from './blocks.ts';
import type { InlineContent } from './inline.ts';

/** Points: as large as units are small, so that nothing is lost when it is measured in em. */
export const FORMULA_TEXT_SIZE = 1000;

/** Words in a formula as a line of the document's text. */
export function styleFormulaText(
  text: string,
  theme: Theme,
  lang: string,
): { readonly inlines: InlineContent; readonly paragraph: ParagraphStyle } {
  const style = {
    family: theme.text.family,
    weight: 400,
    italic: false,
    size: FORMULA_TEXT_SIZE,
    color: '#000000',
    rise: 0,
    lang,
    lines: { under: false, over: false, through: false },
  };
  const origin = { file: '', line: 1, column: 1 };
  const paragraph: ParagraphStyle = {
    direction: directionOfText(text, 'ltr'),
    align: 'start',
    leading: FORMULA_TEXT_SIZE,
    indent: 0,
    kashida: 'none',
    fit: null,
    shrink: 1,
    orphans: 1,
    widows: 1,
    preformatted: false,
  };
  return {
    inlines: [{ kind: 'text', text, style, tagTarget: DECORATION, link: null, isolates: [], origin }],
    paragraph,
  };
}
