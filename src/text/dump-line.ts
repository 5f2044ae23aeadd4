import type { Line, LinePiece } from './line.ts';
import { piecesOf } from './line-pieces.ts';

/** `--dump=lines`: a line as its pieces in logical order, each with its left edge; an elongation shows as «+units». */
export function dumpLine(line: Line): string {
  const pieces = piecesOf(line).map((piece) => `${hundredths(piece.x)}:${dumpPiece(piece)}`);
  return `${line.start}–${line.end} ${line.width.toFixed(2)} | ${pieces.join(' ')}`;
}

function dumpPiece(piece: LinePiece): string {
  if (piece.kind === 'space') return '␠';
  if (piece.kind !== 'glyphs') return piece.kind;
  const { run, charFrom, charTo, kashida } = piece;
  if (!kashida) return run.text.slice(charFrom, charTo);
  return `${run.text.slice(charFrom, kashida.at)}«+${kashida.width}»${run.text.slice(kashida.at + 1, charTo)}`;
}

/** What rounds to nothing has no sign. */
const hundredths = (points: number) => points.toFixed(2).replace(/^-(?=0\.00$)/, '');
