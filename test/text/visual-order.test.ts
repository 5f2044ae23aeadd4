import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMBER_FORMS } from '../../src/base/number-forms.ts';
import { chromium, foldOrder, measureOrder, readTable, toHtml } from './measure-order.mjs';
import { paintedOrder } from './painted-order.ts';
import { JUSTIFIED, setText } from './set-text.ts';

/** Logical text, what stands on paper from left to right, and who confirms it: see `measure-order.mjs`. */
const rows = readTable().map(({ logical, visual }) => [logical, visual] as const);

describe('visual order of mixed lines', () => {
  test('the table has at least 300 lines', () => expect(rows.length).toBeGreaterThanOrEqual(300));

  test.each(rows)('%s', (logical, visual) => {
    const [line, ...more] = setText(logical, 2000, { ...JUSTIFIED, align: 'start' });
    expect(more).toEqual([]);
    expect(paintedOrder(line!)).toBe(visual.replace(/[\p{M}\p{Cf}]/gu, ''));
  });
});

/** Words and forms that a sentence is made of at random. */
const WORDS = ['في', 'كتاب', 'المدينة', 'قال', 'ثمّ', 'نحو', 'الساعة'];
const FORMS = NUMBER_FORMS.filter(({ ends, name }) => !ends && name !== 'address').flatMap(
  ({ examples }) => examples,
);

test('in a sentence of forms and Arabic words each form reads from the left and nothing is torn', () => {
  const parts = fc.array(
    fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', 'و', 'بـ', '('), fc.constantFrom(...FORMS)),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(parts, (sentence) => {
      const text = `${sentence.map(([word, prefix, form]) => `${word} ${prefix}${form}${prefix === '(' ? ')' : ''}`).join(' ')} نهاية`;
      const [line] = setText(text, 4000, { ...JUSTIFIED, align: 'start' });
      const painted = paintedOrder(line!);
      for (const [, , form] of sentence) expect(painted).toContain(form);
    }),
    { numRuns: 300 },
  );
});

describe.skipIf(chromium === undefined)('Chromium', () => {
  test('has the same order in every line of the table', () => {
    const table = readTable();
    const orders = measureOrder(table.map(({ marked }) => toHtml(marked)));
    expect(orders.map(foldOrder)).toEqual(table.map(({ visual }) => foldOrder(visual)));
  }, 120_000);
});
