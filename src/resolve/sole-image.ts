import type { Image, Nodes, Paragraph } from 'mdast';

/** The image of a paragraph that holds nothing else. */
export function soleImage(node: Paragraph): Image | null {
  const [image, ...rest] = node.children.filter(
    (child: Nodes) => child.type !== 'text' || child.value.trim() !== '',
  );
  return image?.type === 'image' && rest.length === 0 ? image : null;
}
