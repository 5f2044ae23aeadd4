import type {
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Parents,
  PhrasingContent,
  Text,
} from 'mdast';
import type { Chapter } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { isEscaped, sliceText } from '../slice-text.ts';

/** `[text][label]` → a link; literal text where the label has no definition after all. */
export function resolveLinkReference(node: LinkReference, chapter: Chapter): Nodes[] {
  const definition = chapter.definitions.get(node.identifier);
  if (!definition) return [quote('[', node), ...node.children, quote(`]${writeLabel(node)}`, node)];
  const { children, data, position } = node;
  const link = {
    type: 'link',
    url: definition.url,
    title: definition.title ?? null,
    children,
    data,
    position,
  };
  return [link as Link];
}

/** `![alt][label]` → an image. */
export function resolveImageReference(node: ImageReference, chapter: Chapter): Nodes[] {
  const definition = chapter.definitions.get(node.identifier);
  const alt = node.alt ?? '';
  if (!definition) return [quote(`![${alt}]${writeLabel(node)}`, node)];
  const { data, position } = node;
  const image = { type: 'image', url: definition.url, title: definition.title ?? null, alt, data, position };
  return [image as Image];
}

/** `[text][label]`, not `[1][2]` and not `list[0][1]`. */
const REFERENCE = /(?<![\w\]\\])\[[^\][\n]{1,300}\]\[([^\][\n^]{1,100})\]/g;

/** References that nothing defines are text to the parser; within a link none can be. */
export function checkUndefinedReferences(parent: Parents, chapter: Chapter): void {
  if (parent.type === 'link') return;
  for (const node of parent.children)
    if (node.type === 'text' && !node.data?.literal && node.value.includes('][')) checkText(node, chapter);
}

function checkText(node: Text, chapter: Chapter): void {
  for (const { 0: all, 1: label, index } of node.value.matchAll(REFERENCE)) {
    if (/^[[\]\d]+$/.test(all) || isEscaped(node, index, chapter.text)) continue;
    chapter.sink.report('reference-undefined', originOf(sliceText(node, index, index + 1)), {
      label: label!,
    });
  }
}

function writeLabel(node: LinkReference | ImageReference): string {
  if (node.referenceType === 'shortcut') return '';
  return node.referenceType === 'collapsed' ? '[]' : `[${node.label ?? node.identifier}]`;
}

/** Text that stands for part of a node's source; without a position, for it is not the whole of it. */
function quote(value: string, node: Nodes): PhrasingContent {
  return { type: 'text', value, data: { origin: originOf(node) } } satisfies Text;
}
