import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { type World, WorldError } from '../base/world.ts';
import { readImageSize } from './image-size.ts';
import type { ImageSource } from './inline.ts';

/** The images of one document, each read once. */
export class ImageShelf {
  readonly #world: World;
  readonly #sink: Sink;
  /** By file and address; and by path, so that one picture on ten pages is one object. */
  readonly #images = new Map<string, ImageSource | null>();
  readonly #byPath = new Map<string, ImageSource | null>();

  constructor(world: World, sink: Sink) {
    this.#world = world;
    this.#sink = sink;
  }

  /**
   * The image at `url`, relative to the file of `origin`; null where there is none to print, which is
   * reported the first time it is asked for.
   */
  fetch(url: string, origin: Origin): ImageSource | null {
    const key = `${origin.file}\n${url}`;
    const known = this.#images.get(key);
    if (known !== undefined) return known;
    const image = this.#locate(url, origin);
    this.#images.set(key, image);
    return image;
  }

  #locate(url: string, origin: Origin): ImageSource | null {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) {
      const shown = url.length > 80 ? `${url.slice(0, 80)}…` : url;
      this.#sink.report(/^(?:https?:)?\/\//i.test(url) ? 'image-remote' : 'image-format', origin, {
        path: shown,
        reason: 'not a file',
      });
      return null;
    }
    const path = resolvePath(origin.file, decodeUrl(url));
    if (path === null) {
      this.#sink.report('image-outside', origin, { path: url });
      return null;
    }
    const shared = this.#byPath.get(path);
    if (shared !== undefined) return shared;
    const image = this.#read(path, url, origin);
    this.#byPath.set(path, image);
    return image;
  }

  #read(path: string, url: string, origin: Origin): ImageSource | null {
    let bytes: Uint8Array;
    try {
      bytes = this.#world.readBytes(path);
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      const rule =
        error.fault === 'missing'
          ? 'image-missing'
          : error.fault === 'outside'
            ? 'image-outside'
            : 'image-unreadable';
      this.#sink.report(rule, origin, { path: url, reason: error.fault });
      return null;
    }
    if (isSvg(path, bytes)) {
      this.#sink.report('image-vector', origin, { path: url });
      return null;
    }
    const facts = readImageSize(bytes);
    if (typeof facts === 'string') {
      this.#sink.report('image-format', origin, { path: url, reason: facts });
      return null;
    }
    return { path, bytes, ...facts };
  }
}

function isSvg(path: string, bytes: Uint8Array): boolean {
  if (/\.svgz?$/i.test(path)) return true;
  return /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 400)));
}

/** A stray % stays as it is. */
function decodeUrl(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch (error) {
      if (error instanceof URIError) return escapes;
      throw error;
    }
  });
}

/** `path` as seen from the folder of `file`, relative to the project; null where it leaves the project. */
function resolvePath(file: string, path: string): string | null {
  if (path.startsWith('/') || /^[a-z]:/i.test(path) || path === '') return null;
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split(/[/\\]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join('/');
}
