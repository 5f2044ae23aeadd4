import { parse, TomlError } from 'smol-toml';
import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import { type Layer, readSettings } from './read-settings.ts';
import type { YamlEntry } from './yaml-entries.ts';

/** Keys of `[book]` and what they are here. https://rust-lang.github.io/mdBook/format/configuration/general.html */
const KEYS: Readonly<Record<string, string>> = {
  title: 'title',
  authors: 'author',
  description: 'subject',
  language: 'lang',
  'text-direction': 'dir',
};

/** What an mdBook's book.toml says of the book. */
interface BookToml {
  readonly layer: Layer;
  /** The folder of SUMMARY.md, as written. */
  readonly src: string;
}

/** The rest of book.toml is for mdBook's own pages. What cannot be read is reported, and says nothing. */
export function readBookToml(path: string, text: string, sink: Sink): BookToml {
  const book = readTable(path, text, sink);
  const entries = Object.entries(KEYS).flatMap(([key, name]) => {
    const written = writeValue(book[key]);
    return written === null ? [] : [makeEntry(path, text, key, name, written)];
  });
  return { layer: readSettings(entries, sink), src: writeValue(book['src']) ?? 'src' };
}

function readTable(path: string, text: string, sink: Sink): Readonly<Record<string, unknown>> {
  if (text.length > limits.yamlLength) {
    sink.report('toml-broken', { file: path, line: 1, column: 1 }, { detail: 'too long' });
    return {};
  }
  try {
    const { book } = parse(text, { maxDepth: limits.yamlDepth });
    return typeof book === 'object' && !Array.isArray(book) ? { ...book } : {};
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, column } = error;
    const detail = error.message.split('\n')[0]!.replace(/^Invalid TOML document: /, '');
    sink.report('toml-broken', { file: path, line, column }, { detail });
    return {};
  }
}

function writeValue(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(writeValue).filter(Boolean).join('، ') || null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** As if the same stood in a book.yaml; the place is the line that begins with the key. */
function makeEntry(file: string, text: string, key: string, name: string, written: string): YamlEntry {
  const before = text.slice(0, Math.max(text.search(new RegExp(`^[ \\t]*${key}[ \\t]*=`, 'm')), 0));
  const origin = { file, line: before.split('\n').length, column: 1 };
  return { key: name, value: written, written, origin, valueOrigin: origin, places: new Map() };
}
