import type { Heading, HeadingPlace } from '../../resolve/nodes.ts';
import { makeBreak, makeRun, makeText, makeVoice } from '../build-block.ts';
import { type Flow, type InlineFormatting, type StyledBlock, themeTextStyle } from '../flow.ts';
import type { Inline } from '../inline.ts';
import { placeText } from './paragraphs.ts';

/** A heading, and before one that opens a page what opens it. */
export function styleHeading(node: Heading, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { phrase, place, origin } = node;
  const { styleName, tagTarget } = phrase;
  const voice = makeVoice(flow, styleName, tagTarget);
  const words = run.inlines(phrase.content, voice);
  const written = placeText(node.placing, words, flow);
  if (place === null) return [makeText(flow, styleName, tagTarget, words, origin, written)];
  const opens = place.listed && place.rank === 1 && run.theme.heading.opens !== 'none';
  const ordinal = opens && run.theme.heading.ordinal ? place.ordinal : null;
  const number = ordinal === null ? numberHeading(place.number, voice, origin) : [];
  const heading = makeText(flow, styleName, tagTarget, [...number, ...words], origin, {
    ...written,
    anchors: [place.id],
    outline: place.listed ? { level: place.rank, title: place.title } : null,
    running: place.running,
  });
  return [
    ...(opens ? openPage(flow, node, ordinal !== null) : []),
    ...(ordinal === null ? [] : [makeOrdinal(ordinal, node, flow)]),
    heading,
  ];
}

/** ٢.١ reads from the left in any surroundings (alreq, "Arabic number in other uses"). */
export function numberHeading(
  number: HeadingPlace['number'],
  voice: InlineFormatting,
  origin: Heading['origin'],
): readonly Inline[] {
  if (number === null) return [];
  const isolates = [...voice.isolates, { direction: 'ltr' } as const];
  return [makeRun(number, { ...voice, isolates }, origin), makeRun(EN_SPACE, voice, origin)];
}

const EN_SPACE = '\u2002';

/** Titles of chapters stand at one height, whether a number stands over them or not. */
function openPage({ run }: Flow, { origin }: Heading, ordinal: boolean): readonly StyledBlock[] {
  const { opens, ordinal: ordinals } = run.theme.heading;
  const number = themeTextStyle(run, 'chapter-number');
  const drop = run.theme.heading.drop + (ordinals && !ordinal ? number.leading + number.after : 0);
  const master = run.theme.masters['opening'] === undefined ? null : 'opening';
  const start = makeBreak(opens === 'opening' ? 'opening' : 'page', origin, { master });
  return drop > 0 ? [start, makeBreak('space', origin, { height: drop })] : [start];
}

/** The number of a chapter over its title: part of the same heading when spoken. */
function makeOrdinal(number: string, { phrase: { tagTarget }, origin }: Heading, flow: Flow): StyledBlock {
  const voice = makeVoice(flow, 'chapter-number', tagTarget);
  return makeText(flow, 'chapter-number', tagTarget, [makeRun(number, voice, origin)], origin);
}
