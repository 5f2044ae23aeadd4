import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { parseManuscript } from '../../src/parse/parse.ts';

/** Where links lead, by their text, in a book of these files; and what was said. */
function linksOf(files: Readonly<Record<string, string>>) {
  const sink = new Sink();
  const { root } = parseManuscript(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    sink,
  );
  const links: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link') links.push(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(root);
  const said = sink.diagnostics.map(({ rule, hint, origin }) => `${rule} ${origin?.file} ${hint.en}`);
  return { links, said, counts: sink.diagnostics.map(({ count }) => count) };
}

const target = '# هدف\n\n## القسم الأول\n\n## Setup {#setup}\n';

describe('a link to another chapter', () => {
  test.each([
    ['book/a.md', 'b.md', '#هدف'],
    ['book/a.md', './b.md', '#هدف'],
    ['book/a.md', 'b.html', '#هدف'],
    ['book/a.md', 'b.htm#setup', '#setup'],
    ['book/a.md', 'b', '#هدف'],
    ['book/a.md', '/book/b.md', '#هدف'],
    ['book/a.md', '/b', '#هدف'],
    ['book/a.md', 'b.md#القسم-الأول', '#القسم-الأول'],
    ['book/a.md', 'b.html#%D8%A7%D9%84%D9%82%D8%B3%D9%85-%D8%A7%D9%84%D8%A3%D9%88%D9%84', '#القسم-الأول'],
    ['book/a.md', '%62%2Emd#setup', '#setup'],
    ['book/a.md', 'b.md?plain=1#setup', '#setup'],
    ['book/part/a.md', '../b.md#setup', '#setup'],
    ['book/part/a.md', './.././b.html', '#هدف'],
    ['book/part/a.md', '..%2Fb.md', '#هدف'],
    ['book/part/a.md', '../part/../b.md', '#هدف'],
    ['book/a.md', 'B.MD', '#هدف'],
  ])('from %s as %s', (from, url, led) => {
    expect(linksOf({ [from]: `# أصل\n\n[ن](${url})\n`, 'book/b.md': target })).toMatchObject({
      links: [led],
      said: [],
    });
  });

  test.each([
    ['فصل أول.md', '<فصل أول.md>'],
    ['فصل أول.md', '%D9%81%D8%B5%D9%84%20%D8%A3%D9%88%D9%84.html'],
    ['فصل\u200Cاول.md', 'فصل\u200Cاول.md'],
    ['فصل\u200Cاول.md', '%D9%81%D8%B5%D9%84%E2%80%8C%D8%A7%D9%88%D9%84.md'],
    // A name with أ in two code points, as macOS gives it.
    ['\u0627\u0654ول.md', 'أول.html'],
  ])('to a file called %s as %s', (file, url) => {
    expect(linksOf({ 'a.md': `# أصل\n\n[ن](${url})\n`, [file]: target })).toMatchObject({
      links: ['#هدف'],
      said: [],
    });
  });

  test.each([
    'guide/',
    'guide',
    'guide/index.html',
    'guide/index.md',
    'guide/README.md',
    './guide/readme.html',
  ])('to what opens a folder, as %s', (url) => {
    for (const opening of ['guide/README.md', 'guide/index.md'])
      expect(linksOf({ 'a.md': `# أصل\n\n[ن](${url})\n`, [opening]: target }).links).toEqual(['#هدف']);
  });

  test('of two files that differ in case leads to the one that is written', () => {
    const files = { 'a.md': '# أصل\n\n[ن](B.md) [ن](b.md)\n', 'b.md': '# صغير', 'B.md': '# كبير' };
    expect(linksOf(files).links).toEqual(['#كبير', '#صغير']);
  });

  test('to an id with a joiner that is not seen leads there', () => {
    const text = '# أصل {#می\u200Cشود}\n\n[ن](#می\u200Cشود) [ن](#%D9%85%DB%8C%E2%80%8C%D8%B4%D9%88%D8%AF)\n';
    expect(linksOf({ 'a.md': text })).toMatchObject({ links: ['#می\u200Cشود', '#می\u200Cشود'], said: [] });
  });

  test('whose id is missing there is told the nearest, both ways', () => {
    const { links, said } = linksOf({
      'a.md': '# أصل\n\n## مقدمات\n\n[ن](b.html#setpu)\n',
      'b.md': `${target}\n[ن](./a.md#مقدمان) [ن](a.md#wxyz)\n`,
    });
    expect(links).toEqual([]);
    expect(said).toEqual([
      'link-target-misspelt a.md did you mean “#setup”?',
      'link-target-misspelt b.md did you mean “#مقدمات”?',
      expect.stringMatching(/^link-target-missing b\.md /),
    ]);
  });

  test('without a heading leads to its first block', () => {
    const { links, said } = linksOf({
      'a.md': '# أصل\n\n[ن](b.md) [ن](c.html)\n',
      'b.md': '- نص\n',
      'c.md': 'نص',
    });
    expect([links, said]).toEqual([['#chapter', '#chapter-2'], []]);
  });

  test('that is empty, or outside the book, keeps its text', () => {
    const { links, said, counts } = linksOf({
      'book/a.md': '# أصل\n\n[ن](b.md) [ن](../../c.md) [ن](c.html) [ن](..)\n',
      'book/b.md': '',
    });
    expect(links).toEqual([]);
    expect(said.map((line) => line.split(' ')[0])).toEqual(['link-empty', 'link-relative']);
    expect(counts).toEqual([1, 3]);
  });
});
