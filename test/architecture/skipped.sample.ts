import { describe, expect, test } from 'vitest';

test('runs', () => expect(1).toBe(1));

describe.skip('where no such program is', () => {
  test('is skipped', () => expect(1).toBe(2));
});
