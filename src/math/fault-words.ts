import type { Wording } from '../base/diagnostic.ts';
import type { FormulaFault } from './formula.ts';

/** Mistakes by the names that MathJax gives them, with the sign it names where it names one. */
const FAULTS: Readonly<Record<string, string>> = {
  UndefinedControlSequence: 'أمر غير معروف',
  MissingCloseBrace: 'قوس } ناقص',
  ExtraCloseMissingOpen: 'قوس } زائد أو { ناقص',
  MissingArgFor: 'قيمة ناقصة بعد الأمر',
  DoubleExponent: 'أُسّان في موضع واحد؛ بيّنهما بأقواس {}',
  DoubleSubscripts: 'دليلان في موضع واحد؛ بيّنهما بأقواس {}',
  Misplaced: 'علامة في غير موضعها',
  UnknownEnv: 'بيئة غير معروفة',
  EnvMissingEnd: 'بيئة بلا \\end',
  EnvBadEnd: 'بيئة تنتهي باسم بيئة أخرى',
  ExtraLeftMissingRight: '\\left بلا \\right',
  MissingLeftExtraRight: '\\right بلا \\left',
  ErroneousNestingEq: 'بيئات متداخلة على غير وجهها',
  MaxMacroSub1: 'أوامر يستدعي بعضها بعضًا بلا نهاية',
  UnknownColor: 'لون غير معروف',
  TooLong: 'أطول من ١٠٬٠٠٠ حرف',
  TooDeep: 'أقواس متداخلة أعمق من ٦٠',
};

/** MathJax's own words end with the sign that it stumbles on. */
export function wordFault({ kind, message }: FormulaFault): Wording {
  if (kind === 'TooLong') return { en: 'longer than 10,000 characters', ar: FAULTS[kind]! };
  if (kind === 'TooDeep') return { en: 'groups nested deeper than 60', ar: FAULTS[kind]! };
  const sign = /\\\S+$/.exec(message)?.[0] ?? '';
  const known = FAULTS[kind];
  return { en: message, ar: known === undefined ? message : `${known}${sign === '' ? '' : ` ${sign}`}` };
}
