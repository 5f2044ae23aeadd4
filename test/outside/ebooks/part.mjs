import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import * as ace from './ace.mjs';
import * as foliate from './foliate.mjs';
import * as mupdf from './mupdf.mjs';

const ROOT = new URL('../../../', import.meta.url).pathname;

/** @type {Readonly<Record<string, string>>} */
const SOURCES = {
  briefing: 'content/briefing.md',
  dossier: 'content/dossier/book.yaml',
  hard: 'test/outside/ebooks/book.md',
};

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => spawnSync(path, ['--version']).status === 0,
);

/** Engines of e-books × what has to hold in each. */
export async function run(tools) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-ebooks-'));
  try {
    const books = Object.entries(SOURCES).map(([name, source]) => build(name, source, folder));
    const rows = mupdf.openBooks(books, [360, 800]).map((one) => judgeMupdf(one, books));
    const absent = [];
    const engines = { 'foliate-js': foliate, 'Ace by DAISY': ace };
    for (const [name, { isThere }] of Object.entries(engines))
      if (chromium === undefined || !isThere(tools)) absent.push({ name, isExcused: false });
    if (!absent.some(({ name }) => name === 'foliate-js'))
      for (const one of await foliate.openBooks(books, tools, chromium)) rows.push(judgeFoliate(one, books));
    if (!absent.some(({ name }) => name === 'Ace by DAISY'))
      for (const { name, path } of books)
        rows.push(judgeAce(name, await ace.check(path, folder, tools, chromium)));
    return { table: tabulate(rows), failures: rows.flatMap(({ failures }) => failures), absent };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build(name, source, folder) {
  const path = join(folder, `${name}.epub`);
  execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'build', source, '-o', path], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const bytes = new Uint8Array(readFileSync(path));
  const files = unzipSync(bytes);
  const textOf = (file) => strFromU8(files[`EPUB/${file}`]);
  const nav = textOf('nav.xhtml');
  const chapters = Object.keys(files).filter((file) => /part-\d+\.xhtml$/.test(file));
  return {
    name,
    path,
    bytes,
    contents: matches(/<nav epub:type="toc"[\s\S]*?<\/nav>/.exec(nav)[0], /<a /g).length,
    labels: matches(/<nav epub:type="page-list"[\s\S]*?<\/nav>/.exec(nav)?.[0] ?? '', /<a [^>]*>([^<]*)</g),
    items: chapters.flatMap((file) => itemsIn(strFromU8(files[file]))),
  };
}

/** Numbers of items, each with the first word after it; dots and dashes are too many to be told apart. */
function itemsIn(html) {
  return [...html.matchAll(/class="marker[^"]*"[^>]*>([\s\S]*?)<div[^>]*>([\s\S]*?)<\/div>/g)].flatMap(
    ([, marker, body]) => {
      const [sign, words] = [marker, body].map((piece) =>
        piece
          .replace(/<[^>]*>/g, ' ')
          .normalize('NFKC')
          .trim(),
      );
      const word = /[\p{L}\p{N}]+/u.exec(words)?.[0];
      return /[\p{L}\p{N}]/u.test(sign) && word !== undefined ? [[sign, word]] : [];
    },
  );
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);

/** A row of the table: what was shown, what was counted, and what of it is wrong. */
const row = (engine, shown, facts, failures) => ({
  engine,
  shown,
  facts,
  failures: failures.map((failure) => `${engine}, ${shown}: ${failure}`),
});

function judgeMupdf({ name, width, contents, items, apart, outside }, books) {
  const book = books.find((one) => one.name === name);
  return row(
    'MuPDF 1.28',
    `${name}, ${width} px`,
    {
      contents: `${contents} of ${book.contents}`,
      items: `${items - apart.length} of ${items}`,
      outside: outside.length,
    },
    [
      ...(contents === book.contents ? [] : ['entries of the contents are lost']),
      ...apart.map((one) => `a number is not beside its item: ${one}`),
      ...outside.map((one) => `over the edge of the page: ${one}`),
    ],
  );
}

function judgeFoliate({ name, width, scheme, chapters, notes, dir, leftIsNext, labels, lost }, books) {
  const book = books.find((one) => one.name === name);
  const all = (key) => chapters.flatMap((chapter) => chapter[key]);
  const items = chapters.reduce((sum, chapter) => sum + chapter.items, 0);
  const wrongNotes = (notes ?? []).filter(
    ({ type, isHidden, text, meant }) => type !== 'footnote' || !isHidden || text.trim() !== meant.trim(),
  );
  const isPaged = labels.join() === book.labels.join() && lost === 0;
  return row(
    'foliate-js 1.0.1',
    `${name}, ${width} px, ${scheme}`,
    {
      'paging rtl': dir === 'rtl' && leftIsNext ? 'yes' : 'no',
      'page list': isPaged ? labels.length : 'lost',
      items: `${items - all('apart').length} of ${items}`,
      outside: all('outside').length,
      faint: all('faint').length,
      broken: all('broken').length,
      unlike: all('unlike').length,
      notes: notes === null ? '' : `${notes.length - wrongNotes.length} of ${notes.length}`,
    },
    [
      ...(dir === 'rtl' && leftIsNext ? [] : ['pages turn from the left']),
      ...(isPaged ? [] : ['pages of the print are lost']),
      ...all('apart').map((one) => `a number is not beside its item: ${one}`),
      ...all('outside').map((one) => `over the edge of the page: ${one}`),
      ...all('faint').map((one) => `less contrast than 4.5: ${one}`),
      ...all('broken').map((one) => `a number in two lines: ${one}`),
      ...all('unlike').map((one) => `code unlike its block: ${one}`),
      ...wrongNotes.map(({ call }) => `no pop-up for note ${call}`),
    ],
  );
}

const judgeAce = (name, found) => row('Ace 1.4.6', name, { violations: found.length }, found);

function tabulate(rows) {
  const columns = [...new Set(rows.flatMap(({ facts }) => Object.keys(facts)))];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['engine', 'book', ...columns]),
    line(['engine', 'book', ...columns].map(() => '---')),
    ...rows.map(({ engine, shown, facts }) =>
      line([engine, shown, ...columns.map((column) => facts[column] ?? '')]),
    ),
  ].join('\n');
}
