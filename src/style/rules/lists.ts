import type { TagTarget } from '../../base/element.ts';
import type { Origin } from '../../base/origin.ts';
import type { List, ListItem } from '../../resolve/nodes.ts';
import type { TextBlock } from '../blocks.ts';
import { joinLastTwo, makeItem, makeRun, makeText, makeVoice, textStyleOf } from '../build-block.ts';
import { type Flow, type StyleContext, type StyledBlock, themeBoxStyle, themeTextStyle } from '../flow.ts';
import type { InlineContent, TextStyle } from '../inline.ts';
import { fromSide } from '../scope.ts';

/** Lists: markers hang at the start side in the accent colour, of a wholly foreign list at its own. */
export function styleList(node: List, flow: Flow): readonly StyledBlock[] {
  return fromSide(node.direction, flow, node.origin, (inside) => {
    const width = markerWidth(node, inside);
    return spaceItems(
      node.items.map((item) => styleItem(item, node.styleName, width, inside)),
      node,
      flow,
    );
  });
}

function styleItem(node: ListItem, styleName: string, width: number, flow: Flow): StyledBlock {
  const { run } = flow;
  const children = run.blocks(node.children, flow);
  return makeItem(makeMarker(node, styleName, flow), children, width, run.theme.lists.gap, node.origin);
}

/** As large as the text beside it, whose baseline it shares. */
function makeMarker(
  { marker, markerTarget, origin }: ListItem,
  styleName: string,
  flow: Flow,
): TextBlock<InlineContent> {
  const { run } = flow;
  const { text, style } =
    marker.kind === 'task'
      ? makeCheck(marker.done, run)
      : {
          text: marker.text,
          style: run.styles.vary(textStyleOf(run, styleName), { color: themeTextStyle(run, 'marker').color }),
        };
  return markerBlock(text, style, styleName, markerTarget, origin, flow);
}

/** Ticks and rings that the bundled faces have; U+2610 and U+2611, the boxes, none of them has. */
const CHECKED = ['✓', '•'];
const UNCHECKED = ['◌', '–'];

function makeCheck(done: boolean, run: StyleContext): { readonly text: string; readonly style: TextStyle } {
  const task = textStyleOf(run, 'task');
  const face = run.fonts.face(task.family, task.weight, false);
  const text = (done ? CHECKED : UNCHECKED).find((char) => face.covers(char.codePointAt(0)!)) ?? '•';
  const color = done ? task.color : (run.theme.colors['sand'] ?? task.color);
  return { text, style: run.styles.vary(task, { color }) };
}

function markerBlock(
  text: string,
  style: TextStyle,
  styleName: string,
  tagTarget: TagTarget,
  origin: Origin,
  flow: Flow,
): TextBlock<InlineContent> {
  const content = [makeRun(text, makeVoice(flow, styleName, tagTarget), origin)];
  const facts = { align: 'start', indent: 0, before: 0, after: 0 } as const;
  const block = makeText(flow, styleName, tagTarget, content, origin, facts);
  return { ...block, content: block.content.map((inline) => ({ ...inline, style })) };
}

/** A digit is about half an em wide; the widest marker of a list decides for all. */
function markerWidth({ items, standsIn }: List, { run }: Flow): number {
  const longest = Math.max(...items.map(({ label }) => label.replace(/\u200D/g, '').length), 1);
  const em = themeTextStyle(run, standsIn).size;
  return Math.max(run.theme.lists.markerWidth, (longest - 1) * 0.52 * em + 0.4 * em);
}

/** A list stands off from the text around it; its items only where the source sets them apart. */
function spaceItems(items: readonly StyledBlock[], node: List, { run }: Flow): readonly StyledBlock[] {
  const box = themeBoxStyle(run, 'list');
  const { nested, loose, wordy } = node;
  const between = loose || (!nested && wordy) ? box.gap : 0;
  const spaced = items.map((item, index) => ({
    ...item,
    spaceBefore: index > 0 ? between : nested ? 0 : box.before,
    spaceAfter: index < items.length - 1 ? between : nested ? 0 : box.after,
  }));
  return node.endsShort ? joinLastTwo(spaced) : spaced;
}
