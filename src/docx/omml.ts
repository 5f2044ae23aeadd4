import { element, type XmlElement, type XmlNode } from '../base/xml.ts';

/**
 * MathML as Office has it (ECMA-376 part 1, 22.1): what Word sets and lets its readers edit. Elements that it has nothing
 * for give way to what they hold.
 */
export function ommlOf(mathml: XmlElement): XmlElement {
  return math('oMath', row(mathml.children));
}

const math = (name: string, children: readonly XmlNode[] = [], value: string | null = null): XmlElement =>
  element(`m:${name}`, value === null ? {} : { 'm:val': value }, children);

/** The children of an `e`, a `num`, a `sub`, …: operators with what follows them, runs, structures. */
function row(nodes: readonly XmlNode[]): readonly XmlElement[] {
  const made: XmlElement[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    const nary = naryOf(node);
    if (nary === null) {
      made.push(...convert(node));
      continue;
    }
    // what a sum is of stands in it
    made.push(nary(row(nodes.slice(at + 1))));
    return made;
  }
  return made;
}

const within = (node: XmlNode | undefined) => row(node === undefined ? [] : rowOf(node));

function rowOf(node: XmlNode): readonly XmlNode[] {
  const isGroup = typeof node !== 'string' && GROUPS.has(node.name) && fenced(node) === null;
  return isGroup ? node.children : [node];
}

const GROUPS: ReadonlySet<string> = new Set(['mrow', 'mstyle', 'mpadded', 'math', 'merror', 'semantics']);

function convert(node: XmlNode): readonly XmlElement[] {
  if (typeof node === 'string') return node === '' ? [] : [run(node, false)];
  const rule = RULES[node.name];
  if (rule) return rule(node);
  return row(node.children);
}

type Rule = (node: XmlElement) => readonly XmlElement[];

const RULES: Readonly<Record<string, Rule>> = {
  mrow: (node) => [fenced(node)].flatMap((made) => made ?? row(node.children)),
  mi: (node) => [
    run(textOf(node), [...textOf(node)].length > 1 || node.attributes['mathvariant'] === 'normal'),
  ],
  mn: (node) => [run(textOf(node), false)],
  mo: (node) => (INVISIBLE.test(textOf(node)) ? [] : [run(textOf(node), false)]),
  mtext: (node) => [run(textOf(node), true)],
  mspace: () => [run(' ', true)],
  mphantom: () => [],
  mfrac: ({ children: [above, below], attributes }) => {
    const bare = /^0/.test(attributes['linethickness'] ?? '1');
    const type = bare ? [math('fPr', [math('type', [], 'noBar')])] : [];
    return [math('f', [...type, math('num', within(above)), math('den', within(below))])];
  },
  msqrt: ({ children }) => [
    math('rad', [math('radPr', [math('degHide', [], '1')]), math('deg'), math('e', row(children))]),
  ],
  mroot: ({ children: [inside, degree] }) => [
    math('rad', [math('deg', within(degree)), math('e', within(inside))]),
  ],
  msup: ({ children: [base, above] }) => [
    math('sSup', [math('e', within(base)), math('sup', within(above))]),
  ],
  msub: ({ children: [base, below] }) => [
    math('sSub', [math('e', within(base)), math('sub', within(below))]),
  ],
  msubsup: ({ children: [base, below, above] }) => [
    math('sSubSup', [math('e', within(base)), math('sub', within(below)), math('sup', within(above))]),
  ],
  menclose: ({ children, attributes }) => [enclose(attributes['notation'] ?? '', row(children))],
  munder: ({ children: [base, below] }) => [limit('limLow', base, below)],
  mover: ({ children: [base, above] }) => {
    const sign = textOf(above);
    const accent = ACCENTS[sign];
    if (accent === undefined) return [limit('limUpp', base, above)];
    return [math('acc', [math('accPr', [math('chr', [], accent)]), math('e', within(base))])];
  },
  munderover: ({ children: [base, below, above] }) => [
    math('limUpp', [math('e', [limit('limLow', base, below)]), math('lim', within(above))]),
  ],
  mtable: ({ children, attributes }) => [
    // lines of a derivation; where they align is said by signs that other programs than Word print
    ...(/^right left/.test(attributes['columnalign'] ?? '')
      ? [
          math(
            'eqArr',
            children.flatMap((tr) => (typeof tr === 'string' ? [] : [math('e', alignedRow(tr))])),
          ),
        ]
      : [matrixOf(children)]),
  ],
};

function alignedRow({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((cell) => within(group(cell)));
}

/** A frame, or lines through what is struck out, without one (22.1.2.11). */
function enclose(notation: string, children: readonly XmlElement[]): XmlElement {
  const edges = notation.includes('box') ? [] : ['hideTop', 'hideBot', 'hideLeft', 'hideRight'];
  const strikes = STRIKES.filter(([name]) => notation.includes(name)).map(([, strike]) => strike);
  const properties = [...edges, ...strikes].map((name) => math(name, [], '1'));
  return math('borderBox', [math('borderBoxPr', properties), math('e', children)]);
}

/** As MathML and Office call lines through a formula, in the order of the schema. */
const STRIKES = [
  ['horizontalstrike', 'strikeH'],
  ['verticalstrike', 'strikeV'],
  ['updiagonalstrike', 'strikeBLTR'],
  ['downdiagonalstrike', 'strikeTLBR'],
] as const;

function matrixOf(rows: readonly XmlNode[]): XmlElement {
  const cellsOf = (row: XmlNode) => (typeof row === 'string' ? [] : row.children);
  const cells = (row: XmlNode) => cellsOf(row).map((cell) => math('e', within(group(cell))));
  return math(
    'm',
    rows.map((row) => math('mr', cells(row))),
  );
}

const FENCES = /^(?:[()[\]{}|‖⌈⌉⌊⌋⟨⟩]|)$/;

/** Brackets that are as high as what they hold, of which one may be missing; null of any other row. */
function fenced({ children }: XmlElement): XmlElement | null {
  const [first, last] = [children[0], children.at(-1)];
  if (children.length < 3 || !isFence(first) || !isFence(last)) return null;
  const properties = [math('begChr', [], textOf(first)), math('endChr', [], textOf(last))];
  return math('d', [math('dPr', properties), math('e', row(children.slice(1, -1)))]);
}

const isFence = (node: XmlNode | undefined): boolean =>
  typeof node === 'object' &&
  node.name === 'mo' &&
  node.attributes['stretchy'] !== 'false' &&
  FENCES.test(textOf(node));

/** Function application, invisible times, separator and plus. */
const INVISIBLE = /^[\u2061-\u2064]?$/;

/** Signs over letters as combining marks. */
const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0305',
  '‾': '\u0305',
  '―': '\u0305',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20D7',
  '⃗': '\u20D7',
};

const limit = (name: 'limLow' | 'limUpp', base: XmlNode | undefined, other: XmlNode | undefined) =>
  math(name, [math('e', within(base)), math('lim', within(other))]);

const group = (cell: XmlNode): XmlNode =>
  typeof cell === 'string' ? cell : element('mrow', {}, cell.children);

/** Sums, products, integrals with their limits. */
const LARGE = /^[∏∐∑∫-∳⋀-⋃⨀-⨆]$/;

function naryOf(node: XmlNode): ((body: readonly XmlElement[]) => XmlElement) | null {
  if (typeof node === 'string') return null;
  const [base, one, other] = node.children;
  const limits: Readonly<Record<string, readonly [XmlNode | undefined, XmlNode | undefined]>> = {
    mo: [undefined, undefined],
    munder: [one, undefined],
    msub: [one, undefined],
    mover: [undefined, one],
    msup: [undefined, one],
    munderover: [one, other],
    msubsup: [one, other],
  };
  const found = limits[node.name];
  const sign = textOf(node.name === 'mo' ? node : base);
  if (found === undefined || !LARGE.test(sign)) return null;
  const [below, above] = found;
  const properties = [
    math('chr', [], sign),
    math('limLoc', [], node.name.startsWith('mu') || node.name === 'mover' ? 'undOvr' : 'subSup'),
    ...(below === undefined ? [math('subHide', [], '1')] : []),
    ...(above === undefined ? [math('supHide', [], '1')] : []),
  ];
  return (body) =>
    math('nary', [
      math('naryPr', properties),
      math('sub', within(below)),
      math('sup', within(above)),
      math('e', body),
    ]);
}

function textOf(node: XmlNode | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? '';
  return node.children.map(textOf).join('');
}

/** @param upright as words and names of functions stand */
function run(text: string, upright: boolean): XmlElement {
  const style = upright ? [math('rPr', [math('sty', [], 'p')])] : [];
  const face = element('w:rPr', {}, [
    element('w:rFonts', { 'w:ascii': 'Cambria Math', 'w:hAnsi': 'Cambria Math' }),
  ]);
  return math('r', [...style, face, element('m:t', { 'xml:space': 'preserve' }, [text])]);
}
