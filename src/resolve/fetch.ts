import type { Code, Math as DisplayMath, InlineMath, Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { originOf } from '../parse/node-origin.ts';
import type { Composed } from '../template/composed.ts';
import type { ChartLoader } from './chart-loader.ts';
import type { CodeLoader } from './code-loader.ts';
import type { FormulaLoader } from './formula-loader.ts';
import type { ImageLoader } from './image-loader.ts';
import { isDrawn } from './rules/read-chart.ts';

/** What a document shows beside its words, read or set before it is asked for. */
export interface Fetched {
  readonly images: ImageLoader;
  readonly formulas: FormulaLoader;
  readonly code: CodeLoader;
  readonly charts: ChartLoader;
}

/**
 * Reads all images, sets all formulas and looks through all code of a document, in the order in which they stand. What is wrong with one is told
 * where it is asked for.
 */
export async function fetchAll(
  { body, furniture }: Pick<Composed, 'body' | 'furniture'>,
  { images, formulas, code, charts }: Fetched,
): Promise<void> {
  const pictures: { readonly url: string; readonly file: string }[] = [];
  const written: (DisplayMath | InlineMath)[] = [];
  const listings: Code[] = [];
  const drawn: ContainerDirective[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'image') pictures.push({ url: node.url, file: originOf(node).file });
    if (node.type === 'code') listings.push(node);
    if (node.type === 'containerDirective' && node.name === 'chart') drawn.push(node);
    if (node.type === 'math' || node.type === 'inlineMath') written.push(node);
    for (const child of node.data?.caption ?? []) visit(child);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(body);
  visit(furniture);
  for (const { url, file } of pictures) await images.load(url, file);
  for (const node of written) await formulas.load(node);
  for (const node of listings) await code.load(node);
  for (const node of drawn) if (isDrawn(node)) await charts.load(node);
}
