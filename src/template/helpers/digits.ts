import { toAsciiDigits } from '../../project/read-date.ts';
import type { Settings } from '../../project/settings.ts';
import { type Helper, TemplateFault } from '../helper.ts';
import { Insert, isMap, toText } from '../template-value.ts';
import { commaOf } from './join.ts';

/** `{{digits issue}}`: a value with its digits as the document has them; `{{digits issue "latn"}}` overrides. */
export const digits: Helper = {
  usage: '{{digits value}} or {{digits value "latn"}}',
  least: 1,
  most: 2,
  run({ args: [value, asked], settings }) {
    if (value instanceof Insert || isMap(value))
      throw new TemplateFault('template-value-kind', { helper: 'digits' });
    const text = toText(value, commaOf(settings.lang)) ?? '';
    const kind = asked === 'arab' || asked === 'latn' ? asked : settings.digits;
    return kind === 'source' ? text : writeDigits(text, kind, settings.lang);
  },
};

/** Countries of Arabic that write European digits (CLDR, default numbering system latn). */
const latinDigitRegions = /^ar-(?:AE|DZ|EH|LY|MA|TN)\b/i;

/** Rewrites every digit; `kind` null = as the language has it. Persian and Urdu have their own forms (U+06F0). */
export function writeDigits(text: string, kind: 'arab' | 'latn' | null, lang: string): string {
  const ascii = toAsciiDigits(text);
  const zero = /^(?:fa|ur|ps)\b/i.test(lang) ? 0x6f0 : 0x660;
  const isArab =
    kind === 'arab' ||
    (kind === null && /^(?:ar|fa|ur|ps|ckb|sd)\b/i.test(lang) && !latinDigitRegions.test(lang));
  return isArab ? ascii.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit))) : ascii;
}

/** For text Warraq makes itself, such as a date: 'source' has nothing to keep there, so the language decides. */
export function digitKind(settings: Settings): 'arab' | 'latn' | null {
  return settings.digits === 'source' ? null : settings.digits;
}
