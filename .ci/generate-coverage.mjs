// Writes `covers` of fonts/*.yaml: the characters that some face of the family has, as hexadecimal ranges. Which family
// serves a character is then known without opening a font. Of a family that users install themselves (`optional`) only
// what no bundled one has is listed, and where it says `within` only the letters of its own scripts; one that is not
// installed keeps its list.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as hb from 'harfbuzzjs';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../fonts/', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const WIDTH = 118;

const families = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return { path: join(folder, name), text, ...parse(text) };
  });

const bundled = new Set();
for (const family of families.filter(({ optional }) => !optional)) {
  const covered = coverageOf(family);
  for (const codePoint of covered) bundled.add(codePoint);
  write(family, covered);
}
for (const family of families.filter(({ optional }) => optional)) {
  const ofItsScripts = family.scripts.map((code) => new RegExp(`\\p{Script=${code}}`, 'u'));
  const isListed = (codePoint) =>
    !bundled.has(codePoint) &&
    (!family.within || ofItsScripts.some((script) => script.test(String.fromCodePoint(codePoint))));
  const covered = coverageOf(family);
  if (covered) write(family, new Set([...covered].filter(isListed)));
}

function coverageOf(family) {
  let home;
  try {
    home = dirname(resolve(`${family.package}/package.json`));
  } catch (error) {
    if (family.optional && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
  const covered = new Set();
  for (const { file } of family.faces) {
    const face = new hb.Face(new hb.Blob(readFileSync(join(home, file))));
    for (const codePoint of face.collectUnicodes()) covered.add(codePoint);
  }
  return covered;
}

function write({ path, text }, covered) {
  const lines = [''];
  for (const range of ranges(covered)) {
    const longer = `${lines.at(-1)} ${range}`.trim();
    if (longer.length > WIDTH - 2) lines.push(range);
    else lines[lines.length - 1] = longer;
  }
  const head = text.replace(/^covers:.*\n(?: +.*\n)*/m, '');
  const list = covered.size === 0 ? '' : `covers: >-\n${lines.map((line) => `  ${line}\n`).join('')}`;
  writeFileSync(path, head + list);
}

function ranges(covered) {
  const found = [];
  for (const codePoint of [...covered].filter((value) => value >= 0x20).sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else found.push([codePoint, codePoint]);
  }
  const hex = (codePoint) => codePoint.toString(16).toUpperCase();
  return found.map(([first, last]) => (first === last ? hex(first) : `${hex(first)}-${hex(last)}`));
}
