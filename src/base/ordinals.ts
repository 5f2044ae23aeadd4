/**
 * First, second … as chapters are counted in words: masculine and definite in Arabic, where those from twenty on would
 * change with the case of their sentence. Languages without a row count chapters in digits.
 */
const ORDINALS: Readonly<Record<string, readonly string[]>> = {
  ar: 'الأول|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع|العاشر|الحادي عشر|الثاني عشر|الثالث عشر|الرابع عشر|الخامس عشر|السادس عشر|السابع عشر|الثامن عشر|التاسع عشر'.split(
    '|',
  ),
  fa: 'اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم'.split(
    '|',
  ),
};

/** @param lang BCP 47 @returns null where the language has no such word */
export function ordinalIn(lang: string, number: number): string | null {
  return ORDINALS[lang.split('-')[0]?.toLowerCase() ?? '']?.[number - 1] ?? null;
}
