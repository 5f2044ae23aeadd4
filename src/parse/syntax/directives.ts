import type { Nodes, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../base/nearest.ts';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { calloutOf } from './alerts.ts';
import { reportUnused } from './attributes.ts';
import {
  blockAttributes,
  containerDirectives,
  directiveAttributes,
  leafDirectives,
  textDirectives,
} from './directive-names.ts';

/** An unknown container gives way to its content; its label becomes a paragraph of its own. */
export function resolveContainer(node: ContainerDirective, chapter: Chapter): Replacement {
  const callout = calloutOf(node.name);
  if (callout !== null) node.name = callout;
  if (containerDirectives.has(node.name)) {
    checkDirective(node, chapter);
    return null;
  }
  reportUnknown(`:::${node.name}`, nearest(node.name, containerDirectives), ':::', node, chapter);
  for (const child of node.children) {
    if (child.type === 'paragraph' && child.data?.directiveLabel) child.data.directiveLabel = false;
  }
  return node.children;
}

/** Attributes of a directive that it does not know; an id is a place that links lead to. */
export function checkDirective(
  node: ContainerDirective | LeafDirective | TextDirective,
  chapter: Chapter,
): void {
  if (chapter.kind === 'fragment' || !node.attributes) return;
  const inline = node.type === 'textDirective' ? directiveAttributes[`:${node.name}`] : undefined;
  const own = inline ?? directiveAttributes[node.name] ?? [];
  const known = node.type === 'containerDirective' ? [...own, ...blockAttributes] : own;
  reportUnused(Object.keys(node.attributes), known, node, chapter);
}

export function reportUnclosed(node: ContainerDirective, chapter: Chapter): void {
  chapter.sink.report('directive-unclosed', originOf(node), { name: node.name });
}

/**
 * Text that was meant as a directive and is none: a stray or malformed fence, a leaf or inline name with
 * a slip in it. It stays text, whatever it is.
 */
export function checkNearDirectives(node: Paragraph, chapter: Chapter): void {
  const first = node.children[0];
  if (first?.type !== 'text' || !first.value.startsWith('::')) return;
  const line = first.value.split('\n', 1)[0]!;
  if (/^:{3,}\s*$/.test(line)) chapter.sink.report('directive-fence-stray', originOf(node));
  else if (line.startsWith(':::'))
    chapter.sink.report('directive-malformed', originOf(node), { line: line.slice(0, 40) });
  else checkNearName(/^::([a-z]+)/i.exec(line)?.[1], leafDirectives, '::', node, chapter);
}

/** `:acent[…]`: an inline name followed by a label is no everyday punctuation. */
export function checkNearInline(value: string, node: Nodes, chapter: Chapter): void {
  if (!value.includes('[')) return;
  for (const [, name] of value.matchAll(/(?:^|[^:]):([a-z]{3,20})\[/gi)) {
    checkNearName(name, textDirectives, ':', node, chapter);
  }
}

function checkNearName(
  name: string | undefined,
  known: ReadonlySet<string>,
  fence: string,
  node: Nodes,
  chapter: Chapter,
): void {
  if (name === undefined || known.has(name)) return;
  const meant = nearest(name, known);
  if (meant !== null) reportUnknown(fence + name, meant, fence, node, chapter);
}

function reportUnknown(
  written: string,
  meant: string | null,
  fence: string,
  node: Nodes,
  chapter: Chapter,
): void {
  const origin = originOf(node);
  if (meant !== null) chapter.sink.report('directive-misspelt', origin, { written, meant: fence + meant });
  else
    chapter.sink.report('directive-unknown', origin, { written, known: [...containerDirectives].join(' ') });
}
