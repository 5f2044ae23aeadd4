import { MM } from '../base/geometry.ts';
import type { TokenReader } from './token-reader.ts';

/** What the cover of a printed book is made for: the theme's `cover` tokens. Points. */
export interface CoverStyle {
  /** How thick a leaf is: grams a square metre by cubic centimetres a gram, a thousandth of which is millimetres. */
  readonly leaf: number;
  /** How thick the cover itself is. */
  readonly board: number;
  /** Which way the spine is read, the book standing. */
  readonly spine: 'descending' | 'ascending';
}

export function readCover(reader: TokenReader): CoverStyle {
  return {
    leaf: ((reader.get('cover.weight') * reader.get('cover.bulk')) / 1000) * MM,
    board: reader.get('cover.board'),
    spine: reader.get('cover.spine'),
  };
}
