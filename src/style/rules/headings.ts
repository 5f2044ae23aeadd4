import type { Heading } from 'mdast';
import { makeBreak, makeRun, makeText, makeVoice } from '../build-block.ts';
import { setDigits } from '../convert-digits.ts';
import { formatCounter, formatNumbering } from '../counters.ts';
import type { StructTag } from '../element.ts';
import { type Flow, originOf, type Run, type StyledBlock, textRoleOf, type Voice } from '../flow.ts';
import type { PlannedHeading } from '../heading-plan.ts';
import type { Inline } from '../inline.ts';
import { placeText } from './paragraphs.ts';

/** A heading looks as its `#`s say and ranks as its place says. */
export function styleHeading(node: Heading, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const planned = run.headings.byNode.get(node);
  const roleName = `h${Math.min(node.depth, 4)}`;
  const element = run.structure.add(
    planned === undefined ? 'P' : (`H${planned.level}` as StructTag),
    flow.parent,
    origin,
  );
  const voice = makeVoice(flow, roleName, element);
  const words = run.inlines(node.children, voice);
  const written = placeText(node, words, flow);
  if (planned === undefined) return [makeText(flow, roleName, element, words, origin, written)];
  const opens = planned.listed && planned.rank === 1 && run.theme.heading.opens !== 'none';
  if (planned.listed && planned.rank === 1 && run.theme.notes.numbering === 'chapter') run.notes.restart();
  const ordinal = opens && run.theme.heading.ordinal && planned.numbers.length > 0;
  const number = ordinal ? [] : numberHeading(planned, voice);
  const heading = makeText(flow, roleName, element, [...number, ...words], origin, {
    ...written,
    anchors: [planned.id],
    outline: planned.listed ? { level: planned.rank, title: outlineTitle(planned, run) } : null,
    running: runningTexts(planned, run),
  });
  return [
    ...(opens ? openPage(flow, node, ordinal) : []),
    ...(ordinal ? [makeOrdinal(planned, flow, element)] : []),
    heading,
  ];
}

/** ٢.١ reads from the left in any surroundings (alreq, "Arabic number in other uses"). */
export function numberHeading(planned: PlannedHeading, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  if (run.theme.heading.numbering === 'none' || planned.numbers.length === 0) return [];
  const number = formatNumbering(run.counter, planned.numbers);
  const isolates = [...voice.isolates, { direction: 'ltr' } as const];
  return [
    makeRun(number, { ...voice, isolates }, originOf(planned.node)),
    makeRun(EN_SPACE, voice, originOf(planned.node)),
  ];
}

const EN_SPACE = '\u2002';

function outlineTitle(planned: PlannedHeading, run: Run): string {
  if (run.theme.heading.numbering === 'none' || planned.numbers.length === 0)
    return setDigits(planned.text, run);
  // outlines know no isolates but the characters: LRI … PDI
  return `\u2066${formatNumbering(run.counter, planned.numbers)}\u2069 ${setDigits(planned.text, run)}`;
}

/** What an author says of a heading's direction goes along as characters: LRI or RLI … PDI. */
const INITIATOR = { ltr: '\u2066', rtl: '\u2067' } as const;

function runningTexts(
  { listed, rank, text: written, direction }: PlannedHeading,
  run: Run,
): Readonly<Record<string, string>> {
  if (!listed || rank > 2) return {};
  const words = setDigits(written, run);
  const text = direction === null ? words : `${INITIATOR[direction]}${words}\u2069`;
  return rank === 1 ? { chapter: text, section: text } : { section: text };
}

/** Titles of chapters stand at one height, whether a number stands over them or not. */
function openPage({ run }: Flow, node: Heading, ordinal: boolean): readonly StyledBlock[] {
  const origin = originOf(node);
  const { opens, ordinal: ordinals } = run.theme.heading;
  const number = textRoleOf(run, 'chapter-number');
  const drop = run.theme.heading.drop + (ordinals && !ordinal ? number.leading + number.after : 0);
  const master = run.theme.masters['opening'] === undefined ? null : 'opening';
  const start = makeBreak(opens === 'opening' ? 'opening' : 'page', origin, { master });
  return drop > 0 ? [start, makeBreak('space', origin, { height: drop })] : [start];
}

/** The number of a chapter over its title: part of the same heading when spoken. */
function makeOrdinal(planned: PlannedHeading, flow: Flow, element: Voice['role']): StyledBlock {
  const origin = originOf(planned.node);
  const voice = makeVoice(flow, 'chapter-number', element);
  const number = formatCounter(flow.run.counter, planned.numbers[0] ?? 0);
  return makeText(flow, 'chapter-number', element, [makeRun(number, voice, origin)], origin);
}
