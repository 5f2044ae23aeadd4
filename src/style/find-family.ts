import type { Sink } from '../base/diagnostic.ts';
import { suggestName } from '../base/suggest-name.ts';
import { familiesOf, familyKey } from '../font/family.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Theme } from '../theme/theme.ts';

/**
 * Finds families by the names people write: `IBM Plex Sans Arabic` is `ibm-plex-sans-arabic`; of a list with commas
 * each. A name nobody has is reported once.
 */
export function findFamily(theme: Theme, fonts: FontBook, sink: Sink): (name: string) => string {
  const found = new Map<string, string>();
  return (names) => {
    const known = found.get(names);
    if (known !== undefined) return known;
    const written = familiesOf(names).map((name) => ({ name, id: fonts.find(name) }));
    // Before it is said that there is no such family: a file that cannot be used is why.
    for (const { rule, values } of fonts.takeFaults()) sink.report(rule, null, values);
    const listed = written.flatMap(({ id }) => id ?? []);
    const family = listed.length > 0 ? listed.join(',') : FALLBACK;
    found.set(names, family);
    for (const { name } of written.filter(({ id }) => id === null)) {
      // A file that cannot be used is no answer, whatever its name.
      const others = fonts.families.filter((other) => familyKey(other) !== familyKey(name));
      sink.report('theme-font', theme.familyOrigins.get(names) ?? null, {
        name,
        family: listed[0] ?? FALLBACK,
        ...suggestName(name, others),
      });
    }
    return family;
  };
}

/** The family of a theme that names none that is to be had. */
const FALLBACK = 'amiri';
