import { randomBytes } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ByteParts } from './byte-parts.ts';
import { attempt, codeOf, type Disk, identityOf, lookAt, unlessNothing } from './disk.ts';
import { WorldError } from './world.ts';

/** `.warraq-<random>-<target>.part`: nobody can know it before, and put something else in its place. */
const partPattern = /^\.warraq-[0-9a-f]+-.*\.part$/;

/** Milliseconds. A part is there while its bytes are written, which takes seconds. */
const STALE = 10 * 60 * 1000;

/**
 * Writes beside the target, then renames over it: of two that write at once both are whole, and the last one stays.
 * Mode, owner and group of the old file are kept, as far as the user may give a file away.
 *
 * @param wasRead whether the file of that identity (disk.ts) has gone into what is written
 * @returns whether they could be kept
 * @throws WorldError
 */
export function writeWhole(
  disk: Disk,
  path: string,
  bytes: ByteParts,
  wasRead: (identity: string) => boolean,
): boolean {
  const { target, old } = settleTarget(disk, path);
  if (old !== null && wasRead(identityOf(old))) throw new WorldError('was-read', path);
  const folder = dirname(target);
  attempt(path, () => makeFolder(disk, folder));
  // 50 characters keep a name, of up to 3 bytes each, inside the usual 255 bytes.
  const name = `.warraq-${randomBytes(8).toString('hex')}-${basename(target).slice(0, 50)}.part`;
  const part = join(folder, name);
  const file = attempt(path, () => disk.openSync(part, isShutIn() ? SYNCHRONOUS : 'wx', modeAtFirst(old)));
  try {
    const isKept = attempt(path, () => writeThrough(disk, file, bytes, old));
    attempt(path, () => removeStaleParts(disk, folder, part));
    attempt(path, () => disk.renameSync(part, target));
    return isKept;
  } catch (error) {
    removeQuietly(disk, part);
    throw error;
  }
}

/** Not mkdir's own `recursive`: on Node 20 that never returns where the system refuses, as it does in /proc. */
function makeFolder(disk: Disk, folder: string): void {
  if (lookAt(disk, folder) !== null) return;
  if (dirname(folder) !== folder) makeFolder(disk, dirname(folder));
  try {
    disk.mkdirSync(folder);
  } catch (error) {
    // Another process may have made it in between.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

interface Target {
  readonly target: string;
  /** Null where there is no such file yet. */
  readonly old: BigIntStats | null;
}

/** A link is written through, not replaced; a device or a folder is refused. */
function settleTarget(disk: Disk, path: string): Target {
  if (path === '' || path.includes('\0')) throw new WorldError('not-a-file', path);
  const target = resolve(path);
  const old = unlessNothing(path, () => disk.statSync(target, { bigint: true }));
  if (old === null) return { target, old };
  if (!old.isFile()) throw new WorldError(old.isDirectory() ? 'folder' : 'not-a-file', path);
  return { target: attempt(path, () => disk.realpathSync(target)), old };
}

/** On the disk before the rename: else a power cut can leave the new name on an empty file. */
function writeThrough(disk: Disk, file: number, bytes: ByteParts, old: BigIntStats | null): boolean {
  try {
    const isKept = old === null || (isShutIn() ? isOf(disk, file, old) : takeAfter(disk, file, old));
    for (const part of bytes) writePart(disk, file, part);
    if (!isShutIn()) disk.fsyncSync(file);
    return isKept;
  } finally {
    disk.closeSync(file);
  }
}

function writePart(disk: Disk, file: number, part: Uint8Array): void {
  for (let done = 0; done < part.length; ) {
    const count = disk.writeSync(file, part, done, part.length - done);
    // POSIX lets a disk take nothing and say no more; asked again and again it would take nothing for ever.
    if (count === 0) throw new Error('the disk takes nothing');
    done += count;
  }
}

/**
 * Nobody but us reads a file before it is as the old one was. Under Node's permission model no mode can be set later: there
 * it is that of the old one from the start, and the owner is whoever builds.
 */
function modeAtFirst(old: BigIntStats | null): number {
  if (old === null) return 0o666;
  return isShutIn() ? Number(old.mode) & 0o777 : 0o600;
}

/** As `wx`, and each write goes through to the disk. */
const SYNCHRONOUS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_SYNC ?? 0);

/** Under Node's permission model, which has no calls that change or flush an open file. */
const isShutIn = () => 'permission' in process && process.permission !== undefined;

/** Owner first: to give a file away takes from its mode. @returns whether owner and group are the old ones */
function takeAfter(disk: Disk, file: number, old: BigIntStats): boolean {
  const [owner, group] = [Number(old.uid), Number(old.gid)];
  const own = disk.fstatSync(file);
  const isKept = isOf(disk, file, old) || giveTo(disk, file, owner, group);
  // At least the group, so that they who could read it still can.
  if (!isKept) giveTo(disk, file, own.uid, group);
  disk.fchmodSync(file, Number(old.mode) & 0o777);
  return isKept;
}

/** Whether a file has the owner and the group of another. */
function isOf(disk: Disk, file: number, { uid, gid }: BigIntStats): boolean {
  const own = disk.fstatSync(file);
  return own.uid === Number(uid) && own.gid === Number(gid);
}

/** Only the administrator gives files away, and others only to groups of theirs: false where they may not. */
function giveTo(disk: Disk, file: number, owner: number, group: number): boolean {
  try {
    disk.fchownSync(file, owner, group);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
    return false;
  }
}

/** What a killed process left behind. Its age alone tells: a process of another container has a number of another kind. */
function removeStaleParts(disk: Disk, folder: string, part: string): void {
  const now = disk.lstatSync(part).mtimeMs;
  for (const name of disk.readdirSync(folder)) {
    if (!partPattern.test(name)) continue;
    const other = join(folder, name);
    if (now - writtenAt(disk, other, now) > STALE) removeQuietly(disk, other);
  }
}

/** When it was written last; `now` where it is gone meanwhile. */
function writtenAt(disk: Disk, path: string, now: number): number {
  try {
    return disk.lstatSync(path).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return now;
    throw error;
  }
}

/** For rubbish only: that it cannot be removed must not hide why it had to be. */
function removeQuietly(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch {
    // Already gone, or the folder is no longer ours to change: the next write tries again.
  }
}
