import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { nodesOf, parse, textOf } from './read-tree.ts';

/** Terms and meanings of each list, `term = meaning`; a further meaning of a term has none. */
function listsOf(text: string): readonly (readonly string[])[] {
  return nodesOf(parse(text).root).flatMap((node) =>
    node.type === 'containerDirective' && node.name === 'definitions'
      ? [nodesOf(node).flatMap((item) => (item.type === 'listItem' ? [say(item)] : []))]
      : [],
  );
}

function say(item: Nodes): string {
  const [paragraph] = 'children' in item ? item.children : [];
  const [first, ...rest] = paragraph !== undefined && 'children' in paragraph ? paragraph.children : [];
  const meaning = rest.map(textOf).join('').trim();
  return first?.type === 'strong' ? `${textOf(first)} = ${meaning}` : textOf(paragraph!).trim();
}

test.each([
  ['ورّاق\n: ناسخ\n: بائع ورق', [['ورّاق = ناسخ', 'بائع ورق']]],
  ['ورّاق\n\n: ناسخ', [['ورّاق = ناسخ']]],
  ['متن\n: أصل\n\nشرح\n: تفسير', [['متن = أصل', 'شرح = تفسير']]],
  ['متن\n: أصل\n\nكلام بينهما.\n\nشرح\n: تفسير', [['متن = أصل'], ['شرح = تفسير']]],
  ['**متن**\n:   أصل *مهم*\nفي سطرين', [['متن = أصل مهم\nفي سطرين']]],
  ['Term\n: meaning', [['Term = meaning']]],
  ['> متن\n> : أصل', [['متن = أصل']]],
])('%j is a list of definitions', (text, lists) => {
  expect(listsOf(text)).toEqual(lists);
  expect(parse(text).sink.diagnostics).toEqual([]);
});

test.each([
  'قال: نعم',
  'قال الراوي.\n\n: ثم سكت',
  ': وحدها',
  'المدن :span[ثلاث]{lang=ar}: بيروت',
  'قال\n:نعم',
  '- بند\n\n: كلام',
  '```\nمتن\n: أصل\n```',
])('%j is none', (text) => {
  expect(listsOf(text)).toEqual([]);
});

test('a term keeps its place in the source', () => {
  const item = nodesOf(parse('سطر.\n\nمتن\n: أصل **ثقيل**\n').root).find(({ type }) => type === 'listItem')!;
  const strong = nodesOf(item)
    .filter(({ type }) => type === 'strong')
    .at(-1)!;
  expect(strong.data?.origin).toMatchObject({ line: 4, column: 7 });
});
