import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { MM } from '../../src/base/geometry.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { resolveTheme, type Theme } from '../../src/theme/theme.ts';
import { plainTheme, readTheme, styleText } from '../style/style-text.ts';

const WORLD = openMemoryWorld({
  assets: {
    'templates/briefing/theme.yaml': readTheme('briefing'),
    'templates/book/theme.yaml': readTheme('book'),
  },
  files: {
    'house.yaml': 'extends: book\ncolors: {accent: "#7A1F1F"}\n',
    'loop.yaml': 'extends: loop.yaml\n',
  },
});

function themeOf(text: string, name: string | null = null): { readonly theme: Theme; readonly sink: Sink } {
  const sink = new Sink();
  const place = () => ({ file: 'text.md', line: 3, column: 8 });
  return {
    theme: resolveTheme(
      { name, tokens: {} },
      { path: 'templates/mine/theme.yaml', text },
      WORLD,
      sink,
      place,
    ),
    sink,
  };
}

/** `file:line:column rule` with the English message. */
function complaints(sink: Sink): string[] {
  return sink.diagnostics.map(
    ({ rule, origin, message }) => `${origin?.file}:${origin?.line}:${origin?.column} ${rule} ${message.en}`,
  );
}

describe('tokens', () => {
  test('lengths in every unit, Arabic digits included', () => {
    const theme = plainTheme({
      page: { size: '17cm x 24cm', margin: { inner: '22mm', outer: '.5in', top: '٢٠ مم', bottom: 60 } },
      text: { size: '14pt', leading: '1.5em', indent: '2em' },
    });
    expect(theme.page.size.width).toBeCloseTo(170 * MM);
    expect(theme.page.size.height).toBeCloseTo(240 * MM);
    expect(theme.page.margin.inner).toBeCloseTo(22 * MM);
    expect(theme.page.margin.outer).toBeCloseTo(36);
    expect(theme.page.margin.top).toBeCloseTo(20 * MM);
    expect(theme.page.margin.bottom).toBe(60);
    expect(theme.text).toMatchObject({ size: 14, leading: 21, indent: 28 });
  });

  test('lengths in Persian digits too', () => {
    const { page, text } = plainTheme({ page: { margin: '۲۰ مم' }, text: { size: '۱۳٫۵pt' } });
    expect(page.margin.inner).toBeCloseTo(20 * MM);
    expect(text.size).toBe(13.5);
  });

  test('a rule of notes that is none is none', () => {
    expect(plainTheme({ notes: { rule: 'none' } }).notes.rule).toBeNull();
    expect(plainTheme({}).notes.rule).toEqual({ width: 0.4, color: '#1B1B1B' });
  });

  test('the scale follows the size of the text', () => {
    const theme = plainTheme({ text: { size: '10pt' } });
    expect(theme.text.leading).toBeCloseTo(16.8);
    expect(theme.roles['h2']?.size).toBeCloseTo(13.6);
    expect(theme.roles['note']?.size).toBeCloseTo(7.6);
  });

  test('one length is all four margins', () => {
    const { margin } = plainTheme({ page: { margin: '20mm' } }).page;
    expect(Object.values(margin).map((side) => Math.round(side / MM))).toEqual([20, 20, 20, 20]);
  });

  test('a narrow margin keeps its running head and folio out of the text', () => {
    const { head, foot } = plainTheme({ page: { margin: '10mm' } }).page;
    // 4 and 6 mm are left clear, but never more than half of the margin
    expect([head / MM, foot / MM].map(Math.round)).toEqual([6, 5]);
    expect(plainTheme({}).page.head / MM).toBeCloseTo(16);
  });
  test.each([
    ['17x24', 170, 240],
    ['١٧×٢٤', 170, 240],
    ['14x21', 140, 210],
    ['12 × 17', 120, 170],
  ])('a page of the trim size %s is so many millimetres', (size, width, height) => {
    const { page } = plainTheme({ page: { size } });
    expect(page.size.width * (25.4 / 72)).toBeCloseTo(width, 5);
    expect(page.size.height * (25.4 / 72)).toBeCloseTo(height, 5);
  });

  test('another paper scales the margins that nobody set', () => {
    const { margin } = plainTheme({ page: { size: 'A5' } }).page;
    expect(margin.inner / MM).toBeCloseTo(30 * (148 / 210), 1);
    expect(margin.top / MM).toBeCloseTo(28 * (210 / 297), 1);
  });

  test('the built-in themes say nothing that is not read', () => {
    for (const name of ['briefing', 'book']) {
      const { sink } = themeOf('', name);
      expect(complaints(sink)).toEqual([]);
    }
  });
});

describe('layers', () => {
  test('a theme of the project extends a built-in one', () => {
    const { theme, sink } = themeOf('', 'house.yaml');
    expect(sink.diagnostics).toEqual([]);
    expect(theme.colors['accent']).toBe('#7A1F1F');
    expect(theme.heading.opens).toBe('opening');
  });

  test('a theme that extends itself is told so once', () => {
    expect(complaints(themeOf('', 'loop.yaml').sink)).toEqual([
      'loop.yaml:1:10 theme-cycle theme “loop.yaml” extends itself',
    ]);
  });

  test('an unknown name is an error that knows better', () => {
    const { sink } = themeOf('', 'breifing');
    expect(complaints(sink)).toEqual([
      'text.md:3:8 theme-unknown there is no theme “breifing”: the template’s own is used',
    ]);
    expect(sink.diagnostics[0]?.hint.en).toBe('did you mean “briefing”?');
  });
});

describe('mistakes have a place, and the value below is used', () => {
  test.each([
    ['text:\n  size: big\n', '2:9 theme-value “big” is not a value for text.size and is left out'],
    ['text:\n  size: 900pt\n', '2:9 theme-range text.size: 900pt is out of range and is left out'],
    ['text:\n  leading: 1.6\n', '2:12 theme-range text.leading: 1.6 is out of range and is left out'],
    [
      'page:\n  size: 10mm x 10mm\n',
      '2:9 theme-range page.size: 10mm x 10mm is out of range and is left out',
    ],
    ['page: {size: A12}\n', '1:14 theme-value “A12” is not a value for page.size and is left out'],
    ['text: {align: left}\n', '1:15 theme-value “left” is not a value for text.align and is left out'],
    [
      'roles:\n  h1: {color: teal}\n',
      '2:15 theme-value “teal” is not a value for roles.h1.color and is left out',
    ],
    ['text:\n  sise: 12pt\n', '2:9 theme-token unknown theme token “text.sise”'],
    ['roles: {h1: {wieght: 600}}\n', '1:22 theme-token unknown theme token “roles.h1.wieght”'],
    [
      'boxes: {quote: {text: qoute}}\n',
      '1:23 theme-row boxes.quote.text names “qoute”, which is no row of roles',
    ],
    ['boxes: {tip: {like: nota}}\n', '1:21 theme-row boxes.tip.like names “nota”, which is no row of boxes'],
    [
      'roles: {small: {like: capton}}\n',
      '1:23 theme-row roles.small.like names “capton”, which is no row of roles',
    ],
    [
      'roles: {small: {like: small}}\n',
      '1:23 theme-row roles.small.like names “small”, which is no row of roles',
    ],
    [
      'masters: {first: {next: bodi}}\n',
      '1:25 theme-row masters.first.next names “bodi”, which is no row of masters',
    ],
    [
      'lists: {counters: [decimal, abjad]}\n',
      '1:19 theme-value “decimal,abjad” is not a value for lists.counters and is left out',
    ],
    [
      'page: {margin: 120mm}\n',
      '1:16 theme-measure the margins leave no room for text on a page of 210 × 297 mm: an eighth of the page is taken',
    ],
  ])('%j', (text, complaint) => {
    const { theme, sink } = themeOf(text);
    expect(complaints(sink)).toEqual([`templates/mine/theme.yaml:${complaint}`]);
    expect(theme.text.size).toBe(12.5);
    expect(theme.page.size.width).toBeCloseTo(210 * MM);
    expect(theme.page.margin.inner).toBeLessThan(90 * MM);
  });

  test('a misspelt token names the one that was meant', () => {
    expect(themeOf('text: {sise: 12pt}\n').sink.diagnostics[0]?.hint.en).toBe('did you mean “text.size”?');
  });

  test('broken YAML and absurd nesting are reported, not thrown', () => {
    expect(complaints(themeOf('text: {size: 12pt\n').sink)[0]).toMatch(
      /^templates\/mine\/theme\.yaml:2:1 theme-syntax/,
    );
    expect(complaints(themeOf('['.repeat(100_000)).sink)[0]).toMatch(/theme-syntax/);
    expect(complaints(themeOf('a: '.repeat(5)).sink).length).toBeGreaterThan(0);
  });

  test('families go by the names people write, and an unknown one is an error', () => {
    const known = styleText('نص', { theme: { text: { family: 'Noto Naskh Arabic' } } });
    expect(known.sink.diagnostics).toEqual([]);
    const { sink } = styleText('نص', { theme: { text: { family: 'Amiry' } } });
    expect(sink.diagnostics.map(({ rule, hint }) => [rule, hint.en])).toEqual([
      ['theme-font', 'did you mean “amiri”?'],
    ]);
  });
});
