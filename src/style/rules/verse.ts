import type { TagTarget } from '../../base/element.ts';
import type { Origin } from '../../base/origin.ts';
import type { Bayt, Phrase, Verse } from '../../resolve/nodes.ts';
import type { RowCell, TextBlock, TextTrack, TextWidth } from '../blocks.ts';
import {
  joinLastTwo,
  makeBox,
  makeCell,
  makeChoice,
  makeFormatting,
  makeRow,
  makeStack,
  makeText,
  setPhrase,
  share,
  type TextFacts,
} from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle, themeTextStyle } from '../context.ts';
import type { InlineContent } from '../inline.ts';

/**
 * Hemistichs stand side by side, all elongated to the width of the widest, kashida first; where two of them are wider
 * than the measure the second stands under the first, at the end side. A line without a part stands in the middle.
 */
export function styleVerse(
  { caption, stanzas, poet, origin }: Verse,
  scope: BlockScope,
): readonly StyledBlock[] {
  const { context } = scope;
  const set = stanzas.map((stanza) =>
    stanza.kind === 'bayts' ? stanza.bayts.map((bayt) => setBayt(bayt, scope)) : stanza,
  );
  const poem = measurePoem(
    set.flatMap((stanza) => ('kind' in stanza ? [] : stanza)),
    scope,
  );
  const blocks = set.flatMap((stanza, index) =>
    'kind' in stanza
      ? context.blocks(stanza.children, scope)
      : spaceStanza(
          stanza.map((bayt) => placeBayt(bayt, poem, scope)),
          index,
          scope,
        ),
  );
  const above = caption === null ? [] : [setPhrase(scope, caption)];
  const lines = [...joinLastTwo(blocks), ...makePoet(poet, poem, scope)];
  return [makeBox(context, 'verse', [...above, ...lines], origin)];
}

/** A bayt with its words set: one hemistich, or two. */
interface SetBayt {
  readonly halves: readonly Half[];
  readonly origin: Origin;
}

interface Half {
  readonly content: InlineContent;
  readonly tagTarget: TagTarget;
  readonly origin: Origin;
}

function setBayt({ halves, origin }: Bayt, scope: BlockScope): SetBayt {
  const set = ({ content, tagTarget }: Phrase) => ({
    content: scope.context.inlines(content, makeFormatting(scope, STYLE, tagTarget)),
    tagTarget,
    origin,
  });
  return { halves: halves.map(set), origin };
}

const STYLE = 'verse';

/** What all bayts of a poem share, so that all take one shape and all hemistichs one width. */
interface Poem {
  /** Its hemistichs; those of lines that nothing parts are not among them. */
  readonly texts: readonly TextBlock<InlineContent>[];
  /** Points. */
  readonly gap: number;
}

/** Of the size of the text: between the hemistichs of a bayt, and by how much at least one stands back from the other under it. */
const GAP = 2;

/** A hemistich shorter than this part of the width would be all holes if it were elongated to it. */
const SHORTEST_FIT = 0.6;

function measurePoem(bayts: readonly SetBayt[], scope: BlockScope): Poem {
  const paired = bayts.flatMap(({ halves }) => (halves.length > 1 ? halves : []));
  return {
    texts: paired.map((half) => setHalf(half, {}, scope)),
    gap: GAP * themeTextStyle(scope.context, STYLE).size,
  };
}

function setHalf(
  { content, tagTarget, origin }: Half,
  facts: TextFacts,
  scope: BlockScope,
): TextBlock<InlineContent> {
  return makeText(scope, STYLE, tagTarget, content, origin, { ...facts, direction: scope.direction });
}

function placeBayt({ halves, origin }: SetBayt, poem: Poem, scope: BlockScope): StyledBlock {
  const [first, second] = halves;
  if (first === undefined) return makeStack([], origin);
  if (second === undefined) return setHalf(first, { align: 'center' }, scope);
  const beside = placeBeside([first, second], poem, scope, origin);
  const under = placeUnder([first, second], poem, scope, origin);
  const broken = placeBroken([first, second], poem, scope, origin);
  return makeChoice(
    [
      { needs: { kind: 'width', width: widthBeside(poem) }, block: beside },
      { needs: { kind: 'width', width: hemistichs(poem, 1, poem.gap) }, block: under },
      { needs: null, block: broken },
    ],
    origin,
  );
}

type Halves = readonly [Half, Half];

function placeBeside([first, second]: Halves, poem: Poem, scope: BlockScope, origin: Origin): StyledBlock {
  const width = asWideAs(hemistichs(poem));
  const cell = (half: Half) => makeCell([setHalf(half, elongated('start', scope), scope)], width);
  return centre([cell(first), makeGap(poem), cell(second)], origin);
}

function placeUnder([first, second]: Halves, poem: Poem, scope: BlockScope, origin: Origin): StyledBlock {
  const width = asWideAs(hemistichs(poem));
  const rest = makeCell([], share(1));
  const above = makeCell([setHalf(first, elongated('start', scope), scope)], width);
  const below = makeCell([setHalf(second, elongated('end', scope), scope)], width);
  return makeSteps([above, rest], [rest, below], origin);
}

/** Where a hemistich is wider than a line. */
function placeBroken([first, second]: Halves, poem: Poem, scope: BlockScope, origin: Origin): StyledBlock {
  const above = makeCell([setHalf(first, { align: 'start' }, scope)], share(1));
  const below = makeCell([setHalf(second, { align: 'end' }, scope)], share(1));
  return makeSteps([above, makeGap(poem)], [makeGap(poem), below], origin);
}

type Cells = readonly RowCell<InlineContent>[];

function makeSteps(above: Cells, below: Cells, origin: Origin): StyledBlock {
  const steps = [makeRow(above, 0, origin), makeRow(below, 0, origin)];
  return { ...makeStack(steps, origin), keepTogether: true };
}

/** Elongated, or left at `side`. */
function elongated(side: 'start' | 'end', { context }: BlockScope): TextFacts {
  const { align, kashida } = themeTextStyle(context, STYLE);
  return align === 'fit' ? { align: side, fit: { from: SHORTEST_FIT, kashida } } : { align };
}

/** @param plus points beside each */
function hemistichs({ texts }: Poem, times = 1, plus = 0): TextWidth<InlineContent> {
  return { texts, least: 0, plus, times };
}

function widthBeside(poem: Poem): TextWidth<InlineContent> {
  return hemistichs(poem, 2, poem.gap / 2);
}

function asWideAs(width: TextWidth<InlineContent>): TextTrack<InlineContent> {
  return { kind: 'text', width, least: 0, most: 1, fraction: 0 };
}

function makeGap({ gap }: Poem): RowCell<InlineContent> {
  return makeCell([], { kind: 'points', points: gap });
}

function centre(cells: Cells, origin: Origin): StyledBlock {
  return makeRow([makeCell([], share(1)), ...cells, makeCell([], share(1))], 0, origin);
}

function spaceStanza(
  bayts: readonly StyledBlock[],
  index: number,
  { context }: BlockScope,
): readonly StyledBlock[] {
  const [first, ...others] = bayts;
  if (index === 0 || first === undefined) return bayts;
  return [{ ...first, spaceBefore: themeBoxStyle(context, 'verse').gap }, ...others];
}

/** The poet, where the poem ends. */
function makePoet(poet: Phrase | null, poem: Poem, scope: BlockScope): readonly StyledBlock[] {
  if (poet === null) return [];
  const text = setPhrase(scope, poet, { align: 'end' });
  if (poem.texts.length === 0) return [text];
  const width = widthBeside(poem);
  const row = centre([makeCell([text], asWideAs(width))], poet.origin);
  return [
    makeChoice(
      [
        { needs: { kind: 'width', width }, block: { ...row, spaceBefore: text.spaceBefore } },
        { needs: null, block: text },
      ],
      poet.origin,
    ),
  ];
}
