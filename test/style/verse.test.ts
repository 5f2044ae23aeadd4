import { describe, expect, test } from 'vitest';
import { blocksOf, styleText, textBlocks, textsOf } from './style-text.ts';

function verse(lines: string, label = '') {
  return styleText(`:::verse${label}\n${lines}\n:::\n`).styled;
}

describe('verse', () => {
  test('parts a line at three stars or an ellipsis as well, and only between spaces', () => {
    expect(textsOf(verse('أ ب *** ج\nأ ب … ج\nأ... ب'))).toEqual(['أ ب', 'ج', 'أ ب', 'ج', 'أ... ب']);
  });

  test('puts a line that nothing parts in the middle', () => {
    const styled = verse('صدر ... عجز\nشطر وحيد');
    expect(textBlocks(blocksOf(styled)).at(-1)?.paragraph.align).toBe('center');
  });

  test('may be a list, and keeps its markup and the poet at its end', () => {
    const styled = verse('- ألا **ليت** ... شعري\n- هل ... أبيتن', '[شاعر]');
    expect(textsOf(styled)).toEqual(['ألا ليت', 'شعري', 'هل', 'أبيتن', 'شاعر']);
  });

  test('reads bayt by bayt when spoken', () => {
    const roles = textBlocks(blocksOf(verse('أ ... ب\nج ... د'))).map(({ tagTarget }) =>
      'tag' in tagTarget ? `${tagTarget.parent?.tag}>${tagTarget.tag}` : '',
    );
    expect(roles).toEqual(['P>Span', 'P>Span', 'P>Span', 'P>Span']);
  });

  test('sets a stanza off where the source has an empty line', () => {
    const [spaces] = blocksOf(verse('أ ... ب\n\nج ... د\n\nه ... و'));
    expect(textsOf(verse('أ ... ب\n\nج ... د\n\nه ... و'))).toHaveLength(6);
    // the last two are held together; the space before them is that of the stanza
    expect(spaces?.kind === 'stack' && spaces.children.map(({ spaceBefore }) => spaceBefore)).toEqual([
      0, 10.5,
    ]);
  });
});
