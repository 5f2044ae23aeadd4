import { createHash } from 'node:crypto';
import type { Address } from '../project/envelope.ts';
import { addressHeader, fileNameParameters, textHeader } from './header.ts';

/** A letter with a document, every part of it settled. */
export interface MailMessage {
  readonly from: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  readonly lang: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  };
  /** Milliseconds since 1970; null makes a draft. */
  readonly sent: number | null;
}

/**
 * A message (RFC 5322, RFC 2045) in ASCII, but for mailboxes beyond it, lines of 76 columns ending in CRLF. A draft says so
 * to Outlook and Thunderbird by `X-Unsent`, and has neither date nor id: both belong to the moment it is sent. The same
 * message gives the same bytes.
 */
export function writeMessage(message: MailMessage): Uint8Array {
  const { text, html, attachment } = message;
  const id = fingerprint(message);
  // `=_` is in no base64, so no part can contain its boundary.
  const outer = `=_warraq_${id}`;
  const inner = `=_letter_${id}`;
  return Buffer.from(
    [
      ...envelopeHeaders(message, id),
      'MIME-Version: 1.0',
      textHeader('Content-Language', message.lang),
      `Content-Type: multipart/mixed;\r\n boundary="${outer}"`,
      '',
      `--${outer}`,
      `Content-Type: multipart/alternative;\r\n boundary="${inner}"`,
      '',
      `--${inner}`,
      'Content-Type: text/plain; charset=utf-8',
      ...base64Part(new TextEncoder().encode(text.replace(/\n/g, '\r\n'))),
      `--${inner}`,
      'Content-Type: text/html; charset=utf-8',
      ...base64Part(new TextEncoder().encode(html.replace(/\n/g, '\r\n'))),
      `--${inner}--`,
      '',
      `--${outer}`,
      `Content-Type: ${attachment.type}`,
      `Content-Disposition: attachment${fileNameParameters(attachment.name)}`,
      ...base64Part(attachment.bytes),
      `--${outer}--`,
      '',
    ].join('\r\n'),
    'utf8',
  );
}

function envelopeHeaders({ from, to, cc, subject, sent }: MailMessage, id: string): readonly string[] {
  const host = from?.mailbox.split('@')[1] ?? 'localhost';
  return [
    ...(sent === null
      ? ['X-Unsent: 1']
      : [`Date: ${new Date(sent).toUTCString().replace('GMT', '+0000')}`, `Message-ID: <${id}@${host}>`]),
    ...(from === null ? [] : [addressHeader('From', [from])]),
    ...(to.length === 0 ? [] : [addressHeader('To', to)]),
    ...(cc.length === 0 ? [] : [addressHeader('Cc', cc)]),
    textHeader('Subject', subject),
  ];
}

function base64Part(bytes: Uint8Array): readonly string[] {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return ['Content-Transfer-Encoding: base64', '', ...lines, ''];
}

/**
 * Differs where the message does, whoever it is to, but not by the hour: a letter that is sent again because nobody knows
 * whether it was taken is the same letter, and who has it already need not see it twice (RFC 5322, 3.6.4).
 */
function fingerprint({ text, html, attachment, subject, from, to, cc }: MailMessage): string {
  const hash = createHash('sha256');
  const people = [
    from?.mailbox ?? '',
    ...to.map(({ mailbox }) => mailbox),
    '',
    ...cc.map(({ mailbox }) => mailbox),
  ];
  for (const part of [text, html, subject, ...people]) {
    hash.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  return hash.update(attachment.bytes).digest('hex').slice(0, 32);
}
