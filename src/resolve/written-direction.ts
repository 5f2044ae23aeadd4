import type { ContainerDirective } from 'mdast-util-directive';
import type { Direction } from '../base/geometry.ts';
import { directionOfLang } from '../base/language.ts';

/** The direction a directive names (`:::ltr`, `{dir=…}`, `{lang=…}`), null where it names none. */
export function directionOf({ name, attributes }: ContainerDirective): Direction | null {
  const written = name === 'ltr' || name === 'rtl' ? name : attributes?.['dir'];
  if (written === 'ltr' || written === 'rtl') return written;
  const lang = attributes?.['lang'] ?? '';
  return lang === '' ? null : directionOfLang(lang);
}
