import type * as fs from 'node:fs';
import type { Stats } from 'node:fs';
import { WorldError, type WorldFault } from './world.ts';

/** The calls to the file system, in one seam so that tests can make each of them fail. */
export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readSync'
  | 'realpathSync'
  | 'renameSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeSync'
>;

/** What tells a file from every other, by whatever name it is reached. */
export function identityOf({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string {
  return `${dev}:${ino}`;
}

const faults: Readonly<Record<string, WorldFault>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  // of Node's permission model
  ERR_ACCESS_DENIED: 'denied',
  EISDIR: 'folder',
  ENXIO: 'not-a-file',
  EEXIST: 'not-a-file',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

/** Runs a call to the disk and turns what it throws into a WorldError about `shown`. */
export function attempt<T>(shown: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof WorldError) throw error;
    throw new WorldError(faults[codeOf(error)] ?? 'failed', shown, error);
  }
}

/**
 * Whether a call has found that there is nothing of that name, which is an answer. All else (no permission, a disk that
 * fails, too many open files) is none: what lies there must not be passed over as if it were not.
 */
export function isNothing(error: unknown): boolean {
  const code = codeOf(error instanceof WorldError ? error.cause : error);
  // the last is Node's permission model, which lets nobody ask what there is outside
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_ACCESS_DENIED';
}

/** What lies there, null where nothing does. @throws WorldError where the disk does not say */
export function lookAt(disk: Pick<Disk, 'statSync'>, path: string, shown = path): Stats | null {
  return unlessNothing(shown, () => disk.statSync(path));
}

/** What a call about a name answers, null where there is nothing of that name. @throws WorldError for all other faults */
export function unlessNothing<T>(shown: string, call: () => T): T | null {
  try {
    return attempt(shown, call);
  } catch (error) {
    if (isNothing(error)) return null;
    throw error;
  }
}

/** The code of a system's error; '' where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
