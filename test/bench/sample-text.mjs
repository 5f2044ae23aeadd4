import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sample documents that come with Warraq: the only words the benchmarks know. */
const CONTENT = new URL('../../content/', import.meta.url);

/** Words on a page of A4 with margins of 2.5 cm in Amiri 12 pt, headings and notes included. */
const WORDS_PER_PAGE = 440;

/** Particles written as one with their word: they make new words of old ones, as a longer text would have. */
const PARTICLES = ['و', 'ف', 'ب', 'ل', 'وب', 'ول'];

/**
 * A book of about `pages` pages with headings, notes, lists and tables, made of our own sentences in
 * another order. The same arguments give the same text.
 *
 * @param {number} pages
 * @param {string} frontMatter lines of YAML
 * @param {number} [seed]
 * @returns {string} Markdown
 */
export function makeBook(pages, frontMatter, seed = 20110628) {
  const writer = new BookWriter(readSentences(), randomNumbers(seed));
  while (writer.words < pages * WORDS_PER_PAGE) writer.addChapter();
  return `---\n${frontMatter}\n---\n\n${writer.blocks.join('\n\n')}\n`;
}

/**
 * The same with a figure on every second page, each called by its number where it is written.
 *
 * @param {number} pages
 * @param {string} frontMatter
 * @param {number} [seed]
 * @returns {string} Markdown
 */
export function makeFiguredBook(pages, frontMatter, seed = 20110628) {
  const writer = new BookWriter(readSentences(), randomNumbers(seed), true);
  while (writer.words < pages * WORDS_PER_PAGE) writer.addChapter();
  return `---\n${frontMatter}\n---\n\n${writer.blocks.join('\n\n')}\n`;
}

/**
 * Running text alone: paragraphs of three to seven sentences, about `pages` pages of it.
 *
 * @param {number} pages
 * @param {string} frontMatter
 * @param {number} [seed]
 * @returns {string} Markdown
 */
export function makeProse(pages, frontMatter, seed = 20110628) {
  const writer = new BookWriter(readSentences(), randomNumbers(seed));
  while (writer.words < pages * WORDS_PER_PAGE) writer.add(writer.paragraph());
  return `---\n${frontMatter}\n---\n\n${writer.blocks.join('\n\n')}\n`;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns {string[]} sentences of the running text, without notation */
function readSentences() {
  const folder = CONTENT.pathname;
  const files = readdirSync(folder, { recursive: true }).map(String).filter(isText).sort();
  const sentences = files.flatMap((file) => sentencesOf(readFileSync(join(folder, file), 'utf8')));
  if (sentences.length === 0) throw new Error(`no sentences in ${folder}`);
  return [...new Set(sentences)];
}

/** @param {string} file */
const isText = (file) => file.endsWith('.md');

/** @param {string} markdown */
function sentencesOf(markdown) {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const prose = body.split('\n').filter((line) => line.length > 80 && /^[\p{L}«]/u.test(line));
  return prose.flatMap((line) => plain(line).split(/(?<=[.؟!])\s+/u)).filter((text) => text.length > 40);
}

/** Notes, spans, links and emphasis taken out of a line of Markdown. @param {string} line */
function plain(line) {
  return line
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/:\w+\[([^\]]*)\](\{[^}]*\})?/g, '$1')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]|\{[^}]*\}|\[@[^\]]*\]/g, '')
    .trim();
}

class BookWriter {
  /** @type {string[]} */
  blocks = [];
  words = 0;
  #chapter = 0;

  /**
   * @param {string[]} sentences
   * @param {() => number} random
   * @param {boolean} hasFigures
   */
  constructor(sentences, random, hasFigures = false) {
    this.sentences = sentences;
    this.random = random;
    this.hasFigures = hasFigures;
  }

  addChapter() {
    this.#chapter += 1;
    this.add(`# ${this.title()}`);
    for (let section = 0; section < 5; section += 1) this.addSection(`${this.#chapter}-${section}`);
  }

  /** @param {string} name tells its notes from those of the others */
  addSection(name) {
    this.add(`## ${this.title()}`);
    for (let at = 0; at < 6; at += 1) {
      const hasNote = this.random() < 0.3;
      this.add(`${this.paragraph()}${hasNote ? `[^${name}-${at}]` : ''}`);
      if (hasNote) this.add(`[^${name}-${at}]: ${this.sentence()}`);
      if (this.hasFigures && this.random() < 0.25) this.addFigure(`figure-${name}-${at}`);
    }
    if (this.random() < 0.5) this.add([1, 2, 3, 4].map(() => `- ${this.sentence()}`).join('\n'));
    if (this.random() < 0.2) this.add(this.table());
  }

  /** @param {string} id */
  addFigure(id) {
    const count = 4 + Math.floor(this.random() * 10);
    const bars = Array.from(
      { length: count },
      (_, at) => `| ${1990 + at} | ${1 + Math.floor(this.random() * 90)} |`,
    );
    this.add(`${this.paragraph()} :ref[${id}] ${this.sentence()}`);
    this.add(
      `:::chart[${this.title()}]{#${id} float=auto}\n| السنة | القيمة |\n|---|---|\n${bars.join('\n')}\n:::`,
    );
  }

  table() {
    const rows = [1, 2, 3, 4, 5].map((row) => `| ${this.title()} | ${1990 + row} | ${row * 1375} |`);
    return ['| البند | السنة | القيمة |', '|:---|:---:|---:|', ...rows].join('\n');
  }

  paragraph() {
    const count = 3 + Math.floor(this.random() * 5);
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }

  sentence() {
    return this.pick(this.sentences).split(' ').map(this.#vary).join(' ');
  }

  title() {
    const words = this.pick(this.sentences).split(' ').slice(0, 4).join(' ');
    return words.replace(/[^\p{L}\p{M}\p{Nd} ]/gu, '').trim();
  }

  /** @param {string} word */
  #vary = (word) => {
    if (!/^(?!ال|[وفبل])[\p{L}\p{M}]{4,}$/u.test(word)) return word;
    return this.random() < 0.15 ? this.pick(PARTICLES) + word : word;
  };

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.random() * list.length)]);
  }

  /** @param {string} block */
  add(block) {
    this.blocks.push(block);
    this.words += block.split(/\s+/).length;
  }
}
