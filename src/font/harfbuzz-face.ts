import * as hb from 'harfbuzzjs';
import type { Face, ShapeRequest } from './face.ts';
import type { GlyphRun } from './glyph-run.ts';
import { readMetrics, type SfntMetrics } from './sfnt.ts';

const NO_FEATURES: hb.Feature[] = [];

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
  readonly #font: hb.Font;
  readonly #buffer = new hb.Buffer();
  readonly #covered: Uint32Array;
  #last = { rtl: false, script: '', lang: '', features: '' };
  #lastRuns = new Map<string, GlyphRun>();
  /** By everything of a request but its text, then by its text: words repeat, settings hardly change. */
  readonly #runs = new Map<string, Map<string, GlyphRun>>();

  /** @throws RangeError where the file is not a font that HarfBuzz can open. */
  constructor(id: string, family: string, weight: number, italic: boolean, bytes: Uint8Array) {
    this.id = id;
    this.family = family;
    this.weight = weight;
    this.italic = italic;
    this.bytes = bytes;
    const face = new hb.Face(new hb.Blob(bytes));
    const metrics = readMetrics((tag) => face.referenceTable(tag));
    this.unitsPerEm = metrics.unitsPerEm;
    this.ascent = metrics.ascent;
    this.descent = metrics.descent;
    this.xHeight = metrics.xHeight;
    this.capHeight = metrics.capHeight;
    this.underline = metrics.underline;
    this.postscriptName = face.getName(6, 'en') || id;
    this.#font = new hb.Font(face);
    this.#covered = bitmap(face.collectUnicodes());
    this.space = this.shape({ ...PLAIN, text: ' ' }).width;
  }

  covers(codePoint: number): boolean {
    return ((this.#covered[codePoint >>> 5] ?? 0) & (1 << (codePoint & 31))) !== 0;
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
    return run;
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
    const buffer = this.#buffer;
    buffer.clearContents();
    buffer.addText(before + text + after, before.length, text.length);
    buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setScript(script);
    buffer.setLanguage(lang);
    // Each glyph keeps the very character it came from, marks that HarfBuzz reorders included.
    buffer.setClusterLevel(hb.ClusterLevel.CHARACTERS);
    hb.shape(this.#font, buffer, parseFeatures(features));
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

function readRun(face: Face, text: string, rtl: boolean, offset: number, buffer: hb.Buffer): GlyphRun {
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

function offsetsOf(positions: readonly hb.GlyphPosition[], axis: 'xOffset' | 'yOffset'): Int32Array {
  const none = NO_OFFSETS[positions.length];
  if (none && positions.every((position) => position[axis] === 0)) return none;
  return Int32Array.from(positions, (position) => position[axis]);
}

/** `kern=0,tnum` and the like, in HarfBuzz's own notation. */
function parseFeatures(features: string): hb.Feature[] {
  if (features === '') return NO_FEATURES;
  return features.split(',').map((text) => {
    const feature = hb.Feature.fromString(text);
    if (!feature) throw new Error(`not an OpenType feature: ${text}`);
    return feature;
  });
}

function bitmap(codePoints: Uint32Array): Uint32Array {
  const last = codePoints.reduce((max, codePoint) => Math.max(max, codePoint), 0);
  const bits = new Uint32Array((last >>> 5) + 1);
  for (const codePoint of codePoints) bits[codePoint >>> 5]! |= 1 << (codePoint & 31);
  return bits;
}
