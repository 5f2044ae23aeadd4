import { domainToASCII } from 'node:url';
import type { Address } from '../project/envelope.ts';

/** RFC 3696, 3 with erratum 1690 gives 320; RFC 5321, 4.5.3.1 gives 64 and 255 of its parts. */
const MOST_MAILBOX = 320;
const MOST_LOCAL = 64;
const MOST_DOMAIN = 255;
const MOST_LABEL = 63;
/** No name is longer; an attempt to hide an address behind one may be. */
const MOST_NAME = 200;

/** atext and dots (RFC 5322, 3.2.3), and letters beyond ASCII (RFC 6531, 3.3). Quoted local parts are refused: nobody has one who is not attacking a parser. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~.-]+$/;
const WIDE_LOCAL = /^[\p{L}\p{M}\p{N}\u200C\w!#$%&'*+/=?^`{|}~.-]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

interface ReadAddresses {
  readonly addresses: readonly Address[];
  /** What could not be read, as written. */
  readonly refused: readonly string[];
}

/**
 * Reads `a@b.org`, `اسم <a@b.org>` and lists of them, parted by commas or semicolons, Arabic ones too. One pass, no
 * backtracking: a list of 100 KB takes milliseconds. Call it only with text that has no control characters.
 */
export function readAddresses(text: string): ReadAddresses {
  const addresses: Address[] = [];
  const refused: string[] = [];
  for (const part of splitList(text)) {
    const written = part.trim();
    if (written === '') continue;
    const address = readAddress(written);
    if (address === null) refused.push(written);
    else addresses.push(address);
  }
  return { addresses, refused };
}

/**
 * Cut at commas and semicolons outside quotation marks and angle brackets; at Arabic ones only behind an address, as names
 * have them too (`وزارة المالية، مكتب الوزير <a@b.org>`).
 */
function splitList(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  let angled = false;
  let hasAddress = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quoted && char === '\\') at += 1;
    else if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '<') angled = true;
    else if (char === '>') angled = false;
    else if (char === '@') hasAddress = true;
    else if (
      !angled &&
      (char === ',' || char === ';' || (hasAddress && (char === '\u060C' || char === '\u061B')))
    ) {
      parts.push(text.slice(start, at));
      start = at + 1;
      hasAddress = false;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function readAddress(written: string): Address | null {
  const open = written.lastIndexOf('<');
  if (open === -1) return makeAddress('', written);
  if (!written.endsWith('>')) return null;
  return makeAddress(unquote(written.slice(0, open).trim()), written.slice(open + 1, -1).trim());
}

function unquote(name: string): string {
  if (name.length < 2 || !name.startsWith('"') || !name.endsWith('"')) return name;
  return name.slice(1, -1).replace(/\\(.)/g, '$1');
}

function makeAddress(name: string, mailbox: string): Address | null {
  const at = mailbox.lastIndexOf('@');
  const local = mailbox.slice(0, at);
  if (mailbox.length > MOST_MAILBOX || name.length > MOST_NAME || at < 1 || /[<>]/.test(name)) return null;
  const isAscii = LOCAL.test(local);
  if (Buffer.byteLength(local) > MOST_LOCAL || !(isAscii || WIDE_LOCAL.test(local))) return null;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  const domain = readDomain(mailbox.slice(at + 1));
  return domain === null ? null : { name, mailbox: `${isAscii ? local : local.normalize('NFC')}@${domain}` };
}

/** An Arabic domain is written in its ASCII form (RFC 5891), which every server knows. */
function readDomain(written: string): string | null {
  const domain = domainToASCII(written.toLowerCase());
  if (domain === '' || domain.length > MOST_DOMAIN) return null;
  const isSound = domain.split('.').every((label) => label.length <= MOST_LABEL && LABEL.test(label));
  return isSound ? domain : null;
}
