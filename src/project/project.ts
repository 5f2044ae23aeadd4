import { posix } from 'node:path';
import { BuildStopped, type Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import type { Origin } from '../base/origin.ts';
import { type World, WorldError } from '../base/world.ts';
import type { Source } from '../parse/manuscript.ts';
import type { Attachment } from './attachment.ts';
import type { Envelope } from './envelope.ts';
import { findTemplate, type Template } from './find-template.ts';
import type { Format } from './format.ts';
import { readFrontMatter } from './front-matter.ts';
import { guessLang } from './guess-lang.ts';
import type { Profile } from './profile.ts';
import { readAttachments } from './read-attachments.ts';
import { type Layer, readSettings } from './read-settings.ts';
import { reportFault } from './report-fault.ts';
import { resolveSettings } from './resolve-settings.ts';
import type { Settings } from './settings.ts';
import { readYamlEntries } from './yaml-entries.ts';

/** What somebody asks to be built. */
export interface Request {
  /**
   * Markdown files, or one book.yaml, or one folder that holds one; relative to the world's root, `/`
   * separators; `-` is `stdin`.
   */
  readonly files: readonly string[];
  /** What stands for the file `-`. */
  readonly stdin: string | null;
  readonly format: Format;
  readonly profile: Profile;
  /** Of the e-mail that shall carry the document; null = it is wanted as it is. */
  readonly envelope: Envelope | null;
  /** What the command line sets over everything else; null = not said there. */
  readonly template: string | null;
  readonly theme: string | null;
  /** Files that the document shall carry beside those it names itself, as `files`. */
  readonly attachments: readonly string[];
}

/** A document before a word of it is parsed: what it says of itself, its texts, its template. */
export interface Project {
  readonly settings: Settings;
  /** In reading order. */
  readonly sources: readonly Source[];
  readonly template: Template;
  /** Files that the document carries. */
  readonly attachments: readonly Attachment[];
  /** Where a token of `settings.theme` was written ([] = the theme's name); null = on the command line. */
  readonly placeOfToken: (path: readonly string[]) => Origin | null;
}

const noLayer: Layer = { origins: {}, places: {}, values: {} };

/**
 * Reads all that a build needs but images and fonts.
 * @throws BuildStopped where there is nothing to build: no text, no template
 */
export function openProject(request: Request, world: World, sink: Sink): Project {
  const defaults = readDefaults(world, sink);
  const book = findBook(request, world, sink);
  const bookLayer = book === null ? null : readLayer(book, world, sink);
  const files =
    bookLayer === null
      ? request.files.map((path) => ({ path, origin: null }))
      : listChapters(book ?? '', bookLayer, sink);
  const sources = readSources(files, request.stdin, world, sink);
  const layers = sources.map((source) => readSettings(readFrontMatter(source, sink), sink));
  const own = bookLayer ?? layers[0] ?? noLayer;
  const settings = resolveSettings({
    lang: own.lang ?? defaults.lang ?? guessAndTell(sources, sink),
    request,
    own,
    defaults,
    isBook: bookLayer !== null || request.files.length > 1,
  });
  const origin = own.origins['template'] ?? defaults.origins['template'] ?? null;
  const template = findTemplate(settings.template, request.template === null ? origin : null, world, sink);
  return {
    settings,
    sources,
    template,
    attachments: collectAttachments(settings, sources, request, world, sink),
    placeOfToken: (path) => findTokenPlace(path, request, own, defaults),
  };
}

/** Only a PDF for the screen carries files: paper cannot, and an e-book has no place for them that readers show. */
function collectAttachments(
  { attachments }: Settings,
  sources: readonly Source[],
  { format, profile }: Request,
  world: World,
  sink: Sink,
): readonly Attachment[] {
  if (format === 'pdf' && profile === 'screen')
    return readAttachments(attachments, new Set(sources.map(({ path }) => path)), world, sink);
  const [first] = attachments;
  if (first !== undefined) sink.report('attachments-left-out', first.origin, { count: attachments.length });
  return [];
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
  request: Request,
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

function readLayer(path: string, world: World, sink: Sink): Layer {
  const text = readTextOrReport(path, null, world, sink);
  return text === null
    ? noLayer
    : readSettings(readYamlEntries({ file: path, text, firstLine: 1 }, sink), sink);
}

/** The path of the book.yaml asked for, null where plain files are. */
function findBook(request: Request, world: World, sink: Sink): string | null {
  const books = request.files.filter(
    (path) => /\.ya?ml$/i.test(path) || world.exists(posix.join(path, 'book.yaml')),
  );
  const [first] = books;
  if (first === undefined) return null;
  if (request.files.length > 1) sink.report('book-with-files', null, { path: first });
  return /\.ya?ml$/i.test(first) ? first : posix.join(first, 'book.yaml');
}

interface ChapterFile {
  readonly path: string;
  /** Where it is asked for; null = on the command line. */
  readonly origin: Origin | null;
}

/** @throws BuildStopped for a book without chapters */
function listChapters(book: string, layer: Layer, sink: Sink): readonly ChapterFile[] {
  const origin = layer.origins['chapters'] ?? { file: book, line: 1, column: 1 };
  const chapters = layer.chapters ?? [];
  if (chapters.length === 0) {
    if (!sink.failed) sink.report('book-empty', origin);
    throw new BuildStopped('a book without chapters');
  }
  // A chapter is named from where book.yaml stands; an absolute path is left for the world to refuse.
  const locate = (path: string) => (posix.isAbsolute(path) ? path : posix.join(posix.dirname(book), path));
  const places = layer.places['chapters'];
  return chapters.map((path, index) => ({
    path: locate(path),
    origin: places?.get(String(index)) ?? origin,
  }));
}

/** @throws BuildStopped where not one file could be read */
function readSources(
  files: readonly ChapterFile[],
  stdin: string | null,
  world: World,
  sink: Sink,
): readonly Source[] {
  if (files.length > limits.sources)
    sink.report('sources-limit', null, { count: files.length, limit: limits.sources });
  const sources: Source[] = [];
  for (const { path, origin } of files.slice(0, limits.sources)) {
    const text = path === '-' ? (stdin ?? '') : readTextOrReport(path, origin, world, sink);
    if (text !== null) sources.push({ path, text });
  }
  if (sources.length === 0) throw new BuildStopped('no source could be read');
  return sources;
}

function readTextOrReport(path: string, origin: Origin | null, world: World, sink: Sink): string | null {
  try {
    return world.readText(path);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    // A folder given as FILE is a book whose book.yaml is missing, which is worth saying.
    if (error.fault === 'folder' && origin === null) sink.report('folder-without-book', null, { path });
    else if (error.fault === 'missing' && origin !== null) sink.report('chapter-missing', origin, { path });
    else reportFault(error, origin, sink);
    return null;
  }
}
