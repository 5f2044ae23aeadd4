import { describe, expect, test } from 'vitest';
import type { CounterStyle } from '../../src/base/counters.ts';
import { documentCounter, formatCounter, formatNumbering, readNumber } from '../../src/base/counters.ts';
import { convertDigits } from '../../src/resolve/convert-digits.ts';

const COUNTERS: readonly (readonly [CounterStyle, number, string])[] = [
  ['decimal', 12, '12'],
  ['arabic-indic', 1, '١'],
  ['arabic-indic', 2026, '٢٠٢٦'],
  ['persian', 456, '۴۵۶'],
  ['arabic-abjad', 1, 'أ'],
  ['arabic-abjad', 4, 'د'],
  ['arabic-abjad', 5, 'ه\u200D'],
  ['arabic-abjad', 10, 'ي'],
  ['arabic-abjad', 11, 'ك'],
  ['arabic-abjad', 28, 'غ'],
  ['arabic-abjad', 29, '٢٩'],
  ['hijai', 2, 'ب'],
  ['hijai', 4, 'ث'],
  ['hijai', 26, 'ه\u200D'],
  ['hijai', 28, 'ي'],
  ['lower-alpha', 3, 'c'],
  ['lower-alpha', 26, 'z'],
  ['lower-alpha', 27, 'aa'],
  ['upper-alpha', 53, 'BA'],
  ['lower-roman', 4, 'iv'],
  ['lower-roman', 1994, 'mcmxciv'],
  ['lower-roman', 4000, '4000'],
  ['none', 7, ''],
];

test.each(COUNTERS)('%s prints %i as %s', (style, number, printed) => {
  expect(formatCounter(style, number)).toBe(printed);
});

test('numbers of several levels keep their order of writing', () => {
  expect(formatNumbering(['arabic-indic'], [1, 2])).toBe('١.٢');
  expect(formatNumbering(['arabic-abjad', 'arabic-indic'], [2, 3, 4])).toBe('ب.٣.٤');
  expect(formatNumbering(['none', 'decimal'], [2, 3])).toBe('3');
});

describe('the digits of a document', () => {
  test.each([
    ['ar', 'source', 'arabic-indic'],
    ['ar-EG', 'source', 'arabic-indic'],
    ['ar-MA', 'source', 'decimal'],
    ['ar-MA', 'arab', 'arabic-indic'],
    ['ar', 'latn', 'decimal'],
    ['fa', 'source', 'persian'],
    ['ur', 'arab', 'persian'],
    ['en', 'source', 'decimal'],
  ] as const)('%s with %s counts in %s', (lang, digits, counter) => {
    expect(documentCounter(lang, digits)).toBe(counter);
  });
});

describe('digits in text', () => {
  test('numbers change, names do not', () => {
    expect(convertDigits('في 2010 ظهر COVID-19 وISO9001 بنسبة 12.5', 'arabic-indic')).toBe(
      'في ٢٠١٠ ظهر COVID-19 وISO9001 بنسبة ١٢٫٥',
    );
  });
  test.each([
    ['بلغ 1,234.56 دينارًا', 'بلغ ١٬٢٣٤٫٥٦ دينارًا'],
    ['بلغ 1.234,56 دينارًا', 'بلغ ١٬٢٣٤٫٥٦ دينارًا'],
    ['بلغ 1,234,567 نسمة', 'بلغ ١٬٢٣٤٬٥٦٧ نسمة'],
    ['بلغ 1 234 567 نسمة', 'بلغ ١ ٢٣٤ ٥٦٧ نسمة'],
    ['بنسبة 7.3% و-2,1 %', 'بنسبة ٧٫٣٪ و-٢٫١ ٪'],
    ['نحو 3.5 و٣.٥', 'نحو ٣٫٥ و٣٫٥'],
    ['السعر $5.50 أو 50 €', 'السعر $٥٫٥٠ أو ٥٠ €'],
    ['الساعة 9:30 في 15/4/2011', 'الساعة ٩:٣٠ في ١٥/٤/٢٠١١'],
    ['بين 1994–2011 أو 10.5-12.5', 'بين ١٩٩٤–٢٠١١ أو ١٠٫٥-١٢٫٥'],
    ['القسم 1.2 والقسم 1.2.3', 'القسم ١.٢ والقسم ١.٢.٣'],
    ['القسمان في القسمين 1.2 و1.3 أو 1.4', 'القسمان في القسمين ١.٢ و١.٣ أو ١.٤'],
    ['انظر الشكل رقم (2.1) والجدول (3.4) والبند 5.2', 'انظر الشكل رقم (٢.١) والجدول (٣.٤) والبند ٥.٢'],
    ['وبالفصل 1.2، 1.3 وللمادة 4.1', 'وبالفصل ١.٢، ١.٣ وللمادة ٤.١'],
    ['البنود 1.2–1.4 كلها', 'البنود ١.٢–١.٤ كلها'],
    ['في الجدول 2.5 مليون دولار', 'في الجدول ٢٫٥ مليون دولار'],
    ['انقسم 1.2 منها', 'انقسم ١٫٢ منها'],
    ['الإصدارات 1.2 و1.3 ثم 20 وبالإصدار رقم 2.5', 'الإصدارات 1.2 و1.3 ثم 20 وبالإصدار رقم 2.5'],
    ['النسخة 2.0 أو version 3.1 أو v4', 'النسخة 2.0 أو version 3.1 أو v4'],
    ['نسخة 2.0 عام 2011 بنسبة 3.5', 'نسخة 2.0 عام ٢٠١١ بنسبة ٣٫٥'],
    ['العدد 1.000.000 نسمة', 'العدد ١٬٠٠٠٬٠٠٠ نسمة'],
    ['المرجع REF#2023/456 وHTTP/2', 'المرجع REF#2023/456 وHTTP/2'],
    ['بدلالة (P<0.001) وp < 0.05 و2x + 3 = 7', 'بدلالة (P<0.001) وp < 0.05 و2x + 3 = 7'],
    ['المطلوب 3 × 25.00 = 75.00', 'المطلوب ٣ × ٢٥٫٠٠ = ٧٥٫٠٠'],
    ['معيار ISO 9001:2015 ونظام Windows 11', 'معيار ISO 9001:2015 ونظام Windows 11'],
    ['الإصدار 3.5 ثم 1.2.3-rc1', 'الإصدار 3.5 ثم 1.2.3-rc1'],
    ['زر https://example.org/2010/1.5 أو 192.168.0.1', 'زر https://example.org/2010/1.5 أو 192.168.0.1'],
    ['ردمك 978-3-16-148410-0', 'ردمك 978-3-16-148410-0'],
    ['الحساب SA03 8000 0000 6080 1016 7519', 'الحساب SA03 8000 0000 6080 1016 7519'],
  ])('%s with Arabic-Indic digits', (written, set) => {
    expect(convertDigits(written, 'arabic-indic')).toBe(set);
  });
  test.each([
    ['بلغ ١٬٢٣٤٫٥٦ دينارًا', 'بلغ 1,234.56 دينارًا'],
    ['بنسبة ٧٫٣٪ تقريبًا', 'بنسبة 7.3% تقريبًا'],
    ['بلغ 2,1 و۳٫۵', 'بلغ 2,1 و3.5'],
    ['الإصدار ٣٫٥ والقسم ١.٢', 'الإصدار 3.5 والقسم 1.2'],
  ])('%s with European digits', (written, set) => {
    expect(convertDigits(written, 'decimal')).toBe(set);
  });
  test('Persian digits have the same separators', () => {
    expect(convertDigits('3.5% از 1,000', 'persian')).toBe('۳٫۵٪ از ۱٬۰۰۰');
  });
  test('both ways, and a date keeps its hyphens', () => {
    expect(convertDigits('٢٠١١-٠٤-١٥', 'decimal')).toBe('2011-04-15');
  });
});

describe('numbers as people write them', () => {
  test.each([
    ['٥٦', 56],
    ['١٢٫٥', 12.5],
    ['١٬٢٥٠', 1250],
    ['1,250,000', 1250000],
    ['12,5', null],
    ['−٣', -3],
    ['٪٨', null],
    ['٨٪', 8],
    ['ثلاثة', null],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
