import type { Math as DisplayMath, InlineMath, Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { dumpRoot } from '../../src/parse/dump-root.ts';
import { nodesOf, parse, rulesOf, textOf } from './read-tree.ts';

/** Container directives of a text: name, label, text. */
function boxesOf(text: string): readonly string[] {
  return nodesOf(parse(text).root).flatMap((node) => {
    if (node.type !== 'containerDirective') return [];
    const [first] = node.children;
    const isLabelled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
    return [`${node.name} [${isLabelled ? textOf(first) : ''}]`];
  });
}

describe('callouts of other tools', () => {
  test.each([
    ['> [!NOTE]\n> نص', 'note []'],
    ['> [!warning]- عنوان\n> نص', 'warning [عنوان]'],
    ['> [!CAUTION]\n>\n> - بند', 'caution []'],
    ['::: tip\nنص\n:::', 'tip []'],
    ['::: info عنوان **ثقيل**\nنص\n:::', 'note [عنوان ثقيل]'],
    [':::danger عنوان\nنص\n:::', 'caution [عنوان]'],
    [':::tip[عنوان]\nنص\n:::', 'tip [عنوان]'],
    ['::: تنبيه ملاحظة أمان\nنص\n:::', 'warning [ملاحظة أمان]'],
  ])('%s', (text, box) => {
    expect(boxesOf(text)).toEqual([box]);
    expect(rulesOf(parse(text).sink)).toEqual([]);
  });

  test('nest, with more colons outside', () => {
    expect(boxesOf(':::: details زد\n::: tip\nنص\n:::\n::::')).toEqual(['details [زد]', 'tip []']);
  });

  test('ornaments and quotations stay what they are', () => {
    expect(boxesOf('::: مقدمة :::\n\n> [!x]\n> نص\n\n> قال [!NOTE]')).toEqual([]);
  });
});

describe('marks within a line', () => {
  test.each([
    ['10^6^ وH~2~O وCO~2~', '10⁶ وH₂O وCO₂'],
    ['10^-6^ و10^−6^ وx^+2^ و١٠^٦^ وx^(n+1)^', '10⁻⁶ و10⁻⁶ وx⁺² و١٠⁶ وx⁽ⁿ⁺¹⁾'],
    ['SO~4~^2-^ و*x*^2^ و10^2.5^ وa~n+1~', 'SO₄²⁻ وx² و10².⁵ وaₙ₊₁'],
    ['a^n+b^n و2^10+3^5 وx^2^3', 'a^n+b^n و2^10+3^5 وx^2^3'],
    ['من ٣~٥ إلى ٦~٨ و3~5~7', 'من ٣~٥ إلى ٦~٨ و3~5~7'],
    ['^_^ و2^10 وa^b', '^_^ و2^10 وa^b'],
    ['x\\^2\\^ و\\==لا\\==', 'x^2^ و==لا=='],
    ['a==b وc==d ثم == هذا ==', 'a==b وc==d ثم == هذا =='],
    [':smile: :+1::tada: 10:30:45 البقرة:255', '😄 👍🎉 10:30:45 البقرة:255'],
    [':constructor: :valueOf:', ':constructor: :valueOf:'],
    ['و{{ a_b_c }}', 'و{{ a_b_c }}'],
  ])('%s', (text, seen) => {
    expect(textOf(parse(text).root)).toBe(seen);
  });

  test('marks reach over other marks; single tildes between spaces strike through', () => {
    const kinds = nodesOf(parse('==مهم **جدًا**== و ~محذوف~ وو==هذا==').root).map((node) =>
      node.type === 'textDirective' ? node.name : node.type,
    );
    expect(kinds.filter((kind) => kind !== 'text' && kind !== 'root' && kind !== 'paragraph')).toEqual([
      'mark',
      'strong',
      'delete',
      'mark',
    ]);
  });
});

describe('attributes', () => {
  test('of headings and pictures', () => {
    const { root, sink } = parse(
      '## فصل {#first -}\n\n![صورة](a.png){width=50%} [رابط](https://example.org){target=_blank}\n',
    );
    expect(rulesOf(sink)).toEqual([]);
    expect(dumpRoot(root)).toContain('heading depth=2 #first');
    expect(dumpRoot(root)).toContain('width=50%');
    expect(nodesOf(root).find(({ type }) => type === 'heading')!.data!.unnumbered).toBe(true);
    expect(textOf(root)).toBe('فصل\n رابط');
  });

  test('an id as React’s documentation has it; other comments of MDX are told of', () => {
    const { root, sink } = parse(
      '[إلى](#the-use_1)\n\n## الاستخدام {/*the-use_1*/}\n\nنص {/* سر */} و{/*سر*/} نص\n',
    );
    expect(textOf(root)).toContain('\nالاستخدام\n');
    expect(rulesOf(sink)).toEqual(['syntax-foreign 5:4', 'syntax-foreign 5:16']);
    expect(nodesOf(root).find(({ type }) => type === 'heading')!.data!.id).toBe('the-use_1');
  });

  test('that have no effect are told of, and braces that are none stay', () => {
    expect(rulesOf(parse('![ص](a.png){widht=3 x=1}\n\n:span[a]{lnag=en}\n').sink)).toEqual([
      'attribute-misspelt 1:12',
      'attribute-unknown 1:12',
      'attribute-misspelt 3:1',
    ]);
    expect(rulesOf(parse('![ص](a.png){align=weird}\n').sink)).toEqual(['image-align 1:12']);
    expect(textOf(parse('## {a, b} مجموعة {1, 2}\n').root)).toBe('{a, b} مجموعة {1, 2}');
  });
});

const isFormula = (node: Nodes): node is DisplayMath | InlineMath =>
  node.type === 'math' || node.type === 'inlineMath';
const formulasOf = (root: Root) => nodesOf(root).flatMap((node) => (isFormula(node) ? [node.value] : []));

describe('formulas', () => {
  const LINES =
    '- x_1\n+ y\n= z\n> 3\n1. w\n| a | b |\n# h\n\n==a== b~1~ :smile: **c** [d](e) \\text{$f$} {{g}}';

  test.each([
    ['$$', '$$', LINES],
    ['\\[', '\\]', LINES],
    ['\\begin{align*}', '\\end{align*}', `\\begin{align*}\n${LINES}\n\\end{align*}`],
    ['$$ k', '$$ {#eq:1}', `k\n${LINES}`],
    ['$$', '$$،', `${LINES}\\text{،}`],
  ])('from %s to %s are literal lines', (opener, closer, tex) => {
    const text = `قبل\n${opener}\n${LINES}\n${closer}\nبعد\n`;
    const { root, sink } = parse(text);
    expect(formulasOf(root)).toEqual([tex]);
    expect(textOf(root)).toBe(`قبل\n${tex}\nبعد`);
    expect(rulesOf(sink)).toEqual([]);
  });

  test('on one line, with the stop of its sentence; among words where others follow', () => {
    const { root } = parse('قبل\n$$x^2$$.\nثم $$y^2$$ و$z_1$ و\\(w\\) و\\(t_1\\).\n');
    expect(nodesOf(root).flatMap((node) => (isFormula(node) ? [`${node.type} ${node.value}`] : []))).toEqual([
      'math x^2.',
      'inlineMath y^2',
      'inlineMath z_1',
      'inlineMath t_1',
    ]);
  });

  test.each([
    '$$x$$ {#eq:a}',
    '$$\nx\n$$ {#eq:a}',
    '$$x$$ (eq:a)',
    '\\begin{equation}\\label{eq:a}\nx\n\\end{equation}',
    '```math {#eq:a}\nx\n```',
  ])('%j has an id', (text) => {
    const [formula] = nodesOf(parse(text).root).filter(isFormula);
    expect(formula?.data?.anchors).toEqual(['eq:a']);
    expect(formula?.value).not.toContain('eq:a');
  });

  test.each(['بـ5$ أو 10$ لا غير', 'من $5 إلى $10', 'US$ و$', '\\$x\\$', '`$x$`', 'قال \\(كذا\\) وسكت'])(
    '%s is none',
    (text) => {
      expect(nodesOf(parse(text).root).filter(isFormula)).toEqual([]);
    },
  );

  test('also in lists and quotations', () => {
    const { root, sink } = parse('- بند\n  $$\n  - a\n\n  = b\n  $$\n\n> > $$\n> > - c\n> > $$\n');
    expect(formulasOf(root)).toEqual(['- a\n\n= b', '- c']);
    expect(rulesOf(sink)).toEqual([]);
  });

  test.each([
    '$$\n\n# عنوان\n\nنص فيه كلام كثير هنا جدا\n\n- بند\n',
    '$$\nx\n\n# عنوان\n\nفقرة من خمس كلمات على الأقل بين علامتين\n\n$$\n',
    '> $$\n> x\n\n# عنوان\n\n$$\n',
    '$$$\n\n# عنوان\n\n$$$\n',
    '\\[1\\]\n\n# عنوان\n\n\\[2\\]\n',
    '\\[ بند\n\n# عنوان\n\n\\]\n',
  ])('%j opens none', (text) => {
    expect(nodesOf(parse(text).root).some(({ type }) => type === 'heading')).toBe(true);
  });

  test('a long source is not cut within one', () => {
    const filler = `فقرة ${'كلمة '.repeat(3000)}\n\n## عنوان\n\n`;
    const { root } = parse(`${filler.repeat(10)}$$\na\n\n# b\n\n${'c \\\\\n'.repeat(20)}$$\n\n# آخر\n`);
    const headings = nodesOf(root).flatMap((node) => (node.type === 'heading' ? [textOf(node)] : []));
    expect(headings).toEqual([...Array(10).fill('عنوان'), 'آخر']);
  });
});

test('a reference that nothing defines is printed as typed, and told of', () => {
  const text =
    'انظر [الدليل][guide] و![صورة][pic] و[x] و[1][2] وa[i][j] و\\[أ][ب] و[معرّف][url] و[درس [أول][ثان]](https://example.org)';
  const { root, sink } = parse(`${text}\n\n- [ ] مهمة\n\n[url]: https://example.org\n`);
  expect(rulesOf(sink)).toEqual(['reference-undefined 1:6', 'reference-undefined 1:24']);
  expect(textOf(root)).toContain('[الدليل][guide] و![صورة][pic] و[x] و[1][2]');
});

test('what is another tool’s is printed as typed, one word a kind', () => {
  const text =
    '{{title}} {% raw %} [@ref] :doc[x] [[صفحة]] [toc]\n\n::video{id=1}\n\n10:30 2:255 البقرة:255 $5 و$10\n';
  const { root, sink } = parse(text);
  expect(textOf(root)).toBe(text.trim().replace(/\n\n/g, '\n'));
  expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(Array(6).fill('syntax-foreign'));
  expect(sink.diagnostics.reduce((sum, { count }) => sum + count, 0)).toBe(7);
});

describe('what else looks like another tool', () => {
  test.each([
    ['\\newpage', 'LaTeX'],
    ['نص \\textbf{ثقيل} هنا', 'LaTeX'],
    ['+++\ntitle = "x"\n+++', 'TOML'],
    ['*[HTML]: شرح', 'abbreviation'],
    ['نص %% سر %% نص', 'Obsidian'],
    ['نص :nosuch: نص', 'emoji'],
  ])('%s is told of', (text, kind) => {
    const [message] = parse(text).sink.diagnostics.filter(({ rule }) => rule === 'syntax-foreign');
    expect(message?.message.en).toContain(kind);
  });

  test.each(['المسار C:\\users\\new ثم dir\\sub', 'الساعة: 10', '5 + 3 +++', 'نسبة 5%% و6%'])(
    '%s is not',
    (text) => {
      expect(rulesOf(parse(text).sink)).not.toContain('syntax-foreign');
    },
  );
});
