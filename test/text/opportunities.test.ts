import { describe, expect, test } from 'vitest';
import { findOpportunities } from '../../src/text/opportunities.ts';

/** The text with a stroke wherever a line may end. */
function cut(text: string): string {
  const found = findOpportunities(text);
  return [...text]
    .map((char, index) => char + (index + 1 < text.length && found[index + 1] ? '|' : ''))
    .join('');
}

describe('a number that a line must not part', () => {
  test('is a range of years or pages', () => {
    expect(cut('بين ٢٠١٠–٢٠١١ وما بعدها')).toBe('بين |٢٠١٠–٢٠١١ |وما |بعدها');
    expect(cut('ص 12-17 منه')).toBe('ص |12-17 |منه');
  });
  test('is not one of two numbers too long for a range', () => {
    expect(cut('الرقم ١٢٣٤٥٦–١٢٣٤٥٦')).toBe('الرقم |١٢٣٤٥٦–|١٢٣٤٥٦');
  });
  test('is one of several groups, unless it is too long for a line', () => {
    expect(cut('بلغ 1 234 567 دينارا')).toBe('بلغ |1 234 567 |دينارا');
    expect(cut('رقم ٤٠٠٠ ٠٠١٢ ٣٤٥٦ ٧٨٩٩ هنا')).toBe('رقم |٤٠٠٠ |٠٠١٢ |٣٤٥٦ |٧٨٩٩ |هنا');
    expect(cut('هاتف +962 6 123 4567')).toBe('هاتف |+962 6 123 4567');
    expect(cut('الأعداد 1 2 3 4 5 6 7 8 9 10 11 12 13')).toContain('1 |2 |3');
  });
  test('keeps its unit', () => {
    expect(cut('قطع ١٢ كم سيرًا')).toBe('قطع |١٢ كم |سيرًا');
  });
});
