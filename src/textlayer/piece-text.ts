import { unreachable } from '../base/unreachable.ts';
import type { LinePiece } from '../text/line.ts';
import { partText } from './char-glyphs.ts';

/** The characters of a piece as a reader is to hear them; a leader is a pause, an image is silent. */
export function textOfPiece(piece: LinePiece): string {
  switch (piece.kind) {
    case 'glyphs':
      return partText(piece);
    case 'space':
      return piece.char;
    case 'leader':
      return ' ';
    case 'image':
      return '';
    default:
      return unreachable(piece, 'glyphs, space, leader, image');
  }
}
