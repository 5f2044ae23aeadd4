import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * The host that a link leads to, where its words say another: an address in the words has another host, or a name
 * before `@` in the address is taken for one (`https://bank.example@other.example`). As people read it; null where
 * nothing deceives. A host and what stands under it (`www.`, `docs.`) are one.
 */
export function concealedHost(url: string, words: string): string | null {
  const host = hostOf(url);
  if (host === null) return null;
  const isBare =
    url.replace(/^(?:https?:\/\/|mailto:)/i, '') === words.replace(/^(?:https?:\/\/|mailto:)/i, '');
  const named = isBare ? null : namedHost(words);
  const isOther = named !== null && !isUnder(host, named) && !isUnder(named, host);
  const hasUser = /^https?:/i.test(url) && /^[^/?#]*:[/\\]*[^/\\?#]*@/.test(url);
  return isOther || hasUser ? domainToUnicode(host) || host : null;
}

function isUnder(host: string, above: string): boolean {
  return host === above || host.endsWith(`.${above}`);
}

/** In ASCII, without `www.`; of `mailto:`, that of its first address. Null where there is none. */
function hostOf(url: string): string | null {
  const address = /^mailto:[^@?]*@([^?,;]+)/i.exec(url);
  if (address !== null) return plainHost(address[1]!);
  return /^https?:/i.test(url) && URL.canParse(url) ? plainHost(new URL(url).hostname) : null;
}

function plainHost(name: string): string | null {
  return domainToASCII(name.trim()).replace(/^www\./, '') || null;
}

/** `socket.io`, `README.md` and ASP.NET are names of other things: only with a scheme, `www.` or an ending of these is a word a host. */
const HOST_WORD =
  /(?:https?:\/\/|www\.)((?:[\p{L}\p{M}\p{N}-]+\.)+[\p{L}\p{M}]{2,})|(?:^|[\s(«"@])(?!(?:asp|ado|ml|vb)\.net)((?:[\p{L}\p{M}\p{N}-]+\.)+(?:com|org|net|edu|gov|int|mil|info|(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}))(?![\p{L}\p{N}.-]*[\p{L}\p{N}])/iu;

/** The host that words name, in ASCII; null where they name none. */
function namedHost(words: string): string | null {
  const found = HOST_WORD.exec(words);
  return found === null ? null : plainHost((found[1] ?? found[2])!);
}
