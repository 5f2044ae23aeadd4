import { describe, expect, test } from 'vitest';
import { findKashidaPlaces } from '../../src/text/kashida-places.ts';

/** The word with a tatweel at its best place, as a scribe would write it; the word itself where it offers none. */
function elongated(word: string): string {
  const [best] = findKashidaPlaces(word);
  return best ? `${word.slice(0, best.offset)}ـ${word.slice(best.offset)}` : word;
}

describe('the place of a kashida', () => {
  test.each([
    // 2: after seen and sad
    ['السلام', 'السـلام'],
    ['مستقبل', 'مسـتقبل'],
    ['صباح', 'صـباح'],
    // 3: before final teh marbuta, heh, dal
    ['منظمة', 'منظمـة'],
    ['وجه', 'وجـه'],
    ['محمد', 'محمـد'],
    // 4: before final alef, tah, lam, kaf
    ['كتاب', 'كتـاب'],
    ['دليل', 'دليـل'],
    // 5: before a beh-like letter that leads into reh or yeh
    ['خبير', 'خبـير'],
    // 6: before final waw, ain, qaf, feh
    ['طريق', 'طريـق'],
    // 7: before any other final
    ['حسن', 'حسـن'],
    ['مؤتمر', 'مؤتمـر'],
    // vowels stay with their letter
    ['مُحَمَّد', 'مُحَمَّـد'],
    // ties go to the end of the word
    ['سسس', 'سسـس'],
  ])('%s → %s', (word, expected) => expect(elongated(word)).toBe(expected));

  test.each([
    ['no join to stretch', 'دار'],
    ['inside lam-alef', 'لا'],
    ['inside lam-alef with a vowel between', 'لَا'],
    ['before a final yeh', 'في'],
    ['beside a non-joiner', 'ن\u200Cه'],
    ['a word of digits', '٢٠١٠'],
    ['Latin', 'OSCE'],
  ])('never: %s', (_, word) => expect(findKashidaPlaces(word)).toEqual([]));

  test('a final yeh after seen may be reached', () => expect(elongated('كرسي')).toBe('كرسـي'));

  test('الآن: the join before lam-alef is no place, lam-alef is one shape', () =>
    expect(elongated('الآن')).toBe('الآن'));
});
