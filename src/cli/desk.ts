import { readFileSync, statSync } from 'node:fs';
import { findInstallation, findRoot, openNodeWorld } from '../base/node-world.ts';
import { type World, WorldError } from '../base/world.ts';
import type { compile } from '../compile.ts';

/** What a command touches of the outside: the process, its streams, its clock. Tests bring their own. */
export interface Desk {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results: a document, JSON, a dump. */
  print(result: string | Uint8Array): void;
  /** Talk: diagnostics, progress, what was written. */
  talk(text: string): void;
  /** Whether somebody reads the talk as it comes. */
  readonly isTerminal: boolean;
  /** @throws WorldError */
  readStdin(): Uint8Array;
  /** Milliseconds from some start. */
  now(): number;
  isFolder(path: string): boolean;
  findRoot(file: string): string;
  openWorld(root: string): World;
  /** Loads the road: it and its libraries cost 300 ms that `--help` need not wait for. */
  loadCompile(): Promise<typeof compile>;
  version(): string;
}

export function openDesk(): Desk {
  leaveQuietlyWhenNobodyReads();
  return {
    cwd: process.cwd(),
    env: process.env,
    print: (result) => void process.stdout.write(result),
    talk: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true && process.env['CI'] === undefined,
    readStdin,
    now: () => performance.now(),
    isFolder,
    findRoot: (file) => findRoot(process.cwd(), file),
    openWorld: (root) => openNodeWorld(root),
    loadCompile: async () => (await import('../compile.ts')).compile,
    version: readVersion,
  };
}

/** `warraq … | head` closes the pipe early, which is no failure of ours. */
function leaveQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function readStdin(): Uint8Array {
  try {
    return readFileSync(0);
  } catch (cause) {
    throw new WorldError('failed', '-', cause);
  }
}

/** What cannot even be looked at is taken for a file, and reported when it is read. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(`${findInstallation()}/package.json`, 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : '?';
}
