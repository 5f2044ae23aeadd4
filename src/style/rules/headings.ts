import type { HeadingPlace } from '../../resolve/heading-place.ts';
import type { Heading } from '../../resolve/nodes.ts';
import { makeBreak, makeFormatting, makeText, makeTextInline } from '../build-block.ts';
import { type BlockScope, type InlineFormatting, type StyledBlock, themeTextStyle } from '../context.ts';
import type { Inline } from '../inline.ts';
import { placeText } from './paragraphs.ts';

/** A heading, and before one that opens a page what opens it. */
export function styleHeading(node: Heading, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { phrase, place, origin } = node;
  const { styleName, tagTarget } = phrase;
  const formatting = makeFormatting(scope, styleName, tagTarget);
  const words = context.inlines(phrase.content, formatting);
  const written = placeText(node.placing, words, scope);
  if (place === null) return [makeText(scope, styleName, tagTarget, words, origin, written)];
  const opens = place.listed && place.rank === 1 && context.theme.heading.opens !== 'none';
  const ordinal = opens && context.theme.heading.ordinal ? place.ordinal : null;
  const number = ordinal === null ? numberHeading(place.number, formatting, origin) : [];
  const heading = makeText(scope, styleName, tagTarget, [...number, ...words], origin, {
    ...written,
    anchors: [place.id],
    outline: place.listed ? { level: place.depth, title: place.title } : null,
    running: place.running,
  });
  return [
    ...(opens ? openPage(scope, node, place, ordinal !== null) : []),
    ...(ordinal === null ? [] : [makeOrdinal(ordinal, node, scope)]),
    heading,
  ];
}

/** ٢.١ reads from the left in any surroundings (alreq, "Arabic number in other uses"). */
export function numberHeading(
  number: HeadingPlace['number'],
  formatting: InlineFormatting,
  origin: Heading['origin'],
): readonly Inline[] {
  if (number === null) return [];
  const isolates = [...formatting.isolates, { direction: 'ltr' } as const];
  return [
    makeTextInline(number, { ...formatting, isolates }, origin),
    makeTextInline(EN_SPACE, formatting, origin),
  ];
}

const EN_SPACE = '\u2002';

/** Titles of chapters stand at one height, whether a number stands over them or not; those of parts twice as low. */
function openPage(
  { context }: BlockScope,
  { origin }: Heading,
  place: HeadingPlace,
  ordinal: boolean,
): readonly StyledBlock[] {
  const { opens, ordinal: ordinals } = context.theme.heading;
  const number = themeTextStyle(context, 'chapter-number');
  const own = context.theme.heading.drop;
  const drop = own + (place.isPart ? own : ordinals && !ordinal ? number.leading + number.after : 0);
  const wanted = place.isPart ? 'part' : place.matter === 'front' ? 'front' : 'opening';
  const master = [wanted, 'opening'].find((name) => context.theme.masters[name] !== undefined) ?? null;
  const start = makeBreak(opens === 'opening' ? 'opening' : 'page', origin, { master });
  return drop > 0 ? [start, makeBreak('space', origin, { height: drop })] : [start];
}

/** The number of a chapter over its title: part of the same heading when spoken. */
function makeOrdinal(
  number: string,
  { phrase: { tagTarget }, origin }: Heading,
  scope: BlockScope,
): StyledBlock {
  const formatting = makeFormatting(scope, 'chapter-number', tagTarget);
  return makeText(scope, 'chapter-number', tagTarget, [makeTextInline(number, formatting, origin)], origin);
}
