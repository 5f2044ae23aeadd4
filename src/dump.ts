import type { Products } from './compile.ts';
import type { Dump, DumpStage } from './dump-stages.ts';
import { dumpPages } from './page/dump-pages.ts';
import type { Laid } from './page/page.ts';
import { dumpRoot } from './parse/dump-root.ts';
import { dumpResolved } from './resolve/dump-resolved.ts';
import { dumpBlocks } from './style/dump-blocks.ts';
import { dumpTags } from './tags/dump-tags.ts';
import { dumpLine } from './text/dump-line.ts';
import { dumpItemised, dumpShaped } from './text/dump-paragraphs.ts';

type Printer = { readonly [S in keyof Products]?: (dump: DumpStage, product: Products[S]) => string | null };

const only = (wanted: DumpStage, dump: DumpStage, print: () => string) => (dump === wanted ? print() : null);

/** For each stage with a dump the text of its product, null where another stage's was asked for. */
const printers: Printer = {
  parse: (dump, { root }) => only('parse', dump, () => dumpRoot(root)),
  proof: (dump, { root }) => only('proof', dump, () => dumpRoot(root)),
  template: (dump, { body, furniture }) =>
    only('template', dump, () => `${dumpRoot(body)}\n${dumpRoot(furniture)}`),
  resolve: (dump, resolved) => only('resolve', dump, () => dumpResolved(resolved)),
  style: (dump, styled) => only('style', dump, () => dumpBlocks(styled)),
  itemise: (dump, itemised) => only('itemise', dump, () => dumpItemised(itemised)),
  shape: (dump, shaped) => only('shape', dump, () => dumpShaped(shaped)),
  page: (dump, laid) =>
    only('lines', dump, () => dumpLines(laid)) ??
    only('page', dump, () => dumpPages(laid)) ??
    only('tags', dump, () => dumpTags(laid)),
  impose: (dump, laid) => only('impose', dump, () => dumpPages(laid)),
};

/** Prints the product of the stage that was asked for. @returns whether it has, and the road may end */
export function printDump<S extends keyof Products>(
  { stage, print }: Dump,
  name: S,
  product: Products[S],
): boolean {
  const text = printers[name]?.(stage, product) ?? null;
  if (text !== null) print(text);
  return text !== null;
}

function dumpLines(laid: Laid): string {
  const lines = laid.pages.flatMap(({ drawItems }) =>
    drawItems.map((drawItem) => (drawItem.kind === 'line' ? `${dumpLine(drawItem.line)}\n` : '')),
  );
  return lines.join('');
}
