import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { drive } from '../road/drive.ts';
import { has, run, withFile } from './readers.ts';

const PARAGRAPH =
  'عُقدت القمة في آستانة يومين متتاليين، وحضرها رؤساء دول وحكومات ووفود من ست منظمات دولية (منها OSCE وNATO)، ثم صدر عنها إعلان وافقت عليه الدول الأعضاء، وعددها ٥٦ دولة، وفيه مبادئ العمل المشترك بين المنظمتين في السنوات التي تلت القمة. ';

/** The left and right end of each full line of the one paragraph, by poppler and by our own pages. Points. */
async function lineEnds(
  kashida: string,
): Promise<{ painted: (readonly [number, number])[]; measured: (readonly [number, number])[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-measure-'));
  try {
    const front = `---\ntitle: قياس\nlang: ar\ntheme: {text: {kashida: ${kashida}}}\n---\n\n`;
    writeFileSync(join(folder, 'a.md'), front + PARAGRAPH.repeat(6));
    const { bytes, products } = await drive(folder, ['a.md']);
    const drawItems = products.page!.pages[0]!.drawItems.flatMap((drawItem) =>
      drawItem.kind === 'line' && piecesOf(drawItem.line).length > 12 ? [drawItem] : [],
    );
    const measured = drawItems.map(
      ({ x, line }) =>
        [
          x + Math.min(...piecesOf(line).map((piece) => piece.x)),
          x + Math.max(...piecesOf(line).map((piece) => piece.x + piece.width)),
        ] as const,
    );
    const boxes = withFile(bytes!, (path) => run('pdftotext', '-bbox', '-l', '1', path, '-'));
    const words = Array.from(
      boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g),
      (box) => box.slice(1).map(Number) as [number, number, number, number],
    );
    const painted = drawItems.map(({ baseline }) => {
      const line = words.filter(
        ([, top, , bottom]) => top < baseline && baseline < bottom && bottom - top < 40,
      );
      return [
        Math.min(...line.map(([left]) => left)),
        Math.max(...line.map(([, , right]) => right)),
      ] as const;
    });
    return { painted, measured };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!has('pdftotext'))('what is measured is what is painted', () => {
  test.each(['none', 'mild', 'classic'])(
    'kashida %s: poppler sees every line end where it was laid, to a hundredth of a point',
    async (kashida) => {
      const { painted, measured } = await lineEnds(kashida);
      expect(measured.length).toBeGreaterThan(8);
      for (const [index, [left, right]] of measured.entries()) {
        expect(Math.abs(painted[index]![1] - right)).toBeLessThan(0.01);
        expect(Math.abs(painted[index]![0] - left)).toBeLessThan(0.01);
      }
    },
  );
});
