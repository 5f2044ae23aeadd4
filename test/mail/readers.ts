import { spawnSync } from 'node:child_process';
import { simpleParser } from 'mailparser';

/** What a reader of mail that is not ours makes of a message. */
export interface ReadMail {
  readonly headers: readonly string[];
  readonly subject: string;
  readonly from: readonly (readonly [string, string])[];
  readonly to: readonly (readonly [string, string])[];
  readonly cc: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly bytes: string }[];
}

export const hasPython = spawnSync('python3', ['--version']).status === 0;

export function readWithPython(bytes: Uint8Array): ReadMail & { readonly defects: readonly string[] } {
  const script = new URL('read-mail.py', import.meta.url).pathname;
  const { stdout, stderr, status } = spawnSync('python3', [script], { input: bytes, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr.toString());
  const read = JSON.parse(stdout.toString());
  return { ...read, text: even(read.text), html: even(read.html) };
}

export async function readWithMailparser(bytes: Uint8Array): Promise<ReadMail> {
  const read = await simpleParser(Buffer.from(bytes), { skipTextToHtml: true, skipHtmlToText: true });
  const list = (field: typeof read.to): [string, string][] =>
    [field ?? []]
      .flat()
      .flatMap(({ value }) => value.map(({ name, address }): [string, string] => [name, address ?? '']));
  return {
    headers: read.headerLines.map(({ line }) => line.slice(0, line.indexOf(':'))),
    subject: read.subject ?? '',
    from: list(read.from),
    to: list(read.to),
    cc: list(read.cc),
    text: even(read.text ?? ''),
    html: even(read.html || ''),
    files: read.attachments.map(({ filename, contentType, content }) => ({
      name: filename ?? '',
      type: contentType,
      bytes: content.toString('base64'),
    })),
  };
}

function even(text: string): string {
  return text.replace(/\r\n/g, '\n').trim();
}
