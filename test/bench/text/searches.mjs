import { spawnSync } from 'node:child_process';
import { isInstalled } from './tools.mjs';

/** A program that is started for every phrase is asked for fewer. */
const FEW = 25;

/**
 * Readers' own searches, with nothing stripped from what they search. Each opens a file and answers with a
 * function that tells whether a phrase is found, and one that closes it; `most` is how many phrases of a length it is
 * asked for.
 */
export const searches = {
  pdfium: { absent: () => null, most: Number.POSITIVE_INFINITY, open: openInPdfium },
  MuPDF: { absent: () => null, most: Number.POSITIVE_INFINITY, open: openInMupdf },
  'pdf.js': { absent: () => null, most: Number.POSITIVE_INFINITY, open: openInPdfJs },
  pdfgrep: { absent: () => isInstalled('pdfgrep'), most: FEW, open: openInPdfgrep },
};

async function openInPdfium({ bytes }) {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const { module } = await PDFiumLibrary.init();
  const file = module._malloc(bytes.length);
  module.HEAPU8.set(bytes, file);
  const document = module._FPDF_LoadMemDocument(file, bytes.length, 0);
  const pages = Array.from({ length: module._FPDF_GetPageCount(document) }, (_, index) =>
    module._FPDFText_LoadPage(module._FPDF_LoadPage(document, index)),
  );
  const find = (phrase) => {
    const units = Uint8Array.from(Buffer.from(`${phrase}\0`, 'utf16le'));
    const needle = module._malloc(units.length);
    module.HEAPU8.set(units, needle);
    const isOn = (page) => {
      const search = module._FPDFText_FindStart(page, needle, 0, 0);
      const found = module._FPDFText_FindNext(search) !== 0;
      module._FPDFText_FindClose(search);
      return found;
    };
    const found = pages.some(isOn);
    module._free(needle);
    return found;
  };
  return { find, close: () => module._FPDF_CloseDocument(document) };
}

async function openInMupdf({ bytes }) {
  const mupdf = await import('mupdf');
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, page) =>
    document.loadPage(page).toStructuredText(''),
  );
  return { find: (phrase) => pages.some((page) => page.search(phrase).length > 0), close: () => undefined };
}

/** What the modules of the pdf.js viewer ask of a page when they are loaded; its find controller needs none. */
const NO_PAGE = {
  documentElement: { style: {} },
  createElement: () => ({ style: {}, append: () => undefined }),
};

/** The find controller of the pdf.js viewer. */
async function openInPdfJs({ bytes }) {
  globalThis.pdfjsLib ??= await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { EventBus, PDFFindController } = await loadViewer();
  const document = await globalThis.pdfjsLib.getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
    .promise;
  const eventBus = new EventBus();
  const linkService = { pagesCount: document.numPages, page: 1, eventBus };
  const controller = new PDFFindController({ linkService, eventBus });
  controller.setDocument(document);
  const find = (query) =>
    new Promise((resolve) => {
      const settle = ({ state, matchesCount }) => {
        if (state === 3) return;
        eventBus.off('updatefindcontrolstate', settle);
        resolve(matchesCount.total > 0 || state !== 1);
      };
      eventBus.on('updatefindcontrolstate', settle);
      eventBus.dispatch('find', { type: 'again', query, phraseSearch: true, caseSensitive: true });
    });
  return { find, close: () => document.destroy() };
}

/** Other libraries take a machine with a window for a browser: it is closed again. */
async function loadViewer() {
  Object.assign(globalThis, { document: NO_PAGE, window: { requestAnimationFrame: setImmediate } });
  const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  delete globalThis.document;
  delete globalThis.window;
  return viewer;
}

function openInPdfgrep({ path }) {
  const find = (phrase) => spawnSync('pdfgrep', ['-q', '-F', '-e', phrase, path]).status === 0;
  return { find, close: () => undefined };
}
