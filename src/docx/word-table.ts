import type { XmlElement } from '../base/xml.ts';
import type { Edges } from '../theme/style-values.ts';
import type { WordDraft } from './draft.ts';
import { writeGap } from './paragraph.ts';
import type { WordPlace } from './place.ts';
import { END, START } from './sides.ts';
import { border } from './styles.ts';
import { flag, hex, twips, valued, word } from './word-xml.ts';

export interface WordCell {
  /** How many columns it takes. */
  readonly span: number;
  readonly write: (place: WordPlace) => void;
}

interface WordTable {
  /** Points. */
  readonly widths: readonly number[];
  /** Id of its style; null = no rules. */
  readonly style: string | null;
  /** Its first rows are said again on every page. */
  readonly headers: number;
  /** Whether the first cell of each row heads it. */
  readonly hasRowHeads: boolean;
  readonly rows: readonly (readonly WordCell[])[];
  readonly box?: WordBox;
  /** Points. */
  readonly least?: number;
}

/** What a table of one cell looks like. */
interface WordBox {
  readonly background: string | null;
  readonly padding: Edges;
  readonly rules: readonly {
    readonly edge: keyof Edges;
    readonly rule: { readonly width: number; readonly color: string };
  }[];
}

/** A table, and a gap below it: two tables without a paragraph between them are one, and no cell may end with one. */
export function writeWordTable(table: WordTable, place: WordPlace, draft: WordDraft, gap: number): void {
  // a label of a list has no place in a table, nor has the end of a page
  if (draft.number !== null || draft.opensPage) writeGap(1, place, draft);
  const { widths, style, headers, hasRowHeads, rows, box } = table;
  const total = widths.reduce((sum, width) => sum + width, 0);
  const properties = word('tblPr', {}, [
    ...(style === null ? [] : [valued('tblStyle', style)]),
    ...flag('bidiVisual', place.direction === 'rtl'),
    word('tblW', { w: twips(total), type: 'dxa' }),
    ...(place.indent === 0 ? [] : [word('tblInd', { w: twips(place.indent), type: 'dxa' })]),
    ...(box === undefined ? [] : [word('tblLayout', { type: 'fixed' })]),
    word('tblLook', {
      val: headers > 0 ? (hasRowHeads ? '00A0' : '0020') : hasRowHeads ? '0080' : '0000',
      firstRow: headers > 0 ? 1 : 0,
      lastRow: 0,
      firstColumn: hasRowHeads ? 1 : 0,
      lastColumn: 0,
      noHBand: 1,
      noVBand: 1,
    }),
  ]);
  const grid = word(
    'tblGrid',
    {},
    widths.map((width) => word('gridCol', { w: twips(width) })),
  );
  const written = rows.map((cells, index) => writeRow(cells, index < headers, table, place));
  place.out.push(word('tbl', {}, [properties, grid, ...written]));
  writeGap(gap, place, draft);
}

function writeRow(
  cells: readonly WordCell[],
  isHeader: boolean,
  { widths, box, least }: WordTable,
  place: WordPlace,
): XmlElement {
  let column = 0;
  const written = cells.map(({ span, write }) => {
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return writeCell(width, span, write, box, place);
  });
  const height = least === undefined ? [] : [word('trHeight', { val: twips(least), hRule: 'atLeast' })];
  // what is in a box may be longer than a page
  const properties = [...flag('cantSplit', box === undefined), ...height, ...flag('tblHeader', isHeader)];
  return word('tr', {}, [...(properties.length === 0 ? [] : [word('trPr', {}, properties)]), ...written]);
}

function writeCell(
  width: number,
  span: number,
  write: WordCell['write'],
  box: WordBox | undefined,
  place: WordPlace,
): XmlElement {
  const out: XmlElement[] = [];
  const { start, end } = box?.padding ?? { start: 0, end: 0 };
  write({
    ...place,
    out,
    indent: 0,
    measure: width - start - end,
    depth: 0,
    isLoose: false,
    kind: place.kind === 'body' ? 'cell' : place.kind,
  });
  // a cell ends with a paragraph (17.4.65)
  if (out.at(-1)?.name !== 'w:p') out.push(word('p'));
  const properties = word('tcPr', {}, [
    word('tcW', { w: twips(width), type: 'dxa' }),
    ...(span === 1 ? [] : [valued('gridSpan', span)]),
    ...(box === undefined ? [] : boxProperties(box)),
  ]);
  return word('tc', {}, [properties, ...out]);
}

const NAMES: Readonly<Record<keyof Edges, string>> = {
  before: 'top',
  after: 'bottom',
  start: START,
  end: END,
};

function boxProperties({ background, padding, rules }: WordBox): readonly XmlElement[] {
  const borders = rules.map(({ edge, rule }) => border(NAMES[edge], rule));
  const margins = Object.entries(NAMES).map(([edge, name]) =>
    word(name, { w: twips(padding[edge as keyof Edges]), type: 'dxa' }),
  );
  return [
    ...(borders.length === 0 ? [] : [word('tcBorders', {}, borders)]),
    ...(background === null ? [] : [word('shd', { val: 'clear', color: 'auto', fill: hex(background) })]),
    word('tcMar', {}, margins),
  ];
}

/** Widths for columns by what is in them: as long as their texts in proportion, but no shorter than a long word. */
export function shareWidths(
  texts: readonly (readonly string[])[],
  measure: number,
  size: number,
): readonly number[] {
  const count = texts.length;
  const letter = size * LETTER;
  const least = texts.map((column) =>
    Math.min(measure / count, letter * Math.max(4, ...column.map((text) => longestWord(text))) + PADDING),
  );
  const wanted = texts.map((column, index) =>
    Math.max(
      least[index]!,
      Math.min(measure / 2, letter * Math.max(1, ...column.map(({ length }) => length)) + PADDING),
    ),
  );
  const sum = wanted.reduce((total, one) => total + one, 0);
  if (sum <= measure) return wanted.map((one) => (one * measure) / sum);
  const room = measure - least.reduce((total, one) => total + one, 0);
  const over = sum - least.reduce((total, one) => total + one, 0);
  return wanted.map((one, index) => least[index]! + ((one - least[index]!) * room) / over);
}

/** Of the size of the type: the mean width of a letter. */
const LETTER = 0.5;
/** Points, of a cell. */
const PADDING = 12;

function longestWord(text: string): number {
  return text.split(/\s+/).reduce((longest, { length }) => Math.max(longest, length), 0);
}
