import type { Heading as HeadingNode, Nodes } from 'mdast';
import type { StructTag } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { Around, ResolveContext } from '../context.ts';
import { setDigits } from '../convert-digits.ts';
import { numberOf, numberOver } from '../heading-number.ts';
import type { HeadingPlace } from '../heading-place.ts';
import type { PlannedHeading } from '../heading-plan.ts';
import type { Placing, ResolvedBlock } from '../nodes.ts';
import { makePhrase } from '../phrase.ts';
import { spell } from './references.ts';

/** A heading looks as its `#`s say and ranks as its place says. */
export function resolveHeading(node: HeadingNode, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const planned = context.headings.byNode.get(node);
  const tag = planned === undefined ? 'P' : (`H${planned.level}` as StructTag);
  const tagTarget = context.structure.add(tag, parent, origin);
  const styleName = styleOf(node, planned, context);
  const phrase = makePhrase(node.children, styleName, tagTarget, around, origin);
  const opensChapter = planned?.listed === true && planned.rank === 1;
  if (opensChapter && context.theme.notes.numbering === 'chapter') context.notes.restart();
  const place = planned === undefined ? null : placeHeading(planned, context);
  return [{ kind: 'heading', phrase, placing: placingOf(node), place, origin }];
}

/** A part looks as a chapter where the theme has no row for it. */
function styleOf(
  { depth }: HeadingNode,
  planned: PlannedHeading | undefined,
  { theme }: ResolveContext,
): string {
  if (planned?.isPart === true && theme.roles['part'] !== undefined) return 'part';
  return `h${Math.min(depth, 4)}`;
}

export function placingOf({ data }: Nodes): Placing {
  return { align: data?.align ?? null, direction: data?.dir ?? null };
}

function placeHeading(planned: PlannedHeading, context: ResolveContext): HeadingPlace {
  const { id, rank, listed, isPart, depth } = planned;
  return {
    id,
    rank,
    listed,
    isPart,
    depth,
    matter: planned.node.data?.matter ?? null,
    number: numberOf(planned, context),
    ordinal: numberOver(planned, context),
    title: outlineTitle(planned, context),
    running: runningTexts(planned, context),
  };
}

function outlineTitle(planned: PlannedHeading, context: ResolveContext): string {
  const number = numberOf(planned, context);
  const title = setDigits(spell([planned.node], context), context);
  // outlines know no isolates but the characters: LRI … PDI
  return number === null ? title : `\u2066${number}\u2069 ${title}`;
}

/** What an author says of a heading's direction goes along as characters: LRI or RLI … PDI. */
const INITIATOR = { ltr: '\u2066', rtl: '\u2067' } as const;

function runningTexts(
  { listed, rank, node, direction }: PlannedHeading,
  context: ResolveContext,
): Readonly<Record<string, string>> {
  if (!listed || rank > 2) return {};
  const words = setDigits(spell([node], context), context);
  const text = direction === null ? words : `${INITIATOR[direction]}${words}\u2069`;
  return rank === 1 ? { chapter: text, section: text } : { section: text };
}
