import { compile } from 'css-select';
import { parse, type Selector } from 'css-what';
import { elementsOf, isElement, type SvgElement, type SvgNode, textOf } from './svg-tree.ts';

/** What a rule or an attribute says of an element, by property. */
export type Declarations = readonly {
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
}[];

interface Rule {
  readonly matches: (element: SvgElement) => boolean;
  readonly specificity: number;
  readonly declarations: Declarations;
}

/** The style sheets of a file. Of a sheet its plain rules hold: no `@import`, no `@font-face`, no rules for other media. */
export class StyleSheet {
  readonly #rules: readonly Rule[];
  /** Selectors that are not understood, and what begins with `@`. */
  readonly skipped: readonly string[];

  constructor(root: SvgElement) {
    const skipped: string[] = [];
    const rules = sheetsOf(root).flatMap((sheet) => readRules(sheet, skipped));
    // the later of two of the same weight holds (CSS Cascading 4, 6.4.4)
    this.#rules = rules.toSorted((one, other) => one.specificity - other.specificity);
    this.skipped = skipped;
  }

  /** From the weakest to the strongest. */
  match(element: SvgElement): Declarations {
    return this.#rules.flatMap(({ matches, declarations }) => (matches(element) ? declarations : []));
  }
}

function sheetsOf(element: SvgElement): readonly string[] {
  if (element.name === 'style') return [textOf(element)];
  return elementsOf(element).flatMap(sheetsOf);
}

function readRules(sheet: string, skipped: string[]): readonly Rule[] {
  const rules: Rule[] = [];
  const plain = sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, ' ');
  let at = 0;
  while (at < plain.length) {
    const open = plain.indexOf('{', at);
    if (open === -1) break;
    // statements such as @import end before the rule
    const prelude = plain.slice(at, open);
    const statements = prelude.split(';');
    const selector = statements.pop()!.trim();
    skipped.push(...statements.map((statement) => statement.trim()).filter(isMissed));
    const close = endOfBlock(plain, open);
    at = close + 1;
    if (selector.startsWith('@')) skipped.push(...[selector].filter(isMissed));
    else rules.push(...makeRules(selector, readDeclarations(plain.slice(open + 1, close)), skipped));
  }
  return rules;
}

/** Paper does not move, and faces are those of the document: of other rules that begin with `@` one may miss something. */
const isMissed = (text: string) =>
  text.startsWith('@') && !/^@(?:-[a-z]+-)?(?:keyframes|font-face|charset|namespace)\b/.test(text);

/** Where the block that `{` at `open` begins ends; the end of the sheet where it does not. */
function endOfBlock(sheet: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sheet.length; at++) {
    if (sheet[at] === '{') depth++;
    else if (sheet[at] === '}' && --depth === 0) return at;
  }
  return sheet.length;
}

/** One of each selector of a list, which may differ in weight. */
function makeRules(written: string, declarations: Declarations, skipped: string[]): readonly Rule[] {
  try {
    return parse(written).map((selector) => ({
      matches: compile<SvgNode, SvgElement>([selector], OPTIONS),
      specificity: weigh(selector),
      declarations,
    }));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    skipped.push(written);
    return [];
  }
}

/** Selectors 4, 17: ids, then classes, attributes and pseudo-classes, then names. */
function weigh(selector: readonly Selector[]): number {
  let weight = 0;
  for (const part of selector) {
    if (part.type === 'attribute') weight += part.name === 'id' && part.action === 'equals' ? 1e6 : 1e3;
    else if (part.type === 'pseudo') weight += part.name === 'where' ? 0 : 1e3;
    else if (part.type === 'tag' || part.type === 'pseudo-element') weight += 1;
  }
  return weight;
}

/** Those of a block, or of an attribute `style`. A `;` within brackets or quotes parts nothing. */
export function readDeclarations(block: string): Declarations {
  return (block.match(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^()]*\)|["'(])+/g) ?? []).flatMap((written) => {
    const colon = written.indexOf(':');
    if (colon === -1) return [];
    const name = written.slice(0, colon).trim().toLowerCase();
    const value = written.slice(colon + 1).trim();
    const important = /!\s*important$/i.test(value);
    return [{ name, value: important ? value.replace(/\s*!\s*important$/i, '') : value, important }];
  });
}

const OPTIONS = {
  xmlMode: true,
  cacheResults: false,
  adapter: {
    isTag: isElement,
    getAttributeValue: ({ attributes }: SvgElement, name: string) => attributes[name],
    getChildren: (node: SvgNode) => (isElement(node) ? node.children : []),
    getName: ({ name }: SvgElement) => name,
    getParent: ({ parent }: SvgElement) => parent,
    getSiblings: (node: SvgNode) => (isElement(node) ? (node.parent?.children ?? [node]) : [node]),
    getText: textOf,
    hasAttrib: ({ attributes }: SvgElement, name: string) => name in attributes,
    removeSubsets: (nodes: SvgNode[]) => nodes,
  },
};
