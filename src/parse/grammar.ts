import type { Nodes, Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { type Reading, relaxEmphasis, relaxStrikethrough } from './syntax/arabic-emphasis.ts';
import { arabicLists, arabicListTree } from './syntax/arabic-lists.ts';
import { relaxContainer } from './syntax/container-headers.ts';
import { leafDirectives, textDirectives } from './syntax/directive-names.ts';
import { formulas, formulaTree } from './syntax/formulas.ts';
import { literalSpans } from './syntax/literal-spans.ts';

/** Labels defined anywhere in a source, for pieces of it that are parsed apart; identifiers as micromark folds them. */
interface Labels {
  readonly links: readonly string[];
  readonly notes: readonly string[];
}

interface Grammar {
  parse(text: string): Root;
  /** Container directives whose closing fence has been seen. */
  readonly closed: { has(node: Nodes): boolean };
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
  const closed = new WeakSet<Nodes>();
  const reading: Reading = { text: '' };
  const open = (mail: boolean) =>
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkFrontmatter, ['yaml'])
      .use(remarkDirective)
      .use(adaptExtensions, { closed, labels, reading, mail })
      .freeze();
  const opened = new Map<boolean, ReturnType<typeof open>>();
  const parse = (text: string) => {
    // micromark skips a byte order mark without counting it.
    reading.text = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const mail = text.includes('@');
    const processor = opened.get(mail) ?? open(mail);
    opened.set(mail, processor);
    return processor.parse(text);
  };
  return { parse, closed };
}

interface Adaptation {
  readonly closed: WeakSet<Nodes>;
  readonly labels: Labels | null;
  readonly reading: Reading;
  /** Whether the texts have addresses of mail. */
  readonly mail: boolean;
}

/** A plugin: changes what the plugins before it have registered. */
function adaptExtensions(this: Processor, { closed, labels, reading, mail }: Adaptation): void {
  const data = this.data();
  const syntax = (data.micromarkExtensions ?? []).map((extension) => {
    const adapted = relaxStrikethrough(peekTables(keepKnownDirectives(extension, reading), reading), reading);
    return mail ? adapted : withoutMailLinks(adapted);
  });
  syntax.push(relaxEmphasis(reading), arabicLists(reading), formulas(reading), literalSpans(reading));
  if (labels) syntax.push(seedLabels(labels));
  data.micromarkExtensions = syntax;
  const tree = (data.fromMarkdownExtensions ?? []).flat().map(withoutTransforms);
  data.fromMarkdownExtensions = [...tree, noteClosingFences(closed), arabicListTree(), formulaTree()];
}

/**
 * Drops the second pass over all text that looks for links the tokenizer has missed (after an unmatched
 * bracket): it costs 0.15 s in a 1,000-page book and recurses as deep as the tree.
 */
function withoutTransforms(extension: TreeExtension): TreeExtension {
  return extension.transforms ? { ...extension, transforms: [] } : extension;
}

/** A container's second fence is its closer; without one it was closed by the end of its parent. */
function noteClosingFences(closed: WeakSet<Nodes>): TreeExtension {
  const opened = new WeakSet<Nodes>();
  return {
    exit: {
      directiveContainerSequence() {
        const container = this.stack.at(-1) as Nodes;
        if (opened.has(container)) closed.add(container);
        opened.add(container);
      },
    },
  };
}

const COLON = 58;
const OPEN_BRACKET = 91;

/**
 * The rest of a line and a next one that could be the delimiter row of a table: after what blockquotes and
 * lists begin it with, only hyphens, colons and pipes.
 */
const BEFORE_DELIMITERS = /[^\r\n]*(?:\r\n?|\n)[\t >]*[-:|][\t :|-]*(?![^\r\n])/y;

/**
 * Any line may be the head of a table, which the line after it decides: remark-gfm reads a whole paragraph
 * as cells before it gives up, which is a fifth of the time of parsing. Here the next line is looked at first.
 */
function peekTables(extension: Extension, reading: Reading): Extension {
  const constructs = [extension.flow?.[ANY_CODE] ?? []].flat();
  const table = constructs.find(({ name }) => name === 'table');
  if (!table) return extension;
  const peeking: Construct = {
    ...table,
    tokenize(effects, ok, nok) {
      BEFORE_DELIMITERS.lastIndex = this.now().offset;
      const mayBegin = isInTable(this) || BEFORE_DELIMITERS.test(reading.text);
      return mayBegin ? table.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
  const others = constructs.map((construct) => (construct === table ? peeking : construct));
  return { ...extension, flow: { ...extension.flow, [ANY_CODE]: others } };
}

/** Where an extension has the constructs that may begin with any character. */
const ANY_CODE = 'null';

const TABLE_ROWS: ReadonlySet<string> = new Set(['tableHead', 'tableRow']);

/** Whether the line before was a row of a table: this one may be the next. */
function isInTable({ events }: TokenizeContext): boolean {
  const last = events.findLast(([, { type }]) => type !== 'lineEnding' && type !== 'linePrefix');
  return last !== undefined && TABLE_ROWS.has(last[1].type);
}

/**
 * Where there is no `@`, bare addresses of mail need not be looked for at every Latin letter, digit and full
 * stop: that is a tenth of the time of parsing Arabic.
 */
function withoutMailLinks(extension: Extension): Extension {
  if (!extension.text) return extension;
  const text: Record<string, Construct[]> = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    const others = [constructs ?? []].flat().filter(({ name }) => name !== 'emailAutolink');
    if (others.length > 0) text[code] = others;
  }
  return { ...extension, text };
}

/** Narrows remark-directive's inline and leaf constructs to known names; other colons stay text. */
function keepKnownDirectives(extension: Extension, reading: Reading): Extension {
  const inline = extension.text?.[COLON];
  const flow = extension.flow?.[COLON];
  if (!Array.isArray(flow) || !inline || Array.isArray(inline)) return extension;
  const [container, leaf] = flow;
  if (!container || !leaf) return extension;
  return {
    text: {
      [COLON]: narrow(
        inline,
        peekName(1, textDirectives, (code) => code === OPEN_BRACKET),
      ),
    },
    flow: {
      [COLON]: [
        relaxContainer(container, reading),
        narrow(
          leaf,
          peekName(2, leafDirectives, () => true),
        ),
      ],
    },
  };
}

function narrow(construct: Construct, peek: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(peek, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Looks ahead over `colons` colons and a name in `names` that is followed by what `mayFollow` accepts. */
function peekName(colons: number, names: ReadonlySet<string>, mayFollow: (code: Code) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let seen = 0;
      let name = '';
      const peek: State = (code) => {
        if (code === null || code < 0) return finish(code);
        if (code === COLON && name === '' && seen < colons) seen++;
        else if (isNameCharacter(code) && seen === colons) name += String.fromCharCode(code);
        else return finish(code);
        effects.consume(code);
        return peek;
      };
      const finish: State = (code) => {
        effects.exit('data');
        return names.has(name) && mayFollow(code) ? ok(code) : nok(code);
      };
      return (code) => {
        effects.enter('data');
        return peek(code);
      };
    },
  };
}

/** Known names are a to z; anything else ends a name. */
function isNameCharacter(code: number): boolean {
  return code >= 97 && code <= 122;
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
