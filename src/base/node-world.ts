import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt, codeOf, type Disk, identityOf, isNothing, lookAt, unlessNothing } from './disk.ts';
import { limits } from './limits.ts';
import { type World, WorldError } from './world.ts';
import { writeWhole } from './write-whole.ts';

let installation: string | null = null;

/**
 * The folder of Warraq itself: the first above this file, or the bundle it is in, that has a package.json.
 * @throws WorldError where the disk does not say
 */
export function findInstallation(): string {
  if (installation !== null) return installation;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (lookAt(fs, join(folder, 'package.json'), 'package.json') === null) {
    if (folder === dirname(folder)) throw new WorldError('missing', 'package.json');
    folder = dirname(folder);
  }
  installation = folder;
  return folder;
}

/**
 * A World on the real disk, confined to `root`.
 *
 * @param given files that the user named himself, seen from `root`: they may be hidden ones; of a folder, named
 *   with a slash at its end, all that is not hidden in it
 */
export function openNodeWorld(root: string, disk: Disk = fs, given: readonly string[] = []): World {
  const named = new Set(given.map((file) => resolve(root, file)));
  const folders = given.filter((path) => path.endsWith('/')).map((path) => resolve(root, path));
  const installed = Installed.on(disk);
  const read = new Set<string>();
  const isOpen = (path: string) => named.has(resolve(root, path)) || !isHidden(disk, root, folders, path);
  const readBytes = (path: string) => {
    if (!isForbidden(path) && !isOpen(path)) throw new WorldError('hidden', path);
    return readWithin(disk, root, path, path, read);
  };
  return {
    root,
    readText: (path) => decode(readBytes(path), path),
    readBytes,
    exists: (path) => isThere(disk, root, path) && isOpen(path),
    list: (folder) => (!isForbidden(folder) && isOpen(folder) ? listWithin(disk, root, folder) : []),
    readAsset: (path) => installed.readFile(findInstallation(), path, path),
    listAssets: (folder) => installed.list(folder),
    readPackage: (name, file) => {
      const folder =
        installed.findPackage(name) ?? findPackage(disk, join(resolve(root), 'node_modules'), name);
      if (folder === null) throw new WorldError('missing', name);
      return installed.readFile(folder, file, `${name}/${file}`);
    },
    write: (path, bytes) =>
      writeWhole(disk, path, bytes, (file) => read.has(file) || installed.read.has(file)),
    env: (name) => process.env[name],
  };
}

/** What tells a project's folder, its nearest first. */
const ROOT_MARKS = ['warraq.yaml', 'book.yaml', 'package.json', '.git'] as const;

/**
 * The folder that a build of `files` may read, wherever it is started: the nearest one at or above them that
 * holds one of ROOT_MARKS, else their own. Never, by a mark, the home folder or the top of a file system: a
 * package.json or .git left there would open everything below to any document.
 *
 * @param files documents or folders of documents, seen from `cwd`; `-` lies in `cwd` itself
 */
export function findRoot(
  cwd: string,
  files: readonly string[],
  home: string | null = findHome(),
  disk: Disk = fs,
): string {
  const folders = files.map((file) => folderOf(disk, resolve(cwd, file === '-' ? 'stdin.md' : file)));
  const [first = resolve(cwd), ...others] = folders;
  const isBarred = (folder: string) =>
    folder === dirname(folder) ||
    (home !== null &&
      unlessDenied(() => realOf(disk, folder), folder) === unlessDenied(() => realOf(disk, home), home));
  const common = others.reduce(commonFolder, first);
  const own = others.length > 0 && isBarred(common) ? first : common;
  // A project that cannot be told from none is not passed over: its settings would be left out in silence.
  const hasMark = (path: string) => lookAt(disk, path, relative(cwd, path)) !== null;
  for (let folder = own; !isBarred(folder); folder = dirname(folder))
    if (ROOT_MARKS.some((name) => hasMark(join(folder, name)))) return folder;
  return own;
}

function folderOf(disk: Disk, path: string): string {
  // a name that no disk can have is refused when it is read
  return !path.includes('\0') && lookAt(disk, path)?.isDirectory() ? path : dirname(path);
}

/** A home folder that may not be looked at is no document's. */
function unlessDenied<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof WorldError && error.fault === 'denied') return otherwise;
    throw error;
  }
}

function commonFolder(one: string, other: string): string {
  let folder = one;
  while (escapes(folder, other)) folder = dirname(folder);
  return folder;
}

/** As it is written where there is nothing. @throws WorldError where the disk does not say */
function realOf(disk: Disk, path: string, shown = path): string {
  return unlessNothing(shown, () => disk.realpathSync(path)) ?? path;
}

/** Null for a user without one, as containers have them. */
function findHome(): string | null {
  try {
    return homedir() || null;
  } catch (error) {
    if (codeOf(error) === 'ERR_SYSTEM_ERROR') return null;
    throw error;
  }
}

/**
 * The only way from a written path to a real one. Nothing is decoded here: `%2e%2e/` is a folder of that
 * odd name. Links are followed before the last check, so that a link inside cannot point out.
 * @throws WorldError
 */
function resolveInside(disk: Disk, root: string, path: string, shown: string): string {
  if (isForbidden(path)) throw new WorldError('outside', shown);
  const target = resolve(root, path);
  if (escapes(resolve(root), target)) throw new WorldError('outside', shown);
  const real = attempt(shown, () => disk.realpathSync(target));
  const realRoot = attempt(shown, () => disk.realpathSync(root));
  if (escapes(realRoot, real)) throw new WorldError('outside', shown);
  return real;
}

/** Forms with no business in a portable document: NUL, UNC, drive letters, backslashes, Windows device names. */
function isForbidden(path: string): boolean {
  if (typeof path !== 'string' || path === '' || path.includes('\0') || path.startsWith('//')) return true;
  if (process.platform !== 'win32') return path.includes('\\') || /^[A-Za-z]:/.test(path);
  return path.startsWith('\\\\') || /(?:^|[\\/])(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(path);
}

function escapes(root: string, target: string): boolean {
  const way = relative(root, target);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** What the system itself keeps, at the top of the file system. */
const SYSTEM_FOLDERS: ReadonlySet<string> = new Set(['dev', 'proc', 'sys']);

/**
 * Whether `path`, as it is written or where it leads, is nobody's document: keys, passwords and histories lie in names
 * that begin with a dot (.ssh, .netrc, .env, .git), in a home folder and in a project alike. Folders in which the
 * user has put his documents are no secret, whatever they are called.
 */
function isHidden(disk: Disk, root: string, folders: readonly string[], path: string): boolean {
  const target = resolve(root, path);
  const hides = (from: string, to: string) => {
    const names = relative(from, to).split(sep);
    if (names[0] === '..') return false;
    const isTop = from === dirname(from);
    return names.some((name) => name.startsWith('.')) || (isTop && SYSTEM_FOLDERS.has(names[0] ?? ''));
  };
  const isHiddenIn = (place: (folder: string) => string) => {
    const to = place(target);
    const around = [resolve(root), ...folders].map(place).filter((folder) => !escapes(folder, to));
    return around.length > 0 && around.every((folder) => hides(folder, to));
  };
  return isHiddenIn((folder) => folder) || isHiddenIn((folder) => realOf(disk, folder, path));
}

/** Null where there is nothing, or nothing of the project's. @throws WorldError where the disk does not say */
function tryResolve(disk: Disk, root: string, path: string): string | null {
  try {
    return resolveInside(disk, root, path, path);
  } catch (error) {
    if (error instanceof WorldError && (error.fault === 'outside' || isNothing(error))) return null;
    throw error;
  }
}

/**
 * Whether there is an entry of that name: also a link that leads nowhere, or out of the project, which is reported
 * when it is read. @throws WorldError where the disk does not say
 */
function isThere(disk: Disk, root: string, path: string): boolean {
  if (tryResolve(disk, root, path) !== null) return true;
  if (isForbidden(path)) return false;
  const folder = tryResolve(disk, root, dirname(path));
  return folder !== null && unlessNothing(path, () => disk.lstatSync(join(folder, basename(path)))) !== null;
}

/** @param read takes down which file it was */
function readWithin(disk: Disk, root: string, path: string, shown: string, read: Set<string>): Uint8Array {
  const real = resolveInside(disk, root, path, shown);
  // Without O_NONBLOCK, opening a FIFO waits for a writer that may never come.
  const file = attempt(shown, () =>
    disk.openSync(real, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0)),
  );
  try {
    return attempt(shown, () => readOpen(disk, file, shown, read));
  } finally {
    attempt(shown, () => disk.closeSync(file));
  }
}

/** Asks the open file, not its name, so that it cannot be exchanged between the question and the read. */
function readOpen(disk: Disk, file: number, shown: string, read: Set<string>): Uint8Array {
  const facts = disk.fstatSync(file, { bigint: true });
  if (facts.isDirectory()) throw new WorldError('folder', shown);
  if (!facts.isFile()) throw new WorldError('not-a-file', shown);
  if (facts.size > limits.fileBytes) throw new WorldError('too-large', shown);
  read.add(identityOf(facts));
  const bytes = new Uint8Array(Number(facts.size));
  let filled = 0;
  while (filled < bytes.length) {
    const count = disk.readSync(file, bytes, filled, bytes.length - filled, filled);
    // It was cut while it was read: a part of a document is none.
    if (count === 0) throw new WorldError('failed', shown);
    filled += count;
  }
  return bytes;
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WorldError('not-utf8', path, cause);
  }
}

function listWithin(disk: Disk, root: string, folder: string): readonly string[] {
  const real = tryResolve(disk, root, folder);
  if (real === null || !attempt(folder, () => disk.statSync(real)).isDirectory()) return [];
  return attempt(folder, () => disk.readdirSync(real)).sort();
}

/** What Warraq and packages consist of, found once a process: it changes as little while that runs as its code does. */
class Installed {
  static readonly #known = new WeakMap<Disk, Installed>();
  /** Identities of files. */
  readonly read = new Set<string>();
  readonly #disk: Disk;
  /** By path. */
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Map<string, readonly string[]>();
  /** Folders of the packages that Warraq loads its own from, by name. */
  readonly #packages = new Map<string, string>();

  private constructor(disk: Disk) {
    this.#disk = disk;
  }

  static on(disk: Disk): Installed {
    const known = Installed.#known.get(disk) ?? new Installed(disk);
    Installed.#known.set(disk, known);
    return known;
  }

  readFile(folder: string, path: string, shown: string): Uint8Array {
    const key = `${folder}\0${path}`;
    const bytes = this.#files.get(key) ?? readWithin(this.#disk, folder, path, shown, this.read);
    this.#files.set(key, bytes);
    return bytes;
  }

  /** Names in a folder of Warraq's. */
  list(folder: string): readonly string[] {
    const names = this.#folders.get(folder) ?? listWithin(this.#disk, findInstallation(), folder);
    if (names.length > 0) this.#folders.set(folder, names);
    return names;
  }

  /**
   * The folder of a package beside Warraq, or in a folder above it; null where there is none. Walks node_modules
   * itself, because a package's `exports` may hide the very file wanted.
   * @throws WorldError where `name` is none of a package
   */
  findPackage(name: string): string | null {
    const known = this.#packages.get(name);
    if (known !== undefined) return known;
    for (const place of createRequire(import.meta.url).resolve.paths(name) ?? []) {
      const folder = findPackage(this.#disk, place, name);
      if (folder === null) continue;
      this.#packages.set(name, folder);
      return folder;
    }
    return null;
  }
}

/** Null where there is no such package. @throws WorldError where that is no name of one */
function findPackage(disk: Disk, folder: string, name: string): string | null {
  if (!/^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/.test(name)) throw new WorldError('outside', name);
  const path = join(folder, name);
  return lookAt(disk, path, name) === null ? null : path;
}
