import type { Message } from './message.ts';

/** Of the index at the end of a book. */
export const bookIndexMessages = {
  'index-term-empty': {
    severity: 'warning',
    gather: {},
    message: { en: 'a mark of the index names no term: it is left out', ar: 'علامة كشّاف بلا مصطلح فتُركت' },
    hint: {
      en: 'write :index[term], or :index[]{term="…"} where nothing is to be printed',
      ar: 'اكتب ‎:index[مصطلح]‎، أو ‎:index[]{term="…"}‎ حيث لا يُطبع شيء',
    },
  },
  'index-term-long': {
    severity: 'warning',

    message: {
      en: 'a term of the index has {length} characters: “{term}…”',
      ar: 'مصطلح في الكشّاف طوله {length} محرفًا: «{term}…»',
    },
    hint: {
      en: 'close its bracket, or name a short term with term="…"',
      ar: 'أغلق قوسه، أو سمِّ له مصطلحًا قصيرًا بكتابة ‎term="…"',
    },
  },
  'index-levels': {
    severity: 'warning',

    message: {
      en: '“{term}” has more levels than the {most} that an index shows: the rest stand together in the last',
      ar: 'للمصطلح «{term}» درجات أكثر من {most} وهي ما يعرضه الكشّاف، فجُمع ما زاد في الأخيرة',
    },
    hint: {
      en: 'write head ! sub, and !! for a mark of exclamation',
      ar: 'اكتب ‎رأس ! فرع‎، واكتب ‎!!‎ لعلامة التعجب نفسها',
    },
  },
  'index-range-open': {
    severity: 'warning',
    gather: { by: 'term' },
    message: {
      en: 'a range of “{term}” begins here and never ends: the index names this page alone',
      ar: 'يبدأ هنا مدى للمصطلح «{term}» ولا ينتهي، فيذكر الكشّاف هذه الصفحة وحدها',
    },
    hint: {
      en: 'mark its end with the same term and {range=end}, or leave out range=start',
      ar: 'علّم نهايته بالمصطلح نفسه مع ‎{range=end}‎، أو احذف ‎range=start',
    },
  },
  'index-range-end': {
    severity: 'warning',
    gather: { by: 'term' },
    message: {
      en: 'a range of “{term}” ends here that began nowhere: the index names this page alone',
      ar: 'ينتهي هنا مدى للمصطلح «{term}» لم يبدأ، فيذكر الكشّاف هذه الصفحة وحدها',
    },
    hint: {
      en: 'mark its beginning, before this place, with the same term and {range=start}',
      ar: 'علّم بدايته قبل هذا الموضع بالمصطلح نفسه مع ‎{range=start}',
    },
  },
  'index-range-unknown': {
    severity: 'warning',
    gather: { by: 'range' },
    message: {
      en: 'a range has no “{range}”: the place is taken as one page',
      ar: 'ليس في المدى «{range}»، فأُخذ الموضع صفحة واحدة',
    },
    hint: { en: 'write range=start or range=end', ar: 'اكتب ‎range=start‎ أو ‎range=end' },
  },
  'index-sort-twice': {
    severity: 'warning',
    gather: { by: 'term' },
    message: {
      en: '“{term}” is sorted as “{sort}” already ({first}): that holds',
      ar: 'رُتّب المصطلح «{term}» من قبل على «{sort}» ({first})، وهو المعمول به',
    },
    hint: { en: 'write sort="…" at one of its places', ar: 'اكتب ‎sort="…"‎ في موضع واحد من مواضعه' },
  },
  'index-see-place': {
    severity: 'warning',
    gather: { by: 'term' },
    message: {
      en: 'a mark with see names no page of “{term}”: main and range mean nothing there',
      ar: 'العلامة التي فيها see لا تعدّ صفحة للمصطلح «{term}»، فلا معنى فيها لـ main و range',
    },
    hint: { en: 'write also="…" instead of see, or leave them out', ar: 'اكتب ‎also="…"‎ بدل see، أو احذفهما' },
  },
  'index-see-pages': {
    severity: 'warning',

    message: {
      en: '“{term}” leads to another term and has pages of its own: “see also” is printed',
      ar: 'يحيل المصطلح «{term}» إلى غيره وله صفحات، فطُبع «انظر أيضًا»',
    },
    hint: {
      en: 'write also="…" instead of see="…", or take its marks away',
      ar: 'اكتب ‎also="…"‎ بدل ‎see="…"‎، أو احذف علاماته',
    },
  },
  'index-see-missing': {
    severity: 'warning',

    message: {
      en: '“{term}” leads to “{see}”, which is no term of the index: it is printed without a link',
      ar: 'يحيل المصطلح «{term}» إلى «{see}» وليس في الكشّاف، فطُبع بلا رابط',
    },
    hint: { en: 'mark a place of that term with :index', ar: 'علّم موضعًا لذلك المصطلح بكتابة ‎:index' },
  },
  'index-see-misspelt': {
    severity: 'warning',

    message: {
      en: '“{term}” leads to “{see}”, which is no term of the index: it is printed without a link',
      ar: 'يحيل المصطلح «{term}» إلى «{see}» وليس في الكشّاف، فطُبع بلا رابط',
    },
    hint: { en: 'perhaps you meant “{meant}”', ar: 'لعلك قصدت «{meant}»' },
  },
  'index-see-itself': {
    severity: 'warning',

    message: { en: '“{term}” leads to itself', ar: 'يحيل المصطلح «{term}» إلى نفسه' },
    hint: { en: 'name another term in see or also', ar: 'اذكر مصطلحًا غيره في see أو also' },
  },
  'index-see-onward': {
    severity: 'warning',

    message: {
      en: '“{term}” leads to “{see}”, which has no pages and leads on to another',
      ar: 'يحيل المصطلح «{term}» إلى «{see}»، وهو بلا صفحات ويحيل إلى غيره',
    },
    hint: { en: 'name the term that has the pages', ar: 'اذكر المصطلح الذي له الصفحات' },
  },
  'index-spelt-twice': {
    severity: 'info',

    message: {
      en: '“{term}” and “{other}” ({first}) are two entries of the index, with the same letters',
      ar: '«{term}» و«{other}» ({first}) مدخلان في الكشّاف وحروفهما واحدة',
    },
    hint: {
      en: 'if they are one, write the other as :index[{term}]{term="{other}"}',
      ar: 'إن كانا واحدًا فاكتب ‎:index[{term}]{term="{other}"}',
    },
  },
  'index-not-printed': {
    severity: 'warning',

    message: {
      en: 'terms are marked for an index that is nowhere printed ({terms} of them)',
      ar: 'عُلّمت مصطلحات لكشّاف لا يُطبع في أي موضع (عددها {terms})',
    },
    hint: { en: 'write {directive} where it is to stand', ar: 'اكتب ‎{directive}‎ حيث يوضع' },
  },
  'index-empty': {
    severity: 'warning',

    message: {
      en: 'there is no term for this index: nothing is printed here',
      ar: 'لا مصطلح في هذا الكشّاف فلم يُطبع هنا شيء',
    },
    hint: { en: 'mark terms with {mark}', ar: 'علّم المصطلحات بكتابة ‎{mark}' },
  },
  'index-empty-of-many': {
    severity: 'warning',

    message: {
      en: 'there is no term for this index: nothing is printed here',
      ar: 'لا مصطلح في هذا الكشّاف فلم يُطبع هنا شيء',
    },
    hint: {
      en: 'mark terms with {mark}, or print one of these: {known}',
      ar: 'علّم المصطلحات بكتابة ‎{mark}‎، أو اطبع واحدًا من هذه: {known}',
    },
  },
  'index-columns': {
    severity: 'warning',

    message: {
      en: '“{value}” is no number of columns of an index: it has {fallback}',
      ar: '«{value}» لا يصلح عددًا لأعمدة الكشّاف، فعددها {fallback}',
    },
    hint: { en: 'write columns=1 to columns={most}', ar: 'اكتب عددًا من 1 إلى {most}، مثل ‎columns=3' },
  },
} as const satisfies Record<string, Message>;
