import type { Message } from './message.ts';

export const chartMessages = {
  'chart-columns': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'a chart shows two columns; the table with all of them stands under it',
      ar: 'يعرض المخطط عمودين، ويوضع تحته الجدول بأعمدته كلها',
    },
    hint: {
      en: 'make a chart of each column, or use :::table',
      ar: 'اجعل لكل عمود مخططًا، أو استعمل ‎:::table',
    },
  },
  'chart-type': {
    severity: 'warning',
    gather: { by: 'written' },
    message: {
      en: 'there is no chart of type “{written}”: bars are drawn',
      ar: 'لا مخطط من نوع «{written}»، فرُسمت أشرطة',
    },
    hint: { en: 'use one of: {known}', ar: 'استعمل أحد هذه: {known}' },
  },
  'chart-empty': {
    severity: 'warning',
    message: { en: 'there is no number here that a chart can show', ar: 'لا عدد هنا يعرضه المخطط' },
    hint: {
      en: 'write names in the first column, and numbers in those after it',
      ar: 'اكتب الأسماء في العمود الأول والأعداد في الأعمدة بعده',
    },
  },
  'chart-value': {
    severity: 'warning',
    gather: { name: 'value' },
    message: {
      en: '“{value}” is not a number that this chart can show: its place is left empty',
      ar: '«{value}» ليس عددًا يعرضه هذا المخطط، فبقي مكانه خاليًا',
    },
    hint: {
      en: 'write a number, or leave the cell empty; parts of a pie are not negative',
      ar: 'اكتب عددًا أو دع الخانة خالية؛ ولا تكون أجزاء الدائرة سالبة',
    },
  },
  'chart-many': {
    severity: 'warning',
    message: {
      en: 'a chart of {count} rows is drawn, of which hardly more than {most} are told apart',
      ar: 'رُسم مخطط فيه {count} صفًّا، ولا يكاد يُميَّز منها أكثر من {most}',
    },
    hint: { en: 'use type=line, or leave out rows', ar: 'استعمل type=line، أو اترك بعض الصفوف' },
  },
  'chart-pie': {
    severity: 'warning',
    message: {
      en: 'a pie shows one series: of the columns the first with numbers is drawn, the others are only read aloud',
      ar: 'تعرض الدائرة عمودًا واحدًا: رُسم أول عمود فيه أعداد، وبقية الأعمدة في النص البديل وحده',
    },
    hint: {
      en: 'use type=stacked, or a pie of each column',
      ar: 'استعمل type=stacked، أو اجعل لكل عمود دائرة',
    },
  },
  'chart-pointing': {
    severity: 'warning',
    message: {
      en: 'highlight points at nothing here: this chart tells its series apart by colour',
      ar: 'لا أثر هنا لـ highlight، فهذا المخطط يميّز أعمدته بالألوان',
    },
    hint: {
      en: 'use it with bars, columns or a pie of one series',
      ar: 'استعمله في أشرطة أو أعمدة أو دائرة من عمود واحد',
    },
  },
  'chart-sort': {
    severity: 'warning',
    message: {
      en: 'a chart is not sorted by “{written}”: its rows stand as written',
      ar: 'لا تُرتَّب المخططات بحسب «{written}»، فبقيت الصفوف كما كُتبت',
    },
    hint: { en: 'use one of: {known}', ar: 'استعمل أحد هذه: {known}' },
  },
  'chart-highlight': {
    severity: 'warning',
    message: {
      en: 'the chart has no “{written}” to point at',
      ar: 'ليس في المخطط «{written}» ليُبرز',
    },
    hint: {
      en: 'write a name of the first column as it stands there',
      ar: 'اكتب اسمًا من العمود الأول كما هو فيه',
    },
  },
  'chart-data': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'the data “{path}” cannot be read ({reason}): no chart is drawn of it',
      ar: 'تعذّرت قراءة البيانات «{path}» ({reasonAr})، فلم يُرسم منها مخطط',
    },
    hint: {
      en: 'put a CSV file in UTF-8 into the project, names in its first row and column',
      ar: 'ضع في المشروع ملف CSV بترميز UTF-8، الأسماء في صفه الأول وعموده الأول',
    },
  },
  'chart-number': {
    severity: 'warning',
    gather: { name: 'value' },
    message: {
      en: '“{value}” is not a number that a bar can show: it is printed without one',
      ar: '«{value}» ليس عددًا يمكن رسمه، فطُبع بلا شريط',
    },
    hint: {
      en: 'write a number of zero or more in the second column',
      ar: 'اكتب في العمود الثاني عددًا لا يقل عن الصفر',
    },
  },
} as const satisfies Record<string, Message>;
