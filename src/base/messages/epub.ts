import type { Message } from './message.ts';

export const epubMessages = {
  'epub-untitled': {
    severity: 'warning',
    message: {
      en: 'the e-book has no title; its first heading stands in for it',
      ar: 'الكتاب الإلكتروني بلا عنوان، فحلّ أول عنوان في النص محله',
    },
    hint: { en: 'write title: in the front matter', ar: 'اكتب عنوان: في ترويسة الملف' },
  },
  'epub-font-whole': {
    severity: 'warning',
    message: {
      en: 'the font of “{family}” is damaged and cannot be cut to the letters of the book: the e-book carries it whole',
      ar: 'ملف الخط «{family}» معطوب فلا يُقتطع منه ما يحتاجه الكتاب، فيُضمَّن كاملًا',
    },
    hint: {
      en: 'get the file anew from its maker; some reading systems refuse damaged fonts',
      ar: 'احصل على الملف من ناشره من جديد، فبعض القارئات ترفض الخطوط المعطوبة',
    },
  },
  'epub-link-target': {
    severity: 'warning',
    gather: { by: 'target' },
    message: {
      en: 'no place in the document is called “{target}”: the link is printed as text',
      ar: 'لا موضع في المستند اسمه «{target}»، فيُطبع الرابط نصًّا',
    },
    hint: { en: 'use the id of a heading, figure or note', ar: 'استعمل معرّف عنوان أو شكل أو حاشية' },
  },
} as const satisfies Record<string, Message>;
