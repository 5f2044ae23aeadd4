import * as mupdf from 'mupdf';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { Drawing } from '../../src/resolve/image-source.ts';
import { pictureOf } from '../../src/resolve/picture-of-drawing.ts';
import { svgFile } from '../../src/resolve/svg-file.ts';
import { readSvg } from '../../src/vector/svg/read-svg.ts';
import { paintWhole } from '../paint-whole.ts';
import { element, INFO, laid, page } from '../pdf/lay.ts';
import { SAMPLES, sampleFile } from './samples.ts';

const [WIDTH, HEIGHT] = [400, 240];

function read(name: string): Drawing {
  const { notices: _, rasters: __, ...drawn } = readSvg(sampleFile(name), () => ({ path: [], width: 0 }));
  return { kind: 'drawing', path: 'رسم.svg', ...drawn };
}

/** As librsvg, or sharp, draws it. */
async function pixels(file: Uint8Array): Promise<Uint8Array> {
  const image = sharp(file, { density: 288 })
    .resize(WIDTH, HEIGHT, { fit: 'fill' })
    .flatten({ background: '#FFF' });
  return new Uint8Array(await image.ensureAlpha().raw().toBuffer());
}

/** As MuPDF draws it in a PDF. */
async function printed(drawing: Drawing): Promise<Uint8Array> {
  const root = element('Document', null);
  const rect = { x: 20, y: 20, width: 100, height: 60 };
  const tagTarget = element('Figure', root, { alt: 'رسم' });
  const document = laid(root, [page(0, [{ kind: 'image', rect, image: drawing, tagTarget }])], { ...INFO });
  const options = {
    version: '1.7',
    textFor: 'reading',
    sourceDateEpoch: null,
    conformance: 'archive',
    attachments: [],
  } as const;
  const bytes = await paintWhole(document, options, new Sink());
  const paper = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [80, 80, 80 + WIDTH, 80 + HEIGHT], false);
  pixmap.clear(255);
  const device = new mupdf.DrawDevice(mupdf.Matrix.scale(4, 4), pixmap);
  paper.run(device, mupdf.Matrix.identity);
  device.close();
  return pixels(pixmap.asPNG());
}

const share = (one: Uint8Array, other: Uint8Array) =>
  pixelmatch(one, other, undefined, WIDTH, HEIGHT, { threshold: 0.2 }) / (WIDTH * HEIGHT);

describe('a drawing in SVG', () => {
  test.each(Object.keys(SAMPLES))(
    '%s: is drawn in print and in e-books as librsvg draws the file',
    async (name) => {
      const theirs = await pixels(sampleFile(name));
      expect(theirs.some((value) => value < 200)).toBe(true);
      const drawing = read(name);
      expect(share(theirs, await pixels(svgFile(drawing)))).toBeLessThan(0.005);
      expect(share(theirs, await printed(drawing))).toBeLessThan(0.02);
    },
  );

  test.each(Object.keys(SAMPLES).filter((name) => !/pixels|joins|radial/.test(name)))(
    '%s: is a picture like it for who knows no drawings',
    async (name) => {
      expect(share(await pixels(sampleFile(name)), await pixels(pictureOf(read(name))))).toBeLessThan(0.03);
    },
  );
});
