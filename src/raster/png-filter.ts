/** Undoes the filter of a row in place (PNG 3rd edition, 9.2). @param row its filter and its bytes @param above the row before, undone; zeros before the first @param step bytes of a pixel, at least one */
export function undoFilter(row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  switch (row[0]) {
    case 0:
      return;
    case 1:
      for (let at = 1 + step; at < length; at++) row[at] = row[at]! + row[at - step]!;
      return;
    case 2:
      for (let at = 1; at < length; at++) row[at] = row[at]! + above[at]!;
      return;
    case 3:
      for (let at = 1; at < length; at++) {
        const before = at > step ? row[at - step]! : 0;
        row[at] = row[at]! + ((before + above[at]!) >> 1);
      }
      return;
    default:
      for (let at = 1; at < length; at++) {
        const isFirst = at <= step;
        const before = isFirst ? 0 : row[at - step]!;
        row[at] = row[at]! + paeth(before, above[at]!, isFirst ? 0 : above[at - step]!);
      }
  }
}

/** Writes a row with the filter Paeth, which serves photographs best, into `filtered`. */
export function filterPaeth(row: Uint8Array, above: Uint8Array, step: number, filtered: Uint8Array): void {
  filtered[0] = 4;
  for (let at = 1; at < row.length; at++) {
    const isFirst = at <= step;
    const before = isFirst ? 0 : row[at - step]!;
    filtered[at] = row[at]! - paeth(before, above[at]!, isFirst ? 0 : above[at - step]!);
  }
}

/** Of the three neighbours the one nearest to what they lead to expect. */
function paeth(before: number, above: number, corner: number): number {
  const toBefore = Math.abs(above - corner);
  const toAbove = Math.abs(before - corner);
  const toCorner = Math.abs(before + above - 2 * corner);
  if (toBefore <= toAbove && toBefore <= toCorner) return before;
  return toAbove <= toCorner ? above : corner;
}
