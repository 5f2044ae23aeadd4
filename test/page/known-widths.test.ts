import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../src/base/path.ts';
import type { Laid } from '../../src/page/page.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { writePng } from '../raster/png-writer.ts';
import { drive } from '../road/drive.ts';

/** What is decided by how wide words are in their faces, in whatever they stand: the road from Markdown to pages. */

/** A line as it stands on its page. Points. */
interface SetLine {
  readonly text: string;
  /** Of its ink. */
  readonly left: number;
  readonly right: number;
  /** The room it was set in. */
  readonly measure: number;
  readonly baseline: number;
  readonly size: number;
}

/** @param measure of the text, points */
async function lay(
  body: string,
  measure: number,
  { files = {}, theme = {} }: { files?: Record<string, Uint8Array>; theme?: object } = {},
): Promise<Laid> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-widths-'));
  const page = { size: `${measure + 100}pt x 900pt`, margin: '50pt' };
  const front = {
    title: 'عنوان',
    lang: 'ar',
    digits: 'source',
    template: 'plain',
    theme: { page, ...theme },
  };
  const template = join(folder, 'templates', 'plain');
  mkdirSync(template, { recursive: true });
  try {
    writeFileSync(join(template, 'document.hbs'), '{{{content}}}');
    writeFileSync(join(template, 'furniture.hbs'), '');
    writeFileSync(join(template, 'theme.yaml'), '');
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'document.md'), `---\n${JSON.stringify(front)}\n---\n\n${body}`);
    const { products, diagnostics } = await drive(folder, ['document.md']);
    expect(diagnostics.map(({ rule }) => rule)).toEqual([]);
    return products.page!;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function linesOf({ pages }: Laid): readonly SetLine[] {
  return pages.flatMap(({ drawItems }) =>
    drawItems.flatMap((drawItem) => {
      if (drawItem.kind !== 'line') return [];
      const pieces = piecesOf(drawItem.line).filter(({ kind }) => kind === 'glyphs');
      const { words } = drawItem.line;
      const atoms = words.kind === 'settled' ? words.atoms : [];
      const text = atoms.map((atom) =>
        atom.kind === 'glyphs' ? atom.run.text.slice(atom.charFrom, atom.charTo) : ' ',
      );
      return [
        {
          text: text.join('').trim(),
          left: drawItem.x + Math.min(...pieces.map(({ x }) => x)),
          right: drawItem.x + Math.max(...pieces.map(({ x, width }) => x + width)),
          measure: drawItem.line.width,
          baseline: drawItem.baseline,
          size: pieces[0]?.style.size ?? 0,
        },
      ];
    }),
  );
}

/** Where something may stand, beside a word that shows how wide the room is there. */
const PLACES = {
  'running text': (body: string) => `نص\n\n${body}`,
  'a callout': (body: string) => `::::note[عنوان]\nنص\n\n${body}\n::::\n`,
  'a list in a list': (body: string) => `- بند\n\n  - نص\n\n${body.replace(/^/gm, '    ')}\n`,
  'a quotation': (body: string) => `> نص\n>\n${body.replace(/^/gm, '> ')}\n`,
  'two columns': (body: string) => `::::columns{count=2}\nنص\n\n${body}\n::::\n`,
  'a list in a column': (body: string) =>
    `::::columns{count=2}\n- نص\n\n${body.replace(/^/gm, '  ')}\n::::\n`,
};
type Place = keyof typeof PLACES;
const places = Object.keys(PLACES) as Place[];

const probeIn = (laid: Laid) => linesOf(laid).find(({ text }) => text === 'نص')!.measure;

/** Columns however narrow. */
const theme = { boxes: { columns: { 'column-width': '1pt' } } };

/** Lays `body` in a place whose own room is `room` points wide. */
async function layIn(
  place: Place,
  body: string,
  room: number,
  files: Record<string, Uint8Array> = {},
): Promise<Laid> {
  const source = PLACES[place](body);
  const columns = place.includes('column') ? 2 : 1;
  const rest = 1200 - columns * probeIn(await lay(source, 1200, { theme, files }));
  const laid = await lay(source, columns * room + rest, { theme, files });
  expect(probeIn(laid)).toBeCloseTo(room, 6);
  return laid;
}

describe('verse', () => {
  const HALVES = [
    ['عَلى قَدرِ أَهلِ العَزمِ تَأتي العَزائِمُ', 'وَتَأتي عَلى قَدرِ الكِرامِ المَكارِمُ'],
    ['وَتَعظُمُ في عَينِ الصَّغيرِ صِغارُها', 'وَتَصغُرُ في **عَينِ** العَظيمِ وَفي 1947 العَظائِمُ'],
  ] as const;
  const poem = `:::verse\n${HALVES.map((halves) => halves.join(' ... ')).join('\n')}\n:::`;
  const words = HALVES.flat().map((half) => half.replaceAll('*', ''));
  const gap = 2 * 12.5;

  const hemistichs = (laid: Laid) => linesOf(laid).filter(({ text }) => words.includes(text));
  const rowsOf = (laid: Laid) => new Set(hemistichs(laid).map(({ baseline }) => baseline.toFixed(3))).size;

  test('is as wide as its widest hemistich, to which the others are elongated', async () => {
    const lines = hemistichs(await lay(poem, 600));
    expect(lines.map(({ text }) => text)).toEqual(words);
    for (const { left, right, measure } of lines) expect(right - left).toBeCloseTo(measure, 2);
    expect(new Set(lines.map(({ measure }) => measure)).size).toBe(1);
    const wide = linesOf(await lay(HALVES[1][1], 600))[0]!;
    // and that one is as wide as in running text
    expect(lines[0]!.measure).toBeCloseTo(wide.right - wide.left, 2);
  });

  test('leaves a hemistich as it is where elongating it would leave holes', async () => {
    const [first, second] = linesOf(await lay(':::verse\nعشرة حروف هنا ... كلمة\n:::', 400));
    expect(first!.right - first!.left).toBeCloseTo(first!.measure, 2);
    expect(second!.right - second!.left).toBeLessThan(0.6 * second!.measure);
  });

  test.each(places)('stands beside or under by the room there is in %s', async (place) => {
    const widest = hemistichs(await lay(poem, 600))[0]!.measure;
    const besides = 2 * widest + gap;
    expect(rowsOf(await layIn(place, poem, besides + 0.01))).toBe(2);
    expect(rowsOf(await layIn(place, poem, besides - 0.01))).toBe(4);
    const under = hemistichs(await layIn(place, poem, widest + gap + 0.01));
    // none is broken, all are of one width
    expect(under.map(({ text }) => text)).toEqual(words);
    for (const { left, right } of under) expect(right - left).toBeCloseTo(widest, 2);
    const broken = linesOf(await layIn(place, poem, widest + gap - 1)).map(({ text }) => text);
    expect(broken).not.toContain(words[3]);
  });
});

describe('a timeline', () => {
  const years = ['١٩٩٤', 'في أواخر صيف عام ٢٠١١', '٢٠١٢', '٢٠١٣'];
  const timeline = `:::timeline\n${years.map((year) => `- **${year}** نص`).join('\n')}\n:::`;
  const rowsOf = (laid: Laid) =>
    new Set(linesOf(laid).flatMap(({ text, baseline }) => (years.includes(text) ? [baseline] : []))).size;

  test.each(places)('has as many events a row as leave each year on one line in %s', async (place) => {
    const cell = linesOf(await lay(timeline, 1000)).find(({ text }) => text === years[1])!;
    const width = cell.right - cell.left + 8;
    for (const [events, rows] of [
      [4, 1],
      [2, 2],
      [1, 4],
    ] as const) {
      expect(rowsOf(await layIn(place, timeline, events * width + 0.01))).toBe(rows);
      if (events > 1)
        expect(rowsOf(await layIn(place, timeline, events * width - 0.01))).toBeGreaterThan(rows);
    }
  });
});

describe('a chart', () => {
  const chart = `:::chart
| من | كم |
| --- | --- |
| روما | 20 |
| الإسكندرية | 80 |
| مدينة | 5 |
:::`;
  const names = ['روما', 'الإسكندرية', 'مدينة'];

  test.each(places)('gives names and values what they take, and bars what is left, in %s', async (place) => {
    for (const room of [110, 300]) {
      const laid = await layIn(place, chart, room);
      const lines = linesOf(laid);
      const [texts, values] = [names, ['20', '80', '5']].map((words) =>
        words.map((word) => lines.find(({ text }) => text === word)!),
      ) as [SetLine[], SetLine[]];
      const bars = laid.pages[0]!.drawItems.flatMap((drawItem) => {
        if (drawItem.kind !== 'path' || drawItem.fill === null || drawItem.path.length > 5) return [];
        const xs = pointsOf(drawItem.path).map(({ x }) => x);
        return [{ left: Math.min(...xs), right: Math.max(...xs) }];
      });
      const lengths = bars.map(({ left, right }) => right - left);
      expect(lengths[1]! / lengths[0]!).toBeCloseTo(4);
      expect(lengths[1]! / lengths[2]!).toBeCloseTo(16);
      const longest = Math.max(...texts.map(({ left, right }) => right - left));
      const widest = Math.max(...values.map(({ left, right }) => right - left));
      const start = texts[0]!.right;
      for (const [index, { left, right }] of bars.entries()) {
        expect(right).toBeCloseTo(start - longest - 8, 1);
        expect(values[index]!.right).toBeCloseTo(left - 5, 1);
      }
      // the longest bar and its value end where the room does
      expect(start - values[1]!.left).toBeCloseTo(room, 1);
      expect(lengths[1]).toBeCloseTo(room - longest - 8 - widest - 5, 1);
    }
  });

  test('has names of two fifths at most, which then break', async () => {
    const lines = linesOf(await layIn('a callout', chart.replace('مدينة', 'مدينة ذات اسم طويل'), 150));
    const name = lines.find(({ text }) => text.startsWith('مدينة'))!;
    expect(name.measure).toBeCloseTo(0.4 * 150 - 8);
    expect(name.text).not.toBe('مدينة ذات اسم طويل');
  });
});

describe('code', () => {
  const words = 'const capital = await findCapital("مصر", { year: 2024 });';
  const code = `\`\`\`js\n${words}\nreturn capital;\n\`\`\``;
  const isCode = ({ text }: SetLine) => /^(const|return)/.test(text);

  test.each(places)(
    'becomes smaller by what its longest line is too long, as far as it may, in %s',
    async (place) => {
      const wide = await layIn(place, code, 550);
      const [line, other] = linesOf(wide).filter(isCode);
      const natural = line!.right - line!.left;
      const padding = 550 - line!.measure;
      for (const [share, size] of [
        [1.001, 1],
        [0.95, 0.95],
        [0.851, 0.851],
        [0.849, 1],
      ] as const) {
        const laid = await layIn(place, code, padding + natural * share);
        const [first, second] = linesOf(laid).filter(isCode);
        expect([first!.size, second!.size]).toEqual([
          expect.closeTo(line!.size * size),
          expect.closeTo(line!.size * size),
        ]);
        // it turns over only where it keeps its size for being too long by far
        expect(first!.text === line!.text).toBe(share > 0.85);
        if (share > 0.85)
          expect(second!.baseline - first!.baseline).toBeCloseTo(other!.baseline - line!.baseline);
      }
    },
  );

  test('keeps its size where the theme says so', async () => {
    const [line] = linesOf(await lay(code, 550)).filter(isCode);
    const natural = line!.right - line!.left;
    const [tight] = linesOf(await lay(code, natural, { theme: { code: { least: 1 } } })).filter(isCode);
    expect(tight!.size).toBe(line!.size);
  });
});

describe('a picture', () => {
  const files = { 'map.png': writePng({ width: 400, height: 200, depth: 8, colorType: 0 }, () => 0) };
  const sizeOf = ({ pages }: Laid) =>
    pages
      .flatMap(({ drawItems }) => drawItems)
      .flatMap((item) => (item.kind === 'image' ? [item.rect] : []))[0]!;

  test.each(places)('takes its share of the room in %s', async (place) => {
    for (const [share, width] of [
      ['50%', 80],
      ['100%', 160],
      ['12.5%', 20],
    ] as const) {
      const picture = `![خريطة](map.png){width=${share}}`;
      const { width: across, height } = sizeOf(await layIn(place, picture, 160, files));
      expect([across, height]).toEqual([expect.closeTo(width), expect.closeTo(width / 2)]);
    }
  });

  test('has the height that is written, whatever its share', async () => {
    const rect = sizeOf(await lay('![خريطة](map.png){width=50% height=30pt}', 300, { files }));
    expect(rect).toMatchObject({ width: 150, height: 30 });
  });
});

describe('a title that may fill its line', () => {
  const body = ':::panel{role=title}\nالعنوان الذي يكاد يملأ سطره\n:::';
  const titleIn = (fit: number) => (laid: Promise<Laid>) =>
    laid.then(linesOf).then(([line]) => ({ ...line!, fit }));
  const roles = { title: { size: '20pt', fit: 0.1, align: 'center' } };
  const title = (measure: number) => titleIn(0.1)(lay(body, measure, { theme: { roles } }));

  test('does where a tenth more is enough, and else stands as it is', async () => {
    const { left, right, text } = await title(900);
    const natural = right - left;
    for (const [measure, width] of [
      [natural + 0.01, natural],
      [natural * 1.05, natural * 1.05],
      [natural * 1.0999, natural * 1.0999],
      [natural * 1.1001, natural],
    ] as const) {
      const set = await title(measure);
      expect(set.text).toBe(text);
      expect(set.right - set.left).toBeCloseTo(width, 1);
    }
    // two lines are not elongated
    const first = await title(natural - 1);
    expect(first.text).not.toBe(text);
    expect(first.right - first.left).toBeLessThan(natural - 20);
  });
});

describe('a cover', () => {
  const MM = 72 / 25.4;
  const page = { width: 170 * MM, height: 240 * MM };
  const star = page.width / 7;
  const leading = 3 * 21;
  const padding = 22 * MM;

  test.each([1, 6, 14, 20])('has as many rows of stars as a title of %i words leaves', async (count) => {
    const title = Array(count).fill('الكتاب').join(' ');
    const body = `::::cover\n:::panel{role=cover-title}\n${title}\n:::\n::::\n\nنص`;
    const lines = linesOf(await lay(body, page.width - 100, { theme: { page: { size: '170mm x 240mm' } } }));
    const words = lines.filter(({ text }) => text.includes('الكتاب'));
    const room = page.height - 2 * padding - words.length * leading;
    const rows = Math.max(1, Math.min(5, Math.floor(room / star)));
    expect(words[0]!.baseline).toBeCloseTo(rows * star + padding + 0.7 * leading, 1);
    expect(words.map(({ text }) => text).join(' ')).toBe(title);
  });
});
