import type { Figure, MissingImage } from '../../resolve/nodes.ts';
import { type PictureSize, readPictureLength, readPictureSize } from '../../resolve/picture-size.ts';
import { alignPicture } from '../../resolve/placed-text.ts';
import type { ImageBlock } from '../blocks.ts';
import { makeBox, makeCell, makeRow, setPhrase, share } from '../build-block.ts';
import type { BlockScope, StyleContext, StyledBlock } from '../context.ts';

/** An image with its caption. */
export function styleFigure(node: Figure, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
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
    ...sizeFigure(node, context),
    align: alignPicture(align ?? 'center', context.settings.dir),
  };
  // what has its data stands in a box of its own, under its title
  if (node.data !== null) return [block];
  if (caption !== null && node.isCaptionBeside)
    return [makeBox(context, 'figure', [setBeside(block, setPhrase(scope, caption), origin)], origin)];
  const captions = caption === null ? [] : [setPhrase(scope, caption, { before: 6 })];
  return [makeBox(context, 'figure', [block, ...captions], origin)];
}

/** Of the measure, what a picture has beside its caption where nobody says how wide it is. */
const BESIDE = 2 / 3;
/** Of the measure at most: a caption of single words is none. */
const MOST_BESIDE = 0.8;
/** Between them; points. */
const GAP = 12;

/** The caption at the end side of the picture, at its foot. */
function setBeside(picture: ImageBlock, caption: StyledBlock, origin: Figure['origin']): StyledBlock {
  const part = typeof picture.width === 'number' ? BESIDE : Math.min(MOST_BESIDE, picture.width.share);
  const width = { share: 1 };
  const cells = [
    makeCell([{ ...picture, width, height: null, keepWithNext: false }], share(part)),
    { ...makeCell([caption], share(1 - part)), align: 'end' as const },
  ];
  return makeRow(cells, GAP, origin);
}

/** A size that says nothing of this page is told of. Shrunk to its page later. */
function sizeFigure(node: Figure, { sink }: StyleContext): PictureSize {
  const { width: across, height: down, origin } = node;
  for (const written of [across, down])
    if (written !== null && !OF_A_SCREEN.test(written) && readPictureLength(written) === null)
      sink.report('image-size', origin, { written });
  if (across !== null && isOverMeasure(across)) sink.report('image-width', origin, { written: across });
  return readPictureSize(node);
}

const isOverMeasure = (width: string) => width.trim().endsWith('%') && Number.parseFloat(width) > 100;

/** Lengths that say nothing of a page, and a height in parts of nobody knows what. */
const OF_A_SCREEN = /^\s*(?:|auto|[\d.]+\s*(?:v[wh]|v?min|v?max|r?em|ch|ex))\s*$/i;

/** Where the image itself cannot be shown: its words in a frame. */
export function styleMissingImage(
  { phrases, origin }: MissingImage,
  scope: BlockScope,
): readonly StyledBlock[] {
  const lines = phrases.map((phrase) => setPhrase(scope, phrase));
  return [makeBox(scope.context, 'missing-image', lines, origin)];
}
