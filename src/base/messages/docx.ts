import type { Message } from './message.ts';

export const docxMessages = {
  'docx-link-target': {
    severity: 'warning',
    gather: { by: 'target' },
    message: {
      en: 'no place in the Word document is called “{target}”: the link is text',
      ar: 'لا موضع في مستند وورد اسمه «{target}»، فصار الرابط نصًّا',
    },
    hint: { en: 'use the id of a heading, figure or note', ar: 'استعمل معرّف عنوان أو شكل أو حاشية' },
  },
} as const satisfies Record<string, Message>;
