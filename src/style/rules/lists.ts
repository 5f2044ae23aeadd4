import type { List, ListItem, Nodes } from 'mdast';
import type { TextBlock } from '../blocks.ts';
import { joinLastTwo, makeItem, makePlainText, styleOfRole } from '../build-block.ts';
import { formatCounter } from '../counters.ts';
import type { Role, StructAttributes } from '../element.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock, textRoleOf } from '../flow.ts';
import type { InlineContent, TextStyle } from '../inline.ts';
import { plainText } from '../plain-text.ts';
import { inOwnDirection } from '../scope.ts';
import type { CounterStyle } from '../styled.ts';

/** Lists: markers hang at the start side in the accent colour, of a wholly foreign list at its own. */
export function styleList(node: List, flow: Flow): readonly StyledBlock[] {
  return inOwnDirection(node.children, flow, originOf(node), (inside) => styleItems(node, inside));
}

function styleItems(node: List, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const ordered = node.ordered === true;
  const counter = node.data?.counter ?? listCounter(flow);
  const list = run.structure.add('L', flow.parent, origin, {
    attributes: { listNumbering: ordered ? NUMBERING[counter] : 'Disc' },
  });
  const inside = {
    ...flow,
    textRole: flow.textRole === 'body' ? 'item' : flow.textRole,
    bullets: flow.bullets + (ordered ? 0 : 1),
    numbers: flow.numbers + (ordered ? 1 : 0),
  };
  const first = node.start ?? 1;
  const labels = node.children.map((_, index) =>
    ordered ? `${formatCounter(counter, first + index)}.` : bulletOf(flow),
  );
  const width = markerWidth(labels, flow);
  const items = node.children.map((item, index) =>
    styleItem(item, { list, label: labels[index] ?? '', width }, inside),
  );
  return spaceItems(items, node, flow);
}

interface ItemPlace {
  readonly list: Role;
  readonly label: string;
  readonly width: number;
}

function styleItem(node: ListItem, { list, label, width }: ItemPlace, flow: Flow): StyledBlock {
  const { run } = flow;
  const origin = originOf(node);
  const item = run.structure.add('LI', list, origin);
  const marker =
    node.checked === true || node.checked === false
      ? makeCheck(node.checked, item, flow, node)
      : makeMarker(label, item, flow, node);
  const body = run.structure.add('LBody', item, origin);
  const children = run.blocks(node.children as Nodes[], { ...flow, parent: body });
  return makeItem(marker, children, width, run.theme.lists.gap, origin);
}

/** As large as the text beside it, whose baseline it shares. */
function makeMarker(label: string, item: Role, flow: Flow, node: ListItem): TextBlock<InlineContent> {
  const { run } = flow;
  const color = textRoleOf(run, 'marker').color;
  const lbl = run.structure.add('Lbl', item, originOf(node));
  return markerBlock(label, run.styles.vary(styleOfRole(run, flow.textRole), { color }), lbl, flow, node);
}

/** Ticks and rings that the bundled faces have; U+2610 and U+2611, the boxes, none of them has. */
const CHECKED = ['✓', '•'];
const UNCHECKED = ['◌', '–'];

function makeCheck(checked: boolean, item: Role, flow: Flow, node: ListItem): TextBlock<InlineContent> {
  const { run } = flow;
  const attributes: StructAttributes = { actualText: checked ? run.words.done : run.words.open };
  const lbl = run.structure.add('Lbl', item, originOf(node), { attributes });
  const task = styleOfRole(run, 'task');
  const face = run.fonts.face(task.family, task.weight, false);
  const sign = (checked ? CHECKED : UNCHECKED).find((char) => face.covers(char.codePointAt(0)!)) ?? '•';
  const color = checked ? task.color : (run.theme.colors['sand'] ?? task.color);
  return markerBlock(sign, run.styles.vary(task, { color }), lbl, flow, node);
}

function markerBlock(
  label: string,
  style: TextStyle,
  lbl: Role,
  flow: Flow,
  node: ListItem,
): TextBlock<InlineContent> {
  const block = makePlainText(flow, flow.textRole, lbl, label, originOf(node), {
    align: 'start',
    indent: 0,
    before: 0,
    after: 0,
  });
  return { ...block, content: block.content.map((inline) => ({ ...inline, style })) };
}

/** A digit is about half an em wide; the widest marker of a list decides for all. */
function markerWidth(labels: readonly string[], { run, textRole }: Flow): number {
  const longest = Math.max(...labels.map((label) => label.replace(/\u200D/g, '').length), 1);
  const em = textRoleOf(run, textRole).size;
  return Math.max(run.theme.lists.markerWidth, (longest - 1) * 0.52 * em + 0.4 * em);
}

function bulletOf({ run, bullets }: Flow): string {
  const signs = run.theme.lists.bullets;
  return signs[Math.min(bullets, signs.length - 1)] ?? '•';
}

function listCounter({ run, numbers, direction }: Flow): CounterStyle {
  const { counters } = run.theme.lists;
  const counter = counters[Math.min(numbers, counters.length - 1)] ?? 'document';
  const foreign = direction === 'ltr' && run.settings.dir === 'rtl';
  if (counter === 'document') return foreign ? 'decimal' : run.counter;
  // letters of another script would say nothing to the reader
  return counter === 'arabic-abjad' && direction === 'ltr' ? 'lower-alpha' : counter;
}

/** What PDF can say of a counter (ISO 32000-1, table 347) knows no Arabic ones. */
const NUMBERING: Readonly<Record<CounterStyle, NonNullable<StructAttributes['listNumbering']>>> = {
  decimal: 'Decimal',
  'arabic-indic': 'Decimal',
  persian: 'Decimal',
  'arabic-abjad': 'LowerAlpha',
  hijai: 'LowerAlpha',
  'lower-alpha': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'lower-roman': 'LowerRoman',
  none: 'Ordered',
};

/** A list stands off from the text around it; its items only where the source sets them apart. */
function spaceItems(items: readonly StyledBlock[], node: List, flow: Flow): readonly StyledBlock[] {
  const look = boxRoleOf(flow.run, 'list');
  const nested = flow.bullets + flow.numbers > 0;
  const loose = node.spread === true || node.children.some((item) => item.spread === true);
  const between = loose || (!nested && isWordy(node)) ? look.gap : 0;
  const spaced = items.map((item, index) => ({
    ...item,
    spaceBefore: index > 0 ? between : nested ? 0 : look.before,
    spaceAfter: index < items.length - 1 ? between : nested ? 0 : look.after,
  }));
  return node.children.slice(-2).every(isShort) ? joinLastTwo(spaced) : spaced;
}

/** About a line and no list of its own: such a one is not left alone on a page. */
function isShort(item: ListItem): boolean {
  return item.children.length === 1 && plainText(item).length < 90;
}

/** Items of about two lines and more are paragraphs, and want the air of paragraphs. */
function isWordy(node: List): boolean {
  const letters = node.children.reduce((sum, item) => sum + plainText(item).length, 0);
  return letters > node.children.length * 150;
}
