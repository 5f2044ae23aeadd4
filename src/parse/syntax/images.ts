import type { Image, Paragraph, PhrasingContent } from 'mdast';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';

/**
 * Without alternative text an image is silent to who listens to the document, and no PDF/UA. Images on the
 * network are not fetched, and are reported for that.
 */
export function checkImage(node: Image, chapter: Chapter): void {
  if ((node.alt ?? '').trim() === '' && !/^(?:https?:)?\/\//i.test(node.url))
    chapter.sink.report('image-alt-missing', originOf(node), { url: node.url.slice(0, 80) });
}

/** Pictures whose sizes are given, with nothing but spaces between them, are figures and no signs in a line. */
export function splitPictures(node: Paragraph): Replacement {
  const pictures = node.children.filter((child) => child.type === 'image');
  const sized = pictures.some(({ data }) => data?.width !== undefined || data?.height !== undefined);
  const others = node.children.some(
    (child) => child.type !== 'image' && child.type !== 'break' && !isSpace(child),
  );
  if (pictures.length < 2 || !sized || others) return null;
  return pictures.map((picture, index): Paragraph => {
    const { anchors: _, ...data } = node.data ?? {};
    return { type: 'paragraph', children: [picture], data: index === 0 ? { ...node.data } : data };
  });
}

function isSpace(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
