import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf } from '../../src/base/path.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { DrawItem, Laid, Page } from '../../src/page/page.ts';
import type { Block } from '../../src/style/blocks.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import {
  bookish,
  breakTo,
  columns,
  document,
  EM,
  image,
  item,
  lay,
  note,
  paragraph,
  stack,
  table,
  text,
} from './square-type.ts';

type AnyBlock = Block<ShapedContent>;

/** A plan of a block: what fast-check makes and shrinks. Words are numbered when it is built. */
type Plan =
  | {
      readonly kind: 'text';
      readonly words: number;
      readonly note: number;
      readonly book: boolean;
      readonly space: number;
      readonly keep: boolean;
    }
  | {
      readonly kind: 'stack';
      readonly children: readonly Plan[];
      readonly ground: boolean;
      readonly together: boolean;
      readonly pad: number;
    }
  | {
      readonly kind: 'columns';
      readonly children: readonly Plan[];
      readonly count: number;
      readonly gap: number;
    }
  | { readonly kind: 'item'; readonly marker: number; readonly children: readonly Plan[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly number[])[]; readonly headed: boolean }
  | { readonly kind: 'image'; readonly width: number; readonly height: number }
  | { readonly kind: 'break'; readonly to: 'page' | 'opening' | 'fill' | 'space'; readonly height: number };

const { tree } = fc.letrec<{ tree: Plan; leaf: Plan }>((tie) => ({
  leaf: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        words: fc.integer({ min: 1, max: 30 }),
        note: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 25 })),
        book: fc.boolean(),
        space: fc.integer({ min: 0, max: 25 }),
        keep: fc.boolean(),
      }),
    },
    fc.record({
      kind: fc.constant('image' as const),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 300 }),
    }),
    fc.record({
      kind: fc.constant('break' as const),
      to: fc.constantFrom('page' as const, 'opening' as const, 'fill' as const, 'space' as const),
      height: fc.integer({ min: 0, max: 200 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      headed: fc.boolean(),
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 2 }), {
        maxLength: 12,
      }),
    }),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constant('stack' as const),
      children: fc.array(tie('tree'), { maxLength: 4 }),
      ground: fc.boolean(),
      together: fc.boolean(),
      pad: fc.integer({ min: 0, max: 8 }),
    }),
    fc.record({
      kind: fc.constant('columns' as const),
      children: fc.array(tie('tree'), { maxLength: 5 }),
      count: fc.integer({ min: 1, max: 4 }),
      gap: fc.integer({ min: 0, max: 20 }),
    }),
    fc.record({
      kind: fc.constant('item' as const),
      marker: fc.integer({ min: 1, max: 9 }),
      children: fc.array(tie('tree'), { maxLength: 3 }),
    }),
  ),
}));

/** Builds blocks from plans and keeps the words it gave out, in order, those of notes apart. */
class Builder {
  readonly words: string[] = [];
  readonly noteWords = new Map<string, string[]>();
  images = 0;
  #number = 0;

  block = (plan: Plan): AnyBlock => {
    switch (plan.kind) {
      case 'text': {
        const own = plan.book ? bookish : paragraph;
        const more = { paragraph: own, spaceBefore: plan.space, keepWithNext: plan.keep };
        const words = this.take('و', plan.words);
        if (plan.note === 0) return text(words.join(' '), more);
        const id = `n${this.noteWords.size}`;
        const notes = this.#words('ن', plan.note);
        this.noteWords.set(id, notes);
        this.words.push(`^${id}`);
        const children = [text(notes.join(' '), { paragraph: own })];
        return text(`${words.join(' ')} ^${id}`, more, { [id]: note(id, children) });
      }
      case 'stack': {
        const padding = { start: plan.pad, end: plan.pad, before: plan.pad, after: plan.pad };
        const background = plan.ground ? '#FFFFFF' : null;
        return stack(plan.children.map(this.block), { padding, background, keepTogether: plan.together });
      }
      case 'columns':
        return columns(plan.children.map(this.block), { count: plan.count, gap: plan.gap });
      case 'item': {
        const [marker] = this.take('م', 1);
        return item(marker!.slice(0, plan.marker).padEnd(plan.marker, '-'), plan.children.map(this.block));
      }
      case 'table': {
        const column = { kind: 'content' } as const;
        const header = plan.headed ? [this.take('ر', 1)[0]!, 'ر'] : null;
        if (plan.headed) this.words.push('ر');
        const rows = plan.rows.map((row) => row.map((count) => this.take('خ', count).join(' ')));
        return table([column, column], header, rows);
      }
      case 'image':
        this.images += 1;
        return image(plan.width, plan.height);
      case 'break':
        return breakTo(plan.to, { height: plan.height });
    }
  };

  take(prefix: string, count: number): string[] {
    const words = this.#words(prefix, count);
    this.words.push(...words);
    return words;
  }

  #words(prefix: string, count: number): string[] {
    return Array.from({ length: count }, () => {
      this.#number += 1;
      return `${prefix}${this.#number}`;
    });
  }
}

interface SetLine {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly string[];
}

function linesOf(laid: Laid): SetLine[] {
  return laid.pages.flatMap((page) =>
    page.drawItems.flatMap((drawItem) => {
      if (drawItem.kind !== 'line') return [];
      // Furniture is repeated on purpose.
      if (piecesOf(drawItem.line).every((piece) => 'artifact' in piece.tagTarget)) return [];
      // Cells may be set smaller.
      const size = piecesOf(drawItem.line)[0]?.style.size ?? EM;
      const top = drawItem.baseline - 0.7 * size;
      return [
        { page: page.index, top, bottom: top + size, words: textOfLine(drawItem.line).trim().split(' ') },
      ];
    }),
  );
}

/** Markers are cut to a width of their own; they are counted with the items' words by their letters. */
const isMarker = (word: string) => word.startsWith('م');
const isNote = (word: string) => word.startsWith('ن');

function emptyPages(laid: Laid): readonly Page[] {
  return laid.pages.filter((page) => page.drawItems.length === 0);
}

function extentOf(drawItem: DrawItem): readonly [number, number] {
  switch (drawItem.kind) {
    case 'line':
      return [drawItem.x, drawItem.x + drawItem.line.width];
    case 'path':
      return [
        Math.min(...pointsOf(drawItem.path).map(({ x }) => x)),
        Math.max(...pointsOf(drawItem.path).map(({ x }) => x)),
      ];
    case 'image':
    case 'gutter':
      return [drawItem.rect.x, drawItem.rect.x + drawItem.rect.width];
  }
}

function check(plans: readonly Plan[], breaks: 'greedy' | 'optimal'): void {
  const builder = new Builder();
  const blocks = plans.map(builder.block);
  const laid = lay(document(blocks, { page: { breaks } }));
  const set = linesOf(laid);
  const words = set.flatMap((line) => line.words);
  const body = words.filter((word) => !isNote(word) && !isMarker(word) && word !== '');

  // Everything is there once, and outside tables (whose cells stand side by side) in order.
  const sequence = (all: readonly string[]) => all.filter((word) => !/^[خر]/.test(word));
  const expected = builder.words.filter((word) => !isMarker(word));
  expect(sequence(body)).toEqual(sequence(expected));
  expect([...body].sort()).toEqual([...expected].sort());
  expect(words.filter(isMarker)).toHaveLength(builder.words.filter(isMarker).length);
  const images = laid.pages.flatMap((page) => page.drawItems.filter((drawItem) => drawItem.kind === 'image'));
  expect(images).toHaveLength(builder.images);

  // Notes: all of them in order, beginning on the page of their reference or carried on from it.
  expect(words.filter(isNote)).toEqual([...builder.noteWords.values()].flat());
  const pageOf = (word: string) => set.find((line) => line.words.includes(word))!.page;
  for (const [id, [first]] of builder.noteWords) {
    expect(pageOf(first!)).toBe(pageOf(`^${id}`));
  }

  // Inside the text area, and the text above the notes.
  for (const page of laid.pages) {
    const own = set.filter((line) => line.page === page.index);
    const notes = own.filter((line) => line.words.some(isNote));
    const text = own.filter((line) => !line.words.some(isNote));
    const notesTop = Math.min(120, ...notes.map((line) => line.top));
    // A marker shares the baseline of what it stands beside, which may be a cell of smaller type.
    for (const line of own)
      if (!line.words.some(isMarker)) expect(line.top).toBeGreaterThanOrEqual(20 - 1e-3);
    for (const line of own) expect(line.bottom).toBeLessThanOrEqual(120 + 1e-2);
    for (const line of text) expect(line.bottom).toBeLessThanOrEqual(notesTop + 1e-2);
  }

  for (const drawItem of laid.pages.flatMap((page) => page.drawItems)) {
    const [left, right] = extentOf(drawItem);
    expect(left).toBeGreaterThanOrEqual(20 - 1e-3);
    expect(right).toBeLessThanOrEqual(120 + 1e-3);
  }

  // Only a page before a chapter's opening is empty.
  const openings = JSON.stringify(plans).match(/"opening"/g)?.length ?? 0;
  expect(emptyPages(laid).length).toBeLessThanOrEqual(openings);
}

test('whatever the blocks, everything stands once, in order, inside its page', () => {
  const ways = fc.constantFrom('greedy' as const, 'optimal' as const);
  fc.assert(fc.property(fc.array(tree, { maxLength: 8 }), ways, check), { numRuns: 200, seed: 7 });
});
