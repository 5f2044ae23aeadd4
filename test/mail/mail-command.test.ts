import * as fs from 'node:fs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
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
  const REFUSED: Readonly<Record<string, readonly [number, string]>> = {
    'nobody@example.org': [550, 'no such mailbox'],
    'later@example.org': [450, 'greylisted'],
  };
  /** What the server answers to the letter; null: it hangs up. */
  let answer: readonly [number | null, string] = [250, ''];
  const names: string[] = [];
  const sockets = new Set<Socket>();
  let server: SMTPServer;
  let url: string;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onMailFrom: (_, session, done) => {
        names.push(session.hostNameAppearsAs || '');
        done(null);
      },
      onRcptTo: ({ address }, _, done) => {
        const [code, said] = REFUSED[address] ?? [];
        done(code === undefined ? null : Object.assign(new Error(said), { responseCode: code }));
      },
      onData(stream, session, done) {
        const [code, said] = answer;
        if (code !== 250) {
          stream.resume();
          stream.on('end', () => {
            if (code === null) for (const socket of sockets) socket.destroy();
            else done(Object.assign(new Error(said), { responseCode: code }));
          });
          return;
        }
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
    server.server.on('connection', (socket: Socket) => sockets.add(socket));
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
    expect([some.code, received.pop()!.to]).toEqual([5, ['a@example.org']]);
    expect(some.talk).toMatch(/refused the address nobody@example\.org: .*no such mailbox/);
    expect(some.talk).toContain('sent through 127.0.0.1 to 1 address');
    const none = await send(['--to', 'nobody@example.org']);
    expect([none.code, none.talk, received.length]).toEqual([
      5,
      expect.stringContaining('[mail-not-sent]'),
      0,
    ]);
  });

  test('each refused address is told by itself, and whether it may be taken later', async () => {
    const { code, talk } = await send([
      ...['--to', 'a@example.org, nobody@example.org، later@example.org'],
      ...['--cc', 'c@example.org'],
    ]);
    expect([code, received.pop()!.to]).toEqual([5, ['a@example.org', 'c@example.org']]);
    expect(talk).toMatch(/refused the address nobody@example\.org: 550 no such mailbox \[mail-refused\]/);
    expect(talk).toMatch(
      /does not take the address later@example\.org now: 450 greylisted \[mail-refused-now\]/,
    );
    expect(talk).toContain('to 2 addresses');
  });

  test.each([
    [451, 'try again', 'mail-not-now'],
    [552, 'too big', 'mail-server-size'],
    [535, 'wrong password', 'mail-server-login'],
    [554, 'spam', 'mail-not-sent'],
  ] as const)('an answer %i to the letter is told of with what to do', async (code, said, rule) => {
    answer = [code, said];
    const result = await send(['--to', 'a@example.org']);
    answer = [250, ''];
    expect([result.code, result.talk]).toEqual([5, expect.stringContaining(`${code} ${said} [${rule}]`)]);
    expect(received.length).toBe(0);
  });

  test('without an answer to the letter it says that nobody knows, with an id that stays the same', async () => {
    answer = [null, ''];
    const first = await send(['--to', 'a@example.org']);
    answer = [250, ''];
    expect([first.code, first.talk]).toEqual([5, expect.stringContaining('[mail-unknown]')]);
    const [, id] = /Message-ID is (<[^>]+>)/.exec(first.talk)!;
    expect((await send(['--to', 'a@example.org'])).code).toBe(0);
    expect(received.pop()!.bytes.toString('latin1')).toContain(`Message-ID: ${id}`);
  });

  test('calls itself by an address, or as WARRAQ_SMTP_NAME says', async () => {
    names.length = 0;
    await send(['--to', 'a@example.org']);
    await send(['--to', 'a@example.org'], { WARRAQ_SMTP_NAME: 'desk.example.org' });
    received.length = 0;
    expect(names).toEqual(['[127.0.0.1]', 'desk.example.org']);
    const wrong = await send(['--to', 'a@example.org'], { WARRAQ_SMTP_NAME: 'a b\r\nQUIT' });
    expect([wrong.code, wrong.talk]).toEqual([2, expect.stringContaining('[mail-server-name]')]);
  });

  test('an Arabic mailbox goes to a server that takes such', async () => {
    const result = await send(['--to', 'أحمد@مثال.إختبار']);
    expect([result.code, received[0]?.to]).toEqual([0, ['أحمد@مثال.إختبار']]);
    const { bytes } = received.pop()!;
    expect(bytes.toString('utf8')).toContain('To: أحمد@xn--mgbh0fb.xn--kgbechtv\r\n');
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

  test('a server that knows no such mailboxes is said to know none', async () => {
    const plain = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      hideSMTPUTF8: true,
      onRcptTo: ({ address }, _, done) =>
        done(
          /^[ -~]*$/.test(address) ? null : Object.assign(new Error('bad address'), { responseCode: 553 }),
        ),
      onData(stream, _, done) {
        stream.resume().on('end', () => done());
      },
    });
    await new Promise<void>((resolve) => {
      plain.listen(0, '127.0.0.1', resolve);
    });
    const address = plain.server.address();
    const port = typeof address === 'object' ? address?.port : '';
    const result = await send(['--to', 'a@example.org, أحمد@example.org'], {
      WARRAQ_SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    await new Promise<void>((resolve) => {
      plain.close(resolve);
    });
    expect(result.code).toBe(5);
    expect(result.talk).toMatch(/SMTPUTF8\): أحمد@example\.org \[mail-no-smtputf8\]/);
    expect(result.talk).toContain('to 1 address');
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
