import type { Sink, Wording } from '../base/diagnostic.ts';
import { FAULT_WORDS } from '../base/fault-words.ts';
import { limits } from '../base/limits.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Origin } from '../base/origin.ts';
import { type World, WorldError } from '../base/world.ts';
import { convertRaster, foreignFormat } from '../raster/convert.ts';
import { checkPixels, type Raster, readRaster } from '../raster/raster.ts';
import { RasterFault } from '../raster/raster-fault.ts';
import type { OpenWords } from '../vector/outlined-text.ts';
import type { SvgNotice } from '../vector/svg/svg-context.ts';
import { SvgFault } from '../vector/svg/svg-fault.ts';
import type { ImageSource } from './image-source.ts';
import { locateFile } from './locate-file.ts';

/** Why there is no image to print, as it is reported. */
interface Refusal {
  readonly rule: MessageId;
  readonly reason: Wording;
}

interface Loaded {
  readonly image: ImageSource;
  /** Whether it is shown in other colours than it asks for. */
  readonly losesProfile: boolean;
  /** What of a drawing is not drawn as its file has it. */
  readonly notices: readonly SvgNotice[];
}

const NO_REASON: Wording = { en: '', ar: '' };

/** The images of one document, each read once: first loaded, then asked for where they stand. */
export class ImageLoader {
  readonly #world: World;
  readonly #openWords: OpenWords;
  /** By path, so that one picture on ten pages is one object. */
  readonly #byPath = new Map<string, Loaded | Refusal>();
  /** Files by their length, so that equal ones are held, and written, once. */
  readonly #byLength = new Map<number, Raster[]>();
  #bytes = 0;
  /** Beyond what is fair for their files. */
  #unfolded = 0;

  constructor(world: World, openWords: OpenWords) {
    this.#world = world;
    this.#openWords = openWords;
  }

  /** Reads the image at `url`, relative to `file`, and looks through its pixels. */
  async load(url: string, file: string): Promise<void> {
    const path = locate(url, file);
    if (typeof path !== 'string' || this.#byPath.has(path)) return;
    try {
      this.#byPath.set(path, await this.#read(path));
    } catch (error) {
      this.#byPath.set(path, refusalOf(error));
    }
  }

  /**
   * The image at `url`, relative to the file of `origin`; null where there is none to print, which is reported.
   *
   * @throws Error where it was not loaded
   */
  fetch(url: string, origin: Origin, sink: Sink): ImageSource | null {
    const place = locate(url, origin.file);
    const found = typeof place === 'string' ? this.#byPath.get(place) : place;
    if (found === undefined) throw new Error(`image ${url} was not loaded`);
    const path = nameImage(url);
    if ('rule' in found) {
      sink.report(found.rule, origin, { path, reason: found.reason.en, reasonAr: found.reason.ar });
      return null;
    }
    if (found.losesProfile) sink.report('image-profile', origin, { path });
    if (found.notices.length > 0)
      sink.report('image-parts', origin, { path, parts: sayNotices(found.notices) });
    return found.image;
  }

  async #read(path: string): Promise<Loaded | Refusal> {
    const file = this.#world.readBytes(path);
    if (isSvg(path, file)) return this.#draw(path, file);
    const foreign = foreignFormat(file);
    const raster = readRaster(foreign === null ? file : await convertRaster(file, foreign));
    const same = (this.#byLength.get(raster.bytes.length) ?? []).find((known) => isSame(known, raster));
    if (same === undefined) await this.#admit(raster);
    const { unfolded: _, losesProfile, ...facts } = raster;
    return {
      image: { kind: 'raster', path, ...facts, bytes: (same ?? raster).bytes },
      losesProfile,
      notices: [],
    };
  }

  async #draw(path: string, file: Uint8Array): Promise<Loaded> {
    // Loaded by documents that have drawings alone.
    const { readSvg } = await import('../vector/svg/read-svg.ts');
    const { notices, rasters, ...drawn } = readSvg(file, await this.#openWords());
    for (const raster of rasters) await this.#admit(raster);
    return { image: { kind: 'drawing', path, ...drawn }, losesProfile: false, notices };
  }

  /** @throws RasterFault where the images of the document become too much, or its pixels are damaged */
  async #admit(raster: Raster): Promise<void> {
    const { bytes, unfolded } = raster;
    const most = (count: number) => ({ most: count / (1024 * 1024) });
    if (this.#bytes + bytes.length > limits.imageBytes)
      throw new RasterFault('document-files', most(limits.imageBytes));
    const excess = Math.max(0, unfolded - limits.imageRatio * bytes.length);
    if (this.#unfolded + excess > limits.imageUnfolded)
      throw new RasterFault('document-pixels', most(limits.imageUnfolded));
    this.#unfolded += excess;
    await checkPixels(raster);
    this.#bytes += bytes.length;
    this.#byLength.set(bytes.length, [...(this.#byLength.get(bytes.length) ?? []), raster]);
  }
}

/** Where the image lies in the project, or why it is not looked for. */
function locate(url: string, file: string): string | Refusal {
  if (/^(?:https?:)?\/\//i.test(url)) return { rule: 'image-remote', reason: NO_REASON };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url))
    return { rule: 'image-format', reason: new RasterFault('not-file').wording };
  return locateFile(url, file) ?? { rule: 'image-outside', reason: NO_REASON };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof SvgFault)
    return { rule: error.isLimit ? 'image-limit' : 'image-format', reason: error.wording };
  if (error instanceof RasterFault) return { rule: ruleOf(error), reason: error.wording };
  if (!(error instanceof WorldError)) throw error;
  const { fault } = error;
  const isNamed = fault === 'missing' || fault === 'outside' || fault === 'hidden';
  return { rule: isNamed ? `image-${fault}` : 'image-unreadable', reason: FAULT_WORDS[fault] };
}

/** Notices that are told of one drawing: what further ones there are is much like them. */
const MOST_NOTICES = 5;

function sayNotices(notices: readonly SvgNotice[]): string {
  const told = notices.slice(0, MOST_NOTICES).map(({ what, line }) => `${what} (${line})`);
  return `${told.join(', ')}${notices.length > MOST_NOTICES ? ' …' : ''}`;
}

function ruleOf(fault: RasterFault): MessageId {
  if (fault.reason === 'needs-sharp') return 'image-peer';
  return fault.isLimit ? 'image-limit' : 'image-format';
}

function isSame(one: Raster, other: Raster): boolean {
  return one.orientation === other.orientation && Buffer.compare(one.bytes, other.bytes) === 0;
}

/** What an image is called where it cannot be shown: its address, without the picture that it may hold itself. */
export function nameImage(url: string): string {
  const name = /^data:/i.test(url) ? url.replace(/[;,].*$/s, '') : url;
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

/** The file's own name in an address; the address, as `nameImage` has it, where that ends in none. */
export function nameFile(url: string): string {
  const path = /^data:/i.test(url) ? '' : url.replace(/[?#].*$/s, '');
  return nameImage(/[^/\\]+$/.exec(path)?.[0] ?? url);
}

function isSvg(path: string, bytes: Uint8Array): boolean {
  if (/\.svgz?$/i.test(path)) return true;
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:svg[\s>]|!DOCTYPE svg\b)/s.test(
    new TextDecoder().decode(bytes.subarray(0, 400)),
  );
}
