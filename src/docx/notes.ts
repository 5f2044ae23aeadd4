import { toAsciiDigits } from '../base/digits.ts';
import type { XmlElement } from '../base/xml.ts';
import type { NoteCall } from '../resolve/inline-nodes.ts';
import { field } from './fields.ts';
import type { WordRun } from './line-run.ts';
import { type RunFacts, textNodes, wordRun } from './run-properties.ts';
import type { RunScope } from './word-runs.ts';
import { word } from './word-xml.ts';

const REFERENCE: RunFacts = { style: 'FootnoteReference' };

/**
 * The call of a note. Word counts notes by itself; where its number would not be that of the document, the number is typed
 * (`customMarkFollows`), which Word does not count.
 */
export function callFor(node: NoteCall, scope: RunScope): NonNullable<WordRun['make']> {
  const { label, note, anchor, link } = node;
  const { draft } = scope;
  if (note === null || scope.kind === 'note' || scope.kind === 'furniture')
    return (isRtl) => {
      const target = link.kind === 'internal' ? draft.bookmarkOf(link.target) : '';
      const shown = draft.isCounted(target) ? toAsciiDigits(label) : label;
      return field(`NOTEREF ${target} \\h`, shown, REFERENCE, isRtl);
    };
  return (isRtl) => {
    const isCounted = draft.countsNote(label, draft.bookmarkOf(note.id));
    const id = draft.writeNote(note, isCounted);
    const custom = isCounted ? {} : { customMarkFollows: 1 };
    const mark = word('footnoteReference', { ...custom, id });
    const typed = isCounted ? [] : textNodes(label);
    const run = wordRun([mark, ...typed], REFERENCE, isRtl);
    return aroundBookmarks(run, [note.id, ...(anchor === null ? [] : [anchor])], scope);
  };
}

/** A reference to a note's number asks for a bookmark that holds its mark. */
function aroundBookmarks(
  run: XmlElement,
  targets: readonly string[],
  { draft }: RunScope,
): readonly XmlElement[] {
  const marks = draft.bookmarks(targets);
  return [
    ...marks.filter(({ name }) => name === 'w:bookmarkStart'),
    run,
    ...marks.filter(({ name }) => name === 'w:bookmarkEnd'),
  ];
}
