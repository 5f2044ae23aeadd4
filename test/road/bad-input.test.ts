import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommand, type Ended, removeCommand, runCommand } from './command.ts';

/**
 * Mistakes as people make them, through the command line. A case is a folder of `bad/`: its files, and
 * `expected.txt` with the command where it is not the usual one, the exit code, and every message: its
 * rule, its place where it has one, and words of its advice where they matter.
 */
const BAD = new URL('./bad/', import.meta.url).pathname;
const OLD = 'the document of yesterday';
const scratch = mkdtempSync(join(tmpdir(), 'warraq-bad-'));
beforeAll(buildCommand);
afterAll(removeCommand);
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(readdirSync(BAD))('%s', (name) => {
  const expected = readExpected(join(BAD, name, 'expected.txt'));
  const folder = join(scratch, name);
  let ended: Ended;
  beforeAll(() => {
    cpSync(join(BAD, name), folder, { recursive: true });
    writeFileSync(join(folder, 'old.pdf'), OLD);
    ended = runCommand(expected.command, { cwd: folder });
  });

  test('says what is wrong, where, and what to do', () => {
    const said = readMessages(ended.talk);
    expect(said.map(({ rule, place }) => [rule, place])).toEqual(
      expected.messages.map(({ rule, place }) => [rule, place]),
    );
    for (const [index, { advice }] of expected.messages.entries())
      expect(said[index]!.hint).toContain(advice);
    for (const { hint } of said) expect(hint.length).toBeGreaterThan(8);
    expect(ended.talk).not.toMatch(/^\s+at /m);
  });

  test('answers with its exit code', () => {
    expect(ended.code).toBe(expected.code);
  });

  test('touches no file, or writes the whole document', () => {
    const old = readFileSync(join(folder, 'old.pdf'), 'latin1');
    if (expected.code === 0) expect(old.slice(0, 5)).toBe('%PDF-');
    else expect(old).toBe(OLD);
    expect(readdirSync(folder).sort()).toEqual([...readdirSync(join(BAD, name)), 'old.pdf'].sort());
  });

  test('says it in Arabic too', () => {
    const arabic = runCommand([...expected.command, '--lang=ar'], { cwd: folder });
    expect(arabic.code).toBe(expected.code);
    for (const line of arabic.talk.split('\n').filter((text) => / \[[a-z0-9-]+\]$/.test(text)))
      expect(line).toMatch(/(?:خطأ|تحذير|ملاحظة): .*\p{Script=Arabic}/u);
    expect(arabic.talk).toContain('الحل: ');
  });
});

interface Message {
  readonly rule: string;
  readonly place: string;
}

interface Expected {
  readonly command: readonly string[];
  readonly code: number;
  readonly messages: readonly (Message & { readonly advice: string })[];
}

function readExpected(path: string): Expected {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !/^(?:#.*)?$/.test(line));
  const command =
    lines.find((line) => line.startsWith('command: '))?.slice(9) ?? 'build document.md -o old.pdf';
  const code = Number(lines.find((line) => line.startsWith('exit '))?.slice(5));
  const messages = lines
    .filter((line) => !/^(?:command: |exit )/.test(line))
    .map((line) => {
      const [, rule = '', place = '', advice = ''] = /^(\S+)(?: (\S+:\d+:\d+))?(?: (.+))?$/.exec(line) ?? [];
      return { rule, place, advice };
    });
  return { command: command.split(' '), code, messages };
}

/** `file:line:col: error: … [rule]`, the line it speaks of, then its hint. */
function readMessages(talk: string): readonly (Message & { readonly hint: string })[] {
  const messages: { rule: string; place: string; hint: string }[] = [];
  for (const line of talk.split('\n')) {
    const head = /^(?:warraq|(.+?:\d+:\d+)): (?:error|warning|note): .* \[([a-z0-9-]+)\]$/.exec(line);
    if (head) messages.push({ place: head[1] ?? '', rule: head[2]!, hint: '' });
    const hint = /^ {4}hint: (.+)$/.exec(line);
    const last = messages.at(-1);
    if (hint && last) last.hint = hint[1]!;
  }
  return messages;
}
