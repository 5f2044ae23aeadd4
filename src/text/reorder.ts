import { B, BN, bidiClassOf, FSI, LRE, LRI, PDF, PDI, RLI, S, WS } from './unicode/bidi-class.ts';

/**
 * UAX#9 L1 for the line [start, end): separators and the white space before them and at the line's end
 * go back to the paragraph's level. @returns the levels of the line alone
 */
export function resetTrailing(
  text: string,
  levels: Uint8Array,
  start: number,
  end: number,
  paragraphLevel: number,
): Uint8Array {
  const line = levels.slice(start, end);
  let trailing = true;
  for (let i = end - 1; i >= start; i--) {
    const type = bidiClassOf(text.charCodeAt(i));
    if (type === B || type === S) trailing = true;
    else if (!passesL1(type)) trailing = false;
    if (trailing) line[i - start] = paragraphLevel;
  }
  return line;
}

const passesL1 = (type: number) =>
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
