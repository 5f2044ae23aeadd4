import type { Message } from './message.ts';

export const proofMessages = {
  'ascii-quotes': {
    severity: 'warning',
    message: {
      en: 'straight quotes around Arabic: "{text}"',
      ar: 'علامتا تنصيص مستقيمتان حول نص عربي: ‏"{text}"',
    },
    hint: { en: 'write «{text}»', ar: 'اكتب «{text}»' },
  },
  'bidi-override': {
    severity: 'error',
    gather: { by: 'code' },
    message: {
      en: 'the invisible character U+{code} forces text to run against its direction',
      ar: 'المحرف الخفي U+{code} يقلب اتجاه النص قسرًا',
    },
    hint: {
      en: 'delete it; for a foreign phrase write :span[…]{lang=en}',
      ar: 'احذفه، وللعبارة الأجنبية اكتب ‎:span[…]{lang=en}',
    },
  },
  'bidi-unbalanced': {
    severity: 'warning',
    message: {
      en: 'the invisible direction mark U+{code} has no counterpart in its paragraph',
      ar: 'علامة الاتجاه الخفية U+{code} بلا قرين في فقرتها',
    },
    hint: { en: 'delete it or close it: “{text}”', ar: 'احذفها أو أغلقها: «{text}»' },
  },
  'double-space': {
    severity: 'warning',
    message: { en: 'more than one space: “{text}”', ar: 'أكثر من مسافة: «{text}»' },
    hint: { en: 'write one space', ar: 'اكتب مسافة واحدة' },
  },
  'guillemet-reversed': {
    severity: 'warning',
    message: {
      en: 'the quotation mark {mark} is reversed: “{text}”',
      ar: 'علامة التنصيص {mark} معكوسة: ‏{text}',
    },
    hint: {
      en: 'write {meant} here; « opens and » closes',
      ar: 'اكتب {meant} هنا، فالعلامة « تفتح والعلامة » تغلق',
    },
  },
  'guillemet-unclosed': {
    severity: 'warning',
    message: {
      en: 'the quotation mark « is never closed: “{text}”',
      ar: 'علامة التنصيص « لم تُغلق: ‏{text}',
    },
    hint: { en: 'write » where the quotation ends', ar: 'اكتب » حيث ينتهي الاقتباس' },
  },
  'latin-mark': {
    severity: 'warning',
    message: {
      en: 'the Latin mark “{mark}” after Arabic: “{text}”',
      ar: 'علامة ترقيم لاتينية «{mark}» بعد كلمة عربية: «{text}»',
    },
    hint: { en: 'write {meant}', ar: 'اكتب {meant}' },
  },
  'mixed-digits': {
    severity: 'warning',
    message: {
      en: 'Arabic-Indic and European digits are mixed, {few} against {many}; the first of the fewer: {places}',
      ar: 'الأرقام العربية المشرقية والأوروبية مختلطة: {few} مقابل {many}، وأول الأقل: {places}',
    },
    hint: {
      en: 'write one kind throughout, or set digits: arab or latn',
      ar: 'وحّد الأرقام، أو اضبط digits على arab أو latn',
    },
  },
  'mixed-digits-table': {
    severity: 'warning',
    message: {
      en: 'Arabic-Indic and European digits in one table, {few} against {many}',
      ar: 'أرقام عربية مشرقية وأوروبية في جدول واحد: {few} مقابل {many}',
    },
    hint: { en: 'write one kind of digits in a table', ar: 'وحّد الأرقام في الجدول' },
  },
  'presentation-forms': {
    severity: 'warning',
    message: { en: 'letters frozen in one shape: “{text}”', ar: 'حروف مجمّدة على شكل واحد: «{text}»' },
    hint: { en: 'type the letters anew: {letters}', ar: 'اكتب الحروف من جديد: {letters}' },
  },
  'space-after-mark': {
    severity: 'warning',
    message: { en: 'no space after “{mark}”: “{text}”', ar: 'لا مسافة بعد «{mark}»: ‏«{text}»' },
    hint: { en: 'put a space after the mark', ar: 'ضع مسافة بعد العلامة' },
  },
  'space-before-mark': {
    severity: 'warning',
    message: { en: 'a space before “{mark}”: “{text}”', ar: 'مسافة قبل «{mark}»: ‏«{text}»' },
    hint: { en: 'delete the space', ar: 'احذف المسافة' },
  },
  'space-in-brackets': {
    severity: 'warning',
    message: { en: 'a space inside the brackets: “{text}”', ar: 'مسافة داخل القوسين: {text}' },
    hint: { en: 'delete the space', ar: 'احذف المسافة' },
  },
  'space-in-guillemets': {
    severity: 'warning',
    message: { en: 'a space inside the quotation marks: “{text}”', ar: 'مسافة داخل علامتي التنصيص: {text}' },
    hint: { en: 'delete the space', ar: 'احذف المسافة' },
  },
  'stray-tatweel': {
    severity: 'warning',
    message: { en: 'a tatweel inside the word “{text}”', ar: 'تطويل داخل الكلمة «{text}»' },
    hint: {
      en: 'delete it: lines are stretched where needed, and a search does not find the word',
      ar: 'احذفه، فالمدّ يُضاف عند الحاجة، والبحث لا يجد الكلمة بهذه الصورة',
    },
  },
  'three-dots': {
    severity: 'warning',
    message: {
      en: 'three full stops for a sign of omission: “{text}”',
      ar: 'ثلاث نقاط مكان علامة الحذف: «{text}»',
    },
    hint: { en: 'write …', ar: 'اكتب …' },
  },
  'waw-apart': {
    severity: 'warning',
    message: { en: 'a space after the conjunction و: “{text}”', ar: 'مسافة بعد واو العطف: «{text}»' },
    hint: { en: 'write it onto its word', ar: 'صِلها بالكلمة التي بعدها' },
  },
  'words-run-together': {
    severity: 'warning',
    message: {
      en: 'a letter after teh marbuta; two words run together: “{text}”',
      ar: 'حرف بعد التاء المربوطة، فكلمتان ملتصقتان: «{text}»',
    },
    hint: { en: 'put a space after ة', ar: 'ضع مسافة بعد ة' },
  },
} as const satisfies Record<string, Message>;
