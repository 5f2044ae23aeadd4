import type { Definition, FootnoteDefinition, Heading, Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { alignOffsets } from './align-offsets.ts';
import { restoreControls } from './syntax/leading-controls.ts';
import { DEPTH_LIMIT, nests } from './syntax/nesting.ts';

/** What a walk over the raw tree finds, in document order. */
export interface Survey {
  readonly headings: Heading[];
  readonly containers: ContainerDirective[];
  readonly definitions: Map<string, Definition>;
  readonly notes: Map<string, FootnoteDefinition>;
  readonly duplicateNotes: Set<FootnoteDefinition>;
  /** Whether there is any raw HTML. */
  holdsHtml: boolean;
}

interface Placement {
  readonly file: string;
  /** The whole source as it was parsed, and as it was written. */
  readonly text: string;
  readonly written: string;
  /** How much of it comes before the parsed piece. */
  readonly lines: number;
  readonly offset: number;
  readonly sink: Sink;
}

export function emptySurvey(): Survey {
  return {
    headings: [],
    containers: [],
    definitions: new Map(),
    notes: new Map(),
    duplicateNotes: new Set(),
    holdsHtml: false,
  };
}

/**
 * Gives every node of a freshly parsed tree its origin, makes its position count in the whole source,
 * and collects what others refer to. It keeps its own stack: this is the walk that finds out how deep
 * a tree is, and cuts it at DEPTH_LIMIT, so that later walks may recurse.
 */
export function placeNodes(root: Root, placement: Placement, survey: Survey): void {
  const nodes: Nodes[] = [root];
  const depths: number[] = [0];
  let tooDeep: Origin | null = null;
  while (nodes.length > 0) {
    const node = nodes.pop()!;
    const depth = depths.pop()! + (nests(node) ? 1 : 0);
    placeNode(node, placement);
    surveyNode(node, survey);
    if (!('children' in node)) continue;
    if (depth > DEPTH_LIMIT) {
      tooDeep ??= node.data!.origin!;
      node.children = [];
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      nodes.push(node.children[index]!);
      depths.push(depth);
    }
  }
  if (tooDeep) placement.sink.report('nesting-too-deep', tooDeep, { limit: DEPTH_LIMIT });
}

function placeNode(node: Nodes, { file, text, written, lines, offset }: Placement): void {
  const { start, end } = node.position!;
  start.line += lines;
  end.line += lines;
  start.offset! += offset;
  end.offset! += offset;
  const origin: Origin = { file, line: start.line, column: start.column };
  node.data = { ...node.data, origin };
  if (!('value' in node)) return;
  if (node.value.includes('\r')) node.value = node.value.replace(/\r\n?/g, '\n');
  if (text !== written) restoreControls(node, text, written);
  if (node.type === 'text' && node.value.length !== end.offset! - start.offset!) {
    const offsets = alignOffsets(node.value, text, start.offset!, end.offset!);
    if (offsets) node.data.offsets = offsets;
  }
}

function surveyNode(node: Nodes, survey: Survey): void {
  switch (node.type) {
    case 'heading':
      survey.headings.push(node);
      return;
    case 'containerDirective':
      survey.containers.push(node);
      return;
    case 'definition':
      if (!survey.definitions.has(node.identifier)) survey.definitions.set(node.identifier, node);
      return;
    case 'footnoteDefinition':
      if (survey.notes.has(node.identifier)) survey.duplicateNotes.add(node);
      else survey.notes.set(node.identifier, node);
      return;
    case 'html':
      survey.holdsHtml = true;
      return;
    // Nothing refers to the other kinds.
    default:
  }
}

/** The headings of a tree, in document order, once HTML has become what it stands for. */
export function collectHeadings(node: Nodes, headings: Heading[]): void {
  if (node.type === 'heading') headings.push(node);
  else if ('children' in node) for (const child of node.children) collectHeadings(child, headings);
}
