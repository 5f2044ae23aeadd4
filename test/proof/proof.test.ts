import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { parseManuscript } from '../../src/parse/parse.ts';
import { proof, proofEdits } from '../../src/proof/proof.ts';
import { rulesOf, textOf } from '../parse/read-tree.ts';

const read = (text: string) => parseManuscript([{ path: 'نص.md', text }], new Sink());

function check(text: string): string[] {
  const sink = new Sink();
  proof(read(text), sink, { fix: false });
  return rulesOf(sink);
}

function mend(text: string): { text: string; root: Root; sink: Sink } {
  const sink = new Sink();
  const { root } = proof(read(text), sink, { fix: true });
  return { text: textOf(root), root, sink };
}

/** The source after `check --fix`. */
function rewrite(text: string): string {
  let written = text;
  for (const { start, end, replacement } of proofEdits(read(text)).reverse()) {
    written = written.slice(0, start) + replacement + written.slice(end);
  }
  return written;
}

describe('each rule: what it finds, where, and what is written instead', () => {
  test.each([
    [
      'من بينها الأمم المتحدة ،وكذلك المنظمة',
      'من بينها الأمم المتحدة، وكذلك المنظمة',
      ['space-before-mark 1:23', 'space-after-mark 1:24'],
    ],
    ['انتهى العام .', 'انتهى العام.', ['space-before-mark 1:12']],
    ['قال المبعوث : «نعم»', 'قال المبعوث: «نعم»', ['space-before-mark 1:12']],
    [
      'عقدت « القمة الرابعة » هنا',
      'عقدت «القمة الرابعة» هنا',
      ['space-in-guillemets 1:7', 'space-in-guillemets 1:21'],
    ],
    [
      'سماه »إعلان آستانة« أمس',
      'سماه «إعلان آستانة» أمس',
      ['guillemet-reversed 1:6', 'guillemet-reversed 1:19'],
    ],
    ['سماه "إعلان آستانة" أمس', 'سماه «إعلان آستانة» أمس', ['ascii-quotes 1:6', 'ascii-quotes 1:19']],
    [
      'روسيا, والصين; فهل تصلح?',
      'روسيا، والصين؛ فهل تصلح؟',
      ['latin-mark 1:6', 'latin-mark 1:14', 'latin-mark 1:24'],
    ],
    ['روسيا,والصين', 'روسيا، والصين', ['latin-mark 1:6']],
    ['هل انتهت؟نعم', 'هل انتهت؟ نعم', ['space-after-mark 1:9']],
    ['آسيا  الوسطى', 'آسيا الوسطى', ['double-space 1:5']],
    ['الجمـــهورية', 'الجمهورية', ['stray-tatweel 1:5']],
    ['روسيا , والصين', 'روسيا، والصين', ['space-before-mark 1:6', 'latin-mark 1:7']],
    ['روسيا ,والصين', 'روسيا، والصين', ['space-before-mark 1:6', 'latin-mark 1:7']],
    ['روسيا و الصين', 'روسيا والصين', ['waw-apart 1:8']],
    ['و في النهاية', 'وفي النهاية', ['waw-apart 1:2']],
    ['روسيا، و كذلك الصين', 'روسيا، وكذلك الصين', ['waw-apart 1:9']],
    ['هنا ( قوس ) وهناك', 'هنا (قوس) وهناك', ['space-in-brackets 1:6', 'space-in-brackets 1:10']],
    ['في (٢٠١١ )', 'في (٢٠١١)', ['space-in-brackets 1:9']],
    ['ثم سكت...', 'ثم سكت…', ['three-dots 1:7']],
    ['قال «نعم...» ثم', 'قال «نعم…» ثم', ['three-dots 1:9']],
    ['كلمة \uFE8E\uFEDF\uFEF4\uFEE1 هنا', 'كلمة اليم هنا', ['presentation-forms 1:6']],
  ])('%s', (written, meant, rules) => {
    expect(check(written)).toEqual(rules);
    expect(mend(written).text).toBe(meant);
    expect(rulesOf(mend(written).sink)).toEqual([]);
    expect(rewrite(written)).toBe(meant);
    expect(check(meant)).toEqual([]);
  });
});

describe('what looks like a slip and is none', () => {
  test.each([
    ['a list of letters', 'الخياران أ و ب معًا'],
    ['a letter by its name', 'حرف و في آخره'],
    ['the conjunction before what is no word', 'كلمة و «أخرى» و PDF'],
    ['Persian, whose conjunction is a word', 'متن و ترجمه\n\nاین کتاب برای شما گرد آمده است و می‌خوانید'],
    ['a formula', 'الدالة f( x ) و ( 1 + 2 )'],
    ['an empty pair of brackets', 'الاسم (   ) والتاريخ'],
    ['a line to write on', 'الاسم.......... والتاريخ....'],
    ['halves of a verse', 'قفا نبك ... من ذكرى'],
    ['a call of three dots in code', 'اكتب `f(...)` هنا'],
    ['a quotation over paragraphs', '«يبدأ هنا\n\n«ويمضي\n\nثم ينتهي» وكفى'],
    ['quotations in a quotation', '«قال «نعم» ومضى»'],
    ['a Latin comma in a Latin phrase', 'شركة Apple , Inc وغيرها'],
    ['an emoticon', 'شكرًا ;) جزيلًا'],
  ])('%s', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('what runs over more than a passage', () => {
  test('a quotation that nothing closes', () => {
    expect(check('قال «نعم ومضى')).toEqual(['guillemet-unclosed 1:5']);
    expect(check('سطر\n\nقال **«نعم** ومضى\n\nفقرة')).toEqual(['guillemet-unclosed 3:7']);
    expect(check('قال «نعم» ثم «لا')).toEqual(['guillemet-unclosed 1:14']);
    expect(check('قال «نعم»')).toEqual([]);
  });

  test('both sets of digits in one table', () => {
    const table = (...cells: string[]) =>
      `| السنة | العدد |\n|---|---|\n${cells.map((cell) => `| عام | ${cell} |`).join('\n')}`;
    expect(check(table('٢٠١١', '٢٠١٢', '30'))).toContain('mixed-digits-table 5:9');
    expect(check(table('٢٠١١', '٢٠١٢', 'COVID-19'))).toEqual([]);
    expect(check(`${table('11', '12')}\n\n${'فقرة'}`)).toEqual([]);
  });
});

describe('what is beyond doubt only is mended', () => {
  test('a quotation whose opening mark is reversed is left to the author', () => {
    const text = 'يقول الرئيس نزاربايف:» كانت كل دولة مشغولة».';
    expect(check(text)).toEqual(['guillemet-reversed 1:22']);
    expect(mend(text).text).toBe(text);
    expect(rulesOf(mend(text).sink)).toEqual(['guillemet-reversed 1:22']);
  });

  test('words run together are left to the author', () => {
    const text = 'روسيا والولايات المتحدةوالصين';
    expect(check(text)).toEqual(['words-run-together 1:23']);
    expect(mend(text).text).toBe(text);
  });

  test('text forced against its direction is an error, in code as well', () => {
    const sink = new Sink();
    proof(read('نص\u202Eمقلوب\u202C و`a\u202Eb\u202C`\n\n```\nx \u202E y\n```\n'), sink, { fix: true });
    expect(rulesOf(sink)).toEqual([
      'bidi-override 1:3',
      'bidi-override 1:12',
      'bidi-override 3:1',
      'bidi-unbalanced 3:1',
    ]);
    expect(sink.failed).toBe(true);
  });

  test('isolates must be closed in their paragraph', () => {
    expect(check('عبارة \u2066ISO\u2069 تامة')).toEqual([]);
    expect(check('عبارة \u2066ISO ناقصة')).toEqual(['bidi-unbalanced 1:7']);
    expect(check('عبارة ISO\u2069 ناقصة')).toEqual(['bidi-unbalanced 1:10']);
  });
});

describe('no false alarms', () => {
  test.each([
    'بلغ الناتج (GDP) نحو 148.05 مليار، أي 7.3%؛ فهل تصلح للمقارنة؟ نعم!',
    'في ١٤٤٥ هـ وصدر بالـPDF، وقرئ ٱلرَّحۡمَـٰنِ.',
    'السعر ١،٥٠٠ ريال والإنتاج ١٬٦٠٩ براميل.',
    'الإنتاج 1,609 برميل، والمقاس 5" في 7".',
    'قال: «سمعت «قولًا» منه»، ثم سكت…',
    'ﷺ و﷽ و﴿آية﴾',
    'Clean code, please; is it? "yes"  ok .',
    'من الساعة 9:30 إلى 17:00، هاتف +7 7172 720-100.',
    'انظر https://example.org/a,b?c=د و`س ،ص`، و[موقع](https://x.org/,?).',
    'ثم قال :) وانصرف ...',
    '»',
    'تتمة اقتباس من فقرة سابقة».',
    'كلمة[^1]، ثم أخرى؟!\n\n[^1]: حاشية.',
    'شجرةٌ مثمرة، وقرأ :span[Text, text; ok?]{lang=en}.',
    'سطر أول،\nوسطر ثانٍ',
  ])('%s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('across the borders of nodes', () => {
  test('a rule sees over bold words, and reports in the right line and column', () => {
    const text = '> نص أول\n> ثم **القمة** ،وكذلك *غير* ذلك `شيفرة`';
    expect(check(text)).toEqual(['space-before-mark 2:15', 'space-after-mark 2:16']);
    expect(mend('قال **المبعوث** ،وأضاف').text).toBe('قال المبعوث، وأضاف');
    expect(rewrite(text)).toBe('> نص أول\n> ثم **القمة**، وكذلك *غير* ذلك `شيفرة`');
  });

  test('a ratio is written with spaces', () => {
    expect(check('النسبة ٣ : ١ منها')).toEqual([]);
    expect(check('النسبة 16 : 9 منها')).toEqual([]);
    expect(check('النسبة ٣ : منها')).toEqual(['space-before-mark 1:9']);
  });

  test('a range over a border is mended in the tree and left alone in the source', () => {
    const text = 'آسيا * الوسطى*';
    expect(check('آسيا ** الوسطى')).toEqual([]);
    expect(rewrite(text)).toBe(text);
    expect(mend('روسيا **والصين ** ، وغيرهما').text).toContain('،');
  });

  test('escapes and entities before a finding do not shift it', () => {
    const text = 'أ &amp; \\*ب\\* ،ج';
    expect(check(text)).toEqual(['space-before-mark 1:14', 'space-after-mark 1:15']);
    expect(rewrite(text)).toBe('أ &amp; \\*ب\\*، ج');
  });

  test.each([
    'F(k) : Z(k) → o(Q(k))',
    'العدد {n₁، . . . ، nₖ} معلوم',
    'م ≔ (ن = 1) ؟ نعم : لا',
    'أحمد,30 فاطمة,25 علي,35',
    'الدالة يملك(م,ر,ز) هنا',
    'ما لـ*جميع* الناس ولـ[هذا](https://example.org)',
  ])('signs between terms and data are left alone: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  test('CRLF sources are mended in place', () => {
    expect(rewrite('\uFEFFأول ،ثم\r\n  ثانٍ ،ثم\r\n')).toBe('\uFEFFأول، ثم\r\n  ثانٍ، ثم\r\n');
  });

  test('cells and headings are read, untouched branches are shared', () => {
    const manuscript = read('# عنوان ،تابع\n\nسليم.\n\n| أ ،ب | ج |\n|---|---|\n| د | هل? |\n');
    const sink = new Sink();
    const { root } = proof(manuscript, sink, { fix: true });
    expect(textOf(root)).toContain('عنوان، تابع');
    expect(textOf(root)).toContain('هل؟');
    expect(root.children[1]).toBe(manuscript.root.children[1]);
    expect(textOf(manuscript.root)).toContain('عنوان ،تابع');
  });
});

describe('digits', () => {
  test('two sets in one document are one warning at the rarer', () => {
    const sink = new Sink();
    proof(read('عام 2010 ثم 2011.\n\nوفي عام ٢٠٠٩.\n'), sink, { fix: false });
    expect(rulesOf(sink)).toEqual(['mixed-digits 3:9']);
    expect(sink.diagnostics[0]!.message.en).toContain(
      'mixed, 1 against 2; the first of the fewer: نص.md:3:9',
    );
  });

  test('numbers of Latin words are no mixture', () => {
    expect(check('وفق ISO 9001:2015 ومعيار COVID-19 و(WEO 2011) في عام ٢٠١١.')).toEqual([]);
  });
});

test('mended text is stable: mending again changes nothing', () => {
  const piece = fc.constantFrom(
    'كلمة',
    'المتحدة',
    '،',
    '؟',
    ' ',
    '  ',
    ',',
    '«',
    '»',
    '"',
    '**',
    '.',
    ' ،',
    'ـ',
    '12',
    '٣',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      let text = pieces.join('');
      for (let round = 0; round < 6; round++) text = rewrite(text);
      expect(rewrite(text)).toBe(text);
    }),
    { numRuns: 300, seed: 5 },
  );
});

describe('controls of direction outside the words of paragraphs', () => {
  test.each([
    ['![صورة \u202Egnp](x.png)', ['bidi-override', 'bidi-unbalanced']],
    ['![صورة](x.png "\u2067عنوان")', ['bidi-unbalanced']],
    ['![صورة](a\u202Egnp.png)', ['bidi-override', 'bidi-unbalanced']],
    ['[نص](https://example.org/%E2%80%AEfdp.exe)', ['bidi-override', 'bidi-unbalanced']],
    ['[نص](https://example.org "\u202Dعنوان\u202C")', ['bidi-override']],
    [':::note{title="ملاحظة \u202E"}\nنص\n:::', ['bidi-override', 'bidi-unbalanced']],
  ])('are told of: %j', (text, expected) => {
    expect(check(text).map((told) => told.split(' ')[0])).toEqual(expected);
  });

  test('in pairs do no harm, nor do marks of direction', () => {
    for (const text of ['![\u2067صورة\u2069](x.png)', '[نص](https://example.org/%E2%80%8F "\u200Fعنوان")'])
      expect(check(text)).toEqual([]);
  });
});
