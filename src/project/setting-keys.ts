import { withoutVowels } from '../base/arabic.ts';

/** What a key holds, which decides how its value is read and checked. */
type SettingKind =
  | 'text'
  | 'list'
  | 'date'
  | 'lang'
  | 'dir'
  | 'digits'
  | 'flag'
  | 'pdf'
  | 'text purpose'
  | 'template'
  | 'theme'
  | 'paths'
  | 'people'
  | 'isbn'
  | 'parts'
  | 'matter'
  | 'attachments'
  | 'bibliography'
  | 'citation style'
  | 'keys';

export interface SettingKey {
  readonly name: string;
  /** Other spellings that mean the same key; Arabic ones with and without the article, `_` and space alike. */
  readonly aliases: readonly string[];
  readonly kind: SettingKind;
}

/** Every key Warraq itself understands, in front matter, book.yaml and warraq.yaml alike. */
const settingKeys = [
  { name: 'title', aliases: ['عنوان', 'العنوان'], kind: 'text' },
  { name: 'subtitle', aliases: ['عنوان فرعي', 'العنوان الفرعي'], kind: 'text' },
  {
    name: 'author',
    aliases: ['authors', 'مؤلف', 'المؤلف', 'كاتب', 'الكاتب', 'مؤلفون', 'المؤلفون'],
    kind: 'people',
  },
  { name: 'issuer', aliases: ['جهة', 'الجهة', 'جهة الإصدار'], kind: 'text' },
  { name: 'series', aliases: ['سلسلة', 'السلسلة'], kind: 'text' },
  { name: 'date', aliases: ['تاريخ', 'التاريخ'], kind: 'date' },
  { name: 'lang', aliases: ['لغة', 'اللغة', 'language'], kind: 'lang' },
  { name: 'dir', aliases: ['اتجاه', 'الاتجاه', 'direction'], kind: 'dir' },
  { name: 'subject', aliases: ['موضوع', 'الموضوع', 'description'], kind: 'text' },
  { name: 'keywords', aliases: ['كلمات', 'كلمات مفتاحية', 'الكلمات المفتاحية'], kind: 'list' },
  { name: 'template', aliases: ['قالب', 'القالب'], kind: 'template' },
  { name: 'theme', aliases: ['سمة', 'السمة'], kind: 'theme' },
  { name: 'digits', aliases: ['أرقام', 'الأرقام'], kind: 'digits' },
  { name: 'contents', aliases: ['محتويات', 'المحتويات', 'فهرس', 'toc'], kind: 'flag' },
  { name: 'colophon', aliases: ['حرد المتن', 'بيان الإخراج'], kind: 'flag' },
  { name: 'cover', aliases: ['غلاف', 'الغلاف'], kind: 'text' },
  { name: 'publisher', aliases: ['ناشر', 'الناشر'], kind: 'text' },
  { name: 'place', aliases: ['مكان النشر', 'مكان'], kind: 'text' },
  { name: 'edition', aliases: ['طبعة', 'الطبعة'], kind: 'text' },
  { name: 'rights', aliases: ['حقوق', 'الحقوق', 'copyright'], kind: 'text' },
  { name: 'isbn', aliases: ['ردمك', 'الرقم الدولي'], kind: 'isbn' },
  { name: 'chapters', aliases: ['فصول', 'الفصول'], kind: 'paths' },
  { name: 'parts', aliases: ['أجزاء', 'الأجزاء', 'أبواب', 'الأبواب', 'أقسام', 'الأقسام'], kind: 'parts' },
  { name: 'front matter', aliases: ['frontmatter', 'صدر الكتاب', 'صدر'], kind: 'matter' },
  { name: 'back matter', aliases: ['backmatter', 'ذيل الكتاب', 'ذيل'], kind: 'matter' },
  { name: 'pdf', aliases: ['إصدار pdf', 'بي دي إف'], kind: 'pdf' },
  { name: 'text', aliases: ['text layer', 'طبقة النص'], kind: 'text purpose' },
  { name: 'attachments', aliases: ['مرفقات', 'المرفقات', 'attachment'], kind: 'attachments' },
  { name: 'bibliography', aliases: ['مراجع', 'المراجع', 'ملف المراجع'], kind: 'bibliography' },
  { name: 'citations', aliases: ['إحالات', 'الإحالات', 'citation style'], kind: 'citation style' },
  { name: 'nocite', aliases: ['مراجع أخرى', 'المراجع الأخرى'], kind: 'keys' },
] as const satisfies readonly SettingKey[];

const byName: ReadonlyMap<string, (typeof settingKeys)[number]> = new Map(
  settingKeys.flatMap((key) => [key.name, ...key.aliases].map((name) => [foldKey(name), key] as const)),
);

export function findSettingKey(written: string): (typeof settingKeys)[number] | null {
  return byName.get(foldKey(written)) ?? null;
}

/** Every spelling that is understood, for did-you-mean. */
export const settingSpellings: readonly string[] = settingKeys.flatMap((key) => [key.name, ...key.aliases]);

/** `عنوان_فرعي`, `عنوان-فرعي` and `عنوان فرعي` are one key, vowelled or not, and so are `Title` and `title`. */
export function foldKey(name: string): string {
  return withoutVowels(name.normalize('NFC'))
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}
