/**
 * @typedef {object} Case What people write into the subject, beside an address and into the title that names the file.
 * @property {string} name
 * @property {string} text as written
 * @property {string} [plain] what is to be read, where that is not it: no marks of direction, white space evened
 * @property {string} [file] the same of the name of the file, where that is not it: without the signs that Windows refuses
 * @property {string} [mailbox] who gets it
 */

/** @type {readonly Case[]} */
export const cases = [
  ...rows({
    'Arabic, 1 letter': 'و',
    'Arabic, 2': 'لا',
    'Arabic, a word': 'تقرير',
    'Arabic, short': 'كازاخستان بين رئاستين',
    'Arabic, long':
      'كازاخستان بين رئاستين من منظمة الأمن والتعاون في أوروبا إلى منظمة المؤتمر الإسلامي ١٩٩٤–٢٠١١',
    'no space, 25': 'ا'.repeat(25),
    'no space, 120': 'مستشفياتهمو'.repeat(11).slice(0, 120),
    'comma ،': 'وزارة المالية، مكتب الوزير',
    'semicolon ؛': 'الجلسة الأولى؛ الجلسة الثانية',
    'Arabic digits': 'محضر ٢٠٢٦–١١–٢٣',
    'per cent': 'نسبة النموّ ٣٫٥٪ و20%',
    'Hijri date': 'حُرّر في ١٤٤٨ هـ',
    tatweel: 'مـــحـــمـــد',
    vowelled: 'كِتَابُ الأَخْبَارِ الطِّوَالِ',
    'vowelled, long': 'كِتَابُ الأَخْبَارِ الطِّوَالِ فِي سِيَرِ مَنْ مَضَى مِنَ الرِّجَالِ وَمَا قِيلَ فِيهِمْ مِنَ الأَشْعَارِ',
    'vowelled, no space': 'فَأَسْقَيْنَاكُمُوهُ'.repeat(4),
    'Quran marks': 'ٱلۡحَمۡدُ لِلَّهِ رَبِّ ٱلۡعَٰلَمِينَ',
    'many marks on one letter': `ب${'\u064E\u0651'.repeat(20)}ت`,
    'marks at the cut': `${'س'.repeat(21)}\u0651\u064E${'س'.repeat(21)}\u0651\u064E${'س'.repeat(20)}`,
    'hamza, composed': 'أإآؤئ ءٱ',
    'hamza, decomposed': 'ا\u0654 ا\u0655 ا\u0653 و\u0654',
    'lam-alef, ligature signs': 'ﷲ ﷺ ﷽ ﻻ',
    Persian: 'گزارش پایانی چاپخانه',
    'Persian, ZWNJ': 'کتاب‌خانه‌های می‌شوند و نسخه‌ها',
    'Persian, long ZWNJ':
      'گزارش می‌شود که نسخه‌ها دوباره خوانده می‌شوند و به خواننده‌ها می‌رسند و نوشته‌هایشان می‌ماند',
    'Persian digits': 'شمارهٔ ۱۲۳۴ – سال ۱۴۰۵',
    Urdu: 'رپورٹ برائے وزارتِ خزانہ',
    'Urdu, long': 'رپورٹ برائے وزارتِ خزانہ، اسلام آباد، سالانہ اجلاس کی کارروائی اور ضمیمہ جات ۲۰۲۶ء',
    Kurdish: 'ڕاپۆرتی ساڵانەی کتێبخانە',
    'Sindhi, Pashto': 'رپورٽ ڳالھيون ۽ راپور څېړنه',
    Uyghur: 'ئۇيغۇرچە دوكلات',
    'mixed, Latin first': 'OSCE منظمة الأمن والتعاون',
    'mixed, Latin inside': 'تقرير OSCE عن Astana 2010 والقمة',
    'mixed, long':
      'تقرير عن OSCE Summit in Astana (2010) وما تلاه من Chairmanship-in-Office حتى OIC Council of Foreign Ministers',
    'mixed, long Latin words': `بحث ${'Donaudampfschifffahrtsgesellschaft'.repeat(2)} آخر`,
    accents: 'Café à Çeşme – naïve “façade” für Öl',
    'accents, decomposed': 'Cafe\u0301 nai\u0308ve re\u0301sume\u0301',
    'Cyrillic, Greek': 'Отчёт о саммите – Έκθεση',
    Chinese: '中文報告書與阿拉伯語的介紹說明文件以及附錄',
    Hebrew: 'דוח שנתי לשנת תשפ״ז',
    emoji: 'تهنئة 🎉 بالعيد 🌙',
    'emoji, joined': 'العائلة 👨‍👩‍👧‍👦 والعلم 🇰🇿 👍🏽',
    'emoji, many': '🌙'.repeat(40),
    ASCII: 'Annual report 2026',
    'ASCII, long': `A report on ${'the printing of books '.repeat(6)}in Cairo`,
    'ASCII, no space, 70': 'x'.repeat(70),
    'ASCII, no space, 180': 'x'.repeat(180),
    parentheses: 'المجلة (العدد ٣) [مسوّدة] {أ}',
    guillemets: 'كتاب «الأغاني» و“الفهرست”',
    'apostrophe, ampersand': "أ'ب & ج + د = هـ",
    'comma, semicolon, at': 'a, b; c @ d – هـ',
    'dots, slash-like': 'تقرير.نهائي.v2.1 – مسوّدة…',
    'percent, equals, underscore': '100% =_ %D8%A7 تقرير_نهائي',
    'tilde, hash, backtick': '~تقرير~ #٣ `x` ^ $ !',
  }),
  { name: 'quotation marks', text: 'قال "نعم" ثم مضى', file: 'قال نعم ثم مضى' },
  { name: 'question, colon, slash', text: 'ما هذا؟ why? أ/ب: ج', file: 'ما هذا؟ why أ ب ج' },
  { name: 'backslash, star, bar', text: 'أ\\ب * ج | د < هـ >', file: 'أ ب ج د هـ' },
  {
    name: 'looks encoded',
    text: '=?UTF-8?B?2KrZgg==?= تقرير',
    file: '= UTF-8 B 2KrZgg== = تقرير',
  },
  { name: 'mailbox of Arabic letters', text: 'ليلى', mailbox: 'ليلى.الفاسي@مثال.إختبار' },
  {
    name: 'marks of direction',
    text: 'تقرير\u200F C++\u200E عن \u2067نصّ\u2069',
    plain: 'تقرير C++ عن نصّ',
    subject: 'تقرير\u200F C++\u200E عن نصّ',
  },
  { name: 'white space', text: 'تقرير\u00A0  عن\u2003نصّ', plain: 'تقرير عن نصّ' },
  ...[130, 200, 300].map((length) => ({
    name: `Arabic, ${length} letters`,
    text: 'تقرير عن الطباعة في القاهرة وبولاق وما جاورهما '.repeat(9).slice(0, length).trim(),
  })),
];

function rows(texts) {
  return Object.entries(texts).map(([name, text]) => ({ name, text }));
}
