import type { Html, Nodes, Parents, Root } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import { originOf } from '../node-origin.ts';
import { DEPTH_LIMIT } from '../syntax/nesting.ts';
import { reportInert } from './inert.ts';
import { isPhrasing } from './is-phrasing.ts';
import { holdsHtml, readHtml } from './read-html.ts';
import type { HtmlScope, Reporter } from './scope.ts';
import { tidyLine } from './tidy-line.ts';
import { toFlow } from './to-flow.ts';
import { toPhrasing } from './to-phrasing.ts';

/**
 * Turns raw HTML into the nodes it stands for, and what stands between its tags with it; nothing after
 * this knows of HTML. Tags are matched among the children of one node, which is as far as a quotation, an
 * item or a paragraph goes.
 *
 * @param text of the whole source
 */
export function resolveHtml(root: Root, text: string, sink: Sink): void {
  const reports: Report[] = [];
  resolveIn(root, 0, { text, sink: { report: (...report) => reports.push(report) } });
  // what stands in other nodes was read first
  reports.sort(([, a], [, b]) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0));
  for (const report of reports) sink.report(...report);
}

type Report = Parameters<Sink['report']>;

interface Source {
  readonly text: string;
  readonly sink: Reporter;
}

/** @returns ids that no block in here has taken */
function resolveIn(parent: Parents, depth: number, source: Source): string[] {
  const ids = parent.children.flatMap((child) =>
    'children' in child ? resolveIn(child, depth + 1, source) : [],
  );
  if (holdsHtml(parent.children)) for (const id of resolveChildren(parent, depth, source)) ids.push(id);
  if (!isPhrasing(parent) && !LINES.has(parent.type)) dropEmptyParagraphs(parent);
  if (ids.length === 0 || isPartOfBlock(parent)) return ids;
  addIds(LINES.has(parent.type) ? parent : (parent.children.at(-1) ?? parent), ids);
  return [];
}

function resolveChildren(parent: Parents, depth: number, source: Source): readonly string[] {
  for (const node of parent.children) if (node.type === 'html') checkComment(node, source.sink);
  const parts = readHtml(parent.children, source.text, Math.max(1, DEPTH_LIMIT - depth));
  reportInert(parts, source.sink);
  const scope: HtmlScope = { sink: source.sink, align: null, dir: null, ids: [] };
  const isLine = isPhrasing(parent) || LINES.has(parent.type);
  const children: Nodes[] = isLine ? tidyLine(toPhrasing(parts, scope)) : toFlow(parts, scope);
  parent.children = children as typeof parent.children;
  return scope.ids;
}

/** Blocks that hold a line. */
const LINES: ReadonlySet<Nodes['type']> = new Set(['paragraph', 'heading', 'tableCell', 'leafDirective']);

/** A paragraph of nothing but an empty anchor or a comment is none; its ids go to what follows, or else before. */
function dropEmptyParagraphs(parent: Parents): void {
  const isEmpty = (node: Nodes) =>
    node.type === 'paragraph' && node.children.length === 0 && !node.data?.directiveLabel;
  if (!parent.children.some(isEmpty)) return;
  const kept: Nodes[] = [];
  let ids: readonly string[] = [];
  for (const node of parent.children) {
    if (isEmpty(node)) ids = [...ids, ...(node.data?.anchors ?? [])];
    else {
      addIds(node, ids);
      ids = [];
      kept.push(node);
    }
  }
  addIds(kept.at(-1) ?? parent, ids);
  parent.children = kept as typeof parent.children;
}

function addIds(node: Nodes, ids: readonly string[]): void {
  if (ids.length > 0) node.data = { ...node.data, anchors: [...(node.data?.anchors ?? []), ...ids] };
}

/** What links cannot lead to: they lead to the block around it. */
function isPartOfBlock(node: Nodes): boolean {
  const isLabel = node.type === 'paragraph' && node.data?.directiveLabel === true;
  return isPhrasing(node) || isLabel || node.type === 'tableCell' || node.type === 'tableRow';
}

/** A comment without an end hides all that follows. */
function checkComment(node: Html, sink: Reporter): void {
  const open = node.value.lastIndexOf('<!--');
  if (open >= 0 && !node.value.includes('-->', open + 2)) sink.report('html-comment-open', originOf(node));
}
