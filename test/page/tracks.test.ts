import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type IntrinsicWidth, trackWidths } from '../../src/page/collect/tracks.ts';

const EPSILON = 0.01;

const wants: fc.Arbitrary<IntrinsicWidth> = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 900 }))
  .map(([whole, more, rest]) => ({ whole, min: whole + more, max: whole + more + rest }));

test('what must not be cut is not, wherever all of it fits; and columns never leave the table', () => {
  fc.assert(
    fc.property(
      fc.array(wants, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 50, max: 800 }),
      (all, room) => {
        const tracks = all.map(() => ({ kind: 'content' }) as const);
        const widths = trackWidths(tracks, all, room, true);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(sum(widths)).toBeLessThanOrEqual(room + EPSILON);
        for (const key of ['whole', 'min', 'max'] as const) {
          if (sum(all.map((want) => want[key])) > room) continue;
          for (const [index, width] of widths.entries())
            expect(width).toBeGreaterThanOrEqual(all[index]![key] - EPSILON);
        }
      },
    ),
  );
});
