import * as fs from 'node:fs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Disk } from '../../src/base/disk.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { Mailer } from '../../src/cli/send-mail.ts';
import { compile } from '../../src/compile.ts';
import { run, type Setting } from '../cli/host-of-test.ts';
import { hasPython, readWithMailparser, readWithPython } from './readers.ts';

const source = `---
title: تقرير اللجنة عن عام ٢٠١١
author: فريق التحرير
date: 2011-06-28
---

:::summary
سلّمت اللجنة **تقريرها** إلى [المجلس](https://example.org/a?b=1&c=2) في 2011، وفيه <ثلاثة> فصول.

1. الأول
2. الثاني
:::

# المتن

نص.
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'warraq-mail-'));
  writeFileSync(join(folder, 'report.md'), source);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The whole road, on a disk. */
const whole = (disk: Partial<Disk> = {}): Setting => ({
  compile,
  world: () => openNodeWorld(folder, { ...fs, ...disk }),
});
const inFolder = (name: string) => join(folder, name);

describe('a draft', () => {
  test('carries the very PDF that build writes, and its summary', async () => {
    const draft = inFolder('draft.eml');
    const mailed = await run(['mail', 'report.md', '--to', 'ليلى <l@example.org>', '-o', draft], whole());
    expect([mailed.code, mailed.talk]).toEqual([0, expect.stringMatching(/draft\.eml: \d+ pages?, \d+ kB/)]);
    await run(['build', 'report.md', '-o', inFolder('report.pdf')], whole());
    const pdf = readFileSync(inFolder('report.pdf')).toString('base64');
    const bytes = readFileSync(draft);
    const readers = [await readWithMailparser(bytes), ...(hasPython ? [readWithPython(bytes)] : [])];
    for (const read of readers) {
      expect(read.subject).toBe('تقرير اللجنة عن عام ٢٠١١');
      expect(read.to).toEqual([['ليلى', 'l@example.org']]);
      expect(read.files).toEqual([
        { name: 'تقرير اللجنة عن عام ٢٠١١.pdf', type: 'application/pdf', bytes: pdf },
      ]);
      expect(read.html).toContain('<html lang="ar" dir="rtl">');
      expect(read.html).toContain('<div lang="ar" dir="rtl"');
      expect(read.html).toContain(
        'سلّمت اللجنة <strong>تقريرها</strong> إلى <a href="https://example.org/a?b=1&amp;c=2">المجلس</a>',
      );
      expect(read.html).toContain('&lt;ثلاثة&gt;');
      expect(read.text).toContain('إلى المجلس (https://example.org/a?b=1&c=2) في 2011، وفيه <ثلاثة> فصول.');
      expect(read.text).toContain('\n١. الأول\n٢. الثاني\n');
      expect(read.text).not.toContain('المتن');
    }
  });

  test('is the same twice, and holds nothing of this machine', async () => {
    const draft = async () =>
      (await run(['mail', 'report.md', '--to', 'a@example.org', '-o', '-'], whole())).out;
    const first = await draft();
    expect(await draft()).toBe(first);
    expect(first).not.toContain(folder);
    expect(first).not.toMatch(/^(?:Date|Message-ID|From):/m);
  });

  test('is written beside its source', async () => {
    const { written } = await run(['mail', 'a.md', '--to', 'a@example.org'], { files: { 'a.md': 'نص' } });
    expect(Object.keys(written)).toEqual(['a.eml']);
  });
});

describe('what cannot be', () => {
  const to = ['--to', 'a@example.org'];
  const cases: readonly (readonly [string, readonly string[], number, string])[] = [
    ['nobody to write to', ['mail', 'a.md'], 2, 'mail-no-recipient'],
    ['an empty recipient', ['mail', 'a.md', '--to', ' '], 2, 'mail-no-recipient'],
    ['no address', ['mail', 'a.md', '--to', 'layla'], 2, 'mail-address'],
    [
      'a line break in an address',
      ['mail', 'a.md', '--to', 'a@example.org\nBcc: b@example.org'],
      2,
      'mail-control',
    ],
    [
      'a line break in a subject',
      ['mail', 'a.md', ...to, '--subject', 'أ\r\nBcc: b@example.org'],
      2,
      'mail-control',
    ],
    ['a NUL in a sender', ['mail', 'a.md', ...to, '--from', 'a@example.org\0'], 2, 'mail-control'],
    ['a draft that is a PDF', ['mail', 'a.md', ...to, '-o', 'a.pdf'], 2, 'usage-mail-output'],
    ['two drafts', ['mail', 'a.md', ...to, '-o', 'a.eml', '-o', 'b.eml'], 2, 'usage-two-outputs'],
    ['no file', ['mail', ...to], 2, 'usage-no-file'],
    ['a flag without its value', ['mail', 'a.md', '--to'], 2, 'usage-flag-value'],
    [
      'sending without a server',
      ['mail', 'a.md', ...to, '--from', 'b@example.org', '--send'],
      2,
      'mail-server-missing',
    ],
    ['sending as nobody', ['mail', 'a.md', ...to, '--send'], 2, 'mail-sender'],
  ];

  test.each(cases)('%s', async (_, [command, ...args], code, rule) => {
    const result = await run([command!, '--json', ...args], { files: { 'a.md': 'نص' } });
    const report = JSON.parse(result.out);
    expect([result.code, report.diagnostics[0].rule, result.written]).toEqual([code, rule, {}]);
  });

  test('a full disk: exit 5, the path is named, the old draft is as it was', async () => {
    const draft = inFolder('old.eml');
    writeFileSync(draft, 'old');
    const writeSync = () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    };
    const result = await run(
      ['mail', 'report.md', '--to', 'a@example.org', '-o', draft],
      whole({ writeSync }),
    );
    expect([result.code, result.talk]).toEqual([5, expect.stringContaining('[output-full]')]);
    expect(result.talk).toContain('old.eml');
    expect(readFileSync(draft, 'utf8')).toBe('old');
  });

  /** A disk whose call number `failing` fails; counts its calls. */
  function failingDisk(failing: number, code: string): { disk: Partial<Disk>; calls: () => number } {
    let calls = 0;
    const names = [
      'openSync',
      'fstatSync',
      'readSync',
      'readdirSync',
      'statSync',
      'realpathSync',
      'writeSync',
      'fsyncSync',
      'renameSync',
    ] as const;
    const real: Disk = fs;
    const wrap =
      (name: (typeof names)[number]) =>
      (...given: never[]) => {
        calls += 1;
        if (calls === failing) throw Object.assign(new Error(code), { code });
        return (real[name] as (...given: never[]) => unknown)(...given);
      };
    return { disk: Object.fromEntries(names.map((name) => [name, wrap(name)])), calls: () => calls };
  }

  test.each(['ENOSPC', 'EACCES', 'EMFILE'])(
    'a disk that fails at any one call with %s: a code, no bug, no half draft',
    async (code) => {
      const target = inFolder('fault.eml');
      // The road after the project is left out: 60 calls instead of 600.
      const draft = (disk: Partial<Disk>) =>
        run(['mail', 'report.md', '--to', 'a@example.org', '-o', target], {
          world: () => openNodeWorld(folder, { ...fs, ...disk }),
        });
      const count = failingDisk(0, code);
      expect((await draft(count.disk)).code).toBe(0);
      expect(count.calls()).toBeGreaterThan(10);
      const whole = readFileSync(target, 'utf8');
      for (let failing = 1; failing <= count.calls(); failing += 1) {
        const result = await draft(failingDisk(failing, code).disk);
        expect([0, 1, 5]).toContain(result.code);
        if (result.code !== 0) expect(result.talk).toMatch(/\[[a-z-]+\]/);
        expect(readFileSync(target, 'utf8')).toBe(whole);
        expect(fs.readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      }
    },
  );

  test('a folder in place of a file: exit 5', async () => {
    const target = inFolder('folder.eml');
    fs.mkdirSync(target);
    const result = await run(['mail', 'report.md', '--to', 'a@example.org', '-o', target], whole());
    expect([result.code, result.talk]).toEqual([5, expect.stringContaining('[output-not-a-file]')]);
  });
});

describe('sending', () => {
  interface Received {
    readonly from: string;
    readonly to: readonly string[];
    readonly bytes: Buffer;
  }
  const received: Received[] = [];
  let server: SMTPServer;
  let url: string;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _, done) =>
        done(address === 'nobody@example.org' ? new Error('no such mailbox') : null),
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          received.push({ from, to: rcptTo.map(({ address }) => address), bytes: Buffer.concat(chunks) });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.server.address();
    url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

  const send = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    run(['mail', 'report.md', '--send', ...args], {
      ...whole(),
      env: { WARRAQ_SMTP_URL: url, WARRAQ_MAIL_FROM: 'وحدة الدراسات <studies@example.org>', ...env },
      mailer: (await import('nodemailer')) as unknown as Mailer,
    });

  test('gives the server the message, to the byte, and everybody’s address', async () => {
    const copy = inFolder('sent.eml');
    const result = await send(['--to', 'a@example.org, b@example.org', '--cc', 'c@example.org', '-o', copy]);
    expect([result.code, result.talk]).toEqual([
      0,
      expect.stringContaining('sent through 127.0.0.1 to 3 addresses'),
    ]);
    const { from, to, bytes } = received.pop()!;
    expect([from, to]).toEqual(['studies@example.org', ['a@example.org', 'b@example.org', 'c@example.org']]);
    expect(Buffer.compare(bytes, readFileSync(copy))).toBe(0);
    const read = await readWithMailparser(bytes);
    expect(read.from).toEqual([['وحدة الدراسات', 'studies@example.org']]);
    expect(read.headers).toContain('Date');
    expect(read.headers).not.toContain('X-Unsent');
  });

  test('writes no file that was not asked for', async () => {
    const before = fs.readdirSync(folder);
    expect((await send(['--to', 'a@example.org'])).code).toBe(0);
    expect(fs.readdirSync(folder)).toEqual(before);
    expect(received.pop()!.to).toEqual(['a@example.org']);
  });

  test('an address the server refuses is named; if all are, nothing is sent and the code is 5', async () => {
    const some = await send(['--to', 'a@example.org', '--to', 'nobody@example.org']);
    expect([some.code, received.pop()!.to]).toEqual([0, ['a@example.org']]);
    expect(some.talk).toContain('refused these addresses: nobody@example.org');
    const none = await send(['--to', 'nobody@example.org']);
    expect([none.code, none.talk, received.length]).toEqual([
      5,
      expect.stringContaining('[mail-not-sent]'),
      0,
    ]);
  });

  test('a server that is not there: 5; an address that is none: 2; no password is told', async () => {
    const away = await send(['--to', 'a@example.org'], { WARRAQ_SMTP_URL: 'smtp://u:secret@127.0.0.1:1' });
    expect([away.code, away.talk]).toEqual([5, expect.stringContaining('[mail-not-sent]')]);
    expect(away.talk).not.toContain('secret');
    for (const wrong of [
      'mail.example.org',
      'http://mail.example.org',
      'smtp://',
      'smtp://a:%zz@example.org',
    ]) {
      const result = await send(['--to', 'a@example.org'], { WARRAQ_SMTP_URL: wrong });
      expect([result.code, result.talk]).toEqual([2, expect.stringContaining('[mail-server-url]')]);
    }
  });

  test('without nodemailer says what to install', async () => {
    const result = await run(['mail', 'report.md', '--to', 'a@example.org', '--send'], {
      ...whole(),
      env: { WARRAQ_SMTP_URL: url, WARRAQ_MAIL_FROM: 's@example.org' },
    });
    expect([result.code, result.talk]).toEqual([2, expect.stringContaining('npm install nodemailer')]);
  });

  test('nothing is sent unless --send says so', async () => {
    const result = await run(['mail', 'report.md', '--to', 'a@example.org', '-o', inFolder('x.eml')], {
      ...whole(),
      env: { WARRAQ_SMTP_URL: url },
    });
    expect([result.code, received.length]).toEqual([0, 0]);
  });
});
