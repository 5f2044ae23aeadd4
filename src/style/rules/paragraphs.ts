import { isArtifact } from '../../base/element.ts';
import type { Paragraph, Pause, Placing } from '../../resolve/nodes.ts';
import { alignText } from '../../resolve/placed-text.ts';
import { directionIn, makeFormatting, makeShape, makeText, type TextFacts } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeTextStyle } from '../context.ts';
import { drawPause } from '../drawings.ts';
import type { InlineContent } from '../inline.ts';

export function styleParagraph(node: Paragraph, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { styleName, tagTarget, content: words } = node.phrase;
  const { origin } = node;
  const content = context.inlines(words, makeFormatting(scope, styleName, tagTarget));
  const follows = node.follows && (styleName === 'body' || styleName === 'quote');
  const indent = follows ? context.theme.text.indent : themeTextStyle(context, styleName).indent;
  const { align, direction } = placeText(node.placing, content, scope);
  const set = (direction: TextFacts['direction'], fit: TextFacts['fit']) => {
    const facts = { indent: align === undefined ? indent : 0, align, direction, fit };
    return [makeText(scope, styleName, tagTarget, content, origin, facts)];
  };
  if (isArtifact(tagTarget)) return set(scope.direction, undefined);
  if (!TURNING.has(styleName)) return set(direction, fitToLine(styleName, scope));
  return set(direction ?? directionIn(scope, content), undefined);
}

/** A text where its author has said that it stands, and in the direction he has said. */
export function placeText(
  { align, direction: said }: Placing,
  content: InlineContent,
  scope: BlockScope,
): Pick<TextFacts, 'align' | 'direction'> {
  if (align === null && said === null) return NOT_PLACED;
  const direction = said ?? directionIn(scope, content);
  return { align: align === null ? undefined : alignText(align, direction), direction };
}

const NOT_PLACED = { align: undefined, direction: undefined };

/**
 * Where a wholly foreign paragraph goes over to its own side. Elsewhere it only reads in its direction: a
 * list item keeps the side of its marker, a note that of its number, a title that of its page.
 */
const TURNING: ReadonlySet<string> = new Set(['body', 'quote', 'sources', 'small']);

/** A title that nearly fills its line fills it, as its letters allow. */
function fitToLine(styleName: string, { context }: BlockScope): TextFacts['fit'] {
  const { fit } = themeTextStyle(context, styleName);
  return fit === 0 ? undefined : { from: 1 / (1 + fit), kashida: 'classic' };
}

/** A pause in the text, drawn. */
export function stylePause({ origin }: Pause, { context }: BlockScope): readonly StyledBlock[] {
  const { height, paths } = drawPause(context.theme);
  return [{ ...makeShape(height, paths, origin), spaceBefore: height / 2, spaceAfter: height / 2 }];
}
