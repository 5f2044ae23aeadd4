import { execFile, execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Disk } from '../../src/base/disk.ts';
import { findRoot, openNodeWorld } from '../../src/base/node-world.ts';
import { WorldError } from '../../src/base/world.ts';
import { cpuTime } from '../cpu-time.ts';

let folder = '';
let root = '';

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'warraq-world-'));
  root = join(folder, 'project');
  fs.mkdirSync(join(root, 'content'), { recursive: true });
  fs.writeFileSync(join(root, 'content/نص.md'), '\uFEFF# كتاب\n');
  fs.writeFileSync(join(folder, 'secret.txt'), 'canary');
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

function faultOf(action: () => unknown): string {
  try {
    action();
    return 'none';
  } catch (error) {
    if (error instanceof WorldError) return error.fault;
    throw error;
  }
}

describe('reading', () => {
  test('reads UTF-8 without its byte order mark', () => {
    expect(openNodeWorld(root).readText('content/نص.md')).toBe('# كتاب\n');
    expect(openNodeWorld(root).readText('./content/../content/نص.md')).toBe('# كتاب\n');
    expect(openNodeWorld(root).readText(join(root, 'content/نص.md'))).toBe('# كتاب\n');
  });

  const traversals = [
    '../secret.txt',
    '../../secret.txt',
    'content/../../secret.txt',
    'content/./../../secret.txt',
    './../secret.txt',
    '../project/../secret.txt',
    '../project-other/x',
    '/etc/passwd',
    '//etc/passwd',
    '///etc/passwd',
    '/proc/self/environ',
    '/dev/zero',
    '/',
    '..',
    '../',
    '',
    '..\\secret.txt',
    'content\\..\\..\\secret.txt',
    '\\\\host\\share\\x',
    '//host/share/x',
    'C:\\Windows\\win.ini',
    'C:/Windows/win.ini',
    'c:secret.txt',
    '\0',
    'content/نص.md\0.png',
    '../secret.txt\0',
    '%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '%2e%2e%2fsecret.txt',
    '..%252fsecret.txt',
    '%c0%ae%c0%ae/secret.txt',
    '．．/secret.txt',
    '..／secret.txt',
    '.. /secret.txt',
    '..;/secret.txt',
    '....//secret.txt',
    'file:../secret.txt',
    'file:///etc/passwd',
    'file://localhost/etc/passwd',
    'http://127.0.0.1/',
    'link-out/secret.txt',
    'link-file',
    'link-chain',
    '~/secret.txt',
    '$HOME/secret.txt',
    `${'../'.repeat(40)}etc/passwd`,
    `${'a/'.repeat(300)}${'../'.repeat(302)}secret.txt`,
  ];

  test.each(traversals)('nothing outside the root is read by %j', (path) => {
    fs.symlinkSync(folder, join(root, 'link-out'));
    fs.symlinkSync(join(folder, 'secret.txt'), join(root, 'link-file'));
    fs.symlinkSync('link-file', join(root, 'link-chain'));
    const world = openNodeWorld(root);
    expect(['outside', 'missing', 'folder', 'hidden']).toContain(faultOf(() => world.readText(path)));
    expect(['outside', 'missing', 'folder', 'hidden']).toContain(faultOf(() => world.readBytes(path)));
    expect(['outside', 'missing', 'folder']).toContain(faultOf(() => world.readAsset(`templates/${path}`)));
    expect(['outside', 'missing', 'folder']).toContain(faultOf(() => world.readPackage('yaml', `${path}`)));
  });

  test('packages are found by name, and a name is not a path', () => {
    const world = openNodeWorld(root);
    expect(world.readPackage('yaml', 'package.json').length).toBeGreaterThan(100);
    for (const name of ['../yaml', '/etc', 'yaml/..', '.', '..', '@a/../b', 'no-such-package-here']) {
      expect(['outside', 'missing']).toContain(faultOf(() => world.readPackage(name, 'package.json')));
    }
  });

  test('folders, FIFOs and links to devices are refused at once', async () => {
    execFileSync('mkfifo', [join(root, 'pipe')]);
    fs.symlinkSync('/dev/zero', join(root, 'zero'));
    const world = openNodeWorld(root);
    // To open the pipe would take for ever, to read the device all memory.
    const ms = await cpuTime(() => {
      expect(faultOf(() => world.readBytes('pipe'))).toBe('not-a-file');
      expect(faultOf(() => world.readBytes('content'))).toBe('folder');
      expect(faultOf(() => world.readBytes('zero'))).toBe('outside');
    });
    expect(ms).toBeLessThan(100);
  });

  test('a file over 64 MB is refused before it is read', () => {
    fs.truncateSync(join(root, 'content/نص.md'), 64 * 1024 * 1024 + 1);
    expect(faultOf(() => openNodeWorld(root).readBytes('content/نص.md'))).toBe('too-large');
  });

  test('Windows-1256 is told from UTF-8', () => {
    fs.writeFileSync(join(root, 'old.md'), Uint8Array.of(0xda, 0xe4, 0xe6, 0xc7, 0xe4));
    expect(faultOf(() => openNodeWorld(root).readText('old.md'))).toBe('not-utf8');
  });

  test('lists by code unit, and nothing for what is not a folder', () => {
    for (const name of ['ب.md', 'ا.md', 'B', 'a']) fs.writeFileSync(join(root, name), '');
    expect(openNodeWorld(root).list('.')).toEqual(['B', 'a', 'content', 'ا.md', 'ب.md']);
    expect(openNodeWorld(root).list('..')).toEqual([]);
    expect(openNodeWorld(root).list('a')).toEqual([]);
    expect(openNodeWorld(root).exists('../secret.txt')).toBe(false);
  });
});

describe('writing', () => {
  const text = (path: string) => fs.readFileSync(path, 'utf8');
  const bytes = new TextEncoder().encode('جديد');

  test('makes the folder, writes the whole, leaves nothing beside it', () => {
    const target = join(root, 'output/sub/كتاب.pdf');
    openNodeWorld(root).write(target, [bytes]);
    expect(text(target)).toBe('جديد');
    expect(fs.readdirSync(join(root, 'output/sub'))).toEqual(['كتاب.pdf']);
  });

  test('a link is written through, a folder is refused', () => {
    const real = join(root, 'real.pdf');
    fs.writeFileSync(real, 'قديم');
    fs.symlinkSync('real.pdf', join(root, 'link.pdf'));
    openNodeWorld(root).write(join(root, 'link.pdf'), [bytes]);
    expect(text(real)).toBe('جديد');
    expect(fs.lstatSync(join(root, 'link.pdf')).isSymbolicLink()).toBe(true);
    expect(faultOf(() => openNodeWorld(root).write(join(root, 'content'), [bytes]))).toBe('folder');
    expect(faultOf(() => openNodeWorld(root).write(join(real, 'x.pdf'), [bytes]))).not.toBe('none');
  });

  test('what a killed build left is removed by its age, whoever had its number', () => {
    const [old, young] = ['.warraq-4711-a.pdf.part', '.warraq-0123456789abcdef-b.pdf.part'];
    for (const name of [old, young, 'mine.part']) fs.writeFileSync(join(root, name), 'half');
    const hourAgo = Date.now() / 1000 - 3600;
    for (const name of [old, 'mine.part']) fs.utimesSync(join(root, name), hourAgo, hourAgo);
    openNodeWorld(root).write(join(root, 'a.pdf'), [bytes]);
    expect(fs.readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([young, 'mine.part']);
  });

  test('the file beside the target is new, has a name nobody knows, and follows no link', () => {
    const names: string[] = [];
    const disk = {
      ...fs,
      openSync: (path: string, flags: string, mode: number) => {
        names.push(path);
        expect(flags).toBe('wx');
        return fs.openSync(path, flags, mode);
      },
    } as unknown as Disk;
    for (const _ of [1, 2]) openNodeWorld(root, disk).write(join(root, '長'.repeat(80)), [bytes]);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/\/\.warraq-[0-9a-f]{16}-長+\.part$/);
  });

  test.each([0o600, 0o640, 0o444])('mode %o, owner and group of the old file are kept', (mode) => {
    const target = join(root, 'a.pdf');
    fs.writeFileSync(target, 'قديم');
    if (process.getuid?.() === 0) fs.chownSync(target, 12345, 23456);
    fs.chmodSync(target, mode);
    const { uid, gid } = fs.statSync(target);
    openNodeWorld(root).write(target, [bytes]);
    expect(text(target)).toBe('جديد');
    const now = fs.statSync(target);
    expect([now.mode & 0o777, now.uid, now.gid]).toEqual([mode, uid, gid]);
  });

  test('who may not give files away writes all the same, and gives the group at least', () => {
    const target = join(root, 'a.pdf');
    fs.writeFileSync(target, 'قديم', { mode: 0o640 });
    const given: number[][] = [];
    const disk = {
      ...fs,
      statSync: (path: string, options: { bigint: true }) =>
        Object.assign(fs.statSync(path, options), path === target ? { uid: 4n, gid: 7n } : {}),
      fchownSync: (_: number, uid: number, gid: number) => {
        given.push([uid, gid]);
        if (uid === 4) throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      },
    } as unknown as Disk;
    openNodeWorld(root, disk).write(target, [bytes]);
    expect(text(target)).toBe('جديد');
    expect(given).toEqual([
      [4, 7],
      [fs.statSync(target).uid, 7],
    ]);
  });

  test('nothing that was read is written over, whatever it is called', () => {
    const source = join(root, 'content/نص.md');
    fs.linkSync(source, join(root, 'hard.pdf'));
    fs.symlinkSync('content/نص.md', join(root, 'soft.pdf'));
    fs.symlinkSync('content', join(root, 'folder'));
    const names = [
      source,
      join(root, 'hard.pdf'),
      join(root, 'soft.pdf'),
      join(root, 'folder/نص.md'),
      join(root, 'x/../content/./نص.md'),
    ];
    const world = openNodeWorld(root);
    world.readText('content/نص.md');
    for (const name of names)
      expect(
        faultOf(() => world.write(name, [bytes])),
        name,
      ).toBe('was-read');
    expect(text(source)).toContain('# كتاب');
    expect(fs.readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
    // what another build has read is not its business, nor what was only looked at
    expect(faultOf(() => openNodeWorld(root).write(join(root, 'hard.pdf'), [bytes]))).toBe('none');
    expect(text(source)).toContain('# كتاب');
  });

  test('nor is what Warraq itself is made of', () => {
    const world = openNodeWorld(root);
    world.readAsset('templates/book/theme.yaml');
    const theme = fileURLToPath(new URL('../../templates/book/theme.yaml', import.meta.url));
    expect(faultOf(() => world.write(theme, [bytes]))).toBe('was-read');
    expect(text(theme)).not.toBe('جديد');
  });

  test('two that write to one place at once leave one of them whole', async () => {
    const target = join(root, 'a.pdf');
    const writer = join(folder, 'writer.mjs');
    const source = fileURLToPath(new URL('../../src/base/write-whole.ts', import.meta.url));
    buildSync({ entryPoints: [source], outfile: writer, bundle: true, platform: 'node', format: 'esm' });
    const script = (mark: string) => `
      const { writeWhole } = await import(${JSON.stringify(writer)});
      const fs = await import('node:fs');
      const bytes = Buffer.alloc(3_000_000, '${mark}');
      for (let at = 0; at < 20; at++) writeWhole(fs, ${JSON.stringify(target)}, [bytes], () => false);`;
    const marks = ['a', 'b', 'c'];
    const seen = new Set<string>();
    let isDone = false;
    const runs = Promise.all(
      marks.map((mark) => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script(mark)])),
    ).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (!fs.existsSync(target)) continue;
      const now = fs.readFileSync(target);
      expect(now.length).toBe(3_000_000);
      expect(now.every((byte) => byte === now[0])).toBe(true);
      seen.add(String.fromCharCode(now[0]!));
    }
    await runs;
    expect(fs.readdirSync(root).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(seen.size).toBeGreaterThan(0);
  });

  const calls = ['mkdirSync', 'readdirSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync'] as const;
  const codes = { ENOSPC: 'full', EACCES: 'denied', EMFILE: 'failed', EROFS: 'denied', EIO: 'failed' };
  const cases = calls.flatMap((call) =>
    Object.entries(codes).map(([code, fault]) => ({ call, code, fault })),
  );

  test.each(cases)('$call failing with $code leaves the old file and no other', ({ call, code, fault }) => {
    const target = join(root, call === 'mkdirSync' ? 'new/a.pdf' : 'a.pdf');
    if (call !== 'mkdirSync') fs.writeFileSync(target, 'قديم');
    const failing = () => {
      throw Object.assign(new Error(code), { code });
    };
    const disk: Disk = { ...fs, [call]: failing };
    expect(faultOf(() => openNodeWorld(root, disk).write(target, [bytes]))).toBe(fault);
    if (call !== 'mkdirSync') expect(text(target)).toBe('قديم');
    expect(fs.readdirSync(root).filter((name) => name !== 'a.pdf')).toEqual(['content']);
  });

  test('a place where no folder can be made is refused, not waited for', () => {
    expect(faultOf(() => openNodeWorld(root).write('/proc/none/x.pdf', [bytes]))).toBe('missing');
    expect(faultOf(() => openNodeWorld(root).write('/dev/null', [bytes]))).toBe('not-a-file');
  });

  test('short writes are carried on', () => {
    const disk = {
      ...fs,
      writeSync: (file: number, data: Uint8Array, from: number) => fs.writeSync(file, data, from, 1),
    } as unknown as Disk;
    openNodeWorld(root, disk).write(join(root, 'a.pdf'), [bytes]);
    expect(text(join(root, 'a.pdf'))).toBe('جديد');
  });
});

describe('hidden files, in a home folder and in a project', () => {
  const open = (at: string, given: readonly string[] = []) => openNodeWorld(at, fs, given);

  beforeEach(() => {
    fs.mkdirSync(join(folder, '.ssh'));
    fs.writeFileSync(join(folder, '.ssh/id'), 'canary');
    fs.symlinkSync('.ssh', join(folder, 'keys'));
    fs.mkdirSync(join(root, '.github'));
    fs.writeFileSync(join(root, '.github/logo.png'), 'picture');
  });

  test.each(['.ssh/id', './.ssh/../.ssh/id', 'keys/id', '.ssh/none', 'project/.github/logo.png'])(
    'stay where they are: %j',
    (path) => {
      const world = open(folder);
      expect(faultOf(() => world.readBytes(path))).toBe('hidden');
      expect(faultOf(() => world.readText(join(folder, path)))).toBe('hidden');
      expect(faultOf(() => open(join(folder, '..')).readBytes(join(folder, path)))).toBe('hidden');
      expect(world.exists(path)).toBe(false);
    },
  );

  test('list nothing of a hidden folder, and read what is not hidden', () => {
    expect(open(folder).list('.ssh')).toEqual([]);
    expect(open(folder).list('keys')).toEqual([]);
    expect(open(folder).readText('project/content/نص.md')).toBe('# كتاب\n');
    expect(faultOf(() => open(folder).readText('../.secret'))).toBe('outside');
  });

  test('read the hidden file that the user named himself, and no other', () => {
    const world = open(folder, ['.ssh/id']);
    expect(world.readText('.ssh/id')).toBe('canary');
    expect(faultOf(() => world.readText('.ssh/other'))).toBe('hidden');
  });

  test('are those of a folder of documents that the user named, but for what is hidden in it', () => {
    fs.mkdirSync(join(root, '.drafts/.keys'), { recursive: true });
    for (const name of ['.drafts/one.md', '.drafts/.env', '.drafts/.keys/id'])
      fs.writeFileSync(join(root, name), name);
    fs.symlinkSync('.drafts', join(root, 'drafts'));
    const world = open(root, ['.drafts/book.yaml', '.drafts/']);
    expect(world.readText('.drafts/one.md')).toBe('.drafts/one.md');
    expect(world.list('.drafts')).toContain('one.md');
    for (const hidden of ['.drafts/.env', '.drafts/.keys/id', '.github/logo.png'])
      expect(faultOf(() => world.readText(hidden))).toBe('hidden');
    expect(faultOf(() => open(root).readText('.drafts/one.md'))).toBe('hidden');
    expect(faultOf(() => open(root).readText('drafts/one.md'))).toBe('hidden');
  });

  test.each(['proc/version', '/proc/self/environ', 'sys/kernel', 'dev/null'])('of the system: %j', (path) => {
    expect(faultOf(() => open('/').readBytes(path))).toBe('hidden');
    expect(open('/').list('proc')).toEqual([]);
  });

  test('are those of a project too: its .env and .git are no one else’s', () => {
    expect(open(root).exists('.github/logo.png')).toBe(false);
    expect(faultOf(() => open(root).readBytes('.github/logo.png'))).toBe('hidden');
  });
});

describe('the root', () => {
  const home = () => folder;
  const rootOf = (cwd: string, ...files: string[]) => findRoot(cwd, files, home());

  test.each(['warraq.yaml', 'book.yaml', 'package.json'])('is the nearest folder upward with %s', (mark) => {
    fs.writeFileSync(join(root, mark), '');
    for (const cwd of [folder, root, join(root, 'content'), '/'])
      expect(rootOf(cwd, join(root, 'content/نص.md'))).toBe(root);
    expect(rootOf(join(root, 'content'), 'نص.md')).toBe(root);
    expect(rootOf(root, 'content')).toBe(root);
    expect(rootOf(join(root, 'content'), '-')).toBe(root);
  });

  test('is where the repository is, also of a worktree, whose .git is a file', () => {
    fs.writeFileSync(join(root, '.git'), 'gitdir: elsewhere');
    expect(rootOf(folder, 'project/content/نص.md')).toBe(root);
    fs.writeFileSync(join(root, 'content/warraq.yaml'), '');
    expect(rootOf(folder, 'project/content/نص.md')).toBe(join(root, 'content'));
  });

  test('is else the folder of the document, wherever it is built from', () => {
    for (const cwd of [folder, root, '/'])
      expect(rootOf(cwd, join(root, 'content/نص.md'))).toBe(join(root, 'content'));
    expect(rootOf(folder, 'project/content')).toBe(join(root, 'content'));
  });

  test('is of several documents the folder that holds them all', () => {
    fs.mkdirSync(join(root, 'other'));
    expect(rootOf(root, 'content/نص.md', 'other/ب.md')).toBe(root);
    expect(rootOf(root, 'content/نص.md', '../secret.txt')).toBe(join(root, 'content'));
  });

  test('is never the home folder or the top of the disk by a mark that lies there', () => {
    fs.writeFileSync(join(folder, 'package.json'), '{}');
    fs.mkdirSync(join(folder, '.git'));
    expect(rootOf(root, 'content/نص.md')).toBe(join(root, 'content'));
    fs.symlinkSync(folder, `${folder}-link`);
    expect(findRoot('/', [join(root, 'content/نص.md')], `${folder}-link`)).toBe(join(root, 'content'));
    fs.unlinkSync(`${folder}-link`);
    const top = {
      ...fs,
      statSync: (path: string) => fs.statSync(path === '/.git' || path.endsWith('content') ? '/' : '/none'),
    } as unknown as Disk;
    expect(findRoot('/', [join(root, 'content')], null, top)).toBe(join(root, 'content'));
  });
});
