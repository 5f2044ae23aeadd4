import type { Image, Nodes, Paragraph } from 'mdast';
import type { ImageBlock } from '../blocks.ts';
import { makeBox, makePlainText } from '../build-block.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import { PIXEL } from '../inlines.ts';
import { DECORATION } from '../structure.ts';

/** The image of a paragraph that holds nothing else. */
export function soleImage(node: Paragraph): Image | null {
  const [image, ...rest] = node.children.filter(
    (child: Nodes) => child.type !== 'text' || child.value.trim() !== '',
  );
  return image?.type === 'image' && rest.length === 0 ? image : null;
}

/** An image with its caption; null where there is neither, and the alternative text must do. */
export function styleFigure(node: Image, flow: Flow): readonly StyledBlock[] | null {
  const { run } = flow;
  const origin = originOf(node);
  const image = run.images.fetch(node.url, origin);
  const caption = node.title ?? '';
  if (image === null) return caption === '' ? null : styleCaptionAlone(node, caption, flow);
  const alt = node.alt || caption;
  // the caption is no child of the figure: alternative text would hide it (ISO 32000-1, 14.9.3)
  const div = run.structure.add('Div', flow.parent, origin);
  const role = alt === '' ? DECORATION : run.structure.add('Figure', div, origin, { alt });
  const block: ImageBlock = {
    kind: 'image',
    role,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: caption !== '',
    anchors: [],
    origin,
    image,
    width: image.width * PIXEL,
    height: image.height * PIXEL,
    align: 'center',
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

/** Where the image itself cannot be shown, its words still are. */
function styleCaptionAlone(node: Image, caption: string, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const label = boxRoleOf(run, 'figure').label;
  const texts = node.alt && node.alt !== caption ? [node.alt, caption] : [caption];
  const lines = texts.map((text) => {
    const role = run.structure.add('P', flow.parent, origin);
    return makePlainText(flow, label, role, text, origin);
  });
  return [makeBox(run, 'figure', lines, origin)];
}
