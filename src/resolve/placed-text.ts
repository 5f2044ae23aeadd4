import type { Direction } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Alignment } from '../parse/manuscript.ts';
import type { TextAlign } from '../theme/style-values.ts';

/** An alignment that an author has written, for a text of this direction: on paper some are told by sides. */
export function alignText(written: Alignment, direction: Direction): TextAlign {
  switch (written) {
    case 'left':
      return direction === 'ltr' ? 'start' : 'end';
    case 'right':
      return direction === 'rtl' ? 'start' : 'end';
    case 'center':
    case 'justify':
    case 'start':
    case 'end':
      return written;
    default:
      return unreachable(written, 'left, right, center, justify, start, end');
  }
}

/** The same for a picture, which is at one side or in the middle. */
export function alignPicture(written: Alignment, direction: Direction): 'start' | 'center' | 'end' {
  const align = alignText(written, direction);
  return align === 'start' || align === 'end' ? align : 'center';
}
