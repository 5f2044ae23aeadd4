import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { domainToASCII } from 'node:url';
import { Sink } from '../../../dist/base/diagnostic.js';
import { writeMail } from '../../../dist/mail/mail.js';
import { readRecipients } from '../../../dist/mail/read-recipients.js';
import { makeSettings } from '../../../dist/project/settings.js';
import { cases } from './cases.mjs';
import { isCommand, readers } from './readers.mjs';

/** Letters: a longer name beside an address is not taken, a longer name of a file is cut. */
const MOST_NAME = 200;
const MOST_FILE = 80;

const FIELDS = /** @type {const} */ (['subject', 'from', 'to', 'file']);

/**
 * What a reader misreads and no writer can mend, and how it is told from other mistakes.
 *
 * @type {readonly { reader: string, fields: readonly string[], isMeant: (found: string, meant: string) => boolean, reason: string }[]}
 */
const KNOWN = [
  {
    reader: 'Python email',
    fields: ['from', 'to'],
    // A field holds 75 columns, so a long name is several encoded words, whoever writes it.
    isMeant: (found, meant) => found.replaceAll(' ', '') === meant.replaceAll(' ', ''),
    reason: 'a blank between two encoded words of a name (gh-128110)',
  },
  {
    reader: 'Python email',
    fields: ['to'],
    isMeant: (found) => /\\udc[89a-f]/.test(found),
    reason: 'bytes of an address in UTF-8 (RFC 6532) each as a surrogate',
  },
];

/** Readers of e-mail × what people write into its header. */
export async function run(tools) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-mail-'));
  try {
    for (const [at, one] of cases.entries()) writeFileSync(join(folder, `${at}.eml`), writeCase(one, at));
    const results = [];
    const absent = [];
    for (const [name, { isThere, compiler, read }] of Object.entries(readers))
      if (isThere(tools)) results.push({ name, misread: compare(name, await read(folder, tools)) });
      else absent.push({ name, isExcused: compiler !== undefined && !isCommand(compiler) });
    const failures = results.flatMap(({ misread }) =>
      misread.filter(({ reason }) => reason === null).map(tell),
    );
    return { table: tabulate(results), failures, absent };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As `warraq mail` writes it: addresses read as they are given, the file named by the title. */
function writeCase({ text, mailbox = 'to@مثال.إختبار' }, at) {
  const sink = new Sink();
  const name = nameable(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : '';
  const people = (...list) => readRecipients('', list, sink);
  const bytes = writeMail(
    { settings: makeSettings({ title: text, lang: 'ar', dir: 'rtl' }), body: [] },
    { bytes: Buffer.from(`${at}`), format: 'pdf', source: 'a.md' },
    {
      from: people(`${name} <from@example.org>`)[0],
      to: people(`${name} <${mailbox}>`, 'second@example.org'),
      cc: [],
      subject: null,
      force: false,
      sent: Date.UTC(2026, 10, 23),
    },
    sink,
  );
  const wrong = sink.diagnostics.filter(({ severity }) => severity !== 'info');
  if (bytes === null || wrong.length > 0) throw new Error(`${text}: ${wrong.map(({ rule }) => rule).join()}`);
  return bytes;
}

const nameable = (text) => text.length <= MOST_NAME && !/[<>]/.test(text);

/** What is to be read of a case, field by field. */
function expectation({ text, plain = text, subject = plain, file = plain, mailbox = 'to@مثال.إختبار' }) {
  const name = nameable(text) ? plain : '';
  const [local, host] = mailbox.split('@');
  return {
    subject,
    from: [[name, 'from@example.org']],
    to: [
      [name, `${local}@${domainToASCII(host)}`],
      ['', 'second@example.org'],
    ],
    file: [`${Array.from(file).slice(0, MOST_FILE).join('').trim()}.pdf`],
  };
}

/** @returns each field that is not read as it was written */
function compare(reader, messages) {
  return cases.flatMap((one, at) => {
    const read = messages.find(({ message }) => message === `${at}.eml`);
    const found = {
      subject: read?.subject,
      from: people(read?.from),
      to: people(read?.to),
      file: read?.files,
    };
    const meant = expectation(one);
    return FIELDS.flatMap((field) => {
      const texts = /** @type {const} */ ([
        JSON.stringify(found[field] ?? null),
        JSON.stringify(meant[field]),
      ]);
      if (texts[0] === texts[1]) return [];
      const known = KNOWN.find(
        (row) => row.reader === reader && row.fields.includes(field) && row.isMeant(...texts),
      );
      return [{ reader, field, name: one.name, texts, reason: known?.reason ?? null }];
    });
  });
}

/** A host of Arabic letters is one, whether a reader shows it as it is sent or as it is written. */
function people(list = []) {
  return list.map(([name, mailbox]) => {
    const [local, host = ''] = mailbox.split('@');
    return [name, `${local}@${domainToASCII(host)}`];
  });
}

function tell({ reader, field, name, texts: [found, meant] }) {
  return `${reader}, ${field} of “${name}”: ${found} instead of ${meant}`;
}

function tabulate(results) {
  const head = `| reader | ${FIELDS.join(' | ')} | misread |\n|---|${'---|'.repeat(FIELDS.length + 1)}\n`;
  const rows = results.map(({ name, misread }) => {
    const wholes = FIELDS.map((kind) => {
      const count = cases.length - misread.filter(({ field }) => field === kind).length;
      return `${count} of ${cases.length}`;
    });
    const names = misread.map(({ field, name: one, reason }) => reason ?? `${field} of ${one}`);
    const notes = [...new Set(names)].slice(0, 5).join('; ') || '–';
    return `| ${name} | ${wholes.join(' | ')} | ${notes} |\n`;
  });
  return head + rows.join('');
}
