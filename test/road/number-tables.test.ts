import * as mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { drive } from './drive.ts';

test('type too small to read is said', async () => {
  const row = (cell: string) => `|${` ${cell} |`.repeat(26)}\n`;
  const text = row('المحافظة') + row('---') + row('٩٩٩٬٩٩٩');
  const { diagnostics, bytes } = await drive(HERE, ['-'], { text });
  expect(diagnostics.map(({ rule }) => rule)).toContain('table-too-wide');
  expect(bytes).not.toBeNull();
});

/** What another program sees of a page: its characters with the left and right edges of each. Points. */
interface Seen {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

const HERE = new URL('./number-tables/', import.meta.url).pathname;

/** A hundredth of an em of table type. */
const NEAR = 0.1;

/** Below the table of the first page. */
const FOOT = 320;

describe('tables of numbers, as MuPDF sees them', () => {
  let pages: readonly (readonly Seen[])[] = [];
  let sizes: readonly (readonly [number, number])[] = [];
  beforeAll(async () => {
    const { bytes } = await drive(HERE, ['document.md']);
    const document = mupdf.Document.openDocument(bytes!, 'application/pdf');
    const count = Array.from({ length: document.countPages() }, (_, index) => document.loadPage(index));
    sizes = count.map((page) => {
      const [x0, y0, x1, y1] = page.getBounds();
      return [x1 - x0, y1 - y0];
    });
    pages = count.map(readPage);
  });

  // Arabic digits are not where their ink is for a reader; their columns are set by the same code.
  test('decimal signs stand under one another', () => {
    const columns = columnsOf(pages[0]!.filter(({ text, baseline }) => text === '.' && baseline < FOOT));
    expect(columns.map((column) => column.length)).toEqual([2, 2]);
    for (const column of columns) expect(spread(column.map(({ left }) => left))).toBeLessThan(NEAR);
  });

  test('whole numbers end where the others have their sign', () => {
    const signs = pages[0]!.filter(({ text, baseline }) => text === '.' && baseline < FOOT);
    const twelve = pages[0]!.find(({ text, baseline }) => text === '2' && Math.abs(baseline - 274) < 1)!;
    expect(Math.min(...signs.map(({ left }) => Math.abs(left - twelve.right)))).toBeLessThan(NEAR);
  });

  test('a landscape table has a page that is wider than high, the others are upright', () => {
    expect(sizes.map(([width, height]) => width > height)).toEqual([false, true, false]);
  });

  test('no number is cut, be the table ever so wide', () => {
    const rows = new Map<number, string>();
    for (const { text, baseline } of pages[2]!) {
      const row = Math.round(baseline);
      rows.set(row, (rows.get(row) ?? '') + text);
    }
    expect([...rows.values()].some((row) => (row.match(/[٠-٩]/g) ?? []).length >= 58)).toBe(true);
  });
});

function readPage(page: mupdf.Page): readonly Seen[] {
  const seen: Seen[] = [];
  page.toStructuredText('preserve-whitespace').walk({
    onChar: (text, origin, _font, _size, quad) => {
      const xs = [quad[0], quad[2], quad[4], quad[6]];
      seen.push({ text, left: Math.min(...xs), right: Math.max(...xs), baseline: origin[1] });
    },
  });
  return seen;
}

/** Characters less than a column apart, from the left. */
function columnsOf(seen: readonly Seen[]): readonly (readonly Seen[])[] {
  const columns: Seen[][] = [];
  for (const one of [...seen].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && one.left - last.at(-1)!.left < 12) last.push(one);
    else columns.push([one]);
  }
  return columns;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
