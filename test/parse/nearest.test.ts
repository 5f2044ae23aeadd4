import { expect, test } from 'vitest';
import { nearest } from '../../src/base/nearest.ts';

test.each([
  ['sumary', 'summary'],
  ['tabel', 'table'],
  ['Note', 'note'],
  ['الخلاصه', 'الخلاصة'],
])('%s is led to %s', (name, meant) => {
  expect(nearest(name, ['summary', 'table', 'note', 'الخلاصة'])).toBe(meant);
});

test('what is like nothing gets no suggestion', () => {
  expect(nearest('زخرفة', ['summary', 'table'])).toBeNull();
  expect(nearest('x', [])).toBeNull();
});
