import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reorderLine, resetTrailing } from '../../src/text/reorder.ts';
import { resolveParagraph } from '../../src/text/uax9.ts';
import { BIDI_CLASS_NAMES, bidiClassOf } from '../../src/text/unicode/bidi-class.ts';

/** Where Debian's package unicode-data puts the files of the Unicode Character Database. */
const FOLDER = '/usr/share/unicode';
const present = existsSync(`${FOLDER}/BidiTest.txt`);

/** Levels after L1 with the whole paragraph as one line; 'x' where X9 removes the character. */
function lineLevels(text: string, direction: 'ltr' | 'rtl' | 'auto') {
  const { paragraphLevel, levels } = resolveParagraph(text, direction);
  const reset = resetTrailing(text, levels, 0, text.length, paragraphLevel);
  return { paragraphLevel, levels: reset };
}

const REMOVED = new Set(['LRE', 'RLE', 'LRO', 'RLO', 'PDF', 'BN']);
const removed = (codePoint: number) => REMOVED.has(BIDI_CLASS_NAMES[bidiClassOf(codePoint)]!);

function mismatch(
  text: string,
  direction: 'ltr' | 'rtl' | 'auto',
  levels: readonly string[],
  order: readonly number[],
): string | null {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const got = lineLevels(text, direction).levels;
  let unit = 0;
  const perPoint = points.map((codePoint) => {
    const level = got[unit]!;
    unit += codePoint > 0xffff ? 2 : 1;
    return level;
  });
  const shown = points.map((codePoint, i) => (removed(codePoint) ? 'x' : String(perPoint[i])));
  if (shown.join(' ') !== levels.join(' ')) return `levels ${shown.join(' ')}, expected ${levels.join(' ')}`;
  const kept = points.map((_, i) => i).filter((i) => !removed(points[i]!));
  const visual = reorderLine(kept.map((i) => perPoint[i]!)).map((k) => kept[k]!);
  return visual.join(' ') === order.join(' ')
    ? null
    : `order ${visual.join(' ')}, expected ${order.join(' ')}`;
}

/** One character of each class. */
const SAMPLE: Record<string, string> = {
  L: 'a',
  R: '\u05D0',
  AL: '\u0627',
  EN: '1',
  ES: '-',
  ET: '%',
  AN: '\u0661',
  CS: ',',
  NSM: '\u0300',
  BN: '\u200B',
  B: '\u2029',
  S: '\t',
  WS: ' ',
  ON: '!',
  LRE: '\u202A',
  LRO: '\u202D',
  RLE: '\u202B',
  RLO: '\u202E',
  PDF: '\u202C',
  LRI: '\u2066',
  RLI: '\u2067',
  FSI: '\u2068',
  PDI: '\u2069',
};

describe.skipIf(!present)(
  `UAX#9 conformance files (${present ? FOLDER : 'skipped: install the Debian package unicode-data'})`,
  () => {
    test('BidiTest.txt', () => {
      let levels: string[] = [];
      let order: number[] = [];
      let run = 0;
      const failures: string[] = [];
      const numbers = (line: string) =>
        line
          .split(/\s+/)
          .slice(1)
          .filter((part) => part !== '');
      for (const line of readFileSync(`${FOLDER}/BidiTest.txt`, 'utf8').split('\n')) {
        if (line.startsWith('@Levels:')) levels = numbers(line);
        else if (line.startsWith('@Reorder:')) order = numbers(line).map(Number);
        else if (line !== '' && !line.startsWith('#') && !line.startsWith('@')) {
          const [classes, bits] = line.split(';');
          const text = classes!
            .trim()
            .split(' ')
            .map((name) => SAMPLE[name]!)
            .join('');
          for (const [bit, direction] of [
            [1, 'auto'],
            [2, 'ltr'],
            [4, 'rtl'],
          ] as const) {
            if ((Number.parseInt(bits!, 16) & bit) === 0) continue;
            run++;
            const problem = mismatch(text, direction, levels, order);
            if (problem && failures.length < 20) failures.push(`${line} ${direction}: ${problem}`);
          }
        }
      }
      expect(failures).toEqual([]);
      expect(run).toBeGreaterThan(400_000);
    }, 120_000);

    test('BidiCharacterTest.txt', () => {
      let run = 0;
      const failures: string[] = [];
      for (const line of readFileSync(`${FOLDER}/BidiCharacterTest.txt`, 'utf8').split('\n')) {
        if (line === '' || line.startsWith('#')) continue;
        const [hex, wanted, paragraphLevel, levels, order] = line.split(';');
        const text = String.fromCodePoint(...hex!.split(' ').map((code) => Number.parseInt(code, 16)));
        const direction = (['ltr', 'rtl', 'auto'] as const)[Number(wanted)]!;
        run++;
        const problem =
          lineLevels(text, direction).paragraphLevel !== Number(paragraphLevel)
            ? 'paragraph level'
            : mismatch(
                text,
                direction,
                levels!.split(' '),
                order!.trim() === '' ? [] : order!.trim().split(' ').map(Number),
              );
        if (problem && failures.length < 20) failures.push(`${line}: ${problem}`);
      }
      expect(failures).toEqual([]);
      expect(run).toBeGreaterThan(90_000);
    }, 120_000);
  },
);
