import type { Image, Nodes, Paragraph } from 'mdast';
import type { Size } from '../../base/geometry.ts';
import type { Alignment } from '../../parse/manuscript.ts';
import type { ImageBlock } from '../blocks.ts';
import { makeBox, makePlainText, makeRun, makeText, makeVoice } from '../build-block.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import { nameImage } from '../image-shelf.ts';
import type { ImageSource } from '../inline.ts';
import { PIXEL } from '../inlines.ts';
import { alignPicture } from '../placed-text.ts';

/** The image of a paragraph that holds nothing else. */
export function soleImage(node: Paragraph): Image | null {
  const [image, ...rest] = node.children.filter(
    (child: Nodes) => child.type !== 'text' || child.value.trim() !== '',
  );
  return image?.type === 'image' && rest.length === 0 ? image : null;
}

/** An image with its caption, or a frame with its words where it cannot be shown. */
export function styleFigure(node: Image, flow: Flow, align?: Alignment): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const image = run.images.fetch(node.url, origin);
  const caption = node.title ?? '';
  if (image === null) return [frameWords(node, flow)];
  const alt = node.alt || caption || null;
  // the caption is no child of the figure: alternative text would hide it (ISO 32000-1, 14.9.3)
  const div = run.structure.add('Div', flow.parent, origin);
  const role = run.structure.add('Figure', div, origin, { alt });
  const block: ImageBlock = {
    kind: 'image',
    role,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: caption !== '',
    anchors: [],
    origin,
    image,
    ...sizePicture(node, image, flow),
    align: alignPicture(align, run.settings.dir),
  };
  const label = boxRoleOf(run, 'figure').label;
  const captions =
    caption === ''
      ? []
      : [
          makePlainText(flow, label, run.structure.add('Caption', div, origin), caption, origin, {
            before: 6,
          }),
        ];
  return [makeBox(run, 'figure', [block, ...captions], origin)];
}

/** As large as its pixels, or as the author has written; shrunk to its page later. Points. */
function sizePicture({ data }: Image, image: ImageSource, { measure, run }: Flow): Size {
  const natural = { width: image.width * PIXEL, height: image.height * PIXEL };
  const width = readPictureLength(data?.width, measure);
  const height = readPictureLength(data?.height, null);
  for (const written of [data?.width, data?.height])
    if (written !== undefined && !OF_A_SCREEN.test(written) && readPictureLength(written, 1) === null)
      run.sink.report('image-size', data?.origin ?? null, { written });
  if (isOverMeasure(data?.width))
    run.sink.report('image-width', data?.origin ?? null, { written: data!.width! });
  if (width !== null && height !== null) return { width, height };
  if (width !== null) return { width, height: (natural.height * width) / natural.width };
  if (height !== null) return { width: (natural.width * height) / natural.height, height };
  return natural;
}

const isOverMeasure = (width: string | undefined) =>
  width?.trim().endsWith('%') && Number.parseFloat(width) > 100;

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
function readPictureLength(written: string | undefined, measure: number | null): number | null {
  const [, number = '', unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,4})?)\s*(%|[a-z]*)\s*$/i.exec(written ?? '') ?? [];
  const value = Number(number);
  if (number === '' || value === 0) return null;
  if (unit === '%') return measure === null ? null : (measure * Math.min(value, 100)) / 100;
  const points = UNITS[unit.toLowerCase()];
  return points === undefined ? null : value * points;
}

/** Where the image itself cannot be shown: what it shows, what it is called, and its caption, in a frame. */
function frameWords(node: Image, flow: Flow): StyledBlock {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, 'missing-image');
  const div = run.structure.add('Div', flow.parent, origin);
  const caption = node.title ?? '';
  const paragraph = (roleName: string, text: string) =>
    makePlainText(flow, roleName, run.structure.add('P', div, origin), text, origin);
  const name = run.structure.add('P', div, origin);
  const voice = { ...makeVoice(flow, look.label, name), isolates: [{ direction: 'auto' } as const] };
  const lines = [
    ...(node.alt ? [paragraph(look.text, node.alt)] : []),
    makeText(flow, look.label, name, [makeRun(nameImage(node.url), voice, origin)], origin),
    ...(caption !== '' && caption !== node.alt ? [paragraph(boxRoleOf(run, 'figure').label, caption)] : []),
  ];
  return makeBox(run, 'missing-image', lines, origin);
}
