import type { XmlElement, XmlNode } from '../base/xml.ts';
import { FORMULA_WORDS, type FormulaWords } from './formula-words.ts';

/**
 * A formula in words, for who hears it; '' in a language without words for it.
 *
 * @param lang BCP 47
 */
export function sayFormula(mathml: XmlElement, lang: string): string {
  const words = FORMULA_WORDS[lang.split('-')[0]?.toLowerCase() ?? ''];
  return words === undefined ? '' : say(mathml, words).replace(/\s+/g, ' ').trim();
}

function say(node: XmlNode, words: FormulaWords): string {
  if (typeof node === 'string') return words.signs[node] ?? (INVISIBLE.test(node) ? '' : node);
  const rule = RULES[node.name];
  if (rule !== undefined) return rule(node, words);
  return node.children.map((child) => say(child, words)).join(' ');
}

/** Signs that only say how neighbours belong together (function application, invisible times, separator, plus). */
const INVISIBLE = /^[\u2061-\u2064]$/;

type Rule = (node: XmlElement, words: FormulaWords) => string;

const RULES: Readonly<Record<string, Rule>> = {
  mfrac: ({ children: [above, below] }, words) =>
    fill(isSign(above) && isSign(below) ? words.over : words.fraction, words, above, below),
  msqrt: ({ children }, words) => fill(words.root, words, group(children)),
  mroot: ({ children: [inside, degree] }, words) => fill(words.rootOf, words, degree, inside),
  msup: ({ children: [base, above] }, words) => fill(powerOf(above, words), words, base, above),
  msub: ({ children: [base, below] }, words) =>
    fill(isLarge(base) ? words.from : words.index, words, base, below),
  msubsup: ({ children: [base, below, above] }, words) => {
    if (isLarge(base)) return fill(words.fromTo, words, base, below, above);
    const indexed = fill(words.index, words, base, below);
    return fill(powerOf(above, words), words, indexed, above);
  },
  munder: ({ children: [base, below] }, words) =>
    fill(isLarge(base) ? words.from : words.below, words, base, below),
  mover: ({ children: [base, above] }, words) => {
    const sign = textOf(above);
    return fill(
      words.accents[ACCENTS[sign] ?? sign] ?? (isLarge(base) ? words.to : words.above),
      words,
      base,
      above,
    );
  },
  munderover: ({ children: [base, below, above] }, words) => fill(words.fromTo, words, base, below, above),
  mtable: ({ children }, words) => {
    const rows = children.map((row) =>
      typeof row === 'string' ? '' : row.children.map((cell) => say(cell, words)).join(words.comma),
    );
    return words.table.replace('$1', () => rows.join(words.semicolon));
  },
  mtext: (node) => textOf(node),
  mphantom: () => '',
  mspace: () => '',
};

/** Signs of accents that have more than one code point. */
const ACCENTS: Readonly<Record<string, string>> = { '―': '¯', '‾': '¯', _: '¯', ˆ: '^', '˜': '~', '⃗': '→' };

function powerOf(above: XmlNode | undefined, words: FormulaWords): string {
  const sign = textOf(above);
  if (/^[2٢۲]$/.test(sign)) return words.squared;
  if (/^[3٣۳]$/.test(sign)) return words.cubed;
  return sign === '′' ? words.prime : words.power;
}

/** An operator that takes what stands below and above it as its limits. */
const isLarge = (node: XmlNode | undefined): boolean =>
  /^(?:[∑∏∐∫-∳⋀-⋃⨀-⨆]|lim|max|min|sup|inf)$/.test(textOf(node));

const isSign = (node: XmlNode | undefined): boolean => /^(?:\p{L}|\p{N}+)$/u.test(textOf(node));

const group = (children: readonly XmlNode[]): XmlNode => ({
  name: 'mrow',
  attributes: {},
  children: [...children],
});

function textOf(node: XmlNode | undefined): string {
  if (node === undefined || typeof node === 'string') return node ?? '';
  return node.children.map(textOf).join('');
}

function fill(phrase: string, words: FormulaWords, ...parts: readonly (XmlNode | undefined)[]): string {
  return phrase.replace(/\$(\d)/g, (_, at: string) => {
    const part = parts[Number(at) - 1];
    return part === undefined ? '' : say(part, words);
  });
}
