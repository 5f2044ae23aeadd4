import { pointsOf } from '../../dist/base/path.js';
import { textOfLine } from '../../dist/page/dump-pages.js';

/**
 * What a press looks for on the pages of a book.
 *
 * @import { Laid, Page, DrawnLine } from '../../dist/page/page.js'
 * @import { Styled } from '../../dist/style/styled.js'
 */

/** Where the baseline lies in the height of a line. */
const BASELINE_SHARE = 0.7;

/**
 * @typedef {object} PageFacts
 * @property {number} pages
 * @property {number} widows paragraphs whose last line stands alone at the top of a page
 * @property {number} orphans paragraphs whose first line stands alone at the foot
 * @property {number} headings with fewer than two lines under them on their page
 * @property {number} short pages that end more than two lines above their foot, chapter ends apart
 * @property {number} counted pages that end within a chapter
 * @property {number} even spreads whose pages end at one height, or as much above their notes
 * @property {number} spreads of two such pages
 * @property {number} figures that are numbered
 * @property {number} distance pages from the first call of a figure to the figure, on average
 */

/**
 * @param {Laid} laid
 * @param {Styled<any>} styled
 * @returns {PageFacts}
 */
export function factsOfPages(laid, styled) {
  const pages = laid.pages.map((page) => describe(page, styled));
  const paragraphs = linesOfParagraphs(pages);
  const inner = pages.map((page, index) => isOfText(page) && !endsChapter(pages[index + 1]));
  const short = pages.filter(({ short }, index) => inner[index] && short >= 3);
  const spreads = pages.flatMap((page, index) =>
    page.side === 'right' && inner[index] && inner[index + 1] ? [[page, pages[index + 1]]] : [],
  );
  return {
    pages: pages.length,
    widows: paragraphs.filter((counts) => counts.length > 1 && counts.at(-1) === 1).length,
    orphans: paragraphs.filter((counts) => counts.length > 1 && counts[0] === 1).length,
    headings: pages.filter((page) => isOfText(page) && page.lines.slice(-2).some(isHeading)).length,
    short: short.length,
    counted: inner.filter(Boolean).length,
    even: spreads.filter(([one, other]) => one.short === other.short).length,
    spreads: spreads.length,
    ...distances(pages),
  };
}

/** @param {readonly ReturnType<typeof describe>[]} pages */
function distances(pages) {
  const calls = new Map();
  const captions = new Map();
  for (const [index, { lines }] of pages.entries())
    for (const line of lines)
      for (const [, number] of textOfLine(line.line).matchAll(/شكل\s([\d٠-٩]+)/g)) {
        const found = tagsOf(line).includes('Caption') ? captions : calls;
        if (!found.has(number)) found.set(number, index);
      }
  const known = [...captions].filter(([number]) => calls.has(number));
  const sum = known.reduce((all, [number, page]) => all + Math.abs(page - calls.get(number)), 0);
  return { figures: captions.size, distance: Number((sum / Math.max(1, known.length)).toFixed(2)) };
}

/** @param {Page} page @param {Styled<any>} styled */
function describe(page, { sections, book: { leading }, notes }) {
  const { margin, size } = sections[0].geometry;
  const lines = page.drawItems.filter((item) => item.kind === 'line' && tagsOf(item).length > 0);
  const body = lines.filter((line) => !tagsOf(line).includes('Note'));
  const ofNotes = lines.filter((line) => tagsOf(line).includes('Note'));
  body.sort((one, other) => one.baseline - other.baseline);
  const end = size.height - margin.bottom;
  const first = Math.min(...ofNotes.map(({ baseline }) => baseline));
  const last = Math.max(...body.map(({ baseline }) => baseline));
  const rules = page.drawItems
    .flatMap((item) => (item.kind === 'path' ? [Math.min(...pointsOf(item.path).map(({ y }) => y))] : []))
    .filter((y) => y > last && y < first);
  // With notes the foot of the text is where their white space begins.
  const foot = ofNotes.length > 0 ? Math.max(...rules) - notes.gapBefore : end;
  const images = page.drawItems.flatMap((item) =>
    item.kind === 'image' ? [item.rect.y + item.rect.height] : [],
  );
  const bottom = Math.max(
    ...body.map(({ baseline }) => baseline + (1 - BASELINE_SHARE) * leading),
    ...images,
  );
  const short = Math.floor((foot - bottom) / leading + 0.1);
  return { side: page.side, lines: body, short };
}

/** @param {DrawnLine} line */
function tagsOf({ line }) {
  const run = line.inlines.find(({ tagTarget }) => tagTarget);
  const tags = [];
  for (let at = run?.tagTarget ?? null; at && 'tag' in at; at = at.parent) tags.push(at.tag);
  return tags;
}

/** @param {DrawnLine} line */
function isHeading(line) {
  return tagsOf(line).some((tag) => /^H\d$/.test(tag));
}

/** Neither blank, nor a page of the contents, whose chapters stay together, nor that of the title. */
function isOfText({ lines }) {
  return lines.length > 1 && !lines.some((line) => tagsOf(line).includes('TOCI'));
}

/** A page on which a chapter begins, or that is blank. */
function endsChapter(next) {
  // The title of the document is the first heading.
  const chapter = ['H1', 'H2'];
  return (
    next === undefined ||
    next.lines.length === 0 ||
    next.lines.slice(0, 3).some((line) => tagsOf(line).some((tag) => chapter.includes(tag)))
  );
}

/** Of each paragraph of text how many lines stand on each of its pages. */
function linesOfParagraphs(pages) {
  const counts = new Map();
  for (const [index, { lines }] of pages.entries())
    for (const drawn of lines) {
      if (tagsOf(drawn).includes('TH')) continue;
      const { inlines } = drawn.line;
      const known = counts.get(inlines) ?? new Map();
      counts.set(inlines, known.set(index, (known.get(index) ?? 0) + 1));
    }
  return [...counts.values()].map((of) => [...of.values()]);
}
