import { type Carrier, THIN } from './document-font.ts';
import type { Item, Segment, TextSegment } from './segment.ts';

/** What a text object shows next. Points from the line's left edge. */
export type Shown = Item | ShownCarrier;

/** What a segment shows, from left to right. */
export interface Arranged {
  readonly shown: readonly Shown[];
  /** Chunks that carry the space at their right, and what it adds to their advance in ems. */
  readonly spaces: ReadonlyMap<Item, number> | null;
}

export interface ShownCarrier {
  readonly kind: 'carrier';
  readonly carrier: Carrier;
  readonly segment: TextSegment;
  readonly x: number;
}

/** A segment while its spaces and carriers are decided. */
interface Draft {
  readonly segment: TextSegment;
  /** In logical order. */
  readonly items: Item[];
  spaces: Map<Item, number> | null;
  /** The right edge of a space that was carried away from its right end; null if none was. */
  right: number | null;
  /** Whether the space that ends it is to be shown as a carrier. */
  endsInCarrier: boolean;
}

/** What stands beside a segment. */
interface Neighbours {
  readonly before: Draft | null;
  readonly after: Draft | null;
  /** Whether more follows on this height: a leader, or the next line of a row. */
  readonly isFollowed: boolean;
}

/**
 * What each segment of a line shows, from left to right (nothing for what is no text), so that four
 * readers with four notions of bidi find the same text in it. Each rule below answers one of them; the
 * price is a bidi mark here and there in what they extract, as authors themselves put into such text.
 *
 * @param isFollowed whether the next line stands beside this one
 */
export function arrangeLine(segments: readonly Segment[], isFollowed: boolean): Arranged[] {
  const drafts = segments.map((segment) => (segment.kind === 'text' ? draftOf(segment) : null));
  drafts.forEach((draft, index) => {
    const after = drafts[index + 1];
    if (draft && after) settleBorder(draft, after);
    if (draft?.segment.way === 'rtl') carrySpaces(draft);
  });
  // A left-to-right line ends with the space at which it was broken, or who reads by tags joins the words
  // around it (ISO 32000-1, 14.8.2.5). In a right-to-left one such a space is painted first, and stays
  // there for MuPDF.
  const last = segments.at(-1);
  const hasSpace = isFollowed || (last?.kind === 'text' && last.level === 0);
  return drafts.map((draft, index) => {
    if (!draft) return NOTHING;
    const next = segments[index + 1];
    const shown = showDraft(draft, {
      before: findShown(drafts, index, -1),
      after: findShown(drafts, index, 1),
      isFollowed: next ? next.kind === 'leader' : hasSpace,
    });
    return { shown, spaces: draft.spaces };
  });
}

/** The next draft on one side that has something left once its spaces were given away. */
function findShown(drafts: readonly (Draft | null)[], index: number, step: -1 | 1): Draft | null {
  let at = index + step;
  while (drafts[at]?.items.length === 0) at += step;
  return drafts[at] ?? null;
}

const NOTHING: Arranged = { shown: [], spaces: null };

function draftOf(segment: TextSegment): Draft {
  return { segment, items: segment.items.slice(), spaces: null, right: null, endsInCarrier: false };
}

/**
 * The space between two segments. pdf.js forgets one before a jump of the pen, so it becomes part of the
 * glyph at its left, which is painted right before the place it has in the text; where no glyph can take
 * it, it becomes a carrier, and so does one between a number and a sign (`< ٣ >`): at the right of the number
 * poppler would find it before it.
 */
function settleBorder(before: Draft, after: Draft): void {
  const isBefore = before.items.at(-1)?.kind === 'space';
  const space = isBefore ? before.items.at(-1) : after.items[0];
  if (space?.kind !== 'space') return;
  const giver = before.items.at(isBefore ? -2 : -1);
  const heir = after.items[isBefore ? 0 : 1];
  const take = () => (isBefore ? before.items.pop() : after.items.shift());
  const endsInMark = giver?.kind === 'chunk' && giver.chunk.ends === 'mark';
  if (before.segment.way === 'rtl' && endsInMark) {
    before.items.push(isBefore ? before.items.pop()! : after.items.shift()!);
    before.endsInCarrier = true;
  } else if (after.segment.way === 'rtl' && heir?.kind === 'chunk') {
    take();
    giveSpace(after, heir, 0);
    after.right = space.x + space.width;
  } else if (before.segment.way === 'ltr' && after.segment.way === 'rtl' && !heir) {
    after.endsInCarrier = true;
  } else if (before.segment.way === 'ltr' && giver?.kind === 'chunk' && !endsInMark) {
    take();
    giveSpace(before, giver, 0);
  } else if (isBefore && before.segment.way === 'rtl') {
    before.endsInCarrier = true;
  }
}

function giveSpace(draft: Draft, item: Item, width: number): void {
  draft.spaces ??= new Map();
  draft.spaces.set(item, width);
}

/** Ems. What is left of a space must be narrower than what pdf.js takes for one (0.102). */
const STEP = 0.08;

/** Ems. Where a gap is wider (by more than 0.6), pdf.js takes what stands left and right of it for two texts. */
const WIDE = 0.55;

/**
 * Some spaces are carried, width and all, by the glyph at their left: wide ones, and those after which a
 * vowel is painted, as the vowel that ends a word comes before its letter: pdf.js would find the space
 * twice, before the vowel and behind it.
 */
function carrySpaces(draft: Draft): void {
  const { items } = draft;
  for (let i = items.length - 2; i > 0; i--) {
    const before = items[i - 1]!;
    const space = items[i]!;
    const after = items[i + 1]!;
    if (space.kind !== 'space' || before.kind !== 'chunk' || after.kind !== 'chunk') continue;
    const width = space.width / space.style.size;
    if (before.chunk.ends !== 'mark' && width < WIDE) continue;
    items.splice(i, 1);
    giveSpace(draft, after, Math.floor(width / STEP) * STEP);
  }
}

function showDraft(draft: Draft, neighbours: Neighbours): Shown[] {
  if (draft.items.length === 0) return [];
  const { way } = draft.segment;
  if (way === 'ltr') return showLtr(draft, neighbours);
  return way === 'loose' ? showLoose(draft, neighbours) : showRtl(draft, neighbours);
}

function showLtr(draft: Draft, { after, isFollowed }: Neighbours): Shown[] {
  const [first] = draft.items;
  const next = after?.segment.way === 'ltr' ? after.items[0] : undefined;
  // Two isolates that touch, such as a number and the call of its note: poppler would take them for one.
  if (next && first && next.x < first.x) return [carry('rlm-thin', draft.segment, first.x), ...draft.items];
  const last = draft.items.at(-1)!;
  if (!after && isFollowed && last.kind === 'chunk' && last.chunk.ends !== 'mark') giveSpace(draft, last, 0);
  return [...draft.items, ...closeBracket(draft)];
}

/** Without a mark poppler takes the brackets of len() for a part of the right-to-left line. */
function closeBracket({ segment, items }: Draft): Shown[] {
  const last = items.at(-1)!;
  if (segment.level < 2 || last.kind === 'space' || !last.chunk.endsInBracket) return [];
  return [carry('lrm-thin', segment, last.x + last.width - THIN * segment.style.size)];
}

/**
 * Left-to-right marks on both sides keep pdfium from mirroring a bracket and MuPDF from moving a sign;
 * a right-to-left mark parts it from left-to-right text, with which poppler would turn it round.
 */
function showLoose(draft: Draft, { before, after, isFollowed }: Neighbours): Shown[] {
  const { segment, items } = draft;
  const { x } = items[0]!;
  const inside = rightOf(draft) - THIN * segment.style.size;
  const shown: Shown[] = [carry('lrm', segment, x), ...items, carry('lrm-thin', segment, inside)];
  if (isLtr(before)) shown.unshift(carry('rlm-thin', segment, inside));
  if (after?.segment.way === 'ltr') shown.push(carry('rlm', segment, x));
  else if (!after && isFollowed) shown.push(carry('rlm-space', segment, x - spaceOf(segment)));
  return shown;
}

/** Fences the edges where no letter does it. */
function showRtl(draft: Draft, neighbours: Neighbours): Shown[] {
  const { segment, items, spaces } = draft;
  const [first] = items;
  const shown: Shown[] = items.slice();
  const isStrong = first?.kind === 'chunk' && first.chunk.starts === 'strong' && !spaces?.has(first);
  // Without it poppler and pdfium take the comma or the space after a number for a part of it.
  if (isLtr(neighbours.before) && !isStrong) {
    shown.unshift(carry('rlm-thin', segment, rightOf(draft) - THIN * segment.style.size));
  }
  closeRtl(draft, neighbours, shown);
  return shown.reverse();
}

/** The left edge: MuPDF gives a neutral that comes first the direction of what came before it. */
function closeRtl(
  { segment, items, endsInCarrier }: Draft,
  { after, isFollowed }: Neighbours,
  shown: Shown[],
): void {
  const last = items.at(-1)!;
  const { x } = last;
  if (last.kind === 'space') {
    if (endsInCarrier || isFollowed) shown[shown.length - 1] = carry('rlm-space', segment, x);
    else shown.push(carry('rlm', segment, x));
  } else if (isFollowed || (!after && last.chunk.ends === 'mark')) {
    // pdf.js hangs a vowel that is painted first on the line before; a carrier is there before it.
    shown.push(carry('rlm-space', segment, x - spaceOf(segment)));
  } else if (last.chunk.ends !== 'strong') {
    shown.push(carry('rlm', segment, x));
  }
}

/** The right edge, a space that was carried included. */
function rightOf({ items, right }: Draft): number {
  const first = items[0]!;
  return right ?? first.x + first.width;
}

function isLtr(draft: Draft | null): boolean {
  return draft !== null && draft.segment.way !== 'rtl';
}

function carry(carrier: Carrier, segment: TextSegment, x: number): ShownCarrier {
  return { kind: 'carrier', carrier, segment, x };
}

/** Points. */
function spaceOf({ face, style }: TextSegment): number {
  return (face.space * style.size) / face.unitsPerEm;
}
