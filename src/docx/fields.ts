import type { XmlElement } from '../base/xml.ts';
import { type RunFacts, textNodes, wordRun } from './run-properties.ts';
import { word } from './word-xml.ts';

/** A field (ECMA-376 part 1, 17.16): what Word is to reckon, and what stands there until it has. */
export function field(
  instruction: string,
  shown: string,
  facts: RunFacts,
  isRtl: boolean,
): readonly XmlElement[] {
  return [
    ...openField(instruction, facts, isRtl),
    ...(shown === '' ? [] : [wordRun(textNodes(shown), facts, isRtl)]),
    closeField(facts, isRtl),
  ];
}

/** The runs before what is shown. */
export function openField(instruction: string, facts: RunFacts = {}, isRtl = false): readonly XmlElement[] {
  return [
    wordRun([word('fldChar', { fldCharType: 'begin' })], facts, isRtl),
    wordRun([word('instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])], facts, isRtl),
    wordRun([word('fldChar', { fldCharType: 'separate' })], facts, isRtl),
  ];
}

export function closeField(facts: RunFacts = {}, isRtl = false): XmlElement {
  return wordRun([word('fldChar', { fldCharType: 'end' })], facts, isRtl);
}
