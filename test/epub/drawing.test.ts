import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { loadPeer } from '../../src/base/load-peer.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { makeEpub } from '../../src/epub/epub.ts';
import type { Laid } from '../../src/page/page.ts';
import type { ResolvedBlock } from '../../src/resolve/nodes.ts';
import { DRAWING, INKS, SEEN } from '../pdf/drawing.ts';
import { laid, PAGE, page } from '../pdf/lay.ts';
import { png } from '../pdf/sample.ts';
import { plainSettings, plainTheme, styleWithImages } from '../style/style-text.ts';

const sharp = await loadPeer<typeof import('sharp')>('sharp');

/** The document as if its one image were a drawing. */
function withDrawing(block: ResolvedBlock): ResolvedBlock {
  return block.kind === 'figure' ? { ...block, image: DRAWING } : block;
}

async function makeBook(): Promise<Readonly<Record<string, Uint8Array>>> {
  const settings = { ...plainSettings, title: 'كتاب' };
  const files = { 'content/square.png': png(false).bytes };
  const { resolved, images } = await styleWithImages('# فصل\n\n![رسم](square.png)\n', { settings, files });
  const rect = { x: 20, y: 30, width: 100, height: 50 };
  const cover: Laid = laid(resolved.root, [
    page(0, [{ kind: 'image', rect, image: DRAWING, tagTarget: resolved.root }]),
  ]);
  const source = {
    resolved: { ...resolved, body: resolved.body.map(withDrawing) },
    laid: cover,
    theme: plainTheme({}),
    settings,
    images,
    smaller: new Map(),
    sourceDateEpoch: 0,
  };
  return unzipSync(makeEpub(source, openNodeWorld('.'), new Sink()));
}

/** The colour at a place of a picture, an SVG as librsvg draws it on white. */
async function pixelsOf(picture: Uint8Array, width: number) {
  const image = sharp!.default(picture, { density: 288 }).flatten({ background: '#FFFFFF' });
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const zoom = info.width / width;
  return (x: number, y: number): readonly number[] => {
    const from = info.channels * (Math.floor(y * zoom) * info.width + Math.floor(x * zoom));
    return [...data.subarray(from, from + 3)];
  };
}

test.skipIf(sharp === null)(
  'a drawing is an SVG in the package, and on the picture of the cover',
  async () => {
    const files = await makeBook();
    const text = Object.entries(files).flatMap(([path, bytes]) =>
      path.endsWith('.xhtml') ? [strFromU8(bytes)] : [],
    );
    expect(text.join('')).toContain('src="images/image-0001.svg"');
    expect(strFromU8(files['EPUB/package.opf']!)).toMatch(
      /href="images\/image-0001\.svg" media-type="image\/svg\+xml"/,
    );
    const { width, height } = DRAWING;
    const alone = await pixelsOf(files['EPUB/images/image-0001.svg']!, width);
    const onCover = await pixelsOf(files['EPUB/cover.png']!, PAGE.width);
    for (const [across, down, name] of SEEN) {
      expect(alone(across * width, down * height), `${across} ${down}`).toEqual(INKS[name]);
      expect(onCover(20 + across * 100, 30 + down * 50), `${across} ${down}`).toEqual(INKS[name]);
    }
    expect(onCover(18, 55)).toEqual(INKS['white']);
  },
);
