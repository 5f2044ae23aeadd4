import { expect, test } from 'vitest';
import { guessLang } from '../../src/project/guess-lang.ts';

const guess = (text: string) => guessLang([{ path: 'a.md', text }]);

test.each([
  ['Arabic', 'هذا نص عربي قصير عن البحر والريح.', 'ar'],
  ['Persian by its letters', 'این متن فارسی است و گفت‌وگو و پنجره و چراغ در آن هست.', 'fa'],
  ['Arabic from a Persian keyboard', 'في المدینة مکتبة کبیرة للقراءة والدرس والبحث العلمي.', 'ar'],
  ['Urdu by its letters', 'یہ دستاویز اردو میں لکھی گئی ہے اور اس میں بہت سے الفاظ ہیں۔', 'ur'],
  ['Pashto by its letters', 'دا سند په پښتو ژبه لیکل شوی دی او ډېر توري لري څنګه چې ښکاري.', 'ps'],
  ['Sorani by its letters', 'ئەم دەقە بە زمانی کوردی نووسراوە و وشەی زۆری تێدایە.', 'ckb'],
  ['Arabic with an Urdu name', `كتب «سہیل ٹیلی» مقالًا ${'عن التاريخ والجغرافيا '.repeat(20)}`, 'ar'],
  ['English that quotes Arabic', `${'This paper is written in English. '.repeat(9)}«كتاب»`, 'en'],
  [
    'Arabic with English names',
    `يدعم البرنامج PDF/A و EPUB و Markdown و HTML ${'نص عربي كثير بعده '.repeat(5)}`,
    'ar',
  ],
  ['an English word alone, no evidence', 'README', 'ar'],
  ['Arabic about code', `نشرح الأمر:\n\n\`\`\`\n${'npm install everything '.repeat(20)}\n\`\`\`\n`, 'ar'],
  ['Arabic with attached files', `مرفقات:\n${'  - data/summits-by-year.csv\n'.repeat(9)}\nنص`, 'ar'],
  ['nothing', '', 'ar'],
])('%s', (_, text, lang) => {
  expect(guess(text)).toBe(lang);
});
