import { MM, type Size } from '../base/geometry.ts';
import type { Relative, TokenReader } from './token-reader.ts';

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

/** The printers' usual bleed; more than 20 mm no press asks for. */
const BLEED = 3 * MM;
const MOST_BLEED = 20 * MM;
/** 80 g/m² office paper is 0.1 mm thick, heavy board 1 mm. */
const PAPER = 0.1 * MM;
const MOST_PAPER = MM;
/** Thirty-two sheets: as much as anyone folds at once. */
const MOST_PAGES = 128;

const A4: Size = { width: 210 * MM, height: 297 * MM };

export function readPrint(reader: TokenReader, relative: Relative): PrintStyle {
  return {
    bleed: reader.length('print.bleed', relative, [0, MOST_BLEED], BLEED),
    marks: reader.flag('print.marks', true),
    grey: reader.flag('print.grey', false),
    ink: reader.choice('print.ink', ['normal', 'saving'], 'normal'),
    sheet: reader.text('print.sheet', 'A4') === 'full' ? null : reader.pageSize('print.sheet', A4),
    signature: reader.number('print.signature', [0, MOST_PAGES], 0),
    paper: reader.length('print.paper', relative, [0, MOST_PAPER], PAPER),
  };
}
