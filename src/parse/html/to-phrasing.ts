import type { Image, Link, Nodes, PhrasingContent, Text } from 'mdast';
import { readPictureAttributes } from '../syntax/picture-attributes.ts';
import { makeScript } from '../syntax/scripts.ts';
import { kindOf } from './elements.ts';
import { isPhrasing } from './is-phrasing.ts';
import { makeDirective } from './make-directive.ts';
import type { HtmlElement, HtmlPart } from './read-html.ts';
import { enterElement, type HtmlScope, readDir, readStyle } from './scope.ts';
import { readStrange } from './strange-elements.ts';

/** The parts of a line as nodes of Markdown. Blocks among them stand on lines of their own. */
export function toPhrasing(parts: readonly HtmlPart[], scope: HtmlScope): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (const part of parts) {
    if (part.kind === 'node') {
      if (isPhrasing(part.node)) nodes.push(part.node);
    } else if (part.kind === 'text') {
      nodes.push({
        type: 'text',
        value: part.value.replace(/[\t\n\f\r ]+/g, ' '),
        data: { origin: part.origin },
      });
    } else if (kindOf(part) === 'block' && part.name !== 'hr') {
      addBlock(part, nodes, scope);
    } else {
      for (const node of elementToPhrasing(part, scope)) nodes.push(node);
    }
  }
  return nodes;
}

/** On lines of its own, which it shares with no empty one. */
function addBlock(element: HtmlElement, nodes: PhrasingContent[], scope: HtmlScope): void {
  const breakLine = () => {
    if (nodes.at(-1)?.type !== 'break') nodes.push(makeBreak(element));
  };
  breakLine();
  if (element.name === 'li') nodes.push(makeText('• ', element));
  for (const node of toPhrasing(element.children, enterElement(element, scope))) nodes.push(node);
  breakLine();
}

function elementToPhrasing(element: HtmlElement, outer: HtmlScope): readonly PhrasingContent[] {
  const kind = kindOf(element);
  if (kind === 'silent' || kind === 'unshown' || kind === 'unknown') {
    const { before, children } = readStrange(element, outer);
    return [...before, ...toPhrasing(children, outer)];
  }
  const scope = enterElement(element, outer);
  if (element.name === 'br' || element.name === 'hr') return [makeBreak(element)];
  return wrapPhrasing(element, toPhrasing(element.children, scope));
}

/** A line, or a part of it, in an element. */
export function wrapPhrasing(element: HtmlElement, children: PhrasingContent[]): PhrasingContent[] {
  return (WRAPS[element.name] ?? wrapInSpan)(element, children);
}

type Wrap = (element: HtmlElement, children: PhrasingContent[]) => PhrasingContent[];

const strong: Wrap = (element, children) => [{ type: 'strong', children, data: { origin: element.origin } }];
const emphasis: Wrap = (element, children) => [
  { type: 'emphasis', children, data: { origin: element.origin } },
];
const deleted: Wrap = (element, children) => [{ type: 'delete', children, data: { origin: element.origin } }];
const code: Wrap = (_, children) => children.map(asCode);
const directive =
  (name: string): Wrap =>
  (element, children) => [makeDirective(name, {}, element, children)];

const WRAPS: Readonly<Record<string, Wrap>> = {
  a: wrapInLink,
  b: strong,
  strong,
  i: emphasis,
  em: emphasis,
  cite: emphasis,
  dfn: emphasis,
  var: emphasis,
  s: deleted,
  strike: deleted,
  del: deleted,
  u: directive('underline'),
  ins: directive('underline'),
  mark: directive('mark'),
  sub: (element, children) => makeScript('sub', children, element.origin),
  sup: (element, children) => makeScript('sup', children, element.origin),
  kbd: code,
  code,
  samp: code,
  tt: code,
  img: (element) => makeImage(element),
  picture: (element, children) =>
    children.some(isImage) ? children.filter(isImage) : makeSourceImage(element),
  q: (element, children) => [makeText('«', element), ...children, makeText('»', element)],
  rt: (element, children) => [makeText(' (', element), ...children, makeText(')', element)],
  rp: () => [],
  wbr: (element) => [makeText('\u200B', element)],
  input: (element) => readInput(element),
};

function isImage(node: Nodes): boolean {
  return node.type === 'image';
}

function wrapInLink(element: HtmlElement, children: PhrasingContent[]): PhrasingContent[] {
  const url = element.attributes['href']?.trim();
  if (!url || children.length === 0) return children;
  const title = element.attributes['title'] ?? null;
  return [{ type: 'link', url, title, children, data: { origin: element.origin } } as Link];
}

/** Only language and direction are more than looks. */
function wrapInSpan(element: HtmlElement, children: PhrasingContent[]): PhrasingContent[] {
  const { lang } = element.attributes;
  const style = readStyle(element.attributes['style'] ?? '');
  const dir = readDir(style.get('direction') ?? element.attributes['dir']);
  const attributes = { ...(lang ? { lang } : {}), ...(dir === null ? {} : { dir }) };
  const isolated = element.name === 'bdi' || element.name === 'bdo';
  if (children.length === 0 || (Object.keys(attributes).length === 0 && !isolated)) return children;
  return [makeDirective('span', attributes, element, children)];
}

function makeImage({ attributes, origin }: HtmlElement): PhrasingContent[] {
  const url = attributes['src']?.trim() ?? '';
  const alt = attributes['alt'] ?? '';
  if (url === '') return alt === '' ? [] : [{ type: 'text', value: alt, data: { origin } }];
  const style = readStyle(attributes['style'] ?? '');
  // `float` of a style names an edge, and nothing that an attribute `float` may
  const edge = style.get('float');
  const sized = [...style].filter(([name]) => name === 'width' || name === 'height');
  const said = new Map([
    ...Object.entries(attributes),
    ...sized,
    ...(edge ? [['align', edge] as const] : []),
  ]);
  const data = { origin, ...readPictureAttributes(said) };
  return [{ type: 'image', url, title: attributes['title'] ?? null, alt, data } as Image];
}

/** A picture without an `img`: the first of its sources. */
function makeSourceImage(element: HtmlElement): PhrasingContent[] {
  const source = element.children.find((child) => child.kind === 'element' && child.name === 'source');
  const url = source?.kind === 'element' ? source.attributes['srcset']?.trim().split(/[\s,]/)[0] : undefined;
  return url ? [{ type: 'image', url, title: null, alt: '', data: { origin: element.origin } } as Image] : [];
}

function readInput(element: HtmlElement): PhrasingContent[] {
  const { type, value } = element.attributes;
  if (type === 'checkbox' || type === 'radio')
    return [makeText('checked' in element.attributes ? '✓ ' : '◌ ', element)];
  return type === 'hidden' || !value ? [] : [makeText(value, element)];
}

/** Links and emphasis around and inside code stay; its text is code. */
function asCode(node: PhrasingContent): PhrasingContent {
  if (node.type === 'text') {
    const { value, data } = node;
    return value.trim() === ''
      ? node
      : { type: 'inlineCode', value, ...(data ? { data: { origin: data.origin! } } : {}) };
  }
  if ('children' in node) node.children = node.children.map(asCode) as typeof node.children;
  return node;
}

function makeText(value: string, { origin }: Pick<HtmlElement, 'origin'>): Text {
  return { type: 'text', value, data: { origin } };
}

function makeBreak({ origin }: HtmlElement): PhrasingContent {
  return { type: 'break', data: { origin } };
}
