import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openWithPdfjs } from '../pdf/readers.ts';
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

test('what an author says beside a link is said by its annotation, and by the e-book', async () => {
  const text = '[موقع](https://example.org "يفتح الموقع") و[آخر](https://example.com "آخر")\n';
  const asked = { text, template: 'briefing' } as const;
  const { bytes } = await drive(ROOT, ['-'], asked);
  const document = await openWithPdfjs(bytes!);
  const links = await (await document.getPage(1)).getAnnotations();
  const said = links.map(({ contentsObj }: { contentsObj: { str: string } }) => contentsObj.str);
  expect(said).toEqual(['موقع (يفتح الموقع)', 'آخر']);
  await document.destroy();
  const book = unzipSync((await drive(ROOT, ['-'], { ...asked, format: 'epub' })).bytes!);
  const chapter = strFromU8(book['EPUB/part-0001.xhtml']!);
  expect(chapter).toContain('title="يفتح الموقع"');
  expect(chapter.match(/ title=/g)).toHaveLength(1);
});
