import type { Message } from './message.ts';

/** What may be wrong with the parts of a book and with what it says of itself. */
export const bookMessages = {
  'isbn-check': {
    severity: 'warning',
    message: {
      en: 'the check digit of ISBN {value} is {check}, not {found}: the number is printed as typed and stands in no metadata',
      ar: 'رقم التحقق في ISBN {value} هو {check} لا {found}، فيُطبع الرقم كما كُتب ولا يدخل البيانات الوصفية',
    },
    hint: {
      en: 'compare it with the number that the agency has given; one digit may have been mistyped',
      ar: 'قابله بالرقم الذي منحته الوكالة، فلعل رقمًا فيه كُتب خطأ',
    },
  },
  'isbn-shape': {
    severity: 'warning',
    message: {
      en: '"{value}" is no ISBN, and is printed as typed',
      ar: '«{value}» ليس رقم ISBN، فيُطبع كما كُتب',
    },
    hint: {
      en: 'an ISBN has 13 digits that begin with 978 or 979, or 10 (this has {count} signs)',
      ar: 'في رقم ISBN ثلاثة عشر رقمًا أولها 978 أو 979، أو عشرة أرقام (وفي هذا {count})',
    },
  },
  'setting-of-books': {
    severity: 'warning',
    message: {
      en: '"{key}" means something in a book.yaml alone, and is left out',
      ar: '«{key}» لا معنى له إلا في book.yaml فتُرك',
    },
    hint: {
      en: 'write a book.yaml with title: and chapters:, and this key there',
      ar: 'اكتب book.yaml فيه عنوان: وفصول:، وضع هذا المفتاح فيه',
    },
  },
  'setting-not-people': {
    severity: 'warning',
    message: {
      en: '"{key}" names nobody here, and this is left out',
      ar: 'لا اسم هنا تحت «{key}»، فتُرك هذا',
    },
    hint: {
      en: 'write a name, "- {name: …, role: editor}", or "- translator: Name"',
      ar: 'اكتب اسمًا، أو ‎- {اسم: …, دور: محرر} أو ‎- مترجم: الاسم',
    },
  },
  'person-role': {
    severity: 'warning',
    message: {
      en: 'unknown role "{role}": the person counts as a contributor',
      ar: 'دور غير معروف «{role}»، فعُدّ صاحبه مساهمًا',
    },
    hint: { en: 'did you mean: {expected}?', ar: 'هل قصدت: {expected}؟' },
  },
  'setting-not-parts': {
    severity: 'warning',
    message: {
      en: '"{key}" is no list of parts; what is none is left out',
      ar: 'قيمة «{key}» ليست قائمة أجزاء، فتُرك ما ليس منها',
    },
    hint: {
      en: 'write "- title: …" and below it "  chapters: [01.md, 02.md]"',
      ar: 'اكتب ‎- عنوان: …‏ وتحته ‎  فصول: [01.md, 02.md]',
    },
  },
  'part-key': {
    severity: 'warning',
    message: { en: 'a part has no "{key}", which is left out', ar: 'ليس للجزء «{key}» فتُرك' },
    hint: { en: 'did you mean: {guess}?', ar: 'هل قصدت: {guess}؟' },
  },
  'part-untitled': {
    severity: 'warning',
    message: {
      en: 'this part has no title: its chapters stand in the book, and no page opens it',
      ar: 'لا عنوان لهذا الجزء، فدخلت فصوله الكتاب بلا صفحة تفتحه',
    },
    hint: { en: 'write title: before its chapters', ar: 'اكتب عنوان: قبل فصوله' },
  },
  'part-empty': {
    severity: 'warning',
    message: { en: 'the part "{title}" has no chapters', ar: 'ليس في الجزء «{title}» فصول' },
    hint: { en: 'list Markdown files under chapters:', ar: 'اذكر ملفات Markdown تحت chapters: (فصول)' },
  },
  'part-twice': {
    severity: 'warning',
    message: {
      en: 'two parts are called "{title}" (the first on line {line}); both are printed',
      ar: 'جزءان باسم واحد «{title}» (أولهما في السطر {line})، وكلاهما مطبوع',
    },
    hint: {
      en: 'readers of the contents cannot tell them apart: number them, or give one another name',
      ar: 'لا يميّز قارئ الفهرس أحدهما من الآخر: رقّمهما أو غيّر اسم أحدهما',
    },
  },
  'setting-not-matter': {
    severity: 'warning',
    message: {
      en: '"{key}" is no list of what stands there; what is none is left out',
      ar: 'قيمة «{key}» ليست قائمة بما يوضع فيها، فتُرك ما ليس منها',
    },
    hint: {
      en: 'write "- title", "- dedication: To …", "- preface: preface.md"',
      ar: 'اكتب ‎- title أو ‎- إهداء: إلى … أو ‎- تمهيد: preface.md',
    },
  },
  'matter-unknown': {
    severity: 'warning',
    message: {
      en: 'front and back matter has no "{role}", which is left out',
      ar: 'ليس في صدر الكتاب وذيله «{role}» فتُرك',
    },
    hint: { en: 'did you mean: {guess}?', ar: 'هل قصدت: {guess}؟' },
  },
  'matter-without-text': {
    severity: 'warning',
    message: { en: '"{role}" has no text and is left out', ar: 'لا نص لـ«{role}» فتُرك' },
    hint: {
      en: 'name a Markdown file or write the words after a colon: "- {role}: …"',
      ar: 'اذكر ملف Markdown أو اكتب الكلام بعد النقطتين: ‎- {role}: …',
    },
  },
} as const satisfies Record<string, Message>;
