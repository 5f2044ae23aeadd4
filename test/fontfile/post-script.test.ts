import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { Face } from '../../src/font/face.ts';
import { HarfbuzzFace } from '../../src/font/harfbuzz-face.ts';
import { FontFile } from '../../src/fontfile/font-file.ts';
import { readTables, viewOf, writePostScriptFile } from '../font/post-script-face.ts';
import { paintWhole } from '../paint-whole.ts';
import { element, layParagraphs, openFace, textStyle } from '../pdf/lay.ts';
import { has, readWithPdfjs, readWithPoppler, run, withFile } from '../pdf/readers.ts';

/** The same text in the same design, once with TrueType outlines and once with PostScript ones. */

const PARAGRAPHS = [
  'تولت كازاخستان مع بداية العام رئاسة منظمة المؤتمر الإسلامي',
  'مه هم صوة قفوة ظطضص ههه ممم والله لله الأمر',
  'لَا تَحْسَبَنَّ مُحَمَّدًا رَبِّ الْعَالَمِينَ',
];
const NAMES = ['plex', 'amiri'] as const;

function paintIn(face: Face): Promise<Uint8Array> {
  const root = element('Document', null);
  const style = textStyle({ size: 20 });
  const laid = layParagraphs(
    PARAGRAPHS.map((text) => [{ text, tagTarget: element('P', root), face, style }]),
    root,
  );
  return paintWhole(
    laid,
    { version: '1.7', textFor: 'reading', sourceDateEpoch: null, conformance: 'archive', attachments: [] },
    new Sink(),
  );
}

async function openPdf(bytes: Uint8Array) {
  const mupdf = await import('mupdf');
  return new mupdf.PDFDocument(bytes);
}

/** Grey values at 150 dots an inch. */
async function draw(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const mupdf = await import('mupdf');
  const page = (await openPdf(bytes)).loadPage(0);
  return page.toPixmap(mupdf.Matrix.scale(150 / 72, 150 / 72), mupdf.ColorSpace.DeviceGray).getPixels();
}

/** The only font of a document: what it says of widths, and its program. */
async function readFont(
  bytes: Uint8Array,
): Promise<{ readonly widths: number[]; readonly program: Uint8Array }> {
  const resources = (await openPdf(bytes)).loadPage(0).getObject().getInheritable('Resources');
  let found: { widths: number[]; program: Uint8Array } | null = null;
  resources.get('Font').forEach((font) => {
    const descendant = font.get('DescendantFonts').get(0);
    const widths = descendant.get('W').get(1).asJS() as number[];
    const program = descendant.get('FontDescriptor').get('FontFile2').readStream().asUint8Array().slice();
    found = { widths, program };
  });
  return found!;
}

type Place = readonly [number, number];

/** What a path encloses, y upwards, its curves taken in 32 steps: positive where it runs against the clock. */
function areaOf(path: string): number {
  let area = 0;
  for (const contour of path.split(/(?=M)/)) {
    const places: Place[] = [];
    for (const [, numbers] of contour.matchAll(/[MLQC]([^A-Z]*)/g)) {
      const values = numbers!.split(/[ ,]/).map(Number);
      const curve: Place[] = places.slice(-1);
      for (let at = 0; at < values.length; at += 2) curve.push([values[at]!, values[at + 1]!]);
      for (let step = 1; step <= 32; step++) places.push(placeOn(curve, step / 32));
    }
    places.forEach(([x, y], at) => {
      const [nextX, nextY] = places[(at + 1) % places.length]!;
      area += (x * nextY - nextX * y) / 2;
    });
  }
  return area;
}

/** De Casteljau's construction, for a curve of any degree. */
function placeOn(curve: readonly Place[], t: number): Place {
  if (curve.length === 1) return curve[0]!;
  const nearer = curve.slice(1).map(([x, y], at): Place => {
    const [fromX, fromY] = curve[at]!;
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t];
  });
  return placeOn(nearer, t);
}

/** The outlines of glyphs before and after they were embedded, read by HarfBuzz. */
function embedGlyphs(face: Face, glyphs: readonly number[]): { readonly was: string; readonly is: string }[] {
  const file = new FontFile(face);
  const drawn = glyphs.map((glyph) => ({
    advance: file.advanceOf(glyph),
    outlines: [{ glyph, dx: 0, dy: 0, stretch: 1 }],
  }));
  const embedded = new HarfbuzzFace('embedded', 'embedded', 400, false, file.writeSubset(drawn));
  return glyphs.map((glyph, at) => ({ was: face.outline(glyph), is: embedded.outline(at + 1) }));
}

/** Each letter fills what it filled, the other way round: letters clockwise, their counters back. */
function expectShapesKept(face: Face, text: string, rtl: boolean): void {
  const { ids } = face.shape({ ...PLAIN, text, rtl, script: rtl ? 'Arab' : 'Latn' });
  for (const { was, is } of embedGlyphs(face, [...new Set(ids)])) {
    expect(areaOf(was)).toBeGreaterThan(0);
    expect(areaOf(is) / areaOf(was)).toBeCloseTo(-1, 2);
  }
}

const PLAIN = { before: '', after: '', lang: 'und', features: '' };

describe.each(NAMES)('%s with PostScript outlines', (name) => {
  const trueType = openFace(name);
  const postScript = new HarfbuzzFace(`${name}-cff`, name, 400, false, writePostScriptFile(trueType));
  let before: Uint8Array = new Uint8Array();
  let bytes: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    [before, bytes] = [await paintIn(trueType), await paintIn(postScript)];
  });

  test('looks like itself with TrueType outlines', async () => {
    const [expected, drawn] = [await draw(before), await draw(bytes)];
    const darkest = expected.reduce((least, grey) => Math.min(least, grey), 255);
    const most = drawn.reduce((found, grey, at) => Math.max(found, Math.abs(grey - expected[at]!)), 0);
    expect(darkest).toBe(0);
    // Half a unit is a fiftieth of a dot here.
    expect(most).toBeLessThanOrEqual(24);
  });

  test('has the widths that it has with TrueType outlines, in the font as in the PDF', async () => {
    const { widths, program } = await readFont(bytes);
    expect(widths).toEqual((await readFont(before)).widths);
    const metrics = viewOf(readTables(program).get('hmtx')!);
    expect(widths.map((_, code) => metrics.getUint16(4 * code))).toEqual(
      widths.map((width) => Math.round((width * postScript.unitsPerEm) / 1000)),
    );
  });

  test('is embedded as a sound TrueType font', async () => {
    const { program } = await readFont(bytes);
    const view = viewOf(program);
    expect(view.getUint32(0)).toBe(0x00010000);
    let sum = 0;
    for (let at = 0; at < program.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    expect([...readTables(program).keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  });

  test('fills what it filled, counters left open', () => {
    expectShapesKept(postScript, 'مهصوةقفعغطظضهههممم٤٥٦٨٩', true);
  });

  test.skipIf(!has('pdftotext'))('is read by poppler as written', () => {
    expect(readWithPoppler(bytes)).toBe(PARAGRAPHS.join(' '));
  });

  test('is read by pdf.js as written', async () => {
    const text = await readWithPdfjs(bytes);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  test('gives the same bytes when painted again', async () => {
    const again = new HarfbuzzFace(`${name}-cff`, name, 400, false, postScript.bytes);
    expect(Buffer.compare(await paintIn(again), bytes)).toBe(0);
  });

  test.skipIf(!has('qpdf'))('is sound PDF', () => {
    expect(withFile(bytes, (path) => run('qpdf', '--check', path))).toContain('No syntax or stream encoding');
  });
});

/** Drawn by hand in cubic curves, with subroutines and hints; comes with Ghostscript. */
const FOUNDRY_FILE = '/usr/share/fonts/opentype/urw-base35/P052-Italic.otf';

test.skipIf(!existsSync(FOUNDRY_FILE))("a foundry's face fills what it filled", () => {
  const face = new HarfbuzzFace('p052', 'p052', 400, true, readFileSync(FOUNDRY_FILE));
  expectShapesKept(face, 'abcdefghijklmnopqrstuvwxyz&@8069%BRQ§', false);
});
