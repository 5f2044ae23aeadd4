import { describe, expect, test } from 'vitest';
import type { Products } from '../../src/compile.ts';
import { printDump } from '../../src/dump.ts';
import type { DumpStage } from '../../src/dump-stages.ts';
import { drive } from './drive.ts';

/**
 * Junctions of the road as text, each on the case that shows most of it: `dump.STAGE.txt` of its folder. Who changes
 * one on purpose writes it anew with `npx vitest run test/road/dumps.test.ts -u`, and reads the difference.
 */
const DUMPS: readonly (readonly [string, DumpStage])[] = [
  ['html', 'parse'],
  ['directions', 'template'],
  ['inlines', 'itemise'],
  ['mixed-directions', 'lines'],
  ['marks', 'shape'],
  ['number-tables', 'page'],
  ['blocks', 'page'],
  ['nested-lists', 'tags'],
];

function dumpOf(products: Partial<Products>, stage: DumpStage): string {
  const printed: string[] = [];
  const dump = { stage, print: (text: string) => printed.push(text) };
  for (const [name, product] of Object.entries(products))
    if (printDump(dump, name as keyof Products, product)) return printed.join('');
  throw new Error(`no stage of the road printed ${stage}`);
}

describe.each(DUMPS)('%s', (name, stage) => {
  test(`is at the junction ${stage} as it was`, async () => {
    const root = new URL(`./${name}/`, import.meta.url).pathname;
    const { products } = await drive(root, ['document.md']);
    await expect(dumpOf(products, stage)).toMatchFileSnapshot(`${root}dump.${stage}.txt`);
  });
});
