import type { MessageValues } from './diagnostic.ts';
import { nearest } from './nearest.ts';

/** The hint for a misspelt name, in both languages: the nearest name, or all of them. */
export function suggestName(name: string, names: readonly string[]): MessageValues {
  const found = nearest(name, names);
  if (found !== null) return { suggestion: `did you mean “${found}”?`, suggestionAr: `هل تقصد «${found}»؟` };
  return {
    suggestion: `choose one of: ${names.join(', ')}`,
    suggestionAr: `اختر واحدًا من: ${names.join('، ')}`,
  };
}
