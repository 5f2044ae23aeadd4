import { describe, expect, test } from 'vitest';
import type { TehMarbuta } from '../../src/base/alphabets.ts';
import { compareKeys, makeCollation } from '../../src/base/collation.ts';

/** The orders here are written by hand, after the printed alphabets and the filing rules that collation.ts names. */

function sort(lang: string, names: readonly string[], tehMarbuta: TehMarbuta = 'heh'): readonly string[] {
  const { key } = makeCollation(lang, tehMarbuta);
  return [...names].sort((a, b) => compareKeys(key(a), key(b)));
}

/** Sorts the list backwards first, so that nothing is in order because it was. */
function expectOrder(lang: string, order: readonly string[], tehMarbuta?: TehMarbuta): void {
  expect(sort(lang, [...order].reverse(), tehMarbuta)).toEqual(order);
  expect(sort(lang, [...order].sort(), tehMarbuta)).toEqual(order);
}

function heads(lang: string, names: readonly string[]): readonly string[] {
  const { key, head } = makeCollation(lang, 'heh');
  return names.map((name) => head(key(name)).label);
}

describe('Arabic', () => {
  test('goes by the alphabet of dictionaries', () =>
    expectOrder('ar', 'ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي'.split(' ')));

  test('does not see the article, nor vowels, nor tatweel', () =>
    expectOrder('ar', [
      'البَيْت',
      'بيتان',
      'التّاج',
      'تـــاريخ',
      'التاريخ',
      'ثَلاثة',
      'ٱلْجَمَل',
      'جميل',
      'الحَجّ',
      'حجر',
    ]));

  test('takes the article from every word of a name', () =>
    expectOrder('ar', ['كتاب الأم', 'كتاب البخلاء', 'كتاب بغداد', 'الكتاب التاسع', 'كتاب الحيوان']));

  test('keeps letters that only look like the article', () =>
    expectOrder('ar', [
      'التزام',
      'الالتزام السياسي',
      'التهاب',
      'الذي',
      'الكترون',
      'الله',
      'ألمانيا',
      'أمل',
      'البيان',
      'التقاطع',
      'التهامي',
      'الحق',
    ]));

  test('files hamza as its seat, and the word without it first where all else is equal', () =>
    expectOrder('ar', [
      'إبراهيم',
      'ابن',
      'أحمد',
      'إسحاق',
      'الإسلام',
      'أسماء',
      'اكتشاف',
      'فأر',
      'فاران',
      'الفأس',
      'موت',
      'مؤمن',
      'المؤمنون',
      'هيبة',
      'هيئة',
    ]));

  test('files آ as two alefs, before all other names in alef', () =>
    expectOrder('ar', ['الآثار', 'آدم', 'آسيا', 'أب', 'ابن', 'القرآن', 'قران']));

  test('files ى as ي, and hamza alone before alef', () =>
    expectOrder('ar', ['جزء', 'جزاء', 'جزر', 'مستشفى', 'المستشفيات', 'مستقبل']));

  test('files ة as ه, or as ت where a theme says so', () => {
    expectOrder('ar', ['مكتب', 'مكتبات', 'مكتبة', 'مكتبي'], 'heh');
    expectOrder('ar', ['مدرس', 'مدرسات', 'مدرسة', 'مدرستنا', 'مدرسه', 'مدرسون'], 'teh');
    expectOrder('ar', ['مدرس', 'مدرسات', 'مدرستنا', 'مدرسه', 'مدرسة', 'مدرسون'], 'heh');
  });

  test('goes word by word: nothing comes before something', () =>
    expectOrder('ar', ['ابن بطوطة', 'ابن سينا', 'ابن-طفيل', 'أبناء', 'ابنة']));

  test('counts numbers by their value, whatever their digits', () =>
    expectOrder('ar', ['٧ أكتوبر', '11 سبتمبر', 'فصل ٢', 'فصل 10', 'فصل ۱۱', 'فصل أخير']));

  test('files letters of neighbours with those that Arabs read them as', () =>
    expectOrder('ar', ['باريس', 'پاريس', 'باشا', 'چاد', 'الجبل', 'فيتو', 'ڤيتو', 'كابل', 'گاز', 'الكاف']));

  test('sees through forms of presentation', () =>
    expect(sort('ar', ['ﻻم', 'لب', 'لا'])).toEqual(['لا', 'ﻻم', 'لب']));

  test('puts other scripts behind, each in its own alphabet', () =>
    expectOrder('ar', [
      '!',
      '3D',
      'آخر',
      'يوم',
      'al-Biruni',
      'Čapek',
      'chess',
      'Éa',
      'eau',
      'El-Ghitani',
      'OSCE',
      'Zürich',
      'Ωμέγα',
      'Москва',
    ]));

  test('prints letters over the names as Arabic lists do', () =>
    expect(
      heads('ar', ['إبراهيم', 'آدم', 'ء', 'الباب', 'مكّة', 'الهند', 'يوم', 'پاريس', 'éa', '٣', '«الأم»', '—']),
    ).toEqual(['أ', 'أ', 'ء', 'ب', 'م', 'هـ', 'ي', 'ب', 'E', '', 'أ', '']));
});

describe('other languages of the Arabic script', () => {
  test('Persian has آ before ا, its four letters in their places, and و before ه', () => {
    expectOrder('fa', 'آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی'.split(' '));
    expectOrder('fa', [
      'آب',
      'ابر',
      'احمد',
      'البته',
      'الگو',
      'امید',
      'پدر',
      'تهران',
      'چین',
      'خاک',
      'کتاب',
      'کتاب‌خانه',
      'گل',
      'وطن',
      'همدان',
      'یزد',
    ]);
    expectOrder('fa', ['كتاب', 'کتابت', 'کتابی', 'كتابي']);
  });

  test('no language but Arabic has the article', () =>
    expect(heads('fa', ['الگو', 'آب', 'البته'])).toEqual(['ا', 'آ', 'ا']));

  test('Urdu has ٹ ڈ ڑ ں ھ ے in their places', () => {
    expectOrder(
      'ur',
      'ا آ ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے'.split(' '),
    );
    expectOrder('ur', [
      'اردو',
      'آم',
      'بنگال',
      'بہار',
      'بھارت',
      'بیان',
      'بے',
      'تاریخ',
      'ٹیپو',
      'دلی',
      'ڈھاکا',
      'لاہور',
    ]);
  });

  test('Kurdish has ئ first, ە after ھ, and ۆ ێ after و ی', () => {
    expectOrder('ckb', 'ئ ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن ھ ە و ۆ ی ێ'.split(' '));
    expectOrder('ku-Arab', ['ئاو', 'ئەحمەد', 'باران', 'پۆل', 'ڕۆژ', 'کورد', 'گوڵ', 'هەولێر', 'وان', 'یاری']);
  });

  test('a document in Latin letters has these first', () =>
    expectOrder('en', [
      '7 days',
      'Abbasids',
      'al-Ghazālī',
      'Ghazna',
      'ʿIrāq',
      'Istanbul',
      'Zand',
      'آمد',
      'البصرة',
      'تبريز',
    ]));
});

test('texts that differ have keys that differ, and equal texts equal ones', () => {
  const { key } = makeCollation('ar', 'heh');
  const names = ['علم', 'عِلم', 'العلم', 'عـلم', 'علم!'];
  for (const one of names)
    for (const other of names) expect(compareKeys(key(one), key(other)) === 0).toBe(one === other);
});
