import { toAsciiDigits } from '../../base/digits.ts';
import { type Helper, TemplateFault } from '../helper.ts';
import { Insert } from '../template-value.ts';
import { digitKind, writeDigits } from './digits.ts';

/**
 * `{{plural count one="دولة" two="دولتان" few="# دول" many="# دولةً" other="# دولة"}}`: the wording for a
 * number, `#` being the number. Classes as in CLDR; Arabic has six: 0, 1, 2, 3–10, 11–99, hundreds.
 */
export const plural: Helper = {
  usage: '{{plural count one="…" two="…" few="# …" many="# …" other="# …"}}',
  least: 1,
  most: 1,
  run({ args: [value], named, settings }) {
    const count = value instanceof Insert ? Number.NaN : Number(toAsciiDigits(String(value ?? '')));
    if (!Number.isFinite(count)) throw new TemplateFault('template-number', { helper: 'plural' });
    const form = named[new Intl.PluralRules(settings.lang).select(count)] ?? named['other'];
    if (typeof form !== 'string') throw new TemplateFault('template-plural', { count });
    return form.replaceAll('#', () => writeDigits(String(count), digitKind(settings), settings.lang));
  },
};
