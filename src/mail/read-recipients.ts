import type { Sink } from '../base/diagnostic.ts';
import type { Address } from '../project/envelope.ts';
import { hasControls } from './header.ts';
import { readAddresses } from './read-addresses.ts';

/** Addresses as people write them; what is none is reported under the name of the option that holds it. */
export function readRecipients(option: string, values: readonly string[], sink: Sink): readonly Address[] {
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
