import type { Message } from './message.ts';

export const attachmentMessages = {
  'attachment-key': {
    severity: 'warning',
    message: { en: 'an attached file has no "{key}"', ar: 'ليس للملف المرفق مفتاح باسم «{key}»' },
    hint: { en: 'did you mean: {guess}', ar: 'هل قصدت: {guess}' },
  },
  'attachment-missing': {
    severity: 'warning',
    message: {
      en: 'there is no file "{path}" to attach: it is left out',
      ar: 'لا يوجد ملف باسم «{path}» ليُرفق فتُرك',
    },
    hint: {
      en: 'write its path relative to the file that names it; check the spelling',
      ar: 'اكتب مساره نسبةً إلى الملف الذي يذكره، وتحقّق من الاسم',
    },
  },
  'attachment-hidden': {
    severity: 'warning',
    message: {
      en: 'the file "{path}" is hidden (a name that begins with a dot), or is one of the system, and is not attached',
      ar: 'الملف «{path}» مخفي يبدأ اسمه أو اسم مجلده بنقطة، أو من ملفات النظام، فلم يُرفق',
    },
    hint: {
      en: 'copy it to a name without a dot at its beginning, or attach it with --attach',
      ar: 'انسخه باسم لا تسبقه نقطة، أو أرفقه بالخيار ‎--attach',
    },
  },
  'attachment-outside': {
    severity: 'warning',
    message: {
      en: 'the file "{path}" lies outside the project and is not attached',
      ar: 'الملف «{path}» خارج مجلد المشروع فلم يُرفق',
    },
    hint: {
      en: 'copy the file into the project, or name a wider folder with --root',
      ar: 'انسخ الملف إلى داخل المشروع، أو حدّد مجلدًا أوسع بالخيار ‎--root',
    },
  },
  'attachment-twice': {
    severity: 'warning',
    message: {
      en: 'two attached files are called "{name}"; the first ("{path}") is taken',
      ar: 'ملفان مرفقان باسم «{name}»، فأُخذ أولهما «{path}»',
    },
    hint: { en: 'rename one of them, or leave it out', ar: 'غيّر اسم أحدهما أو احذفه' },
  },
  'attachments-limit': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the attached files are more than {count}, or more than {size} MB together',
      ar: 'الملفات المرفقة أكثر من {count}، أو حجمها معًا أكبر من {size} ميغابايت',
    },
    hint: { en: 'attach fewer, or put a link into the text', ar: 'أرفق أقل منها، أو ضع رابطًا في النص' },
  },
  'attachments-carried': {
    severity: 'info',
    message: {
      en: 'the PDF carries files ({count}): {names}',
      ar: 'يحمل PDF ملفات (عددها {count}): {names}',
    },
    hint: {
      en: 'who gets it can save them; `attachments` and --attach say which',
      ar: 'يستطيع من يصله أن يحفظها، وتحدّدها `attachments` و‎--attach',
    },
  },
  'attachments-left-out': {
    severity: 'info',
    message: {
      en: 'attached files ({count}) are left out: only a PDF for the screen carries files',
      ar: 'تُركت الملفات المرفقة (عددها {count}): لا يحمل الملفات إلا PDF معدّ للشاشة',
    },
    hint: {
      en: 'build the PDF without --profile to have them inside',
      ar: 'ابنِ PDF بلا ‎--profile لتكون فيه',
    },
  },
} as const satisfies Record<string, Message>;
