import type { ItemBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { moveMark } from './column.ts';
import { textWants } from './content-width.ts';
import type { FlowSetting } from './flow-setting.ts';
import { type Frame, insetFrame, partOfFrame } from './frame.ts';
import { type FlowPart, isStrip, type Strip } from './strip.ts';
import type { StripWriter } from './strip-writer.ts';
import { BASELINE_SHARE, leadsWithText, lineStrip } from './text.ts';

/** A marker hangs beside its text up to this share of the measure; a longer one is a paragraph of its own. */
const WIDEST_MARKER = 0.5;

export function flowItem(
  block: ItemBlock<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  writer: StripWriter,
): void {
  const { marker, markerWidth, gap, children } = block;
  const natural = textWants(setting.typesetter.contentOf(marker, setting.read), marker.paragraph.indent).max;
  const room = Math.max(markerWidth, natural);
  if (room > frame.width * WIDEST_MARKER) {
    setting.flowBlocks([marker], frame, setting, writer);
    setting.flowBlocks(children, insetFrame(frame, setting.direction, markerWidth + gap, 0), setting, writer);
    return;
  }
  const markerStrips = setMarker(block, partOfFrame(frame, setting.direction, 0, room), setting);
  writer.anchor(marker);
  const hangs = leadsWithText(children);
  const body = insetFrame(frame, setting.direction, (hangs ? markerWidth : room) + gap, 0);
  const from = writer.parts.length;
  setting.flowBlocks(children, body, setting, writer, hangs ? room - markerWidth : 0);
  hangMarker(markerStrips, from, frame, writer);
}

function setMarker(block: ItemBlock<ShapedContent>, frame: Frame, setting: FlowSetting): readonly Strip[] {
  const { marker } = block;
  const content = setting.typesetter.contentOf(marker, setting.read);
  const lines = setting.typesetter.linesOf(content, marker.paragraph, { width: frame.width, firstIndent: 0 });
  return lines.map((line) => lineStrip(marker, line, frame, setting));
}

/** Puts the marker on the first baseline of the body, before the body's own marks: it is read first. */
function hangMarker(marker: readonly Strip[], from: number, frame: Frame, writer: StripWriter): void {
  // Not findIndex: a search from the chapter's beginning at each item makes long lists cost their square.
  let first = from;
  while (first < writer.parts.length && !takesMarker(writer.parts[first]!)) first++;
  if (first === writer.parts.length) {
    for (const strip of marker) writer.put(strip, frame.x);
    return;
  }
  const strip = writer.parts[first] as Strip;
  let { height } = strip;
  let y = 0;
  const marks = [...strip.marks];
  const hung = marker.flatMap((line, index) => {
    // The first line shares the body's baseline, whatever the leading of the marker.
    const top = index === 0 && strip.baseline !== null ? strip.baseline - (line.baseline ?? 0) : y;
    y = top + line.height;
    const below = y - line.height * (1 - BASELINE_SHARE);
    height = Math.max(height, strip.baseline === null ? y : below);
    return line.marks.map((mark) => moveMark(mark, 0, top));
  });
  writer.parts[first] = {
    ...strip,
    height,
    marks: [...hung, ...marks],
    baseline: strip.baseline ?? marker[0]?.baseline ?? null,
    notes: [...marker.flatMap((line) => line.notes), ...strip.notes],
    landmarks: [...marker.flatMap((line) => line.landmarks), ...strip.landmarks],
  };
}

function takesMarker(part: FlowPart): boolean {
  return isStrip(part) && part.kind === 'content' && part.height > 0;
}
