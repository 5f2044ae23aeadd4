import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { readNumber } from '../../base/counters.ts';
import { directionOfLang } from '../../base/language.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import { breakLines } from '../break-lines.ts';
import type { Around, ResolveContext } from '../context.ts';
import type { PageBreak, Phrase, ResolvedBlock } from '../nodes.ts';
import { makeLabel, plainPhrase, takeLabel } from '../phrase.ts';
import { wordsOf } from '../words.ts';
import { directionOf } from '../written-direction.ts';
import { isSide, resolveSides } from './sides.ts';

type Resolve = (around: Around) => readonly ResolvedBlock[];

/** What a directive says of its blocks with `:::ltr` and `:::rtl`, `{dir=…}` and `{lang=…}`, and then the blocks. */
export function inScope(
  node: ContainerDirective,
  around: Around,
  resolve: Resolve,
): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const written = node.attributes?.['dir'] ?? null;
  if (written !== null && written !== 'ltr' && written !== 'rtl')
    context.sink.report('direction-unknown', origin, { written });
  const named = directionOf(node);
  const lang = node.attributes?.['lang'] ?? '';
  if (named === null && lang === '') return resolve(around);
  const direction = named ?? directionOfLang(lang);
  const tagTarget = lang === '' ? null : context.structure.add('Div', parent, origin, { lang });
  const inside: Around = {
    ...around,
    parent: tagTarget ?? parent,
    lang: lang === '' ? around.lang : lang,
    direction,
    directed: true,
  };
  return [{ kind: 'scope', tagTarget, direction, lang: inside.lang, children: resolve(inside), origin }];
}

/**
 * Any container without a rule of its own: the row of the theme that is named in its `role` attribute, or for itself,
 * says what it looks like. Without a row its blocks stand as they are.
 */
export function resolveContainer(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const name = node.attributes?.['role'] ?? node.name;
  const { label, rest } = takeLabel(node);
  const box = context.theme.boxes[name];
  if (box === undefined) {
    const styleName = context.theme.roles[name] === undefined ? around.styleName : name;
    return [
      ...labelBlock(makeLabel(label, 'label', parent, around, node)),
      ...context.blocks(rest, { ...around, styleName }),
    ];
  }
  const element = context.structure.add(box.tag, parent, origin);
  const title = makeLabel(label, box.label, element, around, node);
  const inside = { ...around, parent: element, styleName: box.text };
  const children = rest.some(isSide)
    ? [resolveSides(rest, 'odd', inside, node)]
    : context.blocks(openSummaries(rest), inside);
  const lines = box.lines ? children.map(breakAtLines) : children;
  return [{ kind: 'box', tagTarget: element, name, title, children: lines, origin }];
}

function breakAtLines(block: ResolvedBlock): ResolvedBlock {
  if (block.kind !== 'paragraph') return block;
  return { ...block, phrase: { ...block.phrase, content: breakLines(block.phrase.content) } };
}

function labelBlock(phrase: Phrase | null): readonly ResolvedBlock[] {
  return phrase === null ? [] : [{ kind: 'label', phrase, origin: phrase.origin }];
}

/** A summary that the template has put in a panel of its own needs no second one. */
function openSummaries(nodes: readonly Nodes[]): readonly Nodes[] {
  return nodes.flatMap((node) =>
    node.type === 'containerDirective' && node.name === 'summary' ? takeLabel(node).rest : [node],
  );
}

/** `:::note[title]`, `:::tip`, `:::warning`, `:::important`, `:::caution`. */
export function resolveCallout(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context } = around;
  const origin = originOf(node);
  const box = boxStyleIn(context.theme, node.name);
  const { label, rest } = takeLabel(node);
  const element = context.structure.add('Div', around.parent, origin);
  const words = around.lang === null ? context.words : wordsOf(around.lang);
  const word = words[node.name as 'note' | 'tip' | 'warning' | 'important' | 'caution'];
  const title =
    makeLabel(label, box.label, element, around, node) ??
    plainPhrase(word, box.label, context.structure.add('P', element, origin), origin);
  const children = context.blocks(rest, { ...around, parent: element, styleName: box.text });
  return [{ kind: 'callout', tagTarget: element, name: node.name, title, children, origin }];
}

/** More columns than this hold no line of text on any paper an office has. */
const MOST_COLUMNS = 6;

/** `:::columns{count=3}`: whatever is inside, set in columns and read down the first. */
export function resolveColumns(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const box = boxStyleIn(context.theme, 'columns');
  const { label, rest } = takeLabel(node);
  const element = context.structure.add(box.tag, parent, origin);
  const title = makeLabel(label, box.label, element, around, node);
  // Columns in a quotation or a callout are set as it is, unless the theme has a text of their own for them.
  const styleName = box.text === 'body' ? around.styleName : box.text;
  const inside = { ...around, parent: element, styleName };
  if (around.inColumns) {
    context.sink.report('columns-nested', origin);
    return [...labelBlock(title), ...context.blocks(rest, inside)];
  }
  const count = readColumnCount(node, box.columns, context);
  const children = context.blocks(rest, { ...inside, inColumns: true });
  return [{ kind: 'columns', tagTarget: element, title, count, children, origin }];
}

function readColumnCount(node: ContainerDirective, fallback: number, { sink }: ResolveContext): number {
  const value = node.attributes?.['count'];
  if (value === undefined || value === null) return fallback;
  const count = readNumber(value);
  if (count !== null && Number.isInteger(count) && count >= 2 && count <= MOST_COLUMNS) return count;
  sink.report('columns-count', originOf(node), { value, most: MOST_COLUMNS, fallback });
  return fallback;
}

/** `:::cover`: a page of colour with the title. */
export function resolveCover(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const box = boxStyleIn(context.theme, 'cover');
  const element = context.structure.add(box.tag, parent, origin);
  const children = context.blocks(node.children, { ...around, parent: element, styleName: box.text });
  return [{ kind: 'cover', tagTarget: element, children, origin }];
}

/** `:::opening`: its blocks begin where chapters open. */
export function resolveOpening(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const master = node.attributes?.['master'] ?? null;
  const opens: PageBreak = {
    kind: 'page-break',
    to: 'opening',
    height: '',
    master,
    printOnly: false,
    role: null,
    origin: originOf(node),
  };
  return [opens, ...around.context.blocks(node.children, around)];
}

const BREAKS: readonly PageBreak['to'][] = ['page', 'opening', 'fill', 'space'];

/** `::pagebreak`, in templates also `{to=opening master=front only=print}`, `{to=fill}`, `{to=space height=3line}`. */
export function resolvePageBreak({ attributes, ...node }: LeafDirective): readonly ResolvedBlock[] {
  const to = BREAKS.find((kind) => kind === attributes?.['to']) ?? 'page';
  const height = attributes?.['height'] ?? '';
  const master = attributes?.['master'] ?? null;
  const printOnly = attributes?.['only'] === 'print';
  const role = attributes?.['role'] || null;
  return [{ kind: 'page-break', to, height, master, printOnly, role, origin: originOf(node) }];
}
