import type { Nodes, Parents, Root, Text } from 'mdast';
import { ARABIC_LETTERS } from '../base/arabic.ts';
import type { Sink } from '../base/diagnostic.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { collectPassages, originAt, type Passage, segmentAt, sourceRange } from './passage.ts';
import { BEYOND_ARABIC, type Finding, type ProofRule } from './rule.ts';
import { asciiQuotes } from './rules/ascii-quotes.ts';
import { bidiOverride, bidiUnbalanced } from './rules/bidi-controls.ts';
import { doubleSpace } from './rules/double-space.ts';
import { reportUnclosedGuillemets } from './rules/guillemet-unclosed.ts';
import { guillemetReversed, spaceInGuillemets } from './rules/guillemets.ts';
import { reportHiddenTexts } from './rules/hidden-texts.ts';
import { latinMark } from './rules/latin-mark.ts';
import { reportMixedDigits } from './rules/mixed-digits.ts';
import { reportMixedTables } from './rules/mixed-digits-in-table.ts';
import { presentationForms } from './rules/presentation-forms.ts';
import { spaceAfterMark } from './rules/space-after-mark.ts';
import { spaceBeforeMark } from './rules/space-before-mark.ts';
import { spaceInBrackets } from './rules/space-in-brackets.ts';
import { strayTatweel } from './rules/stray-tatweel.ts';
import { threeDots } from './rules/three-dots.ts';
import { wawApart } from './rules/waw-apart.ts';
import { wordsRunTogether } from './rules/words-run-together.ts';

/** The table; to add a rule, add its file, its message and its row. */
const rules: readonly ProofRule[] = [
  asciiQuotes,
  bidiOverride,
  bidiUnbalanced,
  doubleSpace,
  guillemetReversed,
  latinMark,
  presentationForms,
  spaceAfterMark,
  spaceBeforeMark,
  spaceInBrackets,
  spaceInGuillemets,
  strayTatweel,
  threeDots,
  wawApart,
  wordsRunTogether,
];

/** A change to a source file that mends a finding: UTF-16 units from `start` to `end` give way. */
interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface ProofOptions {
  /** Mend what is beyond doubt; what is mended is not reported. */
  readonly fix: boolean;
  /** Whether the document's settings turn all its numbers into one system of digits. */
  readonly setsDigits?: boolean;
}

/** Arabic proofreading: reports, and returns the manuscript as it was or mended. */
export function proof(
  manuscript: Manuscript,
  sink: Sink,
  { fix, setsDigits = false }: ProofOptions,
): Manuscript {
  const passages = collectPassages(manuscript.root);
  const inArabic = once(() => areInArabic(passages));
  const mended = new Map<Text, string>();
  for (const passage of passages) {
    const findings = findAll(passage, inArabic);
    for (const finding of findings) if (!fix || finding.replacement === null) report(finding, passage, sink);
    if (fix) mendPassage(passage, findings, mended);
  }
  reportHiddenTexts(manuscript.root, sink);
  reportUnclosedGuillemets(passages, sink);
  if (!setsDigits) reportMixedDigits(passages, sink);
  if (!setsDigits) reportMixedTables(passages, sink);
  return mended.size > 0
    ? { ...manuscript, root: replaceTexts(manuscript.root, mended) as Root }
    : manuscript;
}

/** The safe changes as edits of the sources, in order, none overlapping; what is not written verbatim has none. */
export function proofEdits({ root }: Manuscript): Edit[] {
  const edits: Edit[] = [];
  const passages = collectPassages(root);
  const inArabic = once(() => areInArabic(passages));
  for (const passage of passages) {
    for (const { start, end, replacement } of withoutOverlaps(findAll(passage, inArabic))) {
      const range = replacement === null ? null : sourceRange(passage, start, end);
      if (range) edits.push({ file: originAt(passage, start).file, ...range, replacement: replacement! });
    }
  }
  return edits.sort((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}

interface RuleFinding extends Finding {
  readonly rule: ProofRule;
}

/** A letter in two hundred is more than quotations and names bring into an Arabic text. */
const MOST_BEYOND = 1 / 200;

/** Whether a document is in Arabic, by its letters: a short passage of Persian may have none of its own. */
function areInArabic(passages: readonly Passage[]): boolean {
  let [letters, beyond] = [0, 0];
  for (const { kind, text } of passages) {
    if (kind === 'code' || !ANY_ARABIC.test(text)) continue;
    letters += text.length;
    beyond += text.match(BEYOND_ARABIC)?.length ?? 0;
  }
  return beyond <= letters * MOST_BEYOND;
}

const ANY_ARABIC = new RegExp(`[${ARABIC_LETTERS}]`, 'u');

function once(ask: () => boolean): () => boolean {
  let answer: boolean | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}

function findAll(passage: Passage, inArabic: () => boolean): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const rule of rules) {
    if (passage.kind === 'code' && !rule.readsCode) continue;
    for (const finding of rule.find(passage.text))
      if (appliesAt(rule, finding, passage) && (rule.arabicOnly !== true || inArabic()))
        findings.push({ ...finding, rule });
  }
  return findings.length > 1 ? findings.sort((a, b) => a.start - b.start || a.end - b.end) : findings;
}

function appliesAt({ withinText }: ProofRule, { start, end }: Finding, passage: Passage): boolean {
  return withinText !== true || segmentAt(passage, start) === segmentAt(passage, end);
}

function report({ rule, start, values }: RuleFinding, passage: Passage, sink: Sink): void {
  sink.report(rule.id, originAt(passage, start), values);
}

/** Where two rules want the same place the first has it; the other finds its own on the next run. */
function withoutOverlaps(findings: readonly RuleFinding[]): RuleFinding[] {
  const apart: RuleFinding[] = [];
  for (const finding of findings) {
    if (finding.replacement !== null && finding.start >= (apart.at(-1)?.end ?? 0)) apart.push(finding);
  }
  return apart;
}

/** New values of the texts that a passage's findings change; from the end, so that indexes hold. */
function mendPassage(passage: Passage, findings: readonly RuleFinding[], mended: Map<Text, string>): void {
  for (const { start, end, replacement } of withoutOverlaps(findings).reverse()) {
    let put = replacement!;
    // A range may run over the border of a bold word: the first text takes the replacement.
    for (let index = start; index < end; ) {
      const segment = segmentAt(passage, index);
      if (segment?.node.type !== 'text') break;
      const from = index - segment.start;
      const to = Math.min(end - segment.start, segment.node.value.length);
      const value = mended.get(segment.node) ?? segment.node.value;
      mended.set(segment.node, value.slice(0, from) + put + value.slice(to));
      put = '';
      index = segment.start + to;
    }
  }
}

/** A copy of the tree with new texts; branches without any are shared. */
function replaceTexts(node: Nodes, mended: ReadonlyMap<Text, string>): Nodes {
  if (node.type === 'text') {
    const value = mended.get(node);
    return value === undefined ? node : { ...node, value };
  }
  if (!('children' in node)) return node;
  let changed = false;
  const children = (node as Parents).children.map((child) => {
    const copy = replaceTexts(child, mended);
    changed ||= copy !== child;
    return copy;
  });
  return changed ? ({ ...node, children } as Nodes) : node;
}
