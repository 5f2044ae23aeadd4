import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findOpportunities } from '../../src/text/opportunities.ts';

/** The newest that Debian's unicode-data carries; the breaking rules themselves are those of Unicode 17. */
const FILE = '/usr/share/unicode/auxiliary/LineBreakTest.txt';
const present = existsSync(FILE);

/** Why a line of an older file fails: what changed in the rules since. */
const CHANGED_SINCE: readonly (readonly [reason: string, pattern: RegExp])[] = [
  [
    'Unicode 16, LB25: no break between a closing mark, a prefix or a postfix',
    /[)}][\u0308]?[%$]|[%$][\u0308]?[(\u2329]|\\[({]/,
  ],
  ['Unicode 16, LB25: no break between infix or slash and digit', /[,./][\u0308]?\d/],
  ['Unicode 16, LB20a: no break after a hyphen that begins a word', /^-/],
  ['Unicode 16, LB21a: a hyphen between Hebrew letters may end a line', /[א-ת]-[א-ת]/],
  ['our tailoring: a number keeps its sign', /\d [%$]/],
  ['our tailoring: the groups of a number stay together', /^\d \d$/],
  [
    'Unicode 15.1, LB15a and LB15b: only the quotation marks of classes Pi and Pf hold across spaces',
    /["«»]/,
  ],
];

/** The line's own notation of a text: × no break, ÷ break. */
function notate(text: string): string {
  const found = findOpportunities(text);
  let offset = 0;
  const parts = ['×'];
  for (const character of text) {
    offset += character.length;
    parts.push(
      character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0'),
      found[offset] === 0 ? '×' : '÷',
    );
  }
  return parts.join(' ');
}

describe.skipIf(!present)(
  `UAX#14 conformance file (${present ? FILE : 'skipped: install the Debian package unicode-data'})`,
  () => {
    test('LineBreakTest.txt: at least 99 %, and every other line for a known reason', () => {
      const lines = readFileSync(FILE, 'utf8')
        .split('\n')
        .map((line) => line.split('#')[0]!.trim())
        .filter((line) => line !== '');
      const textOf = (line: string) =>
        String.fromCodePoint(...(line.match(/[0-9A-F]{4,}/g) ?? []).map((hex) => Number.parseInt(hex, 16)));
      const failures = lines.filter((line) => notate(textOf(line)) !== line);
      const unexplained = failures.filter(
        (line) => !CHANGED_SINCE.some(([, pattern]) => pattern.test(textOf(line))),
      );
      expect(unexplained).toEqual([]);
      expect(lines.length).toBeGreaterThan(7000);
      expect(failures.length / lines.length).toBeLessThan(0.01);
    });
  },
);

/** The text with `|` wherever a line may end, the end of the text left out. */
function marked(text: string): string {
  const found = findOpportunities(text);
  return Array.from({ length: text.length }, (_, i) =>
    i > 0 && found[i] !== 0 ? `|${text[i]}` : text[i],
  ).join('');
}

describe('where Arabic lines may end', () => {
  test.each([
    ['between words only', 'قمة آستانة الرابعة', 'قمة |آستانة |الرابعة'],
    ['not between و and its word', 'روسيا والصين', 'روسيا |والصين'],
    [
      'not inside quotation marks and brackets',
      'إعلان «آستانة» (٢٠١٠) نافذ',
      'إعلان |«آستانة» |(٢٠١٠) |نافذ',
    ],
    ['not before punctuation', 'نعم، لا؛ هل؟ بلى!', 'نعم، |لا؛ |هل؟ |بلى!'],
    [
      'not inside numbers, dates and section numbers',
      'في ١٬٢٣٤٫٥ و2010/12/1 و1.2',
      'في |١٬٢٣٤٫٥ |و2010/12/1 |و1.2',
    ],
    [
      'not between a number and its unit',
      'مسافة ٥ كم ونسبة ٧ ٪ سنة ٢٠١١ م',
      'مسافة |٥ كم |ونسبة |٧ ٪ |سنة |٢٠١١ م',
    ],
    ['but between a number and the thing counted', '٥٦ دولة', '٥٦ |دولة'],
    ['a vowelled word that begins like a unit is no unit', '٣ مُلِحّة', '٣ |مُلِحّة'],
    ['never at a non-joiner', 'می\u200Cخواهم بروم', 'می\u200Cخواهم |بروم'],
    ['not at a no-break space', 'ل\u00A0كازاخستان', 'ل\u00A0كازاخستان'],
    ['Latin by UAX#14', 'ملف e-mail جديد', 'ملف |e-|mail |جديد'],
  ])('%s', (_, text, expected) => expect(marked(text)).toBe(expected));
});
