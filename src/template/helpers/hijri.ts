import { isArabicScript } from '../../base/language.ts';
import { typedDate } from '../../project/read-date.ts';
import type { Helper } from '../helper.ts';
import { isAbsent, splitDay } from './date.ts';
import { digitKind, writeDigits } from './digits.ts';

/**
 * `{{hijri date}}`: 2026-11-23 as ١٣ جمادى الآخرة ١٤٤٨ هـ, by the Umm al-Qura calendar of Saudi Arabia.
 * The civil (tabular) calendar gives ١٢ for the same day: the choice is part of the name of this helper.
 */
export const hijri: Helper = {
  usage: '{{hijri date}}',
  least: 1,
  most: 1,
  run({ args: [value], settings }) {
    if (isAbsent(value) || value === typedDate(settings)) return '';
    const { year, month, day } = splitDay(value, 'hijri');
    const arabic = isArabicScript(settings.lang);
    const hijriDay = toUmmAlQura(new Date(Date.UTC(year, month - 1, day)));
    const name = (arabic ? arabicMonths : latinMonths)[hijriDay.month - 1] ?? '';
    const text = `${hijriDay.day} ${name} ${hijriDay.year} ${arabic ? 'هـ' : 'AH'}`;
    return writeDigits(text, digitKind(settings), settings.lang);
  },
};

const arabicMonths =
  'المحرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة'.split(
    '|',
  );
const latinMonths =
  'Muharram|Safar|Rabi I|Rabi II|Jumada I|Jumada II|Rajab|Shaban|Ramadan|Shawwal|Dhu al-Qadah|Dhu al-Hijjah'.split(
    '|',
  );

/** Only numbers are asked of Intl: its calendar table (1300–1600 AH) is settled, its names are not. */
function toUmmAlQura(date: Date): { day: number; month: number; year: number } {
  const parts = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(date);
  const number = (type: string) =>
    Number.parseInt(parts.find((part) => part.type === type)?.value ?? '0', 10);
  return { day: number('day'), month: number('month'), year: number('year') };
}
