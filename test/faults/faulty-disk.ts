import { createRequire, syncBuiltinESMExports } from 'node:module';

/**
 * Every function of node:fs, sync or not, is watched, by whatever name or module it is called; any one call can be made
 * to fail. Nothing the program does with a disk can be missed so: a function without a row in ANSWERS is told of.
 */

const fs: Record<string, unknown> = createRequire(import.meta.url)('node:fs');

const LOOKING = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ENOMEM', 'EIO', 'ESTALE'];
const OPENING = [
  ...LOOKING,
  'EMFILE',
  'ENFILE',
  'ENXIO',
  'ENODEV',
  'EISDIR',
  'EROFS',
  'ETXTBSY',
  'EBUSY',
  'EINTR',
];
const MAKING = ['EEXIST', 'ENOSPC', 'EDQUOT'];
const READING = ['EIO', 'EISDIR', 'EAGAIN', 'EINTR', 'ESTALE', 'ENOMEM', 'EBADF'];

/**
 * What each call can answer, by the manual pages of Linux and POSIX; `less` = a part of what was asked for, `nothing` =
 * no byte of it.
 */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  openSync: OPENING,
  'openSync to write': [...OPENING, ...MAKING],
  closeSync: ['EIO', 'EINTR', 'ENOSPC', 'EDQUOT', 'EBADF'],
  fstatSync: ['EIO', 'ESTALE', 'ENOMEM', 'EBADF', 'EOVERFLOW'],
  statSync: [...LOOKING, 'EOVERFLOW'],
  lstatSync: [...LOOKING, 'EOVERFLOW'],
  realpathSync: LOOKING,
  readSync: [...READING, 'less', 'nothing'],
  readdirSync: [...LOOKING, 'EMFILE', 'ENFILE'],
  readFileSync: [...new Set([...OPENING, ...READING])],
  writeSync: [
    'EIO',
    'ENOSPC',
    'EDQUOT',
    'EFBIG',
    'EROFS',
    'EPERM',
    'EAGAIN',
    'EINTR',
    'ESTALE',
    'less',
    'nothing',
  ],
  fsyncSync: ['EIO', 'ENOSPC', 'EDQUOT', 'EROFS', 'EINVAL'],
  fchmodSync: ['EPERM', 'EIO', 'EROFS'],
  fchownSync: ['EPERM', 'EIO', 'EROFS', 'EDQUOT'],
  mkdirSync: [...LOOKING, ...MAKING, 'EROFS', 'EMLINK'],
  renameSync: [...LOOKING, 'EBUSY', 'EXDEV', 'ENOSPC', 'EDQUOT', 'EROFS', 'EISDIR', 'ENOTEMPTY', 'EMLINK'],
  unlinkSync: ['EACCES', 'EPERM', 'EBUSY', 'ENOENT', 'EROFS', 'EIO', 'ESTALE'],
};

export interface Call {
  /** As in ANSWERS. */
  readonly name: string;
  /** Of an open file where it is given by its number. */
  readonly path: string;
}

/** What the call of this number, from 0, answers instead of what it would. */
export interface Fault {
  readonly at: number;
  readonly answer: string;
  /** Whether the same answer is given to every later call of that name too. */
  readonly lasts: boolean;
}

interface Watch {
  readonly calls: Call[];
  readonly fault: Fault | null;
  readonly files: Map<number, string>;
}

let watch: Watch | null = null;

/** @returns what the call can answer; undefined where nobody has said */
export function answersOf({ name }: Call): readonly string[] | undefined {
  return ANSWERS[name];
}

/** Runs with one fault, or none. */
export async function withFault<T>(
  fault: Fault | null,
  run: () => Promise<T>,
): Promise<{ readonly value: T; readonly calls: readonly Call[] }> {
  const calls: Call[] = [];
  watch = { calls, fault, files: new Map() };
  try {
    return { value: await run(), calls };
  } finally {
    watch = null;
  }
}

export function watchDisk(): () => void {
  const promises = fs['promises'] as Record<string, unknown>;
  // Names that begin with a capital are classes.
  const callsOf = (module: object) =>
    Object.entries(module).filter(([name, call]) => typeof call === 'function' && /^[a-z]/.test(name));
  const originals = Object.fromEntries(callsOf(fs));
  const ofPromises = Object.fromEntries(callsOf(promises));
  for (const [name, call] of Object.entries(originals)) fs[name] = watched(name, call);
  for (const [name, call] of Object.entries(ofPromises)) promises[name] = watched(`promises.${name}`, call);
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, originals);
    Object.assign(promises, ofPromises);
    syncBuiltinESMExports();
  };
}

type AnyCall = (...args: unknown[]) => unknown;

function watched(name: string, call: AnyCall): AnyCall {
  const run = function (this: unknown, ...args: unknown[]) {
    if (watch === null) return call.apply(this, args);
    const { calls, fault, files } = watch;
    const [first] = args;
    const noted = {
      name:
        name === 'openSync' && typeof args[1] === 'string' && args[1] !== 'r' ? 'openSync to write' : name,
      path: typeof first === 'number' ? (files.get(first) ?? String(first)) : String(first),
    };
    const at = calls.push(noted) - 1;
    const asked = fault && calls[fault.at];
    const isMeant =
      fault && (at === fault.at || (fault.lasts && at > fault.at && asked?.name === noted.name));
    if (!isMeant) {
      const result = call.apply(this, args);
      if (name === 'openSync') files.set(result as number, noted.path);
      return result;
    }
    return answer(fault.answer, noted.name, call, args);
  };
  // realpathSync.native and the like
  return Object.assign(run, call);
}

function answer(code: string, name: string, call: AnyCall, args: unknown[]): unknown {
  if (code === 'less' || code === 'nothing') {
    const [file, bytes, from, length, place] = args as [
      number,
      Uint8Array,
      number,
      number,
      number | undefined,
    ];
    const part = code === 'nothing' ? 0 : Math.ceil(length / 2);
    return part === 0 ? 0 : call(file, bytes, from, part, ...(place === undefined ? [] : [place]));
  }
  // Of a failed close the file is closed all the same, on Linux.
  if (name === 'closeSync') call(...args);
  throw Object.assign(new Error(`${code}: made to fail, ${name}`), { code, syscall: name });
}
