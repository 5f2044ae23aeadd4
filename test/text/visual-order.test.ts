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

const WORDS = ['في', 'كتاب', 'المدينة', 'قال', 'ثمّ', 'نحو', 'الساعة'];

/** Digits that an example may have instead of its own. A check digit (`holds`) is not to be had at random. */
type Digits = 'as written' | 'at random' | 'Arabic-Indic' | 'Persian';
const ZERO = { 'Arabic-Indic': 0x660, Persian: 0x6f0 } as const;

function withDigits(example: string, digits: Digits, random: readonly number[]): string {
  let at = 0;
  return example.replace(/[0-9\u0660-\u0669]/g, (digit) => {
    const value = digit.charCodeAt(0) & 0xf;
    if (digits === 'as written') return digit;
    if (digits === 'at random') return digit < ':' ? String(random[at++ % random.length]!) : digit;
    return String.fromCharCode(ZERO[digits] + value);
  });
}

/** Every form with every example of the table, in every set of digits that it is written in. */
const VARIANTS = NUMBER_FORMS.flatMap(({ name, examples, pattern, holds }) =>
  examples.flatMap((example) => {
    const is = new RegExp(`^(?:${pattern})$`, 'u');
    const sets: Digits[] = ['as written', 'Arabic-Indic', 'Persian'];
    if (holds === undefined) sets.push('at random');
    return sets
      .filter((digits) => is.test(withDigits(example, digits, [1])))
      .map((digits) => ({ name, example, digits }));
  }),
);

/** What stands on paper for a form: the numbers of a range from the right, Arabic words of an address as words. */
function paintedForm(form: string, name: string): string {
  if (name === 'range') return form.replace(/^(.+?)([-–])(.+)$/u, '$3$2$1');
  return form.replace(/[\u0620-\u065F]+(?:[\\/][\u0620-\u065F]+)*/g, (words) =>
    [...words].reverse().join(''),
  );
}

test('every form is in the property below, in European and in Arabic-Indic digits', () => {
  const names = (digits: Digits) =>
    new Set(VARIANTS.filter((one) => one.digits === digits).map(({ name }) => name));
  expect(names('as written')).toEqual(new Set(NUMBER_FORMS.map(({ name }) => name)));
  expect(names('Arabic-Indic').size).toBeGreaterThanOrEqual(25);
  expect(names('at random').size).toBeGreaterThanOrEqual(30);
});

test('in a sentence of forms and Arabic words each form reads from the left and nothing is torn', () => {
  const part = fc.record({
    word: fc.constantFrom(...WORDS),
    prefix: fc.constantFrom('', 'و', 'بـ', '('),
    form: fc.constantFrom(...VARIANTS),
    random: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 9 }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (sentence) => {
      const parts = sentence.map(({ word, prefix, form, random }) => {
        const text = withDigits(form.example, form.digits, random);
        return {
          text: `${word} ${prefix}${text}${prefix === '(' ? ')' : ''}`,
          painted: paintedForm(text, form.name),
        };
      });
      const [line] = setText(`${parts.map(({ text }) => text).join(' ')} نهاية`, 4000, {
        ...JUSTIFIED,
        align: 'start',
      });
      const painted = paintedOrder(line!);
      for (const part of parts) expect(painted).toContain(part.painted);
    }),
    { numRuns: 600 },
  );
});

describe.skipIf(chromium === undefined)('Chromium', () => {
  test('has the same order in every line of the table', () => {
    const table = readTable();
    const orders = measureOrder(table.map(({ marked }) => toHtml(marked)));
    expect(orders.map(foldOrder)).toEqual(table.map(({ visual }) => foldOrder(visual)));
  });
});
