import { fenceCommas } from './arrange.ts';
import type { Segment, SegmentItem, TextSegment } from './segment.ts';
import type { Arranged, Fence, Shown } from './shown.ts';

/** A text segment, and the space between it and the next. */
interface Placed {
  readonly segment: TextSegment;
  /** In logical order; never empty. */
  readonly items: readonly SegmentItem[];
  readonly space: SegmentItem | null;
}

/** What stands beside a segment on its line; null where nothing does, or no text. */
interface Neighbours {
  readonly before: Placed | null;
  readonly after: Placed | null;
  readonly isMixed: boolean;
}

const NOTHING: Arranged = { shown: [], spaces: null, fences: [] };

/**
 * What each segment of a line shows for programs that take the codes as they come and turn them by the UAX#9 of their
 * library (PDFBox, Tika, iText) or by their own (pypdf), and for what rewrites a file: each code is one character, nothing
 * is shown twice, every space is a code. PDFBox gives a line to java.text.Bidi, of which the first strong character says
 * the direction: a left-to-right mark first in a line makes the segments follow each other as they are painted, and one
 * after each right-to-left segment keeps them apart. It stands before a space or after one, never after a digit: Lucene
 * makes it a part of the number. An Arabic letter mark keeps a comma at the edge of right-to-left text inside it.
 */
export function arrangeForLibraries(segments: readonly Segment[], isFollowed: boolean): Arranged[] {
  const placed = placeSpaces(segments);
  const isMixed = segments.length > 1;
  return placed.map((own, index) => {
    if (own === null) return NOTHING;
    const [before = null, after = null] = [placed[index - 1], placed[index + 1]];
    const next = segments[index + 1];
    const isOpen = next ? next.kind === 'leader' : isFollowed || own.segment.level === 0;
    const shown = showSegment(own, { before, after, isMixed });
    if (after === null && isOpen) shown.push(lastSpace(own));
    return { shown, spaces: null, fences: fencesOf(own, after, isOpen) };
  });
}

/** A space between two segments belongs to neither. */
function placeSpaces(segments: readonly Segment[]): (Placed | null)[] {
  const open = segments.map((segment) =>
    segment.kind === 'text'
      ? { segment, items: segment.items.slice(), space: null as SegmentItem | null }
      : null,
  );
  open.forEach((own, index) => {
    const after = open[index + 1];
    if (!own || !after) return;
    const isBefore = own.items.length > 1 && own.items.at(-1)!.kind === 'space';
    if (isBefore) own.space = own.items.pop()!;
    else if (after.items.length > 1 && after.items[0]!.kind === 'space') own.space = after.items.shift()!;
  });
  return open;
}

function showSegment(own: Placed, { before, after, isMixed }: Neighbours): Shown[] {
  const { segment, items, space } = own;
  const shown: Shown[] = [];
  const isRtl = segment.way === 'rtl';
  const { style } = segment;
  const { x } = isRtl ? items.at(-1)! : items[0]!;
  const mark = (inkless: 'lrm' | 'alm') => shown.push({ kind: 'mark', inkless, style, x });
  if (isMixed && before === null) mark('lrm');
  if (isRtl && !holds(items.at(-1)!, 'ends')) mark('alm');
  if (isRtl) shown.push(...items.toReversed());
  else shown.push(...items.map(say));
  if (isRtl && isMixed && !holds(items[0]!, 'starts')) mark('alm');
  if (after !== null && isRtl && space !== null) shown.push({ kind: 'apart', x: space.x });
  if (after !== null && isRtl) mark('lrm');
  if (space !== null) shown.push(space);
  if (after !== null && items.some(isNativeNumber)) mark('lrm');
  return shown;
}

/** Whether a character at the edge of right-to-left text stays inside it. */
function holds(item: SegmentItem, side: 'starts' | 'ends'): boolean {
  return item.kind === 'chunk' && (item.chunk[side] === 'strong' || item.chunk[side] === 'mark');
}

const isNativeNumber = (item: SegmentItem) => item.kind === 'chunk' && item.chunk.number !== null;

/** A number in Arabic-Indic digits is one code: pypdf takes these digits for letters. */
function say(item: SegmentItem): Shown {
  if (item.kind === 'space' || item.chunk.number === null) return item;
  return { kind: 'number', item, x: item.x, standIn: 'space', space: null };
}

/** Between what stands side by side, and for who joins the words around a line's end (ISO 32000-1, 14.8.2.5). */
function lastSpace({ segment, items }: Placed): Shown {
  const { face, style, x, width } = items.at(-1)!;
  const isRtl = segment.way !== 'ltr';
  const own = (face.space * style.size) / face.unitsPerEm;
  return { kind: 'space', char: ' ', face, style, x: isRtl ? x - own : x + width, width: own };
}

/** Marks for poppler, also where it reads what Ghostscript left: they have no ActualText there, and need none. */
function fencesOf({ segment, items }: Placed, after: Placed | null, isOpen: boolean): readonly Fence[] {
  const fences: Fence[] = [];
  if (segment.way !== 'ltr') fenceCommas(items, fences, after === null && !isOpen);
  else if (after !== null && after.segment.way !== 'ltr') fences.push({ inkless: 'rlm', x: items[0]!.x });
  return fences;
}
