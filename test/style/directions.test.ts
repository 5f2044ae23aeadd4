import { describe, expect, test } from 'vitest';
import { directionOfText } from '../../src/base/text-direction.ts';
import type { Block } from '../../src/style/blocks.ts';
import type { InlineContent } from '../../src/style/inline.ts';
import { blocksOf, rules, type StyleRequest, styleText, textBlocks, textsOf } from './style-text.ts';

describe('a text has the direction of its words', () => {
  test.each([
    ['rtl', 'فقرة عربية'],
    ['rtl', 'فقرة فيها Microsoft Windows Server 2019 وغيرها.'],
    ['rtl', 'Python هي لغة برمجة.'],
    ['rtl', 'Visual Studio Code محرر'],
    ['rtl', 'كتاب The Lord of the Rings'],
    ['rtl', 'الـPDF'],
    ['rtl', 'PDF و EPUB في مستند واحد'],
    ['rtl', '2023'],
    ['rtl', '—'],
    ['ltr', 'What is this?'],
    ['ltr', 'The word سلام means peace in Arabic.'],
    ['ltr', 'Kazakhstan (كازاخستان) is a country in Central Asia.'],
    ['ltr', 'سلام is an Arabic word which means peace'],
    ['ltr', 'Что это такое?'],
    ['ltr', '日本語の文章'],
  ])('in an Arabic paper %s: %s', (direction, text) => {
    expect(directionOfText(text, 'rtl')).toBe(direction);
  });

  test.each([
    ['ltr', 'A paragraph in English'],
    ['ltr', 'The Arabic كتاب is a book'],
    ['ltr', '1, 2, 3'],
    ['rtl', 'فقرة عربية كاملة.'],
    ['rtl', 'هذه الفقرة عن Python واستعماله'],
    ['rtl', 'שלום עולם'],
    ['ltr', 'ISO كلمة'],
  ])('in an English paper %s: %s', (direction, text) => {
    expect(directionOfText(text, 'ltr')).toBe(direction);
  });

  test('code counts only where there is nothing else', () => {
    const directions = directionsOf(
      '`npm run build --watch` يبني\n\n`npm run build`\n\n:span[The Lord of the Rings]{lang=en} كتاب',
    );
    expect(directions).toEqual(['rtl', 'ltr', 'rtl']);
  });
});

function directionsOf(markdown: string, request: StyleRequest = {}): string[] {
  return textBlocks(blocksOf(styleText(markdown, request).styled)).map(
    ({ paragraph }) => paragraph.direction,
  );
}

/** Directions of the stacks that have one of their own, outermost first. */
function turnsOf(blocks: readonly Block<InlineContent>[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'stack'
      ? [...(block.direction === null ? [] : [block.direction]), ...turnsOf(block.children)]
      : [],
  );
}

describe('what is set as one stands on its own side', () => {
  test.each([
    ['a list', '- An English item.\n- Another one', ['ltr']],
    ['a numbered list', '1. First of all\n2. And then', ['ltr']],
    ['a nested list', '- One here\n  - And one there', ['ltr']],
    ['a quotation', '> Quoted in English.\n>\n> And more.', ['ltr']],
    ['a quotation with its source', ':::quote[John Smith]\nTo be or not to be.\n:::', ['ltr']],
    ['a mixed list', '- An English item\n- بند عربي', []],
    ['an Arabic list', '- بند\n- آخر', []],
    ['a list of names in Arabic', '- شركة Apple\n- شركة Microsoft', []],
    ['an Arabic quotation', '> اقتباس', []],
  ])('%s', (_, markdown, turns) => {
    expect(turnsOf(blocksOf(styleText(markdown).styled))).toEqual(turns);
  });

  test('a foreign list counts in its own digits', () => {
    const { styled } = styleText('1. First\n2. Second\n\nفقرة\n\n1. أول', { settings: { digits: 'arab' } });
    expect(textsOf(styled).filter((text) => /^.\.$/.test(text))).toEqual(['1.', '2.', '١.']);
  });
});

describe('an author may say the direction', () => {
  test.each([
    [':::ltr\nفقرة عربية.\n:::', ['ltr'], ['ltr']],
    [':::rtl\nAn English sentence.\n:::', ['rtl'], []],
    [':::note{dir=ltr}\nفقرة\n:::', ['ltr', 'ltr'], ['ltr']],
    [':::note{lang=en}\nA note.\n:::', ['ltr', 'ltr'], ['ltr']],
    [':::::ltr\n::::rtl\nفقرة\n::::\n:::::', ['rtl'], ['ltr', 'rtl']],
    [':::quote[Someone]{dir=rtl}\nAn English sentence.\n:::', ['rtl', 'rtl'], []],
  ])('%s', (markdown, directions, turns) => {
    const { styled, sink } = styleText(markdown);
    expect(textBlocks(blocksOf(styled)).map(({ paragraph }) => paragraph.direction)).toEqual(directions);
    expect(turnsOf(blocksOf(styled))).toEqual(turns);
    expect(rules(sink)).toEqual([]);
  });

  test('a language is told to who hears the text', () => {
    const { styled } = styleText(':::note{lang=en}\nA note.\n:::');
    const block = textBlocks(blocksOf(styled)).at(-1)!;
    expect(block.content[0]?.style.lang).toBe('en');
    const langs: string[] = [];
    let element = 'tag' in block.tagTarget ? block.tagTarget : null;
    for (; element !== null; element = element.parent) if (element.lang !== null) langs.push(element.lang);
    expect(langs).toEqual(['en']);
    expect(textsOf(styled)[0]).toBe('Note');
  });

  test('a heading keeps it in the contents', () => {
    const { styled } = styleText(':::contents\n:::\n\n:::ltr\n# فصل ثانٍ PDF\n:::\n\n# فصل');
    const [entry, other] = textBlocks(blocksOf(styled));
    const isolates = (block: typeof entry) =>
      block!.content.flatMap((inline) =>
        inline.kind === 'text' ? inline.isolates.map(({ direction }) => direction) : [],
      );
    expect(isolates(entry)).toContain('ltr');
    expect(isolates(other)).toEqual([]);
  });

  test('an unknown direction is told of', () => {
    expect(rules(styleText(':::note{dir=left}\nنص\n:::').sink)).toEqual(['direction-unknown 1:1']);
  });
});
