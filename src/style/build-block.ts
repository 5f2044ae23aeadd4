import type { TagTarget } from '../base/element.ts';
import { DECORATION } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import { findDirection } from '../resolve/find-direction.ts';
import type { Phrase } from '../resolve/nodes.ts';
import type { Edges } from '../theme/style-values.ts';
import type {
  BreakBlock,
  ChoiceBlock,
  ChoiceOption,
  ColumnsBlock,
  ItemBlock,
  OutlineEntry,
  RowBlock,
  RowCell,
  ShapeBlock,
  ShapePath,
  StackBlock,
  TextBlock,
  Track,
} from './blocks.ts';
import {
  type BlockScope,
  type InlineFormatting,
  type StyleContext,
  type StyledBlock,
  themeBoxStyle,
  themeTextStyle,
} from './context.ts';
import type { InlineContent, TextInline, TextStyle } from './inline.ts';

/** Makes blocks as the rows of the theme say, so that rules say only what is particular to them. */

/** What a rule may say of a text block beside the name of its style. */
export interface TextFacts {
  readonly anchors?: readonly string[];
  readonly outline?: OutlineEntry | null;
  readonly running?: Readonly<Record<string, string>>;
  readonly indent?: number | undefined;
  /** Of text that goes over to the side of its direction; else it is found, and the text stays on its side. */
  readonly direction?: Direction | undefined;
  readonly align?: TextBlock<InlineContent>['paragraph']['align'] | undefined;
  readonly fit?: TextBlock<InlineContent>['paragraph']['fit'] | undefined;
  readonly shrink?: number;
  readonly preformatted?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly keep?: boolean;
}

export function textStyleOf(context: StyleContext, name: string): TextStyle {
  const textStyle = themeTextStyle(context, name);
  return context.styles.of(textStyle, context.familyId(textStyle.family), context.settings.lang);
}

export function makeFormatting(scope: BlockScope, styleName: string, tagTarget: TagTarget): InlineFormatting {
  const { context, lang } = scope;
  const plain = textStyleOf(context, styleName);
  const style = lang === null ? plain : context.styles.vary(plain, { lang });
  return { scope, style, tagTarget, link: null, isolates: [] };
}

export function makeText(
  scope: BlockScope,
  styleName: string,
  tagTarget: TagTarget,
  content: InlineContent,
  origin: Origin,
  facts: TextFacts = {},
): TextBlock<InlineContent> {
  const textStyle = themeTextStyle(scope.context, styleName);
  const align = facts.align ?? textStyle.align;
  const direction = facts.direction ?? directionIn(scope, content);
  const stays = facts.direction === undefined && direction !== scope.direction;
  return {
    kind: 'text',
    styleName: styleName,
    tagTarget,
    spaceBefore: facts.before ?? textStyle.before,
    spaceAfter: facts.after ?? textStyle.after,
    keepWithNext: facts.keep ?? textStyle.keep,
    anchors: facts.anchors ?? [],
    origin,
    content,
    outline: facts.outline ?? null,
    running: facts.running ?? NO_RUNNING,
    paragraph: {
      direction,
      align: stays ? OTHER_SIDE[align] : align,
      leading: textStyle.leading,
      indent: facts.indent ?? textStyle.indent,
      kashida: textStyle.kashida,
      fit: facts.fit ?? null,
      shrink: facts.shrink ?? 1,
      orphans: 2,
      widows: 2,
      preformatted: facts.preformatted ?? false,
    },
  };
}

/** The direction of a text that stands in `scope`. */
export function directionIn({ direction, directed }: BlockScope, content: InlineContent): Direction {
  return directed ? direction : findDirection(content, direction);
}

/** A foreign text reads in its own direction and stands where the texts around it stand. */
const OTHER_SIDE = { start: 'end', justify: 'end', end: 'start', center: 'center', fit: 'fit' } as const;

const NO_RUNNING: Readonly<Record<string, string>> = {};

/** A phrase in the style it names. */
export function setPhrase(
  scope: BlockScope,
  { styleName, tagTarget, content, origin }: Phrase,
  facts: TextFacts = {},
): TextBlock<InlineContent> {
  const inlines = scope.context.inlines(content, makeFormatting(scope, styleName, tagTarget));
  return makeText(scope, styleName, tagTarget, inlines, origin, facts);
}

export function makeTextInline(text: string, formatting: InlineFormatting, origin: Origin): TextInline {
  return {
    kind: 'text',
    text,
    style: formatting.style,
    tagTarget: formatting.tagTarget,
    link: formatting.link,
    isolates: formatting.isolates,
    origin,
  };
}

/** Blocks in the box of that name; what the box draws itself is decoration, its blocks have their elements already. */
export function makeBox(
  context: StyleContext,
  boxName: string,
  children: readonly StyledBlock[],
  origin: Origin,
): StackBlock<InlineContent> {
  const boxStyle = themeBoxStyle(context, boxName);
  const { width, height } = context.theme.page.size;
  return {
    ...makeStack(children, origin, { before: boxStyle.before, after: boxStyle.after }),
    styleName: boxName,
    padding: boxStyle.padding,
    background: boxStyle.background,
    rules: boxStyle.rules,
    keepTogether: boxStyle.keep,
    float: boxStyle.float === 'here' ? null : boxStyle.float,
    placed:
      boxStyle.place === null
        ? null
        : {
            start: 0,
            top: boxStyle.place.top,
            width,
            height: boxStyle.place.height ?? height - boxStyle.place.top,
          },
  };
}

export function makeStack(
  children: readonly StyledBlock[],
  origin: Origin,
  space: {
    readonly before?: number;
    readonly after?: number;
    readonly start?: number;
    readonly end?: number;
  } = {},
  direction: Direction | null = null,
): StackBlock<InlineContent> {
  return {
    kind: 'stack',
    styleName: null,
    tagTarget: DECORATION,
    spaceBefore: space.before ?? 0,
    spaceAfter: space.after ?? 0,
    keepWithNext: false,
    anchors: [],
    origin,
    children,
    padding: { ...NO_EDGES, start: space.start ?? 0, end: space.end ?? 0 },
    background: null,
    rules: [],
    keepTogether: false,
    turned: false,
    float: null,
    beside: null,
    placed: null,
    direction,
  };
}

const NO_EDGES: Edges = { start: 0, end: 0, before: 0, after: 0 };

/** The last block of a series is not left alone on a page: it stays with the one before it. */
export function joinLastTwo(blocks: readonly StyledBlock[]): readonly StyledBlock[] {
  const [before, last] = blocks.slice(-2);
  if (before === undefined || last === undefined) return blocks;
  const space = { before: before.spaceBefore, after: last.spaceAfter };
  const joined = { ...makeStack([before, last], before.origin, space), keepTogether: true };
  return [...blocks.slice(0, -2), joined];
}

/** What a block has that only groups or draws. */
function bare(origin: Origin) {
  return { tagTarget: DECORATION, spaceBefore: 0, spaceAfter: 0, keepWithNext: false, anchors: [], origin };
}

export function makeColumns(
  children: readonly StyledBlock[],
  { count, gap, leastWidth }: Pick<ColumnsBlock<InlineContent>, 'count' | 'gap' | 'leastWidth'>,
  origin: Origin,
): ColumnsBlock<InlineContent> {
  return {
    kind: 'columns',
    ...bare(origin),
    children,
    count,
    gap,
    leastWidth,
  };
}

export function makeChoice(
  options: readonly ChoiceOption<InlineContent>[],
  origin: Origin,
): ChoiceBlock<InlineContent> {
  return { kind: 'choice', ...bare(origin), options };
}

export function makeItem(
  marker: TextBlock<InlineContent>,
  children: readonly StyledBlock[],
  markerWidth: number,
  gap: number,
  origin: Origin,
): ItemBlock<InlineContent> {
  return {
    kind: 'item',
    ...bare(origin),
    marker,
    markerWidth,
    gap,
    children,
  };
}

export function makeRow(
  cells: readonly RowCell<InlineContent>[],
  gap: number,
  origin: Origin,
  space: { readonly before?: number; readonly after?: number; readonly keep?: boolean } = {},
): RowBlock<InlineContent> {
  return {
    kind: 'row',
    tagTarget: DECORATION,
    spaceBefore: space.before ?? 0,
    spaceAfter: space.after ?? 0,
    keepWithNext: space.keep ?? false,
    anchors: [],
    origin,
    cells,
    gap,
  };
}

export function makeCell(
  children: readonly StyledBlock[],
  width: RowCell<InlineContent>['width'],
): RowCell<InlineContent> {
  return { width, align: 'start', children };
}

export function share(fraction: number): Track {
  return { kind: 'fraction', fraction };
}

export function makeShape(
  height: number,
  paths: readonly ShapePath[],
  origin: Origin,
  tagTarget: TagTarget = DECORATION,
): ShapeBlock {
  return {
    kind: 'shape',
    ...bare(origin),
    tagTarget,
    height,
    paths,
  };
}

export function makeBreak(
  to: BreakBlock['to'],
  origin: Origin,
  facts: { readonly height?: number; readonly master?: string | null } = {},
): BreakBlock {
  return {
    kind: 'break',
    ...bare(origin),
    to,
    height: facts.height ?? 0,
    master: facts.master ?? null,
  };
}
