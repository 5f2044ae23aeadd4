import { hasArabicLetter } from '../base/arabic.ts';
import { altOf, type TagTarget } from '../base/element.ts';
import { callComma } from '../base/language.ts';
import { UNKNOWN_PAGE } from '../base/page-ranges.ts';
import { lastOf } from '../base/running-head.ts';
import { unreachable } from '../base/unreachable.ts';
import type { CodeBlock } from '../resolve/code-nodes.ts';
import { cutCode } from '../resolve/code-stretches.ts';
import type {
  Code,
  Field,
  Foreign,
  Linked,
  Locator,
  Marked,
  NoteCall,
  PageField,
  Picture,
  ResolvedInline,
} from '../resolve/inline-nodes.ts';
import { PIXEL } from '../resolve/picture-size.ts';
import type { Isolate } from '../style/inline.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { WordDraft } from './draft.ts';
import { field } from './fields.ts';
import type { WordRun } from './line-run.ts';
import { linkFor } from './links.ts';
import { markFacts } from './marks.ts';
import { callFor } from './notes.ts';
import { ommlOf } from './omml.ts';
import type { PartLinks } from './part-links.ts';
import { drawPicture } from './pictures.ts';
import type { RunFacts } from './run-properties.ts';
import { wordRun } from './run-properties.ts';
import { wordLang } from './word-lang.ts';
import { hex, word } from './word-xml.ts';

/** What a run stands in. */
export interface RunScope {
  readonly draft: WordDraft;
  readonly links: PartLinks;
  readonly kind: 'body' | 'note' | 'cell' | 'furniture';
  /** Points: no picture is wider. */
  readonly measure: number;
  readonly tagTarget: TagTarget;
  readonly isolates: readonly Isolate[];
  readonly facts: RunFacts;
  readonly link: WordRun['link'];
}

/** The runs of a line. */
export function collectWordRuns(nodes: readonly ResolvedInline[], scope: RunScope): readonly WordRun[] {
  return nodes.flatMap((node) => runsOf(node, scope));
}

function runsOf(node: ResolvedInline, scope: RunScope): readonly WordRun[] {
  switch (node.kind) {
    case 'text':
      return [plainRun(node.text, scope)];
    case 'marked':
      return markedRuns(node, scope);
    case 'code':
      return codeRuns(node, scope);
    case 'link':
      return linkRuns(node, scope);
    case 'foreign':
      return foreignRuns(node, scope);
    case 'break':
      return [objectRun(scope, (isRtl) => [wordRun([word('br')], scope.facts, isRtl)])];
    case 'picture':
      return pictureRuns(node, scope);
    case 'formula':
      return [objectRun(scope, () => [ommlOf(node.set.mathml)])];
    case 'call':
      return callRuns(node, scope);
    case 'paged':
      return collectWordRuns(node.children, scope);
    case 'anchor':
      return [objectRun(scope, () => scope.draft.bookmarks([node.id]))];
    case 'locator':
      return locatorRuns(node, scope);
    case 'field':
      return fieldRuns(node, scope);
    default:
      return unreachable(node, 'the kinds of inlines');
  }
}

export function plainRun(text: string, scope: RunScope): WordRun {
  return { kind: 'text', text, make: null, ...around(scope) };
}

/** @param make of a line from the right or not */
export function objectRun(scope: RunScope, make: NonNullable<WordRun['make']>): WordRun {
  return { kind: 'object', text: '', make, ...around(scope) };
}

function around({ tagTarget, isolates, facts, link }: RunScope) {
  return { tagTarget, isolates, facts, link };
}

/** Set apart from the order of what stands around it. */
export function apart(scope: RunScope, direction: Isolate['direction']): RunScope {
  return { ...scope, isolates: [...scope.isolates, { direction }] };
}

function markedRuns({ meaning, isForeign, children }: Marked, scope: RunScope): readonly WordRun[] {
  const facts = { ...scope.facts, ...markFacts(meaning, isForeign, scope) };
  return collectWordRuns(children, { ...scope, facts });
}

/** From the left, and what is Arabic in it as it reads. */
function codeRuns({ text, tagTarget }: Code, scope: RunScope): readonly WordRun[] {
  const facts: RunFacts = { ...scope.facts, style: 'HTMLCode', isCode: true };
  const isMixed = hasArabicLetter(text) && /[A-Za-z]/.test(text);
  const inside = apart({ ...scope, tagTarget, facts }, hasArabicLetter(text) && !isMixed ? 'auto' : 'ltr');
  if (!isMixed) return [plainRun(text, inside)];
  return codeStretches(text, false, inside);
}

/** Code in stretches of one direction. */
function codeStretches(text: string, isPlain: boolean, scope: RunScope): readonly WordRun[] {
  return cutCode(text, isPlain).map((stretch) =>
    plainRun(stretch.text, stretch.direction === null ? scope : apart(scope, stretch.direction)),
  );
}

/** The same of a code block: tokens as the theme has them, and before lines their numbers. */
export function tokenRuns(
  { stretches, lines }: Pick<CodeBlock, 'stretches' | 'lines'>,
  scope: RunScope,
): readonly WordRun[] {
  const { theme } = scope.draft;
  let line = 0;
  const grey = { ...scope.facts, color: hex(theme.colors['grey'] ?? '#000000') };
  const before = () => (lines === null ? [] : [plainRun(lineMark(lines, line), { ...scope, facts: grey })]);
  const runs: WordRun[] = [...before()];
  for (const { direction, tokens } of stretches) {
    const inside = direction === null ? scope : apart(scope, direction);
    for (const { text, kind } of tokens) {
      const row = kind === null ? undefined : theme.roles[`code-${kind}`];
      const isBold = row !== undefined && row.weight >= 600;
      const facts = row === undefined ? scope.facts : { ...scope.facts, color: hex(row.color), isBold };
      for (const piece of lines === null ? [text] : text.split(/(?<=\n)/)) {
        runs.push(plainRun(piece, { ...inside, facts }));
        if (lines === null || !piece.endsWith('\n')) continue;
        line += 1;
        runs.push(...before());
      }
    }
  }
  return runs;
}

/** Its number, as wide as the last one's, and a bar where it is marked. */
function lineMark({ numberFrom, marked }: NonNullable<CodeBlock['lines']>, line: number): string {
  const number = numberFrom === null ? '' : String(numberFrom + line).padStart(3, '\u00A0');
  return `${number}${marked.has(line) ? '\u2503' : '\u00A0'}\u00A0`;
}

function linkRuns({ link, tagTarget, children, origin }: Linked, scope: RunScope): readonly WordRun[] {
  const own = linkFor(link, origin, scope);
  const facts = own === null ? scope.facts : { ...scope.facts, style: scope.facts.style ?? 'Hyperlink' };
  return collectWordRuns(children, { ...apart(scope, 'auto'), tagTarget, facts, link: own ?? scope.link });
}

function foreignRuns({ lang, direction, tagTarget, children }: Foreign, scope: RunScope): readonly WordRun[] {
  const facts = lang === null ? scope.facts : { ...scope.facts, lang: wordLang(lang) };
  return collectWordRuns(children, {
    ...apart(scope, direction),
    tagTarget: tagTarget ?? scope.tagTarget,
    facts,
  });
}

/** What cannot be shown is named between brackets. */
function pictureRuns({ image, alt, name, tagTarget }: Picture, scope: RunScope): readonly WordRun[] {
  if (image === null || tagTarget === null)
    return [
      plainRun(`[${alt === '' ? name : alt}]`, { ...scope, facts: { ...scope.facts, isUnderlined: true } }),
    ];
  const line = textStyleIn(scope.draft.theme, 'body').leading;
  // among words it is no taller than a line, as on paper
  const natural = { width: image.width * PIXEL, height: image.height * PIXEL };
  const scale = Math.min(1, line / natural.height, scope.measure / natural.width);
  const size = { width: natural.width * scale, height: natural.height * scale };
  const drawing = { image, size, alt: altOf(tagTarget) };
  return [objectRun(scope, () => [drawPicture(drawing, scope.draft, scope.links)])];
}

function callRuns(node: NoteCall, scope: RunScope): readonly WordRun[] {
  const inside = { ...apart(scope, 'ltr'), tagTarget: node.tagTarget, facts: { style: 'FootnoteReference' } };
  const call = objectRun(inside, callFor(node, inside));
  if (!node.touches) return [call];
  const comma = { ...scope, facts: { ...scope.facts, raised: 'superscript' as const } };
  return [plainRun(callComma(scope.draft.settings.dir), comma), call];
}

/** Word knows the page of each place, and not that two of them are one. */
function locatorRuns(
  { field: asked, link, tagTarget, isMain, origin }: Locator,
  scope: RunScope,
): readonly WordRun[] {
  const facts = isMain ? { ...scope.facts, ...markFacts('strong', false, scope) } : scope.facts;
  const inside = { ...scope, tagTarget, facts, link: linkFor(link, origin, scope) };
  const pages = instructionsOf(asked, scope).flatMap(({ instruction, shown }, index) => [
    ...(index === 0 ? [] : [plainRun('–', inside)]),
    objectRun(inside, (isRtl) => field(instruction, shown, facts, isRtl)),
  ]);
  return asked.at === 0 ? pages : [plainRun(asked.comma, scope), ...pages];
}

function fieldRuns({ field: asked }: PageField, scope: RunScope): readonly WordRun[] {
  return instructionsOf(asked, scope).flatMap(({ instruction, shown }, index) => [
    ...(index === 0 ? [] : [plainRun(asked.kind === 'pages-of' ? asked.comma : ' ', scope)]),
    objectRun(scope, (isRtl) => field(instruction, shown, scope.facts, isRtl)),
  ]);
}

/** What Word reckons; until it has, the number of another page is not known. */
function instructionsOf(
  asked: Field,
  { draft }: RunScope,
): readonly { readonly instruction: string; readonly shown: string }[] {
  switch (asked.kind) {
    case 'page':
      return [{ instruction: 'PAGE', shown: '1' }];
    case 'pages':
      return [{ instruction: 'NUMPAGES', shown: '1' }];
    case 'page-of':
      return [askPage(asked.target, draft)];
    case 'pages-of':
      return asked.targets.map((target) => askPage(target, draft));
    case 'index-pages': {
      const { from, to } = asked.places[asked.at]!;
      return [from, ...(to === null ? [] : [to])].map((target) => askPage(target, draft));
    }
    case 'running': {
      const isLast = asked.name.startsWith(lastOf(''));
      const rank = asked.name.endsWith('section') ? 2 : 1;
      return [{ instruction: `STYLEREF ${rank}${isLast ? ' \\l' : ''}`, shown: '' }];
    }
    case 'note-number':
      // calls of notes say their numbers by themselves
      return [];
    default:
      return unreachable(asked, 'page, pages, page-of, pages-of, index-pages, running, note-number');
  }
}

function askPage(target: string, draft: WordDraft): { readonly instruction: string; readonly shown: string } {
  draft.hasPageNumbers = true;
  return { instruction: `PAGEREF ${draft.bookmarkOf(target)} \\h`, shown: UNKNOWN_PAGE };
}
