import type { Address } from '../project/envelope.ts';

/** Header fields that no value can break out of. Lines end in CRLF and are folded at 76 columns. */

const WIDTH = 76;
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;
/** Characters that change the order of what is shown around them, and those that are not seen at all. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** Whether a text holds what must not stand in a header: CR, LF, NUL and their like. */
export function hasControls(text: string): boolean {
  return CONTROL.test(text);
}

/** Bidi controls out (they can make `exe.fdp` of a name), white space evened out. */
export function plainText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** @throws Error where the value has control characters: callers have refused them, and said so */
export function textHeader(name: string, value: string): string {
  return guard(`${name}: ${encodeText(value, name.length + 2)}`);
}

/** One address a line. */
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
 * A file name as a parameter (RFC 2231), with an ASCII name after it for those who do not read that.
 * Python takes the first of the two, others know that the extended one is meant.
 */
export function fileNameParameters(name: string, fallback: string): string {
  if (isAscii(name)) return `;\r\n filename=${quote(name)}`;
  const pieces = cutPercent(encodeURIComponent(name).replace(/['()*!~]/g, percentOf));
  const extended =
    pieces.length === 1
      ? `;\r\n filename*=UTF-8''${pieces[0]}`
      : pieces.map((piece, at) => `;\r\n filename*${at}*=${at === 0 ? "UTF-8''" : ''}${piece}`).join('');
  return `${extended};\r\n filename=${quote(fallback)}`;
}

function percentOf(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** In pieces of at most 50 characters, none of them cut inside a character's three. */
function cutPercent(encoded: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const unit of encoded.match(/(?:%[0-9A-F]{2})|[^%]/g) ?? []) {
    if (piece.length + unit.length > 50) {
      pieces.push(piece);
      piece = '';
    }
    piece += unit;
  }
  return [...pieces, piece];
}

/** @param used columns already taken on the first line */
function encodeText(text: string, used: number): string {
  if (isPlain(text) && text.length + used <= WIDTH) return text;
  return encodedWords(text, used).join('\r\n ');
}

/**
 * RFC 2047: lines with encoded words have at most 76 characters, and no character is cut in two. Cut after
 * a space where there is one: Python before 3.13 puts another between two words of a name.
 */
function encodedWords(text: string, used: number): readonly string[] {
  const words: string[] = [];
  let rest = text;
  while (rest !== '') {
    // Of 76 columns 12 go to `=?UTF-8?B?` and `?=`, one to the blank that folds; 4 characters hold 3 bytes.
    const columns = WIDTH - 12 - (words.length === 0 ? used : 1);
    const word = takeStart(rest, Math.floor(columns / 4) * 3);
    words.push(`=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`);
    rest = rest.slice(word.length);
  }
  return words;
}

/** As much of a text as fits into so many bytes of UTF-8, up to a space if there is one. */
function takeStart(text: string, room: number): string {
  let bytes = 0;
  let end = 0;
  for (const char of text) {
    bytes += Buffer.byteLength(char);
    if (bytes > room) return text.slice(0, text.lastIndexOf(' ', end - 1) + 1 || end);
    end += char.length;
  }
  return text;
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
