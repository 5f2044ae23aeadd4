import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { boundsOf, pointsOf } from '../../src/base/path.ts';
import { CHART_KINDS, type ChartData, type ChartLooks } from '../../src/charts/chart-data.ts';
import { seriesMark } from '../../src/charts/colors.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { readDates } from '../../src/charts/read-dates.ts';
import { findTicks } from '../../src/charts/ticks.ts';
import { contrastOf } from '../../src/epub/contrast.ts';
import type { DrawnNode } from '../../src/vector/drawing.ts';
import '../property-seed.ts';
import { cpuTime } from '../cpu-time.ts';
import { drive } from '../road/drive.ts';

describe('labels of an axis', () => {
  test.each([
    [0, 9.8, [0, 2.5, 5, 7.5, 10]],
    [0, 100, [0, 25, 50, 75, 100]],
    [-12, 61, [-20, 0, 20, 40, 60, 80]],
    [0, 1, [0, 0.25, 0.5, 0.75, 1]],
    [1990, 2024, [1990, 2000, 2010, 2020, 2030]],
  ])('of %s to %s hold all of it, in steps that people count in', (least, most, _) => {
    const { values, step } = findTicks(least, most, 5);
    expect(values[0]).toBeLessThanOrEqual(least);
    expect(values.at(-1)).toBeGreaterThanOrEqual(most);
    const mantissa = step / 10 ** Math.floor(Math.log10(step));
    expect([1, 2, 2.5, 3, 4, 5].some((nice) => Math.abs(nice - mantissa) < 1e-9)).toBe(true);
  });

  test('hold any data, are few, and are as far apart as they say', () => {
    const value = fc
      .double({ min: -1e15, max: 1e15, noNaN: true })
      .map((at) => (Math.abs(at) < 1e-12 ? 0 : at));
    fc.assert(
      fc.property(value, value, fc.integer({ min: 3, max: 9 }), (one, other, wanted) => {
        const [least, most] = one < other ? [one, other] : [other, one];
        if (most - least <= Math.max(Math.abs(least), Math.abs(most)) * 1e-9) return;
        const { values, step, from, to } = findTicks(least, most, wanted);
        expect(values.length).toBeLessThanOrEqual(12);
        expect(from).toBeLessThanOrEqual(least + step * 1e-6);
        expect(to).toBeGreaterThanOrEqual(most - step * 1e-6);
        for (const [index, at] of values.entries())
          expect(Math.abs(at - (from + index * step))).toBeLessThan(step * 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  test('of one value have it among them', () => {
    for (const value of [0, 7, -3]) {
      const { from, to } = findTicks(value, value, 5);
      expect(from).toBeLessThan(to);
      expect(from <= value && value <= to).toBe(true);
    }
  });
});

test.each([
  [
    ['2019', '2020', '2022'],
    [2019, 2020, 2022],
  ],
  [
    ['١٤٤٥هـ', '١٤٤٦هـ'],
    [1445, 1446],
  ],
  [
    ['2024-01', '2024-07'],
    [2024, 2024.5],
  ],
  [['مصر', 'تونس'], null],
  [['2022', '2020'], null],
  [['2024-13', '2024-14'], null],
  [['12', '13'], null],
])('dates of %j', (names, times) => {
  expect(readDates(names)).toEqual(times);
});

/** Half an em a letter. */
const setWords: ChartLooks['setWords'] = (words) => ({
  path: [
    { kind: 'move', to: { x: 0, y: -0.7 } },
    { kind: 'line', to: { x: words.length / 2, y: 0 } },
  ],
  width: words.length / 2,
});

const LOOKS: ChartLooks = {
  width: 430,
  size: 9,
  isRtl: true,
  ink: '#1B1B1B',
  grey: '#595959',
  line: '#C9C2B4',
  paper: '#FFFFFF',
  accent: '#0B4F57',
  percent: '%',
  format: (value, decimals) => value.toFixed(decimals),
  setWords,
};

const pointsOfNode = (node: DrawnNode): readonly { x: number; y: number }[] =>
  node.kind === 'shape'
    ? pointsOf(node.path)
    : node.kind === 'group'
      ? node.clips.flatMap(({ path }) => pointsOf(path))
      : [];

const value = fc.option(
  fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100),
  { nil: null, freq: 8 },
);
const data = (kind: (typeof CHART_KINDS)[number]) =>
  fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
    fc
      .array(fc.array(value, { minLength: rows, maxLength: rows }), {
        minLength: columns,
        maxLength: columns,
      })
      .map(
        (values): ChartData => ({
          kind,
          categories: Array.from({ length: rows }, (_, index) => ({ name: `اسم ${index}`, time: null })),
          series: values.map((list, index) => ({ name: `س${index}`, values: list })),
          highlight: null,
        }),
      ),
  );

describe('a chart', () => {
  test.each(CHART_KINDS)(
    '%s of any numbers keeps to its box, and runs from the right as it does from the left',
    (kind) => {
      fc.assert(
        fc.property(data(kind), (chart) => {
          const { box, nodes } = drawChart(chart, LOOKS);
          const points = nodes.flatMap(pointsOfNode);
          expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
          const { x, y, width, height } = boundsOf(points);
          expect(x).toBeGreaterThan(-LOOKS.size);
          expect(x + width).toBeLessThan(box.width + LOOKS.size);
          expect(y).toBeGreaterThan(-LOOKS.size);
          expect(y + height).toBeLessThan(box.height + LOOKS.size);
          const other = drawChart(chart, { ...LOOKS, isRtl: false });
          expect(other.nodes).toHaveLength(nodes.length);
          const bars = (all: readonly DrawnNode[]) => boundsOf(all.flatMap(pointsOfNode));
          expect(bars(other.nodes).x).toBeCloseTo(box.width - (x + width), 3);
        }),
        { numRuns: 40 },
      );
    },
  );

  test('has marks that are seen on paper, and known in grey by their patterns', () => {
    const marks = [0, 1, 2, 3, 4, 5, 6].map((index) => seriesMark(index, LOOKS));
    for (const { color } of marks) expect(contrastOf(color, LOOKS.paper), color).toBeGreaterThan(3);
    expect(new Set(marks.map(({ pattern }) => pattern)).size).toBe(marks.length);
  });
});

async function make(
  body: string,
  files: Readonly<Record<string, string>> = {},
  format: 'pdf' | 'epub' = 'pdf',
) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-chart-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'a.md'), `---\ntitle: مخطط\nlang: ar\n---\n\n${body}\n`);
  writeFileSync(join(folder, 'package.json'), '{}');
  return drive(folder, ['a.md'], { format });
}

const TABLE = '| أ | ب | ج |\n|---|---|---|\n| س | 1 | 2 |\n| ص | 3 | 4 |\n';

describe('a chart in a document', () => {
  test('is a figure with its data as alternative, and in e-books its table beside', async () => {
    const { bytes, diagnostics } = await make(`:::chart[عنوان]{type=column}\n${TABLE}:::`, {}, 'epub');
    expect(diagnostics).toEqual([]);
    const files = unzipSync(bytes!);
    const text = Object.entries(files)
      .flatMap(([path, file]) => (path.endsWith('.xhtml') ? [strFromU8(file)] : []))
      .join('');
    expect(text).toMatch(/<img[^>]* alt="س: ب 1، ج 2؛ ص: ب 3، ج 4"/);
    expect(text).toContain('<th scope="row">ص</th><td>3</td><td>4</td>');
  });

  test.each([
    ['{type=culomn}', TABLE, ['chart-type']],
    ['{type=column}', '| أ | ب |\n|---|---|\n| س | كثير |\n', ['chart-value', 'chart-empty']],
    ['{type=pie}', '| أ | ب |\n|---|---|\n| س | 5 |\n| ص | -1 |\n', ['chart-value']],
    ['{type=column}', `| أ | ب |\n|---|---|\n| س | ${'9'.repeat(309)} |\n| ص | 1 |\n`, ['chart-value']],
    ['{type=line}', '| أ | ب |\n|---|---|\n| س | -0 |\n| ص | – |\n', []],
    ['{type=column}', 'نص بلا جدول\n', ['table-expected']],
    ['{sort=up}', TABLE, ['chart-sort']],
    ['{highlight=ش}', '| أ | ب |\n|---|---|\n| س | 1 |\n', ['chart-highlight']],
    ['{type=pie}', TABLE, ['chart-pie']],
    ['{type=line highlight=س}', TABLE, ['chart-pointing']],
    [
      '{type=column}',
      `| أ | ب |\n|---|---|\n${Array.from({ length: 61 }, (_, index) => `| س${index} | 1 |\n`).join('')}`,
      ['chart-many'],
    ],
    ['{type=column data=none.csv}', '', ['chart-data']],
    ['{type=column data=../../etc/passwd}', '', ['chart-data']],
    ['{type=column data=bad.csv}', '', ['chart-data']],
  ])('%s of %s is told of, and stops nothing', async (attributes, body, rules) => {
    const { bytes, diagnostics } = await make(`:::chart[عنوان]${attributes}\n${body}:::`, {
      'bad.csv': 'a,b\nx,"1\n',
    });
    expect(bytes).not.toBe(null);
    expect(diagnostics.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
  });

  test('is told of wrong numbers where they stand', async () => {
    const { diagnostics } = await make(
      ':::chart{type=column}\n| أ | ب |\n|---|---|\n| س | 5 |\n| ص | كثير |\n:::',
    );
    expect(diagnostics[0]?.places[0]).toMatchObject({ line: 10, column: 5 });
  });

  test.each([',', ';', '\t'])('reads files whose cells are parted by %j', async (mark) => {
    const rows = [
      ['سنة', 'أ', 'ب'],
      ['2020', '1', '2'],
      ['2021', '3,5'.replace(',', '.'), '4'],
    ];
    const csv = `\uFEFF${rows.map((row) => row.join(mark)).join('\r\n')}\r\n`;
    const { bytes, diagnostics } = await make(
      ':::chart{type=line data=d.csv}\n:::',
      { 'd.csv': csv },
      'epub',
    );
    expect(diagnostics).toEqual([]);
    const files = unzipSync(bytes!);
    const text = Object.entries(files)
      .flatMap(([path, file]) => (path.endsWith('.xhtml') ? [strFromU8(file)] : []))
      .join('');
    expect(text).toContain('2021: أ 3.5، ب 4');
  });

  test('of 10,000 rows is drawn in seconds', async () => {
    const csv = `x,y\n${Array.from({ length: 10_000 }, (_, index) => `${index},${index % 97}`).join('\n')}`;
    let drawn: Awaited<ReturnType<typeof make>> | null = null;
    const took = await cpuTime(async () => {
      drawn = await make(':::chart{type=line data=d.csv}\n:::', { 'd.csv': csv });
    }, 1);
    expect(drawn!.bytes).not.toBe(null);
    expect(took).toBeLessThan(8000);
  });
});
