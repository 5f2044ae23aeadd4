import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files, sourceOf } from './source-files.ts';

const ROOT = new URL('../../', import.meta.url);
const glossary = readFileSync(new URL('docs/GLOSSARY.md', ROOT), 'utf8');
const rows = glossary.split('\n').filter((line) => /^\| [^E|-]/.test(line));

test('the glossary speaks of what is there', () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) {
    const [, , arabic, , where] = row.split('|').map((cell) => cell.trim());
    expect(arabic, row).toMatch(/\p{Script=Arabic}/u);
    for (const place of where!.split(', '))
      expect(existsSync(new URL(`src/${place}`, ROOT)), place).toBe(true);
  }
  const source = files.map(sourceOf).join('\n');
  for (const [, type] of glossary.matchAll(/`([A-Z]\w+)`/g))
    expect(source, type).toMatch(new RegExp(`^export (?:interface|type|class) ${type}\\b`, 'm'));
});
