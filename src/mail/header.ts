import type { Address } from '../project/envelope.ts';

/** Header fields that no value can break out of. Lines end in CRLF and are folded at 76 columns. */

const WIDTH = 76;
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;
/** Characters that change the order of what is shown around them, and those that are not seen at all. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/** Of these, what can do no more than stand beside a sign: a strong letter without ink. */
const MARK = /[\u061C\u200E\u200F]/;

/** Whether a text holds what must not stand in a header: CR, LF, NUL and their like. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}

/** Bidi controls out (they can make `exe.fdp` of a name), white space evened out. */
export function plainText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** A subject keeps marks of direction, which its signs may need. @returns also what else was dropped, as code points */
export function readSubject(text: string): { readonly subject: string; readonly dropped: readonly string[] } {
  const dropped = (text.match(INVISIBLE) ?? []).filter((char) => !MARK.test(char));
  const subject = text.replace(INVISIBLE, (char) => (MARK.test(char) ? char : ''));
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    dropped: [...new Set(dropped)].map(
      (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    ),
  };
}

/** @throws Error where the value has control characters: callers have refused them, and said so */
export function textHeader(name: string, value: string): string {
  return guard(`${name}: ${encodeText(value, name.length + 2)}`);
}

/** One address a line. Of a mailbox beyond ASCII (RFC 6531) the field is UTF-8, as RFC 6532 has it. */
export function addressHeader(name: string, addresses: readonly Address[]): string {
  const lines = addresses.map(({ name: shown, mailbox }) => {
    const plain = plainText(shown);
    if (plain === '') return mailbox;
    if (isPlain(plain)) return `${quote(plain)} <${mailbox}>`;
    return `${encodeText(plain, name.length + 2)}\r\n <${mailbox}>`;
  });
  return guard(`${name}: ${lines.join(',\r\n ')}`);
}

/**
 * A file name as a parameter; beyond ASCII in the extended form (RFC 2231) alone: a plain name beside it is taken for
 * the first piece (mime4j), mixed with them (mail-parser) or preferred (mu, Python's older parsers).
 */
export function fileNameParameters(name: string): string {
  if (isAscii(name)) return `;\r\n filename=${quote(name)}`;
  const pieces = cutPercent(name);
  const extended =
    pieces.length === 1
      ? `;\r\n filename*=UTF-8''${pieces[0]}`
      : pieces.map((piece, at) => `;\r\n filename*${at}*=${at === 0 ? "UTF-8''" : ''}${piece}`).join('');
  return extended;
}

function percentOf(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Percent-encoded, in pieces of at most 50 characters, none of them cut inside a letter: mail-parser and mime4j read each alone. */
function cutPercent(name: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of name) {
    const encoded = encodeURIComponent(char).replace(/['()*!~]/g, percentOf);
    if (piece.length + encoded.length > 50) {
      pieces.push(piece);
      piece = '';
    }
    piece += encoded;
  }
  return [...pieces, piece];
}

/** @param used columns already taken on the first line */
function encodeText(text: string, used: number): string {
  if (isPlain(text) && text.length + used <= WIDTH) return text;
  return encodedWords(text, used).join('\r\n ');
}

/**
 * RFC 2047: lines with encoded words have at most 76 characters, and no letter is cut in two. Two readers decide where:
 * GMime up to 3.2.13 ends at a word in base64 that ends in `=` where another follows, so each but the last holds a multiple
 * of three bytes; Python puts a blank between two words of a name (gh-128110), so they are parted at spaces. What cannot be
 * both is written in the other encoding, and only a word too long for that is parted between letters.
 */
function encodedWords(text: string, used: number): readonly string[] {
  const words: string[] = [];
  let rest = text;
  while (rest !== '') {
    // Of 76 columns 12 go to `=?UTF-8?B?` and `?=`, one to the blank that folds.
    const columns = WIDTH - 12 - (words.length === 0 ? used : 1);
    const { taken, word } = takeWord(rest, columns);
    words.push(word);
    rest = rest.slice(taken);
  }
  return words;
}

const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** @param columns room for what is encoded */
function takeWord(text: string, columns: number): { readonly taken: number; readonly word: string } {
  // 4 characters of base64 hold 3 bytes
  const room = Math.floor(columns / 4) * 3;
  const inBase64 = (taken: number) => {
    const word = `=?UTF-8?B?${Buffer.from(text.slice(0, taken)).toString('base64')}?=`;
    return { taken, word };
  };
  if (Buffer.byteLength(text) <= room) return inBase64(text.length);
  const letters = Array.from(LETTERS.segment(text.slice(0, 2 * room)), ({ segment }) => segment);
  const ends = endsWithin(letters, room);
  const isAtSpace = (end: number) => text[end - 1] === ' ' || text[end] === ' ';
  const atSpace = ends.findLast(isAtSpace);
  if (atSpace !== undefined) return inBase64(atSpace);
  const quoted = quotedWord(text.slice(0, room), columns);
  if (quoted !== null) return quoted;
  const first = String.fromCodePoint(text.codePointAt(0)!).length;
  return inBase64(ends.at(-1) ?? endsWithin(Array.from(text.slice(0, room)), room).at(-1) ?? first);
}

/** Up to the last space for which there is room in the encoding Q; null where there is none. */
function quotedWord(text: string, columns: number): { readonly taken: number; readonly word: string } | null {
  let word = '';
  let found: { readonly taken: number; readonly word: string } | null = null;
  let taken = 0;
  for (const char of text) {
    // What needs no code in a name (RFC 2047, 5 (3)).
    word += /[A-Za-z0-9!*+/-]/.test(char) ? char : char === ' ' ? '_' : hexOf(char);
    taken += char.length;
    if (word.length > columns) return found;
    if (char === ' ') found = { taken, word: `=?UTF-8?Q?${word}?=` };
  }
  return found;
}

const hexOf = (char: string) =>
  Array.from(Buffer.from(char), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** Where parts end within `room` bytes, each time after a multiple of three of them. UTF-16 offsets. */
function endsWithin(parts: readonly string[], room: number): readonly number[] {
  const ends: number[] = [];
  let bytes = 0;
  let end = 0;
  for (const part of parts) {
    bytes += Buffer.byteLength(part);
    if (bytes > room) break;
    end += part.length;
    if (bytes % 3 === 0) ends.push(end);
  }
  return ends;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Needs no encoding, and cannot be taken for something encoded: some readers look inside quotation marks too. */
function isPlain(text: string): boolean {
  return isAscii(text) && !text.includes('=?');
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

/** The last wall: a field is lines that begin with a blank, after its own. */
function guard(field: string): string {
  if (field.split('\r\n').some((line, at) => hasControls(line) || (at > 0 && !line.startsWith(' '))))
    throw new Error('a control character reached a header field');
  return field;
}
