import type { Size } from '../base/geometry.ts';
import type { TokenReader } from './token-reader.ts';

/** How a document goes on paper: the theme's `print` tokens. Points. */
export interface PrintStyle {
  /** How far what touches the trim edge is drawn beyond it, so that a blade a little off leaves no white. */
  readonly bleed: number;
  /** Crop, registration and fold marks. */
  readonly marks: boolean;
  /** Every colour becomes the grey of its luminance. */
  readonly grey: boolean;
  /** `saving` leaves grounds out and keeps rules. */
  readonly ink: 'normal' | 'saving';
  /** The paper of booklets, 2up and 4up, whichever way it is turned; null = as large as its pages need. */
  readonly sheet: Size | null;
  /** Pages of a signature; 0 = the whole booklet is one. */
  readonly signature: number;
  /** How thick a sheet is: inner sheets of a booklet stand out by so much at the fore edge. */
  readonly paper: number;
}

export function readPrint(reader: TokenReader): PrintStyle {
  return {
    bleed: reader.get('print.bleed'),
    marks: reader.get('print.marks'),
    grey: reader.get('print.grey'),
    ink: reader.get('print.ink'),
    sheet: reader.get('print.sheet'),
    signature: reader.get('print.signature'),
    paper: reader.get('print.paper'),
  };
}
