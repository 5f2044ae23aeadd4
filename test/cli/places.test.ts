import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildCommand, COMMAND, removeCommand, runCommand } from '../road/command.ts';

/** Where a build reads and writes, by processes with a home folder of their own. */
let home = '';
beforeAll(buildCommand);
afterAll(removeCommand);
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'warraq-home-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), text);
}

function run(folder: string, ...args: readonly string[]) {
  return runCommand(args, { cwd: join(home, folder), env: { HOME: home } });
}

const DOCUMENT = '---\ntitle: عنوان\n---\n\nنصّ قصير.\n';

describe('the project of a document', () => {
  test.each(['warraq.yaml', 'package.json', '.git/HEAD'])('is found by %s from any folder', (mark) => {
    put(`project/${mark}`, '');
    put('project/templates/mine/document.hbs', 'قالبي\n\n{{{content}}}');
    put('project/docs/deep/a.md', DOCUMENT.replace('عنوان', 'عنوان\ntemplate: mine'));
    put('elsewhere/x', '');
    for (const [folder, file] of [
      ['project', 'docs/deep/a.md'],
      ['project/docs/deep', 'a.md'],
      ['.', 'project/docs/deep/a.md'],
      ['elsewhere', '../project/docs/deep/a.md'],
      ['elsewhere', join(home, 'project/docs/deep/a.md')],
    ] as const)
      expect(run(folder, file)).toMatchObject({ code: 0, talk: expect.not.stringContaining('error') });
    expect(run('elsewhere', 'check', '../project/docs/deep/a.md').code).toBe(0);
    expect(run('elsewhere', 'mail', '../project/docs/deep/a.md', '--to', 'a@example.org').code).toBe(0);
    expect(readdirSync(join(home, 'project/docs/deep'))).toEqual(['a.eml', 'a.md', 'a.pdf']);
  });

  test('is not the home folder for a package.json left there: nothing of it is read', () => {
    put('package.json', '{}');
    put('.git/HEAD', '');
    put('secret.csv', 'canary');
    put('docs/a.md', `---\ntitle: ع\nattachments: [../secret.csv]\n---\n\nنص\n`);
    const { talk } = run('docs', 'build', 'a.md', '-o', 'a.pdf');
    expect(talk).toContain('[attachment-outside]');
    if (existsSync(join(home, 'docs/a.pdf')))
      expect(readFileSync(join(home, 'docs/a.pdf'), 'latin1')).not.toContain('secret.csv');
  });

  test('may be a home folder: a hidden theme is read where the command line names it', () => {
    put('a.md', DOCUMENT);
    put('.mine.yaml', 'text: { size: 20pt }\n');
    expect(run('.', 'a.md', '--theme', '.mine.yaml', '--strict')).toMatchObject({ code: 0 });
    put('b.md', DOCUMENT.replace('عنوان', 'عنوان\ntheme: .mine.yaml'));
    expect(run('.', 'b.md', '--strict').code).toBe(3);
  });

  test('is what --root names', () => {
    put('templates/mine/document.hbs', '{{{content}}}');
    put('docs/a.md', DOCUMENT);
    expect(run('docs', 'a.md', '--template', 'mine').code).toBe(2);
    expect(run('docs', 'a.md', '--template', 'mine', '--root', '..').code).toBe(0);
    expect(run('docs', 'a.md', '--root', join(home, 'templates')).talk).toContain('[file-outside]');
  });

  test('shows places as they are called from the working folder', () => {
    put('project/warraq.yaml', '');
    put('project/docs/a.md', '---\ntitle: ع\n---\n\n[رابط](#none)\n');
    put('x/y', '');
    for (const [folder, file] of [
      ['project/docs', 'a.md'],
      ['project', 'docs/a.md'],
      ['x', '../project/docs/a.md'],
    ] as const) {
      const { talk } = run(folder, 'check', file);
      expect(talk).toMatch(new RegExp(`^${file.replaceAll('.', '\\.')}:5:1: `, 'm'));
      expect(talk).toContain('⟦');
      expect(JSON.parse(run(folder, 'check', file, '--json').out).diagnostics[0].file).toBe(file);
    }
  });
});

describe('the output', () => {
  test('goes into a folder under the name of the document, made where it is not there', () => {
    put('a.b.md', DOCUMENT);
    put('there/x', '');
    for (const [output, written] of [
      ['new/deeper/', 'new/deeper/a.b.pdf'],
      ['there', 'there/a.b.pdf'],
      ['.', './a.b.pdf'],
    ] as const) {
      const { code, talk } = run('.', 'build', 'a.b.md', '-o', output);
      expect([code, talk]).toEqual([0, expect.stringContaining(`${written}: 1 page`)]);
      expect(existsSync(join(home, written))).toBe(true);
    }
    expect(run('.', 'a.b.md', '-o', 'there', '--format', 'epub').talk).toContain('there/a.b.epub');
    expect(run('.', 'mail', 'a.b.md', '--to', 'a@example.org', '-o', 'there').talk).toContain(
      'there/a.b.eml',
    );
  });

  test('that is an e-mail is for mail', () => {
    put('a.md', DOCUMENT);
    const { code, talk } = run('.', 'build', 'a.md', '-o', 'x.eml');
    expect(code).toBe(2);
    expect(talk).toContain('warraq mail a.md --to name@example.org -o x.eml');
  });

  const shell = (script: string) =>
    spawnSync('bash', ['-c', script], {
      cwd: home,
      env: { PATH: process.env['PATH'], HOME: home, LANG: 'C', NODE: process.execPath, COMMAND },
      encoding: 'utf8',
    });

  test.skipIf(!existsSync('/dev/full'))('to a full device is 5, in words', () => {
    put('a.md', DOCUMENT);
    for (const args of ['build a.md -o -', 'check a.md --json', '--help', 'build a.md --dump parse']) {
      const { status, stderr } = shell(`"$NODE" "$COMMAND" ${args} > /dev/full`);
      expect([args, status]).toEqual([args, 5]);
      expect(stderr).toMatch(
        /^warraq: error: no space left behind standard output \[stdout-full\]\n {4}hint: .*\n$/,
      );
    }
    expect(shell(`"$NODE" "$COMMAND" a.md -o - --lang ar > /dev/full`).stderr).toMatch(/^warraq: خطأ: /);
    // Whoever does not hear the talk still gets the document.
    expect(shell(`"$NODE" "$COMMAND" a.md -o - 2> /dev/full | head -c 5`).stdout).toBe('%PDF-');
  });

  test('into a pipe nobody reads is 5 for a document, and nothing to speak of for help', () => {
    put('a.md', DOCUMENT);
    const run = (args: string) => shell(`"$NODE" "$COMMAND" ${args} | true; exit "\${PIPESTATUS[0]}"`);
    const { status, stderr } = run('build a.md -o -');
    expect(status).toBe(5);
    expect(stderr).toMatch(/^warraq: error: .*\[stdout-closed\]\n {4}hint: .*\n$/);
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('an output that is one of its sources', () => {
  test.each([
    ['a symbolic link to a folder', 'same/نص.pdf'],
    ['a hard link', 'hard.pdf'],
    ['a chapter', 'نص.pdf'],
    ['the book', 'book.pdf'],
    ['an attached file', 'data.pdf'],
  ])('by %s is refused, and stays as it is', (_, output) => {
    put('p/نص.pdf', '# فصل\n\nنصّ قصير.\n');
    put('p/data.pdf', 'a,b\n1,2\n');
    put('p/book.pdf', '');
    put('p/book.yaml', 'title: كتاب\nchapters: [نص.pdf]\nattachments: [data.pdf]\ndate: 2026-01-01\n');
    rmSync(join(home, 'p/book.pdf'));
    linkSync(join(home, 'p/book.yaml'), join(home, 'p/book.pdf'));
    linkSync(join(home, 'p/نص.pdf'), join(home, 'p/hard.pdf'));
    symlinkSync('.', join(home, 'p/same'));
    const before = readFileSync(join(home, 'p', output));
    const { code, talk } = run('p', 'build', 'book.yaml', '-o', output);
    expect(talk).toContain(`"${output}" is both source and output`);
    expect(code).toBe(2);
    expect(readFileSync(join(home, 'p', output))).toEqual(before);
    expect(readdirSync(join(home, 'p')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
