import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Disk } from '../../src/base/disk.ts';
import { findRoot, openNodeWorld } from '../../src/base/node-world.ts';
import { WorldError } from '../../src/base/world.ts';
import { compile } from '../../src/index.ts';
import { run } from '../cli/host-of-test.ts';

/** What a fault of the disk is called, where it used to be called something else, or nothing. */

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'warraq-told-'));
  fs.writeFileSync(join(folder, 'r.md'), '# عنوان\n\nنصّ.\n');
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const calls = { openSync: fs.openSync, realpathSync: fs.realpathSync };

/** The disk, but for a file: to open it, or to find out where it is, fails so. */
function failing(
  call: keyof typeof calls,
  name: string,
  code: string,
  times = Number.POSITIVE_INFINITY,
): Disk {
  let left = times;
  return {
    ...fs,
    [call]: (path: string, ...others: unknown[]) => {
      if (!String(path).endsWith(name) || left <= 0)
        return (calls[call] as (...args: unknown[]) => unknown)(path, ...others);
      left -= 1;
      throw Object.assign(new Error(code), { code });
    },
  } as unknown as Disk;
}

async function saidOf(disk: Disk): Promise<readonly string[]> {
  const { diagnostics } = await compile({ files: ['r.md'] }, openNodeWorld(folder, disk));
  return diagnostics.map(({ rule, message }) => `${rule}: ${message.en} ${message.ar}`);
}

const write = (name: string, content: string | Uint8Array) => {
  fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
  fs.writeFileSync(join(folder, name), content);
};

test.each(['EIO', 'EACCES', 'EMFILE', 'ELOOP'])(
  'settings that cannot be found for %s are not taken for none',
  async (code) => {
    write('warraq.yaml', 'author: كاتبة\n');
    const said = await saidOf(failing('realpathSync', 'warraq.yaml', code));
    expect(said).toEqual([expect.stringMatching(/^file-(?:failed|denied): .*"warraq\.yaml"/)]);
  },
);

test.each([
  ['that leads nowhere', 'none.yaml', 'file-missing'],
  ['out of the project', '/etc/hostname', 'file-outside'],
])('settings by a link %s are an error, not none', async (_, to, rule) => {
  fs.symlinkSync(to, join(folder, 'warraq.yaml'));
  expect(await saidOf(fs)).toEqual([expect.stringMatching(new RegExp(`^${rule}: .*"warraq\\.yaml"`))]);
});

test.each(['EACCES', 'EPERM', 'EIO', 'ESTALE'])(
  'a project that cannot be found for %s is not taken for none',
  (code) => {
    write('warraq.yaml', 'author: كاتبة\n');
    write('docs/a.md', 'نصّ\n');
    const disk = {
      ...fs,
      statSync: (path: string, ...others: []) => {
        if (path.endsWith('warraq.yaml')) throw Object.assign(new Error(code), { code });
        return fs.statSync(path, ...others);
      },
    } as unknown as Disk;
    expect(findRoot(folder, ['docs/a.md'], null)).toBe(folder);
    expect(() => findRoot(folder, ['docs/a.md'], null, disk)).toThrow(WorldError);
  },
);

test('a font that may not be read is not called damaged', async () => {
  write('r.md', '---\ntitle: تجربة\ntheme: { text: { family: MyFace } }\n---\nنصّ\n');
  write('fonts/MyFace.ttf', 'ليس خطًا');
  const [font, ...others] = await saidOf(failing('openSync', 'MyFace.ttf', 'EACCES'));
  expect(font).toMatch(/^font-unread: .*fonts\/MyFace\.ttf.*no permission.*لا إذن/);
  expect(others.map((said) => said.split(':')[0])).toEqual(['theme-font']);
});

test('why a picture is a frame is said in both languages', async () => {
  write('r.md', '---\ntitle: تجربة\n---\n![صورة](a.png)\n');
  write('a.png', '');
  const [said] = await saidOf(failing('openSync', 'a.png', 'EACCES'));
  expect(said).toMatch(/^image-unreadable: .*no permission to read it.*لا إذن بقراءته/);
});

test('a theme that may not be read is not called unknown', async () => {
  write('r.md', '---\ntheme: mine.yaml\n---\nنصّ\n');
  write('mine.yaml', 'text: { size: 12pt }\n');
  expect(await saidOf(failing('openSync', 'mine.yaml', 'EACCES'))).toEqual([
    expect.stringMatching(/^file-denied: .*mine\.yaml/),
  ]);
});

test('what is hidden stays so where the disk once does not say that it is', () => {
  write('.ssh/id', 'canary');
  fs.symlinkSync('.ssh', join(folder, 'keys'));
  for (const times of [1, 2, 3, 4]) {
    const world = openNodeWorld(folder, failing('realpathSync', 'keys/id', 'EIO', times));
    expect(() => world.readText('keys/id')).toThrow(WorldError);
  }
});

test('a file that is cut while it is read is no document', () => {
  const disk = { ...fs, readSync: () => 0 } as unknown as Disk;
  expect(() => openNodeWorld(folder, disk).readText('r.md')).toThrow('failed: r.md');
});

test('a disk that takes nothing is given up, and the old file stays', () => {
  write('a.pdf', 'قديم');
  const disk = { ...fs, writeSync: () => 0 } as unknown as Disk;
  expect(() => openNodeWorld(folder, disk).write(join(folder, 'a.pdf'), [new Uint8Array(9)])).toThrow(
    'failed',
  );
  expect(fs.readdirSync(folder).sort()).toEqual(['a.pdf', 'r.md']);
  expect(fs.readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('قديم');
});

describe('who owns the file', () => {
  test('is said where it is not who owned the old one', async () => {
    const files = { 'a.md': 'نص' };
    const { code, talk, written } = await run(['build', 'a.md', '-o', 'a.pdf'], {
      files,
      world: (world) => ({ ...world, write: (path, bytes) => world.write(path, bytes) && false }),
    });
    expect([code, Object.keys(written)]).toEqual([0, ['a.pdf']]);
    expect(talk).toContain('[output-owner]');
  });

  test('is known to have changed where the disk refuses to give it back', () => {
    const target = join(folder, 'a.pdf');
    fs.writeFileSync(target, 'قديم');
    const refusing = {
      ...fs,
      statSync: (path: string, options: { bigint: true }) =>
        Object.assign(fs.statSync(path, options), path === target ? { uid: 4n } : {}),
      fchownSync: () => {
        throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
      },
    } as unknown as Disk;
    expect(openNodeWorld(folder, refusing).write(target, [new Uint8Array(9)])).toBe(false);
    expect(openNodeWorld(folder).write(target, [new Uint8Array(9)])).toBe(true);
  });
});

test('a program that is not there is told of in one line', async () => {
  const cache = fileURLToPath(
    new URL(`../../node_modules/.cache/warraq-lost-${process.pid}/`, import.meta.url),
  );
  fs.mkdirSync(cache, { recursive: true });
  const launch = fileURLToPath(new URL('../../src/cli/launch.ts', import.meta.url));
  await build({
    stdin: {
      contents: `import { launch } from ${JSON.stringify(launch)}; process.exitCode = await launch([]);`,
      resolveDir: cache,
    },
    outfile: join(cache, 'cli/launch.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { status, stderr } = spawnSync(process.execPath, [join(cache, 'cli/launch.js')], {
    encoding: 'utf8',
    env: { LANG: 'C' },
  });
  fs.rmSync(cache, { recursive: true });
  expect([status, stderr]).toEqual([5, expect.stringContaining('"dist/warraq.cjs" could not be read')]);
  expect(stderr).not.toMatch(/^\s+at /m);
});
