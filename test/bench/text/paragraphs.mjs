import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * What a reader should find of a Markdown document, in stretches of a paragraph, heading or cell, in NFC, with single
 * spaces: a page may end in a paragraph, and the number of a note, which is not in the source, may stand there.
 */
export function paragraphsOf(markdown) {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkFrontmatter);
  const paragraphs = [];
  collect(parser.parse(markdown), paragraphs);
  return paragraphs
    .flatMap((text) => text.split(NOTE))
    .map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .flatMap(cut)
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
}

/** Words. What a page's end falls into is found in two parts, and the shorter counts as lost. */
const STRETCH = 8;

function cut(text) {
  const words = text.split(' ');
  return Array.from({ length: Math.ceil(words.length / STRETCH) }, (_, at) =>
    words.slice(at * STRETCH, (at + 1) * STRETCH).join(' '),
  );
}

const NOTE = '\u2042';
const LEAVES = ['paragraph', 'heading', 'tableCell'];

function collect(node, paragraphs) {
  if (LEAVES.includes(node.type)) paragraphs.push(textOf(node));
  else for (const child of node.children ?? []) collect(child, paragraphs);
}

function textOf(node) {
  if (node.type === 'footnoteReference') return NOTE;
  // ISO 9001:2015 and 10:30 are directives to the parser alone.
  const before = node.type === 'textDirective' && node.children.length === 0 ? `:${node.name}` : '';
  return node.value ?? before + (node.children ?? []).map(textOf).join('');
}
