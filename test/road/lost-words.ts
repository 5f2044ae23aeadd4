import type { Nodes, Root } from 'mdast';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { Laid } from '../../src/page/page.ts';
import { isDrawn } from '../../src/resolve/rules/read-chart.ts';
import { isFurniture } from './check-pages.ts';

/** Words of the parsed text that do not stand on the pages as often as in the source, each with both counts. */
export function lostWords(root: Root, laid: Laid): readonly string[] {
  const source = wordsOf(textsOf(root).join('\n'));
  const lines = laid.pages.flatMap(({ drawItems }) =>
    drawItems.flatMap((drawItem) =>
      drawItem.kind === 'line' && !isFurniture(drawItem) ? [textOfLine(drawItem.line)] : [],
    ),
  );
  const printed = countWords(wordsOf(lines.join('\n')));
  // A word that is broken over lines, or has a note's number behind it, is still there.
  const stream = strip(lines.join(''));
  const sourceStream = strip(source.join(''));
  const lost: string[] = [];
  for (const [word, count] of countWords(source)) {
    if ((printed.get(word) ?? 0) >= count) continue;
    const [have, need] = [occurrences(stream, word), Math.min(count, occurrences(sourceStream, word))];
    if (have < need) lost.push(`${word} ${have}/${need}`);
  }
  return lost;
}

/** What is printed of a node; alternative text is heard and not printed. */
function textsOf(node: Nodes): readonly string[] {
  if (node.type === 'yaml' || node.type === 'html') return [];
  // It says what the place is called that it leads to.
  if (node.data?.refersTo !== undefined) return [' '];
  // A note's number stands between what is before and after it.
  if (node.type === 'footnoteReference') return [' '];
  if (node.type === 'image') return [];
  // drawn, and in words for who hears it
  if (node.type === 'math' || node.type === 'inlineMath') return [' '];
  if ('value' in node) return [node.value];
  if (!('children' in node)) return [];
  if (node.type === 'containerDirective' && node.name === 'chart')
    return textsOfChart(isDrawn(node) ? node.children.filter(({ type }) => type !== 'table') : node.children);
  // Three dots part hemistichs.
  if (node.type === 'containerDirective' && node.name === 'verse')
    return node.children.flatMap(textsOf).map((text) => text.replaceAll(' ... ', ' '));
  const [only] = node.children;
  // The title of an image is the caption of a figure; in a line it is for the mouse.
  if (node.children.length === 1 && only?.type === 'image') return only.title ? [only.title] : [];
  const parts = node.children.flatMap(textsOf);
  // Parts of a paragraph may be one word in two styles; those of anything else are apart.
  return isLine(node) ? [parts.join('')] : parts;
}

/** The names of a chart's columns are said by its title and its unit; what is drawn is heard, and stands in no line. */
function textsOfChart(children: readonly Nodes[]): readonly string[] {
  return children.flatMap((child) =>
    child.type === 'table' ? child.children.slice(1).flatMap(textsOf) : textsOf(child),
  );
}

function isLine(node: Nodes): boolean {
  return [
    'paragraph',
    'heading',
    'tableCell',
    'strong',
    'emphasis',
    'delete',
    'link',
    'textDirective',
  ].includes(node.type);
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .map(strip)
    .filter((word) => word !== '');
}

/** Without what has no ink, digits as European ones: a theme may print them in others. */
function strip(text: string): string {
  return text
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function occurrences(text: string, word: string): number {
  return text.split(word).length - 1;
}
