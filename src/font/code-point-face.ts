import { concatenate } from '../base/byte-parts.ts';
import type { Face, ShapeRequest } from './face.ts';
import { type Contour, type ContourPoint, describeGlyph, type GlyphBox } from './glyph-description.ts';
import type { GlyphRun } from './glyph-run.ts';
import type { SfntMetrics } from './sfnt.ts';
import { writeFontFile } from './sfnt-file.ts';

/** Font units of the boxes, of 1000 to the em. */
const STROKE = 40;
const BEARING = 60;
/** Between the frame and what stands in it, and between the two rows. */
const PADDING = 34;
const BOTTOM = -180;
const TOP = 800;
const UNITS_PER_EM = 1000;

const DIGITS = '0123456789ABCDEF';
/** Glyph 0 is .notdef, which no text shows; then the frames, by digits in a row, then the digits. */
const FRAMES: ReadonlyMap<number, number> = new Map([
  [2, 1],
  [3, 2],
]);
const FIRST_DIGIT = 3;

/** Characters that draw nothing in any face, and the tatweel, which here would draw out a box. */
const INKLESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}ـ]/u;

interface Glyph {
  readonly advance: number;
  readonly contours: readonly Contour[];
}

interface Placed {
  readonly id: number;
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/**
 * What stands for characters that no face has: a box with the character's code point in it, four hexadecimal
 * digits in two rows or six, so that a reader sees which character is meant. A font file without a `cmap`:
 * it covers nothing, and is given only what nothing else covers.
 */
export class CodePointFace implements Face {
  readonly id = 'code-point-boxes';
  readonly family = 'code-point-boxes';
  readonly postscriptName = 'CodePointBoxes';
  readonly weight = 400;
  readonly italic = false;
  readonly unitsPerEm = UNITS_PER_EM;
  readonly ascent = TOP;
  readonly descent = BOTTOM;
  readonly xHeight = 500;
  readonly capHeight = 700;
  readonly underline: SfntMetrics['underline'] = { offset: -100, thickness: 50 };
  readonly space = 250;
  readonly bytes: Uint8Array;
  readonly #glyphs: readonly Glyph[];
  readonly #cell: number;
  readonly #runs = new Map<string, GlyphRun>();

  /** @param model whose figures and capital letters are drawn small: a face of one width, with outlines in `glyf` */
  constructor(model: Face) {
    const digits = [...DIGITS].map((digit) => drawDigit(model, digit));
    this.#cell = digits[0]!.advance;
    const frames = [...FRAMES.keys()].map((columns) => drawFrame(columns, this.#cell));
    this.#glyphs = [{ advance: UNITS_PER_EM, contours: [] }, ...frames, ...digits];
    this.bytes = writeFace(this.#glyphs);
  }

  covers(): boolean {
    return false;
  }

  outline(glyph: number): string {
    return this.#glyphs[glyph]!.contours.map(toPath).join('');
  }

  shape({ text, rtl }: ShapeRequest): GlyphRun {
    const key = `${rtl ? 'r' : 'l'}${text}`;
    const run = this.#runs.get(key) ?? this.#shape(text, rtl);
    this.#runs.set(key, run);
    return run;
  }

  #shape(text: string, rtl: boolean): GlyphRun {
    const boxes: (readonly Placed[])[] = [];
    let offset = 0;
    for (const character of text) {
      if (!INKLESS.test(character)) boxes.push(this.#box(character.codePointAt(0)!, offset));
      offset += character.length;
    }
    const glyphs = (rtl ? boxes.reverse() : boxes).flat();
    return {
      face: this,
      text,
      rtl,
      ids: Uint16Array.from(glyphs, ({ id }) => id),
      clusters: Uint16Array.from(glyphs, ({ cluster }) => cluster),
      advances: Int32Array.from(glyphs, ({ advance }) => advance),
      dx: Int32Array.from(glyphs, ({ dx }) => dx),
      dy: Int32Array.from(glyphs, ({ dy }) => dy),
      width: glyphs.reduce((sum, { advance }) => sum + advance, 0),
    };
  }

  /** The digits without an advance, then the frame with that of the whole. */
  #box(codePoint: number, cluster: number): readonly Placed[] {
    const columns = codePoint > 0xffff ? 3 : 2;
    const digits = codePoint.toString(16).padStart(2 * columns, '0');
    const frame = FRAMES.get(columns)!;
    return [
      ...[...digits].map((digit, index) => ({
        id: FIRST_DIGIT + Number.parseInt(digit, 16),
        cluster,
        advance: 0,
        dx: BEARING + STROKE + PADDING + (index % columns) * this.#cell,
        dy: index < columns ? UPPER_ROW : LOWER_ROW,
      })),
      { id: frame, cluster, advance: this.#glyphs[frame]!.advance, dx: 0, dy: 0 },
    ];
  }
}

/** Two rows fill the frame. */
const DIGIT_HEIGHT = (TOP - BOTTOM - 2 * STROKE - 6 * PADDING) / 2;
const LOWER_ROW = BOTTOM + STROKE + 2 * PADDING;
const UPPER_ROW = Math.round(LOWER_ROW + DIGIT_HEIGHT + 2 * PADDING);

function drawDigit(model: Face, digit: string): Glyph {
  const run = model.shape({
    text: digit,
    before: '',
    after: '',
    rtl: false,
    script: 'Latn',
    lang: 'en',
    features: '',
  });
  const scale = DIGIT_HEIGHT / model.capHeight;
  return { advance: Math.round(run.width * scale), contours: readPath(model.outline(run.ids[0]!), scale) };
}

/** Two rectangles, one within the other: the outer clockwise, as TrueType fills what lies at the right. */
function drawFrame(columns: number, cell: number): Glyph {
  const left = BEARING;
  const right = left + 2 * STROKE + 2 * PADDING + columns * cell;
  const outer = { xMin: left, yMin: BOTTOM, xMax: right, yMax: TOP };
  const inner = { xMin: left + STROKE, yMin: BOTTOM + STROKE, xMax: right - STROKE, yMax: TOP - STROKE };
  return { advance: right + BEARING, contours: [rectangle(outer), rectangle(inner).toReversed()] };
}

function rectangle({ xMin, yMin, xMax, yMax }: GlyphBox): Contour {
  const corners = [
    [xMin, yMin],
    [xMin, yMax],
    [xMax, yMax],
    [xMax, yMin],
  ] as const;
  return corners.map(([x, y]) => ({ x, y, on: true }));
}

/** Contours of an SVG path of straight lines and quadratic curves, as HarfBuzz draws TrueType outlines. */
function readPath(path: string, scale: number): readonly Contour[] {
  return path.split(/(?=M)/).map((contour) =>
    [...contour.matchAll(/([MLQ])([^A-Z]*)/g)].flatMap(([, command, numbers]) => {
      const values = numbers!.match(/-?[\d.]+/g)!.map((value) => Math.round(Number(value) * scale));
      const end: ContourPoint = { x: values.at(-2)!, y: values.at(-1)!, on: true };
      return command === 'Q' ? [{ x: values[0]!, y: values[1]!, on: false }, end] : [end];
    }),
  );
}

/** The inverse of `readPath`: each control point is followed by a point on the curve. */
function toPath(contour: Contour): string {
  const steps = contour.map(({ x, y, on }, index) => {
    if (!on) return `Q${x},${y} `;
    const before = contour[index - 1];
    return before && !before.on ? `${x},${y}` : `${index === 0 ? 'M' : 'L'}${x},${y}`;
  });
  return `${steps.join('')}Z`;
}

/** One in 16.16, the version of most tables. */
const VERSION: Field = [0, 0x0001_0000];

/** The tables that are read of a face in which no character is looked up (OpenType 1.9). */
function writeFace(glyphs: readonly Glyph[]): Uint8Array {
  const descriptions = glyphs.map(({ contours }) => describeGlyph(contours));
  const points = Math.max(...glyphs.map(({ contours }) => contours.flat().length));
  const contours = Math.max(...glyphs.map((glyph) => glyph.contours.length));
  const box: readonly Field[] = [
    [38, BOTTOM],
    [40, Math.max(...glyphs.map(({ advance }) => advance))],
    [42, TOP],
  ];
  const head: readonly Field[] = [[18, UNITS_PER_EM], ...box, [46, 8], [48, 2], [50, 1]];
  const hhea: readonly Field[] = [
    [4, TOP],
    [6, BOTTOM],
    [34, glyphs.length],
  ];
  const maxp: readonly Field[] = [
    [4, glyphs.length],
    [6, points],
    [8, contours],
    [14, 1],
  ];
  return writeFontFile(
    new Map([
      ['glyf', concatenate(descriptions)],
      ['head', writeTable(54, [VERSION, [12, 0x5f0f_3cf5]], head)],
      ['hhea', writeTable(36, [VERSION], hhea)],
      ['hmtx', writeTable(4 * glyphs.length, [], glyphs.flatMap(metricsOf))],
      ['loca', writeTable(4 * (glyphs.length + 1), offsetsOf(descriptions), [])],
      ['maxp', writeTable(32, [VERSION], maxp)],
    ]),
  );
}

/** Where it stands in its table, and its value. */
type Field = readonly [number, number];

function writeTable(size: number, longs: readonly Field[], shorts: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of longs) view.setUint32(at, value);
  for (const [at, value] of shorts) view.setInt16(at, value);
  return bytes;
}

/** Advance, and a bearing that is the least x of the outline. */
function metricsOf({ advance, contours }: Glyph, index: number): readonly Field[] {
  const bearing = contours.length === 0 ? 0 : Math.min(...contours.flat().map(({ x }) => x));
  return [
    [4 * index, advance],
    [4 * index + 2, bearing],
  ];
}

function offsetsOf(descriptions: readonly Uint8Array[]): readonly Field[] {
  let offset = 0;
  return descriptions.map(({ length }, index) => {
    offset += length;
    return [4 * (index + 1), offset];
  });
}
