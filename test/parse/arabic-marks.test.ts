import { describe, expect, test } from 'vitest';
import { openGrammar } from '../../src/parse/grammar.ts';
import { nodesOf, parse, rulesOf, textOf } from './read-tree.ts';
import { tokenized } from './remark.ts';

/** Texts of the kinds GitHub adds to CommonMark. */
const gfm = [
  '| foo | bar |\n| --- | --- |\n| baz | bim |',
  '| abc | defghi |\n:-: | -----------:\nbar | baz',
  '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar',
  '| abc | def |\n| --- |\n| bar |',
  '- [ ] foo\n- [x] bar\n  - [ ] baz',
  '~~Hi~~ Hello, ~there~ world!',
  'This ~~has a\n\nnew paragraph~~.',
  'This will ~~~not~~~ strike.',
  'a~~"b"~~c and x~~(y)~~',
  'www.commonmark.org/help https://encrypted.google.com/search?q=a%26b foo@bar.baz',
  'A note[^1].\n\n[^1]: Its text.',
];

describe('nothing changes where there is no Arabic', () => {
  test('nor in what GitHub adds to CommonMark', () => {
    for (const text of gfm)
      expect({ text, tree: openGrammar(null).parse(text) }).toEqual({ text, tree: tokenized.parse(text) });
  });

  test.each(['“a**"b"**c”', '1- one\n2- two', '2- 3', 'x*(y)*z', 'a_b_c', '•\n', '1. one\n\n2- two'])(
    '%s',
    (text) => {
      expect(openGrammar(null).parse(text)).toEqual(tokenized.parse(text));
    },
  );
});

/** The tree as Markdown with `<b>`, `<i>` and `<s>` for its emphasis. */
function shown(text: string): string {
  const tags: Record<string, string> = { strong: 'b', emphasis: 'i', delete: 's' };
  const show = (node: ReturnType<typeof nodesOf>[number]): string => {
    const inner = 'children' in node ? node.children.map(show).join('') : 'value' in node ? node.value : '';
    const tag = tags[node.type];
    return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`;
  };
  return show(parse(text).root);
}

describe('emphasis beside Arabic letters', () => {
  test.each([
    ['و**«المجلة»**', 'و<b>«المجلة»</b>'],
    ['وبـ**(الورقة)** البيضاء', 'وبـ<b>(الورقة)</b> البيضاء'],
    ['و_مائل_ هنا', 'و<i>مائل</i> هنا'],
    ['بـ_مائل_، وال_مائل_.', 'بـ<i>مائل</i>، وال<i>مائل</i>.'],
    ['**قال:**نعم', '<b>قال:</b>نعم'],
    ['**«نعم»**ولا', '<b>«نعم»</b>ولا'],
    ['و*«مائل»*ها', 'و<i>«مائل»</i>ها'],
    ['و~~«خطأ»~~ثم', 'و<s>«خطأ»</s>ثم'],
    ['ل**"المجلة"**', 'ل<b>"المجلة"</b>'],
    ['كَ**«نص»**', 'كَ<b>«نص»</b>'],
    ['و\u200F**«نص»**\u200Fثم', 'و\u200F<b>«نص»</b>\u200Fثم'],
    ['ورثهٔ**«نص»**ی', 'ورثهٔ<b>«نص»</b>ی'],
    ['و***«نص»***ثم', 'و<i><b>«نص»</b></i>ثم'],
    ['**قال:**نعم و**قال:**لا', '<b>قال:</b>نعم و<b>قال:</b>لا'],
    ['نص **مهم**، و**(ب)** ثم **ج**.', 'نص <b>مهم</b>، و<b>(ب)</b> ثم <b>ج</b>.'],
    ['**(أ)**و**(ب)**', '<b>(أ)</b>و<b>(ب)</b>'],
    ['[و**«رابط»**](https://example.org)', 'و<b>«رابط»</b>'],
    ['| و**«أ»** |\n|---|\n| **ب:**ج |', 'و<b>«أ»</b><b>ب:</b>ج'],
    // What is no emphasis stays none.
    ['#اليوم_الوطني_السعودي', '#اليوم_الوطني_السعودي'],
    ['اسم_المتغير_هنا', 'اسم_المتغير_هنا'],
    ['#و_مائل_', '#و_مائل_'],
    ['٢*(٣+٤)*٥', '٢*(٣+٤)*٥'],
    ['كلمة **نص **كلمة', 'كلمة **نص **كلمة'],
    ['\\*\\*نص\\*\\*', '**نص**'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('nodes stand where they were written', () => {
    const strong = nodesOf(parse('سطر\nو**«المجلة»** ثم').root).find(({ type }) => type === 'strong');
    expect(strong?.data?.origin).toMatchObject({ line: 2, column: 2 });
    expect(strong?.position?.end).toMatchObject({ line: 2, column: 14 });
  });

  test('marks that print are told of where they stand, and escaped ones are not', () => {
    const marksOf = (text: string) =>
      rulesOf(parse(text).sink).filter((rule) => rule.startsWith('marks-printed'));
    expect(marksOf('**ناقص')).toEqual(['marks-printed 1:1']);
    expect(marksOf('كلمة **نص **كلمة')).toEqual(['marks-printed 1:6', 'marks-printed 1:11']);
    expect(marksOf('> سطر\n> \\** و **ناقص')).toEqual(['marks-printed 2:9']);
    expect(marksOf('| أ **ب |\n|---|\n| ج |')).toEqual(['marks-printed 1:5']);
    for (const quiet of ['\\*\\*نص', '2**8', 'س ** ص', '`**`', '**تام** و__تام__', 'شطر *** شطر'])
      expect(marksOf(quiet)).toEqual([]);
  });
});

describe('list markers of Arabic keyboards', () => {
  const lists = (text: string) =>
    nodesOf(parse(text).root).flatMap((node) =>
      node.type === 'list'
        ? [
            `${node.ordered ? (node.data?.counter ?? node.start) : '•'}: ${node.children.map(textOf).join(' | ')}`,
          ]
        : [],
    );

  test.each([
    ['١. أول\n٢. ثانٍ', ['1: أول | ثانٍ']],
    ['١) أول\n٢) ثانٍ', ['1: أول | ثانٍ']],
    ['١- أول\n٢- ثانٍ', ['1: أول | ثانٍ']],
    ['١ - أول\n٢ - ثانٍ', ['1: أول | ثانٍ']],
    ['1- أول\n2- ثانٍ', ['1: أول | ثانٍ']],
    ['۱. اول\n۲. دوم', ['1: اول | دوم']],
    ['٥. خامس\n٦. سادس', ['5: خامس | سادس']],
    ['فقرة\n١. أول', ['1: أول']],
    ['أ. أول\nب. ثانٍ\nج. ثالث', ['arabic-abjad: أول | ثانٍ | ثالث']],
    ['أ- أول\nب- ثانٍ\nت- ثالث', ['hijai: أول | ثانٍ | ثالث']],
    ['ا) أول\n\nب) ثانٍ', ['arabic-abjad: أول | ثانٍ']],
    ['أ. أ\nب. ب\nج. ج\nد. د\nهـ. ه\nو. و', ['arabic-abjad: أ | ب | ج | د | ه | و']],
    ['• بند\n• آخر', ['•: بند | آخر']],
    ['•بند\n•**آخر**', ['•: بند | آخر']],
    ['١. أول\n   - فرعي\n   - آخر\n٢. ثانٍ', ['1: أول\nفرعي\nآخر | ثانٍ', '•: فرعي | آخر']],
    ['- أب\n  ١- أول\n  ٢- ثانٍ', ['•: أب\nأول\nثانٍ', '1: أول | ثانٍ']],
    ['> ١. أول\n> ٢. ثانٍ', ['1: أول | ثانٍ']],
    ['١. أول\n\n   تتمة\n\n٢. ثانٍ', ['1: أول\nتتمة | ثانٍ']],
    ['١. أول\n1. آخر', ['1: أول', '1: آخر']],
    ['١. [ ] مهمة', ['1: مهمة']],
    // A name, a range, a figure, an ornament are no markers.
    ['أ. محمد حضر الاجتماع', []],
    ['د. أحمد\nم. علي', []],
    ['أ. محمد حضر\n\nد. أحمد', []],
    ['٢٠٢٣ - ٢٠٢٤ م', []],
    ['١٩٩٠- ولد في القاهرة', []],
    ['٣.٥ من المئة', []],
    ['١- ٢ = سالب', []],
    ['••• زينة', []],
    ['فقرة\n٢. ليست قائمة', []],
    ['١.بلا مسافة', []],
    ['    ١. شيفرة', []],
  ])('%s', (text, expected) => {
    expect(lists(text)).toEqual(expected);
  });

  test('items stand where they were written', () => {
    const items = nodesOf(parse('فقرة\n\n١- أول\n٢- ثانٍ').root).filter(({ type }) => type === 'listItem');
    expect(items.map(({ data }) => data?.origin?.line)).toEqual([3, 4]);
  });

  test('a thousand markers on a line are refused as CommonMark’s are', () => {
    for (const marker of ['١. ', '• ', 'أ. ', '١- '])
      expect(rulesOf(parse(`${marker.repeat(2_000)}نص\nب. نص`).sink)[0]).toBe('nesting-too-deep 1:1');
  });
});

describe('invisible marks at the start of a line', () => {
  const typesOf = (text: string) => parse(text).root.children.map(({ type }) => type);

  test.each(['\u200E', '\u200F', '\u061C', '\uFEFF', '\u202A', '\u202B', '\u200F\u200F'])(
    '%j hides nothing',
    (mark) => {
      expect(typesOf(`نص\n\n${mark}# عنوان\n\n${mark}- بند\n\n${mark}1. بند\n\n${mark}> قول`)).toEqual([
        'paragraph',
        'heading',
        'list',
        'list',
        'blockquote',
      ]);
      expect(typesOf(`${mark}| أ | ب |\n${mark}|---|---|\n${mark}| ١ | ٢ |`)).toEqual(['table']);
      expect(typesOf(`${mark}:::note\nمتن\n${mark}:::`)).toEqual(['containerDirective']);
      expect(typesOf(`#${mark} عنوان\n\n-${mark} بند\n\n1.${mark} بند`)).toEqual(['heading', 'list', 'list']);
      expect(typesOf(`- ${mark}> قول`)).toEqual(['list']);
      expect(textOf(parse(`${mark}# عنوان`).root)).toBe('عنوان');
    },
  );

  test('in text and code it stays', () => {
    const text =
      '\u200Fنص\n\n```sh\n\u200F# تعليق\nx \u200Fy\n```\n\n    \u200F- شيفرة\n\n> ```\n> \u200F# تعليق\n> ```';
    const { root } = parse(text);
    expect(textOf(root)).toBe('\u200Fنص\n\u200F# تعليق\nx \u200Fy\n\u200F- شيفرة\n\u200F# تعليق');
    expect(typesOf('\u200Fنص')).toEqual(['paragraph']);
  });

  test('an embedding goes with its end, and nothing is told', () => {
    const { root, sink } = parse('\u202B- بند\u202C\n\u202B- آخر\u202C\r\n');
    expect(textOf(root)).toBe('بند\nآخر');
    expect(rulesOf(sink)).toEqual([]);
  });

  test('places count in the file as it is', () => {
    const { root } = parse('\uFEFF\u200F# عنوان **مهم**');
    const strong = nodesOf(root).find(({ type }) => type === 'strong');
    expect(strong?.position?.start.offset).toBe('\uFEFF\u200F# عنوان '.length);
  });
});
