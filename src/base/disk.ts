import type * as fs from 'node:fs';
import { WorldError, type WorldFault } from './world.ts';

/** The calls to the file system, in one seam so that tests can make each of them fail. */
export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'existsSync'
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

/** The code of a system's error; '' where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
