import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { simpleParser } from 'mailparser';

/**
 * @typedef {object} Read What a reader made of a message.
 * @property {string} message its file
 * @property {string} subject
 * @property {readonly (readonly [string, string])[]} from name and mailbox
 * @property {readonly (readonly [string, string])[]} to
 * @property {readonly string[]} files names of attachments
 *
 * @typedef {object} Reader
 * @property {(tools: string) => boolean} isThere
 * @property {string} [compiler] which no package of Debian 12 brings: without it the reader is excused
 * @property {(folder: string, tools: string) => readonly Read[] | Promise<readonly Read[]>} read all `.eml` of a folder
 */

const PROGRAMS = new URL('.', import.meta.url).pathname;

/** @type {Readonly<Record<string, Reader>>} */
export const readers = {
  'Python email': {
    isThere: () => isCommand('python3'),
    read: (folder) => run('python3', [join(PROGRAMS, 'read_mail.py'), folder]),
  },
  'Go net/mail': {
    isThere: (tools) => existsSync(join(tools, 'read-mail-go')),
    read: (folder, tools) => run(join(tools, 'read-mail-go'), [folder]),
  },
  'mail-parser (Rust)': {
    compiler: 'cargo',
    isThere: (tools) => existsSync(join(tools, 'rust/target/debug/read-mail')),
    read: (folder, tools) => run(join(tools, 'rust/target/debug/read-mail'), [folder]),
  },
  Mime4j: {
    isThere: (tools) => isCommand('java') && existsSync(join(tools, 'classes/ReadMail.class')),
    read: (folder, tools) =>
      run('java', ['-cp', `${join(tools, 'lib/*')}:${join(tools, 'classes')}`, 'ReadMail', folder]),
  },
  mailparser: { isThere: () => true, read: (folder) => each(folder, readByMailparser) },
  'postal-mime': {
    isThere: (tools) => existsSync(join(tools, 'node_modules/postal-mime')),
    read: readByPostalMime,
  },
  'notmuch (GMime)': { isThere: () => isCommand('notmuch'), read: readByNotmuch },
};

export function isCommand(name) {
  return spawnSync(name, ['--version']).status === 0;
}

function run(program, args, options = {}) {
  const { stdout, stderr, status, error } = spawnSync(program, args, { maxBuffer: 1 << 28, ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`);
  return JSON.parse(stdout.toString());
}

async function each(folder, read) {
  const found = [];
  for (const message of readdirSync(folder).filter((name) => name.endsWith('.eml')))
    found.push({ message, ...(await read(readFileSync(join(folder, message)))) });
  return found;
}

async function readByMailparser(bytes) {
  const { subject = '', from, to, attachments } = await simpleParser(bytes, { skipTextToHtml: true });
  const people = (field) =>
    [field ?? []].flat().flatMap(({ value }) => value.map(({ name, address }) => [name, address ?? '']));
  return { subject, from: people(from), to: people(to), files: attachments.map(({ filename }) => filename) };
}

async function readByPostalMime(folder, tools) {
  const path = createRequire(join(tools, 'package.json')).resolve('postal-mime');
  const { default: PostalMime } = await import(pathToFileURL(path).href);
  const parser = PostalMime.default ?? PostalMime;
  const people = (list) => [list ?? []].flat().map(({ name, address }) => [name ?? '', address ?? '']);
  return each(folder, async (bytes) => {
    const { subject = '', from, to, attachments } = await parser.parse(bytes);
    return {
      subject,
      from: people(from),
      to: people(to),
      files: attachments.map(({ filename }) => filename),
    };
  });
}

/** Of a list of addresses notmuch tells the whole: names and mailboxes are parted again. */
function readByNotmuch(folder) {
  const home = join(folder, 'notmuch');
  const config = join(home, 'config');
  mkdirSync(join(home, 'mail/cur'), { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.eml')))
    cpSync(join(folder, name), join(home, 'mail/cur', name));
  writeFileSync(
    config,
    `[database]\npath=${join(home, 'mail')}\n[user]\nname=t\nprimary_email=t@example.org\n`,
  );
  const env = { ...process.env, NOTMUCH_CONFIG: config, HOME: home };
  const made = spawnSync('notmuch', ['new', '--quiet'], { env });
  if (made.status !== 0) throw new Error(`notmuch: ${made.stderr.toString()}`);
  const threads = run('notmuch', ['show', '--format=json', '--entire-thread=false', '*'], { env });
  return threads
    .flat(2)
    .flatMap((node) => (node && !Array.isArray(node) ? [node] : []))
    .map(tellNotmuch);
}

function tellNotmuch({ filename, headers, body }) {
  // It tells the sender without quotation marks, so that is one.
  const person = (field = '') => {
    const [, name, mailbox] = /^(.*?) ?<([^<>]*)>$/s.exec(field) ?? [];
    return [mailbox === undefined ? ['', field] : [name.replace(/^"(.*)"$/s, '$1'), mailbox]];
  };
  // A name in quotation marks, or of anything else but commas.
  const people = (field = '') =>
    Array.from(
      field.matchAll(/(?:"((?:\\.|[^"\\])*)" |([^,]*?) ?)<([^<>]*)>|([^\s,]+@[^\s,]+)/gsu),
      (match) => {
        const [, quoted, plain = '', mailbox, alone] = match;
        return alone ? ['', alone] : [(quoted?.replace(/\\(.)/g, '$1') ?? plain).trim(), mailbox];
      },
    );
  return {
    message: filename[0].split('/').at(-1),
    subject: headers.Subject ?? '',
    from: person(headers.From),
    to: people(headers.To),
    files: namesIn(body),
  };
}

function namesIn(parts) {
  return parts.flatMap(({ filename, content }) => [
    ...(filename === undefined ? [] : [filename]),
    ...(Array.isArray(content) ? namesIn(content) : []),
  ]);
}
