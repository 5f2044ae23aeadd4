import type { Image } from 'mdast';
import type { Alignment } from '../../parse/manuscript.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around } from '../context.ts';
import { nameImage } from '../image-loader.ts';
import type { Figure, MissingImage, Phrase } from '../nodes.ts';
import { plainPhrase } from '../phrase.ts';

/** An image with its caption, or its words where it cannot be shown. */
export function resolveFigure(node: Image, around: Around, align: Alignment | null): Figure | MissingImage {
  const { context } = around;
  const origin = originOf(node);
  const image = context.images.fetch(node.url, origin, context.sink);
  const words = node.title ?? '';
  if (image === null) return makeStandIn(node, around);
  // the caption is no child of the figure: alternative text would hide it (ISO 32000-1, 14.9.3)
  const div = context.structure.add('Div', around.parent, origin);
  const tagTarget = context.structure.add('Figure', div, origin, { alt: node.alt || words || null });
  const { label } = boxStyleIn(context.theme, 'figure');
  const caption =
    words === '' ? null : plainPhrase(words, label, context.structure.add('Caption', div, origin), origin);
  const { width = null, height = null } = node.data ?? {};
  return { kind: 'figure', figureTarget: div, image, tagTarget, caption, align, width, height, origin };
}

/** What it shows, what it is called, and its caption. */
function makeStandIn(node: Image, around: Around): MissingImage {
  const { context } = around;
  const origin = originOf(node);
  const boxStyle = boxStyleIn(context.theme, 'missing-image');
  const div = context.structure.add('Div', around.parent, origin);
  const caption = node.title ?? '';
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
  const { label } = boxStyleIn(context.theme, 'figure');
  const phrases = [
    ...(node.alt ? [paragraph(boxStyle.text, node.alt)] : []),
    { styleName: boxStyle.label, tagTarget: name, content: [apart], origin },
    ...(caption !== '' && caption !== node.alt ? [paragraph(label, caption)] : []),
  ];
  return { kind: 'missing-image', tagTarget: div, phrases, origin };
}
