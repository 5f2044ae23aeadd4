import { nameToEmoji } from 'gemoji';
import type { Delete, Parents, PhrasingContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { isOfArabicScript } from '../../base/arabic.ts';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { isEscaped, type MarkedPart, sliceText } from '../slice-text.ts';
import { findAddresses } from './bare-addresses.ts';
import { makeScript } from './scripts.ts';

/** Marks within a line that neither CommonMark nor GFM has: `==marked==`, `x^2^`, `H~2~O`, `:smile:`. */

/** Gives the children of a node their marks; nothing is done where there are none. */
export function markPhrases(parent: Parents, chapter: Chapter, isLinked: boolean): void {
  const children = parent.children as PhrasingContent[];
  if (!children.some((child) => child.type === 'text' && MAY_HOLD.test(child.value))) return;
  const texts = children.flatMap((child, index) =>
    child.type === 'text' ? splitText(child, { before: children[index - 1], isLinked }, chapter) : [child],
  );
  parent.children = markBetween(texts, chapter) as typeof parent.children;
}

const MAY_HOLD = /==|\^[^\s^]+\^|:[a-z0-9+-]|\$|\{[{%/]|\\\(|@|https?:\/\/|www\./i;

/** Where a text stands. */
interface Surroundings {
  readonly before: PhrasingContent | undefined;
  /** Whether in the words of a link. */
  readonly isLinked: boolean;
}

/** Literal, raised and emoji parts and addresses as nodes of their own; of two that overlap the kind that comes first here. */
function splitText(node: Text, place: Surroundings, chapter: Chapter): PhrasingContent[] {
  if (node.data?.literal) return [node];
  const found: MarkedPart[] = [];
  for (const find of [findLiterals, findRaised, findEmoji, findBareAddresses])
    for (const part of find(node, place, chapter))
      if (!found.some(({ start, end }) => part.start < end && part.end > start)) found.push(part);
  if (found.length === 0) return [node];
  found.sort((a, b) => a.start - b.start);
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { start, end, made } of found) {
    if (start > at) nodes.push(sliceText(node, at, start));
    nodes.push(...made);
    at = end;
  }
  if (at < node.value.length) nodes.push(sliceText(node, at));
  return nodes;
}

const LITERAL =
  /\{\{[^{}]{1,500}\}\}|\{%[^{}\n]{1,500}%\}|\{\/\*[^{}]{0,500}\*\/\}|\$\$[^$]{1,500}\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]{0,300}?[^\s$\\]\$(?![\d$])|\\\([^\n]{1,300}?\\\)/g;

/** What is printed as typed reads from the left as it was typed, or its signs would change sides. */
function findLiterals(node: Text): readonly MarkedPart[] {
  return Array.from(node.value.matchAll(LITERAL), ({ 0: all, index }) => {
    const end = index + all.length;
    const inner = sliceText(node, index, end);
    inner.data = { ...inner.data, literal: true };
    return { start: index, end, made: [isOfArabicScript(all) ? inner : spanLtr(inner)] };
  });
}

function spanLtr(inner: Text): TextDirective {
  const attributes = { dir: 'ltr' };
  return {
    type: 'textDirective',
    name: 'span',
    attributes,
    children: [inner],
    data: { origin: originOf(inner) },
  };
}

/** Short and without spaces: `^_^` is none. Nor is what a number follows, or a word where it holds a sign: `2^10+3^5`. */
const RAISED =
  /\^(?![\p{L}\p{M}\p{N})]+[+\-−=/*,.٫٬(][^^]*\^[\p{L}(])([\p{L}\p{M}\p{N}+\-−=()./,٫٬*]{1,12})\^(?!\p{N})/gu;

/** After a letter, a number or a bracket, or what is marked as a whole (`*x*^2^`): `[^1]` is none. */
function findRaised(node: Text, { before }: Surroundings, chapter: Chapter): readonly MarkedPart[] {
  return [...node.value.matchAll(RAISED)].flatMap(({ 0: all, index }) => {
    const hangs =
      index > 0 ? WORD.test(node.value[index - 1]!) : before !== undefined && 'children' in before;
    if (!hangs || isEscaped(node, index, chapter.text)) return [];
    const end = index + all.length;
    const inner = sliceText(node, index + 1, end - 1);
    return [{ start: index, end, made: makeScript('sup', [inner], originOf(inner)) }];
  });
}

/** Not within a word of Latin letters: `std:string:x`. */
const EMOJI = /(?<![a-z0-9_/])(?::([a-z0-9_+-]{1,40}):)(?![a-z0-9])/gi;

function findEmoji(node: Text, _place: unknown, chapter: Chapter): readonly MarkedPart[] {
  return [...node.value.matchAll(EMOJI)].flatMap(({ 0: all, 1: name, index }) => {
    const emoji = nameToEmoji[name!.toLowerCase()];
    if (typeof emoji !== 'string' || isEscaped(node, index, chapter.text)) return [];
    const { origin } = sliceText(node, index, index + 1).data!;
    const made: Text[] = [{ type: 'text', value: emoji, data: { origin: origin! } }];
    return [{ start: index, end: index + all.length, made }];
  });
}

function findBareAddresses(node: Text, { isLinked }: Surroundings): readonly MarkedPart[] {
  return isLinked ? [] : findAddresses(node);
}

interface Delimiter {
  readonly node: number;
  readonly index: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Neither `x==y` nor `a == b` is marked: outside no Latin letter or digit, inside no space. */
function findDelimiters(nodes: readonly PhrasingContent[], chapter: Chapter): readonly Delimiter[] {
  return nodes.flatMap((node, at) => {
    if (node.type !== 'text' || node.data?.literal || !node.value.includes('==')) return [];
    return [...node.value.matchAll(/(?<!=)==(?!=)/g)].flatMap(({ index }): Delimiter[] => {
      if (isEscaped(node, index, chapter.text)) return [];
      const before = node.value[index - 1] ?? (at > 0 ? '.' : ' ');
      const after = node.value[index + 2] ?? (at < nodes.length - 1 ? '.' : ' ');
      const opens = !/\s/.test(after) && !/[a-z0-9_)\]]/i.test(before);
      const closes = !/\s/.test(before) && !/[a-z0-9_]/i.test(after);
      return opens || closes ? [{ node: at, index, opens, closes }] : [];
    });
  });
}

function markBetween(nodes: PhrasingContent[], chapter: Chapter): PhrasingContent[] {
  const delimiters = findDelimiters(nodes, chapter);
  const marked: PhrasingContent[] = [];
  let at = { node: 0, index: 0 };
  for (let open = 0; open < delimiters.length; open++) {
    const close = delimiters.findIndex(({ closes }, other) => other > open && closes);
    const [from, to] = [delimiters[open]!, delimiters[close]];
    if (!from.opens || to === undefined || (to.node === from.node && to.index === from.index + 2)) continue;
    marked.push(...sliceNodes(nodes, at, from));
    const children = sliceNodes(nodes, { ...from, index: from.index + 2 }, to);
    const { origin } = sliceText(nodes[from.node] as Text, from.index, from.index + 2).data!;
    marked.push({
      type: 'textDirective',
      name: 'mark',
      attributes: {},
      children,
      data: { origin: origin! },
    } as TextDirective);
    at = { node: to.node, index: to.index + 2 };
    open = close;
  }
  return at.node === 0 && at.index === 0 ? nodes : [...marked, ...sliceNodes(nodes, at, null)];
}

interface Place {
  readonly node: number;
  readonly index: number;
}

/** What stands from one place in a line to another; null is its end. */
function sliceNodes(nodes: readonly PhrasingContent[], from: Place, to: Place | null): PhrasingContent[] {
  return nodes.flatMap((node, at): PhrasingContent[] => {
    if (at < from.node || (to !== null && at > to.node)) return [];
    const [start, end] = [
      at === from.node ? from.index : 0,
      to !== null && at === to.node ? to.index : undefined,
    ];
    if (node.type !== 'text') return to !== null && at === to.node ? [] : [node];
    const cut = start === 0 && end === undefined ? node : sliceText(node, start, end ?? node.value.length);
    return cut.value === '' ? [] : [cut];
  });
}

/** Numbers, Latin letters and signs, and no more of them than an index has. */
const LOWERED = /^[\p{Script=Latin}\p{N}+\-−=().,]{1,12}$/u;

const WORD = /[\p{L}\p{M}\p{N})\]]/u;

/**
 * What stands between single tildes is lowered where it is an index that hangs at a word (`H~2~O`), and
 * struck through, as on GitHub, where it ends with its word. Between two words or numbers tildes are
 * tildes: `٣~٥ و٦~٨` and `3~5~7` are ranges.
 */
export function resolveTildes(node: Delete, { text }: Chapter): Replacement {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined || text[start + 1] === '~') return null;
  const before = WORD.test(text[start - 1] ?? '');
  const after = WORD.test(text[end] ?? '');
  const isRange = /\p{N}/u.test(text[start - 1] ?? '') && /\p{N}/u.test(text[start + 1] ?? '');
  const [only, more] = node.children;
  const isIndex = only?.type === 'text' && more === undefined && LOWERED.test(only.value);
  if (before && isIndex && !(isRange && after)) return makeScript('sub', [only], originOf(node));
  if (!after && !isRange) return null;
  const tilde = (): Text => ({ type: 'text', value: '~', data: { origin: originOf(node) } });
  return [tilde(), ...node.children, tilde()];
}
