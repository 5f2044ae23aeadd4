import type { Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { Origin } from '../base/origin.ts';
import { PERSON_ROLES, type Person, type PersonRole } from './people.ts';
import { foldKey } from './setting-keys.ts';
import type { YamlEntry, YamlValue } from './yaml-entries.ts';

const roles: ReadonlyMap<string, PersonRole> = new Map(
  Object.entries(PERSON_ROLES).flatMap(([role, { aliases }]) =>
    [role, ...aliases].map((name) => [foldKey(name), role as PersonRole] as const),
  ),
);

const fields: ReadonlyMap<string, 'name' | 'role'> = new Map([
  ['name', 'name'],
  ['اسم', 'name'],
  ['الاسم', 'name'],
  ['role', 'role'],
  ['دور', 'role'],
  ['الدور', 'role'],
  ['صفة', 'role'],
]);

/**
 * `author:` a line, or a list of names, of maps of `name` and `role`, and of `translator: Name`. What cannot be read is
 * reported and left out; an unknown role is that of a contributor.
 */
export function readPeople(entry: YamlEntry, sink: Sink): readonly Person[] | undefined {
  if (entry.written !== null) {
    const name = oneLine(entry.written);
    return name === '' ? [] : [{ name, role: 'author' }];
  }
  const { value } = entry;
  if (Array.isArray(value))
    return value.flatMap((item: YamlValue, index) => readPerson(item, String(index), entry, sink));
  sink.report('setting-not-people', entry.valueOrigin, { key: entry.key });
  return undefined;
}

function readPerson(item: YamlValue, path: string, entry: YamlEntry, sink: Sink): readonly Person[] {
  if (typeof item === 'string' || typeof item === 'number') {
    const name = oneLine(String(item));
    return name === '' ? [] : [{ name, role: 'author' }];
  }
  const origin = entry.places.get(path) ?? entry.valueOrigin;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    sink.report('setting-not-people', origin, { key: entry.key });
    return [];
  }
  let name = '';
  let role: PersonRole = 'author';
  for (const [key, value] of Object.entries(item)) {
    const place = entry.places.get(`${path}.${key}`) ?? origin;
    const text = typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
    const field = fields.get(foldKey(key));
    if (field === 'name') name = text;
    else if (field === 'role') role = readRole(text, place, sink);
    else {
      role = readRole(key, place, sink);
      name = text;
    }
  }
  if (name === '') sink.report('setting-not-people', origin, { key: entry.key });
  return name === '' ? [] : [{ name, role }];
}

function readRole(written: string, origin: Origin, sink: Sink): PersonRole {
  const role = roles.get(foldKey(written));
  if (role !== undefined) return role;
  const expected = nearest(written, roles.keys()) ?? Object.keys(PERSON_ROLES).join(', ');
  sink.report('person-role', origin, { role: written, expected });
  return 'contributor';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
