import type { Message } from './message.ts';

export const fontMessages = {
  'font-unreadable': {
    severity: 'warning',
    message: { en: 'cannot read the font {path}: {reason}', ar: 'تعذّرت قراءة الخط {path}: {reason}' },
    hint: {
      en: 'put a TrueType or OpenType file there, or remove it',
      ar: 'ضع ملف خط TrueType أو OpenType سليمًا أو احذف الملف',
    },
  },
  'glyph-missing': {
    severity: 'error',
    message: {
      en: 'no font has the character {character} ({codePoint})',
      ar: 'لا خط يحوي المحرف {character} ‏({codePoint})',
    },
    hint: {
      en: 'replace the character, or put a font that has it into the fonts folder of the project',
      ar: 'استبدل المحرف، أو ضع في مجلد fonts من مشروعك خطًا يحويه',
    },
  },
  'line-overfull': {
    severity: 'warning',
    message: {
      en: 'the word “{word}” is wider than the line and was broken inside',
      ar: 'الكلمة «{word}» أعرض من السطر فكُسرت في وسطها',
    },
    hint: { en: 'shorten it, set it smaller, or widen the column', ar: 'اختصرها أو صغّر حجمها أو وسّع العمود' },
  },
} as const satisfies Record<string, Message>;
