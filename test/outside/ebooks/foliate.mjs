import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { measure } from './measure.mjs';

/** How a reader is held and what it is set to; the grounds are those of foliate-js's own reader. */
export const SHOWN = [360, 800].flatMap((width) => [
  { width, scheme: 'light', ground: 'rgb(255, 255, 255)' },
  { width, scheme: 'dark', ground: 'rgb(18, 18, 18)' },
]);

const HEIGHT = 760;

/** Notes of a book that are opened: each loads its whole chapter anew. */
const MOST_NOTES = 3;

const READER = `<!doctype html><meta charset="utf-8"><style>html, body { margin: 0 } foliate-view { display: block; height: 100vh }
.popup { position: fixed; inset: 60% 0 0; height: 40vh }</style><body><script type="module">
import '/foliate-js/view.js';
import { FootnoteHandler } from '/foliate-js/footnotes.js';
window.openBook = async (address) => {
  const view = document.createElement('foliate-view');
  document.body.append(view);
  const bytes = await (await fetch(address)).blob();
  await view.open(new File([bytes], 'book.epub', { type: 'application/epub+zip' }));
  const handler = new FootnoteHandler();
  window.view = view;
  view.addEventListener('link', (event) => handler.handle(view.book, event));
  handler.addEventListener('before-render', ({ detail }) => {
    detail.view.className = 'popup';
    document.body.append(detail.view);
  });
  handler.addEventListener('render', ({ detail }) => {
    window.note = { type: detail.type, isHidden: detail.hidden, text: detail.view.renderer.getContents()[0].doc.body.textContent };
    detail.view.close();
    detail.view.remove();
  });
};
</script>`;

const TYPES = { '.js': 'text/javascript', '.epub': 'application/epub+zip', '.html': 'text/html' };

export function isThere(tools) {
  return existsSync(join(tools, 'node_modules/foliate-js/view.js')) && puppeteerOf(tools) !== null;
}

function puppeteerOf(tools) {
  try {
    return createRequire(join(tools, 'package.json')).resolve('puppeteer-core');
  } catch {
    return null;
  }
}

/** @param {readonly { name: string, bytes: Uint8Array }[]} books @returns what is found, one record a book and a way it is shown */
export async function openBooks(books, tools, chromium) {
  const server = createServer((request, response) => answer(request.url ?? '/', response, books, tools));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { default: puppeteer } = await import(puppeteerOf(tools));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const found = [];
    for (const book of books)
      for (const shown of SHOWN)
        found.push(await openBook(browser, `http://127.0.0.1:${server.address().port}`, book, shown));
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}

function answer(url, response, books, tools) {
  const path = normalize(decodeURIComponent(url.split('?')[0]));
  const book = books.find(({ name }) => path === `/${name}.epub`);
  const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
  if (path === '/') return send('text/html', READER);
  if (book) return send(TYPES['.epub'], book.bytes);
  const file = join(tools, 'node_modules', path);
  if (!path.startsWith('/foliate-js/') || !existsSync(file)) return response.writeHead(404).end();
  return send(TYPES[extname(path)] ?? 'application/octet-stream', readFileSync(file));
}

async function openBook(browser, origin, { name }, { width, scheme, ground }) {
  const page = await browser.newPage();
  try {
    // the screen too is so wide, as that of a telephone is
    const screen = { screenWidth: width, screenHeight: HEIGHT };
    const device = { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false, ...screen };
    await (await page.createCDPSession()).send('Emulation.setDeviceMetricsOverride', device);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(origin);
    await page.waitForFunction('window.openBook');
    await page.evaluate((address) => window.openBook(address), `/${name}.epub`);
    const sections = await page.evaluate('window.view.book.sections.length');
    const chapters = [];
    for (let index = 0; index < sections; index++)
      chapters.push(await page.evaluate(measureSection, index, ground, measure.toString()));
    const book = await page.evaluate(describeBook);
    const notes =
      width === SHOWN[0].width && scheme === 'light' ? await page.evaluate(openNotes, MOST_NOTES) : null;
    return { name, width, scheme, chapters, notes, ...book };
  } finally {
    await page.close();
  }
}

/** In the reader's page. */
async function measureSection(index, ground, source) {
  await window.view.renderer.goTo({ index });
  const { doc } = window.view.renderer.getContents()[0];
  await doc.fonts.ready;
  await new Promise((resolve) => setTimeout(resolve, 50));
  // biome-ignore lint/security/noGlobalEval: our own function, as text
  return eval(`(${source})`)(doc, { pageWidth: window.view.renderer.size, ground });
}

/** In the reader's page: which way its pages turn, and whether every page of the print is found. */
async function describeBook() {
  const { view } = window;
  const { book } = view;
  await view.renderer.goTo({ index: Math.min(2, book.sections.length - 1) });
  const where = () => view.renderer.getContents()[0].index * 1e6 + view.renderer.page;
  const before = where();
  await view.goLeft();
  const labels = (book.pageList ?? []).map(({ label }) => label);
  const places = await Promise.all(
    (book.pageList ?? []).map(async ({ href }) => {
      const { index, anchor } = await book.resolveHref(href);
      return anchor(await book.sections[index].createDocument()) !== null;
    }),
  );
  return {
    dir: book.dir,
    leftIsNext: where() > before,
    labels,
    lost: places.filter((isFound) => !isFound).length,
  };
}

/** In the reader's page: what comes up at calls of notes, and what should. */
async function openNotes(most) {
  const { view } = window;
  const opened = [];
  for (let index = 0; index < view.book.sections.length && opened.length < most; index++) {
    await view.renderer.goTo({ index });
    const { doc } = view.renderer.getContents()[0];
    for (const call of [...doc.querySelectorAll('a[role="doc-noteref"]')].slice(0, most - opened.length)) {
      const meant = doc.getElementById(call.getAttribute('href').split('#')[1]).textContent;
      window.note = null;
      call.click();
      for (let tries = 0; window.note === null && tries < 100; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      opened.push({ call: call.textContent, meant, ...window.note });
    }
  }
  return opened;
}
