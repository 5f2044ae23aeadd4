// npm run bench:drawings -- FILE.svg… – how far what Warraq prints of a drawing, and what it puts into an e-book, is from
// what Chromium shows of the file: the share of pixels that differ, as pixelmatch counts them, by file and in the median.
// Needs chromium, pdftoppm, qpdf and unzip. Faces differ where a drawing has words, and are counted.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;
const [WIDTH, RESOLUTION, SHEET] = [360, 144, 15];
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('npm run bench:drawings -- FILE.svg…');
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), 'warraq-drawings-'));
const run = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] });
const nameOf = (index) => `${String(index).padStart(3, '0')}.svg`;

/** One document of all drawings, as PDF and as e-book. */
function build() {
  for (const [index, file] of files.entries()) copyFileSync(file, join(scratch, nameOf(index)));
  const body = files.map((_, index) => `![p${index}](${nameOf(index)}){width=60%}\n`).join('\n');
  writeFileSync(join(scratch, 'd.md'), `---\ntitle: t\nlang: en\n---\n\n${body}`);
  writeFileSync(join(scratch, 'package.json'), '{}');
  for (const output of ['d.pdf', 'd.epub'])
    run('node', CLI, 'build', join(scratch, 'd.md'), '-o', join(scratch, output));
}

/** By the number in its description: the page of a figure, and its box on it in points from the left bottom corner. */
function findFigures() {
  const json = JSON.parse(
    run('qpdf', '--json=2', '--json-key=qpdf', '--json-key=pages', join(scratch, 'd.pdf')),
  );
  const objects = json.qpdf[1];
  const pages = json.pages.map(({ object }) => object);
  const follow = (value) => (typeof value === 'string' && objects[`obj:${value}`]?.value) || value;
  const pageOf = (value) => {
    const kid = follow(value);
    if (Array.isArray(kid)) return kid.map(pageOf).find(Boolean);
    return kid?.['/Pg'] ?? (kid?.['/K'] === undefined ? undefined : pageOf(kid['/K']));
  };
  const found = new Map();
  for (const { value } of Object.values(objects)) {
    const number = /p(\d+)$/.exec(value?.['/Alt'] ?? '')?.[1];
    if (value?.['/S'] !== '/Figure' || number === undefined) continue;
    const attributes = [follow(value['/A'])].flat().map(follow);
    const box = attributes.find((entry) => entry?.['/BBox'])?.['/BBox'];
    found.set(Number(number), { box, page: pages.indexOf(value['/Pg'] ?? pageOf(value['/K'])) });
  }
  return found;
}

/** Drawings of the e-book by the same number. */
function findImages() {
  const folder = join(scratch, 'epub');
  run('unzip', '-qo', join(scratch, 'd.epub'), '-d', folder);
  const found = new Map();
  for (const path of run('find', folder, '-name', '*.xhtml').trim().split('\n'))
    for (const [image] of readFileSync(path, 'utf8').matchAll(/<img[^>]*>/g)) {
      const number = /alt="p(\d+)"/.exec(image)?.[1];
      const source = /src="([^"]+)"/.exec(image)?.[1];
      if (number !== undefined) found.set(Number(number), resolve(dirname(path), source));
    }
  return found;
}

/** Pixels of pictures, each so high, as Chromium shows them. */
async function browse(pictures) {
  const shown = new Map();
  for (let first = 0; first < pictures.length; first += SHEET) {
    let top = 0;
    const part = pictures.slice(first, first + SHEET).map((picture) => {
      const placed = { ...picture, top };
      top += picture.height + 10;
      return placed;
    });
    const images = part.map(
      ({ path, top, height }) =>
        `<img src="file://${path}" style="position:absolute;left:0;top:${top}px;width:${WIDTH}px;height:${height}px">`,
    );
    const [page, shot] = [join(scratch, 'sheet.html'), join(scratch, 'sheet.png')];
    writeFileSync(page, `<body style="margin:0;background:#fff">${images.join('')}</body>`);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'];
    run('chromium', ...flags, `--window-size=${WIDTH},${top}`, `--screenshot=${shot}`, `file://${page}`);
    for (const { index, top, height } of part)
      shown.set(index, await pixels(sharp(shot).extract({ left: 0, top, width: WIDTH, height })));
  }
  return shown;
}

const pixels = (image) => image.flatten({ background: '#FFF' }).ensureAlpha().raw().toBuffer();

async function crop({ box: [x0, y0, x1, y1], page }, height) {
  const shots = readdirSync(join(scratch, 'pages')).sort();
  const shot = join(scratch, 'pages', shots[page]);
  const { height: all } = await sharp(shot).metadata();
  const scale = RESOLUTION / 72;
  const area = { left: Math.round(x0 * scale), top: Math.round(all - y1 * scale) };
  const size = { width: Math.round((x1 - x0) * scale), height: Math.round((y1 - y0) * scale) };
  return pixels(
    sharp(shot)
      .extract({ ...area, ...size })
      .resize(WIDTH, height, { fit: 'fill' }),
  );
}

build();
const figures = findFigures();
const images = findImages();
mkdirSync(join(scratch, 'pages'));
run('pdftoppm', '-r', String(RESOLUTION), '-png', join(scratch, 'd.pdf'), join(scratch, 'pages', 'p'));
const pictures = [...figures].map(([index, { box }]) => {
  const height = Math.max(1, Math.round((WIDTH * (box[3] - box[1])) / (box[2] - box[0])));
  return { index, height, path: join(scratch, nameOf(index)) };
});
const theirs = await browse(pictures);
const books = await browse(pictures.map((picture) => ({ ...picture, path: images.get(picture.index) })));
const rows = [];
for (const { index, height } of pictures) {
  const differ = (ours) =>
    (100 * pixelmatch(theirs.get(index), ours, undefined, WIDTH, height, { threshold: 0.2 })) /
    (WIDTH * height);
  const print = differ(await crop(figures.get(index), height));
  rows.push({ file: basename(files[index]), print, book: differ(books.get(index)) });
}
rows.sort((one, other) => other.print - one.print);
for (const { file, print, book } of rows) console.log(`${print.toFixed(2)}\t${book.toFixed(2)}\t${file}`);
const middle = (key) =>
  rows
    .map((row) => row[key])
    .sort((a, b) => a - b)
    [rows.length >> 1]?.toFixed(2);
console.log(
  `${rows.length} of ${files.length} drawn; median % differing: print ${middle('print')}, e-book ${middle('book')}`,
);
rmSync(scratch, { recursive: true });
