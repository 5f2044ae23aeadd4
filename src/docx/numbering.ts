import { type CounterStyle, formatCounter } from '../base/counters.ts';
import { toAsciiDigits } from '../base/digits.ts';
import type { XmlElement } from '../base/xml.ts';
import { START } from './sides.ts';
import { valued, word, wordPart } from './word-xml.ts';

/** Levels of lists that Word has. */
export const LEVELS = 9;

/** How Word counts what we count; digits are those of the reader's Word. */
const FORMATS: readonly (readonly [CounterStyle, string])[] = [
  ['decimal', 'decimal'],
  ['arabic-abjad', 'arabicAbjad'],
  ['hijai', 'arabicAlpha'],
  ['lower-alpha', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
];

/** How a list makes its labels. */
interface LabelForm {
  readonly format: string;
  /** `%N` stands for the number at the level. */
  readonly pattern: string;
}

/**
 * numbering.xml: a definition for each way of making labels, and a list of Word's for each of the document's, which begins
 * at its own number.
 */
export class Numbering {
  readonly #forms = new Map<string, { readonly id: number; readonly form: LabelForm }>();
  readonly #lists: XmlElement[] = [];

  /** A list whose labels count up from `start`; null where Word cannot make these labels. */
  addCounted(labels: readonly string[], start: number, level: number): number | null {
    const form = findForm(labels, start);
    return form === null ? null : this.#add(form, level, start);
  }

  /** A list all of whose items have one sign, or one with a single item. */
  addSigned(sign: string, level: number): number {
    return this.#add({ format: sign === '' ? 'none' : 'bullet', pattern: sign }, level, 1);
  }

  #add(form: LabelForm, level: number, start: number): number {
    const key = `${form.format} ${form.pattern}`;
    const known = this.#forms.get(key) ?? { id: this.#forms.size, form };
    this.#forms.set(key, known);
    const id = this.#lists.length + 1;
    this.#lists.push(
      word('num', { numId: id }, [
        valued('abstractNumId', known.id),
        word('lvlOverride', { ilvl: level }, [valued('startOverride', start)]),
      ]),
    );
    return id;
  }

  print(): Uint8Array {
    const forms = Array.from(this.#forms.values(), ({ id, form }) =>
      word('abstractNum', { abstractNumId: id }, [
        valued('multiLevelType', 'hybridMultilevel'),
        ...Array.from({ length: LEVELS }, (_, level) => defineLevel(form, level)),
      ]),
    );
    return wordPart('numbering', [...forms, ...this.#lists]);
  }
}

/** Twentieths of a point: an item and its label. */
const STEP = 360;

function defineLevel({ format, pattern }: LabelForm, level: number): XmlElement {
  return word('lvl', { ilvl: level }, [
    valued('start', 1),
    valued('numFmt', format),
    valued('lvlText', pattern.replace('%N', `%${level + 1}`)),
    valued('lvlJc', START),
    word('pPr', {}, [word('ind', { [START]: STEP * (level + 1), hanging: STEP })]),
  ]);
}

/** The way in which these labels count, if there is one. */
function findForm(labels: readonly string[], start: number): LabelForm | null {
  const bare = labels.map((label) => toAsciiDigits(label).replaceAll('\u200D', ''));
  for (const [style, format] of FORMATS) {
    const countOf = (index: number) => formatCounter(style, start + index).replaceAll('\u200D', '');
    const first = bare[0] ?? '';
    const at = first.indexOf(countOf(0));
    if (at === -1 || start < 0 || first.includes('%')) continue;
    const [before, after] = [first.slice(0, at), first.slice(at + countOf(0).length)];
    if (bare.every((label, index) => label === `${before}${countOf(index)}${after}`))
      return { format, pattern: `${before}%N${after}` };
  }
  return null;
}
