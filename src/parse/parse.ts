import type { Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { Guesses } from '../base/nearest.ts';
import { reach } from '../base/reached.ts';
import type { Source } from '../project/source.ts';
import type { Chapter } from './chapter.ts';
import { cutSource, type SourcePiece } from './cut-source.ts';
import { collectLabels, type Grammar, openGrammar } from './grammar.ts';
import { resolveHtml } from './html/resolve-html.ts';
import type { KeptPieces } from './kept-pieces.ts';
import type { Manuscript } from './manuscript.ts';
import { collectHeadings, emptySurvey, placeNodes, type Survey } from './place-nodes.ts';
import { resolveNodes } from './resolve-nodes.ts';
import { assignAnchors } from './syntax/block-ids.ts';
import { setMatterApart, settleEntry } from './syntax/chapter-entry.ts';
import { type ChapterIndex, indexChapters } from './syntax/chapter-index.ts';
import { reportUnclosed } from './syntax/directives.ts';
import { findNoteBeyond, reportUnusedNotes } from './syntax/footnotes.ts';
import { assignExplicitIds, assignHeadingIds, assignStart, UniqueIds } from './syntax/heading-ids.ts';
import { blankLeadingControls } from './syntax/leading-controls.ts';
import { DEPTH_LIMIT, findRunawayNesting } from './syntax/nesting.ts';
import { ParagraphLimit } from './syntax/paragraph-limits.ts';

/** A book of 1,000 Arabic pages is 6 MB; what is larger than this is no manuscript. Bytes of UTF-8. */
const SIZE_LIMIT = 32 * 1024 * 1024;

/**
 * Markdown → one tree. Several sources are the chapters of a book, in order: note identifiers and heading
 * ids are unique in the whole, and links between chapters point to headings. What a user got wrong is
 * reported and left out or taken as text; the tree is always whole.
 *
 * @param kept what earlier builds have parsed; null = everything is parsed
 * @param cites whether there are entries of a bibliography: without, `@` is a sign like others
 */
export function parseManuscript(
  sources: readonly Source[],
  sink: Sink,
  kept: KeptPieces | null = null,
  cites = false,
): Manuscript {
  const beyond = findNoteBeyond(sources, limits.notes);
  if (beyond !== null) {
    sink.report('too-many-notes', beyond, { limit: limits.notes });
    return { root: { type: 'root', children: [], data: { origin: beyond } } };
  }
  const taken = new UniqueIds();
  const inOrder = sources.map((source, index) => {
    const notePrefix = sources.length > 1 ? `c${index + 1}.` : '';
    const chapter = openChapter(source, { kind: 'document', notePrefix, cites }, sink, kept);
    if (source.entry) settleEntry(chapter, source.entry);
    assignHeadingIds(chapter, taken);
    assignAnchors(chapter, taken);
    chapter.start =
      sources.length > 1 ? assignStart(chapter, taken) : (chapter.headings[0]?.data?.id ?? null);
    return chapter;
  });
  // Only now is every heading known that a link may point to.
  const chapters = indexChapters(inOrder);
  for (const chapter of inOrder) closeChapter(chapter, chapters);
  const children = inOrder.flatMap(({ root }, index) => setMatterApart(root, sources[index]!));
  const origin = { file: sources[0]?.path ?? '-', line: 1, column: 1 };
  return { root: { type: 'root', children, data: { origin } } };
}

/** A template's text, by the same grammar; its links to headings are not checked, for the body holds those. */
export function parseFragment(text: string, file: string, sink: Sink): Root {
  const chapter = openChapter(
    { path: file, text },
    { kind: 'fragment', notePrefix: '', cites: false },
    sink,
    null,
  );
  assignExplicitIds(chapter.headings, sink);
  closeChapter(chapter, indexChapters([]));
  return chapter.root;
}

function openChapter(
  source: Source,
  facts: Pick<Chapter, 'kind' | 'notePrefix' | 'cites'>,
  sink: Sink,
  kept: KeptPieces | null,
): Chapter {
  const text = cleanText(source, sink);
  const survey = emptySurvey();
  const { root, unclosed } = parseText(text, source.path, survey, sink, kept);
  if (survey.holdsHtml) {
    resolveHtml(root, text, sink);
    survey.headings.length = 0;
    collectHeadings(root, survey.headings);
  }
  const chapter: Chapter = {
    file: source.path,
    text,
    root,
    sink,
    ...facts,
    ...survey,
    anchors: new Map(),
    start: null,
    usedNotes: new Set(),
    guesses: new Guesses(),
  };
  for (const node of unclosed) reportUnclosed(node, chapter);
  return chapter;
}

function closeChapter(chapter: Chapter, chapters: ChapterIndex): void {
  resolveNodes(chapter.root, chapter, chapters);
  reportUnusedNotes(chapter);
}

/** Keeps every character in its place, so that offsets go on to count in the file. */
function cleanText({ path, text }: Source, sink: Sink): string {
  const controls = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/.exec(text);
  if (!controls) return text;
  const before = text.slice(0, controls.index).split('\n');
  const origin = { file: path, line: before.length, column: before.at(-1)!.length + 1 };
  sink.report('control-character', origin, {
    code: text.charCodeAt(controls.index).toString(16).padStart(4, '0').toUpperCase(),
  });
  return text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, ' ');
}

interface ParsedText {
  readonly root: Root;
  readonly unclosed: readonly ContainerDirective[];
}

function parseText(
  text: string,
  file: string,
  survey: Survey,
  sink: Sink,
  kept: KeptPieces | null,
): ParsedText {
  const root: Root = { type: 'root', children: [], data: { origin: { file, line: 1, column: 1 } } };
  if (isTooLarge(text)) {
    sink.report('source-too-large', root.data!.origin!, { limit: SIZE_LIMIT / 1024 / 1024 });
    return { root, unclosed: [] };
  }
  const runaway = findRunawayNesting(text, file);
  if (runaway) {
    sink.report('nesting-too-deep', runaway, { limit: DEPTH_LIMIT });
    return { root, unclosed: [] };
  }
  // micromark skips a byte order mark without counting it.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const shown = text.slice(0, mark) + blankLeadingControls(text.slice(mark));
  const pieces = cutSource(shown.slice(mark));
  const labels = pieces.length > 1 ? collectLabels(shown) : null;
  const opened = openGrammar(labels);
  const grammar = kept === null ? opened : kept.over(opened, labels);
  for (const piece of pieces) {
    const part = parsePiece(grammar, piece, file, sink);
    if (part === null) return { root: { ...root, children: [] }, unclosed: [] };
    const place = { file, text: shown, written: text, lines: piece.lines, offset: piece.offset + mark, sink };
    placeNodes(part, place, survey);
    for (const child of part.children) root.children.push(child);
  }
  return { root, unclosed: survey.containers.filter(({ data }) => data?.isClosed !== true) };
}

/** @returns null after a report: a paragraph of the piece is beyond a limit */
function parsePiece(grammar: Grammar, piece: SourcePiece, file: string, sink: Sink): Root | null {
  reach({ file, line: piece.lines + 1, column: 1 });
  try {
    return grammar.parse(piece.text);
  } catch (error) {
    if (!(error instanceof ParagraphLimit)) throw error;
    const { rule, limit } = error;
    sink.report(rule, { file, line: piece.lines + error.line, column: 1 }, { limit });
    return null;
  }
}

/** UTF-8 takes at most three bytes a unit; only what might be too large is measured. */
function isTooLarge(text: string): boolean {
  if (text.length * 3 <= SIZE_LIMIT) return false;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Half of a surrogate pair is two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes > SIZE_LIMIT;
}
