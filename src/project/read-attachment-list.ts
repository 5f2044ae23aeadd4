import { posix } from 'node:path';
import type { Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import type { AttachmentChoice, Relationship } from './attachment.ts';
import { foldKey } from './setting-keys.ts';
import type { YamlEntry, YamlValue } from './yaml-entries.ts';

type Field = 'file' | 'description' | 'relationship';

const fields: ReadonlyMap<string, Field> = new Map([
  ['file', 'file'],
  ['ملف', 'file'],
  ['الملف', 'file'],
  ['description', 'description'],
  ['وصف', 'description'],
  ['الوصف', 'description'],
  ['relationship', 'relationship'],
  ['علاقة', 'relationship'],
  ['العلاقة', 'relationship'],
]);

const relationships: ReadonlyMap<string, Relationship> = new Map([
  ['data', 'Data'],
  ['بيانات', 'Data'],
  ['source', 'Source'],
  ['مصدر', 'Source'],
  ['alternative', 'Alternative'],
  ['بديل', 'Alternative'],
  ['supplement', 'Supplement'],
  ['ملحق', 'Supplement'],
  ['unspecified', 'Unspecified'],
  ['غير محدد', 'Unspecified'],
]);

/**
 * `attachments:` one file, or a list of files and of maps of `file`, `description` and `relationship`. Paths are
 * relative to the file they stand in. What cannot be read is reported and left out.
 */
export function readAttachmentList(entry: YamlEntry, sink: Sink): readonly AttachmentChoice[] {
  const { value } = entry;
  const items = Array.isArray(value) ? value : [value];
  const reader = new ItemReader(entry, sink);
  return items.flatMap((item, index) => reader.read(item, Array.isArray(value) ? String(index) : ''));
}

class ItemReader {
  readonly #entry: YamlEntry;
  readonly #sink: Sink;

  constructor(entry: YamlEntry, sink: Sink) {
    this.#entry = entry;
    this.#sink = sink;
  }

  /** @param path of the item below the key; '' where it is the only one. */
  read(item: YamlValue, path: string): readonly AttachmentChoice[] {
    const origin = this.#placeOf(path);
    if (isText(item)) return [this.#choose(String(item), null, null, origin)];
    if (item === null || Array.isArray(item) || typeof item !== 'object') return this.#refuse(origin);
    const said = this.#readFields(item as { readonly [key: string]: YamlValue }, path);
    const file = said.get('file');
    if (file === undefined) return said.has('broken') ? [] : this.#refuse(origin);
    const relationship = this.#readRelationship(said.get('relationship'));
    const description = said.get('description')?.text.replace(/\s+/g, ' ') ?? null;
    return [this.#choose(file.text, description, relationship, file.origin)];
  }

  #readFields(
    item: { readonly [key: string]: YamlValue },
    path: string,
  ): ReadonlyMap<Field | 'broken', { readonly text: string; readonly origin: Origin }> {
    const said = new Map<Field | 'broken', { readonly text: string; readonly origin: Origin }>();
    for (const [key, value] of Object.entries(item)) {
      const origin = this.#placeOf(path === '' ? key : `${path}.${key}`);
      const field = fields.get(foldKey(key));
      if (field === undefined) {
        const guess = nearest(key, fields.keys()) ?? 'file, description, relationship';
        this.#sink.report('attachment-key', origin, { key, guess });
      } else if (isText(value) && String(value).trim() !== '') {
        said.set(field, { text: String(value).trim(), origin });
      } else if (value !== null) {
        said.set('broken', { text: '', origin });
        this.#refuse(origin);
      }
    }
    return said;
  }

  #readRelationship(
    said: { readonly text: string; readonly origin: Origin } | undefined,
  ): Relationship | null {
    if (said === undefined) return null;
    const relationship = relationships.get(foldKey(said.text));
    if (relationship !== undefined) return relationship;
    const names = [...relationships.keys()];
    const expected = nearest(said.text, names) ?? names.join(', ');
    this.#sink.report('setting-value', said.origin, { key: 'relationship', value: said.text, expected });
    return null;
  }

  #choose(
    written: string,
    description: string | null,
    relationship: Relationship | null,
    origin: Origin,
  ): AttachmentChoice {
    const path = written.trim();
    const located = posix.isAbsolute(path) ? path : posix.join(posix.dirname(origin.file), path);
    return { path: located, description, relationship, origin };
  }

  #refuse(origin: Origin): readonly AttachmentChoice[] {
    this.#sink.report('setting-not-attachments', origin, { key: this.#entry.key });
    return [];
  }

  #placeOf(path: string): Origin {
    return this.#entry.places.get(path) ?? this.#entry.valueOrigin;
  }
}

function isText(value: YamlValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
