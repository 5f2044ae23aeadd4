import { piecesOf } from '../../dist/text/line-pieces.js';

/** @import { Line, GlyphPiece, SpacePiece } from '../../dist/text/line.js' */

/** A kashida less than this many ems beside one of the line above is stacked on it. */
const STACKED = 1.5;

/** Fewest lines whose spaces run into each other for the eye to see a river. */
const RIVER = 3;

/**
 * What is asked of one paragraph's lines. Only full lines are looked at: the last one keeps its natural spaces.
 *
 * @typedef {object} ParagraphFacts
 * @property {{width: number, share: number}[]} spaces of each full line: its spaces in points and × natural
 * @property {number[]} kashidas how many each full line has
 * @property {number} stacked kashidas under a kashida
 * @property {number[]} rivers how many lines each goes through
 * @property {number} offMeasure greatest distance of a full line's edges from the measure's, points
 * @property {number} beyond how far the widest line of all stands out of the measure, points
 */

/**
 * @param {readonly Line[]} lines of one paragraph set right to left
 * @param {number} indent of the first line
 * @returns {ParagraphFacts}
 */
export function factsOf(lines, indent) {
  const full = lines.slice(0, -1);
  const places = full.map(kashidaPlaces);
  return {
    spaces: full.flatMap(spaceOf),
    kashidas: places.map((found) => found.length),
    stacked: places.reduce((sum, found, at) => sum + countStacked(found, places[at - 1] ?? []), 0),
    rivers: findRivers(full),
    offMeasure: Math.max(0, ...full.map((line, at) => offMeasure(line, at === 0 ? indent : 0))),
    beyond: Math.max(0, ...lines.map(beyond)),
  };
}

/** @param {Line} line @returns {SpacePiece[]} */
function spacesOf(line) {
  return piecesOf(line).filter((piece) => piece.kind === 'space');
}

/** All spaces of a line are stretched alike, so one number stands for them. @param {Line} line */
function spaceOf(line) {
  const spaces = spacesOf(line);
  if (spaces.length === 0) return [];
  const width = spaces.reduce((sum, space) => sum + space.width, 0);
  const natural = spaces.reduce(
    (sum, { face, style }) => sum + (face.space * style.size) / face.unitsPerEm,
    0,
  );
  return [{ width: width / spaces.length, share: width / natural }];
}

/** The middle of each kashida, points from the left. @param {Line} line */
function kashidaPlaces(line) {
  const drawn = piecesOf(line).filter((piece) => piece.kind === 'glyphs' && piece.kashida !== null);
  return drawn.map((piece) => kashidaPlace(/** @type {GlyphPiece} */ (piece)));
}

/** @param {GlyphPiece} piece */
function kashidaPlace({ x, run, kashida, style }) {
  const { at, width } = /** @type {NonNullable<typeof kashida>} */ (kashida);
  let before = 0;
  for (let i = 0; run.clusters[i] !== at && i < run.ids.length; i += 1) before += run.advances[i] ?? 0;
  return { x: x + ((before + width / 2) * style.size) / run.face.unitsPerEm, em: style.size };
}

/**
 * @param {{x: number, em: number}[]} found
 * @param {{x: number, em: number}[]} above
 */
function countStacked(found, above) {
  return found.filter(({ x, em }) => above.some((other) => Math.abs(other.x - x) < STACKED * em)).length;
}

/** Each space goes on the longest river that ends in a space over it. @param {readonly Line[]} lines */
function findRivers(lines) {
  /** @type {number[]} */
  const rivers = [];
  /** @type {{space: SpacePiece, length: number}[]} */
  let above = [];
  for (const line of [...lines, null]) {
    const here = line === null ? [] : spacesOf(line).map((space) => ({ space, length: 1 }));
    for (const river of above) {
      const below = here.filter(({ space }) => overlap(space, river.space));
      if (below.length === 0 && river.length >= RIVER) rivers.push(river.length);
      for (const next of below) next.length = Math.max(next.length, river.length + 1);
    }
    above = here;
  }
  return rivers;
}

/** @param {SpacePiece} a @param {SpacePiece} b */
const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width;

/** @param {Line} line */
function edgesOf(line) {
  const left = Math.min(...piecesOf(line).map((piece) => piece.x));
  const right = Math.max(...piecesOf(line).map((piece) => piece.x + piece.width));
  return { left, right };
}

/** @param {Line} line @param {number} indent */
function offMeasure(line, indent) {
  const { left, right } = edgesOf(line);
  return Math.max(Math.abs(left), Math.abs(line.width - indent - right));
}

/** @param {Line} line */
function beyond(line) {
  const { left, right } = edgesOf(line);
  return Math.max(-left, right - line.width);
}
