import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, unlinkSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Origin } from '../base/origin.ts';
import { readReached } from './reached-file.ts';
import type { BuildLimits } from './read-limits.ts';

/** A build in a process of its own, which can be ended. */
export interface ChildBuild {
  readonly args: readonly string[];
  /** Options of Node. */
  readonly flags: readonly string[];
  readonly limits: BuildLimits;
  /** Whether somebody reads what the child says as it comes. */
  readonly isTerminal: boolean;
}

/** How it ended: by itself with an exit code, or by what it took too much of, at the last block that it began. */
export type ChildEnd =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'time' | 'memory'; readonly at: Origin | null };

/** Tells a child that it is one, and whether a terminal reads it. */
export const CHILD_VARIABLE = 'WARRAQ_CHILD';

/** The file descriptor of a child at which it leaves where it is. */
const REACHED = 3;

/** Milliseconds between two looks at a child's memory, in which it can take some 100 MB. */
const LOOK = 50;

/** What V8 begins its last words with. Its stack and its paths are for nobody. */
const LAST_WORDS = /\n?<--- Last few GCs|\n?FATAL ERROR:/;

/** Runs this same program again. Its input and output are ours, what it says goes through us. */
export async function runChild({ args, flags, limits, isTerminal }: ChildBuild): Promise<ChildEnd> {
  const reached = openReached();
  const heap =
    limits.memory === null ? [] : [`--max-old-space-size=${Math.ceil(limits.memory / 1024 / 1024)}`];
  const child = spawn(
    process.execPath,
    [...process.execArgv, ...heap, ...flags, process.argv[1] ?? '', ...args],
    {
      stdio: ['inherit', 'inherit', 'pipe', reached],
      env: { ...process.env, [CHILD_VARIABLE]: isTerminal ? 'terminal' : 'plain' },
    },
  );
  let ended: 'time' | 'memory' | null = null;
  const end = (kind: 'time' | 'memory') => {
    ended ??= kind;
    child.kill('SIGKILL');
  };
  child.stderr?.on('data', (data: Buffer) => {
    const words = data.toString('utf8');
    const last = words.search(LAST_WORDS);
    if (last >= 0) ended ??= 'memory';
    if (ended === null) process.stderr.write(data);
    else if (last > 0) process.stderr.write(words.slice(0, last));
  });
  const timers = [
    limits.time === null ? undefined : setTimeout(() => end('time'), limits.time),
    setInterval(() => {
      if (limits.memory !== null && memoryOf(child.pid) > limits.memory) end('memory');
    }, LOOK),
  ];
  const stop = passSignals((signal) => child.kill(signal));
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (...how) => resolve(how));
    });
    // What the system ends without being asked is ended for want of memory.
    const kind = ended ?? (signal === 'SIGKILL' ? 'memory' : null);
    if (kind !== null) return { kind, at: readReached(reached) };
    return { kind: 'exit', code: code ?? SIGNALLED + (signal === null ? 0 : constants.signals[signal]) };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    stop();
    closeSync(reached);
  }
}

/** As shells say that a signal has ended a process. */
const SIGNALLED = 128;

/** A file without a name, which the child writes to where it is: nobody reads it unless the child is ended. */
function openReached(): number {
  const path = join(tmpdir(), `warraq-${randomBytes(8).toString('hex')}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}

/** Resident bytes; 0 where the system does not tell (all but Linux): there the heap alone is limited. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** A child is ended with us. SIGINT reaches both by the terminal. @returns ends the listening */
function passSignals(pass: (signal: NodeJS.Signals) => void): () => void {
  const signals: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGHUP', 'SIGINT'];
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
}

/** For the child: where it leaves the block it begins; null in a process that is none. */
export const reachedDescriptor = (env: NodeJS.ProcessEnv): number | null =>
  env[CHILD_VARIABLE] === undefined ? null : REACHED;
