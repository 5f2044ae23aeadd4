import type { Sink } from '../base/diagnostic.ts';
import type { FontBook } from '../font/font-book.ts';
import { suggestName } from './suggest-name.ts';
import type { Theme } from './theme.ts';

/** Finds families by the names people write: `IBM Plex Sans Arabic` is `ibm-plex-sans-arabic`. A name nobody has is reported once. */
export function findFamily(theme: Theme, fonts: FontBook, sink: Sink): (name: string) => string {
  const ids = new Map(fonts.families.map((id) => [foldName(id), id]));
  const found = new Map<string, string>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const listed = ids.get(foldName(name));
    const id = listed !== undefined && fonts.has(listed) ? listed : undefined;
    if (id === undefined) {
      // A file that cannot be used is no answer, whatever its name.
      const others = fonts.families.filter((family) => family !== listed);
      sink.report('theme-font', theme.familyOrigins.get(name) ?? null, {
        name,
        family: ids.get('amiri') ?? fonts.families[0] ?? 'amiri',
        ...suggestName(name, others),
      });
    }
    const family = id ?? ids.get('amiri') ?? fonts.families[0] ?? 'amiri';
    found.set(name, family);
    return family;
  };
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
