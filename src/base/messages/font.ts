import type { Message } from './message.ts';

export const fontMessages = {
  'font-unreadable': {
    severity: 'warning',
    message: {
      en: 'the file {path} cannot be read as a font: it is damaged, or is none',
      ar: 'تعذّرت قراءة الملف {path}: هو تالف أو ليس خطًا',
    },
    hint: {
      en: 'fetch it again from where it came from: a TrueType or OpenType file (.ttf, .otf)',
      ar: 'احصل عليه من مصدره من جديد ملفَّ خط TrueType أو OpenType ‏(‎.ttf أو ‎.otf)',
    },
  },
  'font-collection': {
    severity: 'warning',
    message: {
      en: 'the file {path} is a collection of several fonts, which cannot be used',
      ar: 'الملف {path} مجموعة خطوط في ملف واحد، ولا يمكن استعمالها',
    },
    hint: {
      en: 'put the one font that you mean there, as a file of its own (.ttf, .otf)',
      ar: 'ضع هناك الخط المقصود وحده في ملف مستقل ‏(‎.ttf أو ‎.otf)',
    },
  },
  'font-packed': {
    severity: 'warning',
    message: {
      en: 'the file {path} is a font packed for web pages (WOFF), which cannot be used',
      ar: 'الملف {path} خط مضغوط لصفحات الشبكة (WOFF)، ولا يمكن استعماله',
    },
    hint: {
      en: 'put the TrueType or OpenType file of the same font there (.ttf, .otf)',
      ar: 'ضع هناك ملف الخط نفسه بصيغة TrueType أو OpenType ‏(‎.ttf أو ‎.otf)',
    },
  },
  'font-undrawn': {
    severity: 'warning',
    message: {
      en: 'the font {path} has no outlines to draw its letters with: it holds pictures only, or is damaged',
      ar: 'الخط {path} ليس فيه رسوم لأحرفه: إما أنه صور فحسب أو أنه تالف',
    },
    hint: {
      en: 'put a font with TrueType or PostScript (CFF) outlines there',
      ar: 'ضع هناك خطًا برسوم TrueType أو PostScript ‏(CFF)',
    },
  },
  'glyph-missing': {
    severity: 'warning',
    gather: { by: 'codePoint' },
    message: {
      en: 'no font has the character {character} ({codePoint}): a box with its code stands for it',
      ar: 'لا خط يحوي المحرف {character} ‏({codePoint})، فحلّ محله مربّع فيه رمزه',
    },
    hint: {
      en: 'replace the character, or put a font that has it into the fonts folder of the project',
      ar: 'استبدل المحرف، أو ضع في مجلد fonts من مشروعك خطًا يحويه',
    },
  },
  'glyph-package': {
    severity: 'warning',
    gather: { by: 'package', name: 'character' },
    message: {
      en: 'no font that is installed has the character {character} ({codePoint}): a box with its code stands for it',
      ar: 'لا خط من الخطوط المثبّتة يحوي المحرف {character} ‏({codePoint})، فحلّ محله مربّع فيه رمزه',
    },
    hint: {
      en: 'install one that has it: npm install {package}',
      ar: 'ثبّت خطًا يحويه: ‎npm install {package}',
    },
  },
  'word-completed': {
    severity: 'info',
    gather: { by: 'fonts', name: 'character' },
    message: {
      en: 'the font {own} lacks {character} ({codePoint}): the words are set in {other} as a whole',
      ar: 'ليس في الخط {own} المحرف {character} ‏({codePoint})، فالكلمات كلها بالخط {other}',
    },
    hint: {
      en: 'for one font throughout, choose one that has these characters',
      ar: 'إن أردت خطًا واحدًا في النص كله فاختر خطًا فيه هذه المحارف',
    },
  },
  'line-overfull': {
    severity: 'warning',
    gather: { name: 'word' },
    message: {
      en: 'the word “{word}” is wider than the line and was broken inside',
      ar: 'الكلمة «{word}» أعرض من السطر فكُسرت في وسطها',
    },
    hint: { en: 'shorten it, set it smaller, or widen the column', ar: 'اختصرها أو صغّر حجمها أو وسّع العمود' },
  },
} as const satisfies Record<string, Message>;
