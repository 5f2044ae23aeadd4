import type { XmlElement } from '../base/xml.ts';
import type { TextAlign } from '../theme/style-values.ts';
import { END, START } from './sides.ts';
import { valued } from './word-xml.ts';

/** At which side a paragraph stands. */
export function jc(align: TextAlign): XmlElement {
  return valued('jc', NAMES[align]);
}

const NAMES: Readonly<Record<TextAlign, string>> = {
  start: START,
  end: END,
  center: 'center',
  justify: 'both',
  fit: START,
};
