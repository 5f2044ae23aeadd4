import { strFromU8, unzipSync } from 'fflate';
import { concatenate } from '../../src/base/byte-parts.ts';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { World } from '../../src/base/world.ts';
import { compile } from '../../src/compile.ts';
import type { Laid } from '../../src/page/page.ts';

export interface Book {
  readonly bytes: Uint8Array;
  /** By path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The pages of the print that it was made beside. */
  readonly laid: Laid;
  readonly sink: Sink;
}

/** Builds an e-book along the whole road. */
export async function buildBook(file: string, world: World = openNodeWorld('.')): Promise<Book> {
  const sink = new Sink();
  const pages: Laid[] = [];
  const compiled = await compile(
    {
      files: [file],
      text: null,
      format: 'epub',
      profile: 'screen',
      envelope: null,
      template: null,
      theme: null,
      pdf: null,
      textFor: null,
      attachments: [],
    },
    world,
    sink,
    {
      onProduct: (name, product) => {
        if (name === 'page') pages.push(product as Laid);
      },
    },
  );
  if (compiled === null) throw new Error(sink.diagnostics.map(({ message }) => message.en).join('\n'));
  const bytes = concatenate(compiled.bytes);
  return { bytes, files: unzipSync(bytes), laid: pages[0]!, sink };
}

/** Builds a text that is in no file. */
export function buildText(markdown: string): Promise<Book> {
  const memory = openMemoryWorld({ files: { 'text.md': markdown } });
  const node = openNodeWorld('.');
  const { readAsset, listAssets, readPackage } = node;
  return buildBook('text.md', {
    ...memory,
    readAsset: readAsset.bind(node),
    listAssets: listAssets.bind(node),
    readPackage: readPackage.bind(node),
  });
}

export function read({ files }: Book, path: string): string {
  const bytes = files[`EPUB/${path}`];
  if (bytes === undefined) throw new Error(`no ${path} in: ${Object.keys(files).join(', ')}`);
  return strFromU8(bytes);
}

/** All files of the text, in reading order, as one string. */
export function readText(book: Book): string {
  return pathsOf(book, /part-\d+\.xhtml$/)
    .map((path) => read(book, path))
    .join('\n');
}

export function pathsOf({ files }: Book, pattern: RegExp): string[] {
  return Object.keys(files)
    .filter((path) => pattern.test(path))
    .map((path) => path.replace(/^EPUB\//, ''))
    .sort();
}

/** What matches, in order. */
export function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}
