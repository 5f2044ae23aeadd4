import { describe, expect, test } from 'vitest';
import { concatenate } from '../../src/base/byte-parts.ts';
import { Sink } from '../../src/base/diagnostic.ts';
import { MM, type Point } from '../../src/base/geometry.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { pointsOf } from '../../src/base/path.ts';
import { compile } from '../../src/compile.ts';
import { makeRequest } from '../../src/project/request.ts';
import { has, run, withFile } from '../pdf/readers.ts';

const PAGES = 12;

/** The cover of a book of some pages, whose paper is thick enough for a title. */
async function coverOf(lines: string, lang = 'ar') {
  const disk = openNodeWorld('.');
  const body = Array.from({ length: PAGES }, (_, at) => `# فصل ${at}\n\nنص.`).join('\n\n');
  const yaml = `title: عنوان الكتاب\nlang: ${lang}\nauthor: سعيد\npublisher: دار\nsubject: كلام عن الكتاب\nchapters: [1.md]\n${lines}`;
  const world = {
    ...openMemoryWorld({ files: { 'book.yaml': yaml, '1.md': body } }),
    readAsset: disk.readAsset.bind(disk),
    listAssets: disk.listAssets.bind(disk),
    readPackage: disk.readPackage.bind(disk),
  };
  const sink = new Sink();
  const compiled = await compile(makeRequest({ files: ['book.yaml'], profile: 'cover' }), world, sink);
  if (compiled?.laid == null) throw new Error(sink.diagnostics.map(({ message }) => message.en).join('\n'));
  const said = sink.diagnostics.filter(({ rule }) => rule.startsWith('cover'));
  return { page: compiled.laid.pages[0]!, count: compiled.laid.pages.length, bytes: compiled.bytes, said };
}

const THICK = 'theme: {cover: {weight: 200, bulk: 3, board: 1mm}, print: {bleed: 3mm}}\n';

/** Filled shapes as high as letters that stand across the spine: their places along it. */
function lettersOn(page: Awaited<ReturnType<typeof coverOf>>['page'], strip: { from: number; to: number }) {
  return page.drawItems.flatMap((item): readonly Point[][] => {
    if (item.kind !== 'path' || item.fill === null) return [];
    const points = [...pointsOf(item.path)];
    const inside = points.length > 4 && points.every(({ x }) => x > strip.from && x < strip.to);
    return inside ? [points] : [];
  });
}

describe('a cover', () => {
  test('is one sheet: two pages, and a spine as wide as leaves and board make it', async () => {
    const { page, count, said } = await coverOf(THICK);
    const { trim, bleed } = page.sheet!;
    expect(count).toBe(1);
    const leaves = Number(/(\d+) leaves/.exec(said[0]!.message.en)?.[1]);
    // Half title, title, imprint, contents, and twelve chapters that each open on the same side.
    expect(leaves).toBeGreaterThanOrEqual(PAGES);
    const spine = leaves * 0.6 * MM + 2 * MM;
    expect(trim.width).toBeCloseTo(2 * 170 * MM + spine, 3);
    expect(trim.height).toBeCloseTo(240 * MM, 3);
    expect([bleed.width - trim.width, bleed.height - trim.height].map((side) => side / MM)).toEqual([
      expect.closeTo(6, 3),
      expect.closeTo(6, 3),
    ]);
    expect(said.map(({ rule }) => rule)).toEqual(['cover-spine']);
  });

  test.each([
    ['ar', 'descending', 'above'],
    ['ar', 'ascending', 'below'],
    ['en', 'descending', 'below'],
  ])('%s, %s: the publisher on the spine stands at the other end than the title', async (lang, spine) => {
    const { page } = await coverOf(`theme: {cover: {weight: 200, bulk: 3, spine: ${spine}}}\n`, lang);
    const { trim } = page.sheet!;
    const strip = { from: trim.x + 170 * MM, to: trim.x + trim.width - 170 * MM };
    const places = lettersOn(page, strip).map((points) => points[0]!.y - trim.y);
    const [upper, lower] = [
      places.filter((y) => y < trim.height / 2),
      places.filter((y) => y >= trim.height / 2),
    ];
    // The title and its author are longer than the name of the house, and come first as it is read.
    const first = spine === 'descending' ? upper : lower;
    const last = spine === 'descending' ? lower : upper;
    expect(last.length).toBeGreaterThan(1);
    expect(first.length).toBeGreaterThan(last.length);
  });

  test('has no title where the spine is narrower than it, and says so', async () => {
    const { page, said } = await coverOf('theme: {cover: {weight: 40, bulk: 0.8}}\n');
    expect(said.map(({ rule }) => rule)).toEqual(['cover-spine', 'cover-spine-narrow']);
    const { trim } = page.sheet!;
    expect(lettersOn(page, { from: trim.x + 170 * MM, to: trim.x + trim.width - 170 * MM })).toEqual([]);
  });

  test.skipIf(!has('pdftotext') || !has('qpdf'))('is a sound file of outlines, with its boxes', async () => {
    const { bytes } = await coverOf(THICK);
    withFile(concatenate(bytes), (path) => {
      expect(run('pdftotext', path, '-').trim()).toBe('');
      expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
    });
  });
});
