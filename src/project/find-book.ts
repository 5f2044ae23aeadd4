import { posix } from 'node:path';
import { BuildStopped, type Sink } from '../base/diagnostic.ts';
import type { World } from '../base/world.ts';
import type { ListedChapter } from './chapter-list.ts';
import { readFrontMatter } from './front-matter.ts';
import { listBook } from './list-book.ts';
import { listFolder } from './list-folder.ts';
import { readBookToml } from './read-book-toml.ts';
import { readLayer, readTextOrReport } from './read-layer.ts';
import { type Layer, readSettings } from './read-settings.ts';
import { readSummary } from './read-summary.ts';

/** A document of many files that something lists: a book.yaml, an mdBook's SUMMARY.md, or the folder itself. */
export interface Book {
  readonly chapters: readonly ListedChapter[];
  /** What the book says of itself; null where the first chapter's front matter must do. */
  readonly layer: Layer | null;
}

/**
 * The book that is asked for, null where plain files are. A folder is one: by its book.yaml, else its SUMMARY.md
 * (also where book.toml says, as mdBook has it), else by the Markdown files in it.
 *
 * @throws BuildStopped for a book without chapters
 */
export function findBook(files: readonly string[], world: World, sink: Sink): Book | null {
  const lists = files.map((path) => findList(path, world));
  const first = lists.find((list) => list !== null);
  if (first == null) return null;
  if (files.length > 1) sink.report('book-with-files', null, { path: first.path });
  const book = openBook(first, world, sink);
  if (book.chapters.length > 0) return book;
  if (!sink.failed) {
    if (first.kind === 'folder') sink.report('folder-without-book', null);
    else
      sink.report('book-empty', book.layer?.origins['chapters'] ?? { file: first.path, line: 1, column: 1 });
  }
  throw new BuildStopped('a book without chapters');
}

interface ChapterList {
  readonly kind: 'yaml' | 'toml' | 'summary' | 'folder';
  readonly path: string;
}

function findList(path: string, world: World): ChapterList | null {
  if (/\.ya?ml$/i.test(path)) return { kind: 'yaml', path };
  if (posix.basename(path) === 'book.toml') return { kind: 'toml', path };
  if (posix.basename(path) === 'SUMMARY.md') return { kind: 'summary', path };
  if (path === '-' || world.list(path).length === 0) return null;
  const inside = (name: string) => posix.join(path, name);
  if (world.exists(inside('book.yaml'))) return { kind: 'yaml', path: inside('book.yaml') };
  for (const name of ['SUMMARY.md', 'book.toml', 'src/SUMMARY.md'])
    if (world.exists(inside(name)))
      return { kind: name === 'book.toml' ? 'toml' : 'summary', path: inside(name) };
  return { kind: 'folder', path };
}

function openBook({ kind, path }: ChapterList, world: World, sink: Sink): Book {
  if (kind === 'folder') return { chapters: listFolder(path, world), layer: null };
  if (kind === 'yaml') {
    const layer = readLayer(path, world, sink);
    return { chapters: listBook(path, layer), layer };
  }
  const toml = kind === 'toml' ? path : tomlBeside(path, world);
  const settled =
    toml === null ? null : readBookToml(toml, readTextOrReport(toml, null, world, sink) ?? '', sink);
  const summary =
    kind === 'toml' ? posix.join(posix.dirname(path), settled?.src ?? 'src', 'SUMMARY.md') : path;
  const text = readTextOrReport(summary, null, world, sink);
  if (text === null) throw new BuildStopped('no list of chapters');
  const entries = readFrontMatter({ path: summary, text }, sink);
  const layer = entries.length > 0 ? readSettings(entries, sink) : (settled?.layer ?? null);
  return { chapters: readSummary(summary, text, sink), layer };
}

/** mdBook's settings lie over the folder of SUMMARY.md. */
function tomlBeside(summary: string, world: World): string | null {
  const folder = posix.dirname(summary);
  const places = [folder, posix.dirname(folder)].map((place) => posix.join(place, 'book.toml'));
  return places.find((place) => !place.startsWith('..') && world.exists(place)) ?? null;
}
