import type { ItemBlock } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { LineItem } from '../flow-item.ts';
import { type Frame, insetFrame, partOfFrame } from '../frame.ts';
import type { CollectSetting } from './collect-setting.ts';
import type { Collector } from './collector.ts';
import { leadsWithText, lineItem } from './text.ts';
import { widthOfText } from './text-width.ts';

/** A marker hangs beside its text up to this share of the measure; a longer one is a paragraph of its own. */
const WIDEST_MARKER = 0.5;

export function collectItem(
  block: ItemBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
  collector: Collector,
): void {
  const { marker, markerWidth, gap, children } = block;
  const natural = widthOfText(
    setting.typesetter.contentOf(marker, setting.read),
    marker.paragraph.indent,
  ).max;
  const room = Math.max(markerWidth, natural);
  if (room > frame.width * WIDEST_MARKER) {
    setting.collectBlocks([marker], frame, setting, collector);
    setting.collectBlocks(
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
  collector.hang(lines, frame.x, () => setting.collectBlocks(children, body, setting, collector, indent));
}

function setMarker(
  block: ItemBlock<ShapedContent>,
  frame: Frame,
  setting: CollectSetting,
): readonly LineItem[] {
  const { marker } = block;
  const content = setting.typesetter.contentOf(marker, setting.read);
  const lines = setting.typesetter.linesOf(content, marker.paragraph, {
    width: frame.width,
    beside: null,
    firstIndent: 0,
  });
  return lines.map((line) => lineItem(marker, line, frame, setting));
}
