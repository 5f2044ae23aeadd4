import type { Code, Image, Nodes, Parents, Root } from 'mdast';
import { formatOrigin } from '../../base/origin.ts';
import type { Chapter } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { type Attributes, attributesAt, readAttributes, reportMalformed } from './attributes.ts';
import { readLineInfo } from './code-info.ts';
import type { UniqueIds } from './heading-ids.ts';

/**
 * Gives the ids of other places than headings the same uniqueness: those of HTML, of directives, of pictures
 * (`![…](…){#id}`) and of code (its info string). The first of a name is what is meant.
 */
export function assignAnchors(chapter: Chapter, taken: UniqueIds): void {
  const owners = new Map<string, Nodes>();
  const assign = (node: Nodes, index: number, parent: Parents | null): void => {
    const own = ownIds(node, index, parent, chapter);
    if (node.data?.anchors !== undefined || own.length > 0) {
      const ids = [...new Set([...(node.data?.anchors ?? []), ...own])];
      const written = ids.filter((id) => !chapter.anchors.has(id));
      for (const id of own) if (!written.includes(id)) reportTaken(id, node, owners, chapter);
      const unique = written.map((id) => taken.take(id));
      for (const [at, id] of written.entries()) {
        chapter.anchors.set(id, unique[at]!);
        owners.set(id, node);
      }
      node.data = { ...node.data, anchors: unique };
    }
    if ('children' in node) for (const [at, child] of node.children.entries()) assign(child, at, node);
  };
  assign(chapter.root satisfies Root, 0, null);
}

/** The ids that an author has given to what has no other place for one. */
function ownIds(node: Nodes, index: number, parent: Parents | null, chapter: Chapter): readonly string[] {
  switch (node.type) {
    case 'containerDirective': {
      const id = node.attributes?.['id'];
      return id ? [id] : [];
    }
    case 'image':
      return parent?.type === 'paragraph' ? idsAfter(node, index, parent) : [];
    case 'code':
      return readInfo(node, chapter);
    // Nothing else has ids of its own.
    default:
      return [];
  }
}

function idsAfter(_: Image, index: number, { children }: Parents): readonly string[] {
  const next = children[index + 1];
  return (next?.type === 'text' && attributesAt(next.value)?.attributes.ids) || [];
}

/** A second place of a name cannot be led to. */
function reportTaken(id: string, node: Nodes, owners: ReadonlyMap<string, Nodes>, chapter: Chapter): void {
  const unique = chapter.anchors.get(id);
  const first = owners.get(id) ?? chapter.headings.find(({ data }) => data?.id === unique);
  const at = first === undefined ? chapter.file : formatOrigin(originOf(first));
  chapter.sink.report('id-duplicate', originOf(node), { id, first: at });
}

const TITLE = /(?:^|\s)(?:title|caption)=(?:"([^"]*)"|'([^']*)')/;

/** ```` ```js title="…" {#id} ````, and as Pandoc writes it ```` ```{#id .js caption="…"} ````. @returns its ids */
function readInfo(node: Code, chapter: Chapter): readonly string[] {
  const written = [node.lang, node.meta].filter((part) => part).join(' ');
  const { lines, rest: info } = readLineInfo(written);
  if (lines !== null) node.lang = /^\s*([^\s{]+)/.exec(info)?.[1] ?? null;
  const braces = /\{[^{}]{1,500}\}/.exec(info)?.[0] ?? '';
  const attributes = braces === '' ? null : readAttributes(braces.slice(1, -1));
  if (attributes === null && braces.startsWith('{#')) reportMalformed(braces, node, chapter);
  if (attributes !== null && info.startsWith('{')) nameLanguage(node, attributes);
  const alone = /^\{([\w+#-]+)\}/.exec(info)?.[1];
  if (alone !== undefined) node.lang = alone;
  const plain = TITLE.exec(info.replace(braces, ' '));
  const { values } = attributes ?? { values: new Map<string, string>() };
  const title = values.get('title') ?? values.get('caption') ?? plain?.[1] ?? plain?.[2] ?? '';
  const float = values.get('float');
  node.data = {
    ...node.data,
    ...(title === '' ? {} : { title }),
    ...(float === undefined ? {} : { float }),
    ...(lines === null ? {} : { lines }),
  };
  return attributes?.ids ?? [];
}

/** Pandoc has the language among the classes. */
function nameLanguage(node: Code, { classes }: Attributes): void {
  node.lang = classes[0] ?? null;
}
