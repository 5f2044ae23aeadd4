import { ARABIC_INDIC, DIGITS, hasEasternDigits, mapDigits, PERSIAN } from '../base/digits.ts';
import { type FormToken, findForms, isOnePhrase } from '../base/find-forms.ts';
import type { Counter, ResolveContext } from './context.ts';

const HAS_DIGIT = new RegExp(`[${DIGITS}]`);
const LATIN = /[A-Za-z]/;

/**
 * Sets the numbers of a text in one system of digits, with the separators and the per cent sign of that system
 * (CLDR: ٫ ٬ ٪): 3.5 with Arabic-Indic digits and a full stop reads as 305 in many a face. What stands in a
 * Latin phrase, codes, versions and addresses stay as written. The text keeps its length.
 */
export function convertDigits(text: string, counter: Counter): string {
  if (!HAS_DIGIT.test(text)) return text;
  const tokens = findForms(text);
  // European digits have the full stop in decimals too
  const mayCount = counter !== 'decimal' && ANY_COUNTED.test(text);
  let converted = '';
  let from = 0;
  let inLatin = false;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const isJoined = before !== undefined && isOnePhrase(text, before, token);
    inLatin = isJoined && (inLatin || before.form === null || before.form.isCode === true);
    const written = text.slice(token.start, token.end);
    const counted = mayCount ? countedBy(text, token) : null;
    const kept = inLatin || LATIN.test(written) || counted === 'version';
    converted += text.slice(from, token.start) + (kept ? written : setForm(written, token, counted, counter));
    from = token.end;
  });
  return converted + text.slice(from);
}

/** As the document's `digits` say. @param before the end of the inline before, which may begin a phrase */
export function setDigits(
  text: string,
  { textDigits }: Pick<ResolveContext, 'textDigits'>,
  before = '',
): string {
  return textDigits === null ? text : convertDigits(before + text, textDigits).slice(before.length);
}

/** What a number with a full stop counts that is no decimal: versions stay as written, places only change their digits. */
type Counted = 'version' | 'place' | null;

const VERSIONS = '(?:إصدار|إصدارات|إصدارين|نسخة|نسختين|نسخه|ورژن|ورجن)';
const PLACES =
  '(?:قسم|قسمين|أقسام|فصل|فصلين|فصول|باب|أبواب|مبحث|مطلب|فقرة|فقرتين|فقرات|بند|بندين|بنود|مادة|مادتين|مواد|جدول|جدولين|جداول|شكل|شكلين|أشكال|ملحق|ملحقين|ملاحق|معادلة|معادلتين|معادلات|مثال|أمثلة|تمرين|تمارين|درس|دروس|صورة|لوحة|خوارزمية|بخش|ماده|شق)';
/** `القسم 1.2`, `الشكل رقم (1.2)`, and the further numbers of `القسمين 1.2 و1.3`. */
const counting = (words: string) =>
  new RegExp(
    `(?:^|[^\\p{L}\\p{M}])[وف]?(?:[بلك]?ال|لل|[بلك])?${words}[\\u0640\\p{M}]*(?:\\s+رقم)?:?\\s+[(«]?` +
      `(?:[${DIGITS}.]+[)»]?(?:\\s*[،,\\-–]\\s*|\\s+)(?:(?:أو|ثم|إلى|حتى)\\s+|و)?[(«]?){0,4}$`,
    'u',
  );
const VERSION = counting(VERSIONS);
const PLACE = counting(PLACES);
const ANY_COUNTED = new RegExp(`${VERSIONS}|${PLACES}`, 'u');
/** What only amounts have behind them. */
const AMOUNT =
  /^[)»]?\s(?:مليون|مليار|بليون|تريليون|ألف|آلاف|درجة|مئة|مائة|بالمئة|بالمائة|في المئة|في المائة|متر|كم|سم|كغ|كجم|غ|غرام|جرام|ملغ|لتر|دولار|ريال|دينار|درهم|جنيه|يورو|ليرة|ثانية|دقيقة|ساعة|يوم|شهر|سنة|عام|مرة)(?!\p{L})/u;
const CONTEXT = 64;
const FOLLOWING = 16;

function countedBy(text: string, { start, end, form }: FormToken): Counted {
  if (form === null || !MAY_COUNT.has(form.name)) return null;
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  if (VERSION.test(before)) return 'version';
  return PLACE.test(before) && !AMOUNT.test(text.slice(end, end + FOLLOWING)) ? 'place' : null;
}

const MAY_COUNT: ReadonlySet<string> = new Set(['number', 'section', 'range']);

function setForm(written: string, { form }: FormToken, counted: Counted, counter: Counter): string {
  if (form === null || form.digits === 'keep') return written;
  if (counter === 'decimal') {
    if (!hasEasternDigits(written)) return written;
  }
  const asNumber = form.digits === 'number' && counted === null;
  const separated = asNumber ? written.replace(CORE, (core) => setSeparators(core, counter)) : written;
  return mapDigits(separated, counter === 'decimal' ? 0x30 : counter === 'persian' ? PERSIAN : ARABIC_INDIC);
}

/** A number with its separators, or a sign of parts. */
const CORE = new RegExp(`[${DIGITS}]+(?:[.,\\u066B\\u066C][${DIGITS}]+)+|[%\\u066A‰\\u0609]`, 'g');

const SIGNS = {
  decimal: { '\u066A': '%', '\u0609': '‰' },
  arabic: { '%': '\u066A', '‰': '\u0609' },
} as const;

function setSeparators(core: string, counter: Counter): string {
  const isDecimal = counter === 'decimal';
  if (core.length === 1) {
    const signs: Readonly<Record<string, string>> = isDecimal ? SIGNS.decimal : SIGNS.arabic;
    return signs[core] ?? core;
  }
  const [point, group] = isDecimal ? ['.', ','] : ['\u066B', '\u066C'];
  const mark = decimalMark(core);
  if (mark === null) return core;
  return core.replace(/[.,\u066B\u066C]/g, (_, at: number) => (at === mark ? point : group));
}

/** Groups of thousands, or of lakhs and crores. */
const GROUPS = new RegExp(`^[${DIGITS}]{1,3}(?:[.,\\u066C][${DIGITS}]{2,3})*[.,\\u066C][${DIGITS}]{3}$`);

/** Where the decimal sign of a number stands, -1 where it has none; null where its parts are no one number. */
function decimalMark(core: string): number | null {
  const separators = Array.from(core.matchAll(/[.,\u066B\u066C]/g), ({ 0: sign, index }) => ({
    sign,
    index,
  }));
  const last = separators.at(-1)!;
  const others = separators.slice(0, -1);
  const isOther = others.every(({ sign }) => sign !== last.sign);
  const grouped = (digits: string) => GROUPS.test(digits) && new Set(digits.match(/[.,\u066C]/g)).size === 1;
  if (others.length > 0 && isOther) return grouped(core.slice(0, last.index)) ? last.index : null;
  if (others.length > 0) return grouped(core) ? -1 : null;
  if (last.sign === '\u066C') return -1;
  return last.sign === ',' && GROUPS.test(core) && !/^[0\u0660\u06F0]/.test(core) ? -1 : last.index;
}
