import type { Ink, Slot } from '../fontfile/slot.ts';

/** Slots whose ink is to be seen elsewhere, or that are shown as one. Font units. */
interface Placed {
  readonly slots: readonly Slot[];
  readonly left: number;
}

/** One slot of left-to-right slots that begin at `left`. */
export function fuseSlots(placed: readonly Placed[]): Slot {
  const ink: Ink[] = [];
  let text = '';
  let pen = 0;
  for (const { slots, left } of placed) {
    pen = left;
    for (const slot of slots) {
      for (const part of slot.ink) ink.push({ ...part, dx: part.dx + pen });
      text += String.fromCodePoint(slot.codePoint) + slot.more;
      pen += slot.advance;
    }
  }
  const codePoint = text.codePointAt(0)!;
  return { codePoint, more: text.slice(codePoint > 0xffff ? 2 : 1), advance: pen, ink };
}

export function raise(slot: Slot, dy: number): Slot {
  return { ...slot, ink: slot.ink.map((ink) => ({ ...ink, dy: ink.dy + dy })) };
}

/** Right-to-left slots in logical order, as one of them takes the width of all, and that is `width`. */
export function moveInk(slots: readonly Slot[], dx: number, width: number): Slot[] {
  const moved: Slot[] = [];
  let pen = dx;
  for (const { ink, ...slot } of slots) {
    const shown = ink.map((part) => ({
      ...part,
      dx: part.dx + pen - (moved.length === slots.length - 1 ? 0 : width),
    }));
    pen += slot.advance;
    moved.push({ ...slot, advance: 0, ink: shown });
  }
  moved.reverse();
  return moved.map((slot, index) => (index === 0 ? { ...slot, advance: width } : slot));
}

export function widen(slots: readonly Slot[], width: number): Slot[] {
  const last = slots.at(-1)!;
  return [...slots.slice(0, -1), { ...last, advance: last.advance + width }];
}
