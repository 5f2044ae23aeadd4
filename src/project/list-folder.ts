import { posix } from 'node:path';
import { limits } from '../base/limits.ts';
import type { World } from '../base/world.ts';
import type { ListedChapter } from './chapter-list.ts';
import { compareNaturally } from './natural-order.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** What opens a folder wherever it is read: on a site, on GitHub. */
const OPENING = /^(?:index|readme)(?:\.[a-z-]+)?\.(?:md|markdown)$/i;
/** Whether a file of this name opens the folder it is in. */
export function isOpening(name: string): boolean {
  return OPENING.test(name);
}

/** Folders of a project with Markdown that is not its own text. */
const FOREIGN: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'target']);
/** Links can make a folder its own grandchild. */
const DEPTH_LIMIT = 8;

/**
 * The Markdown files of a folder and the folders in it as chapters: an index or README first, then by name in
 * natural order. What stands in a folder with an index of its own stands under that. Names that begin with a dot are
 * left out.
 */
export function listFolder(folder: string, world: World): readonly ListedChapter[] {
  const chapters: ListedChapter[] = [];
  walk(folder, 0, 0, world, chapters);
  return chapters;
}

function walk(folder: string, level: number, depth: number, world: World, chapters: ListedChapter[]): void {
  const names = world.list(folder).filter((name) => !name.startsWith('.') && !FOREIGN.has(name));
  const opening = names.filter(isOpening).sort(compareNaturally);
  const others = names.filter((name) => !isOpening(name)).sort(compareNaturally);
  // The index of the whole opens the book; that of a part of it has the rest of the part under it.
  const below =
    depth > 0 && opening.some((name) => !isFolder(posix.join(folder, name), world)) ? level + 1 : level;
  for (const name of [...opening, ...others]) {
    if (chapters.length > limits.sources) return;
    const path = posix.join(folder, name);
    if (isFolder(path, world)) {
      if (depth < DEPTH_LIMIT) walk(path, below, depth + 1, world, chapters);
    } else if (MARKDOWN.test(name)) {
      const opens = isOpening(name);
      const place = { level: opens ? level : below, isPart: false, isNumbered: depth > 0 || !opens };
      chapters.push({ path, origin: null, title: null, ...place });
    }
  }
}

function isFolder(path: string, world: World): boolean {
  return world.list(path).length > 0;
}
