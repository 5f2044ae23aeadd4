import type { Image, Nodes, Parents, Text } from 'mdast';
import { nearest } from '../../base/nearest.ts';
import type { Chapter } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { sliceText } from '../slice-text.ts';
import { PICTURE_ATTRIBUTES, readPictureAttributes } from './picture-attributes.ts';

/** `{#id .class - key=value}`, as Pandoc, kramdown (`{: …}`) and VitePress write it. */
export interface Attributes {
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly unnumbered: boolean;
  readonly values: ReadonlyMap<string, string>;
}

const TOKEN =
  /\s*(?:#(?<id>[^\s{}#]+)|\.(?<name>[^\s{}.=]+)|(?<dash>-)(?=\s|$)|(?<key>[a-z][\w:-]*)=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'{}=]+)))(?=\s|$)/iy;

/** What stands between the braces; null where it is not attributes, the whole of it. */
export function readAttributes(written: string): Attributes | null {
  const text = written.replace(/^:/, '').trimEnd();
  const values = new Map<string, string>();
  const ids: string[] = [];
  const classes: string[] = [];
  let dash = false;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) return null;
    const { id, name, key } = groups;
    if (id !== undefined) ids.push(id);
    else if (name !== undefined) classes.push(name);
    else if (key === undefined) dash = true;
    else values.set(key.toLowerCase(), groups['double'] ?? groups['single'] ?? groups['bare'] ?? '');
  }
  if (ids.length + classes.length + values.size === 0 && !dash) return null;
  return { ids, classes, unnumbered: dash || classes.includes('unnumbered'), values };
}

/** Attributes of the web that a page has no use for, and loses nothing with. */
const OF_THE_WEB: ReadonlySet<string> = new Set(['target', 'rel', 'loading', 'decoding', 'class', 'id']);

/** Says which attributes have no effect, once a name. */
export function reportUnused(
  written: Iterable<string>,
  known: readonly string[],
  node: Nodes,
  chapter: Chapter,
): void {
  for (const name of written) {
    if (known.includes(name) || OF_THE_WEB.has(name)) continue;
    const meant = nearest(name, known);
    const rule = meant === null ? 'attribute-unknown' : 'attribute-misspelt';
    chapter.sink.report(rule, originOf(node), { name, meant: meant ?? '' });
  }
}

/** Attributes in braces at the beginning of a text, and how much of it they are; null where there are none. */
export function attributesAt(
  text: string,
): { readonly attributes: Attributes; readonly length: number } | null {
  const found = /^\{([^{}\n]{1,500})\}/.exec(text);
  const attributes = found && readAttributes(found[1]!);
  return attributes && { attributes, length: found![0].length };
}

/** Braces that begin with an id and hold something else that is none: an id of two words. */
export function reportMalformed(text: string, node: Nodes, chapter: Chapter): void {
  const written = /^\{[^{}\n]{0,80}\}?/.exec(text)?.[0] ?? text.slice(0, 80);
  chapter.sink.report('attributes-malformed', originOf(node), { written });
}

/** `![…](…){width=50%}`, `[…](…){#id}`: attributes right after a picture or a link. */
export function applyAttributes(parent: Parents, chapter: Chapter): void {
  if (!parent.children.some((child) => child.type === 'text' && child.value[0] === '{')) return;
  for (const [index, node] of parent.children.entries()) {
    const next = parent.children[index + 1];
    if (next?.type !== 'text' || next.value[0] !== '{' || (node.type !== 'image' && node.type !== 'link'))
      continue;
    const found = attributesAt(next.value);
    if (found === null) {
      // what begins as attributes of other tools do is told of as such
      if (/^\{#(?![a-z])/i.test(next.value)) reportMalformed(next.value, next, chapter);
      continue;
    }
    const { ids, classes, values } = found.attributes;
    if (node.type === 'image') takeAttributes(node, values, next, chapter);
    const known = node.type === 'image' ? PICTURE_ATTRIBUTES : [];
    // the ids of a picture have been made places that links lead to
    const unused = node.data?.anchors === undefined ? ids : [];
    const names = [...classes.map((name) => `.${name}`), ...unused.map((id) => `#${id}`)];
    reportUnused([...values.keys(), ...names], known, next, chapter);
    parent.children[index + 1] = sliceText(next satisfies Text, found.length);
  }
  const isSomething = (node: Nodes) => node.type !== 'text' || node.value !== '';
  parent.children = parent.children.filter(isSomething) as typeof parent.children;
}

function takeAttributes(
  image: Image,
  values: ReadonlyMap<string, string>,
  braces: Text,
  { sink }: Chapter,
): void {
  const read = readPictureAttributes(values);
  const written = values.get('align');
  if (written !== undefined && read.align === undefined)
    sink.report('image-align', originOf(braces), { written });
  image.data = { ...image.data, ...read };
}
