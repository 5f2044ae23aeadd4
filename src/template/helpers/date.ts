import { typedDate } from '../../project/read-date.ts';
import { type Helper, TemplateFault } from '../helper.ts';
import type { TemplateValue } from '../template-value.ts';
import { digitKind, writeDigits } from './digits.ts';

/** `{{date date}}`: 2026-11-23 as ٢٣ نوفمبر ٢٠٢٦, in the document's language and digits. */
export const date: Helper = {
  usage: '{{date date}}',
  least: 1,
  most: 1,
  run({ args: [value], settings }) {
    if (isAbsent(value)) return '';
    // What is no date has been reported where it stands, and is printed as typed.
    if (value === typedDate(settings)) return value;
    const { year, month, day } = splitDay(value, 'date');
    const name = monthsOf(settings.lang)[month - 1] ?? '';
    return writeDigits(`${day} ${name} ${year}`, digitKind(settings), settings.lang);
  },
};

/**
 * Gregorian months from CLDR 46, kept here because the tables of Intl change with the version of Node.
 * Arabic has four sets: Egypt and the Gulf, the Levant and Iraq, Morocco, Algeria with Tunisia.
 */
const monthTables: readonly { readonly lang: RegExp; readonly months: string }[] = [
  {
    lang: /^ar-(?:IQ|JO|LB|PS|SY)\b/i,
    months: 'كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول',
  },
  { lang: /^ar-MA\b/i, months: 'يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر' },
  {
    lang: /^ar-(?:DZ|TN)\b/i,
    months: 'جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
  },
  { lang: /^ar\b/i, months: 'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر' },
  { lang: /^fa\b/i, months: 'ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر' },
  { lang: /^ur\b/i, months: 'جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر' },
  {
    lang: /^fr\b/i,
    months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  },
  {
    lang: /^/,
    months: 'January|February|March|April|May|June|July|August|September|October|November|December',
  },
];

function monthsOf(lang: string): readonly string[] {
  return monthTables.find((row) => row.lang.test(lang))?.months.split('|') ?? [];
}

export function isAbsent(value: TemplateValue): boolean {
  return value === null || value === undefined || value === '';
}

/** @throws TemplateFault for anything but yyyy-mm-dd */
export function splitDay(value: TemplateValue, helper: string): { year: number; month: number; day: number } {
  const parts = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (parts === null) throw new TemplateFault('template-date', { helper });
  return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}
