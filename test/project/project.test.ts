import { describe, expect, test } from 'vitest';
import { BuildStopped, Sink } from '../../src/base/diagnostic.ts';
import { type MemoryFiles, openMemoryWorld } from '../../src/base/memory-world.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { type CompleteRequest, makeRequest } from '../../src/project/request.ts';
import { cpuTime } from '../cpu-time.ts';

const assets = {
  'templates/theme.yaml': '',
  'templates/briefing/document.hbs': '{{{content}}}',
  'templates/briefing/furniture.hbs': '',
  'templates/briefing/theme.yaml': 'page: {size: A4}',
  'templates/book/document.hbs': '{{{content}}}',
  'templates/book/furniture.hbs': '',
  'templates/book/theme.yaml': '',
};

function open(
  files: MemoryFiles['files'],
  request: Partial<CompleteRequest> = {},
): { project: Project | null; said: string[] } {
  const sink = new Sink();
  const world = openMemoryWorld({ files: files ?? {}, assets });
  const whole = makeRequest({ files: ['a.md'], ...request });
  let project: Project | null = null;
  try {
    project = openProject(whole, world, sink);
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error;
  }
  const said = sink.diagnostics.map(({ rule, origin }) =>
    origin === null ? rule : `${rule} ${origin.file}:${origin.line}:${origin.column}`,
  );
  return { project, said };
}

function settingsOf(frontMatter: string) {
  const { project, said } = open({ 'a.md': `---\n${frontMatter}\n---\n\nنص\n` });
  return { settings: project?.settings, said };
}

describe('front matter', () => {
  test.each([
    ['pdf: 2.0', '2.0'],
    ['pdf: 2', '2.0'],
    ['pdf: "2.0"', '2.0'],
    ['إصدار PDF: ٢٫٠', '2.0'],
    ['pdf: 1.7', '1.7'],
    ['title: عنوان', '1.7'],
  ])('%s: the PDF is %s', (written, version) => {
    expect(settingsOf(written)).toMatchObject({ settings: { pdf: version }, said: [] });
  });

  test('a PDF there is not is said, and 1.7 stands', () => {
    const { settings, said } = settingsOf('pdf: 1.4');
    expect([settings?.pdf, said]).toEqual(['1.7', ['setting-value a.md:2:6']]);
  });

  test('the command line says over the document which PDF it is, and warraq.yaml under it', () => {
    const files = { 'a.md': '---\npdf: 1.7\n---\n\nنص', 'b.md': 'نص', 'warraq.yaml': 'pdf: 2.0' };
    const versionOf = (file: string, request: Partial<CompleteRequest> = {}) =>
      open(files, { files: [file], ...request }).project?.settings.pdf;
    expect(versionOf('a.md')).toBe('1.7');
    expect(versionOf('b.md')).toBe('2.0');
    expect(versionOf('a.md', { pdf: '2.0' })).toBe('2.0');
  });

  test('English and Arabic keys mean the same', () => {
    const { settings, said } = settingsOf(
      [
        'عنوان: كازاخستان بين رئاستين',
        'العنوان الفرعي: من هلسنكي إلى جدة',
        'المؤلف: فريق التحرير',
        'جهة: وحدة الدراسات',
        'سلسلة: أوراق موجزة',
        'تاريخ: ٢٠٢٦-١١-٢٣',
        'لغة: ar',
        'موضوع: رئاستان',
        'كلمات: كازاخستان، آستانة، القمة',
        'قالب: briefing',
        'أرقام: latn',
        'محتويات: نعم',
      ].join('\n'),
    );
    expect(said).toEqual([]);
    expect(settings).toMatchObject({
      title: 'كازاخستان بين رئاستين',
      subtitle: 'من هلسنكي إلى جدة',
      author: 'فريق التحرير',
      issuer: 'وحدة الدراسات',
      series: 'أوراق موجزة',
      date: '2026-11-23',
      dir: 'rtl',
      subject: 'رئاستان',
      keywords: ['كازاخستان', 'آستانة', 'القمة'],
      digits: 'latn',
      contents: true,
    });
  });

  test.each(['colophon: true', 'colophon: yes', 'حرد المتن: نعم', 'بيان الإخراج: true'])('%s', (line) => {
    expect(settingsOf(line)).toMatchObject({ settings: { colophon: true }, said: [] });
    expect(settingsOf('title: ع').settings?.colophon).toBe(false);
    expect(settingsOf('colophon: false').settings?.colophon).toBe(false);
  });

  test('texts stay as written: no numbers, no dates, no Norway', () => {
    const { settings } = settingsOf('title: 2010\nsubtitle: no\nauthor: 007\nseries: 2011-04-15\nlang: no');
    expect(settings).toMatchObject({
      title: '2010',
      subtitle: 'no',
      author: '007',
      series: '2011-04-15',
      lang: 'no',
    });
    expect(settings?.dir).toBe('ltr');
  });

  test('a mistake is told with line and column of the file', () => {
    expect(settingsOf('title: "مفتوح\nauthor: x').said[0]).toMatch(/^yaml-broken a\.md:[34]:/);
    expect(settingsOf('title: أ\ndate: 2026/02/03').settings?.date).toBe('2026-02-03');
    expect(settingsOf('title: أ\ndate: 2026-02-30').said).toEqual(['setting-date a.md:3:7']);
    expect(settingsOf('title: [أ, ب]').said).toEqual(['setting-not-text a.md:2:8']);
    expect(settingsOf('dir: up').said).toEqual(['setting-value a.md:2:6']);
    expect(settingsOf('titel: أ').said).toEqual(['setting-unknown a.md:2:1']);
    expect(settingsOf('title: أ\nعنوان: ب').said).toEqual(['setting-twice a.md:3:1']);
    expect(settingsOf('- أ\n- ب').said).toEqual(['yaml-not-a-map a.md:2:1']);
  });

  test('a key of the author’s own reaches the template', () => {
    const { settings, said } = settingsOf('قافية: الثانية\nnested: {a: [1, 2]}');
    expect(settings?.values['قافية']).toBe('الثانية');
    expect(settings?.values['nested']).toEqual({ a: [1, 2] });
    expect(said).toEqual(['setting-own a.md:2:1', 'setting-own a.md:3:1']);
  });

  test('theme is a name, or tokens over another', () => {
    expect(settingsOf('theme: report').settings?.theme).toEqual({ name: 'report', tokens: {} });
    const { project } = open(
      {
        'a.md': '---\ntheme:\n  extends: report\n  text:\n    size: ١٢\n---\n',
        'warraq.yaml': 'theme: {text: {leading: 18pt}}',
      },
      { theme: null },
    );
    expect(project?.settings.theme).toEqual({
      name: 'report',
      tokens: { text: { size: 12, leading: '18pt' } },
    });
    expect(project?.placeOfToken(['text', 'size'])).toEqual({ file: 'a.md', line: 5, column: 11 });
    expect(project?.placeOfToken(['text', 'leading'])?.file).toBe('warraq.yaml');
  });

  const notFrontMatter = [
    '---js\n{title: "x"}\n---\n',
    '---javascript\nmodule.exports = {}\n---\n',
    '---coffee\ntitle: "x"\n---\n',
    '---json5\n{title: "x"}\n---\n',
    '---json\n{"title": "x"}\n---\n',
    '---yaml\ntitle: x\n---\n',
    '---cson\ntitle: "x"\n---\n',
    '--- js\ntitle: x\n---\n',
    '---\tjs\ntitle: x\n---\n',
    '----\ntitle: x\n----\n',
    ';;;\ntitle: x\n;;;\n',
    '+++\ntitle = "x"\n+++\n',
    '\u200F---\ntitle: x\n---\n',
    '\u200F---js\nrequire("fs").writeFileSync("canary","")\n---\n',
    '\n---\ntitle: x\n---\n',
    '<!--js\ntitle: x\n-->\n',
    '```js\ntitle: x\n```\n',
  ];

  test.each(notFrontMatter)('only a bare --- opens it: %j is text', (text) => {
    const { project } = open({ 'a.md': text });
    expect(project?.settings.title).toBe('');
    expect(project?.sources[0]?.text).toBe(text);
  });

  test.each(['---\r\ntitle: عنوان\r\n---\r\nنص', '---  \ntitle: عنوان\n---\t\nنص', '---\ntitle: عنوان\n---'])(
    'a byte order mark, CRLF and trailing spaces do no harm: %j',
    (text) => {
      expect(open({ 'a.md': text }).project?.settings.title).toBe('عنوان');
      expect(open({ 'a.md': `\uFEFF${text}` }).project?.settings.title).toBe('عنوان');
    },
  );

  test('invisible marks before it, and a missing end, are told', () => {
    expect(open({ 'a.md': '\u200F---\ntitle: x\n---\n' }).said).toEqual(['front-matter-hidden a.md:1:1']);
    expect(open({ 'a.md': '\n \n---\ntitle: x\n---\nنص' }).said).toEqual(['front-matter-late a.md:3:1']);
    expect(open({ 'a.md': '\n---\nنص\n---\nنص' }).said).toEqual([]);
    expect(open({ 'a.md': '---\ntitle: x\n\nنص' }).said).toEqual(['front-matter-open a.md:1:1']);
    expect(open({ 'a.md': '---\n\nنص بعد خط فاصل' }).said).toEqual([]);
  });
});

describe('hostile YAML', () => {
  const polluting = [
    '__proto__: {polluted: yes}',
    '"__proto__": {polluted: yes}',
    'constructor: {prototype: {polluted: yes}}',
    'prototype: {polluted: yes}',
    'x: {__proto__: {polluted: yes}}',
    'x: [{__proto__: {polluted: yes}}]',
    'x: {constructor: {prototype: {polluted: yes}}}',
    'a: &a {__proto__: {polluted: yes}}\nb: *a',
    '<<: {__proto__: {polluted: yes}}',
    '? __proto__\n: {polluted: yes}',
    'theme: {__proto__: {polluted: yes}}',
    'theme: {text: {constructor: {polluted: yes}}}',
  ];

  test.each(polluting)('no prototype is reached by %j', (yaml) => {
    const { settings, said } = settingsOf(yaml);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(settings?.values ?? Object.create(null))).toBeNull();
    expect(said.some((line) => /^yaml-key a\.md:\d+:\d+$/.test(line))).toBe(true);
  });

  test('an alias bomb, deep nesting and great length stop soon, with a place', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (const [name, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'].map((pair) => pair.split(''))) {
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${from}`).join(',')}]`);
    }
    const texts = [
      bomb.join('\n'),
      `a: ${'['.repeat(100_000)}`,
      `a: ${'{a: '.repeat(100_000)}`,
      `a:\n  ${'- '.repeat(50_000)}x`,
      `${'? '.repeat(50_000)}x`,
      'a: &a [*a]',
      `a: ${'x'.repeat(300_000)}`,
    ];
    for (const text of texts) {
      let said: readonly string[] = [];
      const ms = await cpuTime(() => {
        ({ said } = settingsOf(text));
      });
      expect(said.filter((line) => /^yaml-\w+ a\.md:\d+:\d+$/.test(line)).length).toBeGreaterThan(0);
      expect(ms).toBeLessThan(1000);
    }
  });

  test('tags make nothing but data', () => {
    const { settings } = settingsOf(
      'a: !!js/function "function(){}"\nb: !!python/object/apply:os.system ["id"]\nc: !x y',
    );
    expect(typeof settings?.values['a']).toBe('string');
    expect(settings?.values['b']).toEqual(['id']);
  });
});

describe('layers and files', () => {
  test('command line over document over project over built-in', () => {
    const files = {
      'a.md': '---\ntitle: من النص\n---\n',
      'warraq.yaml': 'title: من المشروع\nauthor: فريق\ntemplate: book',
    };
    const { project } = open(files, { template: 'briefing', theme: 'report' });
    expect(project?.settings).toMatchObject({
      title: 'من النص',
      author: 'فريق',
      template: 'briefing',
      lang: 'ar',
    });
    expect(project?.settings.theme.name).toBe('report');
    expect(open(files).project?.settings.template).toBe('book');
    expect(open({ 'a.md': '' }).project?.settings.template).toBe('briefing');
  });

  test('a book lists its chapters from where it stands, and speaks for all of them', () => {
    const files = {
      'ebook/book.yaml': 'title: كتاب\nفصول:\n  - 1.md\n  - part/2.md\n',
      'ebook/1.md': '---\ntitle: فصل\n---\n# أول',
      'ebook/part/2.md': '# ثان',
    };
    for (const file of ['ebook/book.yaml', 'ebook', 'ebook/']) {
      const { project, said } = open(files, { files: [file] });
      expect(said).toEqual([]);
      expect(project?.settings).toMatchObject({ title: 'كتاب', template: 'book' });
      expect(project?.sources.map(({ path }) => path)).toEqual(['ebook/1.md', 'ebook/part/2.md']);
    }
  });

  test('several files make a book; - is standard input', () => {
    const { project } = open(
      { 'a.md': '# أ', 'b.md': '# ب' },
      { files: ['a.md', '-', 'b.md'], text: '# بين' },
    );
    expect(project?.settings.template).toBe('book');
    expect(project?.sources.map(({ text }) => text)).toEqual(['# أ', '# بين', '# ب']);
  });

  test('what is missing or out of bounds is told, every one of it', () => {
    expect(open({}, { files: ['x.md', 'y.md'] }).said).toEqual(['file-missing', 'file-missing']);
    expect(open({ 'd/x.txt': '' }, { files: ['d'] }).said).toEqual(['folder-without-book']);
    expect(open({ 'a.md': '' }, { files: ['a.md', '../../etc/passwd'] }).said).toEqual(['file-outside']);
    const book = 'chapters:\n  - 1.md\n  - ../../../etc/passwd\n  - /etc/passwd\n  - 2.md';
    expect(open({ 'b/book.yaml': book, 'b/1.md': '# أ' }, { files: ['b'] }).said).toEqual([
      'file-outside b/book.yaml:3:5',
      'file-outside b/book.yaml:4:5',
      'chapter-missing b/book.yaml:5:5',
    ]);
    expect(open({ 'b/book.yaml': 'title: x' }, { files: ['b'] }).said).toEqual([
      'book-empty b/book.yaml:1:1',
    ]);
    expect(open({ 'a.md': Uint8Array.of(0xc7, 0xe1) }).said).toEqual(['file-not-utf8']);
  });

  test('an unknown template is told with the known ones', () => {
    expect(open({ 'a.md': '---\ntemplate: breifing\n---\n' }).said).toEqual(['template-misspelt a.md:2:11']);
    expect(open({ 'a.md': '' }, { template: '../../../etc' }).said).toEqual(['usage-choice']);
    expect(open({ 'a.md': '' }, { template: 'theme.yaml' }).said).toEqual(['usage-choice']);
  });

  test('a project may bring its own template', () => {
    const { project, said } = open(
      { 'a.md': '', 'templates/خطاب/document.hbs': 'خطاب {{{content}}}' },
      { template: 'خطاب' },
    );
    expect(said).toEqual([]);
    expect(project?.template.document).toEqual({
      path: 'templates/خطاب/document.hbs',
      text: 'خطاب {{{content}}}',
    });
    expect(project?.template.theme.text).toBe('');
  });
});

describe('attached files', () => {
  const head = (lines: readonly string[]) => ['---', 'title: ع', ...lines, '---', '', 'نص'].join('\n');
  const csv = 'رقم\n١\n';

  test('are named from the file that names them, in English or Arabic, as a name, a list or maps', () => {
    const files = {
      'texts/a.md': head([
        'المرفقات:',
        '  - data.csv',
        '  - ملف: ../أرقام.JSON',
        '    الوصف: أرقام  الجدول',
        '    العلاقة: ملحق',
      ]),
      'texts/data.csv': csv,
      'أرقام.JSON': '{}',
    };
    const { project, said } = open(files, { files: ['texts/a.md'] });
    expect(said).toEqual(['attachments-carried texts/a.md:4:5']);
    const facts = { mimeType: 'text/csv', description: null, relationship: 'Data' };
    expect(project?.attachments).toEqual([
      { name: 'data.csv', bytes: new TextEncoder().encode(csv), ...facts },
      {
        name: 'أرقام.JSON',
        bytes: new TextEncoder().encode('{}'),
        mimeType: 'application/json',
        description: 'أرقام الجدول',
        relationship: 'Supplement',
      },
    ]);
    const single = open({ 'a.md': head(['attachments: data.csv']), 'data.csv': csv });
    expect(single.project?.attachments).toMatchObject([facts]);
  });

  test('those of the command line come after; the text itself is the source', () => {
    const files = { 'a.md': head(['attachments: [data.csv]']), 'data.csv': csv, 'x/more': '?' };
    const { project, said } = open(files, { attachments: ['x/more', './a.md'] });
    expect(said).toEqual(['attachments-carried a.md:3:15']);
    expect(
      project?.attachments.map(({ name, mimeType, relationship }) => [name, mimeType, relationship]),
    ).toEqual([
      ['data.csv', 'text/csv', 'Data'],
      ['more', 'application/octet-stream', 'Data'],
      ['a.md', 'text/markdown', 'Source'],
    ]);
  });

  test('the own list of a document stands in place of the project\u2019s', () => {
    const files = { 'warraq.yaml': 'attachments: all.csv', 'all.csv': csv, 'data.csv': csv };
    const names = (text: string) =>
      open({ ...files, 'a.md': text }).project?.attachments.map(({ name }) => name);
    expect(names(head([]))).toEqual(['all.csv']);
    expect(names(head(['attachments: data.csv']))).toEqual(['data.csv']);
    expect(names(head(['attachments: []']))).toEqual([]);
  });

  test('no relationship comes from the prototype of objects', () => {
    const { said } = open({ 'a.md': head(['attachments: {file: b, relationship: constructor}']), b: '' });
    expect(said).toEqual(['setting-value a.md:3:38', 'attachments-carried a.md:3:21']);
  });

  test('a name in pieces (NFD) is composed, and one name is given once', () => {
    const apart = '\u0627\u0653'; // alef and madda, as macOS may name a file
    const files = { 'a.md': head([`attachments: [${apart}.csv, B.csv, x/b.CSV]`]), [`${apart}.csv`]: csv };
    const { project, said } = open({ ...files, 'B.csv': csv, 'x/b.CSV': csv });
    expect(project?.attachments.map(({ name }) => name)).toEqual(['\u0622.csv', 'B.csv']);
    expect(said).toEqual(['attachment-twice a.md:3:30', 'attachments-carried a.md:3:15']);
  });

  test('paper and e-books carry none, which is said', () => {
    const files = { 'a.md': head(['attachments: [none.csv]']) };
    for (const request of [{ format: 'epub' }, { profile: 'print' }, { profile: 'booklet' }] as const) {
      const { project, said } = open(files, request);
      expect([project?.attachments, said]).toEqual([[], ['attachments-left-out a.md:3:15']]);
    }
  });

  test('are not many and not large', () => {
    const many = Array.from({ length: 201 }, (_, index) => `f${index}.csv`);
    const files = Object.fromEntries(many.map((name) => [name, csv]));
    const tooMany = open({ ...files, 'a.md': head([`attachments: [${many.join(', ')}]`]) });
    expect(tooMany.said).toContainEqual(expect.stringMatching(/^attachments-limit a\.md:3:/));
    const large = new Uint8Array(60 * 1024 * 1024);
    const tooLarge = open({ 'a.md': head(['attachments: [a, b, c]']), a: large, b: large, c: large });
    expect(tooLarge.said).toContain('attachments-limit a.md:3:21');
  });

  test('are said, each by name: who builds a document of a stranger sees what it takes along', () => {
    const sink = new Sink();
    const world = openMemoryWorld({
      files: { 'a.md': head(['attachments: [data.csv]']), 'data.csv': csv, b: '' },
      assets,
    });
    openProject(makeRequest({ files: ['a.md'], attachments: ['b'] }), world, sink);
    const carried = sink.diagnostics.find(({ rule }) => rule === 'attachments-carried');
    expect(carried?.message.en).toContain('(2): data.csv, b');
    expect(carried?.severity).toBe('info');
    expect(open({ 'a.md': head([]) }).said).toEqual([]);
  });

  test('have names without controls of direction, of which is told', () => {
    const name = 'report\u202Efdp.exe';
    const { project, said } = open({ 'a.md': head([`attachments: ["${name}"]`]), [name]: '' });
    expect(project?.attachments.map((attachment) => attachment.name)).toEqual(['reportfdp.exe']);
    expect(said).toContain('bidi-override a.md:3:15');
  });
});

test('controls of direction in what front matter says are told of, known keys or not', () => {
  expect(settingsOf('title: "تقرير \u202Efdp"').said).toEqual([
    'bidi-override a.md:2:8',
    'bidi-unbalanced a.md:2:8',
  ]);
  expect(settingsOf('author: [فلان, "علان \u2067"]').said).toContain('bidi-unbalanced a.md:2:16');
  expect(settingsOf('ref: "\u202D12"').said).toContain('bidi-override a.md:2:6');
  expect(settingsOf('title: "\u2067تقرير\u2069"').said).toEqual([]);
});
