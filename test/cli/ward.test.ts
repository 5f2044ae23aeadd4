import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { CHILD_VARIABLE } from '../../src/cli/child.ts';
import { jailFlags } from '../../src/cli/jail.ts';
import { readLimits } from '../../src/cli/read-limits.ts';
import { buildCommand, COMMAND, REPOSITORY, removeCommand } from '../road/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-ward-'));
const project = join(folder, 'project');
beforeAll(async () => {
  await buildCommand();
  mkdirSync(project);
  writeFileSync(join(project, 'a.md'), '# عنوان\n\nنصّ عربيّ.\n');
  writeFileSync(
    join(project, 'long.md'),
    `# عنوان\n\n${'نصّ عربيّ طويل يُكتب مرّة بعد مرّة.\n\n'.repeat(20_000)}`,
  );
  writeFileSync(join(folder, 'secret.txt'), 'سرّ');
});
afterAll(removeCommand);
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stderr, stdout } = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: project,
    input,
    encoding: 'utf8',
  });
  return { code: status, talk: stderr, out: stdout };
}

describe('limits of time and memory', () => {
  test.each([
    [{ limitTime: '60s' }, { time: 60_000, memory: null }],
    [
      { limitTime: '1.5min', limitMemory: '2GB' },
      { time: 90_000, memory: 2 * 1024 ** 3 },
    ],
    [{ limitMemory: '512MB' }, { time: null, memory: 512 * 1024 ** 2 }],
    [{}, { time: null, memory: null }],
  ])('%j is read', (raw, limits) => {
    expect(readLimits(raw, new Sink())).toEqual(limits);
  });

  test.each(['60', '60 s', '0s', '-1s', '1e3s', '60S', '٦٠s', '25000min', 's', ''])(
    'no time: %s',
    (limitTime) => {
      const sink = new Sink();
      expect(readLimits({ limitTime }, sink)).toBeNull();
      expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['usage-choice']);
    },
  );

  test.each(['2', '2gb', '2GiB', '1MB', '2TB'])('no memory: %s', (limitMemory) => {
    expect(readLimits({ limitMemory }, new Sink())).toBeNull();
  });

  test('within them a document has the bytes that it has without', () => {
    expect(run(['a.md', '-o', 'plain.pdf'])).toMatchObject({ code: 0 });
    expect(run(['a.md', '-o', 'limited.pdf', '--limit-time', '60s', '--limit-memory=2GB'])).toMatchObject({
      code: 0,
    });
    expect(readFileSync(join(project, 'limited.pdf')).equals(readFileSync(join(project, 'plain.pdf')))).toBe(
      true,
    );
  });

  test('what takes longer is ended, and the block said', () => {
    // On a busy machine the program itself takes seconds to load.
    const ended = ['3s', '9s', '27s'].map((limit) => () => run(['long.md', '--limit-time', limit]));
    let { code, talk } = ended[0]!();
    for (const again of ended.slice(1)) if (/before its first block/.test(talk)) ({ code, talk } = again());
    expect(code).toBe(4);
    expect(talk).toMatch(
      /^\S+:\d+:\d+: error: the build took longer than \d+s and was ended, .*\[limit-time\]\n/,
    );
    expect(readdirSync(project)).not.toContain('long.pdf');
    const json = run(['long.md', '--json', '--limit-time', '300ms']);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, code: 4, diagnostics: [{ rule: 'limit-time' }] });
  });

  test('what takes more memory is ended in one line, with no word of V8', () => {
    const { code, talk } = run(['long.md', '--limit-memory', '100MB']);
    expect(code).toBe(4);
    expect(talk).toMatch(
      /error: the build took more memory than 100MB and was ended, .*\[limit-memory\]\n.*hint: .*\n$/,
    );
    expect(talk).not.toMatch(/GCs|FATAL|node:|0x/);
  });

  test('mistakes, standard input and exit codes are those of any build', () => {
    expect(run(['nothing.md', '--limit-time', '60s']).code).toBe(5);
    expect(run(['a.md', '--limit-time', '60']).code).toBe(2);
    expect(run(['-', '--limit-time', '60s'], '# ن\n').out).toMatch(/^%PDF-/);
  });
});

describe('--jail', () => {
  test('a document has the bytes that it has without', () => {
    expect(run(['a.md', '-o', 'plain.pdf'])).toMatchObject({ code: 0 });
    const { code, talk } = run(['a.md', '-o', '../out/new/jailed.pdf', '--jail', '--limit-time', '60s']);
    expect([code, talk]).toEqual([0, expect.not.stringMatching(/warning|Warning/)]);
    const jailed = readFileSync(join(folder, 'out/new/jailed.pdf'));
    expect(jailed.equals(readFileSync(join(project, 'plain.pdf')))).toBe(true);
  });

  test('a folder that nothing was written into is gone again, and mail is not sent', () => {
    expect(run(['nothing.md', '-o', 'empty/a.pdf', '--jail']).code).toBe(5);
    expect(readdirSync(project)).not.toContain('empty');
    expect(run(['mail', 'a.md', '--to', 'a@example.org', '--send', '--jail']).code).toBe(2);
  });

  /** A program under the same options of Node, which asks for what no document may have. */
  test('the second wall holds where the first is not asked', () => {
    const output = join(project, 'out');
    mkdirSync(output);
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'link'));
    const probe = `
      const fs = require('node:fs');
      const tried = {};
      const attempt = (name, call) => { try { call(); tried[name] = 'done'; } catch (error) { tried[name] = error.code; } };
      attempt('read inside', () => fs.readFileSync('a.md'));
      attempt('read outside', () => fs.readFileSync(${JSON.stringify(join(folder, 'secret.txt'))}));
      attempt('read above', () => fs.readFileSync('../secret.txt'));
      attempt('read a link outside', () => fs.readFileSync(${JSON.stringify(join(folder, 'link'))}));
      attempt('list outside', () => fs.readdirSync(${JSON.stringify(folder)}));
      attempt('write the output', () => fs.writeFileSync('out/a.pdf', ''));
      attempt('write a source', () => fs.writeFileSync('a.md', ''));
      attempt('write outside', () => fs.writeFileSync('../b.md', ''));
      attempt('process', () => { const { error } = require('node:child_process').spawnSync('true'); if (error) throw error; });
      attempt('worker', () => new (require('node:worker_threads').Worker)('', { eval: true }));
      attempt('addon', () => process.dlopen({ exports: {} }, '/none.node'));
      process.stdout.write(JSON.stringify(tried));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...jailFlags({ root: project, output }), '-e', probe],
      {
        cwd: project,
        encoding: 'utf8',
      },
    );
    const denied = 'ERR_ACCESS_DENIED';
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      'read inside': 'done',
      'read outside': denied,
      'read above': denied,
      'read a link outside': denied,
      'list outside': denied,
      'write the output': 'done',
      'write a source': denied,
      'write outside': denied,
      process: denied,
      worker: denied,
      addon: 'ERR_DLOPEN_DISABLED',
    });
  });

  test('nothing outside the root but Warraq and its packages is open', () => {
    const read = jailFlags({ root: project, output: null })
      .filter((flag) => flag.startsWith('--allow-fs-read='))
      .map((flag) => flag.slice('--allow-fs-read='.length));
    const others = read.filter((path) => path !== project && relative(REPOSITORY, path).startsWith('..'));
    expect(others.every((path) => path.endsWith('node_modules') || /node(?:\.exe)?$/.test(path))).toBe(true);
  });
});

test('a child that is told of no file leaves its place nowhere', () => {
  const { status } = spawnSync(process.execPath, [COMMAND, 'a.md', '-o', 'child.pdf'], {
    cwd: project,
    env: { ...process.env, [CHILD_VARIABLE]: 'plain' },
  });
  expect(status).toBe(0);
});

test('doctor tells what there is', () => {
  const told = JSON.parse(run(['doctor', '--json']).out);
  expect(told).toMatchObject({ root: project, node: process.version, fonts: { Amiri: expect.any(String) } });
  expect(told.limits).toMatchObject({ fileBytes: 64 * 1024 * 1024 });
  expect(run(['doctor', '--lang', 'ar']).out).toMatch(/^warraq .*\nمكان التثبيت: /);
});
