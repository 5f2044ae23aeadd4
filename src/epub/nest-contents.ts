import type { NavEntry } from './chapter.ts';

/** A heading with those under it; a type alias, for templates read it as data. */
export type NestedEntry = {
  readonly title: string;
  readonly href: string;
  readonly under: readonly NestedEntry[];
};

interface Growing {
  readonly title: string;
  readonly href: string;
  readonly under: Growing[];
}

/** Makes a tree of headings in a row; one that skips a level stands under the nearest one above it. */
export function nestContents(entries: readonly NavEntry[]): readonly NestedEntry[] {
  const roots: Growing[] = [];
  const open: { readonly level: number; readonly entry: Growing }[] = [];
  for (const { level: written, title, href } of entries) {
    const level = Math.min(written, DEEPEST);
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const entry: Growing = { title, href, under: [] };
    const siblings = open.at(-1)?.entry.under ?? roots;
    siblings.push(entry);
    open.push({ level, entry });
  }
  return roots;
}

/** As deep as nav.xhtml.hbs goes. */
const DEEPEST = 3;
