/** The few words of Warraq's own: names of callouts and of what is numbered, and what check boxes and links of notes say when spoken. */
export interface LanguageWords {
  readonly note: string;
  readonly tip: string;
  readonly warning: string;
  readonly important: string;
  readonly caution: string;
  readonly done: string;
  readonly open: string;
  /** Over notes that stand where a text ends. */
  readonly notes: string;
  /** Before a note's number, for who hears it. */
  readonly footnote: string;
  readonly back: string;
  /** Before the number of each, where it is captioned and where it is referred to. */
  readonly figure: string;
  readonly table: string;
  readonly equation: string;
  readonly listing: string;
  readonly poem: string;
  /** Headings that open pages, and others. */
  readonly chapter: string;
  readonly section: string;
  /** Before the number of a page in a sentence, and after what else is said of the place. */
  readonly page: string;
  readonly pageShort: string;
  /** What stands for a page where there are none, and nothing else is known of the place. */
  readonly place: string;
  /** Around a title in a sentence. */
  readonly quotes: readonly [string, string];
  /** Titles of lists that are given none. */
  readonly figures: string;
  readonly tables: string;
  readonly equations: string;
  readonly listings: string;
  readonly poems: string;
  /** In an index, before the term that another leads to, and over what begins with no letter. */
  readonly see: string;
  readonly seeAlso: string;
  readonly signs: string;
}

const WORDS: Readonly<Record<string, LanguageWords>> = {
  ar: {
    note: 'ملاحظة',
    tip: 'فائدة',
    warning: 'تنبيه',
    important: 'مهم',
    caution: 'تحذير',
    done: 'منجز',
    open: 'غير منجز',
    notes: 'الحواشي',
    footnote: 'الحاشية',
    back: 'عودة إلى موضع الحاشية',
    figure: 'شكل',
    table: 'جدول',
    equation: 'المعادلة',
    listing: 'شيفرة',
    poem: 'مقطوعة',
    chapter: 'الفصل',
    section: 'القسم',
    page: 'صفحة',
    pageShort: 'ص',
    place: 'موضعه في الوثيقة',
    quotes: ['«', '»'],
    figures: 'قائمة الأشكال',
    tables: 'قائمة الجداول',
    equations: 'قائمة المعادلات',
    listings: 'قائمة الشيفرات',
    poems: 'قائمة المقطوعات',
    see: 'انظر',
    seeAlso: 'انظر أيضًا',
    signs: 'أرقام ورموز',
  },
  fa: {
    note: 'یادداشت',
    tip: 'نکته',
    warning: 'هشدار',
    important: 'مهم',
    caution: 'احتیاط',
    done: 'انجام‌شده',
    open: 'انجام‌نشده',
    notes: 'یادداشت‌ها',
    footnote: 'پانویس',
    back: 'بازگشت به محل پانویس',
    figure: 'شکل',
    table: 'جدول',
    equation: 'معادلهٔ',
    listing: 'برنامهٔ',
    poem: 'شعر',
    chapter: 'فصل',
    section: 'بخش',
    page: 'صفحهٔ',
    pageShort: 'ص',
    place: 'جای خود در این نوشته',
    quotes: ['«', '»'],
    figures: 'فهرست شکل‌ها',
    tables: 'فهرست جدول‌ها',
    equations: 'فهرست معادله‌ها',
    listings: 'فهرست برنامه‌ها',
    poems: 'فهرست شعرها',
    see: 'نگاه کنید به',
    seeAlso: 'نیز نگاه کنید به',
    signs: 'عددها و نشانه‌ها',
  },
  ur: {
    note: 'نوٹ',
    tip: 'مشورہ',
    warning: 'انتباہ',
    important: 'اہم',
    caution: 'خبردار',
    done: 'مکمل',
    open: 'نامکمل',
    notes: 'حواشی',
    footnote: 'حاشیہ',
    back: 'متن پر واپس، حاشیہ',
    figure: 'شکل',
    table: 'جدول',
    equation: 'مساوات',
    listing: 'کوڈ',
    poem: 'نظم',
    chapter: 'باب',
    section: 'حصہ',
    page: 'صفحہ',
    pageShort: 'ص',
    place: 'متن میں اس کی جگہ',
    quotes: ['“', '”'],
    figures: 'فہرستِ اشکال',
    tables: 'فہرستِ جداول',
    equations: 'فہرستِ مساوات',
    listings: 'فہرستِ کوڈ',
    poems: 'فہرستِ منظومات',
    see: 'دیکھیے',
    seeAlso: 'مزید دیکھیے',
    signs: 'اعداد و علامات',
  },
  en: {
    note: 'Note',
    tip: 'Tip',
    warning: 'Warning',
    important: 'Important',
    caution: 'Caution',
    done: 'done',
    open: 'not done',
    notes: 'Notes',
    footnote: 'Note',
    back: 'Back to the call of note',
    figure: 'Figure',
    table: 'Table',
    equation: 'Equation',
    listing: 'Listing',
    poem: 'Poem',
    chapter: 'Chapter',
    section: 'Section',
    page: 'page',
    pageShort: 'p.',
    place: 'its place in the document',
    quotes: ['“', '”'],
    figures: 'Figures',
    tables: 'Tables',
    equations: 'Equations',
    listings: 'Listings',
    poems: 'Poems',
    see: 'see',
    seeAlso: 'see also',
    signs: 'Numbers and signs',
  },
  fr: {
    note: 'Note',
    tip: 'Conseil',
    warning: 'Attention',
    important: 'Important',
    caution: 'Danger',
    done: 'fait',
    open: 'à faire',
    notes: 'Notes',
    footnote: 'Note',
    back: 'Retour à l’appel de note',
    figure: 'Figure',
    table: 'Tableau',
    equation: 'Équation',
    listing: 'Code',
    poem: 'Poème',
    chapter: 'Chapitre',
    section: 'Section',
    page: 'page',
    pageShort: 'p.',
    place: 'son emplacement dans le document',
    quotes: ['«\u00A0', '\u00A0»'],
    figures: 'Table des figures',
    tables: 'Liste des tableaux',
    equations: 'Liste des équations',
    listings: 'Liste des codes',
    poems: 'Liste des poèmes',
    see: 'voir',
    seeAlso: 'voir aussi',
    signs: 'Nombres et signes',
  },
};

/** Arabic for a language that has no row. */
export function wordsOf(lang: string): LanguageWords {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? WORDS['ar']!;
}
