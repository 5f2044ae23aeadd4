import { type Direction, type Rect, startToX } from '../base/geometry.ts';

/**
 * The room a block is laid into: x from the left edge of the text area, `width` the measure, `height` the
 * most that something indivisible may take (a page less what stands around it). y is always 0: a block
 * does not know how far down its page it will stand.
 */
export type Frame = Rect;

/**
 * Insets never take more than this share of a frame, so that a list nested twenty deep still has a
 * measure instead of running off the page.
 */
const GREATEST_INSET = 0.75;

export function insetFrame(frame: Frame, direction: Direction, start: number, end: number): Frame {
  const wanted = start + end;
  const allowed = Math.min(wanted, frame.width * GREATEST_INSET);
  const share = wanted > 0 ? allowed / wanted : 0;
  return partOfFrame(frame, direction, start * share, frame.width - allowed);
}

/** A part of `frame` that begins `offset` after its start edge. */
export function partOfFrame(frame: Frame, direction: Direction, offset: number, width: number): Frame {
  return { x: startToX(direction, frame, offset, width), y: 0, width, height: frame.height };
}

/** The same frame with `taken` points less of height, of which a quarter always stays. */
export function lowerFrame(frame: Frame, taken: number): Frame {
  if (taken <= 0) return frame;
  return { ...frame, height: Math.max(frame.height - taken, frame.height / 4) };
}
