import type { Size } from '../../base/geometry.ts';
import type { Figure, MissingImage } from '../../resolve/nodes.ts';
import { readPictureLength, sizePicture } from '../../resolve/picture-size.ts';
import { alignPicture } from '../../resolve/placed-text.ts';
import type { ImageBlock } from '../blocks.ts';
import { makeBox, setPhrase } from '../build-block.ts';
import type { Flow, StyledBlock } from '../flow.ts';

/** An image with its caption. */
export function styleFigure(node: Figure, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { image, tagTarget, caption, align, origin } = node;
  const block: ImageBlock = {
    kind: 'image',
    tagTarget,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: caption !== null,
    anchors: [],
    origin,
    image,
    ...sizeFigure(node, flow),
    align: alignPicture(align ?? 'center', run.settings.dir),
  };
  const captions = caption === null ? [] : [setPhrase(flow, caption, { before: 6 })];
  return [makeBox(run, 'figure', [block, ...captions], origin)];
}

/** A size that says nothing of this page is told of. Shrunk to its page later. */
function sizeFigure(node: Figure, { measure, run }: Flow): Size {
  const { width: across, height: down, origin } = node;
  for (const written of [across, down])
    if (written !== null && !OF_A_SCREEN.test(written) && readPictureLength(written, 1) === null)
      run.sink.report('image-size', origin, { written });
  if (across !== null && isOverMeasure(across)) run.sink.report('image-width', origin, { written: across });
  return sizePicture(node, measure);
}

const isOverMeasure = (width: string) => width.trim().endsWith('%') && Number.parseFloat(width) > 100;

/** Lengths that say nothing of a page, and a height in parts of nobody knows what. */
const OF_A_SCREEN = /^\s*(?:|auto|[\d.]+\s*(?:v[wh]|v?min|v?max|r?em|ch|ex))\s*$/i;

/** Where the image itself cannot be shown: its words in a frame. */
export function styleMissingImage({ phrases, origin }: MissingImage, flow: Flow): readonly StyledBlock[] {
  const lines = phrases.map((phrase) => setPhrase(flow, phrase));
  return [makeBox(flow.run, 'missing-image', lines, origin)];
}
