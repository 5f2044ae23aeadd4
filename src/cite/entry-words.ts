/** What entries of a language say beside what their files hold, and how it is put together. */
export interface EntryWords {
  readonly comma: string;
  readonly semicolon: string;
  /** Before the last of several names. */
  readonly and: string;
  /** After a first name, for those not named. */
  readonly others: string;
  readonly editor: string;
  readonly editors: string;
  readonly editedBy: string;
  readonly translatedBy: string;
  readonly edition: (number: string) => string;
  readonly volume: string;
  readonly issue: string;
  /** Of one page, and of several. */
  readonly page: string;
  readonly pages: string;
  readonly in: string;
  readonly number: string;
  readonly noDate: string;
  readonly untitled: string;
  readonly accessed: string;
  /** The work of the note before, and a work named in an earlier one. */
  readonly same: string;
  readonly earlier: string;
  readonly quotes: readonly [string, string];
  /** After years, where both are said. */
  readonly hijri: string;
  readonly gregorian: string;
  readonly doctoral: string;
  readonly masters: string;
  /** After the years of entries of one author and one year. */
  readonly letters: readonly string[];
}

const ARABIC_SIGNS = {
  comma: '، ',
  semicolon: '؛ ',
  quotes: ['«', '»'],
  letters: 'أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' '),
} as const;
const LATIN_SIGNS = {
  comma: ', ',
  semicolon: '; ',
  letters: 'abcdefghijklmnopqrstuvwxyz'.split(''),
  gregorian: '',
} as const;

function ordinalInEnglish(number: string): string {
  if (/1[123]$/.test(number)) return `${number}th`;
  return `${number}${{ '1': 'st', '2': 'nd', '3': 'rd' }[number.slice(-1)] ?? 'th'}`;
}

/** By language; Arabic ones as the presses of each country print them. */
export const entryWords: Readonly<Record<string, EntryWords>> = {
  ar: {
    ...ARABIC_SIGNS,
    and: ' و',
    others: ' وآخرون',
    editor: 'محرر',
    editors: 'محررون',
    editedBy: 'تحقيق ',
    translatedBy: 'ترجمة ',
    edition: (number) => `ط ${number}`,
    volume: 'مج ',
    issue: 'ع ',
    page: 'ص ',
    pages: 'ص ',
    in: 'في: ',
    number: 'رقم ',
    noDate: 'د.ت.',
    untitled: 'بلا عنوان',
    accessed: 'اطُّلع عليه في ',
    same: 'المصدر نفسه',
    earlier: 'مصدر سابق',
    hijri: 'هـ',
    gregorian: 'م',
    doctoral: 'أطروحة دكتوراه',
    masters: 'رسالة ماجستير',
  },
  fa: {
    ...ARABIC_SIGNS,
    and: ' و ',
    others: ' و دیگران',
    editor: 'ویراستار',
    editors: 'ویراستاران',
    editedBy: 'تصحیح ',
    translatedBy: 'ترجمهٔ ',
    edition: (number) => `چاپ ${number}`,
    volume: 'ج ',
    issue: 'ش ',
    page: 'ص ',
    pages: 'صص ',
    in: 'در: ',
    number: 'شمارهٔ ',
    noDate: 'بی‌تا',
    untitled: 'بی‌عنوان',
    accessed: 'بازدید در ',
    same: 'همان',
    earlier: 'پیشین',
    hijri: 'ق',
    gregorian: 'م',
    doctoral: 'رسالهٔ دکتری',
    masters: 'پایان‌نامهٔ کارشناسی ارشد',
  },
  ur: {
    ...ARABIC_SIGNS,
    and: ' اور ',
    others: ' اور دیگر',
    editor: 'مرتب',
    editors: 'مرتبین',
    editedBy: 'تدوین ',
    translatedBy: 'ترجمہ ',
    edition: (number) => `طبع ${number}`,
    volume: 'جلد ',
    issue: 'شمارہ ',
    page: 'ص ',
    pages: 'ص ',
    in: 'در: ',
    number: 'نمبر ',
    noDate: 'س ن',
    untitled: 'بلا عنوان',
    accessed: 'ملاحظہ ',
    same: 'ایضاً',
    earlier: 'محولہ بالا',
    hijri: 'ھ',
    gregorian: 'ء',
    doctoral: 'مقالہ پی ایچ ڈی',
    masters: 'مقالہ ایم فل',
  },
  ckb: {
    ...ARABIC_SIGNS,
    and: ' و ',
    others: ' و ئەوانی تر',
    editor: 'سەرنووسەر',
    editors: 'سەرنووسەران',
    editedBy: 'ئامادەکردنی ',
    translatedBy: 'وەرگێڕانی ',
    edition: (number) => `چاپی ${number}`,
    volume: 'بەرگی ',
    issue: 'ژمارە ',
    page: 'ل ',
    pages: 'ل ',
    in: 'لە: ',
    number: 'ژمارە ',
    noDate: 'بێ ساڵ',
    untitled: 'بێ ناونیشان',
    accessed: 'بینراوە لە ',
    same: 'هەمان سەرچاوە',
    earlier: 'سەرچاوەی پێشوو',
    hijri: 'ک',
    gregorian: 'ز',
    doctoral: 'تێزی دکتۆرا',
    masters: 'نامەی ماستەر',
  },
  en: {
    ...LATIN_SIGNS,
    and: ' and ',
    others: ' et al.',
    editor: 'ed.',
    editors: 'eds.',
    editedBy: 'ed. ',
    translatedBy: 'trans. ',
    edition: (number) => `${ordinalInEnglish(number)} ed.`,
    volume: 'vol. ',
    issue: 'no. ',
    page: 'p. ',
    pages: 'pp. ',
    in: 'in ',
    number: 'no. ',
    noDate: 'n.d.',
    untitled: 'untitled',
    accessed: 'accessed ',
    same: 'Ibid.',
    earlier: '',
    quotes: ['“', '”'],
    hijri: ' AH',
    doctoral: 'PhD thesis',
    masters: 'Master’s thesis',
  },
  fr: {
    ...LATIN_SIGNS,
    and: ' et ',
    others: ' et al.',
    editor: 'dir.',
    editors: 'dir.',
    editedBy: 'éd. ',
    translatedBy: 'trad. ',
    edition: (number) => `${number}ᵉ éd.`,
    volume: 'vol. ',
    issue: 'n° ',
    page: 'p. ',
    pages: 'p. ',
    in: 'dans ',
    number: 'n° ',
    noDate: 's.d.',
    untitled: 'sans titre',
    accessed: 'consulté le ',
    same: 'Ibid.',
    earlier: 'op. cit.',
    quotes: ['«\u00A0', '\u00A0»'],
    hijri: ' H',
    doctoral: 'thèse de doctorat',
    masters: 'mémoire de master',
  },
};

/** What a list of references is called, by the language of the document. */
export const listTitles: Readonly<Record<string, string>> = {
  ar: 'المراجع',
  fa: 'منابع',
  ur: 'مراجع',
  ckb: 'سەرچاوەکان',
  en: 'References',
  fr: 'Références',
};
