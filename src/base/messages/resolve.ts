import type { Message } from './message.ts';

export const resolveMessages = {
  'timeline-form': {
    severity: 'warning',
    message: {
      en: 'a timeline has no form “{written}”: it is chosen by what it holds',
      ar: 'لا شكل للخط الزمني باسم «{written}»، فاختير بحسب ما فيه',
    },
    hint: { en: 'write form=vertical or form=horizontal', ar: 'اكتب form=vertical أو form=horizontal' },
  },
  'code-long': {
    severity: 'info',
    gather: {},
    message: {
      en: 'this code is too long to be coloured, or has a word of a thousand letters: it keeps one colour',
      ar: 'هذه الشيفرة أطول من أن تُلوَّن أو فيها كلمة من ألف حرف، فتبقى بلون واحد',
    },
    hint: { en: 'part it into shorter blocks', ar: 'قسّمها كتلًا أقصر' },
  },
  'code-language': {
    severity: 'info',
    gather: { name: 'lang' },
    message: {
      en: 'no language “{lang}” is known: its code keeps one colour',
      ar: 'لا لغة معروفة باسم «{lang}»، فتبقى شيفرتها بلون واحد',
    },
    hint: {
      en: 'write its usual name, such as python, or text',
      ar: 'اكتب اسمها المعتاد، مثل python، أو text',
    },
  },
  'quotation-empty': {
    severity: 'warning',
    message: { en: ':::{name} quotes nothing', ar: 'لا اقتباس في :::{name}' },
    hint: { en: 'write the words between its fences', ar: 'اكتب الكلام بين علامتيه' },
  },
  'quran-sura': {
    severity: 'warning',
    message: { en: 'there is no sura “{written}”', ar: 'لا سورة اسمها «{written}»' },
    hint: {
      en: 'write its name or its number from 1 to 114 ({meant})',
      ar: 'اكتب اسمها أو رقمها من ١ إلى ١١٤ ({meant})',
    },
  },
  'quran-ayat': {
    severity: 'warning',
    message: {
      en: 'sura {sura} has {verses} verses, and no “{written}”',
      ar: 'آيات سورة {sura} {verses}، وليس فيها «{written}»',
    },
    hint: { en: 'check the numbers of the verses', ar: 'راجع أرقام الآيات' },
  },
  'quran-count': {
    severity: 'warning',
    message: {
      en: '{lines} lines are quoted as {verses} verses',
      ar: 'عدد الأسطر {lines}، وعدد الآيات المذكورة {verses}',
    },
    hint: { en: 'write each verse on a line of its own', ar: 'اكتب كل آية في سطر وحدها' },
  },
  'formula-engine': {
    severity: 'warning',
    gather: { name: 'written' },
    message: {
      en: 'formula “{written}” is set as code: the package that reads TeX is not installed',
      ar: 'الصيغة «{written}» طُبعت شيفرةً، فالحزمة التي تقرأ TeX غير مثبتة',
    },
    hint: { en: 'npm install @mathjax/src', ar: 'نفّذ: npm install @mathjax/src' },
  },
  'formula-tex': {
    severity: 'warning',
    message: {
      en: 'formula “{written}” is set as code: {reason}',
      ar: 'الصيغة «{written}» طُبعت شيفرةً: {reasonAr}',
    },
    hint: {
      en: 'mend its TeX; text in it stands in \\text{…}',
      ar: 'صحّح نص TeX فيها، وما كان فيها كلامًا فضعه في \\text{…}',
    },
  },
} as const satisfies Readonly<Record<string, Message>>;
