/**
 * Pages as an index names them: each once, in the order of the book, those that follow one another as a range with
 * an en dash: ٣، ٧–٩.
 *
 * @param pages indices into `labels`, in any order
 * @param comma what parts two entries, without the space behind it
 */
export function formatPages(pages: Iterable<number>, labels: readonly string[], comma: string): string {
  const order = [...new Set(pages)].sort((a, b) => a - b);
  const ranges: { readonly first: number; last: number }[] = [];
  for (const page of order) {
    const open = ranges.at(-1);
    if (open?.last === page - 1) open.last = page;
    else ranges.push({ first: page, last: page });
  }
  return ranges
    .map(({ first, last }) => (first === last ? labels[first] : `${labels[first]}–${labels[last]}`))
    .join(`${comma} `);
}
