/** Groups of at most `most`, as even as can be: five in two rows are three and two. */
export function splitEvenly<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const rows = Math.max(1, Math.ceil(items.length / most));
  const size = Math.ceil(items.length / rows);
  return Array.from({ length: rows }, (_, row) => items.slice(row * size, (row + 1) * size)).filter(
    (group) => group.length > 0,
  );
}
