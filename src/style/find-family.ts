import type { Sink } from '../base/diagnostic.ts';
import { familiesOf, familyKey } from '../font/family.ts';
import type { FontBook } from '../font/font-book.ts';
import { suggestName } from './suggest-name.ts';
import type { Theme } from './theme.ts';

/**
 * Finds families by the names people write: `IBM Plex Sans Arabic` is `ibm-plex-sans-arabic`; of a list with commas
 * each. A name nobody has is reported once.
 */
export function findFamily(theme: Theme, fonts: FontBook, sink: Sink): (name: string) => string {
  const found = new Map<string, string>();
  return (names) => {
    const known = found.get(names);
    if (known !== undefined) return known;
    const listed = familiesOf(names).flatMap((name) => {
      const id = fonts.find(name);
      if (id !== null) return [id];
      // A file that cannot be used is no answer, whatever its name.
      const others = fonts.families.filter((family) => familyKey(family) !== familyKey(name));
      sink.report('theme-font', theme.familyOrigins.get(names) ?? null, {
        name,
        family: ids.get('amiri') ?? fonts.families[0] ?? 'amiri',
        ...suggestName(name, others),
      });
      return [];
    });
    const family = listed.length > 0 ? listed.join(',') : 'amiri';
    found.set(names, family);
    return family;
  };
}
