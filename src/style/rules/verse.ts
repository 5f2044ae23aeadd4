import type { TagTarget } from '../../base/element.ts';
import type { Origin } from '../../base/origin.ts';
import type { Bayt, Phrase, Verse } from '../../resolve/nodes.ts';
import type { RowCell, Track } from '../blocks.ts';
import {
  joinLastTwo,
  makeBox,
  makeCell,
  makeFormatting,
  makeRow,
  makeStack,
  makeText,
  setPhrase,
  share,
  type TextFacts,
} from '../build-block.ts';
import {
  type BlockScope,
  type StyleContext,
  type StyledBlock,
  themeBoxStyle,
  themeTextStyle,
} from '../context.ts';
import type { InlineContent } from '../inline.ts';
import { measureInlines } from '../measure-inlines.ts';

/**
 * Hemistichs stand side by side, all elongated to the width of the widest, kashida first; where two of them are wider
 * than the measure the second stands under the first, at the end side. A line without a part stands in the middle.
 */
export function styleVerse({ stanzas, poet, origin }: Verse, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const set = stanzas.map((stanza) =>
    stanza.kind === 'bayts' ? stanza.bayts.map((bayt) => setBayt(bayt, scope)) : stanza,
  );
  const plan = planVerse(
    set.flatMap((stanza) => ('kind' in stanza ? [] : stanza)),
    scope,
  );
  const blocks = set.flatMap((stanza, index) =>
    'kind' in stanza
      ? context.blocks(stanza.children, scope)
      : spaceStanza(
          stanza.map((bayt) => placeBayt(bayt, plan, scope)),
          index,
          scope,
        ),
  );
  return [makeBox(context, 'verse', [...joinLastTwo(blocks), ...makePoet(poet, plan, scope)], origin)];
}

/** A bayt with its words set: one hemistich, or two. */
interface SetBayt {
  readonly halves: readonly { readonly content: InlineContent; readonly tagTarget: TagTarget }[];
  readonly origin: Origin;
}

function setBayt({ halves, origin }: Bayt, scope: BlockScope): SetBayt {
  const set = ({ content, tagTarget }: Phrase) => ({
    content: scope.context.inlines(content, makeFormatting(scope, STYLE, tagTarget)),
    tagTarget,
  });
  return { halves: halves.map(set), origin };
}

const STYLE = 'verse';

type Align = NonNullable<TextFacts['align']>;

/** One shape for the whole poem. Points. */
interface VersePlan {
  readonly shape: 'beside' | 'under';
  /** Of every hemistich. */
  readonly width: number;
  readonly gap: number;
  /** Whether all hemistichs fit their width, and so are elongated to it. */
  readonly fits: boolean;
}

/** Of the size of the text: between the hemistichs of a bayt, and by how much at least one stands back from the other under it. */
const GAP = 2;

/** What is measured is so near what is set; a hemistich that should break by mistake would look lost. */
const ALLOWANCE = 1.015;

/** A hemistich shorter than this part of the width would be all holes if it were elongated to it. */
const SHORTEST_FIT = 0.6;

function planVerse(bayts: readonly SetBayt[], { context, measure }: BlockScope): VersePlan {
  const gap = GAP * themeTextStyle(context, STYLE).size;
  const paired = bayts.filter(({ halves }) => halves.length > 1).flatMap(({ halves }) => halves);
  const widest = Math.max(0, ...paired.map(({ content }) => measureInlines(content, context))) * ALLOWANCE;
  if (widest * 2 + gap <= measure) return { shape: 'beside', width: widest, gap, fits: true };
  const room = measure - gap;
  return { shape: 'under', width: Math.min(widest, room), gap, fits: widest <= room };
}

function placeBayt({ halves, origin }: SetBayt, plan: VersePlan, scope: BlockScope): StyledBlock {
  const { context } = scope;
  const [first, second] = halves.map(({ content, tagTarget }, index) => {
    const align = halves.length === 1 ? 'center' : alignHalf(content, index, plan, context);
    return makeText(scope, STYLE, tagTarget, content, origin, { align, direction: scope.direction });
  });
  if (first === undefined || second === undefined) return first ?? makeStack([], origin);
  const width: Track = { kind: 'points', points: plan.width };
  const cells = [makeCell([first], width), makeCell([second], width)] as const;
  if (plan.shape === 'beside') return centre([cells[0], makeGap(plan.gap), cells[1]], origin);
  const rest = makeCell([], share(1));
  const steps = [makeRow([cells[0], rest], 0, origin), makeRow([rest, cells[1]], 0, origin)];
  return { ...makeStack(steps, origin), keepTogether: true };
}

/** Elongated, or left as it is: then the second hemistich under the first keeps to the end side. */
function alignHalf(content: InlineContent, index: number, plan: VersePlan, context: StyleContext): Align {
  const fits = plan.fits && measureInlines(content, context) >= plan.width * SHORTEST_FIT;
  if (fits) return themeTextStyle(context, STYLE).align;
  return plan.shape === 'under' && index === 1 ? 'end' : 'start';
}

function makeGap(points: number): RowCell<InlineContent> {
  return makeCell([], { kind: 'points', points });
}

function centre(cells: readonly RowCell<InlineContent>[], origin: Origin): StyledBlock {
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
function makePoet(
  poet: Phrase | null,
  { shape, width, gap }: VersePlan,
  scope: BlockScope,
): readonly StyledBlock[] {
  if (poet === null) return [];
  const text = setPhrase(scope, poet, { align: 'end' });
  if (shape === 'under' || width === 0) return [text];
  const row = centre([makeCell([text], { kind: 'points', points: 2 * width + gap })], poet.origin);
  return [{ ...row, spaceBefore: text.spaceBefore }];
}
