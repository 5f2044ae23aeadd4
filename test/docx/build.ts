import { isTag, isText } from 'domhandler';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/library.ts';
import type { Request } from '../../src/request.ts';

export interface WordFile {
  readonly bytes: Uint8Array;
  /** By path. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** An element as it is read: its name without a prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Of its own. */
  readonly text: string;
}

export async function buildWord(request: Request, folder = '.'): Promise<WordFile> {
  const result = await compile({ format: 'docx', ...request }, openNodeWorld(folder));
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { bytes: result.bytes!, files: unzipSync(result.bytes!), diagnostics: result.diagnostics };
}

export function read({ files }: WordFile, path: string): string {
  const bytes = files[path];
  if (bytes === undefined) throw new Error(`no ${path} in: ${Object.keys(files).join(', ')}`);
  return strFromU8(bytes);
}

export function parse(file: WordFile, path = 'word/document.xml'): Element {
  const document = parseDocument(read(file, path), { xmlMode: true });
  return toElement(document.children.find(isTag)!);
}

type Tag = Extract<ReturnType<typeof parseDocument>['children'][number], { attribs: unknown }>;

function toElement(tag: Tag): Element {
  return {
    name: tag.name.replace(/^w:/, ''),
    attributes: Object.fromEntries(
      Object.entries(tag.attribs).map(([key, value]) => [key.replace(/^w:/, ''), value]),
    ),
    children: tag.children.filter(isTag).map((child) => toElement(child as Tag)),
    text: tag.children.map((child) => (isText(child) ? child.data : '')).join(''),
  };
}

/** All elements of that name inside, in order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function child(element: Element, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>(
    (at, name) => at?.children.find((one) => one.name === name),
    element,
  );
}

/** Of a property: what it says, or whether it is on. */
export function said(element: Element, ...names: readonly string[]): string | undefined {
  const found = child(element, ...names);
  return found === undefined ? undefined : (found.attributes['val'] ?? 'on');
}

/** What a reader sees of it; marks of direction are not seen. */
export function textOf(element: Element): string {
  if (element.name === 't') return element.text.replace(/[\u200E\u200F]/g, '');
  if (element.name === 'br') return '\n';
  if (element.name === 'tab') return element.attributes['pos'] === undefined ? '\t' : '';
  return element.children.map(textOf).join('');
}

/** Paragraphs outside of notes, by what they say. */
export function paragraphs(file: WordFile, path?: string): readonly (readonly [string, Element])[] {
  return all(parse(file, path), 'p').map((element) => [textOf(element), element] as const);
}

export function paragraph(file: WordFile, text: string, path?: string): Element {
  const found = paragraphs(file, path).find(([one]) => one.includes(text));
  if (found === undefined) throw new Error(`no paragraph says ${text}`);
  return found[1];
}
