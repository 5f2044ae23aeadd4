import type { Message } from './message.ts';

/** Of what a program asks through the library. */
export const requestMessages = {
  'request-field': {
    severity: 'error',
    message: {
      en: '"{field}" of the request is not {expected}',
      ar: 'قيمة «{field}» في الطلب ليست {expected}',
    },
    hint: {
      en: 'give it a value of that type, or leave it out',
      ar: 'أعطِه قيمة من هذا النوع، أو احذفه',
    },
  },
  'request-unknown-field': {
    severity: 'warning',
    message: {
      en: 'the request has no field "{field}": it is passed over',
      ar: 'لا حقل باسم «{field}» في الطلب، وقد أُهمل',
    },
    hint: { en: 'did you mean "{guess}"?', ar: 'هل تقصد «{guess}»؟' },
  },
  'request-no-file': {
    severity: 'error',
    message: { en: 'the request names no file and has no text', ar: 'لا يذكر الطلب ملفًا وليس فيه نصّ' },
    hint: {
      en: "give it files: ['document.md'], or text",
      ar: "أعطِه files: [‏‎'document.md'‏] أو text",
    },
  },
  'request-no-text': {
    severity: 'error',
    message: {
      en: 'the request names the file "-" but has no text',
      ar: 'يذكر الطلب الملف «-» وليس فيه نصّ',
    },
    hint: { en: 'give it text, or a file of another name', ar: 'أعطِه text، أو ملفًا باسم آخر' },
  },
  'request-world': {
    severity: 'error',
    message: {
      en: 'the second argument of compile() is not a world: it has no {member}()',
      ar: 'الوسيط الثاني للدالّة compile()‎ ليس world: ليس فيه {member}()‎',
    },
    hint: {
      en: 'pass openNodeWorld(folder), or openMemoryWorld({ files })',
      ar: 'مرّر openNodeWorld(folder)‎ أو openMemoryWorld({ files })‎',
    },
  },
} as const satisfies Record<string, Message>;
