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

/** A place that an index names, by anchors. */
interface NamedPlace {
  readonly from: string;
  readonly to: string | null;
  readonly isMain: boolean;
}

/** What stands for a page that is not known. */
export const UNKNOWN_PAGE = '؟';

/**
 * What each place of a term says in an index, with the comma that parts it from what was said before; '' where its pages
 * have been named.
 *
 * @param pageOf the page of an anchor, an index into `labels`
 */
export function sayIndexPages(
  places: readonly NamedPlace[],
  pageOf: (anchor: string) => number | undefined,
  labels: readonly string[],
  comma: string,
): readonly string[] {
  const pages = places.map(({ from, to, isMain }): PlacedPages | null => {
    const first = pageOf(from);
    const last = to === null ? first : pageOf(to);
    if (first === undefined || last === undefined) return null;
    return { first: Math.min(first, last), last: Math.max(first, last), isMain };
  });
  let isFirst = true;
  return sharePages(pages, labels).map((said, place) => {
    const text = pages[place] === null ? UNKNOWN_PAGE : said;
    if (text === null) return '';
    const before = isFirst ? '' : comma;
    isFirst = false;
    return before + text;
  });
}

/** A place that an index names: one page, or those from its first to its last. Indices into labels. */
interface PlacedPages {
  readonly first: number;
  readonly last: number;
  /** Where the term is treated as its subject. */
  readonly isMain: boolean;
}

/**
 * What each place of a term says, so that all together name each page once: pages that follow one another are a range at
 * the first place of the first of them, and the others say nothing. Main pages are apart from others, and a main page is
 * said as such alone, but where a written range runs over it.
 *
 * @param places null = on no page
 * @returns by place; null where it says nothing
 */
function sharePages(
  places: readonly (PlacedPages | null)[],
  labels: readonly string[],
): readonly (string | null)[] {
  const said: (string | null)[] = places.map(() => null);
  const main = firstPlaces(places, ({ isMain }) => isMain);
  const others = firstPlaces(places, ({ isMain }) => !isMain);
  for (const [page, { isRange }] of others) if (main.has(page) && !isRange) others.delete(page);
  for (const pages of [main, others])
    for (const { first, last } of joinPages([...pages.keys()], labels))
      said[pages.get(first)!.place] = first === last ? labels[first]! : `${labels[first]}–${labels[last]}`;
  return said;
}

/** By page: the place that names it first, one that begins there before one that only runs over it. */
function firstPlaces(
  places: readonly (PlacedPages | null)[],
  isMeant: (place: PlacedPages) => boolean,
): Map<number, { readonly place: number; readonly isRange: boolean }> {
  const found = new Map<number, { place: number; isRange: boolean; begins: boolean }>();
  for (const [place, pages] of places.entries()) {
    if (pages === null || !isMeant(pages)) continue;
    const isRange = pages.last > pages.first;
    for (let page = pages.first; page <= pages.last; page++) {
      const begins = page === pages.first;
      const known = found.get(page);
      if (known === undefined) found.set(page, { place, isRange, begins });
      else {
        known.isRange ||= isRange;
        if (begins && !known.begins) Object.assign(known, { place, begins });
      }
    }
  }
  return found;
}

interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** Pages that follow one another, in order; those counted by letters are not one range with those counted in digits. */
function joinPages(pages: readonly number[], labels: readonly string[]): readonly PageRange[] {
  const ranges: { readonly first: number; last: number }[] = [];
  const isCounted = (page: number) => /^\p{Nd}/u.test(labels[page] ?? '');
  for (const page of pages.toSorted((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open?.last === page - 1 && isCounted(open.last) === isCounted(page)) open.last = page;
    else ranges.push({ first: page, last: page });
  }
  return ranges;
}
