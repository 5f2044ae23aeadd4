import type { Message } from './message.ts';

export const imposeMessages = {
  'booklet-one-page': {
    severity: 'warning',
    message: {
      en: 'the document has one page: of the booklet’s four sides three stay blank',
      ar: 'المستند صفحة واحدة، فتبقى ثلاثة أوجه من أوجه الكتيّب الأربعة بيضاء',
    },
    hint: { en: 'for a single page use --profile print', ar: 'لصفحة واحدة استعمل ‎--profile print' },
  },
  'booklet-signature': {
    severity: 'warning',
    message: {
      en: 'print.signature is {pages}, and a folded sheet has four pages: {whole} are taken',
      ar: 'قيمة print.signature هي {pages}، والورقة المطوية أربع صفحات، فأُخذت {whole}',
    },
    hint: {
      en: 'write a multiple of 4, or 0 for one signature',
      ar: 'اكتب مضاعفًا للعدد 4، أو 0 لملزمة واحدة',
    },
  },
  'cover-spine': {
    severity: 'info',
    message: {
      en: 'the spine is {width} mm wide: {leaves} leaves of {leaf} mm, and the cover itself twice',
      ar: 'عرض الكعب {width} مم: الأوراق {leaves}، وسمك الورقة {leaf} مم، وسمك الغلاف نفسه مرتين',
    },
    hint: {
      en: 'cover.weight, cover.bulk and cover.board say of which paper; a binder measures a dummy',
      ar: 'نوع الورق في cover.weight وcover.bulk وcover.board؛ والمجلّد يقيس نموذجًا',
    },
  },
  'cover-spine-narrow': {
    severity: 'warning',
    message: {
      en: 'the spine, {width} mm wide, has no room for its title ({needed} mm), and bears none',
      ar: 'لا يتسع الكعب، وعرضه {width} مم، لعنوانه ({needed} مم)، فتُرك خاليًا',
    },
    hint: {
      en: 'make its type smaller (roles: {spine: {size: …}}), or its title shorter where it takes two lines',
      ar: 'صغّر خطّه (roles: {spine: {size: …}})، أو اختصر العنوان إن شغل سطرين',
    },
  },
  'print-booklet': {
    severity: 'info',
    message: {
      en: 'the document is bound at the right, and the booklet option of printers orders pages as if at the left',
      ar: 'المستند مجلّد من اليمين، وخيار الكتيّب في الطابعات يرتّب الصفحات كأنه مجلّد من اليسار',
    },
    hint: {
      en: 'for a booklet use --profile booklet and print it as it is; CUPS does it with number-up-layout=rltb as well',
      ar: 'للكتيّب استعمل ‎--profile booklet واطبعه كما هو؛ ويصحّ في CUPS أيضًا مع number-up-layout=rltb',
    },
  },
  'image-coarse': {
    severity: 'warning',
    message: {
      en: '“{path}” is printed at {dpi} dots per inch; fewer than {least} can be seen',
      ar: 'تُطبع «{path}» بكثافة {dpi} نقطة في البوصة، وما دون {least} يظهر للعين',
    },
    hint: {
      en: 'use an image {width} pixels wide or print it smaller',
      ar: 'استعمل صورة عرضها {width} بكسل أو اطبعها أصغر',
    },
  },
  'image-coloured': {
    severity: 'warning',
    message: {
      en: 'print.grey turns text and rules grey, and “{path}” keeps its colours',
      ar: 'يحوّل print.grey النص والخطوط إلى الرمادي، وتبقى ألوان «{path}» على حالها',
    },
    hint: { en: 'convert the image to greyscale', ar: 'حوّل الصورة إلى تدرج الرمادي' },
  },
  'image-large': {
    severity: 'info',
    message: {
      en: '“{path}” has {dpi} dots per inch at its printed size and takes {size} kB; at {limit} it would take about {least}',
      ar: 'كثافة «{path}» بحجمها المطبوع {dpi} نقطة في البوصة، وتشغل {size} ك.ب، ولو كانت {limit} لشغلت نحو {least}',
    },
    hint: {
      en: 'to have images made smaller run: npm install sharp@0.35.5',
      ar: 'لتصغير الصور تلقائيًّا نفّذ: npm install sharp@0.35.5',
    },
  },
  'image-unscaled': {
    severity: 'info',
    message: {
      en: '“{path}” could not be made smaller and is embedded as it is: {reason}',
      ar: 'تعذّر تصغير «{path}» فضُمّنت كما هي: {reason}',
    },
    hint: { en: 'save the image anew', ar: 'احفظ الصورة من جديد' },
  },
} as const satisfies Record<string, Message>;
