import type { Sink } from '../base/diagnostic.ts';
import type { Envelope } from '../project/envelope.ts';
import type { Host } from './host.ts';

/** What we use of nodemailer, an optional peer: it is given bytes and addresses, and composes nothing. */
export interface Mailer {
  createTransport(options: object): {
    sendMail(letter: {
      readonly envelope: { readonly from: string; readonly to: readonly string[] };
      readonly raw: Uint8Array;
    }): Promise<{ readonly rejected: readonly string[] }>;
    close(): void;
  };
}

/** A server that keeps silent for so long will not answer. */
const PATIENCE = 30_000;
/** Names of this machine: between two of its programs nothing needs to be encrypted. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The mail server of WARRAQ_SMTP_URL; null after a report. Only the environment says it: a password belongs in no file of a project. */
export function readServer(env: Host['env'], sink: Sink): URL | null {
  const text = env['WARRAQ_SMTP_URL'] ?? '';
  if (text === '') {
    sink.report('mail-server-missing', null);
    return null;
  }
  const server = URL.canParse(text) ? new URL(text) : null;
  const isServer = server !== null && /^smtps?:$/.test(server.protocol) && server.hostname !== '';
  if (isServer && isEncoded(server.username) && isEncoded(server.password)) return server;
  sink.report('mail-server-url', null);
  return null;
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Hands a message to the server. @returns whether it was taken; else why not is reported */
export async function sendMail(
  bytes: Uint8Array,
  envelope: Envelope,
  server: URL,
  host: Host,
  sink: Sink,
): Promise<boolean> {
  const mailer = await host.loadMailer();
  if (mailer === null) {
    sink.report('mail-no-nodemailer', null);
    return false;
  }
  const transport = mailer.createTransport(describeServer(server));
  const { from, to, cc } = envelope;
  try {
    const recipients = [...to, ...cc].map(({ mailbox }) => mailbox);
    const letter = { envelope: { from: from?.mailbox ?? '', to: recipients }, raw: bytes };
    const { rejected } = await transport.sendMail(letter);
    if (rejected.length > 0) sink.report('mail-refused', null, { addresses: rejected.join(', ') });
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    sink.report('mail-not-sent', null, { reason: tellReason(error) });
    return false;
  } finally {
    transport.close();
  }
}

function describeServer(server: URL): object {
  const secure = server.protocol === 'smtps:';
  const user = decodeURIComponent(server.username);
  return {
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: server.port === '' ? (secure ? 465 : 587) : Number(server.port),
    secure,
    // A password and a letter go over a network encrypted or not at all.
    requireTLS: !secure && !LOOPBACK.has(server.hostname),
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(server.password) } }),
    // The machine's own name is nobody's business.
    name: 'localhost',
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  };
}

/** The first line of what the server or the network said, without control characters. */
function tellReason({ message }: Error): string {
  return (message.split(/[\r\n]/)[0] ?? '').replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ').slice(0, 200);
}
