import type { XmlElement, XmlNode } from '../base/xml.ts';
import { flag, valued, word } from './word-xml.ts';

/** What is said of a run beside what its paragraph's style says. */
export interface RunFacts {
  /** Id of a style of characters. */
  readonly style?: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isStruck?: boolean;
  readonly isUnderlined?: boolean;
  /** RRGGBB. */
  readonly color?: string;
  readonly shade?: string;
  readonly raised?: 'superscript' | 'subscript';
  /** As Word names it. */
  readonly lang?: string;
  /** Not to be proofread: code. */
  readonly isCode?: boolean;
}

/** Every property twice, for Word sets a run from the right by its twin for complex scripts. */
function runProperties(facts: RunFacts, isRtl: boolean): readonly XmlElement[] {
  const { style, color, shade, raised, lang } = facts;
  const children = [
    ...(style === undefined ? [] : [valued('rStyle', style)]),
    ...flag('b', facts.isBold === true),
    ...flag('bCs', facts.isBold === true),
    ...flag('i', facts.isItalic === true),
    ...flag('iCs', facts.isItalic === true),
    ...flag('strike', facts.isStruck === true),
    ...flag('noProof', facts.isCode === true),
    ...(color === undefined ? [] : [valued('color', color)]),
    ...(facts.isUnderlined === true ? [valued('u', 'single')] : []),
    ...(shade === undefined ? [] : [word('shd', { val: 'clear', color: 'auto', fill: shade })]),
    ...(raised === undefined ? [] : [valued('vertAlign', raised)]),
    ...flag('rtl', isRtl),
    ...(lang === undefined ? [] : [word('lang', isRtl ? { bidi: lang } : { val: lang })]),
  ];
  return children.length === 0 ? [] : [word('rPr', {}, children)];
}

/** A run around what it holds. */
export function wordRun(content: readonly XmlNode[], facts: RunFacts, isRtl: boolean): XmlElement {
  return word('r', {}, [...runProperties(facts, isRtl), ...content]);
}

/** Text as the children of a run: ends of lines, tabs and soft hyphens are elements of their own. */
export function textNodes(text: string): readonly XmlElement[] {
  const parts = text.split(/(\r\n|[\n\t\u00AD\u2028])/).filter((part) => part !== '');
  return parts.map((part) => {
    const mark = MARKS[part];
    return mark === undefined ? word('t', { 'xml:space': 'preserve' }, [part]) : word(mark);
  });
}

const MARKS: Readonly<Record<string, string>> = {
  '\n': 'br',
  '\r\n': 'br',
  '\u2028': 'br',
  '\t': 'tab',
  '\u00AD': 'softHyphen',
};
