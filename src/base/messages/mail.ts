import type { Message } from './message.ts';

export const mailMessages = {
  'mail-no-recipient': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'the e-mail has no recipient', ar: 'لم يُذكر من تُرسل إليه الرسالة' },
    hint: {
      en: 'write: warraq mail document.md --to name@example.org',
      ar: 'اكتب: warraq mail document.md --to name@example.org',
    },
  },
  'mail-address': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '{option}: "{address}" is not an e-mail address',
      ar: '‏{option}: ليس «{address}» عنوان بريد',
    },
    hint: {
      en: 'write name@example.org or "Name <name@example.org>"',
      ar: 'اكتب name@example.org أو «الاسم <name@example.org>»',
    },
  },
  'mail-control': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '{option} holds a line break or another control character',
      ar: 'في {option} نهاية سطر أو حرف تحكّم آخر',
    },
    hint: { en: 'write it on one line', ar: 'اكتبه في سطر واحد' },
  },
  'mail-invisible': {
    severity: 'info',
    message: {
      en: 'characters of {option} that nobody sees are not in the subject: {codes}',
      ar: 'ليس في موضوع الرسالة ما لا يُرى من أحرف {option}:‏ {codes}',
    },
    hint: {
      en: 'a mark beside a sign, U+200E or U+200F, stays',
      ar: 'تبقى العلامة المفردة بجانب الرمز، U+200E أو U+200F',
    },
  },
  'mail-large': {
    severity: 'warning',
    message: {
      en: 'the document has {size} MB, and some servers will refuse the e-mail',
      ar: 'حجم المستند {size} م.ب، وقد ترفض بعض الخوادم الرسالة',
    },
    hint: {
      en: 'use smaller images, or send a link to the document',
      ar: 'صغّر الصور، أو أرسل رابطًا إلى المستند',
    },
  },
  'mail-too-large': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the document has {size} MB; more than {most} MB do not pass as e-mail',
      ar: 'حجم المستند {size} م.ب، وما فوق {most} م.ب لا يصل بالبريد',
    },
    hint: {
      en: 'use smaller images or send a link; --force writes the e-mail all the same',
      ar: 'صغّر الصور أو أرسل رابطًا؛ وبالخيار ‎--force تُكتب الرسالة على كل حال',
    },
  },
  'mail-server-missing': {
    severity: 'error',
    exit: 'usage',
    message: { en: '--send needs to know the mail server', ar: 'يحتاج ‎--send إلى معرفة خادم البريد' },
    hint: {
      en: 'set WARRAQ_SMTP_URL, such as smtps://user:password@mail.example.org',
      ar: 'عيّن المتغير WARRAQ_SMTP_URL، مثل smtps://user:password@mail.example.org',
    },
  },
  'mail-server-url': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: 'WARRAQ_SMTP_URL is not the address of a mail server',
      ar: 'قيمة WARRAQ_SMTP_URL ليست عنوان خادم بريد',
    },
    hint: {
      en: 'write smtps://user:password@host or smtp://host:587; percent-encode what is special in the password',
      ar: 'اكتب smtps://user:password@host أو smtp://host:587، ورمّز بالنسبة المئوية ما في كلمة المرور من رموز',
    },
  },
  'mail-sender': {
    severity: 'error',
    exit: 'usage',
    message: { en: '--send needs to know who sends', ar: 'يحتاج ‎--send إلى معرفة المرسل' },
    hint: {
      en: 'add --from name@example.org, or set WARRAQ_MAIL_FROM',
      ar: 'أضف ‎--from name@example.org أو عيّن المتغير WARRAQ_MAIL_FROM',
    },
  },
  'mail-no-nodemailer': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '--send needs the package nodemailer, which is not installed',
      ar: 'يحتاج ‎--send إلى الحزمة nodemailer، وهي غير مثبّتة',
    },
    hint: {
      en: 'run: npm install nodemailer@10.6.0; or open the draft in your mail program',
      ar: 'نفّذ: npm install nodemailer@10.6.0، أو افتح المسوّدة في برنامج بريدك',
    },
  },
  'mail-server-name': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: 'WARRAQ_SMTP_NAME is neither the name of a machine nor an address in brackets',
      ar: 'قيمة WARRAQ_SMTP_NAME ليست اسم جهاز ولا عنوانًا بين معقوفين',
    },
    hint: {
      en: 'write such as desk.example.org or [192.0.2.7]',
      ar: 'اكتب مثل desk.example.org أو ‎[192.0.2.7]‎',
    },
  },
  'mail-refused': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the mail server refused the address {address}: {reason}',
      ar: 'رفض خادم البريد العنوان {address}: {reason}',
    },
    hint: { en: 'check how it is written', ar: 'راجع كتابته' },
  },
  'mail-refused-now': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the mail server does not take the address {address} now: {reason}',
      ar: 'لا يقبل خادم البريد العنوان {address} الآن: {reason}',
    },
    hint: {
      en: 'try again in some minutes, with this address alone',
      ar: 'أعد المحاولة بعد دقائق بهذا العنوان وحده',
    },
  },
  'mail-no-smtputf8': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the mail server knows no address with letters beyond ASCII (SMTPUTF8): {address}',
      ar: 'لا يعرف خادم البريد عنوانًا فيه حروف غير لاتينية (SMTPUTF8): {address}',
    },
    hint: {
      en: 'use another server, or another address of this recipient',
      ar: 'استعمل خادمًا آخر أو عنوانًا آخر لهذا المرسل إليه',
    },
  },
  'mail-unknown': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'it is not known whether the letter was accepted: the server did not answer after all of it was sent; its Message-ID is {id}',
      ar: 'لا يُعرف هل قُبلت الرسالة: لم يجب الخادم بعد إرسالها كاملة؛ ومعرّفها {id}',
    },
    hint: {
      en: 'ask one of the recipients; sent again, it has the same Message-ID and is shown once by most programs',
      ar: 'اسأل أحد من أُرسلت إليهم؛ فإن أُعيد إرسالها حملت المعرّف نفسه وأظهرتها معظم البرامج مرة واحدة',
    },
  },
  'mail-not-now': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the mail server does not take the e-mail now: {reason}',
      ar: 'لا يقبل خادم البريد الرسالة الآن: {reason}',
    },
    hint: { en: 'nothing was sent; try again later', ar: 'لم يُرسل شيء؛ أعد المحاولة لاحقًا' },
  },
  'mail-server-size': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the e-mail is too big for the mail server: {reason}',
      ar: 'الرسالة أكبر مما يقبل خادم البريد: {reason}',
    },
    hint: {
      en: 'nothing was sent; use smaller images, or send a link to the document',
      ar: 'لم يُرسل شيء؛ صغّر الصور أو أرسل رابطًا إلى المستند',
    },
  },
  'mail-server-login': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the mail server did not accept the name and password: {reason}',
      ar: 'لم يقبل خادم البريد الاسم وكلمة المرور: {reason}',
    },
    hint: {
      en: 'nothing was sent; check those in WARRAQ_SMTP_URL: some servers want a password made for programs',
      ar: 'لم يُرسل شيء؛ راجعهما في WARRAQ_SMTP_URL: تطلب بعض الخوادم كلمة مرور خاصة بالبرامج',
    },
  },
  'mail-server-certificate': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the certificate of the mail server is not to be trusted: {reason}',
      ar: 'لا يوثق بشهادة خادم البريد: {reason}',
    },
    hint: {
      en: 'nothing was sent; name the server in WARRAQ_SMTP_URL as its certificate does; an authority of your own is made known by NODE_EXTRA_CA_CERTS',
      ar: 'لم يُرسل شيء؛ سمّ الخادم في WARRAQ_SMTP_URL كما تسمّيه شهادته؛ وإن كانت جهة التصديق خاصة بكم فعرّف بها عبر NODE_EXTRA_CA_CERTS',
    },
  },
  'mail-server-tls': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'there is no encrypted way to the mail server: {reason}',
      ar: 'لا سبيل مشفّرًا إلى خادم البريد: {reason}',
    },
    hint: {
      en: 'nothing was sent; write smtps:// for port 465 and smtp:// for 587',
      ar: 'لم يُرسل شيء؛ اكتب smtps://‎ للمنفذ 465 و smtp://‎ للمنفذ 587',
    },
  },
  'mail-not-sent': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'the mail server did not take the e-mail: {reason}',
      ar: 'لم يقبل خادم البريد الرسالة: {reason}',
    },
    hint: {
      en: 'check WARRAQ_SMTP_URL and the addresses; nothing was sent',
      ar: 'راجع WARRAQ_SMTP_URL والعناوين؛ لم يُرسل شيء',
    },
  },
} as const satisfies Record<string, Message>;
