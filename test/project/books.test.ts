import { describe, expect, test } from 'vitest';
import { BuildStopped, Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { compareNaturally } from '../../src/project/natural-order.ts';
import { openProject, type Project } from '../../src/project/project.ts';

const assets = Object.fromEntries(
  ['briefing', 'book'].flatMap((name) =>
    ['document.hbs', 'furniture.hbs', 'theme.yaml'].map((file) => [`templates/${name}/${file}`, '']),
  ),
);

function open(files: Readonly<Record<string, string>>, asked = 'b') {
  const sink = new Sink();
  const request = {
    files: [asked],
    text: null,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: null,
    theme: null,
    pdf: null,
    textFor: null,
    attachments: [],
  } as const;
  let project: Project | null = null;
  try {
    project = openProject(request, openMemoryWorld({ files, assets }), sink);
  } catch (error) {
    if (!(error instanceof BuildStopped)) throw error;
  }
  const said = sink.diagnostics.map(({ rule, origin }) =>
    origin === null ? rule : `${rule} ${origin.file}:${origin.line}:${origin.column}`,
  );
  return { project, said, paths: project?.sources.map(({ path }) => path) ?? [] };
}

const chapters = (...paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, `# ${path}`]));

test('names are ordered as they are numbered, in any digits', () => {
  const ordered = [
    '1.md',
    '٢-ب.md',
    '03.md',
    '۴.md',
    '١٠.md',
    '11.md',
    '100.md',
    'a.md',
    'B.md',
    'أ.md',
    'فصل ٢.md',
    'فصل ١٠.md',
  ];
  expect([...ordered].reverse().sort(compareNaturally)).toEqual(ordered);
  expect(['2.md', '٢.md'].sort(compareNaturally)).toEqual(['٢.md', '2.md'].sort(compareNaturally));
});

describe('a folder of files', () => {
  test('is a book: the index first, then by number, folders where their names stand', () => {
    const { paths, said, project } = open(
      chapters(
        'b/١٠.md',
        'b/٢.md',
        'b/README.md',
        'b/3/2.md',
        'b/3/1.md',
        'b/img.png',
        'b/index.markdown',
        'c.md',
      ),
    );
    expect(paths).toEqual(['b/index.markdown', 'b/README.md', 'b/٢.md', 'b/3/1.md', 'b/3/2.md', 'b/١٠.md']);
    expect([said, project?.settings.template]).toEqual([[], 'book']);
  });

  test('has under the index of a folder what else is in it', () => {
    const { project } = open(chapters('b/index.md', 'b/1.md', 'b/2/index.md', 'b/2/x.md', 'b/2/y/z.md'));
    expect(project?.sources.map(({ path, entry }) => [path, entry?.level, entry?.isNumbered])).toEqual([
      ['b/index.md', 0, false],
      ['b/1.md', 0, true],
      ['b/2/index.md', 0, true],
      ['b/2/x.md', 1, true],
      ['b/2/y/z.md', 1, true],
    ]);
  });

  test('leaves hidden and foreign files alone, and says where nothing is left', () => {
    expect(open(chapters('b/1.md', 'b/.git/x.md', 'b/.x.md', 'b/node_modules/y/z.md')).paths).toEqual([
      'b/1.md',
    ]);
    expect(open(chapters('b/.x.md')).said).toEqual(['folder-without-book']);
  });

  test('has the settings of its index; of another first chapter the title is only that chapter’s', () => {
    const front = '---\ntitle: العنوان\nauthor: فلان\n---\nنص';
    expect(open({ 'b/index.md': front, 'b/1.md': '' }).project?.settings).toMatchObject({
      title: 'العنوان',
      author: 'فلان',
    });
    const { project } = open({ 'b/1.md': front, 'b/2.md': '' });
    expect(project?.settings).toMatchObject({ title: '', author: 'فلان' });
    expect(project?.sources.map(({ entry }) => entry?.title)).toEqual(['العنوان', null]);
  });
});

describe('SUMMARY.md', () => {
  const summary = [
    '# الفهرس',
    '',
    '[مقدمة](intro.md)',
    '',
    '# الباب الأول',
    '',
    '- [أول](./1.md)',
    '  - [فرع](part/a%20b.md)',
    '    * [فرع الفرع](<part/c d.md>)',
    '- مجموعة بلا ملف',
    '  - [ثان](2.md#قسم)',
    '  - [قسم منه](2.md#آخر)',
    '',
    '<!-- تعليق -->',
    '-----------',
    '',
    '[خاتمة](end.md)',
    '',
  ].join('\n');
  const files = {
    ...chapters(
      'b/intro.md',
      'b/1.md',
      'b/part/a b.md',
      'b/part/c d.md',
      'b/2.md',
      'b/end.md',
      'b/unlisted.md',
    ),
    'b/SUMMARY.md': summary,
  };

  test.each(['b', 'b/', 'b/SUMMARY.md'])(
    'of %s lists prefaces, parts, chapters under chapters, appendices',
    (asked) => {
      const { project, said } = open(files, asked);
      expect(said).toEqual([]);
      expect(
        project?.sources.map(({ path, entry }) => [path, entry?.title, entry?.level, entry?.isNumbered]),
      ).toEqual([
        ['b/intro.md', 'مقدمة', 0, false],
        ['b/SUMMARY.md', 'الباب الأول', 0, false],
        ['b/1.md', 'أول', 0, true],
        ['b/part/a b.md', 'فرع', 1, true],
        ['b/part/c d.md', 'فرع الفرع', 2, true],
        ['b/SUMMARY.md', 'مجموعة بلا ملف', 0, false],
        ['b/2.md', 'ثان', 1, true],
        ['b/end.md', 'خاتمة', 0, false],
      ]);
    },
  );

  test('is found where mdBook has it, and comes after book.yaml', () => {
    const inSource = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace('b/', 'b/src/'), text]),
    );
    expect(open(inSource).paths[0]).toBe('b/src/intro.md');
    expect(open({ ...files, 'b/book.yaml': 'chapters: [2.md]' }).paths).toEqual(['b/2.md']);
  });

  test('has its title, author and language of book.toml, which may name another folder', () => {
    const toml = (src: string) =>
      `[book]\ntitle = "كتاب \\"الرحلة\\""\nauthors = ["فلان", 'فلانة']\nlanguage = "fa"\n${src}\n[output.html]\nx = 1\n`;
    const settings = { title: 'كتاب "الرحلة"', author: 'فلان، فلانة', lang: 'fa', dir: 'rtl' };
    const inText = {
      'b/text/SUMMARY.md': '- [أ](1.md)',
      'b/text/1.md': '# أ',
      'b/book.toml': toml('src = "text"'),
    };
    for (const asked of ['b', 'b/book.toml', 'b/text', 'b/text/SUMMARY.md']) {
      const { project, said, paths } = open(inText, asked);
      expect([said, paths]).toEqual([[], ['b/text/1.md']]);
      expect(project?.settings).toMatchObject(settings);
    }
    const broken = open({ ...inText, 'b/book.toml': '[book]\ntitle = x\n' }, 'b/text');
    expect([broken.said, broken.paths]).toEqual([['toml-broken b/book.toml:2:9'], ['b/text/1.md']]);
    expect(open({ ...inText, 'b/book.toml': toml('src = "../../etc"') }).said).toEqual(['file-outside']);
    expect(open({ 'b/src/SUMMARY.md': '- [أ](1.md)', 'b/src/1.md': '', 'b/book.toml': '' }).paths).toEqual([
      'b/src/1.md',
    ]);
  });

  test('that names what is not there: a warning with its place, and a note in the chapter’s place', () => {
    const { project, said } = open({ 'b/1.md': '# أ', 'b/SUMMARY.md': '- [أول](1.md)\n- [ثان](lost.md)\n' });
    expect(said).toEqual(['chapter-missing b/SUMMARY.md:2:3']);
    expect(project?.sources[1]).toMatchObject({
      entry: { title: 'ثان' },
      text: 'لم يوجد ملف هذا الفصل: `b/lost.md`\n',
    });
  });

  test('says what it leaves out', () => {
    const lines = [
      '- [مسودة]()',
      '- [موقع](https://example.org)',
      '- [أ](1.md)',
      '- [ب](1.md)',
      '- نص',
      '',
      '<div>',
      '',
    ];
    const { said, paths } = open({ 'b/1.md': '', 'b/SUMMARY.md': lines.join('\n') });
    expect(said).toEqual([
      'summary-draft b/SUMMARY.md:1:3',
      'summary-line b/SUMMARY.md:2:3',
      'summary-twice b/SUMMARY.md:4:3',
      'summary-line b/SUMMARY.md:5:3',
      'summary-line b/SUMMARY.md:7:1',
    ]);
    expect(paths).toEqual(['b/1.md']);
  });

  test('leads nowhere outside, and is no book without a chapter', () => {
    const outside = open({
      'b/1.md': '',
      'b/SUMMARY.md': '- [أ](1.md)\n- [ب](../../etc/passwd)\n- [ج](%2e%2e/%2e%2e/x.md)\n',
    });
    expect(outside.said).toEqual(['file-outside b/SUMMARY.md:2:3', 'file-outside b/SUMMARY.md:3:3']);
    expect(open({ 'b/SUMMARY.md': '- [أ](1.md)\n' }).said).toEqual([
      'chapter-missing b/SUMMARY.md:1:3',
      'book-all-missing b/SUMMARY.md:1:3',
    ]);
    expect(open({ 'b/SUMMARY.md': '# فهرس\n' }).said).toEqual(['book-empty b/SUMMARY.md:1:1']);
  });
});
