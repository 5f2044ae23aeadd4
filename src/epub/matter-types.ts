import { bookWords } from '../project/book-words.ts';
import type { MatterRole } from '../project/matter.ts';
import { PERSON_ROLES, type Person } from '../project/people.ts';
import type { Settings } from '../project/settings.ts';
import type { ChapterFile } from './chapter.ts';

interface MatterType {
  /** EPUB 3 Structural Semantics Vocabulary 1.1. */
  readonly type: string;
  /** Digital Publishing WAI-ARIA Module 1.1; '' where it has no role for a section. */
  readonly aria: string;
}

/** Pieces of a book, as book.yaml calls them, in the words of readers. */
const TYPES: Readonly<Record<string, MatterType>> = {
  'half-title': { type: 'halftitlepage', aria: '' },
  title: { type: 'titlepage', aria: '' },
  imprint: { type: 'copyright-page', aria: '' },
  dedication: { type: 'dedication', aria: 'doc-dedication' },
  epigraph: { type: 'epigraph', aria: 'doc-epigraph' },
  foreword: { type: 'foreword', aria: 'doc-foreword' },
  preface: { type: 'preface', aria: 'doc-preface' },
  acknowledgments: { type: 'acknowledgments', aria: 'doc-acknowledgments' },
  introduction: { type: 'introduction', aria: 'doc-introduction' },
  contents: { type: 'toc', aria: 'doc-toc' },
  lists: { type: '', aria: '' },
  conclusion: { type: 'conclusion', aria: 'doc-conclusion' },
  afterword: { type: 'afterword', aria: 'doc-afterword' },
  appendix: { type: 'appendix', aria: 'doc-appendix' },
  glossary: { type: 'glossary', aria: 'doc-glossary' },
  bibliography: { type: 'bibliography', aria: 'doc-bibliography' },
  index: { type: 'index', aria: 'doc-index' },
  colophon: { type: 'colophon', aria: 'doc-colophon' },
  part: { type: 'part', aria: 'doc-part' },
};

const NO_TYPE: MatterType = { type: '', aria: '' };

/** Of the `section` of a file. */
export function typeOfMatter({ role }: Pick<ChapterFile, 'role'>): MatterType {
  return (role === null ? undefined : TYPES[role]) ?? NO_TYPE;
}

/** What a reader may be taken to by what it is, beside the contents and the text. */
export function landmarksOf(chapters: readonly ChapterFile[], settings: Settings) {
  const { matter } = bookWords(settings.lang, settings.dir === 'rtl');
  return chapters.flatMap((chapter) => {
    const { type } = typeOfMatter(chapter);
    const name = matter[chapter.role as MatterRole];
    const isListed = type !== '' && type !== 'toc' && type !== 'part';
    return isListed ? [{ type, href: chapter.path, title: chapter.title ?? name }] : [];
  });
}

/** Everyone with a part in the book, with the sign of MARC for it: who wrote it, and who else has a share in it. */
export function peopleOf({ people, author }: Settings) {
  const isAuthor = ({ role }: Person) => role === 'author';
  const named = people.map((person) => ({
    name: person.name,
    marc: PERSON_ROLES[person.role].marc,
    isAuthor: isAuthor(person),
  }));
  const all = named.length > 0 || author === '' ? named : [{ name: author, marc: 'aut', isAuthor: true }];
  // Ids stay as they were for a book of one author.
  return all.map((person, index) => ({ ...person, id: index === 0 ? 'creator' : `creator-${index + 1}` }));
}
