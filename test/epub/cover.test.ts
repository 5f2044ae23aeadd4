import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { readRaster } from '../../src/raster/raster.ts';
import { png } from '../pdf/sample.ts';
import { buildBook } from './build.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-cover-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, cover: string) =>
  writeFileSync(
    join(folder, name),
    `---\ntitle: كتاب\nlang: ar\ncover: ${cover}\n---\n\nنصّ فيه حاشية.[^أ]\n\n[^أ]: نصّ الحاشية.\n`,
  );

describe('the cover of an e-book', () => {
  test('is the picture that the author names', async () => {
    const picture = png(false).bytes;
    writeFileSync(join(folder, 'cover.png'), picture);
    write('named.md', 'cover.png');
    const { files, sink } = await buildBook('named.md', openNodeWorld(folder));
    expect(sink.diagnostics).toEqual([]);
    expect(files['EPUB/cover.png']).toEqual(new Uint8Array(picture));
    expect(strFromU8(files['EPUB/cover.xhtml']!)).toContain('src="cover.png"');
    expect(strFromU8(files['EPUB/package.opf']!)).toMatch(
      /href="cover\.png"[^>]*properties="cover-image"|properties="cover-image"[^>]*href="cover\.png"/,
    );
  });

  test('that is not there leaves the first page as the cover', async () => {
    write('missing.md', 'nowhere.png');
    const { files, sink } = await buildBook('missing.md', openNodeWorld(folder));
    expect(sink.diagnostics.map(({ severity, message }) => [severity, message.en])).toEqual([
      ['warning', expect.stringContaining('nowhere.png')],
    ]);
    expect(readRaster(files['EPUB/cover.png']!)).toMatchObject({ format: 'png', width: 1200 });
  });
});
