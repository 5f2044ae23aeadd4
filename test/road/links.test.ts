import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openWithPdfjs } from '../paint/readers.ts';
import { drive } from './drive.ts';

const ROOT = fileURLToPath(new URL('title-link/', import.meta.url));

test('a link to the heading that became the title leads to the title', async () => {
  const { bytes } = await drive(ROOT, ['document.md']);
  const document = await openWithPdfjs(bytes!);
  const links = await (await document.getPage(1)).getAnnotations();
  const targets = links.map(({ dest }: { dest: string }) => dest);
  expect(targets).toHaveLength(3);
  const [toTitle, toSection, again] = targets as [string, string, string];
  expect(again).toBe(toTitle);
  const top = async (name: string) => (await document.getDestination(name))![3] as number;
  expect(await top(toTitle)).toBeGreaterThan(await top(toSection));
  await document.destroy();
});
