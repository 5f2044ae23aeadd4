import { unreachable } from '../../base/unreachable.ts';

/** How much of the room that something leaves stands before it. Points. */
export function restBefore(align: 'start' | 'center' | 'end', rest: number): number {
  switch (align) {
    case 'start':
      return 0;
    case 'center':
      return rest / 2;
    case 'end':
      return rest;
    default:
      return unreachable(align, 'start, center, end');
  }
}
