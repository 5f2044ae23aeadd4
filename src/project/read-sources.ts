import { posix } from 'node:path';
import { BuildStopped, type Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { type World, WorldError } from '../base/world.ts';
import { titleOfMatter } from './book-words.ts';
import type { ListedChapter } from './chapter-list.ts';
import type { Layer } from './read-settings.ts';
import { reportFault } from './report-fault.ts';
import type { Source } from './source.ts';

/** A chapter as read; `isMissing` where a book lists one that has no file. */
export interface ReadChapter extends ListedChapter {
  readonly text: string;
  readonly isMissing: boolean;
}

/**
 * Reads the chapters of a book, or the files of the command line. A missing chapter keeps its place: a note will
 * stand there.
 *
 * @throws BuildStopped where not one file could be read
 */
export function readChapters(
  listed: readonly ListedChapter[],
  given: string | null,
  world: World,
  sink: Sink,
): readonly ReadChapter[] {
  if (listed.length > limits.sources)
    sink.report('sources-limit', null, { count: listed.length, limit: limits.sources });
  const chapters: ReadChapter[] = [];
  for (const chapter of listed.slice(0, limits.sources)) {
    const read = readChapter(chapter, given, world, sink);
    if (read !== null) chapters.push(read);
  }
  if (chapters.some(({ isMissing, isPart }) => !isMissing && !isPart)) return chapters;
  const [first] = chapters;
  if (first !== undefined) sink.report('book-all-missing', first.origin, { count: chapters.length });
  throw new BuildStopped('no source could be read');
}

function readChapter(
  chapter: ListedChapter,
  given: string | null,
  world: World,
  sink: Sink,
): ReadChapter | null {
  const { text } = chapter;
  if (text !== undefined) return { ...chapter, text, isMissing: false };
  if (chapter.isPart) return { ...chapter, text: writePart(chapter), isMissing: false };
  if (chapter.path === '-') return { ...chapter, text: given ?? '', isMissing: false };
  try {
    return { ...chapter, text: world.readText(chapter.path), isMissing: false };
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    if (error.fault !== 'missing' || chapter.origin === null) {
      reportFault(error, chapter.origin, sink);
      return null;
    }
    sink.report('chapter-missing', chapter.origin, { path: chapter.path });
    return { ...chapter, text: '', isMissing: true };
  }
}

/** On the line of the list that it comes from, so that places in it are right. */
function writePart({ title, origin }: ListedChapter): string {
  return `${'\n'.repeat((origin?.line ?? 1) - 1)}# ${escapeMarkup(title ?? '')}\n`;
}

const missing: Readonly<Record<string, string>> = {
  ar: 'لم يوجد ملف هذا الفصل:',
  fa: 'پروندهٔ این فصل پیدا نشد:',
  ur: 'اس باب کی فائل نہیں ملی:',
  en: 'The file of this chapter was not found:',
};

/**
 * The chapters as texts to be parsed, each with its place in the list. What the list or the chapter's own front
 * matter calls it becomes its heading where it has none, else it would be printed nowhere.
 *
 * @param layers the front matter of each chapter
 */
export function writeSources(
  chapters: readonly ReadChapter[],
  layers: readonly Layer[],
  lang: string,
  isRightToLeft: boolean,
): readonly Source[] {
  const notFound = missing[lang.split('-')[0]?.toLowerCase() ?? ''] ?? missing[isRightToLeft ? 'ar' : 'en']!;
  return chapters.map((chapter, index) => {
    const { path, text, title, level, isMissing, isNumbered, part, matter } = chapter;
    const own = layers[index]?.title;
    const name = title ?? (isMissing ? posix.parse(path).name : null);
    return {
      path,
      text: isMissing ? `${notFound} \`${path.replaceAll('`', "'")}\`\n` : text,
      entry: {
        title: own ?? name ?? (matter ? titleOfMatter(matter.role, lang, isRightToLeft) : null),
        isCertain: own !== undefined || isMissing || part === 'opens',
        level,
        isNumbered,
        ...(part && { part }),
        ...(matter && { matter: { place: matter.place, slot: matter.slot } }),
      },
    };
  });
}

function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#:~^=$&!|@]/g, '\\$&');
}
