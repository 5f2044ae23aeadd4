import { describe, expect, test } from 'vitest';
import {
  all,
  buildWord,
  child,
  type Element,
  paragraph,
  paragraphs,
  parse,
  read,
  said,
  textOf,
} from './build.ts';

const build = (text: string) => buildWord({ text });

/** Runs of a paragraph as what they say and whether they run from the right. */
const runs = (element: Element) =>
  all(element, 'r')
    .map((run) => [textOf(run), said(run, 'rPr', 'rtl') === 'on'] as const)
    .filter(([text]) => text !== '');

describe('directions', () => {
  test('paragraphs and runs say from which side they are, in Arabic, Persian, Urdu and English', async () => {
    for (const [lang, text] of [
      ['ar', 'نص عربي'],
      ['fa', 'متن فارسی'],
      ['ur', 'اردو متن'],
    ] as const) {
      const one = paragraph(await build(`---\nlang: ${lang}\n---\n\n${text}.\n`), text);
      expect(said(one, 'pPr', 'bidi')).toBe('on');
      expect(runs(one)).toEqual([[`${text}.`, true]]);
    }
    const english = paragraph(await build('---\nlang: en\n---\n\nA sentence.\n'), 'A sentence');
    expect(said(english, 'pPr', 'bidi')).toBe('0');
    expect(runs(english)).toEqual([['A sentence.', false]]);
  });

  test('a mixed line is cut where its direction changes; a number alone stays with the words around it', async () => {
    const one = paragraph(
      await build('---\ndigits: source\n---\n\nصدر Windows 11 عام 2021 في نسخة (Pro).\n'),
      'صدر',
    );
    expect(runs(one)).toEqual([
      ['صدر ', true],
      ['Windows 11', false],
      [' عام 2021 في نسخة (', true],
      ['Pro', false],
      [').', true],
    ]);
  });

  test('what UAX#9 would tear apart is one run, with marks for programs that ask no run', async () => {
    const file = await build('---\ndigits: source\n---\n\nهاتف 011-234-5678 في الرياض.\n');
    const one = paragraph(file, 'هاتف');
    expect(runs(one)).toContainEqual(['011-234-5678', false]);
    expect(read(file, 'word/document.xml')).toContain('\u200E011-234-5678\u200E');
  });

  test('a foreign paragraph reads in its own direction; one that is turned stands at its side', async () => {
    const file = await build('نص.\n\nThis is a whole English sentence.\n\n::::ltr\nForced.\n::::\n');
    const foreign = paragraph(file, 'whole English');
    expect(said(foreign, 'pPr', 'bidi')).toBe('0');
    expect(said(foreign, 'pPr', 'jc')).toBe('right');
    expect(said(paragraph(file, 'Forced'), 'pPr', 'jc')).toBeUndefined();
  });

  test('code is from the left, with its lines, and no spelling of it is checked', async () => {
    const file = await build('نص.\n\n```js\nconst a = 1;\n\tb(a);\n```\n');
    const code = paragraph(file, 'const');
    expect(textOf(code)).toBe('const a = 1;\n\tb(a);');
    expect([said(code, 'pPr', 'bidi'), said(code, 'pPr', 'pStyle')]).toEqual(['0', 'HTMLPreformatted']);
    expect(all(code, 'noProof').length).toBeGreaterThan(0);
  });

  test('what is said in another language says so', async () => {
    const file = await build('قال :span[bonjour le monde]{lang=fr} وذهب.\n');
    const french = all(paragraph(file, 'bonjour'), 'r').find((run) => textOf(run).includes('bonjour'))!;
    expect(child(french, 'rPr', 'lang')?.attributes).toEqual({ val: 'fr-FR' });
  });
});

describe('styles', () => {
  test('headings are Word’s own, by rank, with their numbers typed', async () => {
    const file = await build(
      '---\ntitle: ورقة\ntheme: {heading: {numbering: decimal}}\n---\n\n# باب\n\nنص\n\n## فصل\n\nنص\n\n# آخر\n\nنص\n\n# ثالث\n\nنص\n',
    );
    expect(said(paragraph(file, 'فصل'), 'pPr', 'pStyle')).toBe('Heading2');
    expect(textOf(paragraph(file, 'فصل'))).toMatch(/^١\.١\s+فصل$/);
    const styles = all(parse(file, 'word/styles.xml'), 'style');
    const named = (id: string) => styles.find(({ attributes }) => attributes['styleId'] === id)!;
    for (let rank = 1; rank <= 9; rank++) {
      expect(said(named(`Heading${rank}`), 'name')).toBe(`heading ${rank}`);
      expect(said(named(`Heading${rank}`), 'pPr', 'outlineLvl')).toBe(String(rank - 1));
    }
  });

  test('marks are bold, italic and struck in both twins; bold in a bold heading stays so', async () => {
    const file = await build('نص **غليظ** و~~محذوف~~ و*Latin words* هنا و^أعلى^ و~أسفل~.\n');
    const run = (text: string) => all(paragraph(file, 'نص'), 'r').find((one) => textOf(one).includes(text))!;
    expect([
      said(run('غليظ'), 'rPr', 'rStyle'),
      said(run('غليظ'), 'rPr', 'b'),
      said(run('غليظ'), 'rPr', 'bCs'),
    ]).toEqual(['Strong', 'on', 'on']);
    expect(said(run('محذوف'), 'rPr', 'strike')).toBe('on');
    expect([said(run('Latin'), 'rPr', 'i'), said(run('Latin'), 'rPr', 'iCs')]).toEqual(['on', 'on']);
  });

  test('a style may be called anything in a theme', async () => {
    const file = await build(
      '---\ntheme: {roles: {"a<b>&c": {size: 20pt}, normal: {size: 8pt}}}\n---\n\n:::panel{role="normal"}\nنص\n:::\n',
    );
    expect(said(paragraph(file, 'نص'), 'pPr', 'pStyle')).toMatch(/^Style\d+$/);
    const names = all(parse(file, 'word/styles.xml'), 'style').map((one) => said(one, 'name')!.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('lists', () => {
  test('are counted by Word where it counts as the document does, each from its own number', async () => {
    const file = await build('٣. ثالث\n٤. رابع\n\n   - تحته\n\nفاصل\n\n١. أول\n');
    const numbers = (text: string) =>
      ['ilvl', 'numId'].map((name) => said(paragraph(file, text), 'pPr', 'numPr', name));
    expect(numbers('ثالث')[1]).toBe(numbers('رابع')[1]);
    expect(numbers('تحته')[0]).toBe('1');
    expect(numbers('أول')[1]).not.toBe(numbers('ثالث')[1]);
    const lists = all(parse(file, 'word/numbering.xml'), 'num');
    const list = (text: string) => lists.find(({ attributes }) => attributes['numId'] === numbers(text)[1])!;
    expect(said(list('ثالث'), 'lvlOverride', 'startOverride')).toBe('3');
    expect(said(list('أول'), 'lvlOverride', 'startOverride')).toBe('1');
  });

  test('have letters where the document has, and signs for tasks', async () => {
    const file = await build('١. رقم\n   ١. حرف\n   ٢. حرف ثانٍ\n\nنص\n\n- [x] تم\n- [ ] بقي\n');
    const forms = all(parse(file, 'word/numbering.xml'), 'abstractNum').map((one) => {
      const level = all(one, 'lvl')[0]!;
      return `${said(level, 'numFmt')} ${said(level, 'lvlText')}`;
    });
    expect(forms).toEqual(expect.arrayContaining(['decimal %1.', 'arabicAbjad %1.', 'bullet ☑', 'bullet ☐']));
  });

  test('hold code, tables and lists, and go deeper than Word has levels', async () => {
    const deep = Array.from({ length: 14 }, (_, depth) => `${'  '.repeat(depth)}- بند ${depth}`).join('\n');
    const file = await build(
      `${deep}\n\n١. | أ | ب |\n   |---|---|\n   | ج | د |\n\n٢. \`\`\`\n   x\n   \`\`\`\n`,
    );
    const levels = all(parse(file), 'ilvl').map(({ attributes }) => Number(attributes['val']));
    expect(Math.max(...levels)).toBe(8);
    const indents = Array.from({ length: 14 }, (_, depth) =>
      Number(child(paragraph(file, `بند ${depth}`), 'pPr', 'ind')!.attributes['left']),
    );
    expect(indents).toEqual([...indents].sort((a, b) => a - b));
    expect(new Set(indents).size).toBe(14);
    expect(said(paragraphs(file).filter(([text]) => text === '')[0]![1], 'pPr', 'numPr', 'ilvl')).toBe('0');
  });
});

describe('tables', () => {
  const TABLE =
    ':::table[عنوان الجدول]\n| البند | القيمة |\n|---|---|\n| قلم[^١] | ٣٫٥ |\n| حبر | ١٢ |\n:::\n\n[^١]: حاشية في خلية.\n';

  test('run from the right, with a head that every page repeats, widths, and a caption above', async () => {
    const file = await build(TABLE);
    const table = all(parse(file), 'tbl').at(-1)!;
    expect(said(table, 'tblPr', 'bidiVisual')).toBe('on');
    expect(all(table, 'tr').map((row) => said(row, 'trPr', 'tblHeader'))).toEqual([
      'on',
      undefined,
      undefined,
    ]);
    const widths = all(table, 'gridCol').map(({ attributes }) => Number(attributes['w']));
    expect(widths).toHaveLength(2);
    expect(all(table, 'tc').map((cell) => textOf(cell))).toEqual([
      'البند',
      'القيمة',
      'قلم',
      '٣٫٥',
      'حبر',
      '١٢',
    ]);
    expect(said(paragraph(file, 'عنوان الجدول'), 'pPr', 'keepNext')).toBe('on');
  });

  test('may have notes, which are real ones', async () => {
    const file = await build(TABLE);
    const notes = all(parse(file, 'word/footnotes.xml'), 'footnote');
    expect(notes.map(({ attributes }) => attributes['type'])).toEqual([
      'separator',
      'continuationSeparator',
      undefined,
    ]);
    expect(textOf(notes[2]!).trim()).toBe('حاشية في خلية.');
    expect(all(parse(file), 'footnoteReference').map(({ attributes }) => attributes['id'])).toEqual(['2']);
  });

  test('of 500 rows have all of them, and two stay two', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `| ${row} | نص ${row} |`).join('\n');
    const file = await build(`| أ | ب |\n|---|---|\n${rows}\n\n| ج | د |\n|---|---|\n| ١ | ٢ |\n`);
    const tables = all(parse(file), 'tbl');
    expect(tables.map((table) => all(table, 'tr').length)).toEqual([501, 2]);
    const body = child(parse(file), 'body')!.children.map(({ name }) => name);
    expect(body.filter((name, at) => name === 'tbl' && body[at + 1] !== 'p')).toEqual([]);
  });

  test('of an English paper run from the left', async () => {
    const file = await build('---\nlang: en\n---\n\n| a | b |\n|---|---|\n| c | d |\n');
    expect(said(all(parse(file), 'tbl')[0]!, 'tblPr', 'bidiVisual')).toBeUndefined();
  });
});

describe('notes', () => {
  test('are counted by Word where its count is that of the document, else typed', async () => {
    const file = await build(
      'أ[^a] ب[^b] ثم أ[^a] ثانية، وفي رأس جدول.\n\n[^a]: الأولى.\n\n[^b]: الثانية.\n',
    );
    const references = all(parse(file), 'footnoteReference');
    expect(references.map(({ attributes }) => attributes)).toEqual([{ id: '2' }, { id: '3' }]);
    const fields = all(parse(file), 'instrText').map(({ text }) => text.trim());
    const name = /^NOTEREF (_Ref\d+) \\h$/.exec(fields.find((text) => text.startsWith('NOTEREF'))!)![1];
    expect(all(parse(file), 'bookmarkStart').map(({ attributes }) => attributes['name'])).toContain(name);
  });

  test('of a book are counted by chapter, and have links and lists of their own', async () => {
    const file = await buildWord({
      text: '---\ntemplate: book\ntitle: ك\n---\n\n# أ\n\nنص[^1].\n\n# ب\n\nنص[^2].\n\n[^1]: انظر [موقعًا](https://example.org/a).\n\n[^2]: أولًا:\n\n    - بند\n',
    });
    const references = all(parse(file), 'footnoteReference').map(({ attributes }) => attributes);
    expect(references).toEqual([{ id: '2' }, { id: '3' }]);
    expect(read(file, 'word/_rels/footnotes.xml.rels')).toContain('Target="https://example.org/a"');
    expect(all(parse(file, 'word/footnotes.xml'), 'numPr')).toHaveLength(1);
  });
});

describe('links and contents', () => {
  test('lead out, and to bookmarks; one that leads nowhere is text', async () => {
    const file = await build(
      '# باب {#bab}\n\nانظر [الباب](#bab) و[موقعًا](https://example.org/?a=1&b=2 "شرح <هنا>").\n',
    );
    const [inner, outer] = all(parse(file), 'hyperlink');
    const bookmarks = all(parse(file), 'bookmarkStart').map(({ attributes }) => attributes['name']);
    expect(bookmarks).toContain(inner!.attributes['anchor']);
    expect(outer!.attributes['tooltip']).toBe('شرح <هنا>');
    expect(read(file, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"',
    );
  });

  test('contents are a field that shows its entries without being updated', async () => {
    const file = await buildWord({ files: ['content/dossier/book.yaml'] });
    const document = parse(file);
    const entries = all(document, 'p').filter((one) => /^TOC\d$/.test(said(one, 'pPr', 'pStyle') ?? ''));
    const headings = all(document, 'p').filter((one) =>
      /^Heading[12]$/.test(said(one, 'pPr', 'pStyle') ?? ''),
    );
    expect(entries.map((one) => textOf(one).replace(/^[\d٠-٩.]+\s+/, ''))).toEqual(
      headings.map((one) => textOf(one)),
    );
    expect(all(document, 'instrText')[0]!.text.trim()).toBe('TOC \\o "1-2" \\h \\z');
    const marks = all(document, 'fldChar').map(({ attributes }) => attributes['fldCharType']);
    const count = (kind: string) => marks.filter((mark) => mark === kind).length;
    expect([count('separate'), count('end')]).toEqual([count('begin'), count('begin')]);
    const targets = new Set(all(document, 'bookmarkStart').map(({ attributes }) => attributes['name']));
    expect(
      all(document, 'hyperlink').filter(
        ({ attributes }) => attributes['anchor'] !== undefined && !targets.has(attributes['anchor']),
      ),
    ).toEqual([]);
    expect(all(parse(file, 'word/settings.xml'), 'updateFields')).toHaveLength(1);
  });

  test('bookmarks are told apart by name and by number, however ids are called', async () => {
    const id = 'ط'.repeat(300);
    const file = await build(`# أ {#${id}}\n\nنص\n\n## ب {#b-1}\n\n[هنا](#${id}) [هناك](#b-1)\n`);
    const marks = all(parse(file), 'bookmarkStart').map(({ attributes }) => attributes);
    expect(new Set(marks.map(({ name }) => name)).size).toBe(marks.length);
    expect(new Set(marks.map((one) => one['id'])).size).toBe(marks.length);
    expect(marks.every(({ name }) => /^_\w{1,39}$/.test(name!))).toBe(true);
  });
});

describe('all else', () => {
  test('boxes, verse, charts, timelines, terms, signatures and quotations are there with all their words', async () => {
    const file = await buildWord({ files: ['document.md'] }, 'test/road/blocks');
    const text = paragraphs(file)
      .map(([one]) => one)
      .join('\n');
    for (const words of ['تنبيه', 'فائدة', 'مصباح أبيض', 'آلاف كتاب'.slice(5)]) expect(text).toContain(words);
  });

  test('pictures and drawings stand there with what they show, no wider than the text', async () => {
    const file = await buildWord({ files: ['document.md'] }, 'test/road/known-syntax');
    const shown = all(parse(file), 'wp:docPr').map(({ attributes }) => attributes['descr']);
    expect(shown.length).toBeGreaterThan(0);
    expect(
      all(parse(file), 'wp:extent').every(({ attributes }) => Number(attributes['cx']) <= 453 * 12_700),
    ).toBe(true);
    const ids = all(parse(file), 'wp:docPr').map(({ attributes }) => attributes['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a file that it cannot carry is told of', async () => {
    const { diagnostics } = await buildWord({ text: 'نص\n', attachments: ['content/briefing.md'] });
    expect(diagnostics.map(({ rule }) => rule)).toContain('attachments-left-out');
  });

  test('what XML cannot hold is not in it, and markup is text', async () => {
    const file = await build('نص \u0001\u000B<w:p> & "س" \uFFFE]]> نهاية\n\n`</w:t>`\n');
    const xml = read(file, 'word/document.xml');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
    expect(textOf(paragraph(file, 'نهاية'))).toContain('& "س" ]]> نهاية');
    expect(textOf(paragraph(file, '</w:t>'))).toBe('</w:t>');
  });
});
