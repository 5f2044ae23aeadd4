import { reach } from '../../base/reached.ts';
import type { Block, Note, TextBlock } from '../../style/blocks.ts';
import type { Line } from '../../text/line.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type Landmark, type LineItem, makeBox, type Penalty } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { widthOfText } from './text-width.ts';
import { turnOverSign } from './turn-over.ts';

/**
 * Where the baseline lies in the height of a line, which is its leading: 7/10 from the top. The share is
 * the same for every face and size, so that cells of a row, a marker and its text, and facing pages
 * agree; with the leading of Arabic text (1.7 em) it leaves 1.2 em above for vowelled ascenders and half
 * an em below, which centres the letters' mass between the edges of a panel.
 */
export const BASELINE_SHARE = 0.7;

const NONE: readonly never[] = [];

export function collectText(
  given: TextBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
  firstIndent: number,
): void {
  reach(given.origin);
  const block = given.paragraph.shrink < 1 ? shrinkText(given, frame.width - firstIndent, setting) : given;
  const content = setting.typesetter.contentOf(block, setting.read);
  const lines = setting.typesetter.linesOf(content, block.paragraph, {
    width: frame.width,
    firstIndent,
    beside: collector.besideLines(block.paragraph.leading),
  });
  const landmarks = landmarksOf(block);
  if (lines.length === 0) {
    if (landmarks.length > 0) collector.put(makeBox(block.origin, { landmarks }), frame.x);
    return;
  }
  for (let index = 0; index < lines.length; index += 1) {
    const line = lineItem(block, lines[index]!, frame, setting, index === 0 ? landmarks : NONE);
    collector.put(line, frame.x, penaltyOf(block, index, lines.length));
  }
}

/** Rather than turn over, lines that are somewhat too long make the type smaller. Lines stand as far apart as before. */
function shrinkText(
  block: TextBlock<ShapedContent>,
  room: number,
  { typesetter, read }: CollectSetting,
): TextBlock<ShapedContent> {
  const { indent, shrink } = block.paragraph;
  const scale = room / widthOfText(typesetter.contentOf(block, read), indent).max;
  return scale >= 1 || scale < shrink ? block : typesetter.scaled(block, scale, 1);
}

/** One line: its height is the leading, and more only where an image in the line is higher or deeper than that. */
export function lineItem(
  block: TextBlock<ShapedContent>,
  line: Line,
  frame: Frame,
  setting: CollectSetting,
  ofBlock: readonly Landmark[] = NONE,
): LineItem {
  const { leading } = block.paragraph;
  const lift = Math.max(0, line.imageHeight - BASELINE_SHARE * leading);
  const baseline = lift + BASELINE_SHARE * leading;
  const drop = Math.max(0, line.imageDepth - (1 - BASELINE_SHARE) * leading);
  const notes = takeNotes(line.notes, setting.seenNotes);
  return {
    kind: 'line',
    height: leading + lift + drop,
    drawItems: [
      { kind: 'line', line, x: frame.x, baseline },
      ...turnOverSign(block, line, frame.x, baseline),
    ],
    baseline,
    // A heading floats between the lines of the grid, nearer to its text, which returns to it.
    snaps: lift + drop === 0 && !block.keepWithNext && isWholeMultiple(leading, setting.grid),
    notes,
    landmarks: anchorsOf(line, ofBlock, frame.x, baseline),
    origin: block.origin,
  };
}

/** On half a line of grid the text stands on every second step of it, and headings of two lines do as well. */
function isWholeMultiple(leading: number, grid: number): boolean {
  if (grid <= 0) return false;
  const times = Math.round(leading / grid);
  return times >= 1 && Math.abs(leading - times * grid) < 0.01;
}

/** Links lead to the top of the letters of a line, not to that of the white space above them. */
function anchorsOf(
  { anchors, ascent }: Line,
  ofBlock: readonly Landmark[],
  x: number,
  baseline: number,
): readonly Landmark[] {
  if (anchors.length === 0) return ofBlock;
  const own = anchors.map(
    ({ id, tagTarget }) => ({ kind: 'anchor', id, x, y: baseline - ascent, tagTarget }) as const,
  );
  return [...ofBlock, ...own];
}

function takeNotes(notes: readonly Note<ShapedContent>[], seen: Set<string>): readonly Note<ShapedContent>[] {
  if (notes.length === 0) return notes;
  return notes.filter((note) => {
    const known = seen.has(note.id);
    seen.add(note.id);
    return !known;
  });
}

function penaltyOf(block: TextBlock<ShapedContent>, index: number, count: number): Penalty {
  const { orphans, widows } = block.paragraph;
  const held = index > 0 && (index < orphans || count - index < widows);
  return held ? 2 : 0;
}

function landmarksOf(block: TextBlock<ShapedContent>): readonly Landmark[] {
  const landmarks: Landmark[] = [];
  if (block.outline !== null)
    landmarks.push({ kind: 'outline', entry: block.outline, y: 0, tagTarget: block.tagTarget });
  for (const name in block.running) landmarks.push({ kind: 'running', name, text: block.running[name]! });
  if (block.content.kind === 'deferred') landmarks.push({ kind: 'deferred', block });
  return landmarks;
}

/** Whether the first thing that blocks write is a line of text, so that its first indent can make room. */
export function leadsWithText(blocks: readonly Block<ShapedContent>[]): boolean {
  const first = blocks[0];
  if (first === undefined) return false;
  return (
    first.kind === 'text' ||
    (first.kind === 'stack' && first.placed === null && leadsWithText(first.children))
  );
}
