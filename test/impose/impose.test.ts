import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { Artifact } from '../../src/base/element.ts';
import { MM } from '../../src/base/geometry.ts';
import { pointsOf, polygon } from '../../src/base/path.ts';
import { bookletSides } from '../../src/impose/booklet-sides.ts';
import { impose } from '../../src/impose/impose.ts';
import type { DrawItem, DrawnImage, DrawnLine, DrawnPath, Laid, Page } from '../../src/page/page.ts';
import type { Profile } from '../../src/project/profile.ts';
import type { ImageSource } from '../../src/resolve/image-source.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { baseTokens } from '../../src/theme/base-theme.ts';
import type { PrintStyle } from '../../src/theme/print-style.ts';
import { readTheme } from '../../src/theme/read-theme.ts';
import { readThemeObject } from '../../src/theme/theme-tokens.ts';
import { paintWhole } from '../paint-whole.ts';
import { element, laid, layText, PAGE, page } from '../pdf/lay.ts';
import { has, openWithPdfjs, readByTags, run, withFile } from '../pdf/readers.ts';
import { png, sample } from '../pdf/sample.ts';
import { numberedPages, readFolded, readSide } from './fold.ts';

const STYLE: PrintStyle = {
  bleed: 3 * MM,
  marks: true,
  grey: false,
  ink: 'normal',
  sheet: { width: 210 * MM, height: 297 * MM },
  signature: 0,
  paper: 0.1 * MM,
};
const A5 = { width: 148.5 * MM, height: 210 * MM };
const BACKGROUND: Artifact = { artifact: 'Background', subtype: null };

function sheetsOf(document: Laid, profile: Exclude<Profile, 'cover'>, style: Partial<PrintStyle> = {}) {
  const sink = new Sink();
  const { pages } = impose(document, profile, { ...STYLE, ...style }, sink);
  return { pages, said: sink.diagnostics.map(({ rule }) => rule) };
}

const upTo = (count: number, whole: number) =>
  Array.from({ length: whole }, (_, index) => (index < count ? index + 1 : null));

describe('a booklet', () => {
  test.each(['right', 'left'] as const)('bound at the %s reads 1…n when folded, n = 1…64', (binding) => {
    for (let count = 1; count <= 64; count += 1) {
      const { pages } = sheetsOf(numberedPages(count, binding, A5), 'booklet');
      const whole = Math.ceil(count / 4) * 4;
      expect(pages.length).toBe(whole / 2);
      const read = readFolded(pages.map(readSide), whole / 4, binding);
      expect(read).toEqual(upTo(count, whole));
    }
  });

  test('in signatures reads on from one to the next, and the last has no more paper than it needs', () => {
    for (const [signature, sheets] of [
      [4, 1],
      [8, 2],
      [16, 4],
    ] as const) {
      for (let count = 1; count <= 64; count += 1) {
        const sides = bookletSides(count, signature, 'right').map(({ left, right }) => ({
          left: left === null ? null : left + 1,
          right: right === null ? null : right + 1,
        }));
        const read = readFolded(sides, sheets, 'right');
        expect(read).toEqual(upTo(count, Math.ceil(count / 4) * 4));
      }
    }
  });

  test('of eight pages: page one lies left of page eight, and its back right of seven', () => {
    const { pages } = sheetsOf(numberedPages(8, 'right', A5), 'booklet');
    expect(pages.map(readSide)).toEqual([
      { left: 1, right: 8 },
      { left: 7, right: 2 },
      { left: 3, right: 6 },
      { left: 5, right: 4 },
    ]);
    expect(pages.map(({ label }) => label)).toEqual(['1، 8', '2، 7', '3، 6', '4، 5']);
  });

  test('a signature that is no multiple of four is rounded up and said', () => {
    const { pages, said } = sheetsOf(numberedPages(20, 'right', A5), 'booklet', { signature: 6 });
    expect(said).toEqual(['booklet-signature']);
    expect(readFolded(pages.map(readSide), 2, 'right')).toEqual(upTo(20, 20));
  });

  test('of one page is made, with a warning; of none is nothing', () => {
    const one = sheetsOf(numberedPages(1), 'booklet');
    expect([one.pages.length, one.said]).toEqual([2, ['booklet-one-page']]);
    expect(readSide(one.pages[0]!)).toEqual({ left: 1, right: null });
    const none = sheetsOf(numberedPages(0), 'booklet');
    expect([none.pages.length, none.said]).toEqual([0, []]);
  });

  test('A4 pages on A4 paper are A5: type, places and glyph runs shrink together', () => {
    const document = numberedPages(4);
    const { pages } = sheetsOf(document, 'booklet', { paper: 0 });
    const { size, trim } = pages[0]!.sheet === null ? never() : { ...pages[0]!, ...pages[0]!.sheet };
    expect(size.width / MM).toBeCloseTo(297);
    expect(trim.width / 2 / MM).toBeCloseTo(148.5, 1);
    const before = linesOf(document.pages[0]!)[0]!;
    const after = linesOf(pages[0]!)[0]!;
    const scale = trim.height / PAGE.height;
    expect(after.line.width).toBeCloseTo(before.line.width * scale);
    expect(piecesOf(after.line)[0]!.style.size).toBeCloseTo(14 * scale);
    expect(after.baseline).toBeCloseTo(trim.y + before.baseline * scale);
  });

  test('pages meet at the fold; small ones are not enlarged, and the paper left over is marked for cutting', () => {
    const size = { width: 100 * MM, height: 150 * MM };
    const document = withGround(numberedPages(4, 'right', size), size);
    const { pages } = sheetsOf(document, 'booklet');
    const fold = (297 / 2) * MM;
    expect(pages[0]!.sheet!.trim.width / MM).toBeCloseTo(200);
    for (const ground of groundsOf(pages[0]!)) {
      const box = boxOf(ground);
      // Into the bleed at the outer edges, to the fold and not over it.
      expect([box.left, box.right].some((x) => Math.abs(x - fold) < 0.01)).toBe(true);
      expect(box.right - box.left).toBeCloseTo(103 * MM);
      expect(box.bottom - box.top).toBeCloseTo(156 * MM);
    }
    expect(printersMarks(pages[0]!).length).toBeGreaterThan(6);
  });

  test('inner sheets move towards the fold by the thickness of those around them', () => {
    const { pages } = sheetsOf(numberedPages(16, 'right', A5), 'booklet', { paper: MM });
    const fold = 148.5 * MM;
    const distances = [0, 2, 4, 6].map((side) =>
      linesOf(pages[side]!).map(({ x, line }) => Math.abs(x + line.width / 2 - fold)),
    );
    distances.forEach((both, depth) => {
      for (const distance of both) expect(distance).toBeCloseTo((148.5 / 2 - depth) * MM, 1);
    });
  });

  test('full sheets hold both pages at their size, with bleed and marks around', () => {
    const { pages } = sheetsOf(numberedPages(4), 'booklet', { sheet: null });
    expect(pages[0]!.sheet!.trim.width).toBeCloseTo(2 * PAGE.width);
    expect(pages[0]!.size.width).toBeCloseTo(2 * PAGE.width + 20 * MM);
    expect(piecesOf(linesOf(pages[0]!)[0]!.line)[0]!.style.size).toBe(14);
  });
});

describe('print tokens of a theme', () => {
  const read = (print: Readonly<Record<string, unknown>>) => {
    const sink = new Sink();
    const layers = [baseTokens(), readThemeObject({ print }, () => null)];
    return { print: readTheme(layers, sink).print, said: sink.diagnostics.map(({ rule }) => rule) };
  };

  test('have defaults a printer would choose', () => {
    expect(read({})).toEqual({ print: { ...STYLE, sheet: expect.anything() }, said: [] });
  });

  test('are read', () => {
    const { print, said } = read({ bleed: '٥مم', marks: false, grey: true, ink: 'saving', sheet: 'full' });
    expect(said).toEqual([]);
    expect(print).toMatchObject({ bleed: 5 * MM, marks: false, grey: true, ink: 'saving', sheet: null });
    expect(read({ sheet: 'A3', signature: 16 }).print).toMatchObject({
      sheet: { width: 297 * MM, height: 420 * MM },
      signature: 16,
    });
  });

  test('that make no sense are refused', () => {
    expect(read({ bleed: '30mm', ink: 'none at all', bled: '1mm' }).said.sort()).toEqual([
      'theme-range',
      'theme-token',
      'theme-value',
    ]);
  });
});

describe('several pages a sheet', () => {
  test('are read from the start side', () => {
    const arabic = sheetsOf(numberedPages(5), '2up').pages;
    expect(arabic.map(readSide)).toEqual([
      { left: 2, right: 1 },
      { left: 4, right: 3 },
      { left: null, right: 5 },
    ]);
    const latin = sheetsOf(numberedPages(3, 'left'), '2up').pages;
    expect(latin.map(readSide)).toEqual([
      { left: 1, right: 2 },
      { left: 3, right: null },
    ]);
  });

  test('four: rows from the top', () => {
    const [sheet] = sheetsOf(numberedPages(4), '4up').pages;
    const { width, height } = sheet!.size;
    expect([Math.round(width / MM), Math.round(height / MM)]).toEqual([210, 297]);
    const cells = linesOf(sheet!).map(({ x, baseline, line }) => [
      x + line.width / 2 > width / 2 ? 'right' : 'left',
      baseline < height / 2 ? 'top' : 'foot',
    ]);
    expect(cells).toEqual([
      ['right', 'top'],
      ['left', 'top'],
      ['right', 'foot'],
      ['left', 'foot'],
    ]);
  });
});

describe('a page for the press', () => {
  test.each([
    [4, 'right', []],
    [5, 'right', ['print-booklet']],
    [5, 'left', []],
  ] as const)('%i of them bound at the %s: a note on booklets is %j', (count, binding, said) => {
    expect(sheetsOf(numberedPages(count, binding), 'print').said).toEqual(said);
    expect(sheetsOf(numberedPages(count, binding), 'booklet').said).toEqual([]);
  });

  test('has its trim inside its bleed inside its sheet, 3 mm and 7 mm apart', () => {
    const [sheet] = sheetsOf(numberedPages(1), 'print').pages;
    const { trim, bleed } = sheet!.sheet!;
    expect([trim.width, trim.height]).toEqual([PAGE.width, PAGE.height]);
    expect([(trim.x - bleed.x) / MM, bleed.x / MM]).toEqual([expect.closeTo(3, 5), expect.closeTo(7, 5)]);
    expect(printersMarks(sheet!).length).toBe(8 + 4 * 3);
    const plain = sheetsOf(numberedPages(1), 'print', { marks: false }).pages[0]!;
    expect([printersMarks(plain).length, plain.sheet!.bleed.x]).toEqual([0, 0]);
  });

  test('no mark of the printer’s lies inside the bleed', () => {
    const [sheet] = sheetsOf(numberedPages(1), 'print').pages;
    const { bleed } = sheet!.sheet!;
    for (const drawItem of printersMarks(sheet!)) {
      const box = boxOf(drawItem);
      const isOutside =
        box.right <= bleed.x + 0.01 ||
        box.left >= bleed.x + bleed.width - 0.01 ||
        box.bottom <= bleed.y + 0.01 ||
        box.top >= bleed.y + bleed.height - 0.01;
      expect(isOutside).toBe(true);
      expect(box.left >= 0 && box.top >= 0).toBe(true);
      expect(box.right <= sheet!.size.width && box.bottom <= sheet!.size.height).toBe(true);
    }
  });

  test('grounds at an edge go on into the bleed; what only touches it with a tip keeps its shape', () => {
    const band = ground(0, 0, PAGE.width, 30);
    const panel = ground(100, 100, 200, 50);
    const star: DrawnPath = {
      ...band,
      fill: null,
      stroke: { width: 1, color: '#B08D57' },
      path: polygon([
        { x: 0, y: 300 },
        { x: 20, y: 280 },
        { x: 20, y: 320 },
      ]),
    };
    const document = laid(element('Document', null), [page(0, [band, panel, star])]);
    const [sheet] = sheetsOf(document, 'print').pages;
    const { trim, bleed } = sheet!.sheet!;
    const [bandBox, panelBox, starBox] = (sheet!.drawItems as DrawnPath[]).map(boxOf);
    expect(bandBox).toEqual({
      left: bleed.x,
      top: bleed.y,
      right: bleed.x + bleed.width,
      bottom: trim.y + 30,
    });
    expect([panelBox!.left, panelBox!.right]).toEqual([trim.x + 100, trim.x + 300]);
    expect(starBox!.left).toBeCloseTo(trim.x);
  });

  test('anchors and outline move with their page', () => {
    const { pages } = sheetsOf(sample(), 'print');
    expect(pages[1]!.outline[0]!.y).toBeCloseTo(90 + 10 * MM);
    expect(pages[1]!.anchors[0]!.x).toBeCloseTo(10 * MM);
  });

  test('an image too coarse for its size is named once, at its worst', () => {
    const image = { ...png(false), path: 'صورة.png', width: 400, height: 300 };
    const coarse = imageMark(image, 288);
    const fine = imageMark(image, 72);
    const document = laid(element('Document', null), [page(0, [fine, coarse]), page(1, [fine])]);
    const sink = new Sink();
    impose(document, 'print', STYLE, sink);
    expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['image-coarse']);
    // 400 pixels on four inches.
    expect(sink.diagnostics[0]!.message.en).toBe(
      '“صورة.png” is printed at 100 dots per inch; fewer than 200 can be seen',
    );
    expect(sink.diagnostics[0]!.hint.en).toContain('800 pixels wide');
    expect(sheetsOf(laid(element('Document', null), [page(0, [fine])]), 'print').said).toEqual([]);
  });
});

describe('ink', () => {
  test('grey has the luminance of the colour', () => {
    const document = laid(element('Document', null), [page(0, [ground(0, 0, 10, 10)])]);
    const [drawItem] = sheetsOf(document, 'print', { grey: true, marks: false }).pages[0]!.drawItems;
    // #0B4F57: .2126 × .0033 + .7152 × .0782 + .0722 × .0953 = .0635 of the light of white, encoded .2795 × 255.
    expect((drawItem as DrawnPath).fill).toBe('#474747');
  });

  test('a colour image cannot be greyed here, and that is said', () => {
    const document = laid(element('Document', null), [page(0, [imageMark(png(false), 1)])]);
    expect(sheetsOf(document, 'print', { grey: true }).said).toEqual(['image-coloured']);
  });

  test('saving drops grounds and keeps rules; white text that stood on one turns black', () => {
    const rule: DrawnPath = { ...ground(0, 0, 100, 0), fill: null, stroke: { width: 1, color: '#1B1B1B' } };
    const document = numberedPages(1);
    const [first] = linesOf(document.pages[0]!);
    const white = recolour(first!, '#FFFFFF');
    const teal = recolour(first!, '#0B4F57');
    const pages = [page(0, [ground(0, 0, 100, 100), rule, white, teal])];
    const { drawItems } = sheetsOf({ ...document, pages }, 'print', { ink: 'saving', marks: false })
      .pages[0]!;
    expect(drawItems.map(({ kind }) => kind)).toEqual(['path', 'line', 'line']);
    expect(piecesOf((drawItems[1] as DrawnLine).line)[0]!.style.color).toBe('#000000');
    expect(piecesOf((drawItems[2] as DrawnLine).line)[0]!.style.color).toBe('#0B4F57');
  });
});

describe('the file', () => {
  const options = {
    version: '1.7',
    textFor: 'reading',
    sourceDateEpoch: null,
    conformance: 'plain',
    attachments: [],
  } as const;
  /** Ten pages of one paragraph each and a half, whose sentences are numbered. */
  const long = layText(
    Array.from({ length: 7 }, (_, paragraph) =>
      Array.from({ length: 110 }, (_, at) => `سلّمت اللجنة تقريرها ${paragraph * 1000 + at} إلى المجلس.`).join(
        ' ',
      ),
    ),
  );

  test.skipIf(!has('pdfinfo'))('has the boxes of its sheets', async () => {
    const bytes = await paintWhole(impose(numberedPages(1), 'print', STYLE, new Sink()), options, new Sink());
    const boxes = withFile(bytes, (path) => run('pdfinfo', '-box', path));
    expect(boxes).toMatch(/BleedBox: +19\.84 +19\.84 +632\.13 +878\.7/);
    expect(boxes).toMatch(/TrimBox: +28\.35 +28\.35 +623\.63 +870\.2/);
  });

  test('is read in the order of the text, paragraphs broken over sheets too', async () => {
    const read = async (document: Laid) => readByTags(await paintWhole(document, options, new Sink()));
    expect(long.pages.length).toBeGreaterThan(8);
    const screen = await read(long);
    expect(screen.match(/\d+/g)).toEqual(
      Array.from({ length: 7 * 110 }, (_, at) => `${Math.floor(at / 110) * 1000 + (at % 110)}`),
    );
    // Not toBe: the difference of two long texts would drown the report.
    for (const profile of ['booklet', '2up', '4up'] as const)
      expect((await read(impose(long, profile, STYLE, new Sink()))) === screen).toBe(true);
  });

  test('asks for its own size, and for sheets that lie across to be turned over the short edge', async () => {
    const preferences = async (profile: Exclude<Profile, 'cover'>) => {
      const bytes = await paintWhole(
        impose(numberedPages(4), profile, STYLE, new Sink()),
        options,
        new Sink(),
      );
      const { PrintScaling, Duplex } = (await (await openWithPdfjs(bytes)).getViewerPreferences()) as Record<
        string,
        string
      >;
      return [PrintScaling, Duplex];
    };
    expect(await preferences('screen')).toEqual([undefined, undefined]);
    expect(await preferences('print')).toEqual(['None', undefined]);
    expect(await preferences('booklet')).toEqual(['None', 'DuplexFlipShortEdge']);
  });

  test('is the same to the byte twice', async () => {
    const twice = [sample(), sample()].map((document) =>
      paintWhole(impose(document, 'booklet', STYLE, new Sink()), options, new Sink()),
    );
    const [first, second] = await Promise.all(twice);
    expect(Buffer.compare(first!, second!)).toBe(0);
  });

  test('for a screen is untouched', () => {
    const document = numberedPages(2);
    expect(impose(document, 'screen', STYLE, new Sink())).toBe(document);
  });
});

function never(): never {
  throw new Error('a sheet is expected');
}

function linesOf({ drawItems }: Page): readonly DrawnLine[] {
  return drawItems.filter((drawItem) => drawItem.kind === 'line');
}

function printersMarks({ drawItems }: Page): readonly DrawnPath[] {
  return drawItems.filter(
    (drawItem): drawItem is DrawnPath =>
      drawItem.kind === 'path' && 'artifact' in drawItem.tagTarget && drawItem.tagTarget.artifact === 'Page',
  );
}

function groundsOf({ drawItems }: Page): readonly DrawnPath[] {
  return drawItems.filter(
    (drawItem): drawItem is DrawnPath => drawItem.kind === 'path' && drawItem.fill !== null,
  );
}

function withGround(document: Laid, size: { width: number; height: number }): Laid {
  const pages = document.pages.map((each) => ({
    ...each,
    drawItems: [ground(0, 0, size.width, size.height), ...each.drawItems] as DrawItem[],
  }));
  return { ...document, pages };
}

function ground(x: number, y: number, width: number, height: number): DrawnPath {
  const points = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return { kind: 'path', path: polygon(points), fill: '#0B4F57', stroke: null, tagTarget: BACKGROUND };
}

function boxOf({ path }: DrawnPath) {
  const points = pointsOf(path);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function imageMark(image: ImageSource, width: number): DrawnImage {
  const height = (width * image.height) / image.width;
  return {
    kind: 'image',
    image,
    rect: { x: 100, y: 100, width, height },
    tagTarget: element('Figure', null),
  };
}

function recolour(drawItem: DrawnLine, color: string): DrawnLine {
  const pieces = piecesOf(drawItem.line).map((piece) => ({ ...piece, style: { ...piece.style, color } }));
  return { ...drawItem, line: { ...drawItem.line, words: { kind: 'placed', pieces } } };
}
