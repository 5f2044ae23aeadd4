import type { Heading, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { dumpRoot } from '../../src/parse/dump-root.ts';
import { parseFragment, parseManuscript } from '../../src/parse/parse.ts';
import { cpuTime } from '../cpu-time.ts';
import { nodesOf, parse, parseBook, rulesOf, textOf } from './read-tree.ts';

describe('origins', () => {
  test('every node says where it was written, notes and directives too', () => {
    const { root } = parse(
      '---\ntitle: كتاب\n---\n\n# فصل\n\nنص[^أ] و:accent[ملوّن].\n\n:::note[تنبيه]\nمتن\n:::\n\n[^أ]: حاشية\n',
    );
    expect(dumpRoot(root)).toBe(
      [
        'root',
        '  heading depth=1 #فصل 5:1',
        '    text "فصل" 5:3',
        '  paragraph 7:1',
        '    text "نص" 7:1',
        '    footnoteReference id="أ" 7:3',
        '    text " و" 7:7',
        '    textDirective name=accent 7:9',
        '      text "ملوّن" 7:17',
        '    text "." 7:23',
        '  containerDirective name=note 9:1',
        '    paragraph label 9:8',
        '      text "تنبيه" 9:9',
        '    paragraph 10:1',
        '      text "متن" 10:1',
        '  footnoteDefinition id="أ" 13:1',
        '    paragraph 13:7',
        '      text "حاشية" 13:7',
        '',
      ].join('\n'),
    );
    for (const node of nodesOf(root)) expect(node.data?.origin?.file).toBe('ملف.md');
  });

  test('CRLF, a byte order mark and trailing spaces leave no trace in the text', () => {
    const { root, sink } = parse('\uFEFF# عنوان\r\n\r\nسطر أول \r\nسطر ثانٍ\r\n\r\n```\r\nأ\r\nب\r\n```\r\n');
    expect(textOf(root)).toBe('عنوان\nسطر أول\nسطر ثانٍ\nأ\nب');
    expect(rulesOf(sink)).toEqual([]);
  });

  test('an empty file is an empty tree', () => {
    for (const text of ['', '\uFEFF', '\n\n', '---\ntitle: س\n---\n'])
      expect(parse(text).root.children).toEqual([]);
  });

  test('a NUL is read as a space and reported at its place', () => {
    const { root, sink } = parse('سطر\n\nكلمة\0أخرى');
    expect(textOf(root)).toBe('سطر\nكلمة أخرى');
    expect(sink.diagnostics[0]).toMatchObject({ rule: 'control-character', origin: { line: 3, column: 5 } });
  });
});

describe('heading ids', () => {
  const idsOf = (root: Root) =>
    nodesOf(root).flatMap((node) => (node.type === 'heading' ? [node.data?.id] : []));

  test('slugs keep Arabic letters and marks, and are counted when they repeat', () => {
    const { root, sink } = parse('# مقدّمة عامة: أولًا!\n\n# الخلاصة\n\n## الخلاصة\n\n# !!!\n\n# Plan **B**\n');
    expect(idsOf(root)).toEqual(['مقدّمة-عامة-أولًا', 'الخلاصة', 'الخلاصة-2', 'section', 'plan-b']);
    expect(rulesOf(sink)).toEqual([]);
  });

  test('an explicit id is cut off the text and goes before slugs', () => {
    const { root } = parse('# الخلاصة\n\n# ختام {#الخلاصة}\n\n# **غامق** {#bold}\n');
    expect(idsOf(root)).toEqual(['الخلاصة-2', 'الخلاصة', 'bold']);
    expect(textOf(root)).toBe('الخلاصة\nختام\nغامق');
  });

  test('one explicit id twice is a warning that names both places', () => {
    const { sink } = parse('# أ {#x}\n\n# ب {#x}\n');
    expect(sink.diagnostics).toHaveLength(1);
    expect(sink.diagnostics[0]).toMatchObject({
      rule: 'heading-id-duplicate',
      severity: 'warning',
      origin: { line: 3 },
    });
    expect(sink.diagnostics[0]!.message.en).toContain('ملف.md:1:1');
  });
});

describe('directives', () => {
  test('everyday colons are text', () => {
    const line =
      'قال:نعم، كلمة:كلمة[نص]، من 9:30 أو 10:30am، std::vector و:span بلا عبارة، a:b{c=d} ::غير ::leaf[x] :أ[ب]';
    const { root, sink } = parse(`${line}\n\n::سطر\n`);
    expect(textOf(root)).toBe(`${line}\n::سطر`);
    expect(rulesOf(sink)).toEqual([]);
  });

  test('emphasis and links beside such a colon are still read', () => {
    const { root } = parse('قال:نعم[رابط](https://example.org) و:كذا[**غامق**]');
    expect(nodesOf(root).map(({ type }) => type)).toEqual(expect.arrayContaining(['link', 'strong']));
  });

  test('known names work at every size', () => {
    const { root, sink } = parse('::pagebreak\n\n:::summary\nأ :span[Text]{lang=en} و:overline[ب]\n:::\n');
    const names = nodesOf(root).flatMap((node) => ('name' in node ? [node.name] : []));
    expect(names).toEqual(['pagebreak', 'summary', 'span', 'overline']);
    expect(rulesOf(sink)).toEqual([]);
  });

  test('an unknown block keeps its content and is reported with a suggestion', () => {
    const { root, sink } = parse(':::sumary[عنوان]\nمتن **مهم**\n:::\n\n:::زخرفة\nآخر\n:::\n');
    expect(textOf(root)).toBe('عنوان\nمتن مهم\nآخر');
    expect(rulesOf(sink)).toEqual(['directive-misspelt 1:1', 'directive-unknown 5:1']);
    expect(sink.diagnostics[0]!.hint.en).toContain(':::summary');
  });

  test('slips in inline and leaf names are told', () => {
    const { root, sink } = parse('نص :acent[كلمة]\n\n::pagebrake\n\n::: زينة :::\n');
    expect(rulesOf(sink)).toEqual([
      'directive-misspelt 1:1',
      'directive-misspelt 3:1',
      'directive-malformed 5:1',
    ]);
    expect(textOf(root)).toBe('نص :acent[كلمة]\n::pagebrake\n::: زينة :::');
  });

  test('a block that is never closed is told of at its first line', () => {
    expect(rulesOf(parse('نص\n\n:::note\nمتن\n').sink)).toEqual(['directive-unclosed 3:1']);
    expect(rulesOf(parse('::::summary\n:::note\nمتن\n::::\n').sink)).toEqual(['directive-unclosed 2:1']);
    expect(rulesOf(parse('::::summary\n:::note\nمتن\n:::\n::::').sink)).toEqual([]);
  });

  test('blocks nested with as many colons are told of both ends', () => {
    const { sink } = parse(':::summary\n:::note\nمتن\n:::\n\nبعد\n\n:::\n');
    expect(rulesOf(sink)).toEqual(['directive-unclosed 2:1', 'directive-fence-stray 8:1']);
  });
});

describe('notes', () => {
  test('undefined, unused and repeated notes are reported where they are', () => {
    const { root, sink } = parse(
      'نص[^لا] و`[^code]` و\\[^لا]\nثم[^أ]\n\n[^أ]: أولى\n\n[^أ]: ثانية\n\n[^ب]: وحيدة\n',
    );
    expect(rulesOf(sink)).toEqual([
      'footnote-undefined 1:3',
      'footnote-duplicate 6:1',
      'footnote-unused 8:1',
    ]);
    expect(textOf(root)).not.toContain('ثانية');
  });

  test('a note misspelt is led back to the right one', () => {
    const { sink } = parse('أ[^source1]\nب[^source2]\n\n[^source1]: س\n');
    expect(rulesOf(sink)).toEqual(['footnote-misspelt 2:2']);
    expect(sink.diagnostics[0]!.hint.ar).toContain('source1');
  });
});

describe('links', () => {
  const urlsOf = (root: Root) => nodesOf(root).flatMap((node) => (node.type === 'link' ? [node.url] : []));

  test('only web, mail and telephone addresses stay links', () => {
    const safe =
      '[أ](https://x.org/a?b=1) [ب](HTTP://x.org) [ج](mailto:a@b.org) [د](tel:+77172) <info@x.org> https://y.org';
    const { root, sink } = parse(safe);
    expect(urlsOf(root)).toHaveLength(6);
    expect(rulesOf(sink)).toEqual([]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    'java&amp;#115;cript:alert(1)',
    'java%73cript%3Aalert(1)',
    'java%2573cript:alert(1)',
    'java&Tab;script:alert(1)',
    '&#1;javascript:alert(1)',
    '<java\u200Escript:alert(1)>',
    '<\u202Ejavascript:alert(1)>',
    'javascript&colon;alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '<C:\\secret.txt>',
    '%6Aavascript:x%ff',
  ])('%s is an error, its text is kept', (url) => {
    const { root, sink } = parse(`[نص الرابط](${url})`);
    expect(rulesOf(sink)).toEqual(['link-scheme 1:1']);
    expect(urlsOf(root)).toEqual([]);
    expect(textOf(root)).toBe('نص الرابط');
  });

  test('references are resolved, and checked like other links', () => {
    const { root, sink } = parse(
      '[أ][x] و[y] و[ج][] و![صورة][i]\n\n[x]: https://x.org "عنوان"\n[y]: javascript:z\n[ج]: https://j.org\n[i]: a.png\n',
    );
    expect(urlsOf(root)).toEqual(['https://x.org', 'https://j.org']);
    expect(rulesOf(sink)).toEqual(['link-scheme 1:9']);
    const types = new Set(nodesOf(root).map(({ type }) => type));
    for (const gone of ['linkReference', 'imageReference', 'definition']) expect(types).not.toContain(gone);
    expect(types).toContain('image');
  });

  test('links to other files keep their text only', () => {
    const { root, sink } = parse('[دليل](docs/guide.md) و[خارج](//x.org) و[فارغ]()');
    expect(rulesOf(sink)).toEqual(['link-relative 1:1', 'link-relative 1:24', 'link-relative 1:41']);
    expect(textOf(root)).toBe('دليل وخارج وفارغ');
  });

  test('a link to a chapter that has no heading has nowhere to lead', () => {
    const sink = new Sink();
    parseManuscript([{ path: 'a.md', text: '[هنا](a.md)' }], sink);
    expect(rulesOf(sink)).toEqual(['link-relative 1:1']);
  });

  test('links to headings find them, or are told which was meant', () => {
    const { root, sink } = parse(
      '# الخلاصة العامة\n\n[أ](#الخلاصة-العامة) [ب](#%D8%A7%D9%84%D8%AE%D9%84%D8%A7%D8%B5%D8%A9-العامة) [ج](#الخلاصه-العامة) [د](#xyz)',
    );
    expect(urlsOf(root)).toEqual(['#الخلاصة-العامة', '#الخلاصة-العامة']);
    expect(rulesOf(sink).map((rule) => rule.split(' ')[0])).toEqual([
      'link-target-misspelt',
      'link-target-missing',
    ]);
  });
});

describe('chapters', () => {
  test('ids and notes are unique in the book, and links lead to the right chapter', () => {
    const { root, sink } = parseBook({
      'book/01-a.md':
        '# الباب\n\n## الخلاصة\n\nانظر [الثاني](02-b.md) و[خلاصته](02-b.md#الخلاصة) و[هنا](#الخلاصة)[^1].\n\n[^1]: أ\n',
      'book/02-b.md':
        '# الباب\n\n## الخلاصة\n\nعد إلى [الأول](./01-a.md#الخلاصة) و[هنا](#الخلاصة)[^1] و[مفقود](03-c.md).\n\n[^1]: ب\n',
    });
    const urls = nodesOf(root).flatMap((node) => (node.type === 'link' ? [node.url] : []));
    expect(urls).toEqual(['#الباب-2', '#الخلاصة-2', '#الخلاصة', '#الخلاصة', '#الخلاصة-2']);
    const notes = nodesOf(root).flatMap((node) =>
      node.type.startsWith('footnote') && 'identifier' in node ? [node.identifier] : [],
    );
    expect(notes).toEqual(['c1.1', 'c1.1', 'c2.1', 'c2.1']);
    const headings = root.children.filter((node): node is Heading => node.type === 'heading');
    expect(headings.map((heading) => heading.data?.origin?.file)).toEqual([
      'book/01-a.md',
      'book/01-a.md',
      'book/02-b.md',
      'book/02-b.md',
    ]);
    expect(rulesOf(sink)).toEqual(['link-relative 5:57']);
  });
});

describe('raw HTML and images', () => {
  test('an image without a description is an error', () => {
    expect(rulesOf(parse('![](a.png) ![وصف](b.png) ![ ][c]\n\n[c]: c.png').sink)).toEqual([
      'image-alt-missing 1:1',
      'image-alt-missing 1:26',
    ]);
  });
});

describe('limits', () => {
  const hostile: Readonly<Record<string, string>> = {
    'quotes on one line': `${'>'.repeat(20_000)} نص`,
    'spaced quotes': `${'> '.repeat(20_000)}نص`,
    'lists on one line': `${'- '.repeat(20_000)}نص`,
    'lists on many lines': Array.from({ length: 1_500 }, (_, depth) => `${'  '.repeat(depth)}- نص`).join(
      '\n',
    ),
    'unclosed directives': ':::note\n'.repeat(20_000),
    'a hundred and one quotes': `${'>'.repeat(101)} نص`,
    'nested emphasis': `${'*أ **ب '.repeat(100)}${'ج** د* '.repeat(100)}`,
  };
  test.each(Object.entries(hostile))('%s: a diagnostic, soon', async (_, text) => {
    const ms = await cpuTime(() => {
      expect(rulesOf(parse(text).sink).join()).toContain('nesting-too-deep');
    }, 2);
    expect(ms).toBeLessThan(3_000);
  });

  test.each([
    ['stars', `${'*'.repeat(20_000)}نص${'*'.repeat(20_000)}`],
    ['stars and underscores', '*أ_ '.repeat(20_000)],
    ['images in images', `${'!['.repeat(3_000)}أ${'](x)'.repeat(3_000)}`],
  ])('%s without number: a diagnostic, soon', async (_, text) => {
    const ms = await cpuTime(() => {
      expect(rulesOf(parse(text).sink)).toEqual(['markup-too-dense 1:1']);
    }, 2);
    expect(ms).toBeLessThan(1_000);
  });

  test('a hundred levels are as many as there may be', () => {
    expect(rulesOf(parse(`${'>'.repeat(100)} نص`).sink)).toEqual([]);
  });

  test('a row of > in a code block is no nesting', () => {
    expect(rulesOf(parse(`\`\`\`\n${'>'.repeat(500)}\n\`\`\`\n`).sink)).toEqual([]);
  });
});

describe('fragments', () => {
  test('headings get explicit ids only, links to the body stay', () => {
    const sink = new Sink();
    const root = parseFragment(
      '# غلاف\n\n# فهرس {#toc}\n\n[إلى المتن](#الخلاصة)\n\n:::cover\nأ\n:::\n',
      'document.hbs',
      sink,
    );
    expect(dumpRoot(root)).toContain('heading depth=1 1:1');
    expect(dumpRoot(root)).toContain('heading depth=1 #toc 3:1');
    expect(dumpRoot(root)).toContain('link url="#الخلاصة"');
    expect(rulesOf(sink)).toEqual([]);
  });
});

test('parsing does not depend on earlier calls', () => {
  const text = '# أ {#x}\n\n:::note\nنص[^1]\n:::\n\n[^1]: ح\n';
  const once = dumpRoot(parseManuscript([{ path: 'a.md', text }], new Sink()).root);
  expect(dumpRoot(parseManuscript([{ path: 'a.md', text }], new Sink()).root)).toBe(once);
});
