import type { Sink } from '../base/diagnostic.ts';
import { hasControls } from '../mail/header.ts';
import { readAddresses } from '../mail/read-addresses.ts';
import type { Address, Envelope } from '../project/envelope.ts';
import type { Desk } from './desk.ts';
import type { RawOptions } from './option-table.ts';

/** Reads who gets the e-mail; what is wrong is reported, and then the envelope is of no use. */
export function readEnvelope(raw: RawOptions, desk: Desk, sink: Sink): Envelope {
  const to = readOption('--to', raw.to ?? [], sink);
  const cc = readOption('--cc', raw.cc ?? [], sink);
  const sender = raw.from ?? desk.env['WARRAQ_MAIL_FROM'] ?? '';
  const [from] = sender === '' ? [] : readOption('--from', [sender], sink);
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
    sent: raw.send === true ? desk.date() : null,
  };
}

function readOption(option: string, values: readonly string[], sink: Sink): readonly Address[] {
  const addresses: Address[] = [];
  for (const value of values) {
    if (hasControls(value)) {
      sink.report('mail-control', null, { option });
      continue;
    }
    const read = readAddresses(value);
    for (const address of read.addresses) addresses.push(address);
    // One is enough to see what is wrong; a thousand would hide it.
    const [first] = read.refused;
    if (first !== undefined) sink.report('mail-address', null, { option, address: first.slice(0, 80) });
  }
  return addresses;
}
