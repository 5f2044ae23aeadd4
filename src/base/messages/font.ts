import type { Message } from './message.ts';

export const fontMessages = {
  'font-unreadable': {
    severity: 'warning',
    message: {
      en: 'the file {path} cannot be read as a font: it is damaged, or is none',
      ar: 'تعذّرت قراءة الملف {path}: هو تالف أو ليس خطًا',
    },
    hint: {
      en: 'fetch it again from where it came from: a TrueType, OpenType or WOFF file (.ttf, .otf, .ttc, .woff2)',
      ar: 'احصل عليه من مصدره من جديد ملفَّ خط TrueType أو OpenType أو WOFF ‏(‎.ttf أو ‎.otf أو ‎.ttc أو ‎.woff2)',
    },
  },
  'font-damaged': {
    severity: 'warning',
    message: {
      en: 'the font {path} is damaged in its table {table} ({reason}): no text is set with it',
      ar: 'الخط {path} تالف في جدوله {table} ‏({reasonAr})، فلا يُكتب به نص',
    },
    hint: {
      en: 'fetch it again from where it came from, or ask its maker; fontTools (ttx) and FontForge show what is in a table',
      ar: 'احصل عليه من مصدره من جديد، أو اسأل صانعه؛ ويُظهر fontTools ‏(ttx) وFontForge ما في الجدول',
    },
  },
  'font-unread': {
    severity: 'warning',
    message: {
      en: 'the font file {path} could not be read ({reason}): no text is set with it',
      ar: 'تعذّرت قراءة ملف الخط {path} ‏({reasonAr})، فلا يُكتب به نص',
    },
    hint: { en: 'check its permissions and the disk', ar: 'راجع أذونات الملف والقرص' },
  },
  'font-twice': {
    severity: 'warning',
    message: {
      en: 'two fonts of one family are the same in weight and slant ({style}): {used} is used, {other} is not',
      ar: 'خطّان من عائلة واحدة بوزن وميل واحد ‏({style}): استُعمل {used} دون {other}',
    },
    hint: {
      en: 'keep one of the two, or name the other by its file: family: its name without the ending',
      ar: 'أبقِ أحدهما، أو سمِّ الآخر باسم ملفه دون اللاحقة',
    },
  },
  'font-bold': {
    severity: 'warning',
    gather: { by: 'family' },
    message: {
      en: 'the font {family} has no bold face: what is bold stands in its usual weight',
      ar: 'ليس في الخط {family} وجه غليظ، فما كان غليظًا كُتب بوزنه المعتاد',
    },
    hint: {
      en: 'put its bold file beside it, or name a family that steps in: family: {family}, Amiri',
      ar: 'ضع ملف وجهه الغليظ إلى جانبه، أو سمِّ خطًا ينوب عنه: ‎family: {family}, Amiri',
    },
  },
  'font-italic': {
    severity: 'warning',
    gather: { by: 'family' },
    message: {
      en: 'the font {family} has no italic face: an emphasised Latin phrase stands out as an Arabic one does',
      ar: 'ليس في الخط {family} وجه مائل، فتُبرز العبارة اللاتينية المشددة كما تُبرز العربية',
    },
    hint: {
      en: 'put its italic file beside it, or name a family that steps in: family: {family}, Amiri',
      ar: 'ضع ملف وجهه المائل إلى جانبه، أو سمِّ خطًا ينوب عنه: ‎family: {family}, Amiri',
    },
  },
  'font-undrawn': {
    severity: 'warning',
    message: {
      en: 'the font {path} has no outlines to draw its letters with: it holds pictures only, or is damaged',
      ar: 'الخط {path} ليس فيه رسوم لأحرفه: إما أنه صور فحسب أو أنه تالف',
    },
    hint: {
      en: 'put a font with TrueType or PostScript (CFF) outlines there',
      ar: 'ضع هناك خطًا برسوم TrueType أو PostScript ‏(CFF)',
    },
  },
  'font-unjoined': {
    severity: 'warning',
    message: {
      en: 'the font {path} does not join Arabic letters: it has no OpenType rules (GSUB) for that; some fonts join by Graphite alone, as Awami Nastaliq does',
      ar: 'الخط {path} لا يصل الحروف العربية: ليست فيه قواعد OpenType ‏(GSUB) لذلك؛ ومن الخطوط، مثل Awami Nastaliq، ما لا يصل إلا بتقنية Graphite',
    },
    hint: {
      en: 'put a font with such rules there; of Nastaliq that is Noto Nastaliq Urdu',
      ar: 'ضع هناك خطًا فيه هذه القواعد، ومنه للنستعليق Noto Nastaliq Urdu',
    },
  },
  'tatweel-flat': {
    severity: 'warning',
    gather: { by: 'family' },
    message: {
      en: 'the font {family} gives the tatweel (U+0640) no width: it draws no word out',
      ar: 'لا عرض للتطويل (U+0640) في الخط {family}، فلا تطول به كلمة',
    },
    hint: {
      en: 'delete it, or choose another font for words that are drawn out',
      ar: 'احذفه، أو اختر خطًا آخر للكلمات الممدودة',
    },
  },
  'glyph-missing': {
    severity: 'warning',
    gather: { by: 'codePoint' },
    message: {
      en: 'no font has the character {character} ({codePoint}): a box with its code stands for it',
      ar: 'لا خط يحوي المحرف {character} ‏({codePoint})، فحلّ محله مربّع فيه رمزه',
    },
    hint: {
      en: 'replace the character, or put a font that has it into the fonts folder of the project',
      ar: 'استبدل المحرف، أو ضع في مجلد fonts من مشروعك خطًا يحويه',
    },
  },
  'glyph-package': {
    severity: 'warning',
    gather: { by: 'package', name: 'character' },
    message: {
      en: 'no font that is installed has the character {character} ({codePoint}): a box with its code stands for it',
      ar: 'لا خط من الخطوط المثبّتة يحوي المحرف {character} ‏({codePoint})، فحلّ محله مربّع فيه رمزه',
    },
    hint: {
      en: 'install one that has it: npm install {package}',
      ar: 'ثبّت خطًا يحويه: ‎npm install {package}',
    },
  },
  'word-completed': {
    severity: 'info',
    gather: { by: 'fonts', name: 'character' },
    message: {
      en: 'the font {own} lacks {character} ({codePoint}): the words are set in {other} as a whole',
      ar: 'ليس في الخط {own} المحرف {character} ‏({codePoint})، فالكلمات كلها بالخط {other}',
    },
    hint: {
      en: 'for one font throughout, choose one that has these characters',
      ar: 'إن أردت خطًا واحدًا في النص كله فاختر خطًا فيه هذه المحارف',
    },
  },
  'line-overfull': {
    severity: 'warning',
    gather: { name: 'word' },
    message: {
      en: 'the word “{word}” is wider than the line and was broken inside',
      ar: 'الكلمة «{word}» أعرض من السطر فكُسرت في وسطها',
    },
    hint: { en: 'shorten it, set it smaller, or widen the column', ar: 'اختصرها أو صغّر حجمها أو وسّع العمود' },
  },
} as const satisfies Record<string, Message>;
