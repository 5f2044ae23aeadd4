import type { Nodes, Parents, Text } from 'mdast';
import type { Chapter, Replacement } from './chapter.ts';
import { originOf } from './node-origin.ts';
import { resolveAlert } from './syntax/alerts.ts';
import { applyAttributes } from './syntax/attributes.ts';
import type { ChapterIndex } from './syntax/chapter-index.ts';
import { markCitations } from './syntax/citations.ts';
import { dropOwnLinks, readCaption, resolveReference } from './syntax/cross-references.ts';
import { gatherDefinitions } from './syntax/definition-lists.ts';
import {
  checkDirective,
  checkNearDirectives,
  checkNearInline,
  resolveContainer,
} from './syntax/directives.ts';
import { checkUndefinedNotes, resolveNote, resolveNoteDefinition } from './syntax/footnotes.ts';
import { checkForeign, checkRoles } from './syntax/foreign-syntax.ts';
import { formulaOf } from './syntax/formulas.ts';
import { checkImage, splitPictures } from './syntax/images.ts';
import { resolveLink } from './syntax/links.ts';
import { checkLiteralMarks } from './syntax/literal-marks.ts';
import { markPhrases, resolveTildes } from './syntax/phrase-marks.ts';
import {
  checkUndefinedReferences,
  resolveImageReference,
  resolveLinkReference,
} from './syntax/references.ts';

/**
 * Settles everything that a later stage should not have to know of: references become what they refer
 * to, front matter goes, links are checked. Changes the tree in place: it is fresh from the
 * parser and no one else's yet. Recurses; place-nodes has limited the depth.
 *
 * @param isInLink whether it stands in the words of a link
 */
export function resolveNodes(
  parent: Parents,
  chapter: Chapter,
  chapters: ChapterIndex,
  isInLink = false,
): void {
  const isLinked = isInLink || parent.type === 'link' || parent.type === 'linkReference';
  const resolved: Nodes[] = [];
  let changed = false;
  const settle = (node: Nodes): void => {
    const replacement = resolveNode(node, chapter, chapters);
    if (replacement === null) {
      if ('children' in node) resolveNodes(node, chapter, chapters, isLinked);
      resolved.push(node);
      return;
    }
    changed = true;
    // What replaces a node is resolved in its turn: a reference becomes a link, whose address is checked then.
    for (const other of replacement) {
      if (isSettled(node)) resolved.push(other);
      else settle(other);
    }
  };
  gatherDefinitions(parent);
  if (chapter.cites) markCitations(parent, chapter);
  applyAttributes(parent, chapter);
  markPhrases(parent, chapter, isLinked);
  if (chapter.kind === 'document') {
    checkRoles(parent, chapter);
    checkUndefinedReferences(parent, chapter);
  }
  for (const node of parent.children) settle(node);
  if (changed) parent.children = joinTexts(resolved) as typeof parent.children;
}

/** Text that stands for a node must not be read again: it would be reported as the same mistake twice. */
function isSettled(node: Nodes): boolean {
  return node.type === 'footnoteReference' || node.type === 'imageReference';
}

function resolveNode(node: Nodes, chapter: Chapter, chapters: ChapterIndex): Replacement {
  switch (node.type) {
    case 'text':
      checkText(node, chapter);
      return null;
    case 'paragraph':
      checkNearDirectives(node, chapter);
      return splitPictures(node);
    case 'blockquote':
      return resolveAlert(node);
    case 'delete':
      return resolveTildes(node, chapter);
    case 'heading':
      dropOwnLinks(node, chapter);
      return null;
    case 'textDirective':
      if (node.name === 'ref') return resolveReference(node, chapter, chapters);
      checkDirective(node, chapter);
      return null;
    case 'leafDirective':
      checkDirective(node, chapter);
      return null;
    case 'link':
      return resolveLink(node, chapter, chapters);
    case 'linkReference':
      return resolveLinkReference(node, chapter);
    case 'imageReference':
      return settleImages(resolveImageReference(node, chapter), chapter, chapters);
    case 'image':
      settleImages([node], chapter, chapters);
      return null;
    case 'code':
      if (node.lang === 'math') return [formulaOf(node)];
      readCaption(node, node.data?.title ?? '', chapter, chapters);
      return null;
    case 'footnoteReference':
      return resolveNote(node, chapter);
    case 'footnoteDefinition':
      return resolveNoteDefinition(node, chapter);
    case 'containerDirective':
      return resolveContainer(node, chapter);
    case 'yaml':
    case 'definition':
      return [];
    // All other kinds go on as they are.
    default:
      return null;
  }
}

function checkText(node: Text, chapter: Chapter): void {
  if (node.value.includes('[^') && !node.data?.literal) checkUndefinedNotes(node, chapter);
  if (chapter.kind === 'document') checkForeign(node, chapter);
  if (node.data?.literal) return;
  if (node.value.includes('**') || node.value.includes('__')) checkLiteralMarks(node, chapter);
  if (node.value.includes(':')) checkNearInline(node.value, node, chapter);
}

function settleImages(nodes: Nodes[], chapter: Chapter, chapters: ChapterIndex): Nodes[] {
  for (const node of nodes) {
    if (node.type !== 'image') continue;
    checkImage(node, chapter);
    readCaption(node, node.title ?? '', chapter, chapters);
  }
  return nodes;
}

/** Joins neighbouring texts that stand for one node and have no place of their own in the source. */
function joinTexts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text' || !isContinued(last, node)) joined.push(node);
    else last.value += node.value;
  }
  return joined;
}

function isContinued(before: Text, after: Text): boolean {
  return (
    before.position === undefined && after.position === undefined && originOf(before) === originOf(after)
  );
}
