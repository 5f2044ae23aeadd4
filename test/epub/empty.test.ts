import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { buildBook } from './build.ts';

test('a document with nothing in it is a book with one empty text', async () => {
  const { files } = await buildBook('test/road/empty/document.md', openNodeWorld('.'));
  expect(strFromU8(files['EPUB/package.opf']!).match(/<itemref /g)).toHaveLength(1);
});
