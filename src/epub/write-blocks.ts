import { hasArabicLetter } from '../base/arabic.ts';
import { isArtifact } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { CodeBlock } from '../resolve/code-nodes.ts';
import type {
  Box,
  Callout,
  Columns,
  Cover,
  Figure,
  FigureData,
  MissingImage,
  Paragraph,
  Pause,
  Phrase,
  Quote,
  ResolvedBlock,
  Scope,
  Sides,
  Verse,
} from '../resolve/nodes.ts';
import { PIXEL, readPictureSize, sizePicture } from '../resolve/picture-size.ts';
import { partsOf } from '../resolve/walk.ts';
import { drawPause } from '../style/drawings.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import { number } from '../vector/svg/write-path.ts';
import { codeBlockRuns } from './code-runs.ts';
import { within } from './collect-runs.ts';
import { drawShape } from './drawing.ts';
import { openColumns } from './open-columns.ts';
import { type PartWriter, turn, type WordFacts, type WritePlace } from './part-writer.ts';
import { placeText } from './place-text.ts';
import { writeBibliography } from './write-bibliography.ts';
import { writeFormula } from './write-formula.ts';
import { writeHeading } from './write-headings.ts';
import { writeIndex } from './write-index.ts';
import { writeContents, writeFacts, writeGlossary, writeList, writeTimeline } from './write-lists.ts';
import { writeChart, writeTable } from './write-tables.ts';
import { spoken } from './xml.ts';

export function writeBlocks(nodes: readonly ResolvedBlock[], at: WritePlace, writer: PartWriter): void {
  for (const node of nodes) writeBlock(node, at, writer);
}

/** Which handler writes which node. */
function writeBlock(node: ResolvedBlock, at: WritePlace, writer: PartWriter): void {
  switch (node.kind) {
    case 'paragraph':
      writeParagraph(node, at, writer);
      break;
    case 'heading':
      writeHeading(node, at, writer);
      break;
    case 'label':
      writer.phrase(node.phrase, at);
      break;
    case 'figure':
      writeFigure(node, at, writer);
      break;
    case 'missing-image':
      writeMissingImage(node, at, writer);
      break;
    case 'pause':
      writePause(node, at, writer);
      break;
    case 'quote':
      writeQuote(node, at, writer);
      break;
    case 'list':
      writeList(node, at, writer);
      break;
    case 'code':
      writeCode(node, at, writer);
      break;
    case 'formula':
      writeFormula(node, at, writer);
      break;
    case 'table':
      writeTable(node, at, writer);
      break;
    case 'chart':
      writeChart(node, at, writer);
      break;
    case 'timeline':
      writeTimeline(node, at, writer);
      break;
    case 'facts':
      writeFacts(node, at, writer);
      break;
    case 'glossary':
      writeGlossary(node, at, writer);
      break;
    case 'columns':
      writeColumns(node, at, writer);
      break;
    case 'verse':
      writeVerse(node, at, writer);
      break;
    case 'contents':
      writeContents(node, at, writer);
      break;
    case 'bibliography':
      writeBibliography(node, at, writer);
      break;
    case 'index':
      writeIndex(node, at, writer);
      break;
    case 'callout':
    case 'box':
      writeBox(node, at, writer);
      break;
    case 'sides':
      writeSides(node, at, writer);
      break;
    case 'cover':
      writeCover(node, at, writer);
      break;
    case 'scope':
      writeScope(node, at, writer);
      break;
    case 'anchor':
      writer.expectAnchors(node.ids);
      writer.blocks(node.children, at);
      break;
    case 'float':
      writer.blocks(node.children, at);
      break;
    case 'endnotes':
    case 'page-break':
      break;
    default:
      unreachable(node, 'the kinds of resolve/nodes.ts');
  }
}

function writeParagraph({ phrase, placing, follows }: Paragraph, at: WritePlace, writer: PartWriter): void {
  const { styleName, tagTarget } = phrase;
  const { theme } = writer.draft;
  const isIndented = follows && (styleName === 'body' || styleName === 'quote');
  const indent = isIndented ? theme.text.indent : textStyleIn(theme, styleName).indent;
  const runs = writer.runs(phrase);
  const written = placeText(placing, runs, at, writer);
  const facts = { ...written, indent: written.align === undefined ? indent : 0 };
  const direction = isArtifact(tagTarget)
    ? at.direction
    : (written.direction ?? (TURNING.has(styleName) ? writer.directionOf(runs, at) : undefined));
  const node = writer.openElement(tagTarget, at.node);
  writer.fill(node, phrase, runs, at, direction === undefined ? facts : { ...facts, direction });
}

/** As in print: where a wholly foreign paragraph goes over to its own side. Elsewhere it only reads in its direction. */
const TURNING: ReadonlySet<string> = new Set(['body', 'quote', 'sources', 'small']);

function writeFigure(node: Figure, at: WritePlace, writer: PartWriter): void {
  const figure = element('figure');
  writer.open(node.figureTarget, figure, at.node);
  const inside = writer.dressBox(figure, 'figure', at);
  const picture = writer.openElement(node.tagTarget, figure);
  const { width, height } = sizePicture(readPictureSize(node), node.image, at.measure);
  picture.attributes['src'] = writer.draft.pathOfImage(node.image);
  picture.attributes['width'] = number(Math.round(width / PIXEL));
  picture.attributes['height'] = number(Math.round(height / PIXEL));
  writer.anchor([], picture);
  if (node.data !== null) figure.children.push(dataTable(node.data));
  if (node.caption !== null) writer.phrase(node.caption, inside);
}

/** What a chart draws, folded away below it. */
function dataTable({ name, rows: [head = [], ...rows] }: FigureData): XmlElement {
  const cell = (name: string, text: string, scope: string | null) => element(name, { scope }, [text]);
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((text, index) => (index === 0 ? cell('th', text, 'row') : cell('td', text, null))),
    ),
  );
  const heads = element(
    'tr',
    {},
    head.map((text) => cell('th', text, 'col')),
  );
  const table = element('table', {}, [element('thead', {}, [heads]), element('tbody', {}, body)]);
  const summary = element('summary', {}, [name]);
  return element('details', { class: 'chart-data' }, [summary, table]);
}

function writeMissingImage({ tagTarget, phrases }: MissingImage, at: WritePlace, writer: PartWriter): void {
  const inside = writer.box('missing-image', tagTarget, at);
  for (const phrase of phrases) writer.phrase(phrase, inside);
}

function writePause(_: Pause, at: WritePlace, writer: PartWriter): void {
  const { theme } = writer.draft;
  writer.hasDrawings = true;
  at.node.children.push(drawShape(drawPause(theme), at.measure));
}

/** EPUB 3 Structural Semantics Vocabulary 1.1; DPUB-ARIA 1.1. */
const EPIGRAPH = { 'epub:type': 'epigraph', role: 'doc-epigraph' };

function writeQuote(node: Quote, at: WritePlace, writer: PartWriter): void {
  if (!hasWords(node)) {
    writeEmptyBox(node.name, at, writer);
    return;
  }
  const inside = writer.box(node.name, node.tagTarget, turn(node.direction, at, writer));
  if (node.name === 'epigraph') Object.assign(inside.node.attributes, EPIGRAPH);
  // its words are measured as those around it
  writer.blocks(node.children, { ...inside, measure: at.measure });
  if (node.attribution !== null) writer.phrase(node.attribution, inside);
}

/** From the left, as written, and what is Arabic in it from the right. */
function writeCode(node: CodeBlock, at: WritePlace, writer: PartWriter): void {
  const { caption, text: whole, paragraphTarget, tagTarget } = node;
  const { theme, settings } = writer.draft;
  const styleName = boxStyleIn(theme, 'code').text;
  const inside = writer.box('code', null, caption === null ? at : captionCode(caption, at, writer));
  const lang = hasArabicLetter(whole) ? null : 'en';
  const own = {
    isolate: null,
    make: () =>
      element('code', { dir: 'ltr', ...(lang === null || lang === settings.lang ? {} : spoken(lang)) }),
  };
  const scope = within(writer.scope(styleName, tagTarget), own);
  const runs = codeBlockRuns(node, scope);
  const pre = writer.open(paragraphTarget, element('pre'), inside.node);
  writer.fill(pre, { styleName }, runs, inside, { direction: 'ltr', asTyped: true });
}

/** Code in a figure, under its caption. */
function captionCode(caption: Phrase, at: WritePlace, writer: PartWriter): WritePlace {
  const of = isArtifact(caption.tagTarget) ? null : caption.tagTarget.parent;
  const inside = { ...at, node: writer.open(of, element('figure'), at.node) };
  writer.phrase(caption, inside);
  return inside;
}

function writeColumns(node: Columns, at: WritePlace, writer: PartWriter): void {
  if (!hasWords(node)) {
    writeEmptyBox('columns', at, writer);
    return;
  }
  const inside = writer.box('columns', node.tagTarget, at);
  const { gap, columnWidth: leastWidth } = boxStyleIn(writer.draft.theme, 'columns');
  if (node.title !== null) writer.phrase(node.title, inside);
  writer.blocks(node.children, openColumns({ count: node.count, gap, leastWidth }, inside, writer));
}

/** The hemistichs of a line are one paragraph, each on a line of the screen. */
function writeVerse({ tagTarget, caption, stanzas, poet }: Verse, at: WritePlace, writer: PartWriter): void {
  const inside = writer.box('verse', tagTarget, at);
  const place = { direction: at.direction };
  if (caption !== null) writer.phrase(caption, inside);
  for (const stanza of stanzas) {
    if (stanza.kind === 'blocks') writer.blocks(stanza.children, inside);
    else
      for (const { halves } of stanza.bayts) {
        const [first, ...others] = halves;
        if (first === undefined) continue;
        const line = isArtifact(first.tagTarget) ? null : first.tagTarget.parent;
        const node = writer.open(line, element('p'), inside.node);
        if (others.length === 0)
          writer.fill(node, first, writer.runs(first), inside, { ...place, align: 'center' });
        else writeLines(halves, node, { ...inside, node }, place, writer);
      }
  }
  if (poet !== null) writer.phrase(poet, inside, { align: 'end' });
}

/** Phrases that are one text, each on a line of its own. */
function writeLines(
  phrases: readonly Phrase[],
  node: XmlElement,
  at: WritePlace,
  facts: WordFacts,
  writer: PartWriter,
): void {
  phrases.forEach((phrase, index) => {
    if (index > 0) node.children.push(' ');
    const line = element('span', { class: 'line' });
    node.children.push(line);
    writer.fill(line, phrase, writer.runs(phrase), at, facts);
  });
}

/** A container in the box of its name, its title above. */
function writeBox(node: Box | Callout, at: WritePlace, writer: PartWriter): void {
  if (!hasWords(node)) {
    writeEmptyBox(node.name, at, writer);
    return;
  }
  const inside = writer.box(node.name, node.tagTarget, at);
  if (node.title !== null) writer.phrase(node.title, inside);
  writer.blocks(node.children, inside);
}

/** Nothing to read: a band or a rule is seen, but not one at the edge of a sheet. */
function writeEmptyBox(name: string, at: WritePlace, writer: PartWriter): void {
  const { background, rules, place } = boxStyleIn(writer.draft.theme, name);
  if ((background === null && rules.length === 0) || place !== null) return;
  writer.box(name, null, at).node.attributes['aria-hidden'] = 'true';
}

function hasWords(node: ResolvedBlock): boolean {
  if (node.kind === 'figure' || node.kind === 'code') return true;
  return partsOf(node).some((part) => !('kind' in part) || hasWords(part));
}

/** One after the other; what stands at the end of a line on paper does so here. */
function writeSides({ sides, others }: Sides, at: WritePlace, writer: PartWriter): void {
  for (const { name, children } of sides)
    for (const child of children) {
      if (name === 'outer' && child.kind === 'paragraph') {
        const node = {
          ...child,
          placing: { ...child.placing, align: child.placing.align ?? ('end' as const) },
        };
        writeParagraph(node, at, writer);
      } else writer.blocks([child], at);
    }
  writer.blocks(others, at);
}

/** One that is not the picture of the book: with other words in its file. */
function writeCover({ tagTarget, children }: Cover, at: WritePlace, writer: PartWriter): void {
  writer.blocks(children, writer.box('cover', tagTarget, at));
}

function writeScope(
  { direction, lang, tagTarget, children }: Scope,
  at: WritePlace,
  writer: PartWriter,
): void {
  if (children.length === 0) return;
  const turned: WritePlace = { ...turn(direction, at, writer), directed: true };
  const node = tagTarget === null || lang === null ? turned.node : writer.openElement(tagTarget, turned.node);
  writer.blocks(children, { ...turned, node });
}
