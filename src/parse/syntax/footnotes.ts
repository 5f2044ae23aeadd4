import type { FootnoteDefinition, FootnoteReference, Text } from 'mdast';
import type { Origin } from '../../base/origin.ts';
import type { Source } from '../../project/source.ts';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';

const DEFINITION = /^ {0,3}\[\^[^\]\n]+\]:/gm;

/** Where the first note stands that is one too many, as lines look before they are read; null where there is none. */
export function findNoteBeyond(sources: readonly Source[], most: number): Origin | null {
  let count = 0;
  for (const { path, text } of sources) {
    for (const { index } of text.includes('[^') ? text.matchAll(DEFINITION) : []) {
      count += 1;
      if (count > most) return { file: path, line: text.slice(0, index).split('\n').length, column: 1 };
    }
  }
  return null;
}

export function resolveNote(node: FootnoteReference, chapter: Chapter): Replacement {
  if (!chapter.notes.has(node.identifier)) {
    reportUndefined(node.label ?? node.identifier, originOf(node), chapter);
    const { data, position } = node;
    return [{ type: 'text', value: `[^${node.label ?? node.identifier}]`, data, position } as Text];
  }
  chapter.usedNotes.add(node.identifier);
  node.identifier = chapter.notePrefix + node.identifier;
  return null;
}

export function resolveNoteDefinition(node: FootnoteDefinition, chapter: Chapter): Replacement {
  if (chapter.duplicateNotes.has(node)) {
    const line = originOf(chapter.notes.get(node.identifier)!).line;
    chapter.sink.report('footnote-duplicate', originOf(node), { label: node.label ?? node.identifier, line });
    return [];
  }
  node.identifier = chapter.notePrefix + node.identifier;
  return null;
}

/** After the walk: the notes that nothing has referred to. */
export function reportUnusedNotes(chapter: Chapter): void {
  for (const [identifier, note] of chapter.notes) {
    if (chapter.usedNotes.has(identifier)) continue;
    chapter.sink.report('footnote-unused', originOf(note), { label: note.label ?? identifier });
  }
}

/** A reference without a definition is plain text to GFM: `[^x]` in a text node, unless its bracket is escaped. */
export function checkUndefinedNotes(node: Text, chapter: Chapter): void {
  for (const match of node.value.matchAll(/\[\^([^\]\s[]+)\]/g)) {
    const start = node.position?.start.offset;
    const offset =
      node.data?.offsets?.[match.index] ?? (start === undefined ? undefined : start + match.index);
    if (offset !== undefined && chapter.text[offset - 1] === '\\') continue;
    const { file, line, column } = originOf(node);
    const sameLine = !node.value.slice(0, match.index).includes('\n');
    const origin = sameLine
      ? { file, line, column: column + match.index }
      : lineBelow(node.value, match.index, originOf(node));
    reportUndefined(match[1]!, origin, chapter);
  }
}

function lineBelow(value: string, index: number, { file, line }: Origin): Origin {
  const before = value.slice(0, index).split('\n');
  return { file, line: line + before.length - 1, column: before.at(-1)!.length + 1 };
}

function reportUndefined(label: string, origin: Origin, chapter: Chapter): void {
  const identifier = chapter.guesses.nearest(label, chapter.notes);
  const meant = identifier === null ? null : (chapter.notes.get(identifier)?.label ?? identifier);
  if (meant === null) chapter.sink.report('footnote-undefined', origin, { label });
  else chapter.sink.report('footnote-misspelt', origin, { label, meant });
}
