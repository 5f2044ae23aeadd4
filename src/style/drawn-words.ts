import { hasEasternDigits } from '../base/digits.ts';
import { DECORATION } from '../base/element.ts';
import { directionOfText } from '../base/text-direction.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { Theme } from '../theme/theme.ts';
import type { WordFace } from '../vector/outlined-text.ts';
import type { ParagraphStyle } from './blocks.ts';
import type { InlineContent } from './inline.ts';

/** Points: as large as units are small, so that nothing is lost when it is measured in em. */
export const DRAWN_SIZE = 1000;

/** Words in a formula or a drawing as a line of the document's text. */
export function styleDrawnWords(
  text: string,
  face: WordFace,
  theme: Theme,
  lang: string,
): { readonly inlines: InlineContent; readonly paragraph: ParagraphStyle } {
  const style = {
    family: textStyleIn(theme, ROLES[face.family]).family,
    weight: face.bold ? BOLD : REGULAR,
    italic: face.italic,
    size: DRAWN_SIZE,
    color: '#000000',
    rise: 0,
    lang,
    lines: { under: false, over: false, through: false },
  };
  const origin = { file: '', line: 1, column: 1 };
  const paragraph: ParagraphStyle = {
    // a range of years in Arabic digits begins at the right
    direction: directionOfText(text, hasEasternDigits(text) ? 'rtl' : 'ltr'),
    align: 'start',
    leading: DRAWN_SIZE,
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

const [REGULAR, BOLD] = [400, 700];

/** Rows of the theme whose families are taken. */
const ROLES: Readonly<Record<WordFace['family'], string>> = {
  serif: 'body',
  sans: 'bar-label',
  mono: 'code',
};
