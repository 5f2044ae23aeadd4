import type { ByteParts } from './byte-parts.ts';

/**
 * The one door to the disk, the clock and the environment. Nothing else in src/ (but cli/) may reach
 * them; a stage that needs a file is handed a World. Synchronous: a build reads a few dozen files once.
 */
export interface World {
  /**
   * Absolute path of the project: nothing outside it is read, whatever a document asks for. Where it is a home folder
   * or above one, or the top of a file system, neither is what is hidden there (names that begin with a dot) nor what
   * the system keeps in /dev, /proc and /sys.
   */
  readonly root: string;
  /** UTF-8, without a byte order mark. @throws WorldError */
  readText(path: string): string;
  /** @throws WorldError */
  readBytes(path: string): Uint8Array;
  /**
   * Whether there is something of that name in the project: also a link that leads nowhere or out of it, which is an
   * error when it is read. @throws WorldError where the disk does not say
   */
  exists(path: string): boolean;
  /** Names in a folder, sorted by code unit; [] where there is no such folder. @throws WorldError where the disk does not say */
  list(folder: string): readonly string[];
  /** A file that ships with Warraq, such as `templates/briefing/document.hbs`. @throws WorldError */
  readAsset(path: string): Uint8Array;
  listAssets(folder: string): readonly string[];
  /** A file of an npm package, of those Warraq depends on or of the project's `node_modules`. @throws WorldError */
  readPackage(name: string, file: string): Uint8Array;
  /**
   * Writes beside the target, then renames over it: the target is the old file or the new one. `path` comes from
   * the user's own hand (command line, caller of the API) and never from a document, so it may lie anywhere; but no
   * file that was read is written over, by whatever name it is reached.
   * @returns whether it belongs to whom the old file belonged to
   * @throws WorldError
   */
  write(path: string, bytes: ByteParts): boolean;
  /** An environment variable that may change the output, such as SOURCE_DATE_EPOCH. */
  env(name: 'SOURCE_DATE_EPOCH'): string | undefined;
}

export type WorldFault =
  | 'missing'
  | 'outside'
  | 'hidden'
  | 'folder'
  | 'not-a-file'
  | 'too-large'
  | 'not-utf8'
  | 'denied'
  | 'full'
  | 'was-read'
  | 'failed';

export class WorldError extends Error {
  readonly fault: WorldFault;
  /** As the caller gave it. */
  readonly path: string;
  constructor(fault: WorldFault, path: string, cause?: unknown) {
    super(`${fault}: ${path}`, { cause });
    this.fault = fault;
    this.path = path;
  }
}
