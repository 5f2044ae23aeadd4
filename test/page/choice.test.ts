import { expect, test } from 'vitest';
import type { Block } from '../../src/style/blocks.ts';
import { mapStyled } from '../../src/style/map-content.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import { document, item, lay, rowsOf, stack, text } from './square-type.ts';

/** Three shapes of the same words. */
function choice(content = text('كلمة')): Block<ShapedContent> {
  const { anchors, tagTarget, origin, spaceBefore, spaceAfter, keepWithNext } = content;
  const base = { anchors, tagTarget, origin, spaceBefore, spaceAfter, keepWithNext };
  const of = (words: string, least: number) => ({ least, block: stack([text(words), content]) });
  return { ...base, kind: 'choice', options: [of('واسع', 100), of('ضيق', 80), of('أضيق', 60)] };
}

const rows = (block: Block<ShapedContent>) => rowsOf(lay(document([block])).pages[0]!);

test('the first shape that has the room it takes is laid, and no other', () => {
  expect(rows(choice())).toEqual(['واسع', 'كلمة']);
  expect(rows(item('١', [choice()]))).toEqual(['١|ضيق', 'كلمة']);
});

test('the last shape stands where there is room for none', () => {
  const padding = { start: 30, end: 30, before: 0, after: 0 };
  expect(rows(stack([choice()], { padding }))).toEqual(['أضيق', 'كلمة']);
});

test('what all shapes show is shaped once', () => {
  let count = 0;
  mapStyled(document([choice()]), (content) => {
    count += 1;
    return content;
  });
  expect(count).toBe(4);
});
