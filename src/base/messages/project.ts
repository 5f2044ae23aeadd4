import type { Message } from './message.ts';

export const projectMessages = {
  'file-missing': {
    severity: 'error',
    exit: 'io',
    message: { en: 'there is no file "{path}"', ar: 'لا يوجد ملف باسم «{path}»' },
    hint: {
      en: 'check the spelling of the name and of its folder',
      ar: 'تحقّق من كتابة الاسم ومن مجلده',
    },
  },
  'file-outside': {
    severity: 'error',
    message: { en: 'the path "{path}" leaves the project', ar: 'المسار «{path}» يخرج من مجلد المشروع' },
    hint: {
      en: 'copy the file into the project, or name a wider folder with --root',
      ar: 'انسخ الملف إلى داخل المشروع، أو حدّد مجلدًا أوسع بالخيار ‎--root',
    },
  },
  'file-hidden': {
    severity: 'error',
    message: {
      en: '"{path}" is hidden (a name that begins with a dot), or is a file of the system, and is not read',
      ar: '«{path}» ملف مخفي يبدأ اسمه أو اسم مجلده بنقطة، أو من ملفات النظام، فلا يُقرأ',
    },
    hint: {
      en: 'copy it to a name without a dot at its beginning',
      ar: 'انسخه باسم لا تسبقه نقطة',
    },
  },
  'file-not-a-file': {
    severity: 'error',
    exit: 'io',
    message: { en: '"{path}" is not an ordinary file', ar: '«{path}» ليس ملفًا عاديًا' },
    hint: { en: 'name a file, not a folder or a device', ar: 'اذكر ملفًا، لا مجلدًا ولا جهازًا' },
  },
  'file-too-large': {
    severity: 'error',
    exit: 'limit',
    message: { en: '"{path}" is larger than 64 MB', ar: 'حجم «{path}» أكبر من ٦٤ ميغابايت' },
    hint: { en: 'split it, or make the picture smaller', ar: 'قسّم الملف، أو صغّر الصورة' },
  },
  'file-not-utf8': {
    severity: 'error',
    message: { en: '"{path}" is not UTF-8 text', ar: 'ترميز «{path}» ليس UTF-8' },
    hint: {
      en: 'save it as UTF-8; older Arabic files are often Windows-1256: iconv -f CP1256 -t UTF-8',
      ar: 'احفظه بترميز UTF-8؛ والملفات العربية القديمة كثيرًا ما تكون Windows-1256: ‏iconv -f CP1256 -t UTF-8',
    },
  },
  'file-denied': {
    severity: 'error',
    exit: 'io',
    message: { en: '"{path}" may not be read', ar: 'لا إذن بقراءة «{path}»' },
    hint: { en: 'check its permissions', ar: 'راجع أذونات الملف' },
  },
  'file-failed': {
    severity: 'error',
    exit: 'io',
    message: { en: '"{path}" could not be read', ar: 'تعذّرت قراءة «{path}»' },
    hint: {
      en: 'try again; if it stays so, check the disk and the number of open files',
      ar: 'أعد المحاولة؛ فإن تكرّر الخطأ فافحص القرص وعدد الملفات المفتوحة',
    },
  },
  'folder-without-book': {
    severity: 'error',
    message: {
      en: 'the folder has no Markdown files, no book.yaml and no SUMMARY.md',
      ar: 'ليس في المجلد ملفات Markdown ولا book.yaml ولا SUMMARY.md',
    },
    hint: {
      en: 'put chapters (.md) into it, or name a Markdown file',
      ar: 'ضع فيه فصولًا (‎.md)، أو اذكر ملف Markdown',
    },
  },
  'book-with-files': {
    severity: 'error',
    message: {
      en: 'a book ("{path}") cannot be built together with other files',
      ar: 'لا يُبنى الكتاب «{path}» مع ملفات أخرى',
    },
    hint: {
      en: 'list the files under chapters: in book.yaml',
      ar: 'اذكر الملفات تحت chapters: (فصول) في book.yaml',
    },
  },
  'book-empty': {
    severity: 'error',
    message: { en: 'the book has no chapters', ar: 'ليس في الكتاب فصول' },
    hint: { en: 'list Markdown files under chapters:', ar: 'اذكر ملفات Markdown تحت chapters: (فصول)' },
  },
  'book-all-missing': {
    severity: 'error',
    message: {
      en: 'not one of the chapters is there ({count} listed)',
      ar: 'لا وجود لأي فصل من الفصول المذكورة (عددها {count})',
    },
    hint: {
      en: 'chapters are named from the folder of the file that lists them',
      ar: 'تُقرأ مسارات الفصول من مجلد الملف الذي يذكرها',
    },
  },
  'chapter-missing': {
    severity: 'warning',
    message: {
      en: 'there is no chapter file "{path}"; a note stands in its place',
      ar: 'لا يوجد ملف الفصل «{path}»، ووُضع في مكانه تنبيه',
    },
    hint: {
      en: 'chapters are named from the folder of the file that lists them; check the spelling',
      ar: 'تُقرأ مسارات الفصول من مجلد الملف الذي يذكرها؛ تحقّق من الاسم',
    },
  },
  'toml-broken': {
    severity: 'warning',
    message: {
      en: 'book.toml cannot be read and is left aside: {detail}',
      ar: 'تعذّرت قراءة book.toml فتُرك: {detail}',
    },
    hint: {
      en: 'mend it, or write title and author into the front matter of SUMMARY.md',
      ar: 'أصلحه، أو اكتب العنوان والمؤلف في بيانات SUMMARY.md',
    },
  },
  'summary-draft': {
    severity: 'info',
    message: {
      en: 'the draft chapter “{title}” has no file and is left out',
      ar: 'الفصل «{title}» مسودة بلا ملف، فتُرك',
    },
    hint: {
      en: 'write its file between the parentheses: [{title}](file.md)',
      ar: 'اكتب ملفه بين القوسين: ‎[{title}](file.md)',
    },
  },
  'summary-line': {
    severity: 'warning',
    message: { en: '“{text}” names no chapter and is left out', ar: '«{text}» لا يسمّي فصلًا، فتُرك' },
    hint: {
      en: 'write a link to a file of this book: [title](chapter.md)',
      ar: 'اكتب رابطًا إلى ملف من الكتاب: ‎[عنوان](chapter.md)',
    },
  },
  'summary-twice': {
    severity: 'warning',
    message: { en: 'the chapter "{path}" is listed a second time', ar: 'الفصل «{path}» مذكور مرة ثانية' },
    hint: { en: 'keep one of the two; the first one counts', ar: 'أبقِ واحدًا منهما؛ والمعتمد هو الأول' },
  },
  'sources-limit': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: '{count} files are more than the {limit} allowed',
      ar: 'عدد الملفات {count} يتجاوز الحد {limit}',
    },
    hint: { en: 'build the document in parts', ar: 'ابنِ الوثيقة على أجزاء' },
  },
  'front-matter-hidden': {
    severity: 'warning',
    message: {
      en: 'an invisible character before "---" keeps the front matter from being read',
      ar: 'محرف خفيّ قبل «---» يمنع قراءة بيانات الوثيقة',
    },
    hint: { en: 'delete what stands before the hyphens', ar: 'احذف ما قبل الشرطات الثلاث' },
  },
  'front-matter-late': {
    severity: 'warning',
    message: {
      en: 'blank lines before the front matter keep it from being read: it is printed as text',
      ar: 'أسطر فارغة قبل بيانات الوثيقة تمنع قراءتها، فطُبعت نصًّا',
    },
    hint: { en: 'delete the lines before ---', ar: 'احذف الأسطر التي قبل ---' },
  },
  'front-matter-open': {
    severity: 'warning',
    message: {
      en: 'the front matter is not closed and is printed as text',
      ar: 'بيانات الوثيقة لم تُغلق فطُبعت نصًّا',
    },
    hint: {
      en: 'put a line of three hyphens (---) after the last key',
      ar: 'ضع سطرًا من ثلاث شرطات (---) بعد آخر مفتاح',
    },
  },
  'yaml-broken': {
    severity: 'warning',
    message: {
      en: 'the YAML cannot be read, and nothing in it counts: {detail}',
      ar: 'تعذّرت قراءة YAML فلم يُعتدّ بشيء فيه: ‏{detail}',
    },
    hint: {
      en: 'quote values that hold ": " or begin with a sign; indent with spaces',
      ar: 'ضع بين علامتي اقتباس كل قيمة فيها «: » أو تبدأ برمز، واستعمل المسافات للإزاحة',
    },
  },
  'yaml-not-a-map': {
    severity: 'warning',
    message: {
      en: 'these are no keys and values; they are left out',
      ar: 'ليست هذه مفاتيح وقيمًا فتُركت',
    },
    hint: { en: 'write one "key: value" a line', ar: 'اكتب في كل سطر «مفتاح: قيمة»' },
  },
  'yaml-key': {
    severity: 'warning',
    message: {
      en: 'the key "{key}" is not allowed and is left out',
      ar: 'المفتاح «{key}» غير مسموح به فتُرك',
    },
    hint: { en: 'use a plain word as the key', ar: 'اجعل المفتاح كلمة عادية' },
  },
  'yaml-limit': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the YAML is too long, too deep or expands without bound',
      ar: 'نص YAML أطول أو أعمق من المسموح، أو يتضخّم بلا حد',
    },
    hint: {
      en: 'keep it under 256 KB and 48 levels, and use few aliases (*name)',
      ar: 'أبقه دون ٢٥٦ كيلوبايت و٤٨ مستوى، وأقلل من الإحالات (‎*name)',
    },
  },
  'setting-unknown': {
    severity: 'warning',
    message: { en: 'unknown key "{key}"', ar: 'مفتاح غير معروف «{key}»' },
    hint: { en: 'did you mean "{guess}"?', ar: 'هل قصدت «{guess}»؟' },
  },
  'lang-guessed': {
    severity: 'info',
    message: {
      en: 'the document does not say its language; by its letters it is taken for "{lang}"',
      ar: 'لم تُذكر لغة الوثيقة، وعُدّت بحسب حروفها «{lang}»',
    },
    hint: {
      en: 'write "lang: {lang}" or "lang: ar" into the front matter',
      ar: 'اكتب في بيانات الوثيقة ‎lang: {lang} أو ‎lang: ar',
    },
  },
  'setting-own': {
    severity: 'info',
    message: {
      en: 'the key "{key}" means nothing to warraq itself',
      ar: 'المفتاح «{key}» لا معنى له عند ورّاق نفسه',
    },
    hint: {
      en: 'the template can use it; delete it if none does',
      ar: 'يستطيع القالب استعماله؛ فإن لم يستعمله فاحذفه',
    },
  },
  'setting-twice': {
    severity: 'warning',
    message: { en: '"{key}" says again what was said ("{name}")', ar: '«{key}» يكرّر مفتاحًا سبق («{name}»)' },
    hint: { en: 'keep one of them; the first one counts', ar: 'أبقِ واحدًا منهما؛ والمعتمد هو الأول' },
  },
  'setting-not-text': {
    severity: 'warning',
    message: { en: '"{key}" is no text and is left out', ar: 'قيمة «{key}» ليست نصًّا فتُركت' },
    hint: {
      en: 'write it on the same line, in quotes if it has ": "',
      ar: 'اكتبها في السطر نفسه، بين علامتي اقتباس إن كان فيها «: »',
    },
  },
  'setting-not-list': {
    severity: 'warning',
    message: { en: '"{key}" is no list and is left out', ar: 'قيمة «{key}» ليست قائمة فتُركت' },
    hint: { en: 'write each item on a line of its own after "- "', ar: 'اكتب كل عنصر في سطر بعد «- »' },
  },
  'setting-not-theme': {
    severity: 'warning',
    message: {
      en: '"{key}" is neither a name nor tokens with "extends" and is left out',
      ar: 'قيمة «{key}» ليست اسمًا ولا سمات معها extends فتُركت',
    },
    hint: {
      en: 'write theme: book, or theme: {extends: book, …}',
      ar: 'اكتب ‎theme: book أو ‎theme: {extends: book, …}',
    },
  },
  'setting-date': {
    severity: 'warning',
    message: {
      en: '"{value}" is not a date: it is printed as typed',
      ar: '«{value}» ليس تاريخًا، فيُطبع كما كُتب',
    },
    hint: { en: 'write year-month-day: 2026-11-23', ar: 'اكتب السنة ثم الشهر ثم اليوم: 2026-11-23' },
  },
  'setting-value': {
    severity: 'warning',
    message: {
      en: '"{key}" cannot be "{value}", which is left out',
      ar: 'لا تصحّ «{value}» قيمةً للمفتاح «{key}» فتُركت',
    },
    hint: { en: 'expected: {expected}', ar: 'المنتظر: {expected}' },
  },
  'setting-not-attachments': {
    severity: 'warning',
    message: {
      en: '"{key}" is no list of files; what is none is left out',
      ar: 'قيمة «{key}» ليست قائمة ملفات، فتُرك ما ليس منها',
    },
    hint: {
      en: 'write "- data.csv", or "- {file: data.csv, description: …, relationship: Data}"',
      ar: 'اكتب ‎- data.csv أو ‎- {ملف: data.csv, وصف: …, علاقة: بيانات}',
    },
  },
  'setting-not-bibliography': {
    severity: 'warning',
    message: {
      en: '"{key}" is no file and no list of files; what is none is left out',
      ar: 'قيمة «{key}» ليست ملفًا ولا قائمة ملفات، فتُرك ما ليس منها',
    },
    hint: { en: 'write "{key}: refs.bib"', ar: 'اكتب ‎{key}: refs.bib' },
  },
  'template-unknown': {
    severity: 'warning',
    message: {
      en: 'there is no template "{name}": {other} is used',
      ar: 'لا يوجد قالب باسم «{name}»، فاستُعمل {other}',
    },
    hint: { en: 'there are: {known}', ar: 'القوالب الموجودة: {known}' },
  },
  'template-misspelt': {
    severity: 'warning',
    message: {
      en: 'there is no template "{name}": {other} is used',
      ar: 'لا يوجد قالب باسم «{name}»، فاستُعمل {other}',
    },
    hint: {
      en: 'did you mean "{guess}"? there are: {known}',
      ar: 'هل قصدت «{guess}»؟ القوالب الموجودة: {known}',
    },
  },
} as const satisfies Record<string, Message>;
