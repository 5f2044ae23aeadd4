import type { Direction, Size } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Block, BreakBlock, Note, TextBlock } from '../style/blocks.ts';
import type { Role } from '../style/element.ts';
import type { Line } from '../text/line.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { flowColumns, joinColumnsApart } from './columns.ts';
import type { Frame } from './frame.ts';
import { flowImage } from './image.ts';
import { flowItem } from './item.ts';
import { flowRow } from './row.ts';
import { flowShape } from './shape.ts';
import { flowStack } from './stack.ts';
import { type Hold, isStrip, type Landmark, makeStrip, type Strip, type StripDraft } from './strip.ts';
import { StripWriter } from './strip-writer.ts';
import { flowTable } from './table.ts';
import { turnOverSign } from './turn-over.ts';
import type { ReadField, Typesetter } from './typesetter.ts';

/** What every block of one pass is laid with. */
export interface FlowSetting {
  readonly direction: Direction;
  /** Of the page. */
  readonly size: Size;
  readonly grid: number;
  readonly typesetter: Typesetter;
  readonly read: ReadField;
  /** Ids of the notes that a strip already carries: a note stands once, by its first reference. */
  readonly seenNotes: Set<string>;
  /** The frames of upright and of turned pages, as far as page ends mean something here; null in cells and notes. */
  readonly turning: { readonly upright: Frame; readonly turned: Frame } | null;
  /** Whether the blocks stand in columns already. */
  readonly inColumns: boolean;
  /** Whether only heights are asked for. */
  readonly trial: boolean;
  /** Reports a placed stack whose text is higher than its place. */
  readonly reportPlaced: (block: Block<ShapedContent>, height: number, room: number) => void;
  /** Reports what asked for a turned page and stands inside something that cannot be turned with it. */
  readonly reportUpright: (block: Block<ShapedContent>) => void;
}

/**
 * Where the baseline lies in the height of a line, which is its leading: 7/10 from the top. The share is
 * the same for every face and size, so that cells of a row, a marker and its text, and facing pages
 * agree; with the leading of Arabic text (1.7 em) it leaves 1.2 em above for vowelled ascenders and half
 * an em below, which centres the letters' mass between the edges of a panel.
 */
export const BASELINE_SHARE = 0.7;

const NONE: readonly never[] = [];

/** @param firstIndent extra start indent of the first line, where a marker is wider than its place */
export function flowBlocks(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
  firstIndent = 0,
): void {
  let indent = firstIndent;
  for (const block of blocks) {
    writer.begin(block);
    flowBlock(block, frame, setting, writer, indent);
    indent = 0;
    writer.end(block);
  }
}

function flowBlock(
  block: Block<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
  firstIndent: number,
): void {
  switch (block.kind) {
    case 'text':
      flowText(block, frame, setting, writer, firstIndent);
      break;
    case 'stack':
      flowStack(block, frame, setting, writer, firstIndent);
      break;
    case 'columns':
      flowColumns(block, frame, setting, writer);
      break;
    case 'item':
      flowItem(block, frame, setting, writer);
      break;
    case 'row':
      flowRow(block, frame, setting, writer);
      break;
    case 'table':
      flowTable(block, frame, setting, writer);
      break;
    case 'image':
      flowImage(block, frame, setting.direction, writer);
      break;
    case 'shape':
      flowShape(block, frame, setting.direction, writer);
      break;
    case 'break':
      flowBreak(block, frame, writer);
      break;
    default:
      unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
  }
}

/** The strips of blocks that stand apart from the flow (a cell, a note, a running head): page ends mean nothing there. */
export function flowApart(
  blocks: readonly Block<ShapedContent>[],
  frame: Frame,
  setting: FlowSetting,
): readonly Strip[] {
  const writer = new StripWriter();
  flowBlocks(blocks, frame, setting.turning === null ? setting : { ...setting, turning: null }, writer);
  writer.finish();
  return joinColumnsApart(writer.parts.filter(isStrip), frame.height, setting.direction);
}

function flowText(
  block: TextBlock<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
  firstIndent: number,
): void {
  const content = setting.typesetter.contentOf(block, setting.read);
  const lines = setting.typesetter.linesOf(content, block.paragraph, { width: frame.width, firstIndent });
  const landmarks = landmarksOf(block);
  if (lines.length === 0) {
    if (landmarks.length > 0) writer.put(makeStrip(block.origin, { landmarks }), frame.x);
    return;
  }
  for (let index = 0; index < lines.length; index += 1) {
    const strip = lineStrip(block, lines[index]!, frame, setting);
    strip.hold = holdOf(block, index, lines.length);
    if (index === 0 && landmarks.length > 0) strip.landmarks = [...landmarks, ...strip.landmarks];
    writer.put(strip, frame.x);
  }
}

/** One line: its height is the leading, and more only where an image in the line rises above it. */
export function lineStrip(
  block: TextBlock<ShapedContent>,
  line: Line,
  frame: Frame,
  setting: FlowSetting,
): StripDraft {
  const { leading } = block.paragraph;
  const lift = Math.max(0, line.imageHeight - BASELINE_SHARE * leading);
  const baseline = lift + BASELINE_SHARE * leading;
  const notes = takeNotes(line.notes, setting.seenNotes);
  return makeStrip(block.origin, {
    height: leading + lift,
    marks: [{ kind: 'line', line, x: frame.x, baseline }, ...turnOverSign(block, line, frame.x, baseline)],
    baseline,
    // A heading floats between the lines of the grid, nearer to its text, which returns to it.
    snaps: lift === 0 && !block.keepWithNext && isWholeMultiple(leading, setting.grid),
    notes,
    landmarks: notes.length === 0 ? NONE : notes.map((note) => referenceAnchor(note, block.role, frame.x)),
  });
}

/** On half a line of grid the text stands on every second step of it, and headings of two lines do as well. */
function isWholeMultiple(leading: number, grid: number): boolean {
  if (grid <= 0) return false;
  const times = Math.round(leading / grid);
  return times >= 1 && Math.abs(leading - times * grid) < 0.01;
}

/** Where the way back from a note leads. */
function referenceAnchor(note: Note<ShapedContent>, role: Role, x: number): Landmark {
  return { kind: 'anchor', id: `${note.id}-ref`, x, y: 0, role };
}

function takeNotes(notes: readonly Note<ShapedContent>[], seen: Set<string>): readonly Note<ShapedContent>[] {
  if (notes.length === 0) return notes;
  return notes.filter((note) => {
    const known = seen.has(note.id);
    seen.add(note.id);
    return !known;
  });
}

function holdOf(block: TextBlock<ShapedContent>, index: number, count: number): Hold {
  const { orphans, widows } = block.paragraph;
  const held = index > 0 && (index < orphans || count - index < widows);
  return held ? 2 : 0;
}

function landmarksOf(block: TextBlock<ShapedContent>): readonly Landmark[] {
  const landmarks: Landmark[] = [];
  if (block.outline !== null)
    landmarks.push({ kind: 'outline', entry: block.outline, y: 0, role: block.role });
  for (const name in block.running) landmarks.push({ kind: 'running', name, text: block.running[name]! });
  if (block.content.kind === 'late') landmarks.push({ kind: 'late', block });
  return landmarks;
}

function flowBreak(block: BreakBlock, frame: Frame, writer: StripWriter): void {
  switch (block.to) {
    case 'page':
    case 'opening':
      writer.endPage(block, block.to);
      break;
    case 'fill':
      // What stands at the foot does not stand there alone: some of the text before it comes along.
      writer.put(makeStrip(block.origin, { kind: 'fill', hold: 1 }), frame.x);
      break;
    case 'space': {
      const height = Math.min(block.height, frame.height);
      writer.put(makeStrip(block.origin, { kind: 'blank', height }), frame.x);
      break;
    }
    default:
      unreachable(block.to, 'page, opening, fill, space');
  }
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
