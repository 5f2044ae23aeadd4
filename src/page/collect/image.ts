import { type Direction, type Size, startToX } from '../../base/geometry.ts';
import { sizePicture } from '../../resolve/picture-size.ts';
import type { ImageBlock } from '../../style/blocks.ts';
import { makeBox } from '../flow-item.ts';
import type { Frame } from '../frame.ts';
import type { Collector } from './collector.ts';
import { restBefore } from './rest-before.ts';

export function collectImage(
  block: ImageBlock,
  frame: Frame,
  direction: Direction,
  collector: Collector,
): void {
  const { width, height } = fitImage(block, frame);
  const x = startToX(direction, frame, restBefore(block.align, frame.width - width), width);
  const rect = { x, y: 0, width, height };
  const drawItems = [{ kind: 'image', rect, image: block.image, tagTarget: block.tagTarget }] as const;
  collector.put(makeBox(block.origin, { height, drawItems }), frame.x);
}

/** The printed size, shrunk in proportion to the measure and the page; never enlarged. */
function fitImage(block: ImageBlock, frame: Frame): Size {
  const { width, height } = sizePicture(block, block.image, frame.width);
  const scale = Math.min(1, frame.width / width, frame.height / height);
  return { width: width * scale, height: height * scale };
}
