import type { Image } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import type { StructTag, TagTarget } from '../../base/element.ts';
import type { Alignment } from '../../parse/manuscript.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around } from '../context.ts';
import { nameImage } from '../image-loader.ts';
import type { ImageSource } from '../image-source.ts';
import type { Figure, MissingImage, Phrase } from '../nodes.ts';
import { plainPhrase } from '../phrase.ts';
import { captionOf } from '../targets.ts';
import { makeCaption } from './captions.ts';
import { spell } from './references.ts';

/** An image with its caption, or its words where it cannot be shown. */
export function resolveFigure(node: Image, around: Around, align: Alignment | null): Figure | MissingImage {
  const { context } = around;
  const origin = originOf(node);
  const image = context.images.fetch(node.url, origin, context.sink);
  if (image === null) return makeStandIn(node, around);
  // the caption is no child of the figure: alternative text would hide it (ISO 32000-1, 14.9.3)
  const div = context.structure.add('Div', around.parent, origin);
  const tagTarget = context.structure.add('Figure', div, origin, {
    alt: node.alt || spell(captionOf(node, node.title ?? ''), context) || null,
  });
  const caption = captionImage(node, div, around, 'Caption');
  const { height = null } = node.data ?? {};
  const width = node.data?.width ?? (height === null ? widthByResolution(node, image, context.sink) : null);
  const isCaptionBeside = isBeside(node, context.sink);
  const facts = { image, tagTarget, caption, isCaptionBeside, align, width, height, data: null, origin };
  return { kind: 'figure', figureTarget: div, ...facts };
}

/** `{dpi=300}`: as wide as its pixels are at so many to the inch; null where nothing, or nothing of sense, is written. */
function widthByResolution(node: Image, image: ImageSource, sink: Sink): string | null {
  const written = node.data?.dpi;
  if (written === undefined) return null;
  const dpi = /^\s*\d{1,5}(?:\.\d{1,4})?\s*$/.test(written) ? Number(written) : 0;
  if (dpi >= LEAST_DPI) return `${((image.width * 72) / dpi).toFixed(2)}pt`;
  sink.report('image-dpi', originOf(node), { written, least: LEAST_DPI });
  return null;
}

/** Pixels an inch, below which a pixel is larger than a full stop. */
const LEAST_DPI = 10;

/** `{caption=side}` */
function isBeside(node: Image, sink: Sink): boolean {
  const written = node.data?.captionAt?.trim().toLowerCase() ?? 'below';
  if (written !== 'side' && written !== 'below') sink.report('caption-place', originOf(node), { written });
  return written === 'side';
}

/** Its title, as typed: what is written there keeps its digits. */
function captionImage(node: Image, parent: TagTarget, around: Around, tag: StructTag): Phrase | null {
  const { label } = boxStyleIn(around.context.theme, 'figure');
  return makeCaption(captionOf(node, node.title ?? ''), label, parent, around, node, tag);
}

/** What it shows, what it is called, and its caption. */
function makeStandIn(node: Image, around: Around): MissingImage {
  const { context } = around;
  const origin = originOf(node);
  const boxStyle = boxStyleIn(context.theme, 'missing-image');
  const div = context.structure.add('Div', around.parent, origin);
  const isSaid = (node.title ?? '') === node.alt && !context.targets.byNode.get(node)?.number;
  const paragraph = (row: string, text: string): Phrase =>
    plainPhrase(text, row, context.structure.add('P', div, origin), origin);
  const name = context.structure.add('P', div, origin);
  const called = { kind: 'text', text: nameImage(node.url), origin } as const;
  const apart = {
    kind: 'foreign',
    lang: null,
    direction: 'auto',
    tagTarget: null,
    children: [called],
    origin,
  } as const;
  const phrases = [
    ...(node.alt ? [paragraph(boxStyle.text, node.alt)] : []),
    { styleName: boxStyle.label, tagTarget: name, content: [apart], origin },
    ...(isSaid ? [] : [captionImage(node, div, around, 'P')]).filter((phrase) => phrase !== null),
  ];
  return { kind: 'missing-image', tagTarget: div, phrases, origin };
}
