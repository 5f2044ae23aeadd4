import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { BreakBlock, Rule } from '../blocks.ts';
import { makeBox, makeBreak, makeShape, makeStack } from '../build-block.ts';
import { boxRoleOf, type Flow, originOf, type Run, type StyledBlock } from '../flow.ts';
import { measureInlines } from '../measure-inlines.ts';
import { drawStarField } from '../ornament.ts';
import { readLength } from '../theme-values.ts';
import { makeLabel, takeLabel } from './label.ts';
import { isSide, styleSides } from './sides.ts';

/**
 * Any container without a rule of its own: what it looks like is the row of the theme that is named in
 * its `role` attribute, or for itself. A row of `boxes` puts a box around its blocks, a row of `roles`
 * sets its paragraphs so; without a row the blocks stand as they are.
 */
export function styleContainer(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const name = node.attributes?.['role'] ?? node.name;
  const { label, rest } = takeLabel(node);
  const look = run.theme.boxes[name];
  if (look === undefined) {
    const textRole = run.theme.roles[name] === undefined ? flow.textRole : name;
    return [
      ...makeLabel(label, 'label', flow.parent, flow, node),
      ...run.blocks(rest, { ...flow, textRole }),
    ];
  }
  const element = run.structure.add(look.tag, flow.parent, originOf(node));
  const measure = flow.measure - look.padding.start - look.padding.end;
  const title = makeLabel(label, look.label, element, flow, node);
  const inside = { ...flow, parent: element, textRole: look.text, measure };
  const blocks = rest.some(isSide)
    ? styleSides(rest, 'odd', inside, node)
    : run.blocks(openSummaries(rest), inside);
  return [makeBox(run, name, [...title, ...blocks], originOf(node))];
}

/** A summary that the template has put in a panel of its own needs no second one. */
function openSummaries(nodes: readonly Nodes[]): readonly Nodes[] {
  return nodes.flatMap((node) =>
    node.type === 'containerDirective' && node.name === 'summary' ? takeLabel(node).rest : [node],
  );
}

/** `:::opening`: its blocks begin where chapters open. */
export function styleOpening(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const master = node.attributes?.['master'] ?? null;
  return [makeBreak('opening', originOf(node), { master }), ...flow.run.blocks(node.children, flow)];
}

const BREAKS: readonly BreakBlock['to'][] = ['page', 'opening', 'fill', 'space'];

/** `::pagebreak`, in templates also `{to=opening master=front}`, `{to=fill}`, `{to=space height=3line}`. */
export function stylePageBreak(node: LeafDirective, { run }: Flow): readonly StyledBlock[] {
  const to = BREAKS.find((kind) => kind === node.attributes?.['to']) ?? 'page';
  const relative = { em: run.theme.text.size, line: run.theme.text.leading };
  const height = readLength(node.attributes?.['height'] ?? '', relative) ?? 0;
  return [makeBreak(to, originOf(node), { height, master: node.attributes?.['master'] ?? null })];
}

/** About how high a few paragraphs will be. Points. */
function wordsHeight(blocks: readonly StyledBlock[], measure: number, run: Run): number {
  return blocks.reduce((sum, block) => {
    if (block.kind !== 'text') return sum;
    const width = measureInlines(block.content, run);
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

/** `:::cover`: a page of colour with a field of stars over the title. */
export function styleCover(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, 'cover');
  const { width, height } = run.theme.page.size;
  const element = run.structure.add(look.tag, flow.parent, origin);
  const measure = width - look.padding.start - look.padding.end;
  const inner = run.blocks(node.children, { ...flow, parent: element, textRole: look.text, measure });
  const outline: Rule = { width: 0.7, color: run.theme.colors['sand'] ?? '#FFFFFF' };
  const fine: Rule = { width: 0.35, color: run.theme.colors['soft'] ?? '#FFFFFF' };
  const cell = width / STARS;
  // whole stars only: the last row must not be cut by the title, and a long title takes rows from the stars
  const room = height - look.padding.before - look.padding.after - wordsHeight(inner, measure, run);
  const rows = Math.max(1, Math.min(Math.round((height * PATTERN_PART) / cell), Math.floor(room / cell)));
  const field = makeShape(rows * cell, drawStarField(width, rows * cell, cell, outline, fine), origin);
  const words = { ...makeStack(inner, origin), padding: look.padding };
  return [
    { ...makeBox(run, 'cover', [field, words], origin), padding: { start: 0, end: 0, before: 0, after: 0 } },
  ];
}
