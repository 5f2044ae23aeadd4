import { isArtifact, type StructElement, type TagTarget } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { PictureLength } from '../resolve/picture-size.ts';
import type {
  Block,
  Need,
  StackBlock,
  TableBlock,
  TextBlock,
  TextTrack,
  TextWidth,
  Track,
} from './blocks.ts';
import type { Inline, InlineContent } from './inline.ts';
import type { Section, Styled } from './styled.ts';
import { childrenOf } from './walk.ts';

/** The text form of what `style` yields: stable, a line a block, for `--dump=style`, bug reports and tests. */
export function dumpBlocks(styled: Styled<InlineContent>): string {
  const { binding, opening } = styled.book;
  const { size, margin, grid } = styled.sections[0]!.geometry;
  const page = `page ${show(size.width)}×${show(size.height)} inner ${show(margin.inner)} outer ${show(margin.outer)} top ${show(margin.top)} bottom ${show(margin.bottom)} grid ${show(grid)} bound ${binding} opening ${opening}`;
  const masters = Object.entries(styled.masters).map(
    ([name, { folio, next }]) =>
      `master ${name} ${folio.counter}/${folio.group}${next === null ? '' : ` → ${next}`}`,
  );
  return [page, ...masters, ...styled.sections.flatMap(dumpSection)].join('\n');
}

function dumpSection({ opens, master, blocks }: Section<InlineContent>, index: number): readonly string[] {
  const head = `section ${opens}${master === null ? '' : ` master ${master.name}`}`;
  return [
    ...(index === 0 && master === null ? [] : [head]),
    ...blocks.flatMap((block) => dumpBlock(block, '')),
  ];
}

/** The structure tree that the blocks point into, as indented tags; what nothing points at does not show. */
export function dumpStructure(styled: Styled<InlineContent>): string {
  const children = new Map<StructElement, Set<StructElement>>();
  const seen = (tagTarget: TagTarget): void => {
    if (isArtifact(tagTarget)) return;
    for (let element = tagTarget; element.parent !== null; element = element.parent) {
      const siblings = children.get(element.parent) ?? new Set();
      children.set(element.parent, siblings.add(element));
    }
  };
  for (const { blocks } of styled.sections) for (const block of blocks) visitTargets(block, seen);
  const lines: string[] = [];
  const write = (element: StructElement, indent: string): void => {
    lines.push(indent + describeElement(element));
    const sorted = [...(children.get(element) ?? [])].sort((one, other) => one.order - other.order);
    for (const child of sorted) write(child, `${indent}  `);
  };
  write(styled.root, '');
  return lines.join('\n');
}

function dumpBlock(block: Block<InlineContent>, indent: string): readonly string[] {
  const space = `${block.spaceBefore > 0 ? ` ↑${show(block.spaceBefore)}` : ''}${block.spaceAfter > 0 ? ` ↓${show(block.spaceAfter)}` : ''}${block.keepWithNext ? ' keep' : ''}`;
  const anchors = block.anchors.map((anchor) => ` #${anchor}`).join('');
  const head = `${indent}${describeBlock(block)}${space}${anchors}`;
  const inner = `${indent}  `;
  switch (block.kind) {
    case 'text':
      return [
        `${head} | ${block.content.map(dumpInline).join('')}`,
        ...block.content.flatMap((inline) =>
          inline.kind === 'note-ref'
            ? inline.note.children.flatMap((child) => dumpBlock(child, `${inner}note `))
            : [],
        ),
      ];
    case 'stack':
    case 'columns':
      return [head, ...block.children.flatMap((child) => dumpBlock(child, inner))];
    case 'choice':
      return [
        head,
        ...block.options.flatMap(({ needs, block: option }) => [
          `${inner}${needs === null ? 'else' : `if ${showNeed(needs)}`}`,
          ...dumpBlock(option, `${inner}  `),
        ]),
      ];
    case 'item':
      return [
        head,
        ...dumpBlock(block.marker, `${inner}marker `),
        ...block.children.flatMap((child) => dumpBlock(child, inner)),
      ];
    case 'row':
      return [
        head,
        ...block.cells.flatMap((cell) => [
          `${inner}cell ${showTrack(cell.width)}`,
          ...cell.children.flatMap((child) => dumpBlock(child, `${inner}  `)),
        ]),
      ];
    case 'table':
      return [head, ...dumpRows(block, inner)];
    case 'image':
    case 'shape':
    case 'break':
      return [head];
    default:
      return unreachable(block, 'the kinds of blocks');
  }
}

function dumpRows(block: TableBlock<InlineContent>, indent: string): readonly string[] {
  return [...block.header, ...block.rows].flatMap((row) => [
    `${indent}tr`,
    ...row.cells.flatMap((cell) => cell.children.flatMap((child) => dumpBlock(child, `${indent}  `))),
  ]);
}

function describeBlock(block: Block<InlineContent>): string {
  switch (block.kind) {
    case 'text':
      return describeText(block);
    case 'stack':
      return `stack${describeBox(block)}`;
    case 'columns':
      return `columns ${block.count} gap ${show(block.gap)} least ${show(block.leastWidth)}`;
    case 'choice':
      return 'choice';
    case 'item':
      return `item ${show(block.markerWidth)}+${show(block.gap)}`;
    case 'row':
      return `row gap ${show(block.gap)}`;
    case 'table':
      return `table ${block.columns.map(showTrack).join(' ')}`;
    case 'image':
      return `image ${block.image.path} ${showLength(block.width)}${block.height === null ? '' : `×${show(block.height)}`}`;
    case 'shape':
      return `shape ${show(block.height)} of ${block.paths.length} paths`;
    case 'break':
      return `break ${block.to}${block.height > 0 ? ` ${show(block.height)}` : ''}${block.master === null ? '' : ` master ${block.master}`}`;
    default:
      return unreachable(block, 'the kinds of blocks');
  }
}

function describeText({ tagTarget, content, paragraph, outline }: TextBlock<InlineContent>): string {
  const style = content[0]?.style;
  const styleName =
    style === undefined
      ? '-'
      : `${style.family}-${style.weight} ${show(style.size)}/${show(paragraph.leading)} ${style.color}`;
  const fit = paragraph.fit === null ? '' : ` fit from ${show(paragraph.fit.from)}`;
  const shrink = paragraph.shrink === 1 ? '' : ` shrinks to ${show(paragraph.shrink)}`;
  const indent = paragraph.indent > 0 ? ` indent ${show(paragraph.indent)}` : '';
  const mark = outline === null ? '' : ` outline ${outline.level}`;
  return `text <${isArtifact(tagTarget) ? tagTarget.artifact : tagTarget.tag}> ${styleName} ${paragraph.direction} ${paragraph.align}${fit}${shrink}${indent}${mark}`;
}

function describeBox({
  background,
  rules,
  padding,
  keepTogether,
  placed,
}: StackBlock<InlineContent>): string {
  const edges = [padding.before, padding.end, padding.after, padding.start].map(show).join(' ');
  return [
    background === null ? '' : ` ground ${background}`,
    rules.map(({ edge, rule }) => ` rule ${edge} ${show(rule.width)} ${rule.color}`).join(''),
    edges === '0 0 0 0' ? '' : ` pad ${edges}`,
    keepTogether ? ' together' : '',
    placed === null
      ? ''
      : ` placed ${show(placed.start)},${show(placed.top)} ${show(placed.width)}×${show(placed.height)}`,
  ].join('');
}

function dumpInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return '⏎';
    case 'leader':
      return '⟨leader⟩';
    case 'note-ref':
      return `⟨note ${inline.label}⟩`;
    case 'image':
      return `⟨image ${inline.image.path}⟩`;
    case 'field':
      return `⟨${inline.field.kind}${'target' in inline.field ? ` ${inline.field.target}` : ''}${'name' in inline.field ? ` ${inline.field.name}` : ''}⟩`;
    case 'anchor':
      return `⟨#${inline.id}⟩`;
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}

function visitTargets(block: Block<InlineContent>, seen: (tagTarget: TagTarget) => void): void {
  seen(block.tagTarget);
  for (const inline of block.kind === 'text' ? block.content : []) {
    seen(inline.tagTarget);
    if (inline.kind === 'note-ref') for (const child of inline.note.children) visitTargets(child, seen);
  }
  for (const child of childrenOf(block)) visitTargets(child, seen);
}

function describeElement({ tag, alt, lang, attributes }: StructElement): string {
  const facts = Object.entries(attributes).map(([name, value]) => ` ${name}=${value}`);
  return `${tag}${alt === null ? '' : ` alt="${alt}"`}${lang === null ? '' : ` lang=${lang}`}${facts.join('')}`;
}

function showLength(length: PictureLength): string {
  return typeof length === 'number' ? show(length) : `${show(100 * length.share)}%`;
}

function showTrack(track: Track | TextTrack<InlineContent>): string {
  switch (track.kind) {
    case 'points':
      return `${show(track.points)}pt`;
    case 'content':
      return 'content';
    case 'fraction':
      return show(track.fraction);
    case 'text': {
      const { width, least, most, fraction } = track;
      return `${showWidth(width)} in ${show(least)}..${show(most)}${fraction === 0 ? '' : ` and ${show(fraction)}`}`;
    }
    default:
      return unreachable(track, 'the kinds of tracks');
  }
}

function showNeed(needs: Need<InlineContent>): string {
  return needs.kind === 'height' ? `height ${show(needs.height)}pt` : `width ${showWidth(needs.width)}`;
}

function showWidth({ texts, least, plus, times }: TextWidth<InlineContent>): string {
  const from = least > 0 ? ` or ${show(least)}pt` : '';
  return `${times === 1 ? '' : `${show(times)} × `}(widest of ${texts.length}${from} + ${show(plus)}pt)`;
}

/** Points to a hundredth, which is finer than any printer. */
function show(points: number): string {
  return String(Math.round(points * 100) / 100);
}
