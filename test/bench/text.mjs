// npm run bench:text [-- --face FACE]… [--briefing FILE.md] [--no-peers] [TEXT…] – what readers, searches, libraries
// and rewriters find in what `npm run build` has built: faces × texts × consumers, with the text for reading and for an
// index. What is absent is said.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FACES, TEXTS } from '../textlayer/fidelity/measure.mjs';
import { analyse, consumers } from './text/consumers.mjs';
import { buildDocument, PURPOSES } from './text/documents.mjs';
import { buildPeers } from './text/peers.mjs';
import { numbersOf, samplePhrases } from './text/phrases.mjs';
import { score, search, shareIndexed } from './text/score.mjs';
import { searches } from './text/searches.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    face: { type: 'string', multiple: true, default: FACES },
    briefing: { type: 'string', default: 'content/briefing.md' },
    'no-peers': { type: 'boolean', default: false },
  },
});
const texts = positionals.length > 0 ? positionals : [...TEXTS, 'briefing'];
const folder = mkdtempSync(join(tmpdir(), 'warraq-bench-text-'));
try {
  const documents = await build();
  const readings = await readAll(documents);
  printErrors(documents, readings);
  await printSearches(documents);
  printIndex(documents, readings);
} finally {
  rmSync(folder, { recursive: true });
}

async function build() {
  const documents = [];
  for (const text of texts) {
    for (const face of values.face) {
      for (const purpose of PURPOSES)
        documents.push(await buildDocument(text, face, folder, values.briefing, purpose));
    }
  }
  return values['no-peers']
    ? documents
    : [...documents, ...(await buildPeers(texts, folder, values.briefing))];
}

/** Those that are there; the others are named, and in CI, where all is to be there, they are a failure. */
function present(kind, table) {
  return Object.entries(table).filter(([name, { absent }]) => {
    const missing = absent();
    if (missing === null) return true;
    console.log(`skipped: ${kind} ${name}, for want of ${missing}`);
    if (process.env.CI) process.exitCode = 1;
    return false;
  });
}

async function readAll(documents) {
  const readings = new Map();
  for (const [name, { read }] of present('consumer', consumers)) readings.set(name, await read(documents));
  return readings;
}

function printErrors(documents, readings) {
  const names = [...readings.keys()];
  console.log('\ncharacter errors in %: as extracted / without marks of direction');
  printTable(names, documents, ({ path, paragraphs }) =>
    names.map((name) => {
      const { raw, stripped } = score(readings.get(name).get(path), paragraphs);
      return [100 * raw, 100 * stripped];
    }),
  );
}

async function printSearches(documents) {
  const found = present('search', searches);
  const rows = new Map();
  for (const document of documents) {
    const samples = samplePhrases(document.paragraphs);
    const cells = [];
    for (const [, { open, most }] of found) {
      const { find, close } = await open(document);
      const shares = await search(find, samples, most);
      await close();
      for (const count of [1, 2, 3])
        cells.push([100 * shares.get(count).all, 100 * shares.get(count).marked]);
    }
    rows.set(document.path, cells);
  }
  console.log('\nphrases of 1, 2, 3 words found in %: all / with punctuation or a digit');
  const names = found.flatMap(([name]) => [1, 2, 3].map((count) => `${name} ${count}`));
  printTable(names, documents, ({ path }) => rows.get(path), 0);
}

function printIndex(documents, readings) {
  if (!readings.has('PDFBox')) return;
  const names = [...readings.keys()];
  console.log("\nnumbers that are terms of Lucene's Arabic index, in %");
  printTable(names, documents, ({ path, paragraphs }) => {
    const numbers = numbersOf(paragraphs);
    const terms = analyse([...names.map((name) => readings.get(name).get(path)), ...numbers]);
    const numberTerms = terms.slice(names.length);
    return names.map((_, index) => [100 * shareIndexed(terms[index], numberTerms)]);
  });
}

/** One row a document, and the mean of the faces where there are several, as they are for reading. */
function printTable(names, documents, cellsOf, places = 2) {
  const width = Math.max(...names.map((name) => name.length), 13) + 2;
  const print = (text, face, cells) =>
    console.log(text.padEnd(11) + face.padEnd(32) + cells.map((cell) => cell.padStart(width)).join(''));
  const format = (cell) => cell.map((value) => value.toFixed(places)).join(' / ');
  print('', '', names);
  for (const [text, group] of groupByText(documents)) {
    const rows = group.map(cellsOf);
    for (const [index, { face }] of group.entries()) print(text, face, rows[index].map(format));
    const ours = rows.filter((_, index) => !group[index].isPeer && !group[index].isOther);
    if (ours.length > 1)
      print(
        text,
        'mean',
        names.map((_, at) => format(mean(ours.map((row) => row[at])))),
      );
  }
}

function groupByText(documents) {
  const groups = new Map();
  for (const document of documents)
    groups.set(document.text, [...(groups.get(document.text) ?? []), document]);
  return groups;
}

function mean(cells) {
  return cells[0].map((_, at) => cells.reduce((sum, cell) => sum + cell[at], 0) / cells.length);
}
