import { readFileSync, statSync } from 'node:fs';
import { loadPeer } from '../base/load-peer.ts';
import { findInstallation, findRoot, openNodeWorld } from '../base/node-world.ts';
import { type World, WorldError } from '../base/world.ts';
import type { compile } from '../compile.ts';
import type { PdfReader } from '../paint/verify.ts';
import type { Mailer } from './send-mail.ts';

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
  /** Milliseconds since 1970, or what SOURCE_DATE_EPOCH says: for what is dated when it is made. */
  date(): number;
  isFolder(path: string): boolean;
  findRoot(file: string): string;
  openWorld(root: string): World;
  /** Loads the road: it and its libraries cost 300 ms that `--help` need not wait for. */
  loadCompile(): Promise<typeof compile>;
  /** nodemailer, if it is installed: only those who send need it. */
  loadMailer(): Promise<Mailer | null>;
  /** pdf.js, if it is installed: only those who verify need it. */
  loadPdfReader(): Promise<PdfReader | null>;
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
    date: readDate,
    isFolder,
    findRoot: (file) => findRoot(process.cwd(), file),
    openWorld: (root) => openNodeWorld(root),
    loadCompile: async () => (await import('../compile.ts')).compile,
    loadMailer: () => loadPeer<Mailer>('nodemailer'),
    loadPdfReader: () => loadPeer<PdfReader>('pdfjs-dist/legacy/build/pdf.mjs'),
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

function readDate(): number {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
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
