import type { Origin } from '../../base/origin.ts';
import type { AnchorBlock, Box, Callout, Cover, PageBreak } from '../../resolve/nodes.ts';
import type { Rule } from '../../theme/style-values.ts';
import { readLength } from '../../theme/theme-values.ts';
import { addAnchors } from '../anchor-title.ts';
import { makeBox, makeBreak, makeChoice, makeShape, makeStack, setPhrase } from '../build-block.ts';
import { type BlockScope, type StyleContext, type StyledBlock, themeBoxStyle } from '../context.ts';
import { drawStarField } from '../ornament.ts';

/** A container in the box of its name, its title above; of callouts a thicker or thinner rule. */
export function styleBox(
  { name, title, children, origin }: Box | Callout,
  scope: BlockScope,
): readonly StyledBlock[] {
  const { context } = scope;
  const above = title === null ? [] : [setPhrase(scope, title)];
  const blocks = context.blocks(children, scope);
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

/** The pattern takes the upper part of the cover, the words the lower. */
const PATTERN_PART = 0.5;

/** Stars across the cover: 24 mm each on a book of 17 cm. */
const STARS = 7;

/** Of patterns of different height there are no more to choose from, on however long a page. */
const MOST_PATTERNS = 12;

/** A page of colour with a field of stars over the title; a long title takes rows from the stars. */
export function styleCover({ children, origin }: Cover, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { width, height } = context.theme.page.size;
  const cell = width / STARS;
  const most = Math.max(1, Math.round((height * PATTERN_PART) / cell));
  const step = Math.ceil(most / MOST_PATTERNS);
  // whole stars only: the last row must not be cut by the title
  const patterns = Array.from({ length: Math.ceil(most / step) }, (_, fewer) => {
    const rows = (most - fewer * step) * cell;
    return {
      needs: { kind: 'height', height: rows } as const,
      block: makeField(width, rows, context, origin),
    };
  });
  const { padding } = themeBoxStyle(context, 'cover');
  const words = { ...makeStack(context.blocks(children, scope), origin), padding };
  return [
    {
      ...makeBox(context, 'cover', [makeChoice(patterns, origin), words], origin),
      padding: { start: 0, end: 0, before: 0, after: 0 },
    },
  ];
}

function makeField(width: number, height: number, { theme }: StyleContext, origin: Origin): StyledBlock {
  const outline: Rule = { width: 0.7, color: theme.colors['sand'] ?? '#FFFFFF' };
  const fine: Rule = { width: 0.35, color: theme.colors['soft'] ?? '#FFFFFF' };
  return makeShape(height, drawStarField(width, height, width / STARS, outline, fine), origin);
}
