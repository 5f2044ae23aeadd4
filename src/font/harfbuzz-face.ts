import type * as Harfbuzz from 'harfbuzzjs';
import { Coverage } from './coverage.ts';
import type { Face, ShapeRequest } from './face.ts';
import type { GlyphRun } from './glyph-run.ts';
import { readMetrics, type SfntMetrics } from './sfnt.ts';

let loaded: typeof Harfbuzz | null = null;

/** Loads HarfBuzz, without which no face is opened. Its module waits for WebAssembly, so no module of ours imports it: such a module could not be required. */
export async function loadHarfbuzz(): Promise<void> {
  loaded ??= await import('harfbuzzjs');
}

function harfbuzz(): typeof Harfbuzz {
  if (loaded === null) throw new Error('a face is opened before HarfBuzz is loaded');
  return loaded;
}

const NO_FEATURES: Harfbuzz.Feature[] = [];

/** How many words a face remembers from one document to the next: about 3 MB. */
const MOST_WORDS = 2_500;

/** A face shaped by HarfBuzz: the only file that speaks to it. */
export class HarfbuzzFace implements Face {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly underline: SfntMetrics['underline'];
  readonly space: number;
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly bytes: Uint8Array;
  readonly #harfbuzz: typeof Harfbuzz;
  readonly #font: Harfbuzz.Font;
  readonly #buffer: Harfbuzz.Buffer;
  readonly #coverage: Coverage;
  #last = { rtl: false, script: '', lang: '', features: '' };
  #lastRuns = new Map<string, GlyphRun>();
  #words = 0;
  /** By everything of a request but its text, then by its text: words repeat, settings hardly change. */
  readonly #runs = new Map<string, Map<string, GlyphRun>>();

  /** @throws RangeError where the file is not a font that HarfBuzz can open. */
  constructor(id: string, family: string, weight: number, italic: boolean, bytes: Uint8Array) {
    this.id = id;
    this.family = family;
    this.weight = weight;
    this.italic = italic;
    this.bytes = bytes;
    const hb = harfbuzz();
    this.#harfbuzz = hb;
    const face = new hb.Face(new hb.Blob(bytes));
    const metrics = readMetrics(bytes);
    this.unitsPerEm = metrics.unitsPerEm;
    this.ascent = metrics.ascent;
    this.descent = metrics.descent;
    this.xHeight = metrics.xHeight;
    this.capHeight = metrics.capHeight;
    this.underline = metrics.underline;
    this.postscriptName = face.getName(6, 'en') || id;
    const font = new hb.Font(face);
    this.#font = font;
    this.#buffer = new hb.Buffer();
    this.#coverage = new Coverage((codePoint) => font.nominalGlyph(codePoint) !== undefined);
    this.space = this.shape({ ...PLAIN, text: ' ' }).width;
  }

  covers(codePoint: number): boolean {
    return this.#coverage.has(codePoint);
  }

  outline(glyph: number): string {
    return this.#font.glyphToPath(glyph);
  }

  shape(request: ShapeRequest): GlyphRun {
    const runs = this.#runsFor(request);
    const cached = runs.get(request.text);
    if (cached) return cached;
    const run = this.#shape(request);
    runs.set(request.text, run);
    this.#words++;
    return run;
  }

  /** Between documents: words that are many are forgotten, for the next document may have none of them. */
  forgetWords(): void {
    if (this.#words < MOST_WORDS) return;
    this.#words = 0;
    this.#runs.clear();
    this.#lastRuns = new Map();
    this.#last = { rtl: false, script: '', lang: '', features: '' };
  }

  /** The runs shaped so far with everything but the text as in this request. */
  #runsFor({ rtl, script, lang, features, before, after }: ShapeRequest): Map<string, GlyphRun> {
    // Words in a row nearly always share their settings, and joining these into a key costs more than the look-up.
    const last = this.#last;
    if (
      last.rtl === rtl &&
      last.script === script &&
      last.lang === lang &&
      last.features === features &&
      before === '' &&
      after === ''
    ) {
      return this.#lastRuns;
    }
    const key = `${rtl ? 'r' : 'l'}|${script}|${lang}|${features}|${before}|${after}`;
    let runs = this.#runs.get(key);
    if (!runs) {
      runs = new Map();
      this.#runs.set(key, runs);
    }
    if (before === '' && after === '') {
      this.#last = { rtl, script, lang, features };
      this.#lastRuns = runs;
    }
    return runs;
  }

  #shape({ text, before, after, rtl, script, lang, features }: ShapeRequest): GlyphRun {
    const [hb, buffer] = [this.#harfbuzz, this.#buffer];
    buffer.clearContents();
    buffer.addText(before + text + after, before.length, text.length);
    buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setScript(script);
    buffer.setLanguage(lang);
    // Each glyph keeps the very character it came from, marks that HarfBuzz reorders included.
    buffer.setClusterLevel(hb.ClusterLevel.CHARACTERS);
    hb.shape(this.#font, buffer, parseFeatures(features, hb));
    return readRun(this, text, rtl, before.length, buffer);
  }
}

const PLAIN: ShapeRequest = {
  text: '',
  before: '',
  after: '',
  rtl: false,
  script: 'Zyyy',
  lang: 'und',
  features: '',
};

function readRun(face: Face, text: string, rtl: boolean, offset: number, buffer: Harfbuzz.Buffer): GlyphRun {
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const count = infos.length;
  const ids = new Uint16Array(count);
  const clusters = new Uint16Array(count);
  const advances = new Int32Array(count);
  let width = 0;
  for (let i = 0; i < count; i++) {
    const info = infos[i]!;
    ids[i] = info.codepoint;
    clusters[i] = info.cluster - offset;
    advances[i] = positions[i]!.xAdvance;
    width += positions[i]!.xAdvance;
  }
  const dx = offsetsOf(positions, 'xOffset');
  const dy = offsetsOf(positions, 'yOffset');
  return { face, text, rtl, ids, clusters, advances, dx, dy, width };
}

/** Columns of nothing but zeros, by length: most words have no marks, and a fourth of all columns are these. */
const NO_OFFSETS = Array.from({ length: 32 }, (_, count) => new Int32Array(count));

function offsetsOf(positions: readonly Harfbuzz.GlyphPosition[], axis: 'xOffset' | 'yOffset'): Int32Array {
  const none = NO_OFFSETS[positions.length];
  if (none && positions.every((position) => position[axis] === 0)) return none;
  return Int32Array.from(positions, (position) => position[axis]);
}

/** `kern=0,tnum` and the like, in HarfBuzz's own notation. */
function parseFeatures(features: string, hb: typeof Harfbuzz): Harfbuzz.Feature[] {
  if (features === '') return NO_FEATURES;
  return features.split(',').map((text) => {
    const feature = hb.Feature.fromString(text);
    if (!feature) throw new Error(`not an OpenType feature: ${text}`);
    return feature;
  });
}
