import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openProject, type Project } from '../../src/project/project.ts';
import { makeRequest } from '../../src/project/request.ts';

const assets = Object.fromEntries(
  ['document.hbs', 'furniture.hbs', 'theme.yaml'].map((file) => [`templates/book/${file}`, '']),
);

/** A book of this book.yaml, whose chapters are all there. */
function open(yaml: string): { readonly project: Project; readonly said: readonly string[] } {
  const sink = new Sink();
  const chapters = Object.fromEntries(
    [...yaml.matchAll(/[\w-]+\.md/g)].map(([path]) => [path, `# ${path}\n`]),
  );
  const world = openMemoryWorld({ files: { ...chapters, 'book.yaml': yaml }, assets });
  const project = openProject(makeRequest({ files: ['book.yaml'] }), world, sink);
  const said = sink.diagnostics.map(({ rule, origin }) => `${rule} ${origin?.line}:${origin?.column}`);
  return { project, said };
}

const head = 'lang: ar\ntitle: كتاب\n';
const ending = 'chapters: [a.md]\n';
const messagesOf = (yaml: string) => {
  const sink = new Sink();
  const world = openMemoryWorld({ files: { 'book.yaml': yaml, 'a.md': '# أ' }, assets });
  openProject(makeRequest({ files: ['book.yaml'] }), world, sink);
  return sink.diagnostics.map(({ message }) => message.en).join('\n');
};

describe('the ISBN of a book', () => {
  // Examples of the ISBN Users' Manual and of ISO 2108.
  test.each([
    ['978-0-306-40615-7', 'urn:isbn:9780306406157'],
    ['0-306-40615-2', 'urn:isbn:0306406152'],
    ['0-8044-2957-x', 'urn:isbn:080442957X'],
    ['ISBN 978 92 95055 02 5', 'urn:isbn:9789295055025'],
    ['٩٧٨-٠-٣٠٦-٤٠٦١٥-٧', 'urn:isbn:9780306406157'],
  ])('%s is one', (written, urn) => {
    const { project, said } = open(`${head}isbn: ${written}\n${ending}`);
    expect(said).toEqual([]);
    expect(project.settings.isbn).toEqual({ written, urn });
  });

  test.each([
    ['978-0-306-40615-8', '7'],
    ['0-8044-2957-3', 'X'],
    ['0-306-40615-X', '2'],
  ])('%s has a wrong check digit: the right one is said, and no metadata have it', (written, right) => {
    const yaml = `${head}isbn: ${written}\n${ending}`;
    const { project, said } = open(yaml);
    expect(said).toEqual(['isbn-check 3:7']);
    expect(messagesOf(yaml)).toContain(`is ${right}, not`);
    expect(project.settings.isbn).toEqual({ written, urn: null });
  });

  test.each(['977-0-306-40615-7', '12345', 'قريبًا'])('%s is none, and is printed all the same', (written) => {
    const { project, said } = open(`${head}isbn: ${written}\n${ending}`);
    expect(said).toEqual(['isbn-shape 3:7']);
    expect(project.settings.isbn).toEqual({ written, urn: null });
  });
});

describe('those with a part in a book', () => {
  test('are a line, or a list of names with what they did', () => {
    expect(open(`${head}author: سعيد، منى\n${ending}`).project.settings.people).toEqual([
      { name: 'سعيد، منى', role: 'author' },
    ]);
    const list = '- سعيد\n- {اسم: منى, دور: محررة}\n- مترجم: خالد\n- {name: Jane, role: editor}\n';
    const { project, said } = open(`${head}مؤلفون:\n${list.replace('محررة', 'تحرير')}${ending}`);
    expect(said).toEqual([]);
    expect(project.settings.people.map(({ role }) => role)).toEqual([
      'author',
      'editor',
      'translator',
      'editor',
    ]);
    expect(project.settings.author).toBe('سعيد');
  });

  test('are told of where they cannot be read, each at its place', () => {
    const { project, said } = open(
      `${head}author:\n  - {name: منى, role: editr}\n  - [x]\n  - {role: editor}\n${ending}`,
    );
    expect(said).toEqual(['person-role 4:23', 'setting-not-people 5:5', 'setting-not-people 6:5']);
    expect(project.settings.people).toEqual([{ name: 'منى', role: 'contributor' }]);
  });
});

describe('parts', () => {
  test('stand over their chapters, after the chapters in no part', () => {
    const { project, said } = open(
      `${head}chapters: [in.md]\nparts:\n  - title: الأول\n    chapters: [1.md, 2.md]\n  - عنوان: الثاني\n    ملف: p.md\n    فصول: [3.md]\n`,
    );
    expect(said).toEqual([]);
    expect(project.sources.map(({ path, entry }) => [path, entry?.title, entry?.part])).toEqual([
      ['in.md', null, undefined],
      ['book.yaml', 'الأول', 'opens'],
      ['1.md', null, 'within'],
      ['2.md', null, 'within'],
      ['p.md', 'الثاني', 'opens'],
      ['3.md', null, 'within'],
    ]);
  });

  test('of the same name are two, and that is said at the second', () => {
    const { project, said } = open(
      `${head}parts:\n  - title: الجزء\n    chapters: [1.md]\n  - title: الجُزْء\n    chapters: [2.md]\n`,
    );
    expect(said).toEqual(['part-twice 6:12']);
    expect(project.sources.filter(({ entry }) => entry?.part === 'opens')).toHaveLength(2);
  });

  test('without a title, without chapters, with a slip of the pen', () => {
    const { project, said } = open(
      `${head}parts:\n  - chapters: [1.md]\n  - title: خالٍ\n  - {titel: س, chapters: [2.md]}\n  - كلام\n`,
    );
    expect(said).toEqual([
      'part-untitled 4:5',
      'part-empty 5:5',
      'part-key 6:13',
      'part-untitled 6:5',
      'setting-not-parts 7:5',
    ]);
    expect(project.sources.map(({ path }) => path)).toEqual(['1.md', 'book.yaml', '2.md']);
  });
});

describe('front and back matter', () => {
  test('is what is usual where nobody says', () => {
    const { settings } = open(`${head}${ending}`).project;
    expect(settings.frontMatter.map(({ role }) => role)).toEqual([
      'half-title',
      'title',
      'imprint',
      'contents',
    ]);
    expect(settings.backMatter).toEqual([]);
    const moved = open(`${head}${ending}back-matter: [المحتويات]\n`).project.settings;
    expect(moved.frontMatter.map(({ role }) => role)).toEqual(['half-title', 'title', 'imprint']);
  });

  test('has texts of files and of the list itself, around the chapters', () => {
    const { project, said } = open(
      `${head}front-matter:\n  - title\n  - إهداء: إلى أمي\n  - preface: pre.md\n${ending}back-matter:\n  - ملحق: app.md\n`,
    );
    expect(said).toEqual([]);
    expect(project.sources.map(({ path, entry }) => [path, entry?.matter, entry?.isNumbered])).toEqual([
      ['book.yaml', { place: 'front', slot: 0 }, false],
      ['pre.md', { place: 'front', slot: 1 }, false],
      ['a.md', undefined, true],
      ['app.md', { place: 'back', slot: 2 }, false],
    ]);
    // On its own line, so that what is wrong with it is told there.
    expect(project.sources[0]?.text).toBe('\n\n\n\nإلى أمي\n');
  });

  test('that is unknown or has no text is left out and told of', () => {
    const { said } = open(
      `${head}front-matter:\n  - dedicaton: x\n  - preface\n  - [x]\n${ending}back-matter: ملحق\n`,
    );
    expect(said).toEqual([
      'matter-unknown 4:16',
      'matter-without-text 5:5',
      'setting-not-matter 6:5',
      'setting-not-matter 8:14',
    ]);
  });
});

test('parts and matter that a single document asks for are told of', () => {
  const sink = new Sink();
  const text = '---\ntitle: س\nlang: ar\nfront-matter: [title]\nparts: []\n---\n\nنص.\n';
  const assetsOf = (name: string) =>
    ['document.hbs', 'furniture.hbs', 'theme.yaml'].map((file) => [`templates/${name}/${file}`, ''] as const);
  const world = openMemoryWorld({
    files: { 'a.md': text },
    assets: Object.fromEntries(['book', 'briefing'].flatMap(assetsOf)),
  });
  openProject(makeRequest({ files: ['a.md'] }), world, sink);
  expect(sink.diagnostics.map(({ rule, origin }) => `${rule} ${origin?.line}`)).toEqual([
    'setting-of-books 5',
    'setting-of-books 4',
  ]);
});
