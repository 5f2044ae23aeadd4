import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFObject } from 'mupdf';

/** PDF readers that are not ours. Each gives the text of a file, white space and bidi controls evened out. */

export function has(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined;
}

export function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-paint-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  });
}

function even(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u034f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function readWithPoppler(bytes: Uint8Array): string {
  return even(withFile(bytes, (path) => run('pdftotext', '-enc', 'UTF-8', path, '-')));
}

export async function readWithMupdf(bytes: Uint8Array): Promise<string> {
  const mupdf = await import('mupdf');
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const texts: string[] = [];
  for (let i = 0; i < document.countPages(); i++)
    texts.push(document.loadPage(i).toStructuredText('').asText());
  return even(texts.join('\n'));
}

export async function openWithPdfjs(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

export async function readWithPdfjs(bytes: Uint8Array): Promise<string> {
  const document = await openWithPdfjs(bytes);
  const texts: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    for (const item of items) if ('str' in item) texts.push(item.str + (item.hasEOL ? '\n' : ''));
  }
  await document.destroy();
  return even(texts.join(''));
}

/** The text in the order of the structure tree, which MuPDF reads; what each marked content holds pdf.js says. */
export async function readByTags(bytes: Uint8Array): Promise<string> {
  const contents = await readMarkedContents(bytes);
  return even((await listMarkedContents(bytes)).map((id) => contents.get(id) ?? '').join(' '));
}

/** Of each marked-content sequence with an identifier the text, whatever is nested in it. */
async function readMarkedContents(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const document = await openWithPdfjs(bytes);
  const contents = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.at(-1) ?? '';
        contents.set(id, (contents.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
      } else if (item.type === 'endMarkedContent') open.pop();
      // one without an identifier is a part of the one around it
      else open.push(('id' in item && item.id) || (open.at(-1) ?? ''));
    }
  }
  await document.destroy();
  return contents;
}

/** The names pdf.js gives to marked contents, in reading order. */
async function listMarkedContents(bytes: Uint8Array): Promise<readonly string[]> {
  const mupdf = await import('mupdf');
  const document = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF()!;
  const ids: string[] = [];
  const visit = (kid: PDFObject, page: PDFObject) => {
    if (kid.isArray()) for (let at = 0; at < kid.length; at++) visit(kid.get(at), page);
    else if (kid.isInteger()) ids.push(`p${page.asIndirect()}R_mc${kid.asNumber()}`);
    else if (kid.isDictionary() && kid.get('Obj').isNull()) {
      const own = kid.get('Pg');
      visit(kid.get(kid.get('MCID').isNull() ? 'K' : 'MCID'), own.isNull() ? page : own);
    }
  };
  visit(document.getTrailer().get('Root', 'StructTreeRoot', 'K'), document.findPage(0));
  return ids;
}
