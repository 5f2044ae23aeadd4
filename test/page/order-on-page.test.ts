import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drive } from '../road/drive.ts';
import { foldOrder, readTable } from '../text/measure-order.mjs';
import { paintedOrder } from '../text/painted-order.ts';

/** The characters of every line of laid pages, as they stand on paper from left to right. */
async function layOrders(source: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-order-'));
  try {
    writeFileSync(join(folder, 'document.md'), source);
    const { products } = await drive(folder, ['document.md']);
    return products
      .page!.pages.flatMap(({ drawItems }) => drawItems)
      .flatMap((drawItem) => (drawItem.kind === 'line' ? [paintedOrder(drawItem.line).trim()] : []));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HEAD = '---\ntitle: ترتيب\nlang: ar\ndigits: source\ntheme:\n  text:\n    size: 6\n---\n';

/** Rows whose text means the same in Markdown when its punctuation is escaped. */
const rows = readTable().filter(
  ({ logical }) => !/[\\<>|`$~*_#[\]]|:\/\/|www|@|^\S*\d[.)]\s|^ه/.test(logical),
);
const texts = rows.map(({ logical }) => logical.replace(/[!-'*-/:-@]/g, '\\$&'));

test.each([
  ['heading', texts.map((text) => `#### ${text}\n`)],
  ['cell', texts.map((text) => `| رأس |\n|---|\n| ${text} |\n\nكلمة\n`)],
  ['note', [...texts.map((_, i) => `كلمة[^${i}]\n`), ...texts.map((text, i) => `[^${i}]: ${text}\n`)]],
])('lines of mixed text have their order in a %s', async (_, blocks) => {
  const seen = new Set((await layOrders(`${HEAD}\n${blocks.join('\n')}`)).map(foldOrder));
  const missing = rows.filter(({ visual }) => !seen.has(foldOrder(visual).trim()));
  expect(missing.map(({ logical }) => logical)).toEqual([]);
});

/** Ends of titles, as they stand on paper. */
const ENDS = [
  ['2023', '2023'],
  ['٢٠٢٣', '٢٠٢٣'],
  ['John', 'John'],
  ['(GDP)', '(GDP)'],
  ['«كلام»', '«مالك»'],
  ['[ب]', '[ب]'],
  ['7.3%', '7.3%'],
  ['C++', 'C++'],
  ['+962 6 123 4567', '+962 6 123 4567'],
] as const;

test('the folio of a contents line stands at its end, whatever its title ends in', async () => {
  const chapters = ENDS.map(([end]) => `# عنوان ينتهي بـ ${end}\n\nنص.\n`);
  const orders = await layOrders(`${HEAD}\n:::contents\n:::\n\n${chapters.join('\n')}`);
  const entries = orders
    .filter((order) => /^١\s.*ناونع$/.test(order))
    .map((order) => order.replace(/\s+/g, ' '));
  expect(entries).toEqual(ENDS.map(([, painted]) => `١ ${painted} ـب يهتني ناونع`));
});

const CALLED = ['2023', '٢٠٢٣', 'John', '`code`', '٣٫٥٪', 'كلمة'];
const notes = CALLED.map((_, index) => `[^${index}]: شرح\n`).join('\n');

test('in Arabic the call of a note stands left of what it follows', async () => {
  const text = CALLED.map((end, index) => `نصّ قبل ${end}[^${index}] وبعد\n`).join('\n');
  expect((await layOrders(`${HEAD}\n${text}\n${notes}`)).filter((order) => /لبق/.test(order))).toEqual([
    'دعبو ١2023 لبق صن',
    'دعبو ٢٢٠٢٣ لبق صن',
    'دعبو ٣John لبق صن',
    'دعبو ٤code لبق صن',
    'دعبو ٥٣٫٥٪ لبق صن',
    'دعبو ٦ةملك لبق صن',
  ]);
});

test('in English it stands right of it, after an Arabic word too', async () => {
  const text = CALLED.map((end, index) => `Text before ${end}[^${index}] and after\n`).join('\n');
  const orders = await layOrders(`---\ntitle: Order\nlang: en\n---\n\n${text}\n${notes}`);
  expect(orders.filter((order) => /before/.test(order))).toEqual([
    'Text before 20231 and after',
    'Text before ٢٠٢٣2 and after',
    'Text before John3 and after',
    'Text before code4 and after',
    'Text before ٣٫٥٪5 and after',
    'Text before ةملك6 and after',
  ]);
});

test('a heading keeps the direction its author says in the head of the next page', async () => {
  const source = `${HEAD}
:::ltr
# PDF - كتاب!

نص

::pagebreak

نص
:::

::pagebreak

:::rtl
# English words here!

نص

::pagebreak

نص
:::
`;
  const orders = await layOrders(source);
  expect(orders.filter((order) => order === 'PDF - باتك!')).toHaveLength(2);
  expect(orders.filter((order) => order === '!English words here')).toHaveLength(3);
});

test('numbers and codes of a heading stand in the head of the next page as in the heading', async () => {
  const titles = [
    ['هاتف (+966) 11 123 4567 و+962 6 123 4567', '+962 6 123 4567و (+966) 11 123 4567 فتاه'],
    ['ارتفع +3.5% و٣٫٥٪ في 2011-04-15', '2011-04-15 يف ٣٫٥٪و +3.5% عفترا'],
    ['حساب SA03 8000 0000 6080 1016 7519', 'SA03 8000 0000 6080 1016 7519 باسح'],
    ['لقاحات Pfizer، Moderna و٥٠ €', '٥٠ €و Moderna ،Pfizer تاحاقل'],
  ] as const;
  const source = titles.map(([title]) => `# ${title}\n\nنص\n\n::pagebreak\n\nنص\n\n::pagebreak\n`).join('\n');
  const orders = await layOrders(`${HEAD}\n${source}`);
  for (const [, painted] of titles)
    expect(orders.filter((order) => order === painted).length, painted).toBeGreaterThanOrEqual(2);
});
