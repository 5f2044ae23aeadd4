import { ALONE, type MatterRole } from './matter.ts';
import type { PersonRole } from './people.ts';

/** The words that stand in a book beside its author's: titles of front and back matter, and what an imprint says. */
interface BookWords {
  /** What each piece is called; its title, where it has one and its author has given it none. */
  readonly matter: Readonly<Record<MatterRole, string>>;
  /** Before a name. */
  readonly by: Readonly<Record<PersonRole, string>>;
}

const WORDS: Readonly<Record<string, BookWords>> = {
  ar: {
    matter: {
      'half-title': 'العنوان الأول',
      title: 'صفحة العنوان',
      imprint: 'بيانات النشر',
      dedication: 'إهداء',
      epigraph: 'استهلال',
      contents: 'المحتويات',
      lists: 'القوائم',
      colophon: 'بيان الإخراج',
      foreword: 'تقديم',
      preface: 'تمهيد',
      acknowledgments: 'شكر وتقدير',
      introduction: 'مقدمة',
      conclusion: 'خاتمة',
      afterword: 'كلمة أخيرة',
      appendix: 'ملحق',
      glossary: 'مسرد المصطلحات',
      bibliography: 'المصادر والمراجع',
      index: 'الكشاف',
    },
    by: {
      author: 'تأليف',
      editor: 'تحرير',
      translator: 'ترجمة',
      illustrator: 'رسوم',
      foreword: 'تقديم',
      compiler: 'جمع وإعداد',
      contributor: 'بمشاركة',
    },
  },
  fa: {
    matter: {
      'half-title': 'عنوان',
      title: 'صفحهٔ عنوان',
      imprint: 'شناسنامه',
      dedication: 'پیشکش',
      epigraph: 'سرلوحه',
      contents: 'فهرست',
      lists: 'فهرست‌ها',
      colophon: 'انجامه',
      foreword: 'پیشگفتار',
      preface: 'دیباچه',
      acknowledgments: 'سپاسگزاری',
      introduction: 'مقدمه',
      conclusion: 'نتیجه',
      afterword: 'پی‌گفتار',
      appendix: 'پیوست',
      glossary: 'واژه‌نامه',
      bibliography: 'کتاب‌نامه',
      index: 'نمایه',
    },
    by: {
      author: 'نوشتهٔ',
      editor: 'ویراستهٔ',
      translator: 'ترجمهٔ',
      illustrator: 'تصویرگری',
      foreword: 'با پیشگفتار',
      compiler: 'گردآوری',
      contributor: 'با همکاری',
    },
  },
  ur: {
    matter: {
      'half-title': 'عنوان',
      title: 'سرورق',
      imprint: 'ناشر کا صفحہ',
      dedication: 'انتساب',
      epigraph: 'سرنامہ',
      contents: 'فہرست',
      lists: 'فہرستیں',
      colophon: 'ترقیمہ',
      foreword: 'پیش لفظ',
      preface: 'دیباچہ',
      acknowledgments: 'اظہارِ تشکر',
      introduction: 'تعارف',
      conclusion: 'اختتامیہ',
      afterword: 'حرفِ آخر',
      appendix: 'ضمیمہ',
      glossary: 'فرہنگ',
      bibliography: 'کتابیات',
      index: 'اشاریہ',
    },
    by: {
      author: 'مصنف:',
      editor: 'مدیر:',
      translator: 'مترجم:',
      illustrator: 'مصور:',
      foreword: 'پیش لفظ:',
      compiler: 'مرتب:',
      contributor: 'تعاون:',
    },
  },
  fr: {
    matter: {
      'half-title': 'Faux titre',
      title: 'Page de titre',
      imprint: 'Mentions légales',
      dedication: 'Dédicace',
      epigraph: 'Épigraphe',
      contents: 'Table des matières',
      lists: 'Listes',
      colophon: 'Colophon',
      foreword: 'Préface',
      preface: 'Avant-propos',
      acknowledgments: 'Remerciements',
      introduction: 'Introduction',
      conclusion: 'Conclusion',
      afterword: 'Postface',
      appendix: 'Annexe',
      glossary: 'Glossaire',
      bibliography: 'Bibliographie',
      index: 'Index',
    },
    by: {
      author: 'Par',
      editor: 'Édition de',
      translator: 'Traduction de',
      illustrator: 'Illustrations de',
      foreword: 'Préface de',
      compiler: 'Textes réunis par',
      contributor: 'Avec le concours de',
    },
  },
  en: {
    matter: {
      'half-title': 'Half title',
      title: 'Title page',
      imprint: 'Imprint',
      dedication: 'Dedication',
      epigraph: 'Epigraph',
      contents: 'Contents',
      lists: 'Lists',
      colophon: 'Colophon',
      foreword: 'Foreword',
      preface: 'Preface',
      acknowledgments: 'Acknowledgments',
      introduction: 'Introduction',
      conclusion: 'Conclusion',
      afterword: 'Afterword',
      appendix: 'Appendix',
      glossary: 'Glossary',
      bibliography: 'Bibliography',
      index: 'Index',
    },
    by: {
      author: 'By',
      editor: 'Edited by',
      translator: 'Translated by',
      illustrator: 'Illustrated by',
      foreword: 'With a foreword by',
      compiler: 'Compiled by',
      contributor: 'With contributions by',
    },
  },
};

/** English for a language that has no row and no Arabic letters; the caller knows those that have. */
export function bookWords(lang: string, isArabic: boolean): BookWords {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? WORDS[isArabic ? 'ar' : 'en']!;
}

/** Null for what stands alone on its page, as a dedication. */
export function titleOfMatter(role: MatterRole, lang: string, isArabic: boolean): string | null {
  return ALONE.has(role) ? null : bookWords(lang, isArabic).matter[role];
}
