import type { Nodes } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import type { Alignment } from '../manuscript.ts';
import type { HtmlElement, HtmlPart } from './read-html.ts';

/** Takes what is to be said; it is said in the order of the source. */
export type Reporter = Pick<Sink, 'report'>;

/** What is known where an element is turned into nodes. */
export interface HtmlScope {
  readonly sink: Reporter;
  readonly align: Alignment | null;
  readonly dir: 'ltr' | 'rtl' | null;
  /** Ids met and not yet given to a block. */
  readonly ids: string[];
}

/** How an element sets what is in it, over what stands around it. */
export function enterElement(element: HtmlElement, scope: HtmlScope): HtmlScope {
  const { align, dir, id, name } = element.attributes;
  const style = readStyle(element.attributes['style'] ?? '');
  if (id) scope.ids.push(id);
  else if (name && element.name === 'a') scope.ids.push(name);
  return {
    ...scope,
    align:
      readAlign(style.get('text-align') ?? align) ?? (element.name === 'center' ? 'center' : scope.align),
    dir: readDir(style.get('direction') ?? dir) ?? scope.dir,
  };
}

export function readAlign(written: string | undefined): Alignment | null {
  switch (written?.trim().toLowerCase()) {
    case 'left':
    case 'right':
    case 'center':
    case 'justify':
    case 'start':
    case 'end':
      return written.trim().toLowerCase() as Alignment;
    case 'middle':
      return 'center';
    default:
      return null;
  }
}

export function readDir(written: string | undefined): 'ltr' | 'rtl' | null {
  const dir = written?.trim().toLowerCase();
  return dir === 'ltr' || dir === 'rtl' ? dir : null;
}

/** The declarations of a `style` attribute. */
export function readStyle(style: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!important/i, '');
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase());
  }
  return declarations;
}

/** Gives a block the ids that stood before it, and what the elements around it say of its lines. */
export function placeBlock<N extends Nodes>(node: N, { ids, align, dir }: HtmlScope): N {
  const isText = node.type === 'paragraph' || node.type === 'heading';
  if (ids.length > 0)
    node.data = { ...node.data, anchors: [...(node.data?.anchors ?? []), ...ids.splice(0)] };
  if (isText && align !== null) node.data = { ...node.data, align: node.data?.align ?? align };
  if (isText && dir !== null) node.data = { ...node.data, dir: node.data?.dir ?? dir };
  return node;
}

/** What the parts say, as a reader would hear it, without markup. */
export function textOfParts(parts: readonly HtmlPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.value;
      return part.kind === 'element' ? textOfParts(part.children) : textOfNode(part.node);
    })
    .join('');
}

function textOfNode(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOfNode).join('') : '';
}
