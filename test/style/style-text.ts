import { readFileSync } from 'node:fs';
import { Sink } from '../../src/base/diagnostic.ts';
import { type MemoryFiles, openMemoryWorld } from '../../src/base/memory-world.ts';
import type { Face } from '../../src/font/face.ts';
import type { FontBook } from '../../src/font/font-book.ts';
import { parseFragment, parseManuscript } from '../../src/parse/parse.ts';
import { makeSettings, type Settings } from '../../src/project/settings.ts';
import { ChartLoader } from '../../src/resolve/chart-loader.ts';
import { CodeLoader } from '../../src/resolve/code-loader.ts';
import { type Fetched, fetchAll } from '../../src/resolve/fetch.ts';
import { FormulaLoader } from '../../src/resolve/formula-loader.ts';
import { ImageLoader } from '../../src/resolve/image-loader.ts';
import type { Resolved } from '../../src/resolve/nodes.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import type { Block } from '../../src/style/blocks.ts';
import type { Inline, InlineContent } from '../../src/style/inline.ts';
import { style } from '../../src/style/style.ts';
import type { Styled } from '../../src/style/styled.ts';
import type { Composed } from '../../src/template/composed.ts';
import { resolveTheme, type Theme } from '../../src/theme/theme.ts';
import type { OpenWords } from '../../src/vector/outlined-text.ts';

/** Styles Markdown as the road does, without its template unless one is given. */

export interface StyledText {
  readonly resolved: Resolved;
  readonly styled: Styled<InlineContent>;
  readonly sink: Sink;
}

export interface StyleRequest {
  readonly settings?: Partial<Settings>;
  /** Tokens as in front matter. */
  readonly theme?: Readonly<Record<string, unknown>>;
  readonly furniture?: string;
  readonly files?: MemoryFiles['files'];
}

export const plainSettings = makeSettings({ title: 'عنوان', lang: 'ar', dir: 'rtl' });

export function styleText(markdown: string, request: StyleRequest = {}): StyledText {
  return styleComposed(composeText(markdown, request), openFetched({}), request);
}

/** A text with images among `files`, which are read first. */
export async function styleWithImages(
  markdown: string,
  request: StyleRequest = {},
): Promise<StyledText & { readonly images: ImageLoader }> {
  const composed = composeText(markdown, request);
  const fetched = openFetched(request.files ?? {});
  await fetchAll(composed, fetched);
  return { ...styleComposed(composed, fetched, request), images: fetched.images };
}

const openWords: OpenWords = async () => (text) => ({ path: [], width: text.length / 2 });

/** Words in formulas have no outlines here, and are half an em a letter. */
const openFetched = (files: MemoryFiles['files']): Fetched => ({
  images: new ImageLoader(openMemoryWorld({ files: files ?? {} }), openWords),
  formulas: new FormulaLoader(openWords),
  code: new CodeLoader(openWords),
  charts: new ChartLoader(openMemoryWorld({ files: files ?? {} }), openWords),
});

function composeText(markdown: string, { settings = {}, furniture = '' }: StyleRequest): Composed {
  const { root } = parseManuscript([{ path: 'content/text.md', text: markdown }], new Sink());
  return {
    settings: { ...plainSettings, ...settings },
    titleId: null,
    body: root,
    furniture: parseFragment(furniture, 'furniture.hbs', new Sink()),
  };
}

function styleComposed(composed: Composed, fetched: Fetched, { theme = {} }: StyleRequest): StyledText {
  const sink = new Sink();
  const look = plainTheme(theme, sink);
  const resolved = resolve(composed, look, fetched, sink);
  return { resolved, styled: style(resolved, look, stubFonts(), sink), sink };
}

/** The base theme with tokens over it. */
export function plainTheme(tokens: Readonly<Record<string, unknown>>, sink = new Sink()): Theme {
  return resolveTheme({ name: null, tokens }, { path: 'theme.yaml', text: '' }, openMemoryWorld({}), sink);
}

/** The theme of a template that ships. */
export function readTheme(name: string): string {
  return readFileSync(`templates/${name}/theme.yaml`, 'utf8');
}

/** A book whose faces know everything but how to draw. */
export function stubFonts(): FontBook {
  const face = (family: string, weight: number, italic: boolean) =>
    ({
      id: `${family}-${weight}`,
      family,
      weight,
      italic: italic && family === 'amiri',
      covers: () => true,
    }) as unknown as Face;
  const families = ['amiri', 'ibm-plex-sans-arabic', 'noto-naskh-arabic', 'scheherazade-new', 'vazirmatn'];
  return {
    families,
    find: (name) => families.find((family) => family === name.toLowerCase().replaceAll(' ', '-')) ?? null,
    face,
    fallback: () => null,
    packageFor: () => null,
    takeFaults: () => [],
    get codePoints(): Face {
      throw new Error('nothing is shaped here');
    },
  };
}

/** All text blocks, depth first. */
export function textBlocks(
  blocks: readonly Block<InlineContent>[],
): Extract<Block<InlineContent>, { kind: 'text' }>[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
        return [block];
      case 'stack':
      case 'columns':
        return textBlocks(block.children);
      case 'item':
        return [block.marker, ...textBlocks(block.children)];
      case 'choice':
        return textBlocks(block.options.slice(0, 1).map((option) => option.block));
      case 'row':
        return block.cells.flatMap((cell) => textBlocks(cell.children));
      case 'table':
        return [...block.header, ...block.rows].flatMap((row) =>
          row.cells.flatMap((cell) => textBlocks(cell.children)),
        );
      default:
        return [];
    }
  });
}

/** Of all sections. */
export function blocksOf({ sections }: Styled<InlineContent>): readonly Block<InlineContent>[] {
  return sections.flatMap(({ blocks }) => blocks);
}

export function textsOf(styled: Styled<InlineContent>): string[] {
  return textBlocks(blocksOf(styled)).map((block) => block.content.map(wordsOf).join(''));
}

export function inlinesOf(styled: Styled<InlineContent>): Inline[] {
  return textBlocks(blocksOf(styled)).flatMap((block) => block.content);
}

export function rules(sink: Sink): string[] {
  return sink.diagnostics.map(({ rule, origin }) =>
    origin === null ? rule : `${rule} ${origin.line}:${origin.column}`,
  );
}

function wordsOf(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  return inline.kind === 'note-ref' ? `[${inline.label}]` : `<${inline.kind}>`;
}
