import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';

const at = (line: number, column = 1) => ({ file: 'نص.md', line, column });

describe('one message of many places', () => {
  test('is one diagnostic for each character that no font has', () => {
    const sink = new Sink();
    for (const line of [1, 4, 9])
      sink.report('glyph-missing', at(line), { character: '中', codePoint: 'U+4E2D' });
    sink.report('glyph-missing', at(2), { character: '文', codePoint: 'U+6587' });
    expect(sink.diagnostics.map(({ count, places }) => [count, places.map(({ line }) => line)])).toEqual([
      [3, [1, 4, 9]],
      [1, [2]],
    ]);
    expect(sink.diagnostics[0]).toMatchObject({ rule: 'glyph-missing', origin: at(1) });
  });

  test('counts a place that is met twice once', () => {
    const sink = new Sink();
    for (let page = 0; page < 3; page++) sink.report('image-remote', at(7), { path: 'https://x.org/a.png' });
    expect(sink.diagnostics).toMatchObject([{ count: 1 }]);
  });

  test('keeps the first hundred places and counts the rest', () => {
    const sink = new Sink();
    for (let line = 1; line <= 250; line++) sink.report('image-missing', at(line), { path: `${line}.png` });
    const [diagnostic] = sink.diagnostics;
    expect([diagnostic!.count, diagnostic!.places.length]).toEqual([250, 100]);
    expect(diagnostic!.message.en).toContain('“1.png”');
    expect(diagnostic!.places[99]).toEqual({ ...at(100), name: '100.png' });
  });

  test('is not made of what proofreading finds: each of these has its own words', () => {
    const sink = new Sink();
    for (const text of ['في البيت', 'من هنا']) sink.report('double-space', at(1, text.length), { text });
    expect(sink.diagnostics.map(({ count }) => count)).toEqual([1, 1]);
  });
});

test('what another sink collected is taken over, its places moved', () => {
  const other = new Sink();
  for (const line of [1, 2]) other.report('link-scheme', at(line), { scheme: 'javascript' });
  const sink = new Sink();
  sink.forward(other.diagnostics, (origin) => ({ ...origin, line: origin.line + 40 }));
  expect(sink.diagnostics).toMatchObject([{ origin: at(41), count: 2, places: [at(41), at(42)] }]);
});
