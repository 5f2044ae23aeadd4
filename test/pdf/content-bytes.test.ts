import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentBytes } from '../../src/pdf/content-bytes.ts';

test('numbers are written as JavaScript writes them', () => {
  const numbers = [0, -0, 5, 10, 99, 100, 101, -1, -250, 999_999_900, -999_999_900, 59_528];
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...numbers), fc.integer({ min: -1e10, max: 1e10 })),
      (hundredths) => {
        const bytes = new ContentBytes();
        bytes.writeHundredths(hundredths);
        expect(Buffer.from(bytes.take()).toString('latin1')).toBe(String(hundredths / 100));
      },
    ),
    { numRuns: 2_000 },
  );
});
