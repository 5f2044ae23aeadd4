import type { ListItem as ItemNode, List as ListNode, Nodes } from 'mdast';
import { type CounterStyle, formatCounter } from '../../base/counters.ts';
import type { StructAttributes, TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { Around } from '../context.ts';
import type { ListItem, ResolvedBlock } from '../nodes.ts';
import { plainText } from '../plain-text.ts';
import { inOwnDirection } from './quote.ts';

export function resolveList(node: ListNode, outside: Around): readonly ResolvedBlock[] {
  const around = inOwnDirection(node.children, outside);
  const { context } = around;
  const origin = originOf(node);
  const ordered = node.ordered === true;
  const counter = node.data?.counter ?? listCounter(around);
  const list = context.structure.add('L', around.parent, origin, {
    attributes: { listNumbering: ordered ? NUMBERING[counter] : 'Disc' },
  });
  const inside: Around = {
    ...around,
    styleName: around.styleName === 'body' ? 'item' : around.styleName,
    bullets: around.bullets + (ordered ? 0 : 1),
    numbers: around.numbers + (ordered ? 1 : 0),
  };
  const first = node.start ?? 1;
  const items = node.children.map((item, index) => {
    const label = ordered ? `${formatCounter(counter, first + index)}.` : bulletOf(around);
    return resolveItem(item, label, list, inside);
  });
  return [
    {
      kind: 'list',
      tagTarget: list,
      direction: around.direction,
      styleName: inside.styleName,
      standsIn: around.styleName,
      items,
      ordered,
      start: first,
      nested: around.bullets + around.numbers > 0,
      loose: node.spread === true || node.children.some((item) => item.spread === true),
      wordy: isWordy(node),
      endsShort: node.children.slice(-2).every(isShort),
      origin,
    },
  ];
}

function resolveItem(node: ItemNode, label: string, list: TagTarget, around: Around): ListItem {
  const { context } = around;
  const origin = originOf(node);
  const item = context.structure.add('LI', list, origin);
  const isTask = node.checked === true || node.checked === false;
  const done = node.checked === true;
  const said = isTask ? { attributes: { actualText: done ? context.words.done : context.words.open } } : {};
  const markerTarget = context.structure.add('Lbl', item, origin, said);
  const body = context.structure.add('LBody', item, origin);
  const children = context.blocks(node.children as Nodes[], { ...around, parent: body });
  const marker = isTask ? ({ kind: 'task', done } as const) : ({ kind: 'label', text: label } as const);
  return { marker, label, markerTarget, children, origin };
}

function bulletOf({ context, bullets }: Around): string {
  const signs = context.theme.lists.bullets;
  return signs[Math.min(bullets, signs.length - 1)] ?? '•';
}

function listCounter({ context, numbers, direction }: Around): CounterStyle {
  const { counters } = context.theme.lists;
  const counter = counters[Math.min(numbers, counters.length - 1)] ?? 'document';
  const foreign = direction === 'ltr' && context.settings.dir === 'rtl';
  if (counter === 'document') return foreign ? 'decimal' : context.counter;
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
  symbols: 'Ordered',
  none: 'Ordered',
};

/** About a line and no list of its own: such a one is not left alone on a page. */
function isShort(item: ItemNode): boolean {
  return item.children.length === 1 && plainText(item).length < 90;
}

/** Items of about two lines and more are paragraphs, and want the air of paragraphs. */
function isWordy(node: ListNode): boolean {
  const letters = node.children.reduce((sum, item) => sum + plainText(item).length, 0);
  return letters > node.children.length * 150;
}
