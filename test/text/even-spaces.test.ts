import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/text/line.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { fonts, JUSTIFIED, setText } from './set-text.ts';

const TEXT =
  'يعيش في البلاد أبناء أكثر من مئة قومية وأتباع ديانات شتى. ويذكر المقال أنها لم تعرف فيما مضى اضطرابًا منشؤه العرق أو الدين، ويرى أن هذا التعايش يعينها على الإسهام في حوار الشرق والغرب. وهذا الحوار من الأولويات التي حددها الرئيس نور سلطان نزاربايف لمدة الرئاسة. قد تبدو المنظمتان متباعدتين؛ فالمراقبون، على ما ينقل المقال، ينظرون إلى الأولى كأنها صورة الغرب المسيحي، وإلى الثانية كأنها صورة الشرق الإسلامي. غير أن المقال يقرّب المسافة بينهما: فكلتاهما مدعوّة إلى معالجة قضايا السلم والأمن بين الدول، والفرق بينهما في المقاصد والمهمات ليس كبيرًا. ومن هنا تنشأ فكرة الجسر: أن تصل كازاخستان بين المنظمتين في عام ٢٠١١، وقد تولّت قيادة كلٍّ منهما، فيتقدم التعاون بينهما خطوة أخرى.';

const CM = 72 / 2.54;

/** The widest space of all lines but the last, as a share of the natural one: an Amiri space at 12 pt. */
function widestSpace(lines: readonly Line[]): number {
  const { space, unitsPerEm } = fonts.face('amiri', 400, false);
  const spaces = lines.slice(0, -1).flatMap((line) => piecesOf(line).filter(({ kind }) => kind === 'space'));
  return (Math.max(...spaces.map(({ width }) => width)) * unitsPerEm) / (12 * space);
}

describe('spaces of justified lines', () => {
  test.each([16, 12, 9])('are the more even the more kashida is allowed, at %i cm', (cm) => {
    const [none, mild, classic] = (['none', 'mild', 'classic'] as const).map((kashida) =>
      widestSpace(setText(TEXT, cm * CM, { ...JUSTIFIED, kashida })),
    );
    // Elongations come in steps, whose rounding the spaces take.
    const step = 0.02;
    expect(mild).toBeLessThan(none! + step);
    expect(classic).toBeLessThan(mild! + step);
  });

  test('stay whole in narrow columns, where many kashidas leave each other no room', () => {
    expect(widestSpace(setText(TEXT, 9 * CM, { ...JUSTIFIED, kashida: 'classic' }))).toBeLessThan(1.3);
  });
});

/** Amiri pulls an initial kaf over the space before it when the two stand after a teh marbuta. */
test.each(['بدرجة كبيرة', 'سفارة كوريا', 'مدينة كابل'])('the words of %s do not run together', (words) => {
  const [first, second] = words.split(' ') as [string, string];
  const alone = [first, second].map((word) => piecesOf(setText(word, 400)[0]!)[0]!.width);
  const [line] = setText(words, 400);
  const { space, unitsPerEm } = fonts.face('amiri', 400, false);
  expect(piecesOf(line!).map(({ width }) => width)).toEqual([alone[0], (12 * space) / unitsPerEm, alone[1]]);
});
