import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { Mailer } from '../../src/cli/send-mail.ts';
import { compile } from '../../src/compile.ts';
import { run } from '../cli/host-of-test.ts';
import { hasPostfix, loseLastAnswer, type Postfix, startPostfix } from './postfix.ts';
import { hasPython, readWithMailparser, readWithPython } from './readers.ts';

const source = `---
title: محضر الجلسة الحادية والعشرين بعد المئة، وما تقرّر فيها من مواعيد
date: 2026-11-23
---

:::summary
اجتمعت اللجنة في **أستانا**.
:::

نصّ المحضر.
`;

/** A folder with a document, and Postfix. */
let folder: string;
let postfix: Postfix;

const send = async (url: string, ...args: readonly string[]) =>
  run(['mail', 'report.md', '--send', ...args], {
    compile,
    world: () => openNodeWorld(folder),
    env: { WARRAQ_SMTP_URL: url, WARRAQ_MAIL_FROM: 'أمانة اللجنة <desk@example.org>' },
    mailer: (await import('nodemailer')) as unknown as Mailer,
  });

/** What is said of a letter, in English and Arabic, and the exit code, which is one. */
async function tellBoth(url: string, ...args: readonly string[]) {
  const [english, arabic] = [await send(url, ...args), await send(url, '--lang', 'ar', ...args)];
  expect(arabic.code).toBe(english.code);
  return { code: english.code, english: english.talk, arabic: arabic.talk };
}

describe.skipIf(!hasPostfix)('Postfix', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'warraq-mail-'));
    writeFileSync(join(folder, 'report.md'), source);
    postfix = await startPostfix();
  });
  afterAll(() => {
    postfix.stop();
    rmSync(folder, { recursive: true });
  });

  test('takes a letter, and keeps it as it was written', async () => {
    const copy = join(folder, 'sent.eml');
    const to = ['--to', 'ليلى الفاسي <layla@example.org>, m@مثال.إختبار', '-o', copy];
    const { code, talk } = await send(postfix.url('plain'), ...to);
    expect([code, talk]).toEqual([0, expect.stringContaining('sent through 127.0.0.1 to 2 addresses')]);
    const letters = await postfix.takeLetters(2);
    expect(letters.length).toBe(2);
    const written = readFileSync(copy, 'latin1').replaceAll('\r\n', '\n');
    for (const bytes of letters) {
      // Above stands what Postfix adds: whom it delivers to, and the way it came.
      expect(bytes.toString('latin1').endsWith(written)).toBe(true);
      const readings = [await readWithMailparser(bytes), ...(hasPython ? [readWithPython(bytes)] : [])];
      for (const { subject, files, to: people } of readings) {
        expect(subject).toBe('محضر الجلسة الحادية والعشرين بعد المئة، وما تقرّر فيها من مواعيد');
        expect(files[0]!.name).toBe('محضر الجلسة الحادية والعشرين بعد المئة، وما تقرّر فيها من مواعيد.pdf');
        expect(people[0]).toEqual(['ليلى الفاسي', 'layla@example.org']);
      }
    }
  });

  test('takes a mailbox of Arabic letters, and one that knows none is told of', async () => {
    const { code } = await send(postfix.url('plain'), '--to', 'أحمد@مثال.إختبار');
    expect(code).toBe(0);
    const [letter] = await postfix.takeLetters(1);
    expect(letter!.toString()).toContain('To: أحمد@xn--mgbh0fb.xn--kgbechtv\n');
    const told = await tellBoth(postfix.url('ascii'), '--to', 'أحمد@مثال.إختبار');
    expect(told.code).toBe(5);
    expect(told.english).toMatch(/no address with letters beyond ASCII \(SMTPUTF8\): أحمد@/);
    expect(told.english).toContain('use another server');
    expect(told.arabic).toContain('لا يعرف خادم البريد عنوانًا فيه حروف غير لاتينية (SMTPUTF8): أحمد@');
    expect(told.arabic).toContain('استعمل خادمًا آخر');
  });

  test('refuses one of three, and defers one: each is told of, the third has it', async () => {
    const to = ['--to', 'a@example.org, nobody@example.org، later@example.org'];
    const { code, english, arabic } = await tellBoth(postfix.url('plain'), ...to);
    expect(code).toBe(5);
    expect(english).toMatch(/refused the address nobody@example\.org: 550 5\.1\.1 .*no such mailbox/);
    expect(english).toMatch(/does not take the address later@example\.org now: 450 4\.2\.0 .*greylisted/);
    expect(english).toContain('try again in some minutes, with this address alone');
    expect(english).toContain('sent through 127.0.0.1 to 1 address');
    expect(arabic).toMatch(/رفض خادم البريد العنوان nobody@example\.org: 550/);
    expect(arabic).toMatch(/لا يقبل خادم البريد العنوان later@example\.org الآن: 450/);
    expect(arabic).toContain('أعد المحاولة بعد دقائق بهذا العنوان وحده');
    expect((await postfix.takeLetters(2)).length).toBe(2);
  });

  test.each([
    [
      'busy',
      /does not take the e-mail now: 451 .*try again in five minutes/,
      'try again later',
      'أعد المحاولة لاحقًا',
    ],
    ['small', /too big for the mail server: 552 5\.3\.4/, 'use smaller images', 'صغّر الصور'],
    [
      'strict',
      /did not take the e-mail: 554 .*no letters from there/,
      'check WARRAQ_SMTP_URL',
      'راجع WARRAQ_SMTP_URL',
    ],
  ] as const)('%s: nothing is sent, and what to do is said', async (server, said, hint, advice) => {
    const { code, english, arabic } = await tellBoth(postfix.url(server), '--to', 'a@example.org');
    expect([code, english]).toEqual([5, expect.stringMatching(said)]);
    for (const words of [hint, 'nothing was sent']) expect(english).toContain(words);
    for (const words of [advice, 'لم يُرسل شيء']) expect(arabic).toContain(words);
    expect(await postfix.takeLetters(0)).toEqual([]);
  });

  test('takes a letter whose answer is lost: nobody knows, and sent again it is the same letter', async () => {
    const way = await loseLastAnswer(postfix.url('plain'));
    const { code, english, arabic } = await tellBoth(way.url, '--to', 'a@example.org');
    way.close();
    expect([code, english]).toEqual([
      5,
      expect.stringContaining('it is not known whether the letter was accepted'),
    ]);
    expect(english).toContain('sent again, it has the same Message-ID');
    expect(arabic).toContain('لا يُعرف هل قُبلت الرسالة');
    expect(arabic).toContain('حملت المعرّف نفسه');
    const [, id] = /Message-ID is (<[^>]+>)/.exec(english)!;
    expect(arabic).toContain(id);
    const letters = await postfix.takeLetters(2);
    expect(letters.map((bytes) => /^Message-ID: (.*)$/m.exec(bytes.toString('latin1'))![1])).toEqual([
      id,
      id,
    ]);
  });

  test('with a certificate that nobody vouches for gets no letter', async () => {
    const { code, english, arabic } = await tellBoth(postfix.url('encrypted'), '--to', 'a@example.org');
    expect([code, english]).toEqual([
      5,
      expect.stringContaining('is not to be trusted: self-signed certificate [mail-server-certificate]'),
    ]);
    expect(english).toContain('nothing was sent; name the server in WARRAQ_SMTP_URL as its certificate does');
    expect(arabic).toContain('لا يوثق بشهادة خادم البريد');
    expect(arabic).toContain('كما تسمّيه شهادته');
    expect(await postfix.takeLetters(0)).toEqual([]);
  });

  test('that offers no encryption gets no letter either, but by the loopback', async () => {
    const port = new URL(postfix.url('plain')).port;
    for (const url of [`smtps://127.0.0.1:${port}`, `smtp://[::ffff:127.0.0.1]:${port}`]) {
      const { code, english, arabic } = await tellBoth(url, '--to', 'a@example.org');
      expect([code, english]).toEqual([5, expect.stringContaining('[mail-server-tls]')]);
      expect(english).toContain('nothing was sent; write smtps:// for port 465');
      expect(arabic).toContain('لا سبيل مشفّرًا إلى خادم البريد');
    }
    expect(await postfix.takeLetters(0)).toEqual([]);
  });
});
