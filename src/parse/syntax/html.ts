import type { Break, Html, Nodes, Paragraph, PhrasingContent, Text } from 'mdast';
import { type Chapter, originOf, type Replacement } from '../chapter.ts';

/** What is left of raw HTML: its text, and where its elements broke lines or blocks. */
type HtmlPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'block' };

/** Elements whose content is not text. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
]);

const BLOCK =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;

/** A row of HTML cells becomes one line of text. */
const CELL = /^t[dh]$/;

/** Raw HTML between blocks: its text as paragraphs. */
export function resolveBlockHtml(node: Html, chapter: Chapter): Replacement {
  tally(node, chapter);
  const paragraphs: Paragraph[] = [];
  let inline: PhrasingContent[] = [];
  const endParagraph = () => {
    while (inline.at(-1)?.type === 'break') inline.pop();
    const last = inline.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    const { data, position } = node;
    if (inline.length > 0)
      paragraphs.push({ type: 'paragraph', children: inline, data, position } as Paragraph);
    inline = [];
  };
  for (const part of readParts(node.value)) {
    if (part.kind === 'block') endParagraph();
    else if (part.kind === 'line' && inline.length > 0) inline.push(lineBreak(node));
    else if (part.kind === 'text') pushText(part.text, inline, node);
  }
  endParagraph();
  return paragraphs;
}

/** One tag or comment within a paragraph; the text between tags is not part of it. */
export function resolveInlineHtml(node: Html, chapter: Chapter): Replacement {
  tally(node, chapter);
  const inline: Nodes[] = [];
  for (const part of readParts(node.value)) {
    if (part.kind === 'line') inline.push(lineBreak(node));
    else if (part.kind === 'text') inline.push(text(part.text, node));
  }
  return inline;
}

/** After the walk: one word on all raw HTML of a file. */
export function reportHtml({ html, sink }: Chapter): void {
  if (html.count > 0) sink.report('html-dropped', html.first, { count: html.count });
}

/** A comment was never meant to be printed. */
const COMMENT = /^\s*<!--[\s\S]*?-->\s*$/;

function tally(node: Html, { html }: Chapter): void {
  if (COMMENT.test(node.value)) return;
  html.count++;
  html.first ??= originOf(node);
}

function pushText(value: string, inline: PhrasingContent[], node: Html): void {
  const collapsed = value.replace(/[\t\n\r ]+/g, ' ');
  const last = inline.at(-1);
  if (last?.type === 'text') last.value = `${last.value}${collapsed}`.replaceAll('  ', ' ');
  else if (collapsed.trim() !== '') inline.push(text(collapsed.trimStart(), node));
}

/** No position: the text is not its source verbatim. */
function text(value: string, node: Html): Text {
  return { type: 'text', value, data: { origin: originOf(node) } };
}

function lineBreak(node: Html): Break {
  return { type: 'break', data: { origin: originOf(node) } };
}

/** One pass from `<` to `<`: whatever is not a tag, comment or declaration is text. */
function* readParts(html: string): Generator<HtmlPart> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at)
      yield { kind: 'text', text: decodeEntities(html.slice(at, open < 0 ? html.length : open)) };
    if (open < 0) return;
    const end = endOfMarkup(html, open);
    if (end === null) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const markup = html.slice(open, end);
    yield* readTag(markup);
    at = skipSilent(html, markup, end);
  }
}

/** Index after the tag, comment or declaration that opens at `open`; null when none does. */
function endOfMarkup(html: string, open: number): number | null {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4) ?? html.length;
  if (html.startsWith('<![CDATA[', open)) return after(html, ']]>', open) ?? html.length;
  if (!/[a-z/!?]/i.test(html[open + 1] ?? '')) return null;
  let quote = '';
  for (let index = open + 1; index < html.length; index++) {
    const unit = html[index]!;
    if (quote !== '') quote = unit === quote ? '' : quote;
    else if (unit === '>') return index + 1;
    else if (unit === '"' || unit === "'") quote = unit;
  }
  // An unfinished tag runs to the end: reading on would try the same rest again for every `<` in it.
  return html.length;
}

function* readTag(markup: string): Generator<HtmlPart> {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(markup)?.[1]?.toLowerCase();
  if (name === undefined) return;
  if (name === 'br') yield { kind: 'line' };
  else if (name === 'img') {
    const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(markup);
    const words = alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '';
    if (words !== '') yield { kind: 'text', text: decodeEntities(words) };
  } else if (CELL.test(name)) yield { kind: 'text', text: ' ' };
  else if (BLOCK.test(name)) yield { kind: 'block' };
}

/** Past the content of `<script>` and its like, where `markup` opens one; its closing tag is read next. */
function skipSilent(html: string, markup: string, end: number): number {
  const name = /^<([a-z]+)/i.exec(markup)?.[1]?.toLowerCase();
  if (name === undefined || !SILENT.has(name) || markup.endsWith('/>')) return end;
  const closer = new RegExp(`</${name}`, 'gi');
  closer.lastIndex = end;
  return closer.exec(html)?.index ?? html.length;
}

function after(text: string, mark: string, from: number): number | null {
  const found = text.indexOf(mark, from);
  return found < 0 ? null : found + mark.length;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
  nbsp: '\u00A0',
  zwnj: '\u200C',
  zwj: '\u200D',
  rlm: '\u200F',
  lrm: '\u200E',
  laquo: '«',
  raquo: '»',
};

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,5}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
