import { Readable } from 'node:stream';
import type { Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Envelope } from '../project/envelope.ts';
import type { Host } from './host.ts';

/** What we use of nodemailer, an optional peer: it is given bytes and addresses, and composes nothing. */
export interface Mailer {
  createTransport(options: object): {
    sendMail(letter: {
      readonly envelope: { readonly from: string; readonly to: readonly string[] };
      readonly raw: Readable;
    }): Promise<Refusals>;
    close(): void;
  };
}

/** Of some recipients, or, as an error, of the letter. */
interface Refusals {
  readonly rejectedErrors?: readonly MailError[];
}

interface MailError extends Error, Refusals {
  /** What the server answered, and the code it begins with (RFC 5321, 4.2). */
  readonly response?: string;
  readonly responseCode?: number;
  readonly recipient?: string;
  /** Of nodemailer, and of Node beneath it (`tls`, "X509 certificate error codes"; OpenSSL, with a reason). */
  readonly code?: string;
  readonly originalCode?: string;
  readonly reason?: string;
}

/** A server that keeps silent for so long will not answer. */
const PATIENCE = 30_000;
/** Names of this machine: between two of its programs nothing needs to be encrypted. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A mail server, and how we call ourselves to it. */
export interface MailServer {
  readonly url: URL;
  /** The argument of EHLO (RFC 5321, 4.1.1.1). */
  readonly name: string;
}

/**
 * The mail server of WARRAQ_SMTP_URL; null after a report. Only the environment says it: a password belongs in no file of a
 * project.
 */
export function readServer(env: Host['env'], sink: Sink): MailServer | null {
  const text = env['WARRAQ_SMTP_URL'] ?? '';
  if (text === '') {
    sink.report('mail-server-missing', null);
    return null;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  const isServer = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  const isSound = isServer && isEncoded(url.username) && isEncoded(url.password);
  if (!isSound) sink.report('mail-server-url', null);
  // The machine's own name is nobody's business, and `localhost` some servers refuse.
  const name = env['WARRAQ_SMTP_NAME'] || '[127.0.0.1]';
  if (!OWN_NAME.test(name)) sink.report('mail-server-name', null);
  return isSound && OWN_NAME.test(name) ? { url, name } : null;
}

/** A domain, or an address in brackets. */
const OWN_NAME = /^(?:[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?|\[(?:IPv6:)?[0-9a-f:.]{2,45}\])$/i;

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** What is seen of a letter on its way. */
interface Passage {
  /** Whether the server said that it takes mailboxes beyond ASCII (RFC 6531). */
  takesUtf8: boolean;
  /** Whether all of the letter was handed over: from then on silence may mean that it was taken. */
  isHanded: boolean;
}

/**
 * Hands a message to the server; what is refused of it is reported.
 *
 * @param bytes as `writeMessage` makes them, with a Message-ID
 * @returns how many recipients it was taken for
 */
export async function sendMail(
  bytes: Uint8Array,
  envelope: Envelope,
  server: MailServer,
  host: Host,
  sink: Sink,
): Promise<number> {
  const mailer = await host.loadMailer();
  if (mailer === null) {
    sink.report('mail-no-nodemailer', null);
    return 0;
  }
  const passage: Passage = { takesUtf8: false, isHanded: false };
  const transport = mailer.createTransport(describeServer(server, passage));
  const { from, to, cc } = envelope;
  const raw = Readable.from([bytes], { objectMode: false }).once('end', () => {
    passage.isHanded = true;
  });
  const recipients = [...to, ...cc].map(({ mailbox }) => mailbox);
  try {
    const letter = { envelope: { from: from?.mailbox ?? '', to: recipients }, raw };
    const { rejectedErrors = [] } = await transport.sendMail(letter);
    for (const error of rejectedErrors) reportRefused(error, passage, sink);
    return recipients.length - rejectedErrors.length;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    reportFailure(error, bytes, [from?.mailbox ?? '', ...recipients], passage, sink);
    return 0;
  } finally {
    transport.close();
  }
}

function describeServer({ url, name }: MailServer, passage: Passage): object {
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password and a letter go over a network encrypted or not at all.
    requireTLS: !secure && !LOOPBACK.has(url.hostname),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    name,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Nothing is logged: what the server offers is said to its log alone.
    debug: true,
    logger: listenTo(passage),
  };
}

/** A log, as nodemailer knows them, that keeps nothing. */
function listenTo(passage: Passage): object {
  const ignore = () => undefined;
  const debug = (entry: { readonly tnx?: string }, message: unknown) => {
    if (entry.tnx === 'server' && /^250[ -]SMTPUTF8\b/im.test(String(message))) passage.takesUtf8 = true;
  };
  return { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore };
}

function reportFailure(
  error: MailError,
  bytes: Uint8Array,
  mailboxes: readonly string[],
  passage: Passage,
  sink: Sink,
): void {
  for (const refused of error.rejectedErrors ?? []) reportRefused(refused, passage, sink);
  const address = passage.takesUtf8 ? undefined : mailboxes.find(isBeyondAscii);
  const isAnswered = error.responseCode !== undefined;
  if (address !== undefined && isAnswered) sink.report('mail-no-smtputf8', null, { address });
  if (passage.isHanded && !isAnswered) sink.report('mail-unknown', null, { id: idOf(bytes) });
  else sink.report(ruleOf(error), null, { reason: tellReason(error) });
}

function reportRefused(error: MailError, { takesUtf8 }: Passage, sink: Sink): void {
  const { recipient = '', responseCode = 0 } = error;
  const values = { address: recipient, reason: tellReason(error) };
  if (isBeyondAscii(recipient) && !takesUtf8) sink.report('mail-no-smtputf8', null, values);
  else sink.report(responseCode < 500 ? 'mail-refused-now' : 'mail-refused', null, values);
}

const isBeyondAscii = (mailbox: string) => /[^\0-\x7F]/.test(mailbox);

/** Of a certificate, as Node names what is wrong with it. */
const CERTIFICATE = /CERT|^(?:HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|UNABLE_TO_)/;

/** By what kept the way from being encrypted, or by the class of the answer (RFC 5321, 4.2.1; RFC 4954, 6). */
function ruleOf({ responseCode = 0, code, originalCode = '' }: MailError): MessageId {
  if (CERTIFICATE.test(originalCode)) return 'mail-server-certificate';
  if (code === 'ETLS' || originalCode.startsWith('ERR_SSL_')) return 'mail-server-tls';
  if (responseCode === 552 || responseCode === 523) return 'mail-server-size';
  if ([530, 534, 535, 538].includes(responseCode)) return 'mail-server-login';
  return responseCode >= 400 && responseCode < 500 ? 'mail-not-now' : 'mail-not-sent';
}

function idOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1');
  return /^Message-ID: (<[^>]*>)/m.exec(head)?.[1] ?? '';
}

/** The first line of what the server or the network said, without control characters. */
function tellReason({ response, reason, message }: MailError): string {
  const said = response ?? reason ?? message;
  return (said.split(/[\r\n]/)[0] ?? '').replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ').slice(0, 200);
}
