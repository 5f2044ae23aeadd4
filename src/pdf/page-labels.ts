import type { Page } from '../page/page.ts';
import { type PdfDict, type PdfValue, pdfText } from './pdf-file.ts';

/**
 * The number tree of page labels (ISO 32000-1, 12.4.2). PDF itself counts in Western digits, Roman
 * numerals and Latin letters only; labels in any other digits are written page by page, as prefixes.
 */
export function pageLabels(pages: readonly Page[]): PdfDict {
  const nums: PdfValue[] = [];
  let expected: number | null = null;
  pages.forEach(({ label }, index) => {
    const number = /^[1-9][0-9]{0,6}$/.test(label) ? Number(label) : null;
    if (number === null) nums.push(index, label === '' ? {} : { P: pdfText(label) });
    else if (number !== expected) nums.push(index, { S: 'D', St: number });
    expected = number === null ? null : number + 1;
  });
  return { Nums: nums };
}
