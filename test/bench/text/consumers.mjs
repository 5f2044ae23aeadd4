import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readers } from '../../textlayer/fidelity/measure.mjs';
import { CONSUMERS, isInstalled, needsConsumer, run } from './tools.mjs';

/**
 * Programs that read text out of a PDF. `absent` says what is missing, null if nothing; `read` gives the text of
 * each document, by its path: the slow ones start once for all.
 */
export const consumers = {
  pdfium: { absent: () => null, read: oneByOne((document) => readers.pdfium(document.bytes)) },
  'pdf.js': { absent: () => null, read: oneByOne((document) => readers['pdf.js'](document.bytes)) },
  MuPDF: { absent: () => null, read: oneByOne((document) => readers.MuPDF(document.bytes)) },
  poppler: { absent: () => isInstalled('pdftotext', '-v'), read: oneByOne(readByPoppler) },
  PDFBox: {
    absent: () => isInstalled('java') ?? needsConsumer('classes/Consumers.class'),
    read: readByPdfBox,
  },
  pypdf: { absent: () => needsConsumer('venv/bin/python'), read: readByPypdf },
  'gs+poppler': {
    absent: () => isInstalled('gs'),
    read: oneByOne((document) => distilled(document, readByPoppler)),
  },
  'gs+pdfium': {
    absent: () => isInstalled('gs'),
    read: oneByOne((document) => distilled(document, ({ bytes }) => readers.pdfium(bytes))),
  },
};

function oneByOne(read) {
  return async (documents) => {
    const texts = new Map();
    for (const document of documents) {
      const pages = await read(document);
      texts.set(document.path, Array.isArray(pages) ? pages.join('\n') : pages);
    }
    return texts;
  };
}

function readByPoppler({ path }) {
  return run('pdftotext', ['-enc', 'UTF-8', path, '-']);
}

/** What is left after Ghostscript has written the document anew. */
function distilled({ path }, read) {
  const rewritten = `${path}.gs.pdf`;
  run('gs', [
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-dSAFER',
    '-sDEVICE=pdfwrite',
    `-sOutputFile=${rewritten}`,
    path,
  ]);
  const answer = read({ path: rewritten, bytes: new Uint8Array(readFileSync(rewritten)) });
  return Promise.resolve(answer).finally(() => rmSync(rewritten));
}

const classPath = () => [join(CONSUMERS, 'classes'), join(CONSUMERS, 'lib', '*')].join(':');

/** @param texts any texts @returns for each the terms that Lucene's Arabic analyzer would index */
export function analyse(texts) {
  return JSON.parse(run('java', ['-cp', classPath(), 'Consumers', 'terms'], JSON.stringify(texts)));
}

function readByPdfBox(documents) {
  const paths = documents.map(({ path }) => path);
  return asMap(paths, run('java', ['-cp', classPath(), 'Consumers', 'text', ...paths]));
}

function readByPypdf(documents) {
  const paths = documents.map(({ path }) => path);
  const script = fileURLToPath(new URL('./consumers.py', import.meta.url));
  return asMap(paths, run(join(CONSUMERS, 'venv/bin/python'), [script, ...paths]));
}

function asMap(paths, json) {
  const texts = JSON.parse(json);
  return new Map(paths.map((path, index) => [path, texts[index]]));
}
