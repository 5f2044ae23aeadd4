/** The few words that Warraq itself prints: names of callouts, and what a check box says when spoken. */
export interface Words {
  readonly note: string;
  readonly tip: string;
  readonly warning: string;
  readonly important: string;
  readonly done: string;
  readonly open: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  ar: { note: 'ملاحظة', tip: 'فائدة', warning: 'تنبيه', important: 'مهم', done: 'منجز', open: 'غير منجز' },
  fa: {
    note: 'یادداشت',
    tip: 'نکته',
    warning: 'هشدار',
    important: 'مهم',
    done: 'انجام‌شده',
    open: 'انجام‌نشده',
  },
  ur: { note: 'نوٹ', tip: 'مشورہ', warning: 'انتباہ', important: 'اہم', done: 'مکمل', open: 'نامکمل' },
  en: {
    note: 'Note',
    tip: 'Tip',
    warning: 'Warning',
    important: 'Important',
    done: 'done',
    open: 'not done',
  },
  fr: {
    note: 'Note',
    tip: 'Conseil',
    warning: 'Attention',
    important: 'Important',
    done: 'fait',
    open: 'à faire',
  },
};

/** Arabic for a language that has no row. */
export function wordsOf(lang: string): Words {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? WORDS['ar']!;
}
