import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/index.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { Laid } from '../../src/page/page.ts';
import type { Block, Float } from '../../src/style/blocks.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import { bookish, document, EM, lay, note, stack, text } from './square-type.ts';

type AnyBlock = Block<ShapedContent>;

/** Pages of twenty lines of ten letters: from 20 to 220. */
const LINES = 20;
const page = { size: { width: 140, height: LINES * EM + 40 } } as const;

const RUNS = process.env['NIGHTLY'] === '1' ? 3000 : 120;

type Piece =
  | { readonly kind: 'text'; readonly lines: number; readonly noted: boolean }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'float'; readonly float: Float; readonly lines: number; readonly noted: boolean };

const noted = fc.integer({ max: 9, min: 0 }).map((one) => one === 0);
const pieces: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      lines: fc.integer({ min: 1, max: 12 }),
      noted,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 2 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('float' as const),
      float: fc.constantFrom<Float>('auto', 'top', 'bottom', 'page'),
      lines: fc.integer({ min: 1, max: 15 }),
      noted,
    }),
  },
);

const NODE = openNodeWorld('.');
const withAssets = (world: ReturnType<typeof openMemoryWorld>) => ({
  ...world,
  readAsset: NODE.readAsset.bind(NODE),
  listAssets: NODE.listAssets.bind(NODE),
  readPackage: NODE.readPackage.bind(NODE),
});

const word = (name: string) => name.padEnd(9, '-');
const lines = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => word(`${name}.${at}`)).join(' ');

/** Words of text begin with و, of headings with ع, of floats with ش, of notes with ن. */
function build(piece: Piece, at: number): AnyBlock {
  if (piece.kind === 'heading')
    return text(word(`ع${at}`), {
      keepWithNext: true,
      spaceBefore: EM,
      outline: { level: piece.level, title: `ع${at}` },
    });
  const id = `${at}`;
  const notes = piece.noted ? { [id]: note(id, [text(lines(`ن${at}`, 2))]) } : {};
  const call = piece.noted ? ` ^${id}` : '';
  const name = piece.kind === 'text' ? 'و' : 'ش';
  const own = text(lines(`${name}${at}`, piece.lines) + call, { paragraph: bookish }, notes);
  if (piece.kind === 'text') return own;
  return stack([own], { float: piece.float, spaceBefore: EM, spaceAfter: EM / 2 });
}

interface SetLine {
  readonly page: number;
  readonly top: number;
  readonly words: readonly string[];
}

function linesOf(laid: Laid): readonly SetLine[] {
  return laid.pages.flatMap(({ index, drawItems }) =>
    drawItems.flatMap((drawItem) =>
      drawItem.kind === 'line'
        ? [
            {
              page: index,
              top: drawItem.baseline - 0.7 * EM,
              words: textOfLine(drawItem.line).trim().split(' '),
            },
          ]
        : [],
    ),
  );
}

function check(plan: readonly Piece[], breaks: 'greedy' | 'optimal', grid: number): void {
  const set = linesOf(lay(document(plan.map(build), { page: { ...page, breaks, grid } })));
  const words = set.flatMap((line) => line.words).filter((one) => !one.startsWith('^'));
  const of = (kind: RegExp) => words.filter((one) => kind.test(one));

  // All of it stands once, and in its order: text, floats, notes.
  const expected = linesOf(
    lay(
      document(
        plan.map((piece, at) => stay(build(piece, at))),
        { page },
      ),
    ),
  );
  const there = expected.flatMap((line) => line.words).filter((one) => !one.startsWith('^'));
  expect(of(/^[وع]/)).toEqual(there.filter((one) => /^[وع]/.test(one)));
  expect(of(/^ن/).sort()).toEqual(there.filter((one) => /^ن/.test(one)).sort());

  const placeOf = (name: string) =>
    set.find((line) => line.words.some((one) => one.startsWith(`${name}.`) || one === word(name)))!;
  const floats = plan.flatMap((piece, at) =>
    piece.kind === 'float' ? [{ ...piece, at, ...placeOf(`ش${at}`) }] : [],
  );
  for (const [index, float] of floats.entries()) {
    const own = set.filter((line) => line.words.some((one) => one.startsWith(`ش${float.at}.`)));
    // Whole, on one page, and after its predecessor.
    expect(own).toHaveLength(float.lines);
    expect(new Set(own.map((line) => line.page)).size).toBe(1);
    const before = floats[index - 1];
    if (before !== undefined)
      expect(float.page * 1000 + float.top).toBeGreaterThan(before.page * 1000 + before.top);
    // Not before the page of what is written before it, nor after the page on which its section ends.
    const written = plan.slice(0, float.at).findLastIndex(({ kind }) => kind !== 'float');
    if (written >= 0) expect(float.page).toBeGreaterThanOrEqual(lastOf(plan, written, placeOf).page);
    const sections = plan.map((piece) => (piece.kind === 'heading' ? piece.level : null));
    const section = sections.slice(0, float.at).findLast((level) => level !== null) ?? 9;
    // Nor above the heading of its section.
    const heading = sections.slice(0, float.at).findLastIndex((level) => level !== null);
    const opening = heading < 0 ? null : placeOf(`ع${heading}`);
    if (opening?.page === float.page) expect(float.top).toBeGreaterThan(opening.top);
    const end = sections.findIndex((level, at) => at > float.at && level !== null && level <= section);
    if (end >= 0) expect(float.page).toBeLessThanOrEqual(placeOf(`ع${end}`).page);
  }

  // Nothing stands on anything else, or outside.
  const pages = new Set(set.map((line) => line.page));
  for (const index of pages) {
    const tops = set
      .filter((line) => line.page === index)
      .map((line) => line.top)
      .sort((a, b) => a - b);
    expect(tops[0]).toBeGreaterThanOrEqual(20 - 0.01);
    expect(tops.at(-1)).toBeLessThanOrEqual(20 + (LINES - 1) * EM + 0.01);
    for (const [at, top] of tops.entries())
      if (at > 0) expect(top - tops[at - 1]!).toBeGreaterThanOrEqual(EM - 0.01);
  }

  // Notes begin on the page of what calls them.
  for (const [at, piece] of plan.entries()) {
    if (piece.kind === 'heading' || !piece.noted) continue;
    const call = set.find((line) => line.words.includes(`^${at}`))!;
    expect(placeOf(`ن${at}`).page).toBe(call.page);
  }
}

function lastOf(plan: readonly Piece[], at: number, placeOf: (name: string) => SetLine): SetLine {
  const piece = plan[at]!;
  return placeOf(piece.kind === 'text' ? `و${at}.${piece.lines - 1}` : `ع${at}`);
}

const stay = (block: AnyBlock): AnyBlock => (block.kind === 'stack' ? { ...block, float: null } : block);

describe('floats', () => {
  test('stand once, whole, in order, in their section, and on nothing else', () => {
    const ways = fc.constantFrom('greedy' as const, 'optimal' as const);
    const grids = fc.constantFrom(0, EM);
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), ways, grids, check), {
      numRuns: RUNS,
      seed: 7,
    });
  });

  test('leave no gap: text fills the page before a figure that stands at the top of the next', () => {
    const filler = (name: string, count: number) => text(lines(name, count), { paragraph: bookish });
    const figure = (float: Float | null) =>
      stack([filler('ش', 8)], { float, keepTogether: true, spaceBefore: EM, spaceAfter: EM });
    const laidWith = (float: Float | null) =>
      linesOf(
        lay(document([filler('أ', 15), figure(float), filler('ب', 20)], { page: { ...page, grid: EM } })),
      );
    const onPage = (set: readonly SetLine[], index: number) => set.filter((line) => line.page === index);
    expect(onPage(laidWith(null), 0)).toHaveLength(15);
    const floating = laidWith('auto');
    expect(onPage(floating, 0)).toHaveLength(20);
    const names = onPage(floating, 1).map(({ words: [first] }) => first![0]);
    expect(names.join('')).toMatch(/^ش{8}ب+$/);
    // white space below the figure, and all lines on the grid
    const next = onPage(floating, 1).map(({ top }) => Math.round((top - 20) / EM));
    expect(next.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 9, 10]);
  });
});

/** As an author writes them. */
describe('float=', () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  );
  const built = async (source: string) => {
    const world = openMemoryWorld({ files: { 'a.md': source, 'p.png': picture } });
    const result = await compile({ files: ['a.md'] }, withAssets(world));
    return result.diagnostics
      .filter(({ rule }) => /float|image/.test(rule))
      .map(({ rule, origin }) => [rule, origin?.line]);
  };

  test('is told of where it cannot be had', async () => {
    const nested = '- بند\n\n  ![صورة](p.png){float=top}\n';
    const unknown = ':::note{float=middle}\nنص\n:::\n';
    const tall = `:::note{float=bottom}\n${'نص الصندوق الطويل.\n\n'.repeat(90)}:::\n`;
    expect(await built(nested)).toContainEqual(['float-nested', 3]);
    expect(await built(unknown)).toContainEqual(['float-unknown', 1]);
    expect(await built(tall)).toContainEqual(['float-too-tall', 1]);
    expect(await built('![صورة](p.png){float=page}\n\n```{#c float=top}\nx\n```\n')).toEqual([]);
  });
});
