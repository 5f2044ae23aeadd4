import type { Origin } from '../base/origin.ts';

/** What stands before and after the chapters of a book. */
export type MatterRole =
  | 'half-title'
  | 'title'
  | 'imprint'
  | 'dedication'
  | 'epigraph'
  | 'foreword'
  | 'preface'
  | 'acknowledgments'
  | 'introduction'
  | 'contents'
  | 'lists'
  | 'conclusion'
  | 'afterword'
  | 'appendix'
  | 'glossary'
  | 'bibliography'
  | 'index'
  | 'colophon';

interface RoleFacts {
  readonly aliases: readonly string[];
  /** Whether it is made from what the book says of itself where no text is given. */
  readonly isMade: boolean;
}

export const MATTER_ROLES: Readonly<Record<MatterRole, RoleFacts>> = {
  'half-title': { aliases: ['عنوان أول', 'العنوان الأول', 'half title'], isMade: true },
  title: { aliases: ['صفحة العنوان', 'title page'], isMade: true },
  imprint: { aliases: ['بيانات النشر', 'copyright'], isMade: true },
  dedication: { aliases: ['إهداء', 'الإهداء'], isMade: false },
  epigraph: { aliases: ['استهلال', 'عبارة استهلالية'], isMade: false },
  foreword: { aliases: ['تقديم', 'تصدير'], isMade: false },
  preface: { aliases: ['تمهيد', 'توطئة', 'مقدمة المؤلف'], isMade: false },
  acknowledgments: { aliases: ['شكر', 'شكر وتقدير', 'acknowledgements'], isMade: false },
  introduction: { aliases: ['مقدمة', 'المقدمة', 'مدخل'], isMade: false },
  contents: { aliases: ['محتويات', 'المحتويات', 'فهرس المحتويات'], isMade: true },
  lists: { aliases: ['قوائم', 'القوائم'], isMade: true },
  conclusion: { aliases: ['خاتمة', 'الخاتمة'], isMade: false },
  afterword: { aliases: ['تذييل', 'كلمة أخيرة'], isMade: false },
  appendix: { aliases: ['ملحق', 'الملحق'], isMade: false },
  glossary: { aliases: ['مسرد', 'المسرد'], isMade: false },
  bibliography: { aliases: ['مراجع', 'المراجع', 'مصادر', 'المصادر'], isMade: false },
  index: { aliases: ['كشاف', 'الكشاف'], isMade: false },
  colophon: { aliases: ['حرد المتن', 'بيان الإخراج'], isMade: true },
};

/** One piece of front or back matter as book.yaml asks for it. */
export interface MatterChoice {
  readonly role: MatterRole;
  /** Relative to book.yaml, as written; null where there is no file. */
  readonly file: string | null;
  /** Markdown that stands in book.yaml itself. */
  readonly text: string | null;
  readonly origin: Origin;
}

/** The same as templates see it, a type alias therefore. `slot` is what `{{{matter slot}}}` takes; null = made of settings. */
export type MatterItem = {
  readonly role: MatterRole;
  readonly slot: number | null;
  /** Its role where it is made of settings; of a text `alone` on its page, or `text`. */
  readonly made: MatterRole | 'alone' | 'text';
  /** Its role where the book asks for it by name, for e-books; what all books have is not marked. */
  readonly mark: MatterRole | '';
};

/** What a book begins with whose book.yaml does not say. */
const USUAL: readonly MatterRole[] = ['half-title', 'title', 'imprint', 'contents'];

/**
 * Front and back matter in their order: what the book asks for, else what is usual and not asked for at the other end.
 *
 * @param slotOf the number under which the text of a piece can be had; null = it has none
 */
export function planMatter(
  front: readonly MatterChoice[] | undefined,
  back: readonly MatterChoice[] | undefined,
  slotOf: (choice: MatterChoice) => number | null,
): { readonly frontMatter: readonly MatterItem[]; readonly backMatter: readonly MatterItem[] } {
  const asked = (choices: readonly MatterChoice[] = []): readonly MatterItem[] =>
    choices.map((choice) => makeItem(choice.role, slotOf(choice), choice.role));
  const usual = USUAL.filter((role) => !back?.some((choice) => choice.role === role));
  return {
    frontMatter: front === undefined ? usual.map((role) => makeItem(role, null, '')) : asked(front),
    backMatter: asked(back),
  };
}

/** Texts of a few words, which have a page for themselves and no title. */
export const ALONE: ReadonlySet<MatterRole> = new Set([
  'half-title',
  'title',
  'imprint',
  'dedication',
  'epigraph',
  'colophon',
]);

function makeItem(role: MatterRole, slot: number | null, mark: MatterItem['mark']): MatterItem {
  return { role, slot, made: slot === null ? role : ALONE.has(role) ? 'alone' : 'text', mark };
}
