/**
 * Where pages end: `npm run bench:pages`. A book of 300 pages with headings, notes, lists, tables and floating figures is parted by first fit and as a whole; printed is what a
 * press looks for.
 */
import { readFileSync } from 'node:fs';
import { Sink } from '../../dist/base/diagnostic.js';
import { findInstallation, openNodeWorld } from '../../dist/base/node-world.js';
import { compile } from '../../dist/compile.js';
import { makeRequest } from '../../dist/project/request.js';
import { factsOfPages } from './page-facts.mjs';
import { makeFiguredBook } from './sample-text.mjs';

/** A Markdown file to measure instead. */
const [given] = process.argv.slice(2);
const WAYS = ['greedy', 'optimal'];

/** @type {Record<string, Record<string, number>>} */
const table = {};
for (const breaks of WAYS) table[breaks] = await measure(breaks);
const valuesOf = (fact) => Object.fromEntries(WAYS.map((way) => [way, table[way][fact]]));
console.table(Object.fromEntries(Object.keys(table.greedy).map((fact) => [fact, valuesOf(fact)])));

async function measure(breaks) {
  const head = `title: كتاب\nlang: ar\ntemplate: book\ntheme: {page: {breaks: ${breaks}}}`;
  const text = given ? withHead(readFileSync(given, 'utf8'), head) : makeFiguredBook(300, head);
  const products = {};
  const sink = new Sink();
  let begun = 0;
  let ms = 0;
  await compile(makeRequest({ files: ['-'], text, format: 'pdf' }), openNodeWorld(findInstallation()), sink, {
    onStage: (name) => {
      if (name === 'page') begun = performance.now();
      if (name === 'impose') ms = performance.now() - begun;
    },
    onProduct: (name, product) => {
      products[name] = product;
    },
  });
  return { ...factsOfPages(products.page, products.style), 'ms of the stage': Math.round(ms) };
}

function withHead(text, head) {
  return `---\n${head}\n---\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`;
}
