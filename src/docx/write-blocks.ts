import { altOf, isArtifact } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { CodeBlock } from '../resolve/code-nodes.ts';
import type {
  Columns,
  DisplayedFormula,
  Figure,
  Heading,
  Paragraph,
  Quote,
  ResolvedBlock,
  Scope,
  Sides,
} from '../resolve/nodes.ts';
import { readPictureSize, sizePicture } from '../resolve/picture-size.ts';
import { alignPicture } from '../resolve/placed-text.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import { writeBibliography } from './bibliography.ts';
import { writeBox, writeCover } from './boxes.ts';
import { writeContents } from './contents.ts';
import type { WordDraft } from './draft.ts';
import { writeIndex } from './index-entries.ts';
import { ommlOf } from './omml.ts';
import { endTab, type ParagraphFacts, placingFacts, scopeOf, writePhrase, writeRuns } from './paragraph.ts';
import { drawPicture } from './pictures.ts';
import type { WordPlace, Write } from './place.ts';
import { wordLang } from './word-lang.ts';
import { apart, collectWordRuns, objectRun, plainRun, tokenRuns } from './word-runs.ts';
import { word } from './word-xml.ts';
import { writeEntries, writeList } from './write-lists.ts';
import { writeChart, writeTable, writeVerse } from './write-tables.ts';

export function writeWordBlocks(nodes: readonly ResolvedBlock[], place: WordPlace, draft: WordDraft): void {
  for (const node of nodes) writeBlock(node, place, draft);
}

const write: Write = writeWordBlocks;

function writeBlock(node: ResolvedBlock, place: WordPlace, draft: WordDraft): void {
  switch (node.kind) {
    case 'paragraph':
      writeParagraph(node, place, draft);
      break;
    case 'heading':
      writeHeading(node, place, draft);
      break;
    case 'label':
      writePhrase(node.phrase, place, draft, { properties: [word('keepNext')] });
      break;
    case 'figure':
      writeFigure(node, place, draft);
      break;
    case 'missing-image':
      for (const phrase of node.phrases) writePhrase(phrase, place, draft);
      break;
    case 'pause':
      writePause(place, draft);
      break;
    case 'quote':
      writeQuote(node, place, draft);
      break;
    case 'list':
      writeList(node, place, draft, write);
      break;
    case 'code':
      writeCode(node, place, draft);
      break;
    case 'formula':
      writeFormula(node, place, draft);
      break;
    case 'table':
      writeTable(node, place, draft, write);
      break;
    case 'chart':
      writeChart(node, place, draft, write);
      break;
    case 'timeline':
    case 'facts':
    case 'glossary':
      writeEntries(node, place, draft, write);
      break;
    case 'columns':
      writeColumns(node, place, draft);
      break;
    case 'verse':
      writeVerse(node, place, draft, write);
      break;
    case 'contents':
      writeContents(node, place, draft);
      break;
    case 'bibliography':
      writeBibliography(node, place, draft);
      break;
    case 'index':
      writeIndex(node, place, draft, write);
      break;
    case 'callout':
    case 'box':
      writeBox(node, place, draft, write);
      break;
    case 'sides':
      writeSides(node, place, draft);
      break;
    case 'cover':
      writeCover(node, place, draft, write);
      break;
    case 'scope':
      writeScope(node, place, draft);
      break;
    case 'anchor':
      draft.expectAnchors(node.ids);
      write(node.children, place, draft);
      break;
    case 'float':
      write(node.children, place, draft);
      break;
    case 'endnotes':
      // Word sets its notes itself
      break;
    case 'page-break':
      // one that begins a page of the document is in `sections.ts`
      if (node.to === 'page' || node.to === 'opening') draft.opensPage = place.kind === 'body';
      break;
    default:
      unreachable(node, 'the kinds of resolve/nodes.ts');
  }
}

function writeParagraph({ phrase, placing, follows }: Paragraph, place: WordPlace, draft: WordDraft): void {
  const { styleName, tagTarget } = phrase;
  const { theme } = draft;
  const runs = collectWordRuns(phrase.content, scopeOf(tagTarget, place, draft));
  const placed = placingFacts(placing, runs, place);
  const isIndented = follows && (styleName === 'body' || styleName === 'quote');
  const indent = isIndented ? theme.text.indent : textStyleIn(theme, styleName).indent;
  const facts: ParagraphFacts = { ...placed, firstLine: placed.align === undefined ? indent : 0 };
  const turned = isArtifact(tagTarget) ? { direction: place.direction } : {};
  writeRuns(styleName, runs, place, draft, { ...turned, ...facts });
}

/** A heading, with its number before it, or over it where a chapter's stands there. */
function writeHeading({ phrase, placing, place: stands }: Heading, place: WordPlace, draft: WordDraft): void {
  const scope = scopeOf(phrase.tagTarget, place, draft);
  const words = collectWordRuns(phrase.content, scope);
  const facts = placingFacts(placing, words, place);
  if (stands === null) {
    writeRuns(phrase.styleName, words, place, draft, facts);
    return;
  }
  const { ordinal, number, rank, listed, id } = stands;
  if (ordinal !== null)
    writeRuns('chapter-number', [plainRun(ordinal, scope)], place, draft, { direction: place.direction });
  const own =
    ordinal === null && number !== null
      ? [plainRun(number, apart(scope, 'ltr')), plainRun(EN_SPACE, scope)]
      : [];
  const style = draft.styles.ofHeading(rank, listed);
  writeRuns(phrase.styleName, [...own, ...words], place, draft, { ...facts, style, anchors: [id] });
}

const EN_SPACE = '\u2002';

function writeFigure(node: Figure, place: WordPlace, draft: WordDraft): void {
  const { image, tagTarget, caption, align } = node;
  const wanted = sizePicture(readPictureSize(node), image, place.measure);
  const { size, margin } = draft.theme.page;
  const tallest = (size.height - margin.top - margin.bottom) * TALLEST;
  const scale = Math.min(1, place.measure / wanted.width, tallest / wanted.height);
  const picture = {
    image,
    size: { width: wanted.width * scale, height: wanted.height * scale },
    alt: altOf(tagTarget),
  };
  const run = objectRun(scopeOf(tagTarget, place, draft), () => [drawPicture(picture, draft, place.links)]);
  writeRuns('body', [run], place, draft, {
    direction: place.direction,
    align: align === null ? 'start' : alignPicture(align, place.direction),
    before: boxStyleIn(draft.theme, 'figure').before,
    properties: caption === null ? [] : [word('keepNext')],
  });
  if (caption !== null) writePhrase(caption, place, draft, captionSide(align, place));
}

/** Of the height of the text, so that a caption has room below. */
const TALLEST = 0.85;

function captionSide(align: Figure['align'], place: WordPlace): ParagraphFacts {
  return align === null ? {} : { align: alignPicture(align, place.direction) };
}

function writePause(place: WordPlace, draft: WordDraft): void {
  const target = { artifact: 'Layout', subtype: null } as const;
  const stars = plainRun('* * *', scopeOf(target, place, draft));
  writeRuns('body', [stars], place, draft, { align: 'center', direction: place.direction });
}

function writeQuote(node: Quote, outside: WordPlace, draft: WordDraft): void {
  const { padding } = boxStyleIn(draft.theme, node.name);
  const inside = {
    ...outside,
    direction: node.direction,
    indent: outside.indent + padding.start,
    measure: outside.measure - padding.start,
  };
  write(node.children, inside, draft);
  if (node.attribution !== null) writePhrase(node.attribution, inside, draft);
}

/** From the left, as written, and what is Arabic in it from the right. */
function writeCode(
  { caption, stretches, lines, tagTarget }: CodeBlock,
  place: WordPlace,
  draft: WordDraft,
): void {
  const scope = scopeOf(tagTarget, place, draft);
  if (caption !== null) writePhrase(caption, place, draft, { properties: [word('keepNext')] });
  const runs = tokenRuns({ stretches, lines }, { ...scope, facts: { lang: 'en-US', isCode: true } });
  writeRuns('code', runs, place, draft, { direction: 'ltr', align: 'start' });
}

/** In the middle; its number, which Word would have in a table, behind it. */
function writeFormula(
  { set, styleName, tagTarget, number }: DisplayedFormula,
  place: WordPlace,
  draft: WordDraft,
): void {
  const scope = scopeOf(tagTarget, place, draft);
  const formula = objectRun(scope, () => [ommlOf(set.mathml)]);
  const said = number === null ? [] : [plainRun('\u2003', scope), ...collectWordRuns(number.content, scope)];
  writeRuns(styleName, [formula, ...said], place, draft, { align: 'center' });
}

/** One after the other: Word has columns only of pages. */
function writeColumns(node: Columns, place: WordPlace, draft: WordDraft): void {
  if (node.title !== null) writePhrase(node.title, place, draft);
  write(node.children, place, draft);
}

/** Two texts at the ends of a line, else one below the other. */
function writeSides({ sides, others }: Sides, place: WordPlace, draft: WordDraft): void {
  const [first, second, ...more] = sides.filter(({ children }) => children.length > 0);
  const [start, end] = [first?.children ?? [], second?.children ?? []];
  const [one, other] = [start[0], end[0]];
  const isLine = more.length === 0 && start.length === 1 && end.length === 1;
  if (isLine && one?.kind === 'paragraph' && other?.kind === 'paragraph') {
    const runs = ({ phrase }: Paragraph) =>
      collectWordRuns(phrase.content, scopeOf(phrase.tagTarget, place, draft));
    const tab = plainRun('\t', scopeOf(one.phrase.tagTarget, place, draft));
    writeRuns(one.phrase.styleName, [...runs(one), tab, ...runs(other)], place, draft, {
      direction: place.direction,
      properties: [endTab(place.indent + place.measure, 'none')],
    });
  } else
    for (const { name, children } of sides)
      for (const child of children) {
        if (name === 'outer' && child.kind === 'paragraph')
          writeParagraph(
            { ...child, placing: { ...child.placing, align: child.placing.align ?? 'end' } },
            place,
            draft,
          );
        else write([child], place, draft);
      }
  write(others, place, draft);
}

function writeScope({ direction, lang, children }: Scope, place: WordPlace, draft: WordDraft): void {
  const own = lang === null || wordLang(lang) === wordLang(draft.settings.lang) ? null : lang;
  write(children, { ...place, direction, directed: true, lang: own }, draft);
}
