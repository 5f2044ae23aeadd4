import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { sliceText } from '../slice-text.ts';

/** Callouts by the names they have on GitHub, in Obsidian, VitePress, Docusaurus, MkDocs. */
const CALLOUTS: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  abstract: 'note',
  todo: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  // as translators write them
  ملاحظة: 'note',
  معلومة: 'note',
  نصيحة: 'tip',
  فائدة: 'tip',
  تلميح: 'tip',
  مهم: 'important',
  تنبيه: 'warning',
  تحذير: 'caution',
  خطر: 'caution',
  نکته: 'tip',
  هشدار: 'warning',
};

/** The callout that a name stands for, in any case of letters; null for one that is none. */
export function calloutOf(name: string): string | null {
  const key = name.toLowerCase();
  return Object.hasOwn(CALLOUTS, key) ? CALLOUTS[key]! : null;
}

/** `> [!NOTE]`, with or without a title and the sign that folds it. */
const ALERT = /^\[!([a-z\p{Script=Arabic}]+)\][+-]?[ \t]*(?=\n|$|[^\s([])/iu;

/** A quotation that begins so is a callout; its first line is the title. */
export function resolveAlert(node: Blockquote): Replacement {
  const [first, ...others] = node.children;
  const mark = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || mark?.type !== 'text') return null;
  const found = ALERT.exec(mark.value);
  const name = found && calloutOf(found[1]!);
  if (!found || name === null) return null;
  const [title, text] = splitLine([sliceText(mark, found[0].length), ...first.children.slice(1)]);
  const label: Paragraph = {
    type: 'paragraph',
    children: title,
    data: { origin: originOf(first), directiveLabel: true },
  };
  const body: Paragraph = { ...first, children: text };
  const children = [...(isBlank(title) ? [] : [label]), ...(isBlank(text) ? [] : [body]), ...others];
  const { data, position } = node;
  return [
    { type: 'containerDirective', name, attributes: {}, children, data, position } as ContainerDirective,
  ];
}

/** What stands before the first end of a line, and after it. */
function splitLine(nodes: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break') return [nodes.slice(0, index), nodes.slice(index + 1)];
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || end < 0) continue;
    return [
      [...nodes.slice(0, index), sliceText(node, 0, end)].filter(isSomething),
      [sliceText(node, end + 1), ...nodes.slice(index + 1)].filter(isSomething),
    ];
  }
  return [[...nodes], []];
}

function isSomething(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== '';
}

function isBlank(nodes: readonly PhrasingContent[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.value.trim() === '');
}
