import type { Heading, Nodes, Root } from 'mdast';
import { withoutVowels } from '../base/arabic.ts';
import type { Direction } from '../base/geometry.ts';
import type { Theme } from '../theme/theme.ts';
import { plainText } from './plain-text.ts';
import { directionOf } from './written-direction.ts';

/** One heading with everything that follows from its place among the others. */
export interface PlannedHeading {
  readonly node: Heading;
  /** 1 is the topmost rank of heading the text uses, whatever its number of `#`. */
  readonly rank: number;
  /** Of the structure element, 1–6, never skipping (ISO 14289-1, 7.4.2). */
  readonly level: number;
  /** As [2, 1] for ٢.١; [] for a heading without a number. */
  readonly numbers: readonly number[];
  readonly id: string;
  readonly text: string;
  /** Whether contents and outline list it; headings inside lists and quotations are not listed. */
  readonly listed: boolean;
  /** What the author has said of its direction, for where it is repeated. */
  readonly direction: Direction | null;
  /** Whether it is the title of a part of a book, under which chapters stand. */
  readonly isPart: boolean;
  /** Its rank in a list of all: below a part chapters come second. */
  readonly depth: number;
}

export interface HeadingPlan {
  readonly byNode: ReadonlyMap<Heading, PlannedHeading>;
  /** In reading order. */
  readonly listed: readonly PlannedHeading[];
}

/** Looks at all headings before any is styled: contents come before what they list, and ranks depend on the whole. */
export function planHeadings(body: Root, theme: Theme): HeadingPlan {
  const found: Found[] = [];
  collectHeadings(body.children, { listed: true, direction: null }, theme, found);
  const headings = found.filter((entry) => entry.kind === 'heading');
  const top = headings
    .filter((entry) => entry.listed)
    .reduce((least, { node }) => Math.min(least, node.depth), 6);
  const titled = found.findIndex((entry) => entry.kind === 'title');
  const byNode = new Map<Heading, PlannedHeading>();
  const counts: number[] = [];
  const unnumbered = new Set(theme.heading.unnumbered.map(foldTitle));
  const isUnnumbered = (node: Heading, text: string) =>
    node.data?.unnumbered === true || unnumbered.has(foldTitle(text));
  let previous = 0;
  for (const [index, entry] of found.entries()) {
    if (entry.kind === 'title') {
      previous = Math.max(previous, 1);
      continue;
    }
    const rank = Math.max(1, entry.node.depth - top + 1);
    const isPart = rank === 1 && entry.node.data?.part === 'opens';
    const depth = entry.node.data?.part !== undefined && !isPart ? rank + 1 : rank;
    const wanted = titled >= 0 && titled < index ? depth + 1 : depth;
    const level = Math.min(wanted, previous + 1, 6);
    previous = level;
    const text = plainText(entry.node);
    const count = theme.heading.numbering === 'through' ? countThrough : countHeading;
    const numbers = entry.listed && rank <= 3 ? count(counts, rank, isUnnumbered(entry.node, text)) : [];
    const id = entry.node.data?.id ?? `heading-${byNode.size + 1}`;
    const { node, listed, direction } = entry;
    byNode.set(node, { node, rank, level, numbers, id, text, listed, direction, isPart, depth });
  }
  return { byNode, listed: [...byNode.values()].filter((heading) => heading.listed) };
}

/** A heading, or a template's title (a text style that is tagged H1), which the headings stand under. */
type Found =
  | ({ readonly kind: 'heading'; readonly node: Heading } & Surroundings)
  | { readonly kind: 'title' };

/** What headings inherit from what they stand in. */
type Surroundings = Pick<PlannedHeading, 'listed' | 'direction'>;

function collectHeadings(nodes: readonly Nodes[], around: Surroundings, theme: Theme, found: Found[]): void {
  for (const node of nodes) {
    if (node.type === 'heading') {
      found.push({ kind: 'heading', node, ...around, direction: node.data?.dir ?? around.direction });
    } else if (node.type === 'containerDirective') {
      const role = node.attributes?.['role'] ?? node.name;
      if (theme.roles[role]?.tag === 'H1' && plainText(node).trim() !== '') found.push({ kind: 'title' });
      const listed = around.listed && SECTIONS.has(node.name);
      const direction = directionOf(node) ?? around.direction;
      collectHeadings(node.children, { listed, direction }, theme, found);
    } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      collectHeadings(node.children, { ...around, listed: false }, theme, found);
    }
  }
}

/** Containers that only arrange: headings inside are headings of the text. */
const SECTIONS: ReadonlySet<string> = new Set(['details', 'opening', 'titleblock', 'ltr', 'rtl']);

/** A number that counts nothing above it (a lone ### under an unnumbered chapter) would read ٠.١: it gets none. */
function countHeading(counts: number[], rank: number, unnumbered: boolean): readonly number[] {
  counts.length = Math.min(counts.length, rank);
  if (unnumbered) {
    counts[rank - 1] = -Math.abs(counts[rank - 1] ?? 0);
    return [];
  }
  counts[rank - 1] = Math.abs(counts[rank - 1] ?? 0) + 1;
  const numbers = Array.from({ length: rank }, (_, index) => counts[index] ?? 0);
  return numbers.every((number) => number > 0) ? numbers : [];
}

/** Each rank is counted by itself, to the end of the text. */
function countThrough(counts: number[], rank: number, unnumbered: boolean): readonly number[] {
  if (unnumbered) return [];
  counts[rank - 1] = (counts[rank - 1] ?? 0) + 1;
  return [counts[rank - 1]!];
}

/** Titles are compared without vowel marks and tatweel. */
function foldTitle(text: string): string {
  return withoutVowels(text.normalize('NFC')).trim().toLowerCase();
}
