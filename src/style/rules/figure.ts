import type { Size } from '../../base/geometry.ts';
import type { Figure, MissingImage } from '../../resolve/nodes.ts';
import type { ImageBlock } from '../blocks.ts';
import { makeBox, setPhrase } from '../build-block.ts';
import type { Flow, StyledBlock } from '../flow.ts';
import { PIXEL } from '../inlines.ts';
import { alignPicture } from '../placed-text.ts';

/** An image with its caption. */
export function styleFigure(node: Figure, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { image, role, caption, align, origin } = node;
  const block: ImageBlock = {
    kind: 'image',
    role,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: caption !== null,
    anchors: [],
    origin,
    image,
    ...sizePicture(node, flow),
    align: alignPicture(align ?? 'center', run.settings.dir),
  };
  const captions = caption === null ? [] : [setPhrase(flow, caption, { before: 6 })];
  return [makeBox(run, 'figure', [block, ...captions], origin)];
}

/** As large as its pixels, or as the author has written; shrunk to its page later. Points. */
function sizePicture({ image, width: across, height: down, origin }: Figure, { measure, run }: Flow): Size {
  const natural = { width: image.width * PIXEL, height: image.height * PIXEL };
  const width = readPictureLength(across, measure);
  const height = readPictureLength(down, null);
  for (const written of [across, down])
    if (written !== null && !OF_A_SCREEN.test(written) && readPictureLength(written, 1) === null)
      run.sink.report('image-size', origin, { written });
  if (across !== null && isOverMeasure(across)) run.sink.report('image-width', origin, { written: across });
  if (width !== null && height !== null) return { width, height };
  if (width !== null) return { width, height: (natural.height * width) / natural.width };
  if (height !== null) return { width: (natural.width * height) / natural.height, height };
  return natural;
}

const isOverMeasure = (width: string) => width.trim().endsWith('%') && Number.parseFloat(width) > 100;

/** Lengths that say nothing of a page, and a height in parts of nobody knows what. */
const OF_A_SCREEN = /^\s*(?:|auto|[\d.]+\s*(?:v[wh]|v?min|v?max|r?em|ch|ex))\s*$/i;

/** Points a unit; a bare number is pixels. */
const UNITS: Readonly<Record<string, number>> = {
  '': PIXEL,
  px: PIXEL,
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
};

/** A length as HTML and Pandoc write it; null for one that says nothing of this page (`auto`, `20vw`). */
function readPictureLength(written: string | null, measure: number | null): number | null {
  const [, number = '', unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,4})?)\s*(%|[a-z]*)\s*$/i.exec(written ?? '') ?? [];
  const value = Number(number);
  if (number === '' || value === 0) return null;
  if (unit === '%') return measure === null ? null : (measure * Math.min(value, 100)) / 100;
  const points = UNITS[unit.toLowerCase()];
  return points === undefined ? null : value * points;
}

/** Where the image itself cannot be shown: its words in a frame. */
export function styleMissingImage({ phrases, origin }: MissingImage, flow: Flow): readonly StyledBlock[] {
  const lines = phrases.map((phrase) => setPhrase(flow, phrase));
  return [makeBox(flow.run, 'missing-image', lines, origin)];
}
