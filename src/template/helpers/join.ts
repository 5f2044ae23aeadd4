import { commaOf } from '../../base/language.ts';
import { type Helper, TemplateFault } from '../helper.ts';
import { Insert, isMap, toText } from '../template-value.ts';

/** `{{join keywords}}`, `{{join keywords " – "}}`: a list as text, by default with the document's comma. */
export const join: Helper = {
  usage: '{{join keywords "، "}}',
  least: 1,
  most: 2,
  run({ args: [list, separator], settings }) {
    if (list instanceof Insert || isMap(list))
      throw new TemplateFault('template-value-kind', { helper: 'join' });
    return toText(list, typeof separator === 'string' ? separator : commaOf(settings.lang));
  },
};
