import { concatenate } from '../base/byte-parts.ts';
import { type Name, readNames } from './font-facts.ts';
import { readFontFile, viewOf, writeFontFile } from './sfnt-file.ts';

/** Copyright, version, licence and its address: what is true of the font under any name (OpenType 1.9, `name`). */
const KEPT: ReadonlySet<number> = new Set([0, 5, 13, 14]);

const HEADER_SIZE = 6;
const RECORD_SIZE = 12;
const WINDOWS = 3;
const UNICODE_BMP = 1;
const ENGLISH = 0x409;

/** The font under another name, with the copyright and the licence it has. @param name of ASCII letters, digits and spaces */
export function renameFont(file: Uint8Array, name: string): Uint8Array {
  const tables = readFontFile(file);
  const kept = new Map<number, string>();
  for (const { id, text } of readNames(tables.get('name')))
    if (KEPT.has(id) && !kept.has(id)) kept.set(id, text);
  const own: readonly Name[] = [
    { id: 1, text: name },
    { id: 2, text: 'Regular' },
    { id: 3, text: name },
    { id: 4, text: name },
    { id: 6, text: name.replaceAll(' ', '-') },
  ];
  const names = [...own, ...[...kept].map(([id, text]) => ({ id, text }))].sort((a, b) => a.id - b.id);
  return writeFontFile(new Map([...tables, ['name', nameTable(names)]]));
}

/** Version 0, in English for Windows, which every reader of fonts knows. @param names by their number */
function nameTable(names: readonly Name[]): Uint8Array {
  const texts = names.map(({ text }) => encodeUtf16(text));
  const start = HEADER_SIZE + RECORD_SIZE * names.length;
  const head = new Uint8Array(start);
  const view = viewOf(head);
  view.setUint16(2, names.length);
  view.setUint16(4, start);
  let offset = 0;
  for (const [index, { id }] of names.entries()) {
    const { length } = texts[index]!;
    const record = [WINDOWS, UNICODE_BMP, ENGLISH, id, length, offset];
    record.forEach((value, at) => {
      view.setUint16(HEADER_SIZE + RECORD_SIZE * index + 2 * at, value);
    });
    offset += length;
  }
  return concatenate([head, ...texts]);
}

/** Big endian. */
function encodeUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = viewOf(bytes);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at));
  return bytes;
}
