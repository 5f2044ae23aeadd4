import { describe, expect, test } from 'vitest';
import { cutCode } from '../../src/resolve/code-stretches.ts';
import { inlinesOf, styleText } from './style-text.ts';

/** What is set apart, in brackets by its direction: ⟨ltr⟩, ⟪rtl⟫, ⟦auto⟧. */
function shown(code: string, prose = false): string {
  const marks = { ltr: '⟨⟩', rtl: '⟪⟫', auto: '⟦⟧' } as const;
  return cutCode(code, prose)
    .map(({ text, direction }) =>
      direction === null ? text : `${marks[direction][0]}${text}${marks[direction][1]}`,
    )
    .join('');
}

describe('Arabic in code is set apart, so that a line reads from the left', () => {
  test.each([
    ["const a = 'أهلًا وسهلًا'; // تعليق (مهم)، وهذا.", "const a = '⟪أهلًا وسهلًا⟫'; // ⟪تعليق (مهم)، وهذا.⟫"],
    ['{"اسم": "محمد علي", "عمر": 30}', '{"⟦اسم⟧": "⟪محمد علي⟫", "⟦عمر⟧": 30}'],
    ['العنوان: تقرير سنوي # تعليق', '⟦العنوان⟧: ⟪تقرير سنوي⟫ # ⟦تعليق⟧'],
    ['- بند: [أ, ب, ج]', '- ⟦بند⟧: [⟦أ⟧, ⟦ب⟧, ⟦ج⟧]'],
    ['س = ٣ + ٤', '⟦س⟧ = ⟨٣⟩ + ⟨٤⟩'],
    ['# تعليق PDF مهم (أول)', '# ⟪تعليق PDF مهم (أول)⟫'],
    ['/* تعليق هنا */ x = 1', '/* ⟪تعليق هنا⟫ */ x = 1'],
    ['SELECT 1; -- تعليق هنا', 'SELECT 1; -- ⟪تعليق هنا⟫'],
    ['<p>نص عربي</p> <!-- تعليق ما -->', '<p>⟪نص عربي⟫</p> <!-- ⟪تعليق ما⟫ -->'],
    ['open("https://a.org/ar/عنوان")', 'open("⟦https://a.org/ar/عنوان⟧")'],
    ['plain = "no Arabic" # at all', 'plain = "no Arabic" # at all'],
    ["it's 'نص هنا' isn't", "it's '⟪نص هنا⟫' isn't"],
  ])('%s', (code, expected) => {
    expect(shown(code)).toBe(expected);
    expect(
      cutCode(code, false)
        .map(({ text }) => text)
        .join(''),
    ).toBe(code);
  });

  test('lines of plain text are text', () => {
    expect(shown('سطر (يبدأ هنا).\n  وآخر.\nname: قيمة', true)).toBe(
      '⟪سطر (يبدأ هنا).⟫\n  ⟪وآخر.⟫\nname: ⟦قيمة⟧',
    );
    expect(shown('سطر: آخر.', false)).toBe('⟦سطر⟧: ⟦آخر⟧.');
  });

  test('no stretch runs over a line’s end', () => {
    for (const { text, direction } of cutCode('\'سطر\nآخر\'\n"ب\n"', false))
      if (direction !== null) expect(text).not.toContain('\n');
  });
});

test('inline code with both scripts reads from the left, and each Arabic part from the right', () => {
  const inlines = inlinesOf(styleText('في `{"name": "قيمة أولى"}` نص').styled);
  const arabic = inlines.find((inline) => inline.kind === 'text' && inline.text === 'قيمة أولى');
  expect(arabic?.isolates.map(({ direction }) => direction)).toEqual(['ltr', 'rtl']);
});
