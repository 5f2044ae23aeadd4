import sharp from 'sharp';
import { expect, test } from 'vitest';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { readRaster } from '../../src/raster/raster.ts';
import { buildBook, pathsOf, read } from './build.ts';

/** 3000 by 2000 pixels with grain, which do not compress to nothing. */
function photograph(): Promise<Buffer> {
  const [width, height] = [3000, 2000];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = (Math.imul(at, 2654435761) >>> 20) & 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

test('a picture has as many dots as the PDF for a screen gives it, and is shown as large as before', async () => {
  const bytes = await photograph();
  const source = '---\ntitle: ورقة\n---\n\n![سماء](sky.jpg)\n';
  const memory = openMemoryWorld({ files: { 'text.md': source, 'sky.jpg': new Uint8Array(bytes) } });
  const node = openNodeWorld('.');
  const assets = {
    readAsset: node.readAsset.bind(node),
    listAssets: node.listAssets.bind(node),
    readPackage: node.readPackage.bind(node),
  };
  const book = await buildBook('text.md', { ...memory, ...assets });
  expect(book.sink.diagnostics).toEqual([]);
  const [path] = pathsOf(book, /images\//);
  const image = readRaster(book.files[`EPUB/${path}`]!);
  const shown = book.laid.pages.flatMap(({ drawItems }) => drawItems).find(({ kind }) => kind === 'image')!;
  const width = shown.kind === 'image' ? shown.rect.width : 0;
  expect(image.format).toBe('jpeg');
  // 150 dots per inch (docs/theme.md, images.screen)
  expect(image.width).toBe(Math.floor((width / 72) * 150));
  expect(book.files[`EPUB/${path}`]!.length).toBeLessThan(bytes.length / 3);
  // as large as it was, or as the screen is wide
  expect(read(book, 'part-0001.xhtml')).toMatch(/<img [^>]*width="3000" height="2000"/);
});
