import type { Message } from './message.ts';

export const citeMessages = {
  'bibliography-missing': {
    severity: 'warning',
    message: {
      en: 'there is no file "{path}" of references: what the text cites from it stands as typed',
      ar: 'لا يوجد ملف مراجع باسم «{path}»، فتبقى الإحالات إليه كما كُتبت',
    },
    hint: {
      en: 'write its path relative to the file that names it; check the spelling',
      ar: 'اكتب مساره نسبةً إلى الملف الذي يذكره، وتحقّق من الاسم',
    },
  },
  'bibliography-hidden': {
    severity: 'warning',
    message: {
      en: 'the file "{path}" of references is hidden (a name that begins with a dot), or is one of the system, and is not read',
      ar: 'ملف المراجع «{path}» مخفي يبدأ اسمه أو اسم مجلده بنقطة، أو من ملفات النظام، فلم يُقرأ',
    },
    hint: { en: 'copy it to a name without a dot at its beginning', ar: 'انسخه باسم لا تسبقه نقطة' },
  },
  'bibliography-outside': {
    severity: 'warning',
    message: {
      en: 'the file "{path}" of references lies outside the project and is not read',
      ar: 'ملف المراجع «{path}» خارج مجلد المشروع فلم يُقرأ',
    },
    hint: {
      en: 'copy the file into the project, or name a wider folder with --root',
      ar: 'انسخ الملف إلى داخل المشروع، أو حدّد مجلدًا أوسع بالخيار ‎--root',
    },
  },
  'bibliography-encoding': {
    severity: 'warning',
    message: {
      en: 'the file "{path}" of references is not UTF-8 text and is not read',
      ar: 'ترميز ملف المراجع «{path}» ليس UTF-8، فلم يُقرأ',
    },
    hint: {
      en: 'save it as UTF-8; older Arabic files are often Windows-1256: iconv -f CP1256 -t UTF-8',
      ar: 'احفظه بترميز UTF-8؛ والملفات العربية القديمة كثيرًا ما تكون Windows-1256: ‏iconv -f CP1256 -t UTF-8',
    },
  },
  'bibliography-limit': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the files of references are larger than {size} MB together: "{path}" and what follows is not read',
      ar: 'ملفات المراجع معًا أكبر من {size} ميغابايت، فلم يُقرأ «{path}» وما بعده',
    },
    hint: { en: 'keep only what the text cites', ar: 'أبقِ ما يحيل إليه النص وحده' },
  },
  'bibliography-entries-limit': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'more than {limit} entries; no more are read',
      ar: 'عدد المراجع أكبر من {limit}، فلم يُقرأ ما بعدها',
    },
    hint: { en: 'keep only what the text cites', ar: 'أبقِ ما يحيل إليه النص وحده' },
  },
  'bibliography-format': {
    severity: 'warning',
    message: {
      en: '"{path}" is neither BibTeX nor CSL-JSON: nothing is taken from it',
      ar: '«{path}» ليس بصيغة BibTeX ولا CSL-JSON، فلم يؤخذ منه شيء',
    },
    hint: {
      en: 'export the references as BibTeX, BibLaTeX (.bib) or CSL-JSON (.json)',
      ar: 'صدّر المراجع بصيغة BibTeX أو BibLaTeX ‏(‎.bib) أو CSL-JSON ‏(‎.json)',
    },
  },
  'bibliography-empty': {
    severity: 'warning',
    message: { en: '"{path}" has no entries', ar: 'ليس في «{path}» أي مرجع' },
    hint: { en: 'export the references once more', ar: 'أعد تصدير المراجع' },
  },
  'bibtex-unclosed': {
    severity: 'warning',
    message: {
      en: 'the entry "{key}" is broken: its "{field}" is not closed; what could be read of it is kept',
      ar: 'المرجع «{key}» مكسور: حقل «{field}» لم يُغلق، فأُخذ منه ما أمكن قراءته',
    },
    hint: {
      en: 'close the brace or the quotation mark of the field on this line',
      ar: 'أغلق قوس الحقل أو علامة تنصيصه في هذا السطر',
    },
  },
  'bibtex-broken': {
    severity: 'warning',
    message: {
      en: 'the entry "{key}" is broken here; the fields before this place are kept',
      ar: 'المرجع «{key}» مكسور هنا، فأُخذت الحقول التي قبل هذا الموضع',
    },
    hint: {
      en: 'write fields as: name = {value}, and close the entry with }',
      ar: 'اكتب الحقول هكذا: ‎name = {value},‎ وأغلق المرجع بقوس }',
    },
  },
  'bibtex-keyless': {
    severity: 'warning',
    message: {
      en: 'an entry without a key can not be cited: it is left out',
      ar: 'مرجع بلا مفتاح لا يُحال إليه، فتُرك',
    },
    hint: { en: 'begin it with its key: @book{key, …}', ar: 'ابدأه بمفتاحه: ‎@book{key, …}' },
  },
  'bibtex-macro': {
    severity: 'warning',
    gather: { by: 'name' },
    message: {
      en: 'nothing says what "{name}" stands for: it is printed as it is',
      ar: 'لا شيء يبيّن ما ينوب عنه «{name}»، فطُبع كما هو',
    },
    hint: {
      en: 'put the value into braces, or define it: @string{{name} = {…}}',
      ar: 'ضع القيمة بين قوسين معقوفين، أو عرّفها: ‎@string{{name} = {…}}',
    },
  },
  'bibtex-command': {
    severity: 'warning',
    gather: { by: 'command' },
    message: {
      en: 'the LaTeX command "{command}" is not understood: its words are printed without it',
      ar: 'أمر LaTeX «{command}» غير مفهوم، فطُبعت كلماته من دونه',
    },
    hint: {
      en: 'write the characters themselves: the file is Unicode',
      ar: 'اكتب المحارف نفسها: فالملف Unicode',
    },
  },
  'csl-broken': {
    severity: 'warning',
    message: {
      en: 'the JSON of the entry that begins here is broken: it is left out, and the others are kept',
      ar: 'المرجع الذي يبدأ هنا مكسور في JSON، فتُرك وأُخذ ما سواه',
    },
    hint: { en: 'export the references once more', ar: 'أعد تصدير المراجع' },
  },
  'csl-item': {
    severity: 'warning',
    message: { en: 'this is no entry: it is left out', ar: 'هذا ليس مرجعًا، فتُرك' },
    hint: { en: 'an entry is an object with an "id" and a "type"', ar: 'المرجع كائن له ‎"id"‎ و‎"type"' },
  },
  'bibliography-twice': {
    severity: 'warning',
    message: {
      en: 'the key "{key}" is taken already ({place}): this entry is left out',
      ar: 'المفتاح «{key}» مستعمل من قبل ({place})، فتُرك هذا المرجع',
    },
    hint: { en: 'give one of the two another key, or delete it', ar: 'غيّر مفتاح أحدهما أو احذفه' },
  },
  'bibliography-parent': {
    severity: 'warning',
    message: {
      en: 'the entry "{key}" refers to "{parent}", which is not there',
      ar: 'المرجع «{key}» يحيل إلى «{parent}» وهو غير موجود',
    },
    hint: { en: 'check its crossref field', ar: 'راجع حقل crossref فيه' },
  },
  'bibliography-hole': {
    severity: 'warning',
    message: { en: 'the entry "{key}" has no {fields}', ar: 'المرجع «{key}» ينقصه: {fieldsAr}' },
    hint: { en: 'add it to the file of references', ar: 'أضفه إلى ملف المراجع' },
  },
  'citation-missing': {
    severity: 'warning',
    gather: { by: 'key' },
    message: { en: 'no reference has the key "{key}"', ar: 'لا مرجع مفتاحه «{key}»' },
    hint: {
      en: 'add it to the file of references, or write \\@ for the sign alone',
      ar: 'أضفه إلى ملف المراجع، أو اكتب ‎\\@‎ للعلامة وحدها',
    },
  },
  'citation-misspelt': {
    severity: 'warning',
    gather: { by: 'key' },
    message: { en: 'no reference has the key "{key}"', ar: 'لا مرجع مفتاحه «{key}»' },
    hint: { en: 'did you mean: {meant}', ar: 'هل قصدت: {meant}' },
  },
  'bibliography-none': {
    severity: 'warning',
    message: {
      en: 'there is no list of references to print here: the document names no file of them, or cites none',
      ar: 'لا قائمة مراجع تُطبع هنا: فالوثيقة لا تذكر ملف مراجع، أو لا تحيل إلى أي منها',
    },
    hint: {
      en: 'name the file in the front matter: "bibliography: refs.bib", and cite with [@key]',
      ar: 'اذكر الملف في المقدمة: «bibliography: refs.bib»، وأحِل بـ ‎[@key]',
    },
  },
  'bibliography-again': {
    severity: 'warning',
    message: { en: 'the list of references is printed already', ar: 'طُبعت قائمة المراجع من قبل' },
    hint: { en: 'keep one ::bibliography', ar: 'أبقِ ‎::bibliography واحدًا' },
  },
} as const satisfies Record<string, Message>;
