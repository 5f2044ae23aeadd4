import type { ItemBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { Collector } from './collector.ts';
import { textWants } from './content-width.ts';
import type { LineItem } from './flow-item.ts';
import type { FlowSetting } from './flow-setting.ts';
import { type Frame, insetFrame, partOfFrame } from './frame.ts';
import { leadsWithText, lineItem } from './text.ts';

/** A marker hangs beside its text up to this share of the measure; a longer one is a paragraph of its own. */
const WIDEST_MARKER = 0.5;

export function flowItem(
  block: ItemBlock<ShapedContent>,
  frame: Frame,
  setting: FlowSetting,
  collector: Collector,
): void {
  const { marker, markerWidth, gap, children } = block;
  const natural = textWants(setting.typesetter.contentOf(marker, setting.read), marker.paragraph.indent).max;
  const room = Math.max(markerWidth, natural);
  if (room > frame.width * WIDEST_MARKER) {
    setting.flowBlocks([marker], frame, setting, collector);
    setting.flowBlocks(
      children,
      insetFrame(frame, setting.direction, markerWidth + gap, 0),
      setting,
      collector,
    );
    return;
  }
  const lines = setMarker(block, partOfFrame(frame, setting.direction, 0, room), setting);
  collector.anchor(marker);
  const hangs = leadsWithText(children);
  const body = insetFrame(frame, setting.direction, (hangs ? markerWidth : room) + gap, 0);
  const indent = hangs ? room - markerWidth : 0;
  collector.hang(lines, frame.x, () => setting.flowBlocks(children, body, setting, collector, indent));
}

function setMarker(block: ItemBlock<ShapedContent>, frame: Frame, setting: FlowSetting): readonly LineItem[] {
  const { marker } = block;
  const content = setting.typesetter.contentOf(marker, setting.read);
  const lines = setting.typesetter.linesOf(content, marker.paragraph, { width: frame.width, firstIndent: 0 });
  return lines.map((line) => lineItem(marker, line, frame, setting));
}
