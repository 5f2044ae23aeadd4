import type { Message } from './message.ts';

export const paintMessages = {
  'claim-title': {
    severity: 'warning',
    message: {
      en: 'the file does not claim {claims}: the document has no title ({clauses})',
      ar: 'لا يدّعي الملف {claims}: المستند بلا عنوان ({clauses})',
    },
    hint: { en: 'write title: in the front matter', ar: 'اكتب عنوان: في بيانات الوثيقة' },
  },
  'claim-language': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: the language is not known here ({clauses})',
      ar: 'لا يدّعي الملف {claims}: اللغة هنا غير معروفة ({clauses})',
    },
    hint: {
      en: 'write a language code such as ar, en or fa-IR',
      ar: 'اكتب رمز اللغة، مثل ar أو en أو fa-IR',
    },
  },
  'claim-alternative': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: this figure has no description ({clauses})',
      ar: 'لا يدّعي الملف {claims}: هذا الشكل بلا وصف ({clauses})',
    },
    hint: {
      en: 'say what it shows: ![description](picture.png)',
      ar: 'صف ما فيه: ‎![وصف](picture.png)',
    },
  },
  'claim-headings': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: this heading skips a level ({clauses})',
      ar: 'لا يدّعي الملف {claims}: هذا العنوان يتخطّى مستوى ({clauses})',
    },
    hint: {
      en: 'begin at level 1 and go down one by one; roles of a theme have levels too (tag: h1)',
      ar: 'ابدأ بالمستوى الأول وانزل مستوى بعد مستوى؛ ولأدوار السمة مستويات أيضًا (tag: h1)',
    },
  },
  'claim-long-text': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: a description, a title or an address here is too long ({clauses})',
      ar: 'لا يدّعي الملف {claims}: هنا وصف أو عنوان أو رابط أطول من المسموح ({clauses})',
    },
    hint: {
      en: 'shorten it: archival files hold at most 32,767 bytes in one string',
      ar: 'اختصره: لا تزيد السلسلة الواحدة في ملفات الأرشيف على ٣٢٧٦٧ بايت',
    },
  },
  'claim-private-use': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: a character here has a meaning in its font only ({clauses})',
      ar: 'لا يدّعي الملف {claims}: هنا محرف لا معنى له إلا في خطه ({clauses})',
    },
    hint: {
      en: 'use a character of Unicode proper, or a picture with a description',
      ar: 'استعمل محرفًا من يونيكود نفسه، أو صورة لها وصف',
    },
  },
  'claim-glyph': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: a box stands for a character that no font has ({clauses})',
      ar: 'لا يدّعي الملف {claims}: حلّ مربّع محل محرف لا يحويه خط ({clauses})',
    },
    hint: {
      en: 'put a font that has the character into the fonts folder of the project',
      ar: 'ضع في مجلد fonts من مشروعك خطًا يحوي المحرف',
    },
  },
  'claim-inks': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'the file does not claim {claims}: this image is made of inks (CMYK), not of light ({clauses})',
      ar: 'لا يدّعي الملف {claims}: ألوان هذه الصورة أحبار (CMYK) لا أضواء ({clauses})',
    },
    hint: { en: 'save the image with RGB colours', ar: 'احفظ الصورة بألوان RGB' },
  },
  'claim-date': {
    severity: 'warning',
    message: {
      en: 'the file does not claim {claims}: attached files need a date ({clauses})',
      ar: 'لا يدّعي الملف {claims}: الملفات المرفقة تحتاج إلى تاريخ ({clauses})',
    },
    hint: {
      en: 'write date: in the front matter, or set SOURCE_DATE_EPOCH',
      ar: 'اكتب تاريخ: في بيانات الوثيقة، أو عيّن المتغير SOURCE_DATE_EPOCH',
    },
  },
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
    exit: 'usage',
    message: {
      en: '--verify needs the package pdfjs-dist, which is not installed',
      ar: 'يحتاج ‎--verify إلى الحزمة pdfjs-dist، وهي غير مثبّتة',
    },
    hint: { en: 'run: npm install pdfjs-dist@5.6.205', ar: 'نفّذ: npm install pdfjs-dist@5.6.205' },
  },
  'verify-not-pdf': {
    severity: 'error',
    exit: 'usage',
    message: { en: '--verify reads PDF only', ar: 'لا يقرأ ‎--verify إلا PDF' },
    hint: { en: 'leave it out, or write a PDF', ar: 'احذفه أو اكتب ملف PDF' },
  },
} as const satisfies Record<string, Message>;
