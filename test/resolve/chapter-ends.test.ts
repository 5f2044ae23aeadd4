import { expect, test } from 'vitest';
import { styleText } from '../style/style-text.ts';

/** What stands in the body, in order: headings by their words, ornaments as stars. */
function outline(markdown: string, ends: 'none' | 'ornament' = 'ornament'): string {
  const { resolved } = styleText(markdown, { theme: { heading: { ends } } });
  return resolved.body
    .map((block) =>
      block.kind === 'pause' ? '*' : block.kind === 'heading' ? (block.place?.title ?? '') : '.',
    )
    .join(' ');
}

const TEXT = '## أ\n\nنص\n\n### داخل\n\nنص\n\n## ب\n\nنص\n\n***\n\n## ج\n\n## د\n\nنص';

test('chapters end with an ornament where a theme wants it, but not those that end with one or have no text', () => {
  expect(outline(TEXT)).toBe('أ . داخل . * ب . * ج د . *');
  expect(outline(TEXT, 'none')).toBe('أ . داخل . ب . * ج د .');
});
