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
  /** What stands there where no text is given: a text, or what the book says of itself; null = nothing. */
  readonly made: 'of settings' | { readonly text: string } | null;
}

export const MATTER_ROLES: Readonly<Record<MatterRole, RoleFacts>> = {
  'half-title': { aliases: ['عنوان أول', 'العنوان الأول', 'half title'], made: 'of settings' },
  title: { aliases: ['صفحة العنوان', 'title page'], made: 'of settings' },
  imprint: { aliases: ['بيانات النشر', 'copyright'], made: 'of settings' },
  dedication: { aliases: ['إهداء', 'الإهداء'], made: null },
  epigraph: { aliases: ['استهلال', 'عبارة استهلالية'], made: null },
  foreword: { aliases: ['تقديم', 'تصدير'], made: null },
  preface: { aliases: ['تمهيد', 'توطئة', 'مقدمة المؤلف'], made: null },
  acknowledgments: { aliases: ['شكر', 'شكر وتقدير', 'acknowledgements'], made: null },
  introduction: { aliases: ['مقدمة', 'المقدمة', 'مدخل'], made: null },
  contents: { aliases: ['محتويات', 'المحتويات', 'فهرس المحتويات'], made: 'of settings' },
  lists: { aliases: ['قوائم', 'القوائم'], made: 'of settings' },
  conclusion: { aliases: ['خاتمة', 'الخاتمة'], made: null },
  afterword: { aliases: ['تذييل', 'كلمة أخيرة'], made: null },
  appendix: { aliases: ['ملحق', 'الملحق'], made: null },
  glossary: { aliases: ['مسرد', 'المسرد'], made: null },
  bibliography: {
    aliases: ['مراجع', 'المراجع', 'مصادر', 'المصادر'],
    made: { text: '::bibliography' },
  },
  index: { aliases: ['كشاف', 'الكشاف'], made: { text: '::index' } },
  colophon: { aliases: ['حرد المتن', 'بيان الإخراج'], made: 'of settings' },
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
