import { describe, expect, test } from 'vitest';
import { readNumberCell } from '../../src/resolve/rules/number-cell.ts';

/** `|` stands where the cell aligns with the others of its column. */
const NUMBERS = [
  '12|',
  '1,234|.56',
  '١٬٢٣٤|٫٥٦',
  '۱۲|٫۵',
  '1.234.567|',
  '1.234|,5',
  '30|.125',
  '0|.5',
  '+3|.5',
  '-3|.5',
  '−12|.25',
  '±0|٫٢٥',
  '~40|',
  '<5|',
  '≥ ١٠|',
  '3|.5%',
  '+3|.5%',
  '-2|,1 %',
  '٣|٫٥٪',
  '٪٣|٫٥',
  '12|‰',
  '(45|)',
  '(1,250|.00)',
  '$5|',
  '-$5|',
  '$-5|',
  '$5|.50',
  '50| €',
  '€1,250|',
  'USD 7|.25',
  '7| USD',
  '\u20C1 12|',
  '1 234 567|.8',
  '1\u00A0234|',
  '1\u202F234|.5',
  "1'234|.5",
  '5| km²',
  '12|kg',
  '40|°C',
  '25|*',
  '\u200E12|.5',
  '12|\u200F',
];
const PLACEHOLDERS = [
  '',
  '—',
  '–',
  '-',
  '−',
  '..',
  '...',
  '…',
  'n/a',
  'N/A',
  'x',
  'غ.م',
  'غير متاح',
  'لا يوجد',
  'نامشخص',
];
const TEXTS = [
  'كلمة',
  '١٢ كتابًا',
  '12–17',
  '2023-05-01',
  '٢٠٢٠/٢٠٢١',
  '1.2.3',
  '+962 6 123 4567',
  '10:30',
  'A4',
  '3D',
  'ISO 9001',
  '12 34',
  '1,23,456',
  'نحو ٤٠',
  '5 من 10',
  '12 km north',
  '٣٫٥٫٢',
];

describe('a cell of a column of numbers', () => {
  test.each(NUMBERS)('%s is a number, aligned there', (marked) => {
    const text = marked.replace('|', '');
    expect(readNumberCell(text)).toEqual({ kind: 'number', alignAt: marked.indexOf('|') });
  });

  test.each(PLACEHOLDERS)('“%s” says that there is none', (text) => {
    expect(readNumberCell(text)).toEqual({ kind: 'placeholder', alignAt: text.length });
  });

  test.each(TEXTS)('%s is a text', (text) => {
    expect(readNumberCell(text)).toBeNull();
  });
});
