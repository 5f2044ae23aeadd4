import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { dumpRoot } from '../../src/parse/dump-root.ts';
import { parseFragment } from '../../src/parse/parse.ts';
import { nodesOf, parse, rulesOf, textOf } from './read-tree.ts';

/** The tree as lines without places. */
function treeOf(text: string): readonly string[] {
  return dumpRoot(parse(text).root)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/ \d+:\d+$/, '').slice(2));
}

describe('HTML is what it stands for', () => {
  test('a block of it becomes blocks, and no HTML is left', () => {
    const { root, sink } = parse(
      '<div align="center">\n<img src="logo.png" alt="شعار">\n<h1>عنوان &amp; وصف</h1>\n<!-- سر -->\n<p>أ<br>ب</p>\n</div>\n\nنص <b>غامق</b><br/>وسطر<!-- تعليق --> 1 < 2\n',
    );
    expect(textOf(root)).toBe('\nعنوان & وصف\nأ\nب\nنص غامق\nوسطر 1 < 2');
    expect(rulesOf(sink)).toEqual([]);
    const nodes = nodesOf(root);
    expect(nodes.some((node: Nodes) => node.type === 'html')).toBe(false);
    expect(nodes.filter((node) => node.data?.align === 'center').map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
    ]);
    for (const node of nodes) expect(node.data?.origin?.file).toBe('ملف.md');
  });

  test('Markdown between tags is in the element, whatever stands in which', () => {
    expect(treeOf('<div dir="rtl" align="center">\n\n## فصل\n\nنص **ثقيل**\n\n</div>\n\nبعده\n')).toEqual([
      'heading depth=2 align=center dir=rtl #فصل',
      '  text "فصل"',
      'paragraph align=center dir=rtl',
      '  text "نص "',
      '  strong',
      '    text "ثقيل"',
      'paragraph',
      '  text "بعده"',
    ]);
    expect(treeOf('<details><summary>زد</summary>\n\n- أ\n\n</details>')).toEqual([
      'containerDirective name=details',
      '  paragraph label',
      '    text "زد"',
      '  list',
      '    listItem',
      '      paragraph',
      '        text "أ"',
    ]);
  });

  test('in a line: links, weight, marks, keys, pictures with their size', () => {
    expect(
      treeOf(
        '<a href="https://example.org">س</a> <i>ص</i> <u>ع</u> <mark>م</mark> <kbd>Ctrl</kbd> <del>ح</del>',
      ),
    ).toEqual([
      'paragraph',
      '  link url="https://example.org"',
      '    text "س"',
      '  text " "',
      '  emphasis',
      '    text "ص"',
      '  text " "',
      '  textDirective name=underline',
      '    text "ع"',
      '  text " "',
      '  textDirective name=mark',
      '    text "م"',
      '  text " "',
      '  inlineCode "Ctrl"',
      '  text " "',
      '  delete',
      '    text "ح"',
    ]);
    expect(treeOf('<p><img src="a.png" alt="و" width="50%"></p>')).toEqual([
      'paragraph',
      '  image url="a.png" alt="و" width=50%',
    ]);
  });

  test('raised and lowered numbers stay the numbers they were', () => {
    expect(textOf(parse('10<sup>6</sup> وH<sub>2</sub>O').root)).toBe('10⁶ وH₂O');
    // Unicode has European digits alone raised; `م٢` would still be read as two characters of one line
    expect(textOf(parse('م<sup>٢</sup> و10<sup>٦</sup> و10<sup>-6</sup>').root)).toBe('م² و10⁶ و10⁻⁶');
  });

  test('lists, terms, quotations, code and rules', () => {
    expect(treeOf('<ol start="3"><li>أ<ul><li>ب</ul><li><input type="checkbox" checked> ج</ol>')).toEqual([
      'list start=3',
      '  listItem',
      '    paragraph',
      '      text "أ"',
      '    list',
      '      listItem',
      '        paragraph',
      '          text "ب"',
      '  listItem checked=true',
      '    paragraph',
      '      text "ج"',
    ]);
    expect(treeOf('<pre><code class="language-js">let a;\n  b &lt; c\n</code></pre>\n<hr>\n')).toEqual([
      'code lang=js "let a;\\n  b < c"',
      'thematicBreak',
    ]);
  });

  test('tables: heads, spans filled and told of, blocks in cells as lines', () => {
    const { root, sink } = parse(
      '<table><caption>قمم</caption><tr><th>أ<th>ب<th>ج</tr><tr><td rowspan=2>1<td colspan=2><p>2</p><p>3</p></tr><tr><td>4<td>5</tr></table>',
    );
    expect(rulesOf(sink)).toEqual(['html-table-span 1:58', 'html-table-span 1:73']);
    expect(
      dumpRoot(root)
        .match(/tableCell|text "\S*"|break/g)!
        .join(' '),
    ).toBe(
      'text "قمم" tableCell text "أ" tableCell text "ب" tableCell text "ج" tableCell text "1" tableCell text "2" break text "3" tableCell tableCell tableCell text "4" tableCell text "5"',
    );
    expect(treeOf('<table><tr><td>\n\n**واحدة**\n\n</td></tr></table>')).toEqual([
      'paragraph',
      '  strong',
      '    text "واحدة"',
    ]);
  });

  test('ids and names are places that links lead to', () => {
    const { root, sink } = parse(
      '[١](#s) [٢](#t) [٣](#u) [٤](#v)\n\n<a name="s"></a>\n## فصل\n\n<p id="t">نص</p>\n\nنص <a id="u"></a> آخر\n\n<ul><li id="v">بند</ul>\n',
    );
    expect(rulesOf(sink)).toEqual([]);
    const targets = nodesOf(root).flatMap((node) => (node.type === 'link' ? [node.url] : []));
    const anchors = nodesOf(root).flatMap((node) => node.data?.anchors ?? []);
    expect(targets.map((url) => url.slice(1)).sort()).toEqual([...anchors].sort());
  });
});

describe('places', () => {
  test('of a text over several lines are those of its lines', () => {
    const { root } = parse('> <div dir="rtl">\n>   أول\n> <b>ثان</b> ثالث\n>\trابع&nbsp;خامس\n> </div>\n');
    const texts = nodesOf(root).flatMap((node) =>
      node.type === 'text'
        ? [`${node.value.trim()} ${node.data!.origin!.line}:${node.data!.origin!.column}`]
        : [],
    );
    expect(texts).toEqual(['أول 2:5', 'ثان 3:6', 'ثالث 3:13', 'rابع\u00A0خامس 4:3']);
  });

  test('are told of in the order of the source', () => {
    const { sink } = parse(
      '<video src="a"></video>\n\n- نص <video src="b"></video>\n\n<video src="c"></video>\n',
    );
    expect(rulesOf(sink)).toEqual(['html-unshown 1:1', 'html-unshown 3:6', 'html-unshown 5:1']);
  });
});

test('a heading with a stray slash is a heading, and one in a summary is led to', () => {
  const { root, sink } = parse(
    '<h1 align="center"/>مرزبان</h1>\n\n[إلى](#المعاني-المقصودة)\n\n<details><summary><h3>المعاني المقصودة</h3></summary>نص</details>\n',
  );
  expect(rulesOf(sink)).toEqual([]);
  expect(
    nodesOf(root)
      .filter(({ type }) => type === 'heading')
      .map(textOf),
  ).toEqual(['مرزبان']);
});

describe('what is no HTML to print', () => {
  test('what a browser would act on is said, of inline elements and of blocks', () => {
    const inert = ['<link rel="stylesheet" href="a.css">', '<base href="https://example.org/">'];
    const empty = ['<script src="a.js"></script>', '<meta http-equiv="refresh" content="0;url=b">'];
    const events = ['<p onclick="a()">ن <b ONLOAD="b()">ن</b></p>', 'ن <span onfocus=c>ن</span>'];
    const { sink } = parse([...inert, ...empty, ...events].join('\n\n'));
    expect(
      sink.diagnostics.map(({ rule, message }) => `${rule} ${message.en.split('”')[0]!.slice(1)}`),
    ).toEqual(
      ['<link>', '<base>', '<script>', '<meta>', 'onclick', 'onload', 'onfocus'].map(
        (what) => `html-inert ${what}`,
      ),
    );
  });

  test('of what does no harm to leave nothing is said', () => {
    const quiet = '<meta charset="utf-8">\n<link rel="icon" href="a.png">\n\n<p class="on" lang="ar">ن</p>';
    expect(rulesOf(parse(quiet).sink)).toEqual([]);
  });

  test('scripts and styles are not printed, and that is said', () => {
    const { root, sink } = parse('نص\n\n<script>alert(1)</script>\n\n<style>p{color:red}</style>\n');
    expect(textOf(root)).toBe('نص');
    expect(rulesOf(sink)).toEqual(['html-silent 3:1', 'html-silent 5:1']);
  });

  test.each([
    ['النوع List<String> هنا', 'النوع List<String> هنا'],
    ['اكتب <username> في السطر', 'اكتب <username> في السطر'],
    ['الوسم <script> خطر و**هذا** باقٍ', 'الوسم <script> خطر وهذا باقٍ'],
    ['<Tabs>\n\nداخل\n\n</Tabs>', 'داخل'],
    ['<div\n\nباقٍ', '<div\nباقٍ'],
  ])('%s: no word is lost', (text, seen) => {
    expect(textOf(parse(text).root)).toBe(seen);
  });

  test('films and frames leave a link to them', () => {
    const { root, sink } = parse(
      '<iframe src="https://example.org/v"></iframe>\n\n<video src="a.mp4">نص بديل</video>\n',
    );
    expect(textOf(root)).toContain('https://example.org/v');
    expect(textOf(root)).toContain('نص بديل');
    expect(rulesOf(sink)).toEqual(['html-unshown 1:1', 'html-unshown 3:1']);
  });

  test('a comment that nothing ends hides the rest, and says so', () => {
    expect(rulesOf(parse('نص\n\n<!-- بداية\n\nبقية\n').sink)).toEqual(['html-comment-open 3:1']);
  });

  test('links of HTML are checked as all others are', () => {
    const { root, sink } = parse('<a href="javascript:alert(1)">س</a> <a href="jav&#x09;ascript:x">ص</a>');
    expect(nodesOf(root).some(({ type }) => type === 'link')).toBe(false);
    expect(rulesOf(sink)).toEqual(['link-scheme 1:1', 'link-scheme 1:37']);
  });

  test('depth and numbers are bounded', () => {
    const deep = `${'<div>'.repeat(5000)}<b>${'<i>'.repeat(5000)}نص`;
    const { root } = parse(`${deep}\n`);
    expect(textOf(root)).toBe('نص');
    const wide = `<table><tr>${'<td colspan=9999 rowspan=9999>س</td>'.repeat(2000)}</tr><tr><td>ع</td></tr></table>`;
    expect(nodesOf(parse(wide).root).length).toBeLessThan(1_000_000);
  });

  test('an element of a template is checked like one of a text', () => {
    const sink = new Sink();
    const root = parseFragment('<b>ثقيل</b> <foo>', 'القالب', sink);
    expect(textOf(root)).toBe('ثقيل <foo>');
  });
});
