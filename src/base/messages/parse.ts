import type { Message } from './message.ts';

export const parseMessages = {
  'control-character': {
    severity: 'warning',
    gather: { by: 'code' },
    message: {
      en: 'the control character U+{code} was read as a space',
      ar: 'قُرئ محرف التحكم U+{code} مسافةً',
    },
    hint: { en: 'delete it; it may have come with pasted text', ar: 'احذفه، فربما جاء مع نص ملصوق' },
  },
  'source-too-large': {
    severity: 'error',
    exit: 'limit',
    message: { en: 'the file is larger than {limit} MB', ar: 'الملف أكبر من {limit} ميغابايت' },
    hint: { en: 'split it into chapters', ar: 'قسّمه إلى فصول' },
  },
  'too-many-notes': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the document has more than {limit} notes; the next one stands here',
      ar: 'في الوثيقة أكثر من {limit} حاشية؛ والتالية هنا',
    },
    hint: { en: 'make several documents of it', ar: 'اجعله عدة وثائق' },
  },
  'nesting-too-deep': {
    severity: 'error',
    exit: 'limit',
    message: { en: 'more than {limit} levels of nesting begin here', ar: 'يتجاوز التداخل هنا {limit} مستوى' },
    hint: {
      en: 'use fewer levels of quotes, lists or emphasis',
      ar: 'خفّف تداخل الاقتباسات أو القوائم أو التشديد',
    },
  },
  'markup-too-dense': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'more than {limit} marks of emphasis or brackets in one paragraph',
      ar: 'في فقرة واحدة أكثر من {limit} علامة تشديد أو قوس',
    },
    hint: {
      en: 'break it into paragraphs, or put it into a code block',
      ar: 'قسّمها إلى فقرات أو ضعها في كتلة شيفرة',
    },
  },
  'paragraph-too-long': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'a paragraph here has more than {limit} lines, signs or openers that nothing closes',
      ar: 'في فقرة هنا أكثر من {limit} سطر أو علامة أو قوس لا يُغلق',
    },
    hint: {
      en: 'break it into paragraphs, or put it into a code block',
      ar: 'قسّمها إلى فقرات أو ضعها في كتلة شيفرة',
    },
  },
  'marks-printed': {
    severity: 'warning',
    message: {
      en: '“{marks}” emphasises nothing and is printed as written: {text}',
      ar: 'العلامة «{marks}» لا تشدّد شيئًا وتُطبع كما كُتبت: {text}',
    },
    hint: {
      en: 'close it, or delete the space between it and its word; write \\{marks} where it is meant to be seen',
      ar: 'أغلقها، أو احذف المسافة بينها وبين كلمتها، واكتب \\{marks} إن قصدت ظهورها',
    },
  },
  'heading-id-duplicate': {
    severity: 'warning',
    message: {
      en: 'the heading id “{id}” is already used at {first}; this heading gets one of its text',
      ar: 'مُعرِّف العنوان «{id}» مستعمل قبلًا في {first}، فأُخذ لهذا العنوان مُعرِّف من نصه',
    },
    hint: { en: 'give one of the two headings another id', ar: 'اختر لأحد العنوانين مُعرِّفًا آخر' },
  },
  'id-duplicate': {
    severity: 'warning',
    message: {
      en: 'the id “{id}” is already used at {first}, where links to it lead',
      ar: 'المُعرِّف «{id}» مستعمل قبلًا في {first}، وإليه تقود الروابط',
    },
    hint: { en: 'give one of the two another id', ar: 'اختر لأحد الموضعين مُعرِّفًا آخر' },
  },
  'attributes-malformed': {
    severity: 'warning',
    message: {
      en: '“{written}” is no list of attributes, and names nothing',
      ar: 'القوسان «{written}» ليسا صفات، فلا يُسمّيان شيئًا',
    },
    hint: {
      en: 'write an id without spaces, parted by hyphens: {#income-figure}',
      ar: 'اكتب المُعرِّف بلا مسافات، وافصل كلماته بواصلة: ‎{#شكل-الدخل}',
    },
  },
  'reference-missing': {
    severity: 'warning',
    gather: { by: 'id' },
    message: {
      en: 'nothing has the id “{id}”: the reference to it is printed as written',
      ar: 'لا شيء يحمل المُعرِّف «{id}»، فطُبعت الإحالة إليه كما كُتبت',
    },
    hint: {
      en: 'give the figure, table, code or heading that id in braces: {#id}',
      ar: 'أعطِ الشكل أو الجدول أو الشيفرة أو العنوان ذلك المُعرِّف بين حاصرتين: ‎{#id}',
    },
  },
  'reference-misspelt': {
    severity: 'warning',
    gather: { by: 'id' },
    message: {
      en: 'nothing has the id “{id}”: the reference to it is printed as written',
      ar: 'لا شيء يحمل المُعرِّف «{id}»، فطُبعت الإحالة إليه كما كُتبت',
    },
    hint: { en: 'did you mean “{meant}”?', ar: 'أتقصد «{meant}»؟' },
  },
  'reference-ambiguous': {
    severity: 'warning',
    message: {
      en: 'the id “{id}” is used in {first} and in {other}: the reference leads to the first',
      ar: 'المُعرِّف «{id}» مستعمل في {first} وفي {other}، فقادت الإحالة إلى الأول',
    },
    hint: {
      en: 'name the file before it: :ref[{other}#{id}]',
      ar: 'اذكر الملف قبله: ‎:ref[{other}#{id}]',
    },
  },
  'reference-form-unknown': {
    severity: 'warning',
    gather: { by: 'form' },
    message: {
      en: 'a reference has no form “{form}”: what it leads to is called by its number',
      ar: 'لا صيغة للإحالة اسمها «{form}»، فذُكر موضعها برقمه',
    },
    hint: { en: 'use one of: {known}', ar: 'استعمل إحدى هذه: {known}' },
  },
  'directive-unclosed': {
    severity: 'warning',
    message: {
      en: '“:::{name}” is never closed: it ends where what holds it ends',
      ar: 'لم تُغلق الكتلة «:::{name}»، فنهايتها نهاية ما يحويها',
    },
    hint: {
      en: 'write ::: on a line of its own after it; when blocks nest, give the outer one more colons than the inner',
      ar: 'اكتب ::: في سطر مستقل بعدها، وإن تداخلت الكتل فاجعل نقاط الخارجية أكثر من نقاط الداخلية',
    },
  },
  'directive-fence-stray': {
    severity: 'warning',
    message: {
      en: 'this ::: closes nothing and is printed as text',
      ar: 'هذه العلامة ::: لا تغلق شيئًا وستُطبع نصًا',
    },
    hint: {
      en: 'delete it, or give the block around an inner block more colons than the inner one',
      ar: 'احذفها، أو اجعل نقاط الكتلة الخارجية أكثر من نقاط الداخلية',
    },
  },
  'directive-malformed': {
    severity: 'warning',
    gather: { name: 'line' },
    message: {
      en: '“{line}” opens no block and is printed as text',
      ar: 'السطر «{line}» لا يفتح كتلة وسيُطبع نصًا',
    },
    hint: {
      en: 'write :::name or :::name[title] with no space after the colons and nothing after it',
      ar: 'اكتب ‎:::name‎ أو ‎:::name[عنوان]‎ بلا مسافة بعد النقاط وبلا شيء بعدها',
    },
  },
  'directive-unknown': {
    severity: 'warning',
    gather: { by: 'written' },
    message: {
      en: '“{written}” is no known block; its content is kept',
      ar: 'الكتلة «{written}» غير معروفة، وأُبقي محتواها',
    },
    hint: { en: 'use one of: {known}', ar: 'استعمل إحدى هذه: {known}' },
  },
  'directive-misspelt': {
    severity: 'warning',
    gather: { by: 'written' },
    message: { en: '“{written}” is not known', ar: 'الاسم «{written}» غير معروف' },
    hint: { en: 'did you mean “{meant}”?', ar: 'أتقصد «{meant}»؟' },
  },
  'footnote-undefined': {
    severity: 'warning',
    gather: { name: 'label' },
    message: {
      en: 'the note [^{label}] has no text: its call is printed as typed',
      ar: 'الحاشية ‎[^{label}]‎ بلا نص، فطُبعت الإحالة كما كُتبت',
    },
    hint: {
      en: 'write its text on a line of its own: [^{label}]: …',
      ar: 'اكتب نصها في سطر مستقل: ‎[^{label}]: …',
    },
  },
  'footnote-misspelt': {
    severity: 'warning',
    gather: { by: 'label' },
    message: {
      en: 'the note [^{label}] has no text: its call is printed as typed',
      ar: 'الحاشية ‎[^{label}]‎ بلا نص، فطُبعت الإحالة كما كُتبت',
    },
    hint: { en: 'did you mean [^{meant}]?', ar: 'أتقصد ‎[^{meant}]‎؟' },
  },
  'footnote-unused': {
    severity: 'warning',
    gather: { name: 'label' },
    message: { en: 'nothing refers to the note [^{label}]', ar: 'لا إحالة إلى الحاشية ‎[^{label}]' },
    hint: {
      en: 'put [^{label}] where it belongs, or delete it',
      ar: 'ضع ‎[^{label}]‎ في موضعها من النص أو احذفها',
    },
  },
  'footnote-duplicate': {
    severity: 'warning',
    message: {
      en: 'the note [^{label}] is already written in line {line}; this one is left out',
      ar: 'الحاشية ‎[^{label}]‎ مكتوبة قبلًا في السطر {line}، فأُهملت هذه',
    },
    hint: { en: 'delete one of them or rename it', ar: 'احذف إحداهما أو غيّر اسمها' },
  },
  'reference-undefined': {
    severity: 'warning',
    gather: { name: 'label' },
    message: {
      en: 'nothing defines [{label}]: the reference is printed as typed',
      ar: 'لا تعريف للمرجع ‎[{label}]‎، فطُبعت الإحالة كما كُتبت',
    },
    hint: {
      en: 'write its address on a line of its own: [{label}]: https://…',
      ar: 'اكتب عنوانه في سطر مستقل: ‎[{label}]: https://…',
    },
  },
  'link-scheme': {
    severity: 'warning',
    gather: { by: 'scheme' },
    message: {
      en: 'links may not use “{scheme}:”: the text is kept, without a link',
      ar: 'لا يجوز أن يبدأ الرابط بـ«{scheme}:»، فأُبقي نصه بلا رابط',
    },
    hint: {
      en: 'use an address that begins with https:, http:, mailto: or tel:',
      ar: 'استعمل عنوانًا يبدأ بـ https:‎ أو http:‎ أو mailto:‎ أو tel:‎',
    },
  },
  'link-other-host': {
    severity: 'warning',
    message: {
      en: 'the link “{text}” leads to {host}, which is shown after it',
      ar: 'يقود الرابط «{text}» إلى {host}، فكُتب بعده',
    },
    hint: {
      en: 'let its words name the host it leads to, or name none',
      ar: 'سمِّ في نصه الموقع الذي يقود إليه، أو لا تسمِّ موقعًا',
    },
  },
  'link-relative': {
    severity: 'warning',
    gather: { name: 'url' },
    message: {
      en: 'the link “{url}” leads to no chapter; its text is kept',
      ar: 'الرابط «{url}» لا يقود إلى فصل، وأُبقي نصه',
    },
    hint: {
      en: 'write the whole address (https://…), or add that file as a chapter',
      ar: 'اكتب العنوان كاملًا (https://…‎) أو أضف ذلك الملف فصلًا',
    },
  },
  'link-empty': {
    severity: 'warning',
    message: {
      en: 'the chapter “{url}” is empty; the text of the link is kept',
      ar: 'الفصل «{url}» فارغ، وأُبقي نص الرابط',
    },
    hint: { en: 'write the chapter, or link to another', ar: 'اكتب الفصل، أو اجعل الرابط إلى غيره' },
  },
  'link-target-missing': {
    severity: 'warning',
    gather: { name: 'id' },
    message: {
      en: 'no heading has the id “{id}”; the text of the link is kept',
      ar: 'لا عنوان مُعرِّفه «{id}»، وأُبقي نص الرابط',
    },
    hint: { en: 'give the heading that id: ## … {#{id}}', ar: 'أعط العنوان هذا المُعرِّف: ‎## … {#{id}}' },
  },
  'link-target-misspelt': {
    severity: 'warning',
    gather: { by: 'id' },
    message: {
      en: 'no heading has the id “{id}”; the text of the link is kept',
      ar: 'لا عنوان مُعرِّفه «{id}»، وأُبقي نص الرابط',
    },
    hint: { en: 'did you mean “#{meant}”?', ar: 'أتقصد «#{meant}»؟' },
  },
  'image-alt-missing': {
    severity: 'warning',
    gather: { name: 'url' },
    message: { en: 'the image “{url}” has no description', ar: 'الصورة «{url}» بلا وصف' },
    hint: { en: 'say what it shows: ![description]({url})', ar: 'صف ما فيها: ‎![وصف]({url})' },
  },
  'syntax-foreign': {
    severity: 'warning',
    gather: { by: 'kindEn', name: 'written' },
    message: {
      en: '“{written}” looks like {kindEn} of another tool and is printed as typed',
      ar: '«{written}» تشبه {kindAr} من أداة أخرى، وتُطبع كما كُتبت',
    },
    hint: {
      en: 'delete it, or put it into code if it is meant to be seen',
      ar: 'احذفها، أو ضعها في شيفرة إن أردت ظهورها',
    },
  },
  'attribute-unknown': {
    severity: 'warning',
    gather: { by: 'name' },
    message: { en: 'the attribute “{name}” has no effect here', ar: 'لا أثر للصفة «{name}» هنا' },
    hint: { en: 'delete it', ar: 'احذفها' },
  },
  'attribute-misspelt': {
    severity: 'warning',
    gather: { by: 'name' },
    message: { en: 'the attribute “{name}” has no effect here', ar: 'لا أثر للصفة «{name}» هنا' },
    hint: { en: 'did you mean “{meant}”?', ar: 'أتقصد «{meant}»؟' },
  },
  'html-tag': {
    severity: 'warning',
    gather: { name: 'tag' },
    message: {
      en: '“<{tag}>” is no element of HTML; its content is printed',
      ar: '«‎<{tag}>‎» ليس من عناصر HTML، ويُطبع ما فيه',
    },
    hint: {
      en: 'write \\<{tag}> or `<{tag}>` where the sign itself is meant',
      ar: 'اكتب ‎\\<{tag}>‎ أو ‎`<{tag}>`‎ إن قصدت العلامة نفسها',
    },
  },
  'html-silent': {
    severity: 'warning',
    gather: { by: 'tag' },
    message: { en: 'what stands in <{tag}> is not printed', ar: 'لا يُطبع ما في ‎<{tag}>' },
    hint: {
      en: 'looks are a matter of the theme; delete the element, or put it into a code block to show it',
      ar: 'المظهر شأن السمة، فاحذف العنصر أو ضعه في كتلة شيفرة ليظهر',
    },
  },
  'html-inert': {
    severity: 'warning',
    gather: { by: 'what' },
    message: { en: '“{what}” does nothing here', ar: 'لا يفعل «‎{what}‎» هنا شيئًا' },
    hint: {
      en: 'a document runs no program and takes no style sheet; delete it',
      ar: 'لا تشغّل الوثيقة برنامجًا ولا تأخذ ورقة أنماط، فاحذفه',
    },
  },
  'html-unshown': {
    severity: 'warning',
    gather: { by: 'tag' },
    message: {
      en: '<{tag}> cannot be printed; what text it has is',
      ar: 'لا يمكن طباعة ‎<{tag}>‎، ويُطبع ما فيه من نص',
    },
    hint: { en: 'put a picture or a link in its place', ar: 'ضع مكانه صورة أو رابطًا' },
  },
  'html-table-span': {
    severity: 'warning',
    gather: {},
    message: {
      en: 'this cell spans several columns or rows; empty cells stand in the others',
      ar: 'تمتد هذه الخلية على أعمدة أو صفوف، فوُضعت خلايا فارغة في غير الأولى',
    },
    hint: { en: 'give each row the same cells', ar: 'اجعل في كل صف الخلايا نفسها' },
  },
  'html-comment-open': {
    severity: 'warning',
    message: {
      en: 'the comment that opens here hides everything after it',
      ar: 'التعليق المفتوح هنا يخفي كل ما بعده',
    },
    hint: { en: 'end it with -->', ar: 'أنهه بـ ‎-->' },
  },
} as const satisfies Record<string, Message>;
