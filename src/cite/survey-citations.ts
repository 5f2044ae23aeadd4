import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Citation } from '../parse/manuscript.ts';

/** A citation where the text has it. */
export interface PlacedCitation {
  readonly node: TextDirective;
  readonly citation: Citation;
  /** Whether it stands in a note of the author. */
  readonly inNote: boolean;
}

/** What a walk in reading order meets: citations, and calls of notes that have none. */
export interface CitationSurvey {
  readonly met: readonly (PlacedCitation | 'note')[];
  /** Where the author wants the list. */
  readonly lists: readonly LeafDirective[];
}

/** Notes are read where they are called first. */
export function surveyCitations(root: Root): CitationSurvey {
  const definitions = new Map<string, FootnoteDefinition>();
  collectNotes(root, definitions);
  const met: (PlacedCitation | 'note')[] = [];
  const lists: LeafDirective[] = [];
  const read = new Set<string>();
  const visit = (node: Nodes, inNote: boolean): void => {
    if (node.type === 'footnoteDefinition') return;
    if (node.type === 'leafDirective' && node.name === 'bibliography') lists.push(node);
    if (node.type === 'textDirective' && node.data?.citation !== undefined)
      met.push({ node, citation: node.data.citation, inNote });
    if (node.type === 'footnoteReference' && !read.has(node.identifier)) {
      read.add(node.identifier);
      const before = met.length;
      for (const child of definitions.get(node.identifier)?.children ?? []) visit(child, true);
      if (met.length === before) met.push('note');
    }
    for (const child of node.data?.caption ?? []) visit(child, inNote);
    if ('children' in node) for (const child of node.children) visit(child, inNote);
  };
  visit(root, false);
  return { met, lists };
}

function collectNotes(node: Nodes, definitions: Map<string, FootnoteDefinition>): void {
  if (node.type === 'footnoteDefinition') {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  } else if ('children' in node) for (const child of node.children) collectNotes(child, definitions);
}
