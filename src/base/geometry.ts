/**
 * The border between logical directions (start/end) and physical ones (left/right). Everything
 * before `page` speaks of start and end; draw items on a page speak of x from the left and y from the top.
 * All lengths are points (1/72 inch).
 */
export const MM = 72 / 25.4;

export type Direction = 'rtl' | 'ltr';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Origin at the top left of the page, y downwards; in a font, at the pen, y upwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Physical rectangle, origin at the top left of the page, y downwards. */
export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

/** The left edge of a box of `width` whose start edge lies `offset` after the start edge of `container`. */
export function startToX(direction: Direction, container: Rect, offset: number, width: number): number {
  return direction === 'rtl' ? container.x + container.width - offset - width : container.x + offset;
}
