import type { Message } from './message.ts';

export const paintMessages = {
  'verify-differs': {
    severity: 'error',
    message: {
      en: 'page {page}: a PDF reader does not find “{words}” in the document',
      ar: 'الصفحة {page}: لا يجد قارئ PDF «{words}» في المستند',
    },
    hint: {
      en: 'try another typeface; this is a fault of warraq or of the face, please report it',
      ar: 'جرّب خطًا آخر؛ هذا خلل في ورّاق أو في الخط، فأبلغ عنه',
    },
  },
  'verify-more': {
    severity: 'error',
    message: {
      en: '{count} more lines differ from what a PDF reader finds',
      ar: 'تختلف أسطر أخرى عددها {count} عما يجده قارئ PDF',
    },
    hint: { en: 'mend what is named first', ar: 'أصلح ما سبق ذكره أولًا' },
  },
  'verify-no-reader': {
    severity: 'error',
    message: {
      en: '--verify needs the package pdfjs-dist, which is not installed',
      ar: 'يحتاج ‎--verify إلى الحزمة pdfjs-dist، وهي غير مثبّتة',
    },
    hint: { en: 'run: npm install pdfjs-dist@5.6.205', ar: 'نفّذ: npm install pdfjs-dist@5.6.205' },
  },
  'verify-not-pdf': {
    severity: 'error',
    message: { en: '--verify reads PDF only', ar: 'لا يقرأ ‎--verify إلا PDF' },
    hint: { en: 'leave it out, or write a PDF', ar: 'احذفه أو اكتب ملف PDF' },
  },
} as const satisfies Record<string, Message>;
