import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { OutputOptions } from '../../src/cli/options.ts';
import { describeDiagnostic } from '../../src/cli/report-json.ts';
import { frameLine, printDiagnostics } from '../../src/cli/report-text.ts';

const options: OutputOptions = {
  lang: 'en',
  color: false,
  json: false,
  quiet: false,
  strict: false,
  timings: false,
};

describe('the source line', () => {
  test('is isolated and has the word at the place between brackets', () => {
    expect(frameLine('أنشد الشاعر قصيدة', 6)).toBe('\u2068أنشد ⟦الشاعر⟧ قصيدة\u2069');
    expect(frameLine('نص', 1)).toBe('\u2068⟦نص⟧\u2069');
    expect(frameLine('نص', 99)).toBe('\u2068نص⟦⟧\u2069');
  });

  test('is cut at spaces around the place', () => {
    const line = `${'كلمة '.repeat(40)}هنا ${'أخرى '.repeat(40)}`;
    const framed = frameLine(line, 201);
    expect(framed).toContain('⟦هنا⟧');
    expect(framed.length).toBeLessThan(120);
    expect(framed.startsWith('\u2068… كلمة')).toBe(true);
    expect(framed.endsWith('أخرى …\u2069')).toBe(true);
  });

  test('cannot drive the terminal or turn the message around', () => {
    const framed = frameLine('أ \u001B[2J\u202Eب\u2066 \u0007', 3);
    expect(framed.slice(1, -1)).not.toMatch(/[\u0000-\u001F\u202A-\u202E\u2066-\u2069]/);
    expect(framed).toContain('‹U+202E›');
  });
});

describe('the list', () => {
  test('goes down the file, at most twenty of a kind', () => {
    const sink = new Sink();
    for (let line = 30; line > 0; line--)
      sink.report('setting-own', { file: 'a.md', line, column: 1 }, { key: `k${line}` });
    sink.report('document-untitled', { file: 'a.md', line: 1, column: 1 });
    const text = printDiagnostics(sink.diagnostics, options, () => null);
    expect(text.split('\n')[0]).toBe(
      'a.md:1:1: note: the key "k1" means nothing to warraq itself [setting-own]',
    );
    expect(text.match(/\[setting-own\]/g)).toHaveLength(21);
    expect(text).toMatch(/and 10 more \[setting-own\]\n$/);
    expect(text).toContain('[document-untitled]');
  });

  test('says once what is so in many places, counts them and names the first', () => {
    const sink = new Sink();
    for (let line = 1; line <= 12; line++)
      sink.report('image-missing', { file: 'a.md', line, column: 3 }, { path: `${line}.png` });
    const text = printDiagnostics(sink.diagnostics, options, () => null);
    expect(text.match(/image-missing/g)).toHaveLength(1);
    expect(text).toContain(
      '    in 12 places: a.md:1:3 (\u20681.png\u2069), a.md:2:3 (\u20682.png\u2069), a.md:3:3 (\u20683.png\u2069), ' +
        'a.md:4:3 (\u20684.png\u2069), a.md:5:3 (\u20685.png\u2069), …\n',
    );
    const arabic = printDiagnostics(sink.diagnostics, { ...options, lang: 'ar' }, () => null);
    expect(arabic).toContain('عدد المواضع 12: a.md:1:3 (\u20681.png\u2069)، a.md:2:3');
    const [described] = sink.diagnostics.map((each) => describeDiagnostic(each, () => null));
    expect(described).toMatchObject({ line: 1, count: 12 });
    expect(described!.places).toHaveLength(12);
    expect(described!.places[11]).toEqual({ file: 'a.md', line: 12, column: 3, name: '12.png' });
  });

  test('--quiet leaves errors only', () => {
    const sink = new Sink();
    sink.report('document-untitled', null);
    sink.report('file-missing', null, { path: 'x\u001B[31m' });
    const text = printDiagnostics(sink.diagnostics, { ...options, quiet: true }, () => null);
    expect(text).toBe(
      'warraq: error: there is no file "x‹U+001B›[31m" [file-missing]\n    hint: check the spelling of the name and of its folder\n',
    );
  });
});
