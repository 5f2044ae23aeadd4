import type { Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Origin } from '../base/origin.ts';
import { type World, WorldError } from '../base/world.ts';
import { readImageSize } from './image-size.ts';
import type { ImageSource } from './image-source.ts';

/** Why there is no image to print, as it is reported. */
interface Refusal {
  readonly rule: MessageId;
  readonly reason: string;
}

/** The images of one document, each read once. */
export class ImageLoader {
  readonly #world: World;
  readonly #sink: Sink;
  /** By path, so that one picture on ten pages is one object. */
  readonly #byPath = new Map<string, ImageSource | Refusal>();

  constructor(world: World, sink: Sink) {
    this.#world = world;
    this.#sink = sink;
  }

  /** The image at `url`, relative to the file of `origin`; null where there is none to print, which is reported. */
  fetch(url: string, origin: Origin): ImageSource | null {
    const found = this.#locate(url, origin);
    if (!('rule' in found)) return found;
    this.#sink.report(found.rule, origin, { path: nameImage(url), reason: found.reason });
    return null;
  }

  #locate(url: string, origin: Origin): ImageSource | Refusal {
    if (/^(?:https?:)?\/\//i.test(url)) return { rule: 'image-remote', reason: '' };
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return { rule: 'image-format', reason: 'not a file' };
    const path = resolvePath(origin.file, decodeUrl(url));
    if (path === null) return { rule: 'image-outside', reason: '' };
    const known = this.#byPath.get(path) ?? this.#read(path);
    this.#byPath.set(path, known);
    return known;
  }

  #read(path: string): ImageSource | Refusal {
    let bytes: Uint8Array;
    try {
      bytes = this.#world.readBytes(path);
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      const { fault } = error;
      const isNamed = fault === 'missing' || fault === 'outside' || fault === 'hidden';
      return { rule: isNamed ? `image-${fault}` : 'image-unreadable', reason: fault };
    }
    if (isSvg(path, bytes)) return { rule: 'image-vector', reason: '' };
    const facts = readImageSize(bytes);
    if (typeof facts === 'string') return { rule: 'image-format', reason: facts };
    return { kind: 'raster', path, bytes, ...facts };
  }
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
