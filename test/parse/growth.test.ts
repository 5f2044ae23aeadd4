import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { parse, rulesOf } from './read-tree.ts';

/** Twice as much may take a little more than twice as long, with this much for the clock. Milliseconds. */
const MOST_GROWTH = 2.6;
const CLOCK = 60;

/** Texts whose reading was once as long as the square of theirs; sizes are in items. */
const GROWING: readonly (readonly [string, number, (count: number) => string])[] = [
  ['equal headings', 1000, (count) => '## مقدمة\n\n'.repeat(count)],
  ['equal ids of headings', 1000, (count) => '## مقدمة {#a}\n\n'.repeat(count)],
  ['notes without a text', 1000, (count) => numbered(count, (at) => `ن[^ح${at}]\n\n`)],
  ['links to no heading', 500, (count) => numbered(count, (at) => `[ن](#أ${at})\n\n## ب${at}\n\n`)],
  [
    'links and their addresses',
    1000,
    (count) => numbered(count, (at) => `[ن${at}]\n\n[ن${at}]: http://x.y\n\n`),
  ],
  ['instructions that never close', 1500, (count) => 'ن <? '.repeat(count)],
  ['comments that never close', 1500, (count) => 'ن <!-- '.repeat(count)],
  ['runs of backticks of all lengths', 30, (count) => numbered(count, (at) => `${'`'.repeat(at + 1)} ن `)],
  ['lines that lazily go on with a quotation', 1000, (count) => `> ${'نص\n'.repeat(count)}`],
  ['aliases of YAML', 1000, (count) => `---\na: &a 1\nb: [${'*a,'.repeat(count)}]\n---\n\nن\n`],
  ['keys of YAML', 1000, (count) => `---\n${numbered(count, (at) => `k${at}: 1\n`)}---\n\nن\n`],
];

function numbered(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join('');
}

/** By the built library: what tests load of micromark checks itself, which takes far longer. */
function measure(
  texts: readonly string[],
): readonly { readonly cpu: number; readonly rules: readonly string[] }[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/parse/growth.mjs'], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('twice as much text takes twice as long', () => {
  const warm = '# ن\n\nن [^1]\n\n[^1]: ن\n';
  const texts = GROWING.flatMap(([, count, write]) => [write(count), write(2 * count)]);
  const [, ...measured] = measure([warm, ...texts]);
  const grown = GROWING.flatMap(([name], at) => {
    const [once, twice] = [measured[2 * at]!, measured[2 * at + 1]!];
    return twice.cpu > MOST_GROWTH * once.cpu + CLOCK
      ? [`${name}: ${once.cpu} ms, then ${twice.cpu} ms`]
      : [];
  });
  expect(grown).toEqual([]);
});

describe('beyond a limit a text is refused at once, at its line', () => {
  test.each([
    ['emphasis over many lines', `نص\n\n${'*أ **ب\n'.repeat(2_000)}`, 'markup-too-dense 3:1'],
    [
      'emphasis after a fence that is none',
      `\`\`\` ن\`ن\n${'*أ **ب\n'.repeat(2_000)}`,
      'markup-too-dense 1:1',
    ],
    ['emphasis after code in an item', `- \`\`\`\n\n${'*أ **ب\n'.repeat(2_000)}`, 'markup-too-dense 3:1'],
    ['lines of one paragraph', 'نص\n'.repeat(17_000), 'paragraph-too-long 1:1'],
    ['lazy lines', `> ${'نص\n'.repeat(4_100)}`, 'paragraph-too-long 4003:1'],
    ['lazy lines between others', `> ${'نص\nنص\n> نص\n'.repeat(2_100)}`, 'paragraph-too-long 6003:1'],
    ['titles of links that never close', `${'[ن](ن (ن '.repeat(1_000)}`, 'paragraph-too-long 1:1'],
    ['runs of backticks', numbered(150, (at) => `${'`'.repeat(at + 1)} ن `), 'paragraph-too-long 1:1'],
    ['containers in containers', ':::note\n'.repeat(300), 'nesting-too-deep 201:1'],
    ['notes', numbered(25_001, (at) => `[^${at}]: ن\n\n`), 'too-many-notes 50001:1'],
  ])('%s', (_, text, rule) => {
    expect(rulesOf(parse(text).sink)).toEqual([rule]);
  });
});

describe('what may be as long as it likes', () => {
  test.each([
    ['code', `\`\`\`\n${'*a **b [c\n'.repeat(3_000)}\`\`\`\n`],
    ['a table', `| أ | ب |\n|---|---|\n${'| **أ** | [ب](http://x.y) |\n'.repeat(1_500)}`],
    ['a list', '- **أ** و*ب*\nوسطر بعده\n'.repeat(1_500)],
    ['a numbered list', numbered(1_500, (at) => `${at + 1}. **أ** و*ب*\nوسطر بعده\n`)],
    ['paragraphs', '**أ** و*ب*\n\n'.repeat(3_000)],
  ])('%s', (_, text) => {
    expect(rulesOf(parse(text).sink)).toEqual([]);
  });
});
