import { boxStyleIn } from '../theme/rows.ts';
import type { ResolveContext } from './context.ts';
import type { ResolvedInline, ResolvedNote } from './inline-nodes.ts';
import type { Endnotes, Heading, Phrase, ResolvedBlock } from './nodes.ts';
import { plainPhrase } from './phrase.ts';
import { partsOf } from './walk.ts';

/** A chapter, or what stands before the first: its heading, and its text. */
interface Chapter {
  readonly heading: Heading | null;
  /** Whether it is one, and no part of a book nor what stands before and after its text. */
  readonly isText: boolean;
  readonly blocks: ResolvedBlock[];
}

/**
 * What a theme has where the text of a chapter ends, before the next heading of its rank or a page of its own: its notes, and
 * an ornament. Notes of the whole text stand behind its last chapter.
 */
export function endChapters(
  blocks: readonly ResolvedBlock[],
  context: ResolveContext,
): readonly ResolvedBlock[] {
  const { heading, notes } = context.theme;
  if (heading.ends === 'none' && notes.place === 'foot') return blocks;
  const chapters = cutChapters(blocks);
  const last = chapters.findLastIndex(({ isText, blocks: own }) => isText || notesIn(own).length > 0);
  return chapters.flatMap((chapter, at): readonly ResolvedBlock[] => {
    const ended = heading.ends === 'ornament' ? closeWithOrnament(chapter) : chapter.blocks;
    if (notes.place === 'chapter') return [...ended, ...makeEndnotes([chapter], context)];
    return notes.place === 'book' && at === last ? [...ended, ...makeEndnotes(chapters, context)] : ended;
  });
}

function cutChapters(blocks: readonly ResolvedBlock[]): readonly Chapter[] {
  const chapters: Chapter[] = [{ heading: null, isText: false, blocks: [] }];
  for (const block of blocks) {
    const heading = headingOf(block);
    const place = heading?.place ?? null;
    const opens = place?.rank === 1;
    if (opens) chapters.push({ heading, isText: place.matter === null && !place.isPart, blocks: [] });
    else if (block.kind === 'page-break') chapters.push({ heading: null, isText: false, blocks: [] });
    chapters.at(-1)!.blocks.push(block);
  }
  return chapters;
}

/** What ends with an ornament, or has no text, needs none. */
function closeWithOrnament({ isText, blocks }: Chapter): readonly ResolvedBlock[] {
  const last = blocks.at(-1);
  const isClosed = !isText || blocks.length < 2 || last === undefined || last.kind === 'pause';
  return isClosed ? blocks : [...blocks, { kind: 'pause', ends: true, origin: last.origin }];
}

function makeEndnotes(chapters: readonly Chapter[], context: ResolveContext): readonly Endnotes[] {
  const { theme, structure, words } = context;
  const called = chapters
    .map(({ heading, blocks }) => ({ heading, notes: notesIn(blocks) }))
    .filter(({ notes }) => notes.length > 0);
  const first = called[0]?.notes[0];
  if (first === undefined) return [];
  const { origin } = first.element;
  const { label } = boxStyleIn(theme, 'endnotes');
  const entitle = (text: string): Phrase =>
    plainPhrase(text, label, structure.add('P', structure.root, origin), origin);
  const title = entitle(words.notes);
  const groups = called.map(({ heading, notes }) => {
    const isNamed = chapters.length > 1 && theme.notes.numbering === 'chapter';
    return { title: isNamed && heading?.place ? entitle(heading.place.title) : null, notes };
  });
  return [{ kind: 'endnotes', title, groups, origin }];
}

/** Notes in the order in which the text calls them. */
function notesIn(blocks: readonly (ResolvedBlock | Phrase)[]): readonly ResolvedNote[] {
  return blocks.flatMap((part) => ('kind' in part ? notesIn(partsOf(part)) : notesOf(part.content)));
}

function notesOf(inlines: readonly ResolvedInline[]): readonly ResolvedNote[] {
  return inlines.flatMap((inline): readonly ResolvedNote[] => {
    if (inline.kind === 'call') return inline.note === null ? [] : [inline.note];
    return 'children' in inline ? notesOf(inline.children) : [];
  });
}

/** A heading, also where it is a place that links lead to. */
function headingOf(block: ResolvedBlock): Heading | null {
  if (block.kind === 'heading') return block;
  const [only, ...others] = block.kind === 'anchor' ? block.children : [];
  return only?.kind === 'heading' && others.length === 0 ? only : null;
}
