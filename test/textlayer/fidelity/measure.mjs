import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * How much of a text four PDF readers find again in a document of ours. Plain JavaScript, for the tests
 * and the bench both run it. Before comparing, white space is collapsed, bidi controls are dropped and
 * the text is put in NFC; nothing else.
 */

export const FACES = ['amiri', 'ibm-plex-sans-arabic', 'noto-naskh-arabic', 'scheherazade-new', 'vazirmatn'];
export const TEXTS = ['plain', 'vowelled', 'mixed', 'signs', 'structure', 'columns'];

/** Written in Markdown; the others are bare paragraphs. */
const MARKED_UP = ['structure', 'columns'];

const FOLDER = new URL('./texts/', import.meta.url);

/** What readers should find: one paragraph a line. */
export function readParagraphs(text) {
  return readFileSync(new URL(`${text}.txt`, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map(even);
}

/** A document of one or several texts. */
export function writeSource(texts, face, kashida = 'mild') {
  const head = `---\ntitle: نص\nlang: ar\ndigits: source\ntheme:\n  text:\n    family: ${face}\n    kashida: ${kashida}\n---\n`;
  return `${head}\n${texts.map(readSource).join('\n\n')}\n`;
}

function readSource(text) {
  if (MARKED_UP.includes(text)) return readFileSync(new URL(`${text}.md`, FOLDER), 'utf8').trim();
  return readFileSync(new URL(`${text}.txt`, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .join('\n\n');
}

/** Text by reader; a reader that is not installed is left out. */
export const readers = {
  pdfium: async (bytes) => {
    const { PDFiumLibrary } = await import('@hyzyla/pdfium');
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(Buffer.from(bytes));
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    library.destroy();
    return pages;
  },
  'pdf.js': async (bytes) => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
    const pages = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
    }
    await document.destroy();
    return pages;
  },
  MuPDF: async (bytes) => {
    const mupdf = await import('mupdf');
    const document = mupdf.Document.openDocument(bytes, 'application/pdf');
    return Array.from({ length: document.countPages() }, (_, page) =>
      document.loadPage(page).toStructuredText('').asText(),
    );
  },
  poppler: (bytes) => withFile(bytes, (path) => run('pdftotext', ['-enc', 'UTF-8', path, '-']).split('\f')),
};

export function installedReaders() {
  const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
  return Object.keys(readers).filter((name) => name !== 'poppler' || hasPoppler);
}

/**
 * @returns for each reader `cer`, character errors by characters of the source; `find`, the share of
 * distinct Arabic words that are in its text whole; `odd`, presentation forms and U+FFFD.
 */
export async function measure(bytes, paragraphs, names = installedReaders()) {
  const results = {};
  for (const name of names) results[name] = judge((await readers[name](bytes)).map(even), paragraphs);
  return results;
}

function judge(pages, paragraphs) {
  const text = `${pages.join(' ')} `;
  let errors = 0;
  let length = 0;
  const worst = [];
  for (const paragraph of paragraphs) {
    const distance = Math.min(findNearest(paragraph, text), paragraph.length);
    errors += distance;
    length += paragraph.length;
    if (distance > 0) worst.push({ distance, paragraph });
  }
  const words = [...new Set(paragraphs.join(' ').match(/\p{Script=Arabic}[\p{Script=Arabic}\p{M}]*/gu))];
  return {
    cer: errors / length,
    find: words.filter((word) => text.includes(word)).length / words.length,
    odd: text.match(/[\uFB50-\uFDCF\uFDF0-\uFDFF\uFE70-\uFEFC\uFFFD]/g)?.length ?? 0,
    worst: worst.sort((a, b) => b.distance - a.distance),
  };
}

/** The edit distance of `source` to the stretch of `text` that is nearest to it (Sellers 1980). */
export function findNearest(source, text) {
  const column = Int32Array.from({ length: source.length + 1 }, (_, i) => i);
  let best = source.length;
  for (let at = 0; at < text.length; at++) {
    let diagonal = 0;
    for (let i = 1; i <= source.length; i++) {
      const above = column[i];
      const cost = source.charCodeAt(i - 1) === text.charCodeAt(at) ? 0 : 1;
      column[i] = Math.min(diagonal + cost, above + 1, column[i - 1] + 1);
      diagonal = above;
    }
    best = Math.min(best, column[source.length]);
  }
  return best;
}

export function even(text) {
  return text
    .normalize('NFC')
    .replace(/[\u034F\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function withFile(bytes, use) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-fidelity-'));
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes);
    return use(join(folder, 'file.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command, args) {
  return execFileSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  });
}
