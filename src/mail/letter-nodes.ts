import type { Nodes } from 'mdast';
import { escapeXml } from '../base/escape-xml.ts';
import { SCRIPT_SIGNS } from '../parse/syntax/scripts.ts';

/**
 * How a node of the letter is written, as HTML and as plain text. Mail programs read no style sheets and
 * few styles, so that HTML is what they all know, and text is what somebody would type. Inner parts are
 * written already.
 */
export interface LetterNode<N> {
  html(node: N, inner: string): string;
  text(node: N, inner: string): string;
}

interface Valued {
  readonly value: string;
}

const rule = <N>(html: LetterNode<N>['html'], text: LetterNode<N>['text']): LetterNode<N> => ({ html, text });
const same = (_: unknown, inner: string) => inner;
const nothing = () => '';
const wrap = (tag: string, style = '') => {
  const open = style === '' ? `<${tag}>` : `<${tag} style="${style}">`;
  return (_: unknown, inner: string) => `${open}${inner}</${tag}>`;
};
const block = (_: unknown, inner: string) => `${inner.trim()}\n\n`;

const through = rule<unknown>(same, same);
const absent = rule<unknown>(nothing, nothing);

interface Directive {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | null | undefined>> | null;
}

const DIRECTIVE_TAGS: Readonly<Record<string, string>> = {
  mark: 'mark',
  sub: 'sub',
  sup: 'sup',
  underline: 'u',
};

/** Every kind of node that parsing and templates yield. */
export const letterNodes: Readonly<Record<Nodes['type'], LetterNode<never>>> = {
  root: through,
  text: rule(
    (node: Valued) => escapeXml(node.value),
    (node) => node.value,
  ),
  emphasis: rule(wrap('em'), same),
  strong: rule(wrap('strong'), same),
  delete: rule(wrap('del'), same),
  inlineCode: rule(
    (node: Valued) => `<code dir="ltr">${escapeXml(node.value)}</code>`,
    (node) => node.value,
  ),
  break: rule(
    () => '<br>',
    () => '\n',
  ),
  // The parser has let no scheme through but http, https, mailto and tel; `#…` leads nowhere in a letter.
  link: rule(
    (node: { url: string; title?: string | null }, inner) => {
      const title = node.title ? ` title="${escapeXml(node.title)}"` : '';
      return node.url.startsWith('#') ? inner : `<a href="${escapeXml(node.url)}"${title}>${inner}</a>`;
    },
    (node, inner) => (node.url.startsWith('#') || node.url === inner ? inner : `${inner} (${node.url})`),
  ),
  image: rule(
    (node: { alt?: string | null }) => escapeXml(node.alt ?? ''),
    (node) => node.alt ?? '',
  ),
  textDirective: rule(
    (node: Directive, inner) => {
      const lang = node.attributes?.['lang'];
      const tag = DIRECTIVE_TAGS[node.name];
      if (tag !== undefined) return `<${tag}>${inner}</${tag}>`;
      return lang ? `<span lang="${escapeXml(lang)}">${inner}</span>` : inner;
    },
    (node: Directive, inner) => `${SCRIPT_SIGNS[node.name] ?? ''}${inner}`,
  ),

  paragraph: rule(wrap('p', 'margin:0 0 12px'), block),
  heading: rule(
    (node: { depth: number }, inner) => `<h${node.depth} style="margin:18px 0 8px">${inner}</h${node.depth}>`,
    block,
  ),
  blockquote: rule(wrap('blockquote', 'margin:0 16px 12px'), block),
  list: rule(
    (node: { ordered?: boolean | null; start?: number | null }, inner) => {
      const start = (node.start ?? 1) === 1 ? '' : ` start="${node.start}"`;
      const tag = node.ordered ? 'ol' : 'ul';
      return `<${tag}${start} style="margin:0 0 12px">${inner}</${tag}>`;
    },
    (node, inner) => {
      let number = node.start ?? 1;
      const items = node.ordered ? inner.replace(/^• /gm, () => `${number++}. `) : inner;
      return `${items}\n`;
    },
  ),
  listItem: rule(
    // A paragraph alone in its item needs no space around it.
    (node: { children: readonly unknown[] }, inner) =>
      `<li>${node.children.length === 1 ? inner.replace(/^<p [^>]*>|<\/p>$/g, '') : inner}</li>`,
    (_, inner) => `• ${inner.trim().replace(/\n+/g, '\n  ')}\n`,
  ),
  code: rule(
    (node: Valued) => `<pre dir="ltr">${escapeXml(node.value)}</pre>`,
    (node) => `${node.value}\n\n`,
  ),
  table: rule(
    (_, inner) => `<table border="1" cellpadding="6" style="border-collapse:collapse">${inner}</table>`,
    (_, inner) => `${inner}\n`,
  ),
  tableRow: rule(wrap('tr'), (_, inner) => `${inner.replace(/ \| $/, '')}\n`),
  tableCell: rule(wrap('td'), (_, inner) => `${inner} | `),
  thematicBreak: rule(
    () => '<hr>',
    () => '* * *\n\n',
  ),
  containerDirective: rule(wrap('div'), same),
  leafDirective: absent,

  // Of pages and notes a letter has none.
  field: absent,
  footnoteReference: absent,
  footnoteDefinition: absent,
  definition: absent,
  imageReference: absent,
  linkReference: through,
  html: absent,
  yaml: absent,
};
