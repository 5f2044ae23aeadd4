import type { Wording } from './base/diagnostic.ts';
import { DUMP_STAGES } from './dump-stages.ts';
import { FORMATS } from './project/format.ts';
import { PDF_VERSIONS } from './project/pdf-version.ts';
import { PROFILES } from './project/profile.ts';
import { TEXT_PURPOSES } from './project/text-purpose.ts';

/** The commands that have options; `help` is told about in command-table.ts. */
export type DocumentCommand = 'build' | 'check' | 'mail' | 'doctor';

export interface OptionRow {
  /** Under which commander hands the value over. */
  readonly name: string;
  readonly flag: `--${string}`;
  readonly short?: `-${string}`;
  readonly takes: 'nothing' | 'one value' | 'values';
  /** What the value is called in help; absent where nothing is taken. */
  readonly value?: Wording;
  /** The only values there are. */
  readonly choices?: readonly string[];
  /** The field of the library's `Request` that says the same, of `Request.envelope` after a point; absent where there is none. */
  readonly field?: string;
  /**
   * For help and README; `{choices}` are those of this row, `{formats}` what a document can become, `{templates}`
   * those that ship with Warraq.
   */
  readonly words: Wording;
  readonly commands: readonly DocumentCommand[];
}

const ALL = ['build', 'check', 'mail'] as const satisfies readonly DocumentCommand[];
const EVERY = [...ALL, 'doctor'] as const satisfies readonly DocumentCommand[];
const PATH: Wording = { en: 'PATH', ar: 'مسار' };
const NAME: Wording = { en: 'NAME', ar: 'اسم' };
const ADDRESS: Wording = { en: 'ADDRESS', ar: 'عنوان' };

/** The languages Warraq speaks to its user. */
export const LANGS = ['en', 'ar'] as const;
export type Lang = (typeof LANGS)[number];

/**
 * Every option there is: what commander accepts, help and README tell, checks are made against, and which fields of a
 * request a program may say.
 */
export const OPTION_TABLE = [
  {
    name: 'output',
    flag: '--output',
    short: '-o',
    takes: 'values',
    value: PATH,
    words: {
      en: 'file ({formats}; an e-mail: eml) or folder to write; - is standard output',
      ar: 'الملف ({formats}، والرسالة: eml) أو المجلد المكتوب؛ والعلامة - للخرج القياسي',
    },
    commands: ['build', 'mail'],
  },
  {
    name: 'format',
    flag: '--format',
    takes: 'one value',
    field: 'format',
    value: { en: 'FORMAT', ar: 'صيغة' },
    choices: FORMATS,
    words: {
      en: '{choices}; else as the output ends, else pdf',
      ar: '{choices}؛ وإلا فبحسب لاحقة الملف المكتوب، وإلا pdf',
    },
    commands: ALL,
  },
  {
    name: 'template',
    flag: '--template',
    takes: 'one value',
    field: 'template',
    value: NAME,
    words: {
      en: '{templates}, or a folder of your templates/; comes before front matter',
      ar: '{templates} أو مجلد في templates/ عندك؛ ويتقدّم على بيانات الوثيقة',
    },
    commands: ALL,
  },
  {
    name: 'theme',
    flag: '--theme',
    takes: 'one value',
    field: 'theme',
    value: NAME,
    words: {
      en: 'look of a template, or a theme.yaml; comes before front matter',
      ar: 'سمة قالب أو ملف theme.yaml؛ وتتقدّم على بيانات الوثيقة',
    },
    commands: ALL,
  },
  {
    name: 'profile',
    flag: '--profile',
    takes: 'one value',
    field: 'profile',
    value: { en: 'PROFILE', ar: 'غرض' },
    choices: PROFILES,
    words: {
      en: '{choices}: as it is, with bleed and marks, the cover of the book, to fold, two or four pages on a sheet',
      ar: '{choices}: كما هي، أو بزيادة وعلامات للمطبعة، أو غلاف الكتاب، أو كراسة تُطوى، أو صفحتان أو أربع في الورقة',
    },
    commands: ALL,
  },
  {
    name: 'pdf',
    flag: '--pdf',
    takes: 'one value',
    field: 'pdf',
    value: { en: 'VERSION', ar: 'إصدار' },
    choices: PDF_VERSIONS,
    words: {
      en: '{choices}: PDF/A-2a and PDF/UA-1, or PDF/A-4, PDF/UA-2 and WTPDF; comes before front matter',
      ar: '{choices}: ‏PDF/A-2a وPDF/UA-1، أو PDF/A-4 وPDF/UA-2 وWTPDF؛ ويتقدّم على بيانات الوثيقة',
    },
    commands: ALL,
  },
  {
    name: 'text',
    flag: '--text',
    takes: 'one value',
    field: 'textFor',
    value: { en: 'PURPOSE', ar: 'غاية' },
    choices: TEXT_PURPOSES,
    words: {
      en: '{choices}: text for who reads and searches in a viewer, or for programs that index; comes before front matter',
      ar: '{choices}: نصّ لمن يقرأ ويبحث في عارض، أو لبرامج تفهرس؛ ويتقدّم على بيانات الوثيقة',
    },
    commands: ALL,
  },
  {
    name: 'attach',
    flag: '--attach',
    takes: 'values',
    field: 'attachments',
    value: { en: 'FILE', ar: 'ملف' },
    words: {
      en: 'file for the PDF to carry inside; may be given more than once',
      ar: 'ملف يحمله PDF في داخله؛ ويجوز تكراره',
    },
    commands: ALL,
  },
  {
    name: 'root',
    flag: '--root',
    takes: 'one value',
    value: { en: 'DIR', ar: 'مجلد' },
    words: {
      en: 'folder with fonts/, templates/ and warraq.yaml; nothing outside it is read',
      ar: 'المجلد الذي فيه fonts/ وtemplates/ وwarraq.yaml؛ ولا يُقرأ شيء خارجه',
    },
    commands: EVERY,
  },
  {
    name: 'limitTime',
    flag: '--limit-time',
    takes: 'one value',
    value: { en: 'TIME', ar: 'زمن' },
    words: {
      en: 'end the build after so long (60s, 5min) and say where it was',
      ar: 'إنهاء البناء بعد هذا الزمن (60s أو 5min) مع ذكر موضعه',
    },
    commands: ALL,
  },
  {
    name: 'limitMemory',
    flag: '--limit-memory',
    takes: 'one value',
    value: { en: 'SIZE', ar: 'حجم' },
    words: {
      en: 'end the build when it takes more memory (512MB, 2GB)',
      ar: 'إنهاء البناء إن زادت ذاكرته على هذا الحجم (512MB أو 2GB)',
    },
    commands: ALL,
  },
  {
    name: 'jail',
    flag: '--jail',
    takes: 'nothing',
    words: {
      en: 'build in a process that may read the root and Warraq alone, and write in the folder of the output',
      ar: 'البناء في عملية لا تقرأ إلا المجلد الجذر وورّاق نفسه، ولا تكتب إلا في مجلد الخرج',
    },
    commands: ALL,
  },
  {
    name: 'verify',
    flag: '--verify',
    takes: 'nothing',
    words: {
      en: 'read the PDF back and fail where a word is lost; needs pdfjs-dist',
      ar: 'إعادة قراءة PDF والإخفاق إن ضاعت كلمة؛ ويلزمه pdfjs-dist',
    },
    commands: ['build'],
  },
  {
    name: 'to',
    flag: '--to',
    takes: 'values',
    field: 'envelope.to',
    value: ADDRESS,
    words: { en: 'who gets it; may be given more than once', ar: 'من تُرسل إليه؛ ويجوز تكراره' },
    commands: ['mail'],
  },
  {
    name: 'cc',
    flag: '--cc',
    takes: 'values',
    field: 'envelope.cc',
    value: ADDRESS,
    words: { en: 'who gets a copy', ar: 'من تُرسل إليه نسخة' },
    commands: ['mail'],
  },
  {
    name: 'from',
    flag: '--from',
    takes: 'one value',
    field: 'envelope.from',
    value: ADDRESS,
    words: {
      en: 'who sends it; else WARRAQ_MAIL_FROM, else who opens the draft',
      ar: 'المرسل؛ وإلا فقيمة WARRAQ_MAIL_FROM، وإلا من يفتح المسودة',
    },
    commands: ['mail'],
  },
  {
    name: 'subject',
    flag: '--subject',
    takes: 'one value',
    field: 'envelope.subject',
    value: { en: 'TEXT', ar: 'نص' },
    words: { en: 'instead of the title', ar: 'موضوع الرسالة بدل عنوان الوثيقة' },
    commands: ['mail'],
  },
  {
    name: 'force',
    flag: '--force',
    takes: 'nothing',
    field: 'envelope.force',
    words: {
      en: 'write it even when it is larger than servers take (18 MB)',
      ar: 'كتابة الرسالة وإن كانت أكبر مما تقبله الخوادم (١٨ ميغابايت)',
    },
    commands: ['mail'],
  },
  {
    name: 'send',
    flag: '--send',
    takes: 'nothing',
    words: {
      en: 'send it through the server of WARRAQ_SMTP_URL; needs nodemailer',
      ar: 'إرسالها عبر الخادم المذكور في WARRAQ_SMTP_URL؛ ويلزمه nodemailer',
    },
    commands: ['mail'],
  },
  {
    name: 'strict',
    flag: '--strict',
    takes: 'nothing',
    words: { en: 'fail on warnings', ar: 'عدّ التحذيرات إخفاقًا' },
    commands: ALL,
  },
  {
    name: 'json',
    flag: '--json',
    takes: 'nothing',
    words: { en: 'one JSON object on standard output', ar: 'تقرير JSON واحد في الخرج القياسي' },
    commands: EVERY,
  },
  {
    name: 'quiet',
    flag: '--quiet',
    takes: 'nothing',
    words: { en: 'say nothing but errors', ar: 'لا يُقال إلا الأخطاء' },
    commands: ALL,
  },
  {
    name: 'timings',
    flag: '--timings',
    takes: 'nothing',
    words: { en: 'time of each stage', ar: 'زمن كل مرحلة' },
    commands: ALL,
  },
  {
    name: 'dump',
    flag: '--dump',
    takes: 'one value',
    value: { en: 'STAGE', ar: 'مرحلة' },
    choices: DUMP_STAGES,
    words: { en: 'print what leaves a stage: {choices}', ar: 'طباعة ما يخرج من مرحلة: {choices}' },
    commands: ALL,
  },
  {
    name: 'lang',
    flag: '--lang',
    takes: 'one value',
    value: { en: 'LANG', ar: 'لغة' },
    choices: LANGS,
    words: {
      en: 'language of messages and help: {choices}; else that of the locale',
      ar: 'لغة الرسائل والمساعدة: {choices}؛ وإلا فلغة النظام',
    },
    commands: EVERY,
  },
  {
    name: 'color',
    flag: '--no-color',
    takes: 'nothing',
    words: { en: 'plain messages', ar: 'رسائل بلا ألوان' },
    commands: EVERY,
  },
] as const satisfies readonly OptionRow[];

type Row = (typeof OPTION_TABLE)[number];

interface Taken {
  readonly nothing: boolean;
  readonly 'one value': string;
  readonly values: readonly string[];
}

/** Options as commander reads them; a list where a flag may be given once but a user may give it twice. */
export type RawOptions = { readonly [R in Row as R['name']]?: Taken[R['takes']] };

export function optionsOf(command: DocumentCommand): readonly OptionRow[] {
  const rows: readonly OptionRow[] = OPTION_TABLE;
  return rows.filter(({ commands }) => commands.includes(command));
}

/** The row of a flag, long or short, whatever stands after its `=`. */
export function findOption(written: string): OptionRow | null {
  const [flag] = written.split('=');
  const rows: readonly OptionRow[] = OPTION_TABLE;
  return rows.find((row) => row.flag === flag || row.short === flag) ?? null;
}

type Field = Extract<Row, { readonly field: string }>['field'];

/** Fields of `Request` that are options as well, and of its `envelope`. */
export type RequestOption = Exclude<Field, `envelope.${string}`>;
export type EnvelopeOption = Field extends infer F ? (F extends `envelope.${infer N}` ? N : never) : never;
