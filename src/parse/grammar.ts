import type { Nodes, Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Extension, State, TokenizeContext } from 'micromark-util-types';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Reading, relaxEmphasis } from './syntax/arabic-emphasis.ts';
import { arabicLists, arabicListTree } from './syntax/arabic-lists.ts';
import { changeSyntax, withoutTransforms } from './syntax/changed-constructs.ts';
import { formulas, formulaTree } from './syntax/formulas.ts';
import { literalSpans } from './syntax/literal-spans.ts';
import { limitParagraphs, mayReachLimits } from './syntax/paragraph-limits.ts';

/** Labels defined anywhere in a source, for pieces of it that are parsed apart; identifiers as micromark folds them. */
export interface Labels {
  readonly links: readonly string[];
  readonly notes: readonly string[];
}

export interface Grammar {
  /**
   * A container directive whose closing fence has been seen is `isClosed` in its data.
   * @throws ParagraphLimit
   */
  parse(text: string): Root;
}

/**
 * The one grammar of sources and templates: CommonMark, GFM, YAML front matter, known directives; emphasis
 * and list markers also as Arabic writes them.
 * `labels` null: the text is whole and brings its own definitions.
 */
export function openGrammar(labels: Labels | null): Grammar {
  if (labels !== null) return makeGrammar(labels);
  whole ??= makeGrammar(null);
  return whole;
}

/** To put it together takes as long as to read a page with it. */
let whole: Grammar | null = null;

function makeGrammar(labels: Labels | null): Grammar {
  const reading: Reading = { text: '' };
  const open = (variant: Variant) =>
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkFrontmatter, ['yaml'])
      .use(remarkDirective)
      .use(adaptExtensions, { labels, reading, ...variant })
      .freeze();
  const opened = new Map<string, ReturnType<typeof open>>();
  const parse = (text: string) => {
    // micromark skips a byte order mark without counting it.
    reading.text = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const variant = { mail: text.includes('@'), limited: mayReachLimits(text) };
    const name = `${variant.mail} ${variant.limited}`;
    const processor = opened.get(name) ?? open(variant);
    opened.set(name, processor);
    return processor.parse(text);
  };
  return { parse };
}

/** What only some texts need. */
interface Variant {
  /** Whether they have addresses of mail. */
  readonly mail: boolean;
  /** Whether they have paragraphs that may be too much for the parser. */
  readonly limited: boolean;
}

interface Adaptation extends Variant {
  readonly labels: Labels | null;
  readonly reading: Reading;
}

/** A plugin: changes what the plugins before it have registered. */
function adaptExtensions(this: Processor, { labels, reading, mail, limited }: Adaptation): void {
  const data = this.data();
  const syntax = (data.micromarkExtensions ?? []).map((extension) => changeSyntax(extension, reading, mail));
  syntax.push(relaxEmphasis(reading), arabicLists(reading), formulas(reading), literalSpans(reading));
  if (labels) syntax.push(seedLabels(labels));
  if (limited) syntax.push(limitParagraphs(reading));
  data.micromarkExtensions = syntax;
  const tree = (data.fromMarkdownExtensions ?? []).flat().map(withoutTransforms);
  data.fromMarkdownExtensions = [...tree, noteClosingFences(), arabicListTree(), formulaTree()];
}

/** A container's second fence is its closer; without one it was closed by the end of its parent. */
function noteClosingFences(): TreeExtension {
  const opened = new WeakSet<Nodes>();
  return {
    exit: {
      directiveContainerSequence() {
        const container = this.stack.at(-1) as Nodes;
        if (opened.has(container)) container.data = { ...container.data, isClosed: true };
        opened.add(container);
      },
    },
  };
}

/**
 * Tells the parser of a piece which labels the rest of the source defines. It rides on `#` because
 * every piece holds a heading, and text is only tokenized after all headings have been seen.
 */
function seedLabels(labels: Labels): Extension {
  function tokenize(this: TokenizeContext, _: unknown, __: State, nok: State): State {
    const { parser } = this;
    parser.gfmFootnotes ??= [];
    if (parser.defined.length < labels.links.length) addLabels(labels.links, parser.defined);
    if (parser.gfmFootnotes.length < labels.notes.length) addLabels(labels.notes, parser.gfmFootnotes);
    return nok;
  }
  return { flow: { 35: { name: 'labels', tokenize } } };
}

/** One by one: a book may have more labels than a call may have arguments. */
function addLabels(from: readonly string[], to: string[]): void {
  for (const label of from) to.push(label);
}

/** Every `[label]:` of a source; more than are definitions, which the resolver sorts out. */
export function collectLabels(text: string): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const [, caret, label] of text.matchAll(/\[(\^?)((?:[^\][\\]|\\.)+)\]:/gs)) {
    (caret ? notes : links).add(foldLabel(label!));
  }
  return { links: [...links], notes: [...notes] };
}

/** CommonMark's "normalized label", in the two steps micromark takes. */
function foldLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
