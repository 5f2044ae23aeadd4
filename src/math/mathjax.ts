import { loadPeer } from '../base/load-peer.ts';
import { FormulaFault, TIE } from './formula.ts';

/** What is used of MathJax 4 (`@mathjax/src`), whose own types need the whole of its source. */

export interface LiteElement {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly LiteNode[];
}

interface LiteText {
  readonly kind: string;
  readonly value: string;
}

type LiteNode = LiteElement | LiteText;

interface MathItem {
  readonly start: { node: unknown };
  setMetrics(em: number, ex: number, containerWidth: number, scale: number): void;
  convert(document: MathDocument, end: number): void;
  /** Of MathML. */
  readonly root: unknown;
  readonly typesetRoot: LiteElement;
}

interface MathDocument {
  readonly options: { readonly MathItem: new (tex: string, input: unknown, display: boolean) => MathItem };
  readonly document: unknown;
}

/** A formula as MathJax has set it. */
interface Made {
  /** SVG in an element of its own. */
  readonly drawn: LiteElement;
  /** Printed. */
  readonly mathml: string;
}

/** @throws FormulaFault */
export type SetTex = (tex: string, display: boolean) => Promise<Made>;

const HOME = '@mathjax/src/js';

/** Package → its module. What people write who write for journals; nothing that leads elsewhere, styles or fetches. */
const PACKAGES: Readonly<Record<string, string>> = {
  base: 'base/Base',
  ams: 'ams/Ams',
  boldsymbol: 'boldsymbol/Boldsymbol',
  braket: 'braket/Braket',
  cancel: 'cancel/Cancel',
  cases: 'cases/Cases',
  color: 'color/Color',
  mathtools: 'mathtools/Mathtools',
  newcommand: 'newcommand/Newcommand',
  textcomp: 'textcomp/Textcomp',
  units: 'units/Units',
};

/** State of a formula in MathJax (`STATE` of its core/MathItem). */
const TYPESET = 150;

/** Of the text around: so that words in it are as large as that is, thousand units to an em (x-height of New Computer Modern: .442). */
const EM = 1000;
const EX = 442;
/** What stretches to the measure has one, in em: a drawing is made before that is known. */
const MEASURE = 40;

/**
 * For one document, whose formulas may name what later ones use; null where `@mathjax/src` is not installed.
 *
 * @param widthOf words of letters that MathJax has no glyphs for, in em
 */
export async function openMathJax(widthOf: (text: string) => number): Promise<SetTex | null> {
  const core = await loadPeer<{ mathjax: MathJaxCore }>('@mathjax/src/js/mathjax.js');
  if (core === null) return null;
  const load = <T>(path: string) => loadPeer<T>(`${HOME}/${path}.js`) as Promise<T>;
  const { TeX } = await load<{ TeX: Constructor }>('input/tex');
  const { SVG } = await load<{ SVG: Constructor }>('output/svg');
  const { liteAdaptor } = await load<{ liteAdaptor(): LiteAdaptor }>('adaptors/liteAdaptor');
  const { HTMLHandler } = await load<{ HTMLHandler: Constructor }>('handlers/html/HTMLHandler');
  const visitors = await load<{ SerializedMmlVisitor: new () => MmlVisitor }>(
    'core/MmlTree/SerializedMmlVisitor',
  );
  // glyphs of rarer characters are read when they are asked for
  await load('util/asyncLoad/esm');
  for (const path of Object.values(PACKAGES)) await load(`input/tex/${path}Configuration`);
  const adaptor = liteAdaptor();
  adaptor.nodeSize = (node) => [widthOf(adaptor.textContent(node).replaceAll(TIE, ' ')), 1];
  const input = new TeX({ packages: Object.keys(PACKAGES), formatError: refuse, maxMacros: 1000 });
  const output = new SVG({ fontCache: 'none', linebreaks: { inline: false } });
  const handler = new HTMLHandler(adaptor) as { create(text: string, options: object): MathDocument };
  const document = handler.create('', { InputJax: input, OutputJax: output });
  const visitor = new visitors.SerializedMmlVisitor();
  const set = (tex: string, display: boolean): Made => {
    const item = new document.options.MathItem(tex, input, display);
    item.start.node = adaptor.body(document.document);
    item.setMetrics(EM, EX, MEASURE * EM, 1);
    item.convert(document, TYPESET);
    return { drawn: item.typesetRoot, mathml: visitor.visitTree(item.root) };
  };
  return (tex, display) => core.mathjax.handleRetriesFor(() => set(tex, display));
}

interface MathJaxCore {
  handleRetriesFor<T>(run: () => T): Promise<T>;
}

interface LiteAdaptor {
  nodeSize: (node: unknown) => readonly [width: number, height: number];
  textContent(node: unknown): string;
  body(document: unknown): unknown;
}

type Constructor = new (options: object) => unknown;

interface MmlVisitor {
  visitTree(root: unknown): string;
}

function refuse(_: unknown, { id, message }: { readonly id: string; readonly message: string }): never {
  throw new FormulaFault(id, message);
}
