import { posix } from 'node:path';
import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { World } from '../base/world.ts';
import type { Attachment } from './attachment.ts';
import type { BibliographyFile } from './bibliography.ts';
import type { ListedChapter } from './chapter-list.ts';
import { type Book, findBook } from './find-book.ts';
import { findTemplate, type Template } from './find-template.ts';
import { readFrontMatter } from './front-matter.ts';
import { directionOfLetters, guessLang } from './guess-lang.ts';
import { isOpening } from './list-folder.ts';
import { readAttachments } from './read-attachments.ts';
import { readBibliography } from './read-bibliography.ts';
import { noLayer, readLayer } from './read-layer.ts';
import { type Layer, readSettings } from './read-settings.ts';
import { type ReadChapter, readChapters, writeSources } from './read-sources.ts';
import type { CompleteRequest } from './request.ts';
import { isOfBook, resolveSettings } from './resolve-settings.ts';
import type { Settings } from './settings.ts';
import type { Source } from './source.ts';

/** A document before a word of it is parsed: what it says of itself, its texts, its template. */
export interface Project {
  readonly settings: Settings;
  /** In reading order. */
  readonly sources: readonly Source[];
  readonly template: Template;
  /** Files that the document carries. */
  readonly attachments: readonly Attachment[];
  /** Files of the entries that the text may cite. */
  readonly bibliography: readonly BibliographyFile[];
  /** Where a token of `settings.theme` was written ([] = the theme's name); null = on the command line. */
  readonly placeOfToken: (path: readonly string[]) => Origin | null;
}

/**
 * Reads all that a build needs but images and fonts.
 * @throws BuildStopped where there is nothing to build: no text, no template
 */
export function openProject(request: CompleteRequest, world: World, sink: Sink): Project {
  const defaults = readDefaults(world, sink);
  const book = findBook(request.files, world, sink);
  const chapters = readChapters(book?.chapters ?? request.files.map(plainFile), request.text, world, sink);
  const layers = chapters.map((chapter) => readSettings(readFrontMatter(chapter, sink), sink));
  const own = ownLayer(book, chapters, layers);
  tellOutOfBook(own, sink);
  const lang = own.lang ?? defaults.lang ?? guessAndTell(chapters, sink);
  const isBook = book !== null || request.files.length > 1;
  const letters = () => directionOfLetters(chapters);
  const settings = resolveSettings({ lang, letters, request, own, defaults, isBook, chapters });
  const sources = book === null ? chapters : writeSources(chapters, layers, lang, settings.dir === 'rtl');
  const origin = own.origins['template'] ?? defaults.origins['template'] ?? null;
  const template = findTemplate(
    settings.template,
    request.template === null ? origin : null,
    isBook ? 'book' : 'briefing',
    world,
    sink,
  );
  return {
    settings,
    sources,
    template,
    attachments: collectAttachments(settings, sources, request, world, sink),
    bibliography: readBibliography(settings.bibliography, world, sink),
    placeOfToken: (path) => findTokenPlace(path, request, own, defaults),
  };
}

function plainFile(path: string): ListedChapter {
  return { path, origin: null, title: null, level: 0, isPart: false, isNumbered: true };
}

/**
 * What the document says of itself: the book's own file, else the front matter of its first text. The title in that
 * is the whole's only where the text opens the whole: as a single file, or as the index of a folder.
 */
function ownLayer(book: Book | null, chapters: readonly ReadChapter[], layers: readonly Layer[]): Layer {
  if (book?.layer) return book.layer;
  const first = chapters.findIndex(({ isPart, isMissing }) => !isPart && !isMissing);
  const own = layers[first] ?? noLayer;
  if (book === null || isOpening(posix.basename(chapters[first]?.path ?? ''))) return own;
  const { title: _, ...rest } = own;
  return rest;
}

/** Keys that mean something in a book.yaml alone. */
function tellOutOfBook({ origins }: Layer, sink: Sink): void {
  for (const key of ['parts', 'front matter', 'back matter']) {
    const origin = origins[key];
    if (origin !== undefined && !isOfBook(origin)) sink.report('setting-of-books', origin, { key });
  }
}

/** A reader of messages takes in so many names; who attaches more has a list of them. */
const NAMES_TOLD = 10;

/** Only a PDF for the screen carries files: paper cannot, and an e-book has no place for them that readers show. */
function collectAttachments(
  { attachments }: Settings,
  sources: readonly Source[],
  { format, profile }: CompleteRequest,
  world: World,
  sink: Sink,
): readonly Attachment[] {
  const [first] = attachments;
  if (format === 'pdf' && profile === 'screen') {
    const carried = readAttachments(attachments, new Set(sources.map(({ path }) => path)), world, sink);
    if (carried.length > 0) tellCarried(carried, first?.origin ?? null, sink);
    return carried;
  }
  if (first !== undefined) sink.report('attachments-left-out', first.origin, { count: attachments.length });
  return [];
}

function tellCarried(carried: readonly Attachment[], origin: Origin | null, sink: Sink): void {
  const { length: count } = carried;
  const names = carried.slice(0, NAMES_TOLD).map(({ name }) => name);
  if (count > NAMES_TOLD) names.push('…');
  sink.report('attachments-carried', origin, { count, names: names.join(', ') });
}

function guessAndTell(sources: readonly Source[], sink: Sink): string {
  const lang = guessLang(sources);
  // Arabic is what is expected here; anything else turns the page round or changes what is printed on it.
  if (lang !== 'ar')
    sink.report('lang-guessed', { file: sources[0]?.path ?? '-', line: 1, column: 1 }, { lang });
  return lang;
}

/** The nearer layer that has the token; a name given on the command line has no place. */
function findTokenPlace(
  path: readonly string[],
  request: CompleteRequest,
  own: Layer,
  defaults: Layer,
): Origin | null {
  if (path.length === 0)
    return request.theme === null ? (own.origins['theme'] ?? defaults.origins['theme'] ?? null) : null;
  const key = path.join('.');
  return own.places['theme']?.get(key) ?? defaults.places['theme']?.get(key) ?? null;
}

/** warraq.yaml at the root: the same keys, for all documents of a project. */
function readDefaults(world: World, sink: Sink): Layer {
  return world.exists('warraq.yaml') ? readLayer('warraq.yaml', world, sink) : noLayer;
}
