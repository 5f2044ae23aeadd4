import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { crc32 } from 'node:zlib';

/**
 * The code V8 has compiled for the bundled program, kept from one run to the next: to compile it costs a
 * fifth of the time of a one-page document.
 *
 * V8 runs such code as it finds it: bytes that it did not write itself crash the process, or do whatever
 * their author likes. So it is kept only in a folder that nobody but the user can enter; a file is read only if it
 * is the user's own, whole, and made by this very Node from this very program. It is a help and no more:
 * whatever the disk says against it, the program is compiled anew.
 */

/** Files kept in one folder, of about 2.5 MB: for some versions of Node and of Warraq side by side. */
const MOST_FILES = 8;
const SUM_BYTES = 4;
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;
const OTHERS = 0o077;

interface CodeCache {
  /** @returns undefined where none is kept that may be trusted */
  read(): Buffer | undefined;
  write(code: Uint8Array): void;
}

/** The cache for a program, in the folder the program is in and in the user's own. */
export function openCodeCache(program: Uint8Array, besides: string): CodeCache {
  const node = unlessRefused(() => statSync(process.execPath));
  // Without a file of its own, Node cannot be told from another.
  if (node === undefined) return { read: () => undefined, write: () => {} };
  const name = nameCode(program, node);
  const folders = listCacheFolders(besides);
  return { read: () => readCode(folders, name), write: (code) => writeCode(folders, name, code) };
}

/**
 * The name of the file for a program, equal only where its code can be run. V8 itself compares its own version
 * (the same in 20.19.0 and 20.20.2, which crash on each other's code), its flags, and of the program the length.
 * A distribution may build one version of Node twice: the executable tells.
 */
export function nameCode(program: Uint8Array, node: Pick<Stats, 'size' | 'mtimeMs'>): string {
  const numbers = [cachedDataVersionTag(), node.size, Math.trunc(node.mtimeMs), crc32(program)];
  const hex = numbers.map((number) => number.toString(16));
  return `${[process.version, process.platform, process.arch, ...hex].join('-')}.code`;
}

/** Where code may be kept: beside the program, else in the user's cache folder. The folders need not exist. */
export function listCacheFolders(
  besides: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  if (env['NODE_DISABLE_COMPILE_CACHE'] === '1') return [];
  const base = findUserCache(env, platform);
  const own = base === null ? [] : [join(base, 'warraq')];
  // Windows has no owner that Node could ask for; a profile is closed to others there.
  return platform === 'win32' ? own : [join(besides, '.cache'), ...own];
}

/** The XDG base directory specification wants a relative path ignored. */
function findUserCache(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | null {
  const named = env[platform === 'win32' ? 'LOCALAPPDATA' : 'XDG_CACHE_HOME'] ?? '';
  if (isAbsolute(named)) return named;
  const home = findHome();
  if (home === null || platform === 'win32') return null;
  return platform === 'darwin' ? join(home, 'Library', 'Caches') : join(home, '.cache');
}

/** A user without an entry in the system's list, as in a container, may have none. */
function findHome(): string | null {
  const home = unlessRefused(homedir) ?? '';
  return isAbsolute(home) ? home : null;
}

/** @returns undefined where there is none that may be trusted */
export function readCode(folders: readonly string[], name: string): Buffer | undefined {
  for (const folder of folders) {
    const bytes = unlessRefused(() => (isPrivate(lstatSync(folder)) ? readOwn(join(folder, name)) : null));
    if (!bytes || bytes.length <= SUM_BYTES) continue;
    const code = bytes.subarray(0, -SUM_BYTES);
    if (bytes.readUInt32LE(code.length) === sumOf(code, name)) return code;
  }
  return undefined;
}

/** Asks the open file, not its name, whose it is: it could be exchanged in between. */
function readOwn(path: string): Buffer | null {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = fstatSync(file);
    return facts.isFile() && isPrivate(facts) ? readFileSync(file) : null;
  } finally {
    closeSync(file);
  }
}

/** Keeps code in the first folder that takes it; of two processes the later one wins, as a whole. */
export function writeCode(folders: readonly string[], name: string, code: Uint8Array): void {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(sumOf(code, name));
  const bytes = Buffer.concat([code, sum]);
  folders.some((folder) => unlessRefused(() => writeInto(folder, name, bytes)) === true);
}

function writeInto(folder: string, name: string, bytes: Uint8Array): boolean {
  makePrivateFolder(folder);
  if (!isPrivate(lstatSync(folder))) return false;
  const part = join(folder, `${process.pid}-${Date.now().toString(16)}.part`);
  try {
    writeFileSync(part, bytes, { flag: 'wx', mode: PRIVATE_FILE });
    renameSync(part, join(folder, name));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  removeOldest(folder);
  return true;
}

/** Not mkdir's own `recursive`: on Node 20 that never returns where the system refuses, as it does in /proc. */
function makePrivateFolder(folder: string): void {
  for (const path of [dirname(folder), folder]) {
    if (statSync(path, { throwIfNoEntry: false })) continue;
    unlessRefused(() => mkdirSync(path, PRIVATE_FOLDER));
  }
}

/** Code of other versions, and parts that a killed process left behind. */
function removeOldest(folder: string): void {
  const ages = readdirSync(folder)
    .map((file) => ({ path: join(folder, file), made: lstatSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { path } of ages.slice(MOST_FILES)) rmSync(path, { force: true });
}

/** Whether it is the user's own and nobody else may even look at it. Where there are no users all is. */
function isPrivate({ uid, mode }: Stats): boolean {
  const user = process.geteuid?.();
  return user === undefined || (uid === user && (mode & OTHERS) === 0);
}

/** A sum of the code and of what it is for. It finds damage; against malice stand the owners. */
function sumOf(code: Uint8Array, name: string): number {
  return crc32(code, crc32(name));
}

/** Runs a call to the system; undefined where that refuses, for whatever reason. */
function unlessRefused<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
