import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextStyle } from '../../src/style/inline.ts';
import { breakGreedily } from '../../src/text/break-greedily.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { Line } from '../../src/text/line.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import type { GlyphAtom } from '../../src/text/shaped.ts';
import { fonts, inline, JUSTIFIED, setText, shapeInlines, sink } from './set-text.ts';

const WORDS = [
  'كازاخستان',
  'منظمة',
  'المؤتمر',
  'في',
  '٢٠١٠',
  'OSCE',
  '«إعلان',
  'آستانة»',
  '(١٩٩٤)،',
  'وقد',
  'مُلِحّة',
  'https://example.org/a/b',
  '2010/12/1',
  'الأمن',
  'لا',
  'الله',
  'e-mail',
  'من',
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 120 })
  .map((words) => words.join(' '));
const measure = fc.integer({ min: 30, max: 500 });

const endOf = (line: Line) => Math.max(...piecesOf(line).map(({ x, width }) => x + width));
const startOf = (line: Line) => Math.min(...piecesOf(line).map(({ x }) => x));

describe('lines of a paragraph', () => {
  test('together are the paragraph: nothing lost, nothing doubled', () => {
    fc.assert(
      fc.property(text, measure, (paragraph, width) => {
        const lines = setText(paragraph, width);
        expect(lines[0]!.start).toBe(0);
        for (let i = 1; i < lines.length; i++) expect(lines[i]!.start).toBe(lines[i - 1]!.end);
        expect(lines.at(-1)!.end).toBe(paragraph.length);
        const painted = lines.map((line) =>
          piecesOf(line)
            .map((piece) =>
              piece.kind === 'glyphs' ? piece.run.text.slice(piece.charFrom, piece.charTo) : ' ',
            )
            .join(''),
        );
        expect(painted.join('').replaceAll(' ', '')).toBe(paragraph.replaceAll(' ', ''));
      }),
    );
  });

  test('never leave the measure where a number keeps its unit and both are too wide', () => {
    for (const line of setText('مسافة 2010/12/1 كم', 60)) expect(startOf(line)).toBeGreaterThan(-0.01);
  });

  test('never leave the measure, and pieces never overlap', () => {
    fc.assert(
      fc.property(text, measure, (paragraph, width) => {
        for (const line of setText(paragraph, width)) {
          expect(startOf(line)).toBeGreaterThan(-0.01);
          expect(endOf(line)).toBeLessThan(width + 0.01);
          const pieces = [...piecesOf(line)].sort((a, b) => a.x - b.x);
          for (let i = 1; i < pieces.length; i++)
            expect(pieces[i]!.x).toBeCloseTo(pieces[i - 1]!.x + pieces[i - 1]!.width, 6);
        }
      }),
    );
  });

  test('are justified to both edges but for the last, which keeps its natural spaces at the right', () => {
    const paragraph =
      'تولت كازاخستان رئاسة منظمة الأمن والتعاون في أوروبا ثم رئاسة منظمة المؤتمر الإسلامي خلال عامين متتاليين وهو ما لم يسبق لدولة من دول آسيا الوسطى';
    const lines = setText(paragraph, 260);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(0, -1)) {
      expect(startOf(line)).toBeCloseTo(0, 3);
      expect(endOf(line)).toBeCloseTo(260, 3);
    }
    const last = lines.at(-1)!;
    expect(endOf(last)).toBeCloseTo(260, 3);
    const space = piecesOf(last).find((piece) => piece.kind === 'space')!;
    expect(space.width).toBeCloseTo((fonts.face('amiri', 400, false).space * 12) / 1000, 3);
  });

  test('break the same way every time', () => {
    const paragraph = 'كلمة وأخرى ثم ثالثة '.repeat(40).trim();
    expect(setText(paragraph, 200).map((line) => line.end)).toEqual(
      setText(paragraph, 200).map((line) => line.end),
    );
  });

  test('keep a code line as it is, indentation included', () => {
    const code = { ...JUSTIFIED, direction: 'ltr' as const, align: 'start' as const, preformatted: true };
    const shaped = shapeInlines([inline('if (a) {\n    run();\n}', { family: 'ibm-plex-mono' })], code);
    expect(shaped.atoms.filter((atom) => atom.kind === 'break')).toHaveLength(2);
  });
});

describe('joins across a change of style', () => {
  const glyphsOf = (...parts: Parameters<typeof inline>[]) =>
    shapeInlines(parts.map((part) => inline(...part))).atoms.flatMap((atom) =>
      atom.kind === 'glyphs'
        ? Array.from(atom.run.ids.slice(atom.from, atom.to), (id, i) => ({
            id,
            face: atom.run.face.id,
            cluster: atom.run.clusters[atom.from + i]!,
          }))
        : [],
    );

  test('a coloured letter keeps the very glyphs of the plain word', () => {
    const plain = glyphsOf(['محمد']);
    const coloured = glyphsOf(['م'], ['ح', { color: '#0B4F57' }], ['مد']);
    const byCluster = (glyphs: typeof plain) =>
      [...glyphs].sort((a, b) => a.cluster - b.cluster).map(({ id }) => id);
    expect(byCluster(coloured)).toEqual(byCluster(plain));
  });

  test('a bold letter has the form the whole bold word gives it, not the isolated one', () => {
    const bold = fonts.face('amiri', 700, false);
    const whole = bold.shape({
      text: 'محمد',
      before: '',
      after: '',
      rtl: true,
      script: 'Arab',
      lang: 'ar',
      features: '',
    });
    const isolated = bold.shape({
      text: 'ح',
      before: '',
      after: '',
      rtl: true,
      script: 'Arab',
      lang: 'ar',
      features: '',
    });
    const letter = glyphsOf(['م'], ['ح', { weight: 700 }], ['مد']).find(({ face }) => face === 'amiri-700')!;
    expect(letter.id).toBe(whole.ids[whole.clusters.indexOf(1)]);
    expect(letter.id).not.toBe(isolated.ids[0]);
  });
});

describe('hyphens', () => {
  const english = { lang: 'en' };
  const sentence = 'international cooperation organization responsibilities';
  const texts = (lines: readonly Line[]) =>
    lines.map((line) =>
      piecesOf(line)
        .map((piece) => (piece.kind === 'glyphs' ? piece.run.text.slice(piece.charFrom, piece.charTo) : ' '))
        .join(''),
    );
  const ltr = { ...JUSTIFIED, direction: 'ltr' as const };
  const set = (width: number, style: Partial<TextStyle>) =>
    texts(
      breakLines(
        shapeInlines([inline(sentence, style)], ltr),
        { ...ltr, align: 'start' },
        { width, firstIndent: 0, beside: null },
        sink,
      ),
    );

  test('cut words of a language that has them, where its patterns allow, and show a soft hyphen', () => {
    const lines = set(90, english);
    const cut = lines.filter((line) => line.endsWith('\u00AD'));
    expect(cut.length).toBeGreaterThan(0);
    expect(lines.join(' ').replaceAll('\u00AD ', '')).toBe(sentence);
  });

  test('do not appear in text that does not say which language it is in', () => {
    expect(set(90, { lang: 'ar' }).some((line) => line.includes('\u00AD'))).toBe(false);
  });

  test('never cut Arabic', () => {
    const lines = setText('والديبلوماسية الكازاخستانية والمسؤوليات', 80, { ...JUSTIFIED, align: 'start' });
    expect(texts(lines)).toEqual(['والديبلوماسية', 'الكازاخستانية', 'والمسؤوليات']);
  });
});

test('a hyphen that does not fit on one line is looked for again on the next', () => {
  const atom = (letters: number, more: object = {}) =>
    ({ kind: 'glyphs', width: letters * 10, after: 'may-break', hyphen: null, ...more }) as GlyphAtom;
  const style = { size: 10 } as GlyphAtom['style'];
  const hyphen = { width: 1000, face: { unitsPerEm: 1000 } } as GlyphAtom['hyphen'];
  const syllable = (letters: number) => atom(letters, { hyphen, style });
  // “ap-proxi-mately”: beside “ap” there is room for “proxi” and for no hyphen after it
  const lines = breakGreedily([syllable(2), syllable(2.5), syllable(0.5), atom(4)], {
    first: 50,
    rest: 50,
    turned: 50,
    beside: null,
  });
  expect(lines).toEqual([
    { start: 0, end: 1 },
    { start: 1, end: 3 },
    { start: 3, end: 4 },
  ]);
});
