/**
 * How even our lines are: `npm run bench:lines`. Twenty pages of running text are broken at three
 * measures, by first fit and by the breaker that documents get, with each strength of kashida.
 */
import { Sink } from '../../dist/base/diagnostic.js';
import { findInstallation, openNodeWorld } from '../../dist/base/node-world.js';
import { compile } from '../../dist/compile.js';
import { breakGreedily } from '../../dist/text/break-greedily.js';
import { breakLines } from '../../dist/text/break-lines.js';
import { fitAtoms } from '../../dist/text/fit-atoms.js';
import { pairLine } from '../../dist/text/pair-line.js';
import { setLine } from '../../dist/text/set-line.js';
import { factsOf } from './line-facts.mjs';
import { makeProse } from './sample-text.mjs';

/** @import { Block, ParagraphStyle, TextBlock } from '../../dist/style/blocks.js' */
/** @import { Line } from '../../dist/text/line.js' */
/** @import { Shaped, ShapedContent } from '../../dist/text/shaped.js' */

/** @typedef {(content: Shaped, paragraph: ParagraphStyle, width: number) => readonly Line[]} SetParagraph */

const PAGES = 20;
const POINTS_PER_CM = 72 / 2.54;
const MEASURES = [16, 12, 8];

const sink = new Sink();

/** @type {Readonly<Record<string, SetParagraph>>} */
const METHODS = {
  'first fit': (content, paragraph, width) => setFirstFit(content, { ...paragraph, kashida: 'none' }, width),
  none: (content, paragraph, width) => setOptimally(content, { ...paragraph, kashida: 'none' }, width),
  mild: (content, paragraph, width) => setOptimally(content, { ...paragraph, kashida: 'mild' }, width),
  classic: (content, paragraph, width) => setOptimally(content, { ...paragraph, kashida: 'classic' }, width),
};

const paragraphs = await shapeSample();
for (const cm of MEASURES) {
  console.log(`\nmeasure ${cm} cm, ${paragraphs.length} paragraphs in Amiri 12 pt`);
  printColumns(Object.entries(METHODS).map(([name, set]) => [name, summarise(set, cm * POINTS_PER_CM)]));
}

/** A column a method. @param {[string, Record<string, string | number>][]} columns */
function printColumns(columns) {
  const facts = Object.keys(columns[0]?.[1] ?? {});
  const row = (/** @type {string} */ fact) => columns.map(([name, values]) => [name, values[fact]]);
  console.table(Object.fromEntries(facts.map((fact) => [fact, Object.fromEntries(row(fact))])));
}

/** The paragraphs of the sample, taken off the road before they meet a measure. */
async function shapeSample() {
  const frontMatter = 'lang: ar\ntheme: {text: {family: Amiri, size: 12pt}}';
  const request = {
    files: ['-'],
    text: makeProse(PAGES, frontMatter),
    format: /** @type {const} */ ('pdf'),
    profile: /** @type {const} */ ('screen'),
    envelope: null,
    template: null,
    theme: null,
    attachments: [],
  };
  /** @type {TextBlock<ShapedContent>[]} */
  const found = [];
  await compile(request, openNodeWorld(findInstallation()), sink, {
    onProduct: (stage, product) => {
      if (stage !== 'shape' || !('sections' in product)) return;
      for (const { blocks } of product.sections) collectJustified(blocks, found);
    },
  });
  return found;
}

/**
 * @param {readonly Block<any>[]} blocks
 * @param {TextBlock<ShapedContent>[]} found
 */
function collectJustified(blocks, found) {
  for (const block of blocks) {
    if (block.kind === 'stack') collectJustified(block.children, found);
    if (block.kind !== 'text' || block.paragraph.align !== 'justify') continue;
    if (block.content.kind === 'shaped') found.push(block);
  }
}

/** @type {SetParagraph} */
function setOptimally(content, paragraph, width) {
  return breakLines(content, paragraph, { width, firstIndent: 0 }, sink);
}

/** What a word processor does: each line takes what it can, and its spaces what is left. @type {SetParagraph} */
function setFirstFit(content, paragraph, width) {
  const first = width - paragraph.indent;
  const atoms = fitAtoms(content.atoms, Math.min(first, width), null);
  const measure = { width, firstIndent: 0 };
  const lines = [];
  for (const range of breakGreedily(atoms, { first, rest: width, turned: width })) {
    const offset = lines.at(-1)?.end ?? 0;
    lines.push(pairLine(setLine(content, atoms, range, paragraph, measure, offset, []).line, content));
  }
  return lines;
}

/**
 * @param {SetParagraph} set
 * @param {number} width points
 */
function summarise(set, width) {
  const facts = paragraphs.map(({ content, paragraph }) =>
    factsOf(set(/** @type {Shaped} */ (content), paragraph, width), paragraph.indent),
  );
  const spaces = facts.flatMap((fact) => fact.spaces);
  const kashidas = facts.flatMap((fact) => fact.kashidas);
  const rivers = facts.flatMap((fact) => fact.rivers);
  const lines = kashidas.length;
  return {
    lines,
    ...spread(
      spaces.map((space) => space.share),
      '×',
    ),
    ...spread(
      spaces.map((space) => space.width),
      'pt',
    ),
    '> 1.5×': percent(spaces.filter(({ share }) => share > 1.5).length, lines),
    '< 0.8×': percent(spaces.filter(({ share }) => share < 0.8).length, lines),
    'kashidas/line': round(sum(kashidas) / lines),
    'with kashida': percent(kashidas.filter((count) => count > 0).length, lines),
    stacked: sum(facts.map((fact) => fact.stacked)),
    'rivers/100 lines': round((100 * rivers.length) / lines),
    'longest river': Math.max(0, ...rivers),
    'off measure pt': Number(
      Math.max(...facts.map((fact) => Math.max(fact.offMeasure, fact.beyond))).toFixed(3),
    ),
  };
}

/**
 * @param {number[]} values
 * @param {string} unit
 */
function spread(values, unit) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const median = at(0.5);
  const variance = sum(values.map((value) => (value - median) ** 2)) / values.length;
  return {
    [`p5 ${unit}`]: round(at(0.05)),
    [`median ${unit}`]: round(median),
    [`p95 ${unit}`]: round(at(0.95)),
    [`max ${unit}`]: round(at(1)),
    [`sd ${unit}`]: round(Math.sqrt(variance)),
  };
}

/** @param {number[]} values */
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
