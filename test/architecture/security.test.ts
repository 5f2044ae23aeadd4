import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRows } from '../security/read-rows.mjs';

const ROOT = new URL('../../', import.meta.url);
const rows = readRows(readFileSync(new URL('docs/security.md', ROOT), 'utf8'));

test('the table of promises has every row, and each names a test, or says that it is open', () => {
  const wanted = Array.from({ length: 25 }, (_, at) => `S${at + 1}`).toSpliced(2, 0, 'S2b');
  expect(rows.map(({ id }) => id)).toEqual(wanted);
  expect(rows.filter(({ tests, isOpen }) => tests.length === 0 && !isOpen)).toEqual([]);
});

test('the tests that it names are there', () => {
  const lost = rows
    .flatMap(({ tests }) => tests)
    .filter(({ file, name }) => !readFileSync(new URL(file, ROOT), 'utf8').includes(name));
  expect(lost).toEqual([]);
});
