import * as fs from 'node:fs';
import { attempt, lookAt } from '../base/disk.ts';
import { loadPeer } from '../base/load-peer.ts';
import { findInstallation, findRoot, openNodeWorld } from '../base/node-world.ts';
import type { Origin } from '../base/origin.ts';
import { readSourceDate } from '../base/source-date.ts';
import type { World } from '../base/world.ts';
import type { compile } from '../compile.ts';
import type { PdfReader } from '../pdf/verify.ts';
import { CHILD_VARIABLE, type ChildBuild, type ChildEnd, reachedDescriptor, runChild } from './child.ts';
import { openReachedFile } from './reached-file.ts';
import { readStdin } from './read-stdin.ts';
import type { Mailer } from './send-mail.ts';

/** Why standard output did not take what was printed; `closed`: nobody reads it any more. */
type PrintFault = 'closed' | 'full' | 'failed';

/** What a command touches of the outside: the process, its streams, its clock. Tests bring their own. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results: a document, JSON, a dump. */
  print(result: string | Uint8Array): void;
  /** Waits for what was printed. @returns the first thing that went wrong with it */
  printed(): Promise<PrintFault | null>;
  /** Talk: diagnostics, progress, what was written. */
  talk(text: string): void;
  /** Whether somebody reads the talk as it comes. */
  readonly isTerminal: boolean;
  /** @throws WorldError */
  readStdin(): Uint8Array;
  /** Milliseconds from some start. */
  now(): number;
  /** Milliseconds since 1970, or what SOURCE_DATE_EPOCH says: for what is dated when it is made. */
  date(): number;
  /** @throws WorldError where the disk does not say; so do the next two */
  exists(path: string): boolean;
  /** Bytes; 0 of what is no file. */
  sizeOf(path: string): number;
  isFolder(path: string): boolean;
  /** The folder a build of these files (`-` = from here) may read. */
  findRoot(files: readonly string[]): string;
  /** @param given files named on the command line, seen from `root` */
  openWorld(root: string, given?: readonly string[]): World;
  /** Loads the road: it and its libraries cost 300 ms that `--help` need not wait for. */
  loadCompile(): Promise<typeof compile>;
  /** nodemailer, if it is installed: only those who send need it. */
  loadMailer(): Promise<Mailer | null>;
  /** pdf.js, if it is installed: only those who verify need it. */
  loadPdfReader(): Promise<PdfReader | null>;
  /** @throws WorldError */
  version(): string;
  /** Whether another process of this program watches over this one. */
  readonly isChild: boolean;
  /** Told of each block that is begun; null where nobody wants to know. */
  readonly reach: ((origin: Origin) => void) | null;
  /** Runs this program once more, in a process of its own. */
  runChild(build: ChildBuild): Promise<ChildEnd>;
}

export function openHost(): Host {
  // A talk nobody listens to is no reason to stop.
  process.stderr.on('error', () => {});
  // Node answers SIGUSR1 by opening a debugger, to which whoever else works on the machine could connect.
  process.on('SIGUSR1', () => {});
  const reached = reachedDescriptor(process.env);
  return {
    cwd: process.cwd(),
    env: process.env,
    ...openPrinter(process.stdout),
    talk: (text) => void process.stderr.write(text),
    isTerminal:
      process.env['CI'] === undefined &&
      (process.stderr.isTTY === true || process.env[CHILD_VARIABLE] === 'terminal'),
    readStdin,
    now: () => performance.now(),
    date: readDate,
    exists: (path) => lookAt(fs, path) !== null,
    sizeOf,
    isFolder,
    findRoot: (files) => findRoot(process.cwd(), files),
    openWorld: (root, given) => openNodeWorld(root, undefined, given),
    loadCompile: async () => (await import('../compile.ts')).compile,
    loadMailer: () => loadPeer<Mailer>('nodemailer'),
    loadPdfReader: () => loadPeer<PdfReader>('pdfjs-dist/legacy/build/pdf.mjs'),
    version: readVersion,
    isChild: reached !== null,
    reach: reached === null ? null : openReachedFile(reached),
    runChild,
  };
}

function openPrinter(stream: NodeJS.WriteStream): Pick<Host, 'print' | 'printed'> {
  let fault: PrintFault | null = null;
  let last = Promise.resolve();
  const note = (error: unknown) => {
    fault ??= faultOf(error);
  };
  // The callback of the write tells; without a listener the same error would end the process.
  stream.on('error', note);
  return {
    print: (result) => {
      last = new Promise((resolve) => {
        try {
          stream.write(result, (error) => {
            if (error) note(error);
            resolve();
          });
        } catch (error) {
          // A file or device is written at once, and throws (Node 20).
          note(error);
          resolve();
        }
      });
    },
    printed: async () => {
      await last;
      return fault;
    },
  };
}

function faultOf(error: unknown): PrintFault {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return 'closed';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === null) throw error;
  return 'failed';
}

function readDate(): number {
  const seconds = readSourceDate(process.env['SOURCE_DATE_EPOCH']);
  return seconds === null ? Date.now() : seconds * 1000;
}

function sizeOf(path: string): number {
  try {
    const facts = fs.statSync(path);
    return facts.isFile() ? facts.size : 0;
  } catch {
    return 0;
  }
}

/** A name that no disk can have is refused when it is read. @throws WorldError where the disk does not say */
function isFolder(path: string): boolean {
  return !path.includes('\0') && (lookAt(fs, path)?.isDirectory() ?? false);
}

function readVersion(): string {
  const path = `${findInstallation()}/package.json`;
  const manifest: unknown = JSON.parse(attempt('package.json', () => fs.readFileSync(path, 'utf8')));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : '?';
}
