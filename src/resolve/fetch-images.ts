import type { Nodes } from 'mdast';
import { originOf } from '../parse/node-origin.ts';
import type { Composed } from '../template/composed.ts';
import type { ImageLoader } from './image-loader.ts';

/**
 * Reads all images that a document shows, in the order in which they stand. What is wrong with one is told where it is
 * asked for.
 */
export async function fetchImages({ body, furniture }: Composed, images: ImageLoader): Promise<void> {
  const found: { readonly url: string; readonly file: string }[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'image') found.push({ url: node.url, file: originOf(node).file });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(body);
  visit(furniture);
  for (const { url, file } of found) await images.load(url, file);
}
