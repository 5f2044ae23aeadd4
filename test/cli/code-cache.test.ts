import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listCacheFolders, nameCode, readCode, writeCode } from '../../src/cli/code-cache.ts';

const NAME = 'v20.20.2-linux-x64-1-2-3-4.code';
const CODE = Buffer.from('bytecode '.repeat(1000));
const isRoot = process.geteuid?.() === 0;

let scratch: string;
let folder: string;
let file: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'warraq-code-'));
  folder = join(scratch, '.cache', 'warraq');
  file = join(folder, NAME);
});
afterEach(() => rmSync(scratch, { recursive: true }));

const read = () => readCode([folder], NAME);
const keep = () => writeCode([folder], NAME, CODE);
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('code that is kept', () => {
  test('is given back, from a folder and a file that are closed to others', () => {
    expect(read()).toBeUndefined();
    keep();
    expect(read()?.equals(CODE)).toBe(true);
    expect([modeOf(join(scratch, '.cache')), modeOf(folder), modeOf(file)]).toEqual(['700', '700', '600']);
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['with one bit turned', (bytes) => bytes.fill(bytes[5000]! ^ 1, 5000, 5001)],
    ['cut short', (bytes) => bytes.subarray(0, 4096)],
    ['without its last byte', (bytes) => bytes.subarray(0, -1)],
    ['longer than it was', (bytes) => Buffer.concat([bytes, Buffer.alloc(4)])],
    ['all zeros', (bytes) => bytes.fill(0)],
    ['of a sum alone', (bytes) => bytes.subarray(-4)],
    ['empty', () => Buffer.alloc(0)],
  ])('is not taken %s, and is replaced', (_, damage) => {
    keep();
    writeFileSync(file, damage(readFileSync(file)));
    expect(read()).toBeUndefined();
    keep();
    expect(read()?.equals(CODE)).toBe(true);
  });

  test('is not taken under the name of another Node', () => {
    keep();
    const other = NAME.replace('v20.20.2', 'v20.19.0');
    cpSync(file, join(folder, other));
    expect(readCode([folder], other)).toBeUndefined();
  });

  test('is kept for eight versions: the oldest goes, and what a killed process left', () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let age = 1; age <= 9; age++) {
      const old = join(folder, age === 9 ? '123-19a.part' : `v${age}.code`);
      writeFileSync(old, '');
      utimesSync(old, Date.now() / 1000 - age * 60, Date.now() / 1000 - age * 60);
    }
    keep();
    expect(readdirSync(folder).sort()).toEqual(
      [...[1, 2, 3, 4, 5, 6, 7].map((age) => `v${age}.code`), NAME].sort(),
    );
  });
});

describe('code that somebody else could have written is not taken', () => {
  test.each([0o604, 0o640, 0o602, 0o620])('a file of mode %o', (mode) => {
    keep();
    chmodSync(file, mode);
    expect(read()).toBeUndefined();
  });

  test.each([0o755, 0o770, 0o777, 0o701])('in a folder of mode %o, where none is kept either', (mode) => {
    keep();
    chmodSync(folder, mode);
    expect(read()).toBeUndefined();
    rmSync(file);
    keep();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('through a link: to a file, to a folder', () => {
    keep();
    const elsewhere = join(scratch, 'elsewhere');
    renameSync(file, elsewhere);
    symlinkSync(elsewhere, file);
    expect(read()).toBeUndefined();
    keep();
    expect(read()?.equals(CODE)).toBe(true);
    const moved = join(scratch, 'moved');
    renameSync(folder, moved);
    symlinkSync(moved, folder);
    expect(read()).toBeUndefined();
    rmSync(join(moved, NAME));
    keep();
    expect(readdirSync(moved)).toEqual([]);
  });

  test('a pipe, which nobody waits for; a folder in its place', () => {
    keep();
    rmSync(file);
    execFileSync('mkfifo', ['-m', '600', file]);
    expect(read()).toBeUndefined();
    rmSync(file);
    mkdirSync(file, 0o700);
    expect(read()).toBeUndefined();
    expect(keep).not.toThrow();
    expect(readdirSync(folder)).toEqual([NAME]);
  });

  test.skipIf(!isRoot)('a file or a folder of another user', () => {
    keep();
    chownSync(file, 65534, 65534);
    expect(read()).toBeUndefined();
    chownSync(file, 0, 0);
    expect(read()?.equals(CODE)).toBe(true);
    chownSync(folder, 65534, 65534);
    expect(read()).toBeUndefined();
  });
});

describe('a place that cannot be had', () => {
  test('gives way to the next, and is no fault where there is none', () => {
    writeFileSync(join(scratch, 'file'), '');
    const refused = [
      join(scratch, 'file', 'warraq'),
      '/proc/warraq/code',
      join(scratch, 'a\0b'),
      join(scratch, 'name'.repeat(100)),
      join(scratch, 'none', 'none', 'none'),
    ];
    expect(() => writeCode(refused, NAME, CODE)).not.toThrow();
    expect(readCode(refused, NAME)).toBeUndefined();
    writeCode([...refused, folder], NAME, CODE);
    expect(readCode([...refused, folder], NAME)?.equals(CODE)).toBe(true);
  });
});

describe('code is looked for', () => {
  const besides = '/opt/warraq/dist';

  test.each<[NodeJS.Platform, Record<string, string>, readonly string[]]>([
    ['linux', { XDG_CACHE_HOME: '/cache' }, [`${besides}/.cache`, '/cache/warraq']],
    ['linux', {}, [`${besides}/.cache`, `${homedir()}/.cache/warraq`]],
    ['linux', { XDG_CACHE_HOME: 'cache' }, [`${besides}/.cache`, `${homedir()}/.cache/warraq`]],
    ['darwin', {}, [`${besides}/.cache`, `${homedir()}/Library/Caches/warraq`]],
    ['win32', { LOCALAPPDATA: '/Users/warraq/AppData/Local' }, ['/Users/warraq/AppData/Local/warraq']],
    ['win32', {}, []],
    ['linux', { NODE_DISABLE_COMPILE_CACHE: '1' }, []],
  ])('on %s with %o in %o', (platform, env, folders) => {
    expect(listCacheFolders(besides, env, platform)).toEqual(folders);
  });

  test('under a name that tells programs of one length apart, and builds of one Node', () => {
    const node = { size: 98_000_000, mtimeMs: 1_774_000_000_000.5 };
    const names = [
      nameCode(Buffer.from('one'), node),
      nameCode(Buffer.from('two'), node),
      nameCode(Buffer.from('one'), { ...node, size: 98_000_001 }),
      nameCode(Buffer.from('one'), { ...node, mtimeMs: 1_774_000_001_000 }),
    ];
    expect(new Set(names).size).toBe(4);
    for (const name of names) {
      expect(name.startsWith(`${process.version}-${process.platform}-${process.arch}-`)).toBe(true);
      expect(name).toMatch(/^[\w.-]+$/);
    }
  });
});
