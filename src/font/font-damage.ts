import type { Wording } from '../base/diagnostic.ts';

/** Why a table is damaged, in the brackets of a message; {number} is what it says of itself. */
const REASONS = {
  absent: { en: 'it is missing', ar: 'غير موجود' },
  short: { en: 'it ends before what it counts', ar: 'ينتهي قبل ما يعدّه' },
  'beyond-file': { en: 'it goes beyond the end of the file', ar: 'يتجاوز نهاية الملف' },
  'units-per-em': {
    en: '{number} units per em, and not 16 to 16,384',
    ar: '{number} وحدة في الإم، لا من ١٦ إلى ١٦٣٨٤',
  },
  'no-glyphs': { en: 'it counts no glyphs', ar: 'لا يعدّ أي رسم' },
  'offset-kind': { en: 'it says of no kind how offsets are written', ar: 'لا يبيّن نوع كتابة المواضع' },
  'offsets-fall': { en: 'the offset of glyph {number} falls', ar: 'موضع الرسم {number} يسبق ما قبله' },
  'offsets-beyond': {
    en: 'glyph {number} lies beyond the outlines',
    ar: 'موضع الرسم {number} خارج الرسوم',
  },
  'glyph-short': { en: 'the outline of glyph {number} ends too early', ar: 'الرسم {number} ينتهي قبل تمامه' },
  contours: {
    en: 'the contours of glyph {number} are not in order',
    ar: 'محيطات الرسم {number} ليست على الترتيب',
  },
  component: {
    en: 'glyph {number} is made of glyphs or points that there are not',
    ar: 'الرسم {number} مركّب من رسوم أو نقاط لا وجود لها',
  },
  circle: { en: 'glyph {number} is made of itself', ar: 'الرسم {number} مركّب من نفسه' },
  points: { en: 'glyph {number} has too many points', ar: 'نقاط الرسم {number} أكثر مما يُسمح به' },
  stack: {
    en: 'the outline of glyph {number} takes numbers that there are not, or leaves too many',
    ar: 'الرسم {number} يأخذ أعدادًا غير موجودة أو يترك أكثر مما يُسمح به',
  },
  subroutine: {
    en: 'the outline of glyph {number} calls a subroutine that there is not, or too deep',
    ar: 'الرسم {number} يستدعي إجراءً لا وجود له أو متداخلًا أكثر مما يُسمح به',
  },
  operator: {
    en: 'the outline of glyph {number} has an operator that there is not',
    ar: 'في الرسم {number} عملية لا وجود لها',
  },
  'few-outlines': { en: 'it has fewer outlines than glyphs', ar: 'رسومه أقل من عدد الرسوم المعدودة' },
  'not-cff': { en: 'it is not in the Compact Font Format', ar: 'ليس بصيغة CFF' },
} as const satisfies Record<string, Wording>;

export type DamageReason = keyof typeof REASONS;

/** A font whose table is not as OpenType 1.9 has it, so that no text is set with it. */
export class FontDamage extends Error {
  readonly table: string;
  readonly wording: Wording;

  constructor(table: string, reason: DamageReason, number = 0) {
    super(`${table}: ${reason} ${number}`);
    this.table = table;
    const { en, ar } = REASONS[reason];
    const fill = (text: string) => text.replace('{number}', String(number));
    this.wording = { en: fill(en), ar: fill(ar) };
  }
}
