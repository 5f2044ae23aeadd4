import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * The visual order of mixed lines as Chromium has it: the place of every character is measured with
 * Range.getClientRects. `node test/text/measure-order.mjs` holds `visual-order.tsv` against it, with
 * `--write` it fills the second column anew. Plain JavaScript, for it runs by itself as well.
 */

export const TABLE = new URL('./visual-order.tsv', import.meta.url);
const BRACKETS = '()[]{}«»<>';
const [BDI, BDI_END, BDO, BDO_END, MARK] = ['⟨', '⟩', '⟪', '⟫', '¦'];

export const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

/**
 * The rows of the table. `marked` is the text with ⟨…⟩ where a left-to-right isolate is meant (`<bdi dir="ltr">`),
 * ⟪…⟫ where its order is overridden too (`<bdo dir="ltr">`) and ¦ for a right-to-left mark.
 */
export function readTable() {
  return readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [marked = '', visual = '', by = ''] = line.split('\t');
      return { marked, logical: marked.replace(/[⟨⟩⟪⟫¦]/gu, ''), visual, by };
    });
}

export function toHtml(marked) {
  const escaped = marked.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .replaceAll(BDI, '<bdi dir="ltr">')
    .replaceAll(BDI_END, '</bdi>')
    .replaceAll(BDO, '<bdo dir="ltr">')
    .replaceAll(BDO_END, '</bdo>')
    .replaceAll(MARK, '\u200F');
}

/** The characters of each paragraph (HTML, in a right-to-left block) as they stand from left to right. */
export function measureOrder(paragraphs) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-order-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(
      page,
      `<meta charset="utf-8"><style>p{white-space:pre;width:9999px;font:20px serif}</style>${paragraphs.map((html) => `<p dir="rtl">${html}</p>`).join('\n')}<script>${SCRIPT}</script>`,
    );
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--user-data-dir=${join(folder, 'profile')}`,
    ];
    const dom = execFileSync(chromium, [...options, '--dump-dom', pathToFileURL(page).href], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
    return JSON.parse(decodeURIComponent(/<output>([^<]*)<\/output>/.exec(dom)[1]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page. A ligature has one place for several characters: those keep the order of their line. */
const SCRIPT = `
const orders = [...document.querySelectorAll('p')].map((p) => {
  const places = [];
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let offset = 0;
    for (const character of node.data) {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, (offset += character.length));
      const [rect] = range.getClientRects();
      if (rect && rect.width > 0) places.push({ character, x: rect.left + rect.width / 2 });
    }
  }
  return places.sort((a, b) => a.x - b.x).map(({ character }) => character).join('');
});
const output = document.createElement('output');
output.textContent = encodeURIComponent(JSON.stringify(orders));
document.body.append(output);
`;

/** Without marks and joiners, which have no place of their own, and with either bracket of a pair as one. */
export function foldOrder(visual) {
  const bare = visual.normalize('NFC').replace(/[\p{M}\p{Cf}]/gu, '');
  return Array.from(bare, (character) =>
    BRACKETS.includes(character) ? BRACKETS[BRACKETS.indexOf(character) & ~1] : character,
  ).join('');
}

/** Brackets as they look from left to right: of a pair the first opens. */
function openBrackets(visual) {
  const open = [];
  return Array.from(visual, (character) => {
    const at = BRACKETS.indexOf(character);
    if (at < 0) return character;
    const pair = at & ~1;
    if (open.at(-1) === pair) {
      open.pop();
      return BRACKETS[pair + 1];
    }
    open.push(pair);
    return BRACKETS[pair];
  }).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = readTable();
  const orders = measureOrder(rows.map(({ marked }) => toHtml(marked)));
  const wrong = rows.filter(({ visual }, i) => foldOrder(visual) !== foldOrder(orders[i]));
  if (process.argv.includes('--write')) {
    const lines = rows.map(({ marked, by, visual }, i) =>
      [
        marked,
        foldOrder(visual) === foldOrder(orders[i])
          ? visual
          : openBrackets(orders[i].replace(/[\p{M}\p{Cf}]/gu, '')),
        by,
      ].join('\t'),
    );
    writeFileSync(TABLE, `${lines.join('\n')}\n`);
  }
  process.stdout.write(`${rows.length} lines, ${wrong.length} not as in ${chromium}\n`);
  for (const { logical } of wrong) process.stdout.write(`  ${logical}\n`);
  process.exitCode = wrong.length > 0 && !process.argv.includes('--write') ? 1 : 0;
}
