import { toAsciiDigits } from '../../base/digits.ts';
import { commaOf, digitsOfLang, easternDigitsOf } from '../../base/language.ts';
import type { Settings } from '../../project/settings.ts';
import { type Helper, TemplateFault } from '../helper.ts';
import { Insert, isMap, toText } from '../template-value.ts';

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

const ZERO = { arab: 0x660, arabext: 0x6f0 } as const;

/** Rewrites every digit; `kind` null = as the language has it. */
export function writeDigits(text: string, kind: 'arab' | 'latn' | null, lang: string): string {
  const ascii = toAsciiDigits(text);
  const system = kind === 'arab' ? easternDigitsOf(lang) : (kind ?? digitsOfLang(lang));
  if (system === 'latn') return ascii;
  return ascii.replace(/\d/g, (digit) => String.fromCharCode(ZERO[system] + Number(digit)));
}

/** For text Warraq makes itself, such as a date: 'source' has nothing to keep there, so the language decides. */
export function digitKind(settings: Settings): 'arab' | 'latn' | null {
  return settings.digits === 'source' ? null : settings.digits;
}
