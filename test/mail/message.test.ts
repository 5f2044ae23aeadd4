import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { textHeader } from '../../src/mail/header.ts';
import { type Enclosure, writeMail } from '../../src/mail/mail.ts';
import { readAddresses } from '../../src/mail/read-addresses.ts';
import { type MailMessage, writeMessage } from '../../src/mail/write-message.ts';
import type { Envelope } from '../../src/project/envelope.ts';
import { makeSettings } from '../../src/project/settings.ts';
import { cpuTime } from '../cpu-time.ts';
import { hasPython, readWithMailparser, readWithPython } from './readers.ts';

const bytes = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
const message: MailMessage = {
  from: { name: 'وحدة الدراسات', mailbox: 'studies@example.org' },
  to: [
    { name: 'ليلى بنت عبد الرحمن الفاسي، مديرة مكتب الترجمة والنشر', mailbox: 'layla@example.org' },
    { name: 'Smith, "Jo"', mailbox: 'jo@example.org' },
    { name: '', mailbox: 'plain@example.org' },
  ],
  cc: [{ name: 'أرشيف', mailbox: 'archive@example.org' }],
  subject: 'كازاخستان بين رئاستين: من منظمة الأمن والتعاون في أوروبا إلى منظمة المؤتمر الإسلامي ١٩٩٤–٢٠١١',
  lang: 'ar',
  text: 'السلام عليكم،\n\nهذه **ورقة**.\n.\nFrom هنا\n',
  html: '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><body><p>السلام عليكم</p></body></html>\n',
  attachment: {
    name: 'كازاخستان بين رئاستين، أوراق موجزة (عدد نموذجي) ١٩٩٤–٢٠١١.pdf',
    type: 'application/pdf',
    bytes,
  },
  sent: null,
};

const settings = makeSettings({ title: 'كازاخستان بين رئاستين', lang: 'ar', dir: 'rtl' });
const envelope: Envelope = {
  from: null,
  to: [{ name: '', mailbox: 'a@example.org' }],
  cc: [],
  subject: null,
  force: false,
  sent: null,
};
const enclosure: Enclosure = { bytes, format: 'pdf', source: 'content/briefing.md' };

function mailWith(
  changes: { title?: string; subject?: string | null; force?: boolean },
  enclosed: Partial<Enclosure> = {},
) {
  const sink = new Sink();
  const { title = settings.title, ...rest } = changes;
  const letter = { settings: { ...settings, title }, body: [] };
  const mail = writeMail(letter as never, { ...enclosure, ...enclosed }, { ...envelope, ...rest }, sink);
  return { mail, said: sink.diagnostics.map(({ rule }) => rule) };
}

describe('a message', () => {
  const read = [
    ['mailparser', () => readWithMailparser(writeMessage(message))],
    ...(hasPython ? [['Python', async () => readWithPython(writeMessage(message))] as const] : []),
  ] as const;

  test.each(read)('is to %s what it was to us', async (_, reader) => {
    const found = await reader();
    expect(found.subject).toBe(message.subject);
    expect(found.from).toEqual([['وحدة الدراسات', 'studies@example.org']]);
    // Python doubles the space between two encoded words of a name (gh-128110).
    const to = found.to.map(([name, mailbox]) => [name.replace(/ +/g, ' '), mailbox]);
    expect(to).toEqual(message.to.map(({ name, mailbox }) => [name, mailbox]));
    expect(found.cc).toEqual([['أرشيف', 'archive@example.org']]);
    expect(found.text).toBe(message.text.trim());
    expect(found.html).toBe(message.html.trim());
    expect(found.files).toEqual([
      {
        name: message.attachment.name,
        type: 'application/pdf',
        bytes: Buffer.from(bytes).toString('base64'),
      },
    ]);
  });

  test.skipIf(!hasPython)('has no defect that Python knows of', () => {
    expect(readWithPython(writeMessage(message)).defects).toEqual([]);
  });

  test('is ASCII, its lines end in CRLF and have 76 columns', () => {
    const text = new TextDecoder('latin1').decode(writeMessage(message));
    expect(text).toMatch(/^[\x20-\x7E\r\n]*$/);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBe(76);
    // RFC 2047, 2: an encoded word has at most 75 characters.
    for (const [word] of text.matchAll(/=\?UTF-8\?[BQ]\?.*?\?=/g))
      expect(word.length).toBeLessThanOrEqual(75);
  });

  test('names its file in the extended form alone, each piece of whole letters', () => {
    const text = new TextDecoder('latin1').decode(writeMessage(message));
    expect(text).not.toContain('filename=');
    const pieces = Array.from(
      text.matchAll(/filename\*(\d+)\*=(?:UTF-8'')?([^;\r\n]+)/g),
      ([, , piece]) => piece!,
    );
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.map(decodeURIComponent).join('')).toBe(message.attachment.name);
  });

  test('parts encoded words after a multiple of three bytes, between letters', () => {
    const subjects = [
      message.subject,
      'كِتَابُ الأَخْبَارِ الطِّوَالِ فِي سِيَرِ مَنْ مَضَى مِنَ الرِّجَالِ وَمَا قِيلَ فِيهِم',
      `a${'ب'.repeat(90)}`,
      'گزارش می‌شود که نسخه‌ها دوباره خوانده می‌شوند و به خواننده‌ها می‌رسند',
      'أ'.repeat(5000),
    ];
    for (const subject of subjects) {
      const field = /^Subject: (?:.*\r\n )*.*/m.exec(
        new TextDecoder().decode(writeMessage({ ...message, subject })),
      )![0];
      const words = Array.from(
        field.matchAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/g),
        ([, kind, word]) => [kind!, word!] as const,
      );
      expect(words.slice(0, -1).filter(([kind, word]) => kind === 'B' && word.endsWith('='))).toEqual([]);
      const parts = words.map(([kind, word]) =>
        kind === 'B'
          ? Buffer.from(word, 'base64').toString()
          : decodeURIComponent(word.replaceAll('_', ' ').replaceAll('=', '%')),
      );
      expect(parts.join('')).toBe(subject);
      for (const part of parts) expect(part).not.toMatch(/^\p{M}/u);
    }
  });

  test('is a draft without date and id, or sent with both', () => {
    const draft = new TextDecoder('latin1').decode(writeMessage(message));
    expect(draft).toMatch(/^X-Unsent: 1\r\n/);
    expect(draft).not.toMatch(/^(?:Date|Message-ID):/m);
    const sent = new TextDecoder('latin1').decode(
      writeMessage({ ...message, sent: Date.UTC(2026, 10, 23, 9) }),
    );
    expect(sent).toMatch(
      /^Date: Mon, 23 Nov 2026 09:00:00 \+0000\r\nMessage-ID: <[0-9a-f]{32}@example\.org>\r\n/,
    );
    expect(sent).not.toContain('X-Unsent');
  });

  test('has the same bytes twice, and another boundary for another text', () => {
    expect(Buffer.compare(writeMessage(message), writeMessage(message))).toBe(0);
    const boundary = (of: MailMessage) =>
      /boundary="(.*?)"/.exec(new TextDecoder().decode(writeMessage(of)))![1];
    expect(boundary({ ...message, text: 'آخر' })).not.toBe(boundary(message));
  });

  test('has the same Message-ID when it is sent again, and another for other people', () => {
    const idOf = (of: MailMessage) =>
      /^Message-ID: (.*)\r$/m.exec(new TextDecoder().decode(writeMessage(of)))![1];
    const first = idOf({ ...message, sent: Date.UTC(2026, 10, 23, 9) });
    expect(idOf({ ...message, sent: Date.UTC(2026, 10, 24, 10) })).toBe(first);
    expect(idOf({ ...message, cc: [], sent: Date.UTC(2026, 10, 23, 9) })).not.toBe(first);
    expect(idOf({ ...message, subject: 'عدد ثان', sent: Date.UTC(2026, 10, 23, 9) })).not.toBe(first);
  });

  test('cuts no character of a subject in two, whatever its length', async () => {
    for (let length = 1; length < 80; length += 1) {
      const subject = 'ﷺ😀ب'
        .repeat(length)
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '');
      const mail = writeMessage({ ...message, subject });
      const words = new TextDecoder().decode(mail).match(/^Subject: (?:.*\r\n )*.*/m)![0];
      for (const [, word] of words.matchAll(/\?B\?(.*?)\?=/g))
        expect(Buffer.from(word!, 'base64').toString()).not.toContain('\uFFFD');
      expect((await readWithMailparser(mail)).subject).toBe(subject);
    }
  });
});

describe('what could break out of a header', () => {
  const breaks = ['\r\n', '\n', '\r', '\0', '\u0085', '\u2028', '\v', '\r\n\r\n', '\r\n ', '\n\t'];
  const tails = ['Bcc: evil@example.org', 'X-Evil: 1', '<script>', '--=_warraq_', ''];
  const payloads = breaks.flatMap((cut) => tails.map((tail) => `عنوان${cut}${tail}`));

  test('a subject keeps marks of direction, and what else nobody sees of it is said', async () => {
    const { mail, said } = mailWith({ subject: 'دليل C++\u200e (ط ٢)' });
    expect([(await readWithMailparser(mail!)).subject, said]).toEqual(['دليل C++\u200e (ط ٢)', []]);
    const isolated = mailWith({ title: 'دليل \u2066C++\u2069\u00ad' });
    expect((await readWithMailparser(isolated.mail!)).subject).toBe('دليل C++');
    expect(isolated.said).toEqual(['mail-invisible']);
  });

  test('50 subjects with control characters are refused', () => {
    expect(payloads.length).toBe(50);
    for (const subject of payloads) {
      expect(mailWith({ subject })).toEqual({ mail: null, said: ['mail-control'] });
      expect(mailWith({ title: subject, subject: null })).toEqual({ mail: null, said: ['mail-control'] });
      expect(() => textHeader('Subject', subject)).not.toThrow(/undefined/);
    }
  });

  const tricks = [
    '=?UTF-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=',
    '=?UTF-8?Q?=0D=0ABcc:_evil@example.org?=',
    'Subject: x; boundary="a"',
    '"; filename="evil.exe',
    'x'.repeat(2000),
    'أ'.repeat(2000),
    'تقرير\u202Efdp.exe',
    'a, b <c@d>; e:',
  ];
  test.each(tricks)('as title of a document it stays a title: %s', async (title) => {
    const { mail } = mailWith({ title });
    const plain = await readWithMailparser(mailWith({ title: 'x' }).mail!);
    const found = [await readWithMailparser(mail!), ...(hasPython ? [readWithPython(mail!)] : [])];
    for (const { headers, subject, files, to } of found) {
      expect(headers.map((name) => name.toLowerCase())).toEqual(
        plain.headers.map((name) => name.toLowerCase()),
      );
      expect(subject).toBe(title.replace('\u202E', ''));
      expect(to).toEqual([['', 'a@example.org']]);
      expect(files.length).toBe(1);
      expect(files[0]!.name).toMatch(/^[^/\\:*?"<>|\u202E]{1,84}\.pdf$/);
    }
  });

  test('the same in a name beside an address', async () => {
    for (const trick of tricks.filter(({ length }) => length < 200)) {
      const { addresses } = readAddresses(`"${trick.replace(/["\\]/g, '\\$&')}" <a@example.org>`);
      const mail = writeMessage({ ...message, to: addresses });
      for (const { to, headers } of [
        await readWithMailparser(mail),
        ...(hasPython ? [readWithPython(mail)] : []),
      ]) {
        expect(to.map(([, mailbox]) => mailbox)).toEqual(addresses.map(({ mailbox }) => mailbox));
        expect(headers.length).toBe(addresses.length === 0 ? 7 : 8);
      }
    }
  });
});

describe('addresses', () => {
  test('plain, named, quoted, several, in an Arabic domain', () => {
    const list =
      'a@example.org; ليلى <l@example.org>, "Smith, Jo" <j+tag@sub.example.org>,m@مثال.إختبار، وزارة المالية، مكتب الوزير <m@example.org>؛ أحمد@example.org';
    expect(readAddresses(list)).toEqual({
      addresses: [
        { name: '', mailbox: 'a@example.org' },
        { name: 'ليلى', mailbox: 'l@example.org' },
        { name: 'Smith, Jo', mailbox: 'j+tag@sub.example.org' },
        { name: '', mailbox: 'm@xn--mgbh0fb.xn--kgbechtv' },
        { name: 'وزارة المالية، مكتب الوزير', mailbox: 'm@example.org' },
        { name: '', mailbox: 'أحمد@example.org' },
      ],
      refused: [],
    });
  });

  test.each([
    'example.org',
    '@example.org',
    'a@',
    'a b@example.org',
    'a@b@example.org',
    '.a@example.org',
    'a..b@example.org',
    'a@-x.org',
    'a@x..org',
    'أحمد علي@example.org',
    `${'أ'.repeat(33)}@example.org`,
    '"a b"@example.org',
    'name <a@example.org',
    'name <a@example.org> more',
    '<a@example.org> <b@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(64)}.org`,
    `a@${'b.'.repeat(160)}org`,
  ])('%s is none', (written) => {
    expect(readAddresses(written)).toEqual({ addresses: [], refused: [written] });
  });

  test.each<[string, (count: number) => string]>([
    ['commas', (count) => 'a@example.org,'.repeat(count / 14)],
    ['open brackets', (count) => '<'.repeat(count)],
    ['quotation marks', (count) => '"\\'.repeat(count / 2)],
    ['at signs', (count) => 'a@'.repeat(count / 2)],
    ['dots', (count) => `a@${'a.'.repeat(count / 2)}`],
  ])(
    '100 KB of %s take less than 250 ms of a processor, and four times as long as 25 KB',
    async (_, write) => {
      const [quarter, whole] = [write(25_000), write(100_000)];
      const once = await cpuTime(() => readAddresses(quarter), 5);
      const ms = await cpuTime(() => readAddresses(whole));
      expect(ms).toBeLessThan(250);
      expect(ms).toBeLessThan(6 * once + 5);
    },
  );
});

describe('size', () => {
  const ofSize = (megabytes: number) => ({ bytes: new Uint8Array(megabytes * 1_000_000) });

  test('over 14 MB is warned of, over 18 MB refused unless forced', () => {
    expect(mailWith({}, ofSize(14)).said).toEqual([]);
    expect(mailWith({}, ofSize(15)).said).toEqual(['mail-large']);
    expect(mailWith({}, ofSize(19))).toEqual({ mail: null, said: ['mail-too-large'] });
    const forced = mailWith({ force: true }, ofSize(19));
    expect(forced.said).toEqual(['mail-large']);
    expect(forced.mail!.length).toBeGreaterThan(25_000_000);
  });
});
