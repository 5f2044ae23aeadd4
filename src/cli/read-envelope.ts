import type { Sink } from '../base/diagnostic.ts';
import { hasControls } from '../mail/header.ts';
import { readRecipients } from '../mail/read-recipients.ts';
import type { RawOptions } from '../option-table.ts';
import type { Envelope } from '../project/envelope.ts';
import type { Host } from './host.ts';

/** Reads who gets the e-mail; what is wrong is reported, and then the envelope is of no use. */
export function readEnvelope(raw: RawOptions, host: Host, sink: Sink): Envelope {
  const to = readRecipients('--to', raw.to ?? [], sink);
  const cc = readRecipients('--cc', raw.cc ?? [], sink);
  const sender = raw.from ?? host.env['WARRAQ_MAIL_FROM'] ?? '';
  const [from] = sender === '' ? [] : readRecipients('--from', [sender], sink);
  if ((raw.to ?? []).join('').trim() === '') sink.report('mail-no-recipient', null);
  if (raw.subject !== undefined && hasControls(raw.subject))
    sink.report('mail-control', null, { option: '--subject' });
  if (raw.send === true && sender === '') sink.report('mail-sender', null);
  return {
    to,
    cc,
    from: from ?? null,
    subject: raw.subject ?? null,
    force: raw.force === true,
    sent: raw.send === true ? host.date() : null,
  };
}
