import type { Message } from './message.ts';

export const pageMessages = {
  'landscape-nested': {
    severity: 'warning',
    message: {
      en: 'a table inside a list, a box or columns stays upright',
      ar: 'الجدول داخل قائمة أو إطار أو أعمدة يبقى قائمًا ولا تُدار صفحته',
    },
    hint: {
      en: 'move it out of what it stands in, to a paragraph of its own',
      ar: 'أخرجه مما هو فيه واجعله في فقرة مستقلة',
    },
  },
  'float-nested': {
    severity: 'warning',
    message: {
      en: 'what stands in a list, a box or columns stays where it is written, whatever float= asks for',
      ar: 'ما كان داخل قائمة أو إطار أو أعمدة يبقى في موضعه مهما طلبت float=',
    },
    hint: {
      en: 'move it out of what it stands in, to a paragraph of its own',
      ar: 'أخرجه مما هو فيه واجعله في فقرة مستقلة',
    },
  },
  'float-too-tall': {
    severity: 'warning',
    message: {
      en: 'higher than a page, so that it stands where it is written and goes on on the next page',
      ar: 'أطول من الصفحة، فيبقى في موضعه ويُستكمل في الصفحة التالية',
    },
    hint: {
      en: 'make it smaller, part it, or take float= away',
      ar: 'صغّره أو جزّئه أو احذف float=',
    },
  },
  'beside-no-room': {
    severity: 'warning',
    message: {
      en: 'side= leaves no room for text beside it: it stands above the text',
      ar: 'لا يبقى بجانبه متسع للنص مع side=، فيبقى فوق النص',
    },
    hint: {
      en: 'make it narrower with width=, or take side= away; in lists, boxes and columns nothing stands beside text',
      ar: 'ضيّقه بـ width= أو احذف side=، ولا يوضع شيء بجانب النص في القوائم والأُطر والأعمدة',
    },
  },
  'block-too-tall': {
    severity: 'warning',
    message: {
      en: 'this is {height} pt high and its page has room for {room} pt: it runs into the bottom margin',
      ar: 'ارتفاع هذا {height} نقطة وفي الصفحة متسع {room} نقطة فقط: تجاوز الهامش السفلي',
    },
    hint: {
      en: 'use a smaller leading, smaller padding or a larger page',
      ar: 'صغّر تباعد الأسطر أو الحشو أو اختر صفحة أكبر',
    },
  },
  'placed-too-tall': {
    severity: 'warning',
    message: {
      en: 'the text is {height} pt high and its fixed place on the page only {room} pt',
      ar: 'ارتفاع النص {height} نقطة ومكانه الثابت في الصفحة {room} نقطة فقط',
    },
    hint: { en: 'shorten the text or give its place more height', ar: 'اختصر النص أو زد ارتفاع مكانه' },
  },
  'pages-not-settled': {
    severity: 'warning',
    message: {
      en: 'page numbers did not settle after {passes} passes: {names}',
      ar: 'لم تستقر أرقام الصفحات بعد {passes} محاولات: {names}',
    },
    hint: {
      en: 'a page number changes the length of the text it stands in; reword that paragraph a little',
      ar: 'رقم الصفحة يغيّر طول النص الذي يرد فيه؛ عدّل صياغة تلك الفقرة قليلًا',
    },
  },
  'unknown-page-target': {
    severity: 'warning',
    gather: { by: 'target' },
    message: {
      en: 'no place in the document is called “{target}”, so its page number is printed as ؟',
      ar: 'لا موضع في المستند اسمه «{target}»، فطُبع مكان رقم صفحته ؟',
    },
    hint: { en: 'use the id of a heading, figure or note', ar: 'استعمل معرّف عنوان أو شكل أو حاشية' },
  },
  'unknown-master': {
    severity: 'warning',
    message: {
      en: 'there is no page layout called “{name}”',
      ar: 'لا يوجد تخطيط صفحة اسمه «{name}»',
    },
    hint: { en: 'use one of: {known}', ar: 'استعمل واحدًا من: {known}' },
  },
  'margins-too-large': {
    severity: 'error',
    message: {
      en: 'the margins leave {width} × {height} pt for text',
      ar: 'لا تترك الهوامش للنص إلا {width} × {height} نقطة',
    },
    hint: {
      en: 'make page.margin smaller or page.size larger; at least {least} pt each way are needed',
      ar: 'صغّر page.margin أو كبّر page.size؛ أقل ما يلزم {least} نقطة في كل اتجاه',
    },
  },
} as const satisfies Record<string, Message>;
