import type { AnchorBlock, Box, Callout, Cover, PageBreak } from '../../resolve/nodes.ts';
import type { Rule } from '../../theme/style-values.ts';
import { readLength } from '../../theme/theme-values.ts';
import { addAnchors } from '../anchor-title.ts';
import { makeBox, makeBreak, makeShape, makeStack, setPhrase } from '../build-block.ts';
import { type BlockScope, type StyleContext, type StyledBlock, themeBoxStyle } from '../context.ts';
import { measureInlines } from '../measure-inlines.ts';
import { drawStarField } from '../ornament.ts';

/** A container in the box of its name, its title above; of callouts a thicker or thinner rule. */
export function styleBox(
  { name, title, children, origin }: Box | Callout,
  scope: BlockScope,
): readonly StyledBlock[] {
  const { context } = scope;
  const { padding } = themeBoxStyle(context, name);
  const measure = scope.measure - padding.start - padding.end;
  const above = title === null ? [] : [setPhrase(scope, title)];
  const blocks = context.blocks(children, { ...scope, measure });
  return [makeBox(context, name, [...above, ...blocks], origin)];
}

/** Links to what stood here lead to where it begins. */
export function styleAnchor({ ids, children }: AnchorBlock, scope: BlockScope): readonly StyledBlock[] {
  return addAnchors(scope.context.blocks(children, scope), ids);
}

export function stylePageBreak(
  { to, height: written, master, origin }: PageBreak,
  { context }: BlockScope,
): readonly StyledBlock[] {
  const relative = { em: context.theme.text.size, line: context.theme.text.leading };
  return [makeBreak(to, origin, { height: readLength(written, relative) ?? 0, master })];
}

/** About how high a few paragraphs will be. Points. */
function wordsHeight(blocks: readonly StyledBlock[], measure: number, context: StyleContext): number {
  return blocks.reduce((sum, block) => {
    if (block.kind !== 'text') return sum;
    const width = measureInlines(block.content, context);
    const lines = width <= measure ? 1 : Math.ceil((width / measure) * FULLNESS);
    return sum + lines * block.paragraph.leading + block.spaceBefore + block.spaceAfter;
  }, 0);
}

/** Lines of a title end where a word does not fit: on an average a sixth of them stays empty. */
const FULLNESS = 1.2;

/** The pattern takes the upper part of the cover, the words the lower. */
const PATTERN_PART = 0.5;

/** Stars across the cover: 24 mm each on a book of 17 cm. */
const STARS = 7;

/** A page of colour with a field of stars over the title. */
export function styleCover({ children, origin }: Cover, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const boxStyle = themeBoxStyle(context, 'cover');
  const { width, height } = context.theme.page.size;
  const measure = width - boxStyle.padding.start - boxStyle.padding.end;
  const inner = context.blocks(children, { ...scope, measure });
  const outline: Rule = { width: 0.7, color: context.theme.colors['sand'] ?? '#FFFFFF' };
  const fine: Rule = { width: 0.35, color: context.theme.colors['soft'] ?? '#FFFFFF' };
  const cell = width / STARS;
  // whole stars only: the last row must not be cut by the title, and a long title takes rows from the stars
  const room =
    height - boxStyle.padding.before - boxStyle.padding.after - wordsHeight(inner, measure, context);
  const rows = Math.max(1, Math.min(Math.round((height * PATTERN_PART) / cell), Math.floor(room / cell)));
  const field = makeShape(rows * cell, drawStarField(width, rows * cell, cell, outline, fine), origin);
  const words = { ...makeStack(inner, origin), padding: boxStyle.padding };
  return [
    {
      ...makeBox(context, 'cover', [field, words], origin),
      padding: { start: 0, end: 0, before: 0, after: 0 },
    },
  ];
}
