import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messages } from '../../src/base/messages/index.ts';
import { COMMAND_NAMES } from '../../src/cli/command-table.ts';
import { describe as describeRow, flagsOf } from '../../src/cli/help-text.ts';
import { OPTION_TABLE } from '../../src/option-table.ts';
import { buildCommand, removeCommand, runCommand } from '../road/command.ts';
import { run as runOnHost } from './host-of-test.ts';

const README = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const TEMPLATES = ['book', 'briefing'];

const folder = mkdtempSync(join(tmpdir(), 'warraq-help-'));
const cwd = join(folder, 'work');
beforeAll(async () => {
  mkdirSync(join(cwd, 'templates/mine'), { recursive: true });
  writeFileSync(join(cwd, 'warraq.yaml'), '');
  writeFileSync(join(cwd, 'report.md'), '---\ntitle: عنوان\ndate: 2026-11-23\n---\n\nنصّ قصير.\n');
  writeFileSync(join(cwd, 'data.csv'), 'a,b\n');
  await buildCommand();
});
afterAll(removeCommand);
afterAll(() => rmSync(folder, { recursive: true }));

/** A process of its own; what needs none is run on a host of the test. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runCommand(args, { cwd, env: { HOME: folder, ...env } });
}

describe('--help', () => {
  test.each([
    ['LANG', { LANG: 'ar_EG.UTF-8' }, []],
    ['LC_ALL over LANG', { LC_ALL: 'ar', LANG: 'en_GB.UTF-8' }, []],
    ['--lang over both', { LC_ALL: 'en_GB.UTF-8' }, ['--lang', 'ar']],
    ['--lang=', {}, ['--lang=ar']],
  ])('is in Arabic by %s, to the last line', async (_, env: Readonly<Record<string, string>>, args) => {
    for (const asked of [['--help'], ['help'], ...COMMAND_NAMES.flatMap((name) => [[name, '--help']])]) {
      const { code, out } = await runOnHost([...asked, ...args], { env });
      expect(code).toBe(0);
      // Of the English there is nothing left but names: flags, formats, files, programs.
      const english = out.match(/\b(?:the|this|and|which|write|instead|needs|Usage|Options|Commands)\b/gi);
      expect(english).toEqual(null);
      // Names may fill a line of its own.
      for (const line of out.split('\n').filter((text) => text !== ''))
        expect(line).toMatch(/\p{Script=Arabic}|^ +\u2067[a-z]+(?:، [a-z]+)*\u2069$/u);
    }
  });

  test.each(['en', 'ar'])('tells every command and every option (%s)', async (lang) => {
    const helpOf = async (...command: readonly string[]) =>
      (await runOnHost([...command, '--help', '--lang', lang])).out;
    for (const name of COMMAND_NAMES) expect(await helpOf()).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    for (const command of ['build', 'check', 'mail'] as const) {
      const help = await helpOf(command);
      const flags = help.match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm) ?? [];
      const own = OPTION_TABLE.filter((row) => (row.commands as readonly string[]).includes(command));
      expect(flags).toEqual([...own.map(({ flag }) => flag), '--help', '--version']);
    }
  });

  test('names the templates there are, and keeps to 80 columns', () => {
    const { code, out } = run(['build', '--help']);
    expect([code, out]).toEqual([0, expect.stringContaining('book, briefing, or')]);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

/** A value that each option takes; choices are all tried. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  '--output': ['out/'],
  '--template': TEMPLATES,
  '--theme': TEMPLATES,
  '--attach': ['data.csv'],
  '--root': ['.'],
  '--limit-time': ['60s'],
  '--limit-memory': ['2GB'],
  '--to': ['host@example.org'],
  '--cc': ['host@example.org'],
  '--from': ['host@example.org'],
  '--subject': ['موضوع'],
};

describe('what help and README name is there', () => {
  const cases = OPTION_TABLE.filter(({ flag }) => !['--verify', '--send'].includes(flag)).flatMap((row) => {
    const choices = 'choices' in row ? row.choices : VALUES[row.flag];
    const values = row.takes === 'nothing' ? [[]] : (choices ?? []).map((value) => [value]);
    return values.map((value) => [row.commands.at(-1)!, row.flag, ...value]);
  });

  test('every option has a value to try', () => {
    expect(new Set(cases.map(([, flag]) => flag)).size).toBe(OPTION_TABLE.length - 2);
  });

  test.each(cases)('%s %s %s', async (...args) => {
    const [command, flag, ...value] = args as [string, string, ...string[]];
    const to = command === 'mail' && flag !== '--to' ? ['--to', 'a@example.org'] : [];
    const files = { 'report.md': 'نص', 'data.csv': 'a,b' };
    const { talk, out } = await runOnHost([command, 'report.md', flag, ...value, ...to], { files });
    expect(`${out}${talk}`).not.toMatch(/\[?usage|unknown/);
  });

  test.each([
    ['build', ...'--profile print --template book --strict --no-color --timings'.split(' ')],
    ['build', ...'--theme briefing -o out/ --attach data.csv --root . --quiet --lang ar'.split(' ')],
    ['check', ...'--format epub --json --strict'.split(' ')],
    ['mail', ...'--to a@example.org --cc b@example.org --from c@example.org --subject س --force'.split(' ')],
  ])('%s does with them what is asked', (command, ...options) => {
    const { code, talk } = run([command!, 'report.md', ...options]);
    expect([code, talk]).toEqual([0, expect.not.stringContaining(': error:')]);
  });

  test('README has the table of options word for word', () => {
    for (const row of OPTION_TABLE) {
      const only = row.commands.length >= 3 ? '' : row.commands.join(', ');
      const line = `| \`${flagsOf(row, 'en')}\` | ${describeRow(row, 'en', TEMPLATES)} | ${only} |`;
      expect(README).toContain(line);
    }
  });

  test('README names no other option, command, format, profile or template', () => {
    // Of npm and of what else is called, lines say so themselves.
    const lines = README.split('\n').filter((line) => !/\bnpm (?:i|install|pack|run fuzz)\b/.test(line));
    const flags = new Set(lines.flatMap((line) => line.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? []));
    const known = [...OPTION_TABLE.map(({ flag }) => flag as string), '--help', '--version'];
    expect([...flags].filter((flag) => !known.includes(flag))).toEqual([]);
    const commands = [...README.matchAll(/\bwarraq ([a-z]+)(?=[\s`])(?!\.)/g)].map(([, word]) => word!);
    expect(commands.filter((word) => !/^(?:build|check|mail|doctor|help)$/.test(word))).toEqual([]);
    for (const [, name = ''] of README.matchAll(/^(?:template|theme): (\w+)$/gm))
      expect(TEMPLATES).toContain(name);
    for (const { flag, ...row } of OPTION_TABLE)
      for (const [, value = ''] of README.matchAll(new RegExp(`${flag} ([a-z0-9|]+(?:\\.\\d)?)`, 'g')))
        if ('choices' in row)
          for (const choice of value.split('|')) expect(row.choices as readonly string[]).toContain(choice);
  });

  test('messages advise no option, command or template that is not there', () => {
    const known = OPTION_TABLE.map(({ flag }) => flag as string);
    for (const { message, hint } of Object.values(messages))
      for (const text of [message.en, message.ar, hint.en, hint.ar]) {
        for (const [flag] of text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)) expect(known).toContain(flag);
        for (const [, word = ''] of text.matchAll(/: warraq ([a-z]+)/g))
          expect(COMMAND_NAMES).toContain(word);
        for (const [, name = ''] of text.matchAll(/(?:template|theme|extends): ([a-z]+)/g))
          expect(TEMPLATES).toContain(name);
      }
  });

  test('every script README names is one of package.json', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    for (const [, name = ''] of README.matchAll(/\bnpm (?:run )?(test|(?<=run )[\w:-]+)/g))
      expect(Object.keys(manifest.scripts)).toContain(name);
  });
});

describe('a command that is none', () => {
  test.each([
    ['watch', /no such command: watch .*\n.*did you mean "warraq build"\?/],
    ['preview', /did you mean "warraq build"\?/],
    ['biuld', /did you mean "warraq build"\?/],
    ['chekc', /did you mean "warraq check"\?/],
    ['email', /did you mean "warraq mail"\?/],
    ['wtch', /did you mean "warraq build"\?/],
    [
      'frobnicate',
      /no such command or file: frobnicate .*\n.*the commands are: build, check, mail, doctor, help/,
    ],
  ])('%s', async (word, said) => {
    for (const args of [[word], [word, 'report.md'], ['--quiet', word, 'report.md'], ['help', word]]) {
      const { code, out, talk } = await runOnHost(args);
      expect([code, out]).toEqual([2, '']);
      expect(talk).toMatch(said);
    }
    expect((await runOnHost([word, '--lang', 'ar'])).talk).toMatch(/خطأ: لا أمر/);
    expect(JSON.parse((await runOnHost([word, '--json'])).out)).toMatchObject({ ok: false, code: 2 });
  });

  test('a file that is called like one is a file', () => {
    writeFileSync(join(cwd, 'watch'), '# عنوان\n\nنص\n');
    expect(run(['watch', '-o', 'watch.pdf']).code).toBe(0);
    expect(run(['build', 'serve']).talk).toContain('[file-missing]');
  });

  test('an option of another command is sent there; one without a value takes none', async () => {
    const talkOf = async (...args: readonly string[]) => (await runOnHost(args)).talk;
    expect(await talkOf('report.md', '--to', 'a@example.org')).toMatch(/does not belong .*\n.*warraq mail/);
    expect(await talkOf('report.md', '--strict=yes')).toMatch(/--strict takes no value/);
    expect(await talkOf('report.md', '--sende')).toMatch(/unknown option --sende .*\n.*--send/);
  });
});
