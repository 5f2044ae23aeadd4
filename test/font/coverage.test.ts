import { readdirSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { CodePoints } from '../../src/font/code-points.ts';
import { readFamily } from '../../src/font/family.ts';

/** What descriptors say of their families, held against the font files. */

/** A folder whose node_modules has the optional packages: beside Warraq they would change what other tests see. */
const world = openNodeWorld(process.env['OPTIONAL_FONTS'] ?? '.');
const ids = readdirSync('fonts')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));
const families = ids.map((id) => readFamily(world, id));

function charactersOf(id: string): ReadonlySet<number> {
  const { faces, package: name } = readFamily(world, id);
  const characters = faces.flatMap(({ file }) => {
    const face = new hb.Face(new hb.Blob(world.readPackage(name, file)));
    return Array.from(face.collectUnicodes());
  });
  return new Set(characters.filter((codePoint) => codePoint >= 0x20));
}

const isInstalled = (name: string) => {
  try {
    return world.readPackage(name, 'package.json').length > 0;
  } catch {
    return false;
  }
};

describe.each(families.filter(({ optional }) => !optional))('the family $name', ({ id, covers }) => {
  test('has what its descriptor lists, and nothing else', () => {
    const characters = charactersOf(id);
    const wrong: string[] = [];
    for (let codePoint = 0x20; codePoint <= 0x1ffff; codePoint++)
      if (covers.has(codePoint) !== characters.has(codePoint)) wrong.push(codePoint.toString(16));
    expect(wrong).toEqual([]);
  });
});

describe.each(families.filter(({ optional }) => optional))('the optional family $name', (family) => {
  test.skipIf(!isInstalled(family.package))('has what its descriptor lists', () => {
    const characters = charactersOf(family.id);
    const listed: number[] = [];
    for (let codePoint = 0x20; codePoint <= 0x323af; codePoint++)
      if (family.covers.has(codePoint)) listed.push(codePoint);
    // A family that is only set where it is named lists nothing.
    if (family.scripts.length > 0) expect(listed.length).toBeGreaterThan(30);
    expect(listed.filter((codePoint) => !characters.has(codePoint))).toEqual([]);
  });
});

test('ranges and single characters', () => {
  const coverage = new CodePoints('20-7E A0 10000-10FFF');
  const has = [0x1f, 0x20, 0x7e, 0x7f, 0xa0, 0xa1, 0xffff, 0x10000, 0x10fff, 0x11000];
  expect(has.filter((codePoint) => coverage.has(codePoint))).toEqual([0x20, 0x7e, 0xa0, 0x10000, 0x10fff]);
  expect(new CodePoints('').has(0)).toBe(false);
});
