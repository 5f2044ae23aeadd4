import { hasArabicLetter } from '../../base/arabic.ts';
import type { Point } from '../../base/geometry.ts';
import type { Path } from '../../base/path.ts';
import { directionOfText } from '../../base/text-direction.ts';
import type { DrawnNode } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { faceOf, shiftOf } from './fonts.ts';
import { inkShape } from './ink.ts';
import { readLength } from './lengths.ts';
import type { Style } from './style.ts';
import type { SvgContext, SvgScope } from './svg-context.ts';
import type { SvgElement } from './svg-tree.ts';
import { type PlacedCharacter, readCharacters } from './text-runs.ts';

/** The words of a text, set in the faces of the document. */
export function drawText(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  return layText(element, scope, context).flatMap(({ path, element, style }) =>
    style['visibility'] === 'visible' ? inkShape(path, element, { ...scope, style }, context) : [],
  );
}

/** The outline of a text, in its units. */
export function outlineText(element: SvgElement, scope: SvgScope, context: SvgContext): Path<Point> {
  return layText(element, scope, context).flatMap(({ path }) => path);
}

interface LaidPiece {
  readonly path: Path<Point>;
  readonly element: SvgElement;
  readonly style: Style;
}

function layText(element: SvgElement, scope: SvgScope, context: SvgContext): readonly LaidPiece[] {
  const laid: LaidPiece[] = [];
  let pen: Point = { x: 0, y: 0 };
  for (const chunk of cutChunks(readCharacters(element, scope, context))) {
    const start = { x: chunk[0]!.x ?? pen.x, y: chunk[0]!.y ?? pen.y };
    const { pieces, end } = layChunk(chunk, start, element, scope, context);
    laid.push(...pieces);
    pen = end;
  }
  return laid;
}

/** A text begins anew where a character has a place of its own; not within an Arabic word, whose letters join. */
function cutChunks(characters: readonly PlacedCharacter[]): readonly (readonly PlacedCharacter[])[] {
  const chunks: PlacedCharacter[][] = [];
  characters.forEach((character, index) => {
    const before = characters[index - 1];
    const isPlaced = character.x !== null || character.y !== null;
    const joins = before !== undefined && hasArabicLetter(before.text) && hasArabicLetter(character.text);
    if (before === undefined || (isPlaced && !joins)) chunks.push([character]);
    else chunks.at(-1)!.push(character);
  });
  return chunks;
}

/** A stretch of a chunk in one face that is set as one. */
interface Piece {
  readonly text: string;
  readonly first: PlacedCharacter;
}

function cutPieces(chunk: readonly PlacedCharacter[]): readonly Piece[] {
  const pieces: { text: string; first: PlacedCharacter }[] = [];
  for (const character of chunk) {
    const last = pieces.at(-1);
    const isMoved = (character.dx !== 0 || character.dy !== 0) && !hasArabicLetter(character.text);
    const isSpaced = character.style['letter-spacing'] !== 'normal' && !hasArabicLetter(character.text);
    if (last === undefined || last.first.style !== character.style || isMoved || isSpaced)
      pieces.push({ text: character.text, first: character });
    else last.text += character.text;
  }
  return pieces;
}

/** Pieces side by side, from the right where the words do, around the place that `text-anchor` says. */
function layChunk(
  chunk: readonly PlacedCharacter[],
  start: Point,
  text: SvgElement,
  scope: SvgScope,
  context: SvgContext,
): { readonly pieces: readonly LaidPiece[]; readonly end: Point } {
  const { style } = chunk[0]!;
  const written = style['direction'] === 'rtl' ? 'rtl' : 'ltr';
  const runsLeft = directionOfText(chunk.map(({ text }) => text).join(''), written) === 'rtl';
  const set = cutPieces(chunk).map((piece) => setPiece(piece, scope, context));
  const natural = set.reduce((sum, { width }) => sum + width, 0);
  const stretch = stretchOf(text, natural, chunk, scope);
  const width = natural * stretch;
  const before = ANCHORS.get(style['text-anchor']!) ?? 0;
  let x = start.x - width * (written === 'rtl' ? 1 - before : before);
  let y = start.y;
  const visual = runsLeft ? set.toReversed() : set;
  const pieces = visual.map((piece) => {
    const { dx, dy } = piece.first;
    x += dx;
    y += dy;
    const size = Number(piece.first.style['font-size']);
    const baseline = y + shiftOf(piece.first.style, size);
    const path = movePath(piece.path, [size * stretch, 0, 0, size, x, baseline]);
    x += piece.width * stretch;
    return { path, element: piece.first.element, style: piece.first.style };
  });
  return { pieces, end: { x, y } };
}

/** Of the width of a chunk, before its place. */
const ANCHORS: ReadonlyMap<string, number> = new Map(Object.entries({ start: 0, middle: 0.5, end: 1 }));

function setPiece({ text, first }: Piece, { viewport }: SvgScope, context: SvgContext) {
  const fontSize = Number(first.style['font-size']);
  const { path, width } = context.setWords(text, faceOf(first.style));
  const spaced = readLength(first.style['letter-spacing'], { whole: viewport.width, fontSize }) ?? 0;
  return { path, width: width * fontSize + spaced, first };
}

/** How many times as wide its author has words that are one chunk; further than twice it is no matter of the face. */
function stretchOf(
  text: SvgElement,
  natural: number,
  chunk: readonly PlacedCharacter[],
  { viewport }: SvgScope,
): number {
  const { element, style } = chunk[0]!;
  const written = element.attributes['textLength'] ?? text.attributes['textLength'];
  const length = readLength(written, { whole: viewport.width, fontSize: Number(style['font-size']) });
  if (length === null || natural === 0) return 1;
  const stretch = length / natural;
  return stretch > 0.5 && stretch < 2 ? stretch : 1;
}
