import { textOfLine } from '../../src/page/dump-pages.ts';
import type { Laid, Page } from '../../src/page/page.ts';
import { drawnLine, element, laid, openFace, PAGE, page, setLines, textStyle } from '../pdf/lay.ts';

/** Documents whose pages say their number, and hands that fold what was made of them. */

/** Pages of `size` that bear their number in the middle. */
export function numberedPages(count: number, binding: Laid['binding'] = 'right', size = PAGE): Laid {
  const root = element('Document', null);
  const face = openFace('amiri');
  const rtl = binding === 'right';
  const pages = Array.from({ length: count }, (_, index) => {
    const text = rtl ? `صفحة ${index + 1}` : `Page ${index + 1}`;
    const [line] = setLines([{ text, tagTarget: element('P', root), face, style: textStyle() }], 200, rtl);
    const side = (index % 2 === 0) === rtl ? 'left' : 'right';
    return page(index, [drawnLine(line!, size.height / 2, size.width / 2 - 100)], { side, size });
  });
  const direction = rtl ? 'rtl' : 'ltr';
  return { ...laid(root, pages, { direction, lang: rtl ? 'ar' : 'en' }), binding };
}

/** The numbers on the two halves of a side as it lies on the table; null = blank. */
export interface Halves {
  readonly left: number | null;
  readonly right: number | null;
}

export function readSide(sheet: Page): Halves {
  const fold = sheet.size.width / 2;
  const halves = { left: null as number | null, right: null as number | null };
  for (const drawItem of sheet.drawItems) {
    if (drawItem.kind !== 'line') continue;
    const half = drawItem.x + drawItem.line.width / 2 < fold ? 'left' : 'right';
    halves[half] = Number(/\d+/.exec(textOfLine(drawItem.line))![0]);
  }
  return halves;
}

/**
 * Reads a stack of sheets as a person does who folds it. Printed on both sides and turned over the short
 * edge, the left half of an outer side has the right half of the inner side behind it. Bound at the right,
 * the front half of a sheet is the left one: the fold is at its right edge.
 */
export function readFolded(
  sides: readonly Halves[],
  sheetsOfSignature: number,
  binding: Laid['binding'],
): readonly (number | null)[] {
  const sheets: (readonly [Halves, Halves])[] = [];
  for (let at = 0; at < sides.length; at += 2) sheets.push([sides[at]!, sides[at + 1]!]);
  const read: (number | null)[] = [];
  const [front, back] = binding === 'right' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  for (let at = 0; at < sheets.length; at += sheetsOfSignature) {
    const signature = sheets.slice(at, at + sheetsOfSignature);
    for (const [outer, inner] of signature) read.push(outer[front], inner[back]);
    for (const [outer, inner] of signature.toReversed()) read.push(inner[front], outer[back]);
  }
  return read;
}
