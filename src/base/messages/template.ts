import type { Message } from './message.ts';

export const templateMessages = {
  'document-untitled': {
    severity: 'warning',
    message: {
      en: 'the document has no title; readers list it as “{name}”',
      ar: 'ليس للوثيقة عنوان، فتُعرض في القوائم باسم «{name}»',
    },
    hint: {
      en: 'add "title:" to the front matter, or begin the text with "# Title"',
      ar: 'أضف «title:» (عنوان) إلى بيانات الوثيقة، أو ابدأ النص بسطر «‎# العنوان»',
    },
  },
  'template-broken': {
    severity: 'error',
    message: { en: 'the template cannot be read near: {detail}', ar: 'تعذّرت قراءة القالب قرب: {detail}' },
    hint: {
      en: 'check that every {{#if}} and {{#each}} is closed, and every {{ has its }}',
      ar: 'تحقّق من إغلاق كل ‎{{#if}} و‎{{#each}}، ومن أن لكل {{ ما يغلقها',
    },
  },
  'template-limit': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the template is too long, too deep or writes without bound',
      ar: 'القالب أطول أو أعمق من المسموح، أو يكتب بلا حد',
    },
    hint: {
      en: 'keep large data out of nested {{#each}} blocks',
      ar: 'لا تضع بيانات كبيرة في كتل ‎{{#each}} متداخلة',
    },
  },
  'template-character': {
    severity: 'error',
    message: { en: 'U+FDD0 and U+FDD1 are not characters', ar: '‏U+FDD0 وU+FDD1 ليسا محرفين' },
    hint: { en: 'delete them from the template', ar: 'احذفهما من القالب' },
  },
  'template-construct': {
    severity: 'error',
    message: { en: 'templates here have no {construct}', ar: 'لا تقبل القوالب هنا {construct}' },
    hint: {
      en: 'a template is one file of text, {{values}}, {{helpers}} and {{#if}}, {{#unless}}, {{#each}}, {{#with}}',
      ar: 'القالب ملف واحد من نص وقيم ودوال و‎{{#if}}، ‎{{#unless}}، ‎{{#each}}، ‎{{#with}}',
    },
  },
  'template-block': {
    severity: 'error',
    message: { en: 'there is no block "{name}"', ar: 'لا توجد كتلة باسم «{name}»' },
    hint: { en: 'the blocks are if, unless, each, with', ar: 'الكتل هي if وunless وeach وwith' },
  },
  'template-block-value': {
    severity: 'error',
    message: { en: '"{name}" takes exactly one value', ar: 'تأخذ «{name}» قيمة واحدة لا غير' },
    hint: { en: 'write {{#if value}}, or {{#if (eq a b)}}', ar: 'اكتب ‎{{#if value}} أو ‎{{#if (eq a b)}}' },
  },
  'template-helper': {
    severity: 'error',
    message: { en: 'there is no helper "{name}"', ar: 'لا توجد دالة باسم «{name}»' },
    hint: { en: 'did you mean: {known}?', ar: 'لعلّك قصدت: {known}' },
  },
  'template-arguments': {
    severity: 'error',
    message: {
      en: '"{name}" is called with the wrong number of values',
      ar: 'عدد القيم المعطاة للدالة «{name}» غير صحيح',
    },
    hint: { en: 'write {usage}', ar: 'اكتب {usage}' },
  },
  'template-name': {
    severity: 'error',
    message: {
      en: 'the name "{name}" is not allowed in templates',
      ar: 'الاسم «{name}» غير مسموح به في القوالب',
    },
    hint: { en: 'use a key of the front matter', ar: 'استعمل مفتاحًا من بيانات الوثيقة' },
  },
  'template-value-missing': {
    severity: 'warning',
    gather: { by: 'name' },
    message: { en: 'the document has no "{name}"', ar: 'ليس في الوثيقة «{name}»' },
    hint: {
      en: 'add it to the front matter, or wrap it in {{#if {name}}} … {{/if}}',
      ar: 'أضفه إلى بيانات الوثيقة، أو ضعه بين ‎{{#if {name}}} و‎{{/if}}',
    },
  },
  'template-value-misspelt': {
    severity: 'warning',
    gather: { by: 'name' },
    message: { en: 'the document has no "{name}"', ar: 'ليس في الوثيقة «{name}»' },
    hint: { en: 'did you mean "{guess}"?', ar: 'هل قصدت «{guess}»؟' },
  },
  'template-value-kind': {
    severity: 'warning',
    message: { en: 'a map cannot be printed', ar: 'لا يمكن طباعة مجموعة مفاتيح' },
    hint: {
      en: 'name one of its keys (map.key), or go through it with {{#each}}',
      ar: 'اذكر مفتاحًا منها (map.key)، أو مرّ عليها بـ‎{{#each}}',
    },
  },
  'template-date': {
    severity: 'warning',
    message: {
      en: '"{helper}" needs a date such as 2026-11-23',
      ar: 'تحتاج «{helper}» إلى تاريخ مثل 2026-11-23',
    },
    hint: {
      en: 'write the date as year-month-day in the front matter',
      ar: 'اكتب التاريخ في بيانات الوثيقة: السنة-الشهر-اليوم',
    },
  },
  'template-number': {
    severity: 'warning',
    message: { en: '"{helper}" needs a number', ar: 'تحتاج «{helper}» إلى عدد' },
    hint: { en: 'give it a number, or a key that holds one', ar: 'أعطها عددًا، أو مفتاحًا قيمته عدد' },
  },
  'template-plural': {
    severity: 'warning',
    message: { en: '"plural" has no wording for {count}', ar: 'ليس في «plural» صيغة للعدد {count}' },
    hint: {
      en: 'add other="…", which serves where nothing else does',
      ar: 'أضف other="…" فهي لكل ما لا صيغة له',
    },
  },
  'template-slot': {
    severity: 'error',
    message: { en: 'blocks cannot stand inside a line', ar: 'لا توضع الفقرات داخل سطر' },
    hint: {
      en: 'put {{{content}}} or {{{section …}}} on a line of its own, with an empty line before and after',
      ar: 'ضع ‎{{{content}}} أو ‎{{{section …}}} في سطر وحده، قبله سطر فارغ وبعده سطر فارغ',
    },
  },
} as const satisfies Record<string, Message>;
