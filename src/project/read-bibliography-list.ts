import { posix } from 'node:path';
import type { Sink } from '../base/diagnostic.ts';
import type { BibliographyChoice } from './bibliography.ts';
import type { YamlEntry } from './yaml-entries.ts';

/** `bibliography:` one file or a list of them, relative to the file they stand in. What is no path is reported. */
export function readBibliographyList(entry: YamlEntry, sink: Sink): readonly BibliographyChoice[] {
  const { value } = entry;
  const isList = Array.isArray(value);
  const items = isList ? value : [value];
  return items.flatMap((item, index): readonly BibliographyChoice[] => {
    const origin = (isList ? entry.places.get(String(index)) : undefined) ?? entry.valueOrigin;
    const path = typeof item === 'string' ? item.trim() : '';
    if (path !== '') {
      const located = posix.isAbsolute(path) ? path : posix.join(posix.dirname(origin.file), path);
      return [{ path: located, origin }];
    }
    sink.report('setting-not-bibliography', origin, { key: entry.key });
    return [];
  });
}
