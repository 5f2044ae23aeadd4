import type { Image } from 'mdast';
import { type Chapter, originOf } from '../chapter.ts';

/**
 * Without alternative text an image is silent to who listens to the document, and no PDF/UA. Images on the
 * network are not fetched, and are reported for that.
 */
export function checkImage(node: Image, chapter: Chapter): void {
  if ((node.alt ?? '').trim() === '' && !/^(?:https?:)?\/\//i.test(node.url))
    chapter.sink.report('image-alt-missing', originOf(node), { url: node.url.slice(0, 80) });
}
