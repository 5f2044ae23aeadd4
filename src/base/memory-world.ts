import { posix } from 'node:path';
import { concatenate } from './byte-parts.ts';
import { type World, WorldError } from './world.ts';

/** What a MemoryWorld holds; paths relative to the root, `/` separators. */
export interface MemoryFiles {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly assets?: Readonly<Record<string, string | Uint8Array>>;
  /** By `name/file`. */
  readonly packages?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface MemoryWorld extends World {
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** A World without a disk: for tests, and for callers that hold their documents in memory. */
export function openMemoryWorld(content: MemoryFiles): MemoryWorld {
  const { files = {}, assets = {}, packages = {}, env = {} } = content;
  const written = new Map<string, Uint8Array>();
  return {
    root: '/',
    written,
    readText: (path) => decode(path, find(files, path)),
    readBytes: (path) => find(files, path),
    exists: (path) =>
      isInside(path) && (Object.hasOwn(files, locate(path)) || childrenOf(files, path).length > 0),
    list: (folder) => (isInside(folder) ? childrenOf(files, folder) : []),
    readAsset: (path) => find(assets, path),
    listAssets: (folder) => childrenOf(assets, folder),
    readPackage: (name, file) => find(packages, `${name}/${file}`),
    write: (path, bytes) => {
      written.set(path, concatenate(bytes));
      return true;
    },
    env: (name) => env[name],
  };
}

function find(files: Readonly<Record<string, string | Uint8Array>>, path: string): Uint8Array {
  const name = locate(path);
  const content = Object.hasOwn(files, name) ? files[name] : undefined;
  if (content === undefined)
    throw new WorldError(childrenOf(files, path).length > 0 ? 'folder' : 'missing', path);
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WorldError('not-utf8', path, cause);
  }
}

function isInside(path: string): boolean {
  const name = posix.normalize(path);
  return (
    path !== '' && name !== '..' && !name.startsWith('../') && !name.startsWith('/') && !name.includes('\0')
  );
}

/** @throws WorldError where the path leaves the root */
function locate(path: string): string {
  if (!isInside(path)) throw new WorldError('outside', path);
  return posix.normalize(path).replace(/^\.\/|\/$/g, '');
}

function childrenOf(files: Readonly<Record<string, unknown>>, folder: string): readonly string[] {
  const name = locate(folder);
  const prefix = name === '.' ? '' : `${name}/`;
  const names = Object.keys(files).filter((path) => path.startsWith(prefix));
  return [...new Set(names.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
}
