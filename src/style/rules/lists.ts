import type { TagTarget } from '../../base/element.ts';
import type { Origin } from '../../base/origin.ts';
import type { List, ListItem } from '../../resolve/nodes.ts';
import type { TextBlock } from '../blocks.ts';
import {
  joinLastTwo,
  makeFormatting,
  makeItem,
  makeText,
  makeTextInline,
  textStyleOf,
} from '../build-block.ts';
import {
  type BlockScope,
  type StyleContext,
  type StyledBlock,
  themeBoxStyle,
  themeTextStyle,
} from '../context.ts';
import type { InlineContent, TextStyle } from '../inline.ts';
import { fromSide } from '../scope.ts';

/** Lists: markers hang at the start side in the accent colour, of a wholly foreign list at its own. */
export function styleList(node: List, scope: BlockScope): readonly StyledBlock[] {
  return fromSide(node.direction, scope, node.origin, (inside) => {
    const width = markerWidth(node, inside);
    return spaceItems(
      node.items.map((item) => styleItem(item, node.styleName, width, inside)),
      node,
      scope,
    );
  });
}

function styleItem(node: ListItem, styleName: string, width: number, scope: BlockScope): StyledBlock {
  const { context } = scope;
  const children = context.blocks(node.children, scope);
  return makeItem(makeMarker(node, styleName, scope), children, width, context.theme.lists.gap, node.origin);
}

/** As large as the text beside it, whose baseline it shares. */
function makeMarker(
  { marker, markerTarget, origin }: ListItem,
  styleName: string,
  scope: BlockScope,
): TextBlock<InlineContent> {
  const { context } = scope;
  const { text, style } =
    marker.kind === 'task'
      ? makeCheck(marker.done, context)
      : {
          text: marker.text,
          style: context.styles.vary(textStyleOf(context, styleName), {
            color: themeTextStyle(context, 'marker').color,
          }),
        };
  return markerBlock(text, style, styleName, markerTarget, origin, scope);
}

/** Ticks and rings that the bundled faces have; U+2610 and U+2611, the boxes, none of them has. */
const CHECKED = ['✓', '•'];
const UNCHECKED = ['◌', '–'];

function makeCheck(
  done: boolean,
  context: StyleContext,
): { readonly text: string; readonly style: TextStyle } {
  const task = textStyleOf(context, 'task');
  const face = context.fonts.face(task.family, task.weight, false);
  const text = (done ? CHECKED : UNCHECKED).find((char) => face.covers(char.codePointAt(0)!)) ?? '•';
  const color = done ? task.color : (context.theme.colors['sand'] ?? task.color);
  return { text, style: context.styles.vary(task, { color }) };
}

function markerBlock(
  text: string,
  style: TextStyle,
  styleName: string,
  tagTarget: TagTarget,
  origin: Origin,
  scope: BlockScope,
): TextBlock<InlineContent> {
  const content = [makeTextInline(text, makeFormatting(scope, styleName, tagTarget), origin)];
  const facts = { align: 'start', indent: 0, before: 0, after: 0 } as const;
  const block = makeText(scope, styleName, tagTarget, content, origin, facts);
  return { ...block, content: block.content.map((inline) => ({ ...inline, style })) };
}

/** A digit is about half an em wide; the widest marker of a list decides for all. */
function markerWidth({ items, standsIn }: List, { context }: BlockScope): number {
  const longest = Math.max(...items.map(({ label }) => label.replace(/\u200D/g, '').length), 1);
  const em = themeTextStyle(context, standsIn).size;
  return Math.max(context.theme.lists.markerWidth, (longest - 1) * 0.52 * em + 0.4 * em);
}

/** A list stands off from the text around it; its items only where the source sets them apart. */
function spaceItems(
  items: readonly StyledBlock[],
  node: List,
  { context }: BlockScope,
): readonly StyledBlock[] {
  const box = themeBoxStyle(context, 'list');
  const { nested, loose, wordy } = node;
  const between = loose || (!nested && wordy) ? box.gap : 0;
  const spaced = items.map((item, index) => ({
    ...item,
    spaceBefore: index > 0 ? between : nested ? 0 : box.before,
    spaceAfter: index < items.length - 1 ? between : nested ? 0 : box.after,
  }));
  return node.endsShort ? joinLastTwo(spaced) : spaced;
}
