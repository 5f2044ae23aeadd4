import { domainToASCII } from 'node:url';
import type { Link, Text } from 'mdast';
import type { Code, Construct, Effects, Extension, State, TokenType } from 'micromark-util-types';
import { originOf } from '../node-origin.ts';
import { type MarkedPart, sliceText } from '../slice-text.ts';
import type { Reading } from './arabic-emphasis.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    literalAutolink: 'literalAutolink';
    literalAutolinkHttp: 'literalAutolinkHttp';
    literalAutolinkWww: 'literalAutolinkWww';
  }
}

/**
 * Addresses that stand in a text as they are. GFM ends them at white space and takes off what ASCII has of marks: the
 * comma of an Arabic sentence would be a part of the host.
 */

/** Arabic marks, quotation marks, dashes and controls of direction: no address has them but percent-encoded. */
const ENDS = /[\u060C\u061B\u061F\u06D4\u066D«»‹›“”„‘‚…—\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** Ends the addresses of micromark-extension-gfm-autolink-literal at such a mark. */
export function limitAddresses(extension: Extension, reading: Reading): Extension {
  if (!extension.text) return extension;
  const text: Record<string, Construct | Construct[]> = {};
  for (const [code, constructs] of Object.entries(extension.text)) {
    text[code] = [constructs ?? []].flat().map((construct) => {
      const type = ADDRESSES.get(construct.name);
      return type === undefined ? construct : limit(construct, type, reading);
    });
  }
  return { ...extension, text };
}

/** What marks an address by the name of its construct. */
const ADDRESSES: ReadonlyMap<string | undefined, TokenType> = new Map<string | undefined, TokenType>([
  ['wwwAutolink', 'literalAutolinkWww'],
  ['protocolAutolink', 'literalAutolinkHttp'],
]);

/** The construct itself says whether there is an address, and marks it where no such mark stands in it. */
function limit(construct: Construct, type: TokenType, reading: Reading): Construct {
  const { previous } = construct;
  return {
    ...construct,
    previous(code) {
      return mayBeginAfter(code) || (previous?.call(this, code) ?? true);
    },
    tokenize(effects, ok, nok) {
      const before = this.previous;
      // It asks once more what it follows.
      if (mayBeginAfter(before)) this.previous = SPACE;
      const give: State = (code) => {
        this.previous = before;
        return nok(code);
      };
      const length = lengthBeforeMark(reading.text, this.now().offset);
      if (length === null) return construct.tokenize.call(this, effects, ok, give);
      return length === 0 ? give : effects.check(construct, take(length, type, effects, ok), give);
    },
  };
}

/** What one may follow besides, as it may follow a space. */
const mayBeginAfter = (code: Code) => code !== null && code > 0x7f && ENDS.test(String.fromCodePoint(code));

const SPACE = 0x20;

function take(length: number, type: TokenType, effects: Effects, ok: State): State {
  let rest = length;
  const inside: State = (code) => {
    if (rest === 0) {
      effects.exit(type);
      effects.exit('literalAutolink');
      return ok(code);
    }
    rest--;
    effects.consume(code);
    return inside;
  };
  return (code) => {
    effects.enter('literalAutolink');
    effects.enter(type);
    return inside(code);
  };
}

const RUN = /[^\s<|]*/y;
const BEGINNING = /^(?:https?:\/\/|www\.)[^.]/i;
const TRAILING = /[!"'*,.:;?\]_~]/;
const ENTITY = /&[A-Za-z]{1,32};$/;

/**
 * How long an address is before the first mark that ends it, in UTF-16 units and without what GFM takes off an end; 0 for none, null
 * where no mark stands in the way.
 */
function lengthBeforeMark(text: string, from: number): number | null {
  RUN.lastIndex = from;
  const run = RUN.exec(text)![0];
  const mark = run.search(ENDS);
  if (mark < 0) return null;
  const length = lengthOf(run.slice(0, mark));
  return BEGINNING.test(run.slice(0, length)) ? length : 0;
}

/** How long an address is without the marks at its end that are the sentence's; a bracket is its own where it is opened in it. */
function lengthOf(address: string): number {
  const open = {
    ')': count(address, ')') - count(address, '('),
    '}': count(address, '}') - count(address, '{'),
  };
  for (let end = address.length; ; end--) {
    const last = address[end - 1] ?? '';
    const entity = last === ';' ? ENTITY.exec(address.slice(Math.max(0, end - 34), end)) : null;
    if (entity !== null) end -= entity[0].length - 1;
    else if (last === ')' || last === '}') {
      if (open[last] <= 0) return end;
      open[last]--;
    } else if (!TRAILING.test(last)) return end;
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1;

const LABEL = '[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}\\u200C-]*[\\p{L}\\p{M}\\p{N}])?';
const MAIL = new RegExp(
  `(?:(?<![A-Za-z0-9.+_-])[A-Za-z0-9][A-Za-z0-9.+_-]*|(?<![\\p{L}\\p{M}\\p{N}._-])(?!\\p{M})[\\p{Script=Arabic}\\p{M}0-9._-]+)` +
    `@(?:${LABEL}\\.)+[\\p{L}\\p{M}]{2,}`,
  'gu',
);

/** Addresses that GFM leaves: of mail with letters beyond ASCII (RFC 6531, RFC 5890), and all behind a bracket. */
export function findAddresses(node: Text): readonly MarkedPart[] {
  const bracket = node.value.indexOf('[');
  const isBehind = (index: number) => bracket >= 0 && index > bracket;
  const mail = [...node.value.matchAll(MAIL)].flatMap(({ 0: address, index }) => {
    const domain = address.slice(address.indexOf('@') + 1);
    const isMissed = isBehind(index) || !isAscii(address);
    return isMissed && domainToASCII(domain) !== '' ? linkOf(node, index, address, 'mailto:') : [];
  });
  return [...mail, ...(bracket < 0 ? [] : findWeb(node).filter(({ start }) => isBehind(start)))];
}

const WEB = /(?<![A-Za-z])https?:\/\/[^\s<|\]]+|(?<![^\s*_~([{«“‹—])www\.[^\s<|\]]+/gi;

/** A bracket that opens could begin a link: what stands behind it stays text, whether one comes of it or not. */
function findWeb(node: Text): readonly MarkedPart[] {
  return [...node.value.matchAll(WEB)].flatMap(({ 0: run, index }) => {
    const mark = run.search(ENDS);
    const whole = mark < 0 ? run : run.slice(0, mark);
    const address = whole.slice(0, lengthOf(whole));
    return BEGINNING.test(address)
      ? linkOf(node, index, address, /^www/i.test(address) ? 'http://' : '')
      : [];
  });
}

/** None where its author kept it from being one by a backslash. */
function linkOf(node: Text, start: number, address: string, scheme: string): readonly MarkedPart[] {
  const end = start + address.length;
  const text = sliceText(node, start, end);
  const { position } = text;
  if (position && position.end.offset! - position.start.offset! !== address.length) return [];
  const data = { origin: originOf(text) };
  const link: Link = { type: 'link', url: scheme + address, title: null, children: [text], data };
  return [{ start, end, made: [link] }];
}

/** An address with its hosts in ASCII (RFC 5890, A-labels), as programs look for them; as it was where one is no host. */
export function withAsciiHosts(url: string): string {
  const ascii = (host: string) => domainToASCII(host) || host;
  if (isAscii(url)) return url;
  if (/^mailto:/i.test(url))
    return url.replace(/@([^@,?;]+)(?=[,;?]|$)/g, (all, host: string) =>
      isAscii(host) ? all : `@${ascii(host)}`,
    );
  return url.replace(/^(https?:\/\/(?:[^/?#@]*@)?)([^/?#:@]+)/i, (all, before: string, host: string) =>
    isAscii(host) ? all : before + ascii(host),
  );
}

const isAscii = (text: string) => /^[\0-\x7F]*$/.test(text);
