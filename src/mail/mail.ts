import { posix } from 'node:path';
import type { Sink } from '../base/diagnostic.ts';
import type { Envelope } from '../project/envelope.ts';
import { FORMAT_TABLE, type Format } from '../project/format.ts';
import type { Settings } from '../project/settings.ts';
import type { Resolved } from '../resolve/nodes.ts';
import { hasControls, plainText, readSubject } from './header.ts';
import { writeLetter } from './write-letter.ts';
import { writeMessage } from './write-message.ts';

/** Bytes. MIME makes them 1.37 times as many: Outlook.com takes 20 MB, Gmail 25. */
const MUCH = 14_000_000;
const TOO_MUCH = 18_000_000;

/** A document ready to be sent. */
export interface Enclosure {
  readonly bytes: Uint8Array;
  readonly format: Format;
  /** Path of its source. */
  readonly source: string;
}

/**
 * Puts a document into an e-mail.
 *
 * @param letter what the template's mail.hbs makes of the text, with its meaning
 * @returns null where an error was reported
 */
export function writeMail(
  letter: Resolved,
  enclosure: Enclosure,
  envelope: Envelope,
  sink: Sink,
): Uint8Array | null {
  const { settings } = letter;
  const option = envelope.subject === null ? 'title' : '--subject';
  const written = envelope.subject ?? settings.title;
  if (hasControls(written)) sink.report('mail-control', null, { option });
  const { subject, dropped } = readSubject(written);
  if (dropped.length > 0) sink.report('mail-invisible', null, { option, codes: dropped.join(', ') });
  checkSize(enclosure.bytes.length, envelope.force, sink);
  if (sink.failed) return null;
  const { from, to, cc, sent } = envelope;
  return writeMessage({
    from,
    to,
    cc,
    sent,
    subject,
    lang: settings.lang,
    ...writeLetter(letter),
    attachment: {
      name: nameFile(settings, enclosure),
      type: FORMAT_TABLE[enclosure.format].type,
      bytes: enclosure.bytes,
    },
  });
}

function checkSize(bytes: number, force: boolean, sink: Sink): void {
  const size = (bytes / 1_000_000).toFixed(1);
  if (bytes > TOO_MUCH && !force) sink.report('mail-too-large', null, { size, most: TOO_MUCH / 1_000_000 });
  else if (bytes > MUCH) sink.report('mail-large', null, { size });
}

/** A name longer than this is cut by Windows in a deep folder (260 characters for the whole path). */
const MOST_NAME = 80;

/** The document is called by its title; by its source, or `document`, where that gives no name. */
function nameFile({ title }: Settings, { source, format }: Enclosure): string {
  // What Windows refuses in a name, and the dot that hides a file.
  const plain = plainText(title.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029/\\:*?"<>|]/g, ' '));
  const name = Array.from(plain.replace(/^\.+/, '')).slice(0, MOST_NAME).join('').trim();
  if (name !== '') return `${name}.${format}`;
  const ascii = posix
    .parse(source)
    .name.replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+|-+$/g, '');
  return `${/[A-Za-z0-9]/.test(ascii) ? ascii.slice(0, MOST_NAME) : 'document'}.${format}`;
}
