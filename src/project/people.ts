/** What somebody did for a book. */
export type PersonRole =
  | 'author'
  | 'editor'
  | 'translator'
  | 'illustrator'
  | 'foreword'
  | 'compiler'
  | 'contributor';

/** Somebody with a part in the book. A type alias, for templates read it as data. */
export type Person = { readonly name: string; readonly role: PersonRole };

interface RoleNames {
  /** How a role may be written beside its English name. */
  readonly aliases: readonly string[];
  /** MARC code list for relators, https://www.loc.gov/marc/relators/ */
  readonly marc: string;
}

export const PERSON_ROLES: Readonly<Record<PersonRole, RoleNames>> = {
  author: { aliases: ['مؤلف', 'تأليف', 'كاتب', 'نویسنده', 'مصنف'], marc: 'aut' },
  editor: { aliases: ['محرر', 'تحرير', 'محقق', 'تحقيق', 'ویراستار', 'مدیر'], marc: 'edt' },
  translator: { aliases: ['مترجم', 'ترجمة', 'ترجمه', 'تعريب'], marc: 'trl' },
  illustrator: { aliases: ['رسام', 'رسوم', 'تصویرگر'], marc: 'ill' },
  foreword: { aliases: ['تقديم', 'مقدم', 'تصدير'], marc: 'aui' },
  compiler: { aliases: ['جامع', 'جمع', 'إعداد', 'معد'], marc: 'com' },
  contributor: { aliases: ['مساهم', 'مشارك'], marc: 'ctb' },
};
