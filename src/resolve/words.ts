/** The few words of Warraq's own: names of callouts, and what check boxes and links of notes say when spoken. */
export interface LanguageWords {
  readonly note: string;
  readonly tip: string;
  readonly warning: string;
  readonly important: string;
  readonly caution: string;
  readonly done: string;
  readonly open: string;
  /** Before a note's number, for who hears it. */
  readonly footnote: string;
  readonly back: string;
}

const WORDS: Readonly<Record<string, LanguageWords>> = {
  ar: {
    note: 'ملاحظة',
    tip: 'فائدة',
    warning: 'تنبيه',
    important: 'مهم',
    caution: 'تحذير',
    done: 'منجز',
    open: 'غير منجز',
    footnote: 'الحاشية',
    back: 'عودة إلى موضع الحاشية',
  },
  fa: {
    note: 'یادداشت',
    tip: 'نکته',
    warning: 'هشدار',
    important: 'مهم',
    caution: 'احتیاط',
    done: 'انجام‌شده',
    open: 'انجام‌نشده',
    footnote: 'پانویس',
    back: 'بازگشت به محل پانویس',
  },
  ur: {
    note: 'نوٹ',
    tip: 'مشورہ',
    warning: 'انتباہ',
    important: 'اہم',
    caution: 'خبردار',
    done: 'مکمل',
    open: 'نامکمل',
    footnote: 'حاشیہ',
    back: 'متن پر واپس، حاشیہ',
  },
  en: {
    note: 'Note',
    tip: 'Tip',
    warning: 'Warning',
    important: 'Important',
    caution: 'Caution',
    done: 'done',
    open: 'not done',
    footnote: 'Note',
    back: 'Back to the call of note',
  },
  fr: {
    note: 'Note',
    tip: 'Conseil',
    warning: 'Attention',
    important: 'Important',
    caution: 'Danger',
    done: 'fait',
    open: 'à faire',
    footnote: 'Note',
    back: 'Retour à l’appel de note',
  },
};

/** Arabic for a language that has no row. */
export function wordsOf(lang: string): LanguageWords {
  return WORDS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? WORDS['ar']!;
}
