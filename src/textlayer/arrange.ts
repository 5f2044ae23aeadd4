import { type InklessGlyph, THIN } from './document-font.ts';
import { showWords } from './pieces.ts';
import type { ChunkItem, Segment, SegmentItem, TextSegment } from './segment.ts';
import type { Arranged, Fence, Shown, ShownAside, ShownInkless, ShownWords } from './shown.ts';

/** A segment while its spaces and marks are decided. */
interface Draft {
  readonly segment: TextSegment;
  /** In logical order. */
  readonly items: SegmentItem[];
  spaces: Map<SegmentItem, number> | null;
  /** The right edge of a space that was taken away from its right end; null if none was. */
  right: number | null;
  /** Whether the space that ends it is to be shown as an inkless glyph. */
  endsInInkless: boolean;
  /** The space between it and the next segment, and where that begins to be painted if it is left-to-right. */
  gap: { readonly x: number; readonly next: number | null } | null;
  /** Of left-to-right text: where the stretch begins that it belongs to. */
  edge: number | null;
  /** Of a sign: see `ShownSign`. */
  pen: number | null;
  readonly fences: Fence[];
}

/** What stands beside a segment. */
interface Neighbours {
  readonly before: Draft | null;
  readonly after: Draft | null;
  /** Whether more follows on this height: a leader, or the next line of a row. */
  readonly isFollowed: boolean;
  /** Whether its line has several segments. */
  readonly isMixed: boolean;
}

/**
 * What each segment of a line shows (nothing for what is no text), so that readers with as many notions of bidi
 * find the same text in it. What one of them needs and would harm another is said where the other does not look:
 * see CONFORMANCE.md, "Who is told what".
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
      isMixed: segments.length > 1,
    });
    return { shown, spaces: draft.spaces, fences: draft.fences };
  });
}

/** The next draft on one side that has something left once its spaces were given away. */
function findShown(drafts: readonly (Draft | null)[], index: number, step: -1 | 1): Draft | null {
  let at = index + step;
  while (drafts[at]?.items.length === 0) at += step;
  return drafts[at] ?? null;
}

const NOTHING: Arranged = { shown: [], spaces: null, fences: [] };

function draftOf(segment: TextSegment): Draft {
  const items = segment.items.slice();
  return {
    segment,
    items,
    spaces: null,
    right: null,
    endsInInkless: false,
    gap: null,
    edge: null,
    pen: null,
    fences: [],
  };
}

/**
 * The space between two segments. It stays where right-to-left text ends and something else begins; else pdfium
 * finds it by its width, and the others in a gap. After a vowel it is an inkless glyph: pdf.js would find it before the
 * vowel and behind it.
 */
function settleBorder(before: Draft, after: Draft): void {
  const isBefore = before.items.at(-1)?.kind === 'space';
  const space = isBefore ? before.items.at(-1) : after.items[0];
  const giver = before.items.at(isBefore ? -2 : -1);
  if (space?.kind !== 'space' || giver === undefined) return;
  const isRtl = before.segment.way === 'rtl';
  const next = after.segment.way === 'rtl' ? null : (after.items[isBefore ? 0 : 1]?.x ?? null);
  before.endsInInkless = isRtl && giver.kind === 'chunk' && giver.chunk.ends === 'mark';
  const stays = before.endsInInkless || (isRtl && after.segment.way !== 'rtl');
  if (!isBefore) after.items.shift();
  if (isBefore && !stays) before.items.pop();
  if (!isBefore && stays) before.items.push(space);
  if (before.endsInInkless) return;
  before.gap = { x: space.x, next };
  if (after.segment.way === 'rtl') after.right = space.x + space.width;
}

/** Ems. What is left of a space must be narrower than what pdf.js takes for one (0.102). */
const STEP = 0.08;

/** Ems. Where a gap is wider (by more than 0.6), pdf.js takes what stands left and right of it for two texts. */
const WIDE = 0.55;

/** Ems. What is left of a wide space. */
const LEFT = 0.3;

/** Two, since poppler takes one as the end of a word, and then goes by the width that is left. */
const CARRIED = '  ';

/**
 * The width of some spaces is that of the glyph at their left: most of a wide one, and all of one after which a
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
    const { size } = space.style;
    const width = space.width / size;
    const endsInMark = before.chunk.ends === 'mark';
    if (!endsInMark && width < WIDE) continue;
    const given = Math.floor((endsInMark ? width : width - LEFT) / STEP) * STEP;
    const { kind, face, style, char, x } = space;
    items[i] = {
      kind,
      char: endsInMark ? CARRIED : char,
      face,
      style,
      x: x + given * size,
      width: space.width,
    };
    draft.spaces ??= new Map();
    draft.spaces.set(after, given);
  }
}

function showDraft(draft: Draft, neighbours: Neighbours): Shown[] {
  if (draft.items.length === 0) return [];
  const shown = showWay(draft, neighbours);
  if (neighbours.isMixed && neighbours.before === null) shown.unshift(aside('lrm', draft));
  if (draft.gap) shown.push(...showGap(draft, shown, draft.gap), aside('lrm', draft));
  return shown;
}

function showWay(draft: Draft, neighbours: Neighbours): Shown[] {
  const { way } = draft.segment;
  if (way === 'ltr') return showLtr(draft, neighbours);
  return way === 'loose' ? showSign(draft, neighbours) : showRtl(draft, neighbours);
}

/** pdf.js forgets a space before a jump of the pen, but not one inside a mapping. */
function showGap(draft: Draft, shown: Shown[], { x, next }: NonNullable<Draft['gap']>): Shown[] {
  const { segment } = draft;
  const last = shown.at(-1)!;
  const isEnding = last.kind === 'chunk' && segment.way === 'ltr' && canEnd(last);
  if (isEnding) shown[shown.length - 1] = { kind: 'ending', item: last, x: last.x };
  const isInline = segment.way === 'rtl' && draft.items.at(-1)?.kind === 'space';
  const inklessGlyphs: InklessGlyph[] = isEnding ? ['lrm'] : ['lrm', 'gap'];
  // MuPDF begins another line where the pen jumps between two left-to-right glyphs.
  const at = isInline ? null : next;
  return [{ kind: 'gap', inklessGlyphs, actual: isInline ? '' : ' ', segment, at, x }];
}

/** Not a letter: who takes a code for its own would find the space inside a word. Arabic-Indic digits pdf.js would turn round with it. */
function canEnd({ chunk }: ChunkItem): boolean {
  return !chunk.endsInLetter && chunk.number === null;
}

function showLtr(draft: Draft, { before, after, isFollowed }: Neighbours): Shown[] {
  const [first, ...others] = draft.items;
  const next = after?.segment.way === 'ltr' ? after.items[0] : undefined;
  // Two isolates that touch, such as a number and the call of its note: poppler would take them for one.
  const touches = next !== undefined && next.x < first!.x;
  // Text of two fonts that goes on to the right begins with the first.
  const isContinued = before?.segment.way === 'ltr' && before.edge !== null && before.edge < first!.x;
  draft.edge = isContinued ? before.edge : first!.x;
  if (touches || (after && after.segment.way !== 'ltr'))
    draft.fences.push({ inkless: 'rlm', x: draft.edge! });
  if (!after && isFollowed) draft.gap ??= { x: penAfter(draft), next: null };
  closeBracket(draft);
  if (first?.kind !== 'chunk') return draft.items.slice();
  if (!isNumber(first, others)) {
    const words = draft.segment.level < 2 ? null : wordsOf(draft, before, after);
    return [...spaceBeforeNumber(draft, before), ...(words ? [words] : draft.items)];
  }
  return [
    { kind: 'number', item: first, x: first.x, standIn: 'mark', space: draft.gap?.x ?? null },
    ...others,
  ];
}

/** In lines from the left it costs more than the words themselves, and all of the line is left-to-right. */
function wordsOf({ items, gap }: Draft, before: Draft | null, after: Draft | null): ShownWords | null {
  const touches = before !== null && before.gap === null && before.items.at(-1)?.kind !== 'space';
  return showWords(items, { touches, endsInSpace: gap !== null || !after });
}

/** The space after text at whose left edge stands a number: see `ShownNumber`. Only where a space comes before it too. */
function spaceBeforeNumber({ items, gap }: Draft, before: Draft | null): SegmentItem[] {
  const first = items[0]!;
  if (gap === null || first.kind !== 'chunk' || first.chunk.number === null || before?.gap === null)
    return [];
  const { face, style } = first;
  return [{ kind: 'space', char: ' ', face, style, x: gap.x, width: 0 }];
}

/** Whether it is a number in Arabic-Indic digits, with the comma after it or not. */
function isNumber({ chunk }: ChunkItem, others: readonly SegmentItem[]): boolean {
  return chunk.number !== null && others.every((item) => item.kind === 'chunk' && item.shift !== 0);
}

/** Without a mark poppler takes the brackets of len() for a part of the right-to-left line. */
function closeBracket({ segment, items, fences }: Draft): void {
  const last = items.at(-1)!;
  if (segment.level < 2 || last.kind === 'space' || !last.chunk.endsInBracket) return;
  fences.push({ inkless: 'lrm', x: last.x + last.width - THIN * segment.style.size });
}

/** A right-to-left mark parts a sign from left-to-right text, with which poppler would turn it round. */
function showSign(draft: Draft, { before, after, isFollowed }: Neighbours): Shown[] {
  const { segment, items, fences } = draft;
  const [item] = items;
  if (item?.kind !== 'chunk') return items.slice();
  const { x } = item;
  const isAfterLtr = before !== null && before.segment.way !== 'rtl';
  const isBeforeLtr = after?.segment.way === 'ltr';
  if (!after && isFollowed) draft.gap ??= { x: x - spaceOf(segment), next: null };
  draft.pen = penBeside(draft, before, after);
  const { pen, gap } = draft;
  if (pen === null && isAfterLtr)
    fences.push({ inkless: 'rlm', x: rightOf(draft) - THIN * segment.style.size });
  if (pen === null && isBeforeLtr) fences.push({ inkless: 'rlm', x });
  const touching = pen === null ? null : { pen, isAfterLtr, isBeforeLtr };
  const isParted = gap !== null || !after || !startsStrong(after);
  return [{ kind: 'sign', item, x, space: gap?.x ?? null, isParted, touching }];
}

/** Where the pen is at the left-to-right text that a sign touches, if any. */
function penBeside({ gap }: Draft, before: Draft | null, after: Draft | null): number | null {
  if (before?.gap === null && before.segment.way === 'ltr') return penAfter(before);
  if (before?.gap === null && before.pen !== null) return before.pen;
  return after?.segment.way === 'ltr' && gap === null ? after.items[0]!.x : null;
}

function startsStrong({ segment, items }: Draft): boolean {
  const [first] = items;
  return segment.way === 'rtl' && first?.kind === 'chunk' && first.chunk.starts === 'strong';
}

function showRtl(draft: Draft, neighbours: Neighbours): Shown[] {
  const { after, isFollowed } = neighbours;
  fenceCommas(draft.items, draft.fences, !after && !isFollowed);
  const shown: Shown[] = draft.items.slice();
  if (followsNumber(draft, neighbours)) {
    const inside = rightOf(draft) - THIN * draft.segment.style.size;
    shown.unshift(carry('rlm-thin', draft.segment, inside));
  }
  const lead = closeRtl(draft, neighbours, shown);
  if (lead !== null) shown.push(lead);
  return shown.reverse();
}

/** Whether a comma follows a raised number: pdfium takes it for a part of that. */
function followsNumber({ items, right }: Draft, { before }: Neighbours): boolean {
  const [first] = items;
  const last = before?.segment.way === 'ltr' && right === null ? before.items.at(-1) : undefined;
  return (
    first?.kind === 'chunk' &&
    first.chunk.starts === 'weak' &&
    last?.kind === 'chunk' &&
    last.chunk.endsInDigit
  );
}

/**
 * Not at the end of a line, where poppler has nothing to turn a comma round with.
 *
 * @param isLast whether nothing follows the items
 */
export function fenceCommas(items: readonly SegmentItem[], fences: Fence[], isLast: boolean): void {
  const last = isLast ? items.at(-1) : undefined;
  for (const item of items) {
    if (item.kind !== 'chunk') continue;
    const { chunk, face, style, x } = item;
    if (chunk.fences.length === 0) continue;
    for (const left of chunk.fences) {
      if (left === 0 && item === last) continue;
      fences.push({ inkless: 'rlm', x: x + (left * style.size) / face.unitsPerEm });
    }
  }
}

/**
 * The left edge: MuPDF gives a neutral that comes first the direction of what came before it.
 *
 * @returns what is painted before it
 */
function closeRtl(draft: Draft, { after, isFollowed }: Neighbours, shown: Shown[]): Shown | null {
  const { segment, items, endsInInkless } = draft;
  const last = items.at(-1)!;
  if (last.kind === 'space') {
    if (!endsInInkless && !isFollowed) return aside('alm', draft);
    shown[shown.length - 1] = carry('rlm-space', segment, last.x);
    return null;
  }
  if (last.chunk.ends === 'mark' && (isFollowed || !after)) {
    // pdf.js hangs a vowel that is painted first on the line before; an inkless glyph is there before it.
    return carry('rlm-space', segment, last.x - spaceOf(segment));
  }
  if (isFollowed) draft.gap ??= { x: last.x - spaceOf(segment), next: null };
  return last.chunk.ends === 'strong' ? null : aside('alm', draft);
}

/** The right edge, a space that was taken away included. */
function rightOf({ items, right }: Draft): number {
  const first = items[0]!;
  return right ?? first.x + first.width;
}

/** Where the pen is after a left-to-right segment. */
function penAfter({ items }: Draft): number {
  const last = items.at(-1)!;
  return last.x + last.width;
}

function carry(inkless: InklessGlyph, segment: TextSegment, x: number): ShownInkless {
  return { kind: 'inkless', inkless, segment, x };
}

function aside(inkless: ShownAside['inkless'], { segment, items }: Draft): ShownAside {
  return { kind: 'aside', inkless, segment, x: items[0]!.x };
}

/** Points. */
function spaceOf({ face, style }: TextSegment): number {
  return (face.space * style.size) / face.unitsPerEm;
}
