import type { Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import { MATTER_ROLES, type MatterChoice, type MatterRole } from './matter.ts';
import { foldKey } from './setting-keys.ts';
import type { YamlEntry, YamlValue } from './yaml-entries.ts';

/** A part of a book as book.yaml lists it; paths as written. */
export interface PartChoice {
  /** '' where it has none, which is reported. */
  readonly title: string;
  /** A text that stands under the title on the page that opens the part. */
  readonly file: string | null;
  readonly chapters: readonly ListedPath[];
  readonly origin: Origin;
}

interface ListedPath {
  readonly path: string;
  readonly origin: Origin;
}

type Field = 'title' | 'file' | 'chapters';

const fields: ReadonlyMap<string, Field> = new Map([
  ['title', 'title'],
  ['عنوان', 'title'],
  ['العنوان', 'title'],
  ['file', 'file'],
  ['ملف', 'file'],
  ['chapters', 'chapters'],
  ['فصول', 'chapters'],
  ['الفصول', 'chapters'],
]);

/** `parts:` a list of maps of `title`, `chapters` and `file`. Two of one name are told of, and are two. */
export function readParts(entry: YamlEntry, sink: Sink): readonly PartChoice[] | undefined {
  if (!Array.isArray(entry.value)) {
    sink.report('setting-not-parts', entry.valueOrigin, { key: entry.key });
    return undefined;
  }
  const parts = entry.value.flatMap((item: YamlValue, index) => readPart(item, String(index), entry, sink));
  const first = new Map<string, PartChoice>();
  for (const part of parts) {
    const name = foldKey(part.title);
    const before = first.get(name);
    if (before === undefined) first.set(name, part);
    else if (name !== '')
      sink.report('part-twice', part.origin, { title: part.title, line: before.origin.line });
  }
  return parts;
}

function readPart(item: YamlValue, path: string, entry: YamlEntry, sink: Sink): readonly PartChoice[] {
  const origin = entry.places.get(path) ?? entry.valueOrigin;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    sink.report('setting-not-parts', origin, { key: entry.key });
    return [];
  }
  const said = new Map<Field, readonly ListedPath[]>();
  for (const [key, value] of Object.entries(item)) {
    const at = `${path}.${key}`;
    const place = entry.places.get(at) ?? origin;
    const field = fields.get(foldKey(key));
    if (field === undefined) {
      const guess = nearest(key, fields.keys()) ?? 'title, chapters, file';
      sink.report('part-key', place, { key, guess });
    } else said.set(field, readTexts(value, at, entry, place));
  }
  const title = said.get('title')?.[0]?.path.replace(/\s+/g, ' ') ?? '';
  const chapters = said.get('chapters') ?? [];
  const file = said.get('file')?.[0]?.path ?? null;
  if (title === '' && file === null) sink.report('part-untitled', origin);
  if (chapters.length === 0) sink.report('part-empty', origin, { title });
  return [{ title, file, chapters, origin: said.get('title')?.[0]?.origin ?? origin }];
}

/** A text, or a list of them, each with its place. */
function readTexts(value: YamlValue, at: string, entry: YamlEntry, place: Origin): readonly ListedPath[] {
  if (Array.isArray(value))
    return value.flatMap((item: YamlValue, index) =>
      readTexts(item, `${at}.${index}`, entry, entry.places.get(`${at}.${index}`) ?? place),
    );
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? [] : [{ path: text, origin: place }];
}

const roles: ReadonlyMap<string, MatterRole> = new Map(
  Object.entries(MATTER_ROLES).flatMap(([role, { aliases }]) =>
    [role, ...aliases].map((name) => [foldKey(name), role as MatterRole] as const),
  ),
);

/** `front-matter:` and `back-matter:`: a list of roles, each alone or with its text: a file by its name, or Markdown. */
export function readMatter(entry: YamlEntry, sink: Sink): readonly MatterChoice[] | undefined {
  if (!Array.isArray(entry.value)) {
    sink.report('setting-not-matter', entry.valueOrigin, { key: entry.key });
    return undefined;
  }
  return entry.value.flatMap((item: YamlValue, index) => {
    const origin = entry.places.get(String(index)) ?? entry.valueOrigin;
    if (typeof item === 'string') return chooseMatter(item, '', origin, sink);
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      sink.report('setting-not-matter', origin, { key: entry.key });
      return [];
    }
    return Object.entries(item).flatMap(([role, value]) => {
      const place = entry.places.get(`${index}.${role}`) ?? origin;
      const isText = typeof value === 'string' || typeof value === 'number';
      return chooseMatter(role, isText ? String(value).trim() : '', place, sink);
    });
  });
}

function chooseMatter(name: string, text: string, origin: Origin, sink: Sink): readonly MatterChoice[] {
  const role = roles.get(foldKey(name));
  if (role === undefined) {
    const guess = nearest(name, [...roles.keys()]) ?? Object.keys(MATTER_ROLES).join(', ');
    sink.report('matter-unknown', origin, { role: name, guess });
    return [];
  }
  const { made } = MATTER_ROLES[role];
  if (text === '') {
    if (made === null) sink.report('matter-without-text', origin, { role: name });
    if (made === null) return [];
    return [{ role, file: null, text: made === 'of settings' ? null : made.text, origin }];
  }
  const isFile = /^[^\n]+\.(?:md|markdown)$/i.test(text);
  return [{ role, file: isFile ? text : null, text: isFile ? null : text, origin }];
}
