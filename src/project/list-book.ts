import { posix } from 'node:path';
import type { Origin } from '../base/origin.ts';
import type { ListedChapter } from './chapter-list.ts';
import type { MatterChoice } from './matter.ts';
import type { PartChoice } from './read-parts.ts';
import type { Layer } from './read-settings.ts';

/** The chapters of a book.yaml in the order of reading: what is before them, those in no part, the parts, what is after. */
export function listBook(book: string, layer: Layer): readonly ListedChapter[] {
  // A chapter is named from where book.yaml stands; an absolute path is left for the world to refuse.
  const locate = (path: string) => (posix.isAbsolute(path) ? path : posix.join(posix.dirname(book), path));
  const places = layer.places['chapters'];
  const beginning = layer.origins['chapters'] ?? { file: book, line: 1, column: 1 };
  const front = listMatter('front', layer['front matter'] ?? [], 0, locate);
  const chapters = (layer.chapters ?? []).map((path, index) =>
    chapterAt(locate(path), places?.get(String(index)) ?? beginning),
  );
  const parts = (layer.parts ?? []).flatMap((part) => listPart(part, locate));
  const back = listMatter('back', layer['back matter'] ?? [], front.length, locate);
  // What is only dressed up is no book.
  return chapters.length + parts.length === 0 ? [] : [...front, ...chapters, ...parts, ...back];
}

type Locate = (path: string) => string;

function chapterAt(path: string, origin: Origin): ListedChapter {
  return { path, origin, title: null, level: 0, isPart: false, isNumbered: true };
}

/** The page that opens a part, then its chapters; one without a title and a text opens nothing. */
function listPart({ title, file, chapters, origin }: PartChoice, locate: Locate): readonly ListedChapter[] {
  const opening: ListedChapter = {
    ...chapterAt(file === null ? origin.file : locate(file), origin),
    title: title === '' ? null : title,
    isPart: file === null,
    isNumbered: false,
    part: 'opens',
  };
  const opens = title !== '' || file !== null;
  const inside = chapters.map((chapter) => ({
    ...chapterAt(locate(chapter.path), chapter.origin),
    ...(opens && { part: 'within' as const }),
  }));
  return opens ? [opening, ...inside] : inside;
}

function listMatter(
  place: 'front' | 'back',
  choices: readonly MatterChoice[],
  before: number,
  locate: Locate,
): readonly ListedChapter[] {
  const written = choices.filter(({ file, text }) => file !== null || text !== null);
  return written.map(({ role, file, text, origin }, index) => ({
    ...chapterAt(file === null ? origin.file : locate(file), origin),
    isNumbered: false,
    matter: { place, role, origin, slot: before + index },
    ...(text !== null && { text: atLine(text, origin) }),
  }));
}

/** On the line of the list that it comes from, so that places in it are right. */
function atLine(text: string, { line }: Origin): string {
  return `${'\n'.repeat(line - 1)}${text}\n`;
}
