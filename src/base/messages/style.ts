import type { Message } from './message.ts';

export const styleMessages = {
  'table-too-wide': {
    severity: 'warning',
    message: {
      en: 'a table of {columns} columns is set in type of {size} pt so that no word is cut',
      ar: 'جدول من {columns} عمودًا صُفّ بحجم {size} نقطة كي لا تنقطع فيه كلمة',
    },
    hint: {
      en: 'turn its page with :::table{landscape}, or divide it',
      ar: 'أدِر صفحته بكتابة :::table{landscape}، أو قسّمه',
    },
  },
  'direction-unknown': {
    severity: 'warning',
    message: { en: 'unknown direction “{written}”', ar: 'اتجاه غير معروف «{written}»' },
    hint: { en: 'write dir=ltr or dir=rtl', ar: 'اكتب dir=ltr أو dir=rtl' },
  },
  'float-unknown': {
    severity: 'warning',
    message: { en: 'unknown place “{written}”: it stands here', ar: 'موضع غير معروف «{written}»، فيبقى هنا' },
    hint: { en: 'write float= with one of: {known}', ar: 'اكتب float= وواحدًا من: {known}' },
  },
  'caption-place': {
    severity: 'warning',
    message: {
      en: 'unknown place of a caption “{written}”: it stands below the picture',
      ar: 'موضع غير معروف للشرح «{written}»، فيبقى تحت الصورة',
    },
    hint: { en: 'write caption=side or caption=below', ar: 'اكتب caption=side أو caption=below' },
  },
  'side-unknown': {
    severity: 'warning',
    message: {
      en: 'unknown side “{written}”: it stands above the text',
      ar: 'جانب غير معروف «{written}»، فيبقى فوق النص',
    },
    hint: { en: 'write side= with one of: {known}', ar: 'اكتب side= وواحدًا من: {known}' },
  },
  'theme-syntax': {
    severity: 'warning',
    message: { en: 'the theme is not valid YAML: {reason}', ar: 'السمة ليست YAML سليمة: {reason}' },
    hint: {
      en: 'check indentation and colons on this line',
      ar: 'راجع المسافات البادئة والنقطتين في هذا السطر',
    },
  },
  'theme-unknown': {
    severity: 'warning',
    message: {
      en: 'there is no theme “{name}”: the template’s own is used',
      ar: 'لا توجد سمة باسم «{name}»، فاستُعملت سمة القالب',
    },
    hint: { en: '{suggestion}', ar: '{suggestionAr}' },
  },
  'theme-cycle': {
    severity: 'warning',
    message: { en: 'theme “{name}” extends itself', ar: 'السمة «{name}» تمتد من نفسها' },
    hint: {
      en: 'remove one “extends” of the chain {chain}',
      ar: 'احذف أحد مفاتيح extends من السلسلة {chain}',
    },
  },
  'theme-token': {
    severity: 'warning',
    message: { en: 'unknown theme token “{path}”', ar: 'مفتاح غير معروف في السمة: «{path}»' },
    hint: { en: '{suggestion}', ar: '{suggestionAr}' },
  },
  'theme-row': {
    severity: 'warning',
    message: {
      en: '{path} names “{value}”, which is no row of {table}',
      ar: 'يذكر {path} الاسم «{value}»، وليس صفًّا من {table}',
    },
    hint: { en: '{suggestion}', ar: '{suggestionAr}' },
  },
  'theme-value': {
    severity: 'warning',
    message: {
      en: '“{value}” is not a value for {path} and is left out',
      ar: 'القيمة «{value}» لا تصلح للمفتاح {path} فتُركت',
    },
    hint: { en: 'write {expected}', ar: 'اكتب {expected}' },
  },
  'theme-range': {
    severity: 'warning',
    message: {
      en: '{path}: {value} is out of range and is left out',
      ar: 'المفتاح {path}: القيمة {value} خارج المجال فتُركت',
    },
    hint: { en: 'choose a value from {least} to {most}', ar: 'اختر قيمة بين {least} و{most}' },
  },
  'theme-measure': {
    severity: 'warning',
    message: {
      en: 'the margins leave no room for text on a page of {page}: an eighth of the page is taken',
      ar: 'الهوامش لا تترك مكانًا للنص في صفحة مقاسها {page}، فأُخذ ثمن الصفحة هامشًا',
    },
    hint: { en: 'make page.margin smaller or page.size larger', ar: 'صغّر page.margin أو كبّر page.size' },
  },
  'theme-font': {
    severity: 'warning',
    message: {
      en: 'there is no font family “{name}”: {family} stands for it',
      ar: 'لا توجد عائلة خطوط باسم «{name}»، فحلّت محلها {family}',
    },
    hint: { en: '{suggestion}', ar: '{suggestionAr}' },
  },
  'image-missing': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'there is no image “{path}”: a frame with its words stands for it',
      ar: 'الصورة «{path}» غير موجودة، فحلّ محلها إطار فيه كلماتها',
    },
    hint: { en: 'write the path relative to this file', ar: 'اكتب المسار نسبةً إلى هذا الملف' },
  },
  'image-size': {
    severity: 'warning',
    gather: { name: 'written' },
    message: {
      en: '“{written}” is no size of a picture: it has its own',
      ar: 'لا تصحّ «{written}» مقاسًا للصورة، فبقي مقاسها الأصلي',
    },
    hint: {
      en: 'write a number and %, px, pt, mm, cm or in',
      ar: 'اكتب عددًا تليه ‎%‎ أو px أو pt أو mm أو cm أو in',
    },
  },
  'image-dpi': {
    severity: 'warning',
    gather: { name: 'written' },
    message: {
      en: '“{written}” is no resolution of a picture: it has its own size',
      ar: 'لا تصحّ «{written}» دقّةً للصورة، فبقي مقاسها الأصلي',
    },
    hint: {
      en: 'write dpi= and the pixels to an inch, {least} or more: dpi=300',
      ar: 'اكتب dpi= وعدد النقاط في البوصة، {least} أو أكثر، مثل dpi=300',
    },
  },
  'image-align': {
    severity: 'warning',
    gather: { name: 'written' },
    message: {
      en: 'unknown alignment of a picture “{written}”: it stands where pictures do',
      ar: 'محاذاة غير معروفة للصورة «{written}»، فتبقى حيث تكون الصور',
    },
    hint: {
      en: 'write align= with start, center, end, left or right',
      ar: 'اكتب align= وواحدًا من start و center و end و left و right',
    },
  },
  'image-width': {
    severity: 'warning',
    gather: { name: 'written' },
    message: {
      en: 'a picture is no wider than its measure: “{written}” is 100%',
      ar: 'لا تتجاوز الصورة عرض النص، فأُخذت «{written}» على أنها ‎100%',
    },
    hint: { en: 'write at most 100%, or a length in mm', ar: 'اكتب ‎100%‎ على الأكثر، أو طولًا بالملليمتر' },
  },
  'image-title': {
    severity: 'warning',
    gather: { name: 'title' },
    message: {
      en: 'an image among words has no room for its title, which is not printed: “{title}”',
      ar: 'لا موضع لعنوان صورة بين الكلمات فلم يُطبع: «{title}»',
    },
    hint: {
      en: 'put the image into a paragraph of its own, where its title is the caption',
      ar: 'ضع الصورة في فقرة وحدها ليكون عنوانها تعليقًا تحتها',
    },
  },
  'image-hidden': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” is hidden in the home folder, or is a file of the system, and is not read: a frame with its words stands for it',
      ar: 'الصورة «{path}» مخفية في مجلد المستخدم الرئيس أو من ملفات النظام فلا تُقرأ، وحلّ محلها إطار فيه كلماتها',
    },
    hint: {
      en: 'put the document and its images into a folder of their own',
      ar: 'ضع الوثيقة وصورها في مجلد خاص بها',
    },
  },
  'image-outside': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” lies outside the project and is not read: a frame with its words stands for it',
      ar: 'الصورة «{path}» خارج مجلد المشروع فلا تُقرأ، وحلّ محلها إطار فيه كلماتها',
    },
    hint: { en: 'copy the image into the project', ar: 'انسخ الصورة إلى داخل المشروع' },
  },
  'image-unreadable': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” cannot be read ({reason}): a frame with its words stands for it',
      ar: 'تعذّرت قراءة الصورة «{path}» ({reasonAr})، فحلّ محلها إطار فيه كلماتها',
    },
    hint: { en: 'check that the file can be opened', ar: 'تأكد من أن الملف يُفتح' },
  },
  'image-format': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” is not a sound PNG, JPEG or SVG ({reason}): a frame with its words stands for it',
      ar: 'الصورة «{path}» ليست PNG أو JPEG أو SVG سليمة ({reasonAr})، فحلّ محلها إطار فيه كلماتها',
    },
    hint: { en: 'save the image as PNG, JPEG or SVG', ar: 'احفظ الصورة بصيغة PNG أو JPEG أو SVG' },
  },
  'image-peer': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” is {reason}, which needs the package sharp: a frame with its words stands for it',
      ar: 'الصورة «{path}» صيغتها {reasonAr}، وتحتاج إلى حزمة sharp، فحلّ محلها إطار فيه كلماتها',
    },
    hint: {
      en: 'npm install sharp, or save the image as PNG or JPEG',
      ar: 'نفّذ: npm install sharp، أو احفظ الصورة بصيغة PNG أو JPEG',
    },
  },
  'image-limit': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” is too large ({reason}): a frame with its words stands for it',
      ar: 'الصورة «{path}» أكبر مما يُقرأ ({reasonAr})، فحلّ محلها إطار فيه كلماتها',
    },
    hint: { en: 'save the image with fewer pixels', ar: 'احفظ الصورة بعدد بكسلات أقل' },
  },
  'image-profile': {
    severity: 'info',
    gather: { name: 'path' },
    message: {
      en: 'the colour profile of “{path}” cannot be used: its colours are taken as they are',
      ar: 'لا يمكن استعمال ملف ألوان الصورة «{path}»، فأُخذت ألوانها كما هي',
    },
    hint: { en: 'save the image with the profile sRGB', ar: 'احفظ الصورة بملف الألوان sRGB' },
  },
  'image-parts': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'of the drawing “{path}” this is not drawn as its file has it (in brackets the line): {parts}',
      ar: 'في الرسم «{path}» ما لا يُرسم كما هو في ملفه (وبين القوسين السطر): {parts}',
    },
    hint: {
      en: 'draw it with plain shapes, or save the image as PNG',
      ar: 'ارسمه بأشكال بسيطة، أو احفظ الصورة بصيغة PNG',
    },
  },
  'image-remote': {
    severity: 'warning',
    gather: { name: 'path' },
    message: {
      en: 'image “{path}” is on the network and is not fetched: a frame with its words stands for it',
      ar: 'الصورة «{path}» على الشبكة فلا تُجلب، وحلّ محلها إطار فيه كلماتها',
    },
    hint: {
      en: 'download the image into the project and name the local file',
      ar: 'نزّل الصورة إلى المشروع واذكر الملف المحلي',
    },
  },
  'link-target': {
    severity: 'info',
    gather: { name: 'url' },
    message: {
      en: 'link “{url}” leads nowhere outside its folder and is printed as text',
      ar: 'الرابط «{url}» لا معنى له خارج مجلده، فيُطبع نصًّا',
    },
    hint: {
      en: 'use an address that begins with https: or mailto:',
      ar: 'استعمل عنوانًا يبدأ بـ https: أو mailto:',
    },
  },
  'note-nested': {
    severity: 'warning',
    gather: { name: 'id' },
    message: { en: 'note “{id}” is called from inside a note', ar: 'الحاشية «{id}» مذكورة داخل حاشية' },
    hint: { en: 'call it from the text itself', ar: 'اذكرها في المتن نفسه' },
  },
  'list-expected': {
    severity: 'warning',
    message: { en: ':::{name} holds no bullet list', ar: 'الكتلة ‎:::{name}‎ لا تحوي قائمة نقطية' },
    hint: { en: 'write each entry as “- **key** text”', ar: 'اكتب كل مدخل هكذا: ‎- **مفتاح** نص' },
  },
  'reference-no-number': {
    severity: 'warning',
    gather: { by: 'id' },
    message: {
      en: 'what has the id “{id}” has no number: the reference calls it by its title or its page',
      ar: 'ليس لما يحمل المُعرِّف «{id}» رقم، فذُكر في الإحالة بعنوانه أو صفحته',
    },
    hint: {
      en: 'give it a caption, or number headings with heading.numbering in the theme; without form=number the same is printed and nothing is said',
      ar: 'أعطه عنوانًا، أو رقِّم العناوين بالقيمة heading.numbering في السمة؛ وبلا form=number يُطبع هذا نفسه بلا تنبيه',
    },
  },
  'reference-no-title': {
    severity: 'warning',
    gather: { by: 'id' },
    message: {
      en: 'what has the id “{id}” has no title: the reference calls it by its number or its page',
      ar: 'ليس لما يحمل المُعرِّف «{id}» عنوان، فذُكر في الإحالة برقمه أو صفحته',
    },
    hint: { en: 'give it a caption, or leave out form=title', ar: 'أعطه عنوانًا، أو احذف form=title' },
  },
  'contents-of-unknown': {
    severity: 'warning',
    message: {
      en: 'contents list no “{of}”: nothing is printed here',
      ar: 'لا قائمة محتويات لما اسمه «{of}»، فلم يُطبع هنا شيء',
    },
    hint: { en: 'use one of: {known}', ar: 'استعمل إحدى هذه: {known}' },
  },
  'contents-empty': {
    severity: 'warning',
    message: {
      en: 'there is nothing numbered to list here ({of})',
      ar: 'لا شيء مرقّمًا يُسرد هنا ({of})',
    },
    hint: {
      en: 'give what is to be listed captions or ids, and let the theme number it',
      ar: 'أعطِ ما يُسرد عناوين أو مُعرِّفات، ولا تمنع السمة من ترقيمه',
    },
  },
  'table-expected': {
    severity: 'warning',
    message: { en: ':::{name} holds no table', ar: 'الكتلة ‎:::{name}‎ لا تحوي جدولًا' },
    hint: { en: 'put one Markdown table inside', ar: 'ضع داخلها جدول ماركداون واحدًا' },
  },
  'columns-count': {
    severity: 'warning',
    message: {
      en: '“{value}” is no number of columns; {fallback} are set',
      ar: '«{value}» لا يصلح عددًا للأعمدة، فالعدد هنا {fallback}',
    },
    hint: { en: 'write count=2 to count={most}', ar: 'اكتب عددًا من 2 إلى {most}، مثل ‎count=2' },
  },
  'columns-nested': {
    severity: 'warning',
    message: {
      en: ':::columns stands inside columns and is set as running text',
      ar: 'الكتلة ‎:::columns‎ داخل أعمدة أخرى، فيُصفّ نصّها متصلًا',
    },
    hint: { en: 'end the outer columns before it', ar: 'أغلق الأعمدة الخارجية قبلها' },
  },
  'entry-key': {
    severity: 'warning',
    gather: { by: 'name' },
    message: {
      en: 'this entry of :::{name} begins with nothing in bold and is set as plain text',
      ar: 'لا يبدأ هذا المدخل في ‎:::{name}‎ بكلام ثقيل، فيُصف نصًّا عاديًا',
    },
    hint: { en: 'write each entry as “- **key** text”', ar: 'اكتب كل مدخل هكذا: ‎- **مفتاح** نص' },
  },
  'verse-halves': {
    severity: 'info',
    message: {
      en: 'no line of this verse has two halves; each stands in the middle',
      ar: 'ليس في هذه الأبيات سطر من شطرين، فيُوسَّط كل سطر',
    },
    hint: {
      en: 'part the halves of a line by “ ... ”, with spaces',
      ar: 'افصل بين شطري البيت بثلاث نقط بين مسافتين: ‎« ... »',
    },
  },
} as const satisfies Record<string, Message>;
