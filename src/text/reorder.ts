import { B, BN, bidiClassOf, FSI, LRE, LRI, PDF, PDI, RLI, WS } from './unicode/bidi-class.ts';

/** UAX#9 L1: whether a text between others and the line's end is as white space there, and goes back to the paragraph's level. */
export function passesL1(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isTrailing(bidiClassOf(text.charCodeAt(i)))) return false;
  return true;
}

/** A paragraph separator ends its line, and X9 takes embeddings and their ends out, which L1 must not stop at. */
const isTrailing = (type: number) =>
  type === B ||
  type === WS ||
  type === FSI ||
  type === LRI ||
  type === RLI ||
  type === PDI ||
  type === BN ||
  (type >= LRE && type <= PDF);

/** UAX#9 L2: for each place from the left the index of what stands there. */
export function reorderLine(levels: ArrayLike<number>): number[] {
  const order = new Array<number>(levels.length);
  let highest = 0;
  let lowestOdd = 127;
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i]!;
    order[i] = i;
    if (level > highest) highest = level;
    if (level % 2 === 1 && level < lowestOdd) lowestOdd = level;
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let i = 0; i < order.length; i++) {
      if (levels[order[i]!]! < level) continue;
      let end = i;
      while (end < order.length && levels[order[end]!]! >= level) end++;
      reverse(order, i, end);
      i = end;
    }
  }
  return order;
}

function reverse(order: number[], start: number, end: number): void {
  for (let a = start, b = end - 1; a < b; a++, b--) {
    const first = order[a]!;
    order[a] = order[b]!;
    order[b] = first;
  }
}
