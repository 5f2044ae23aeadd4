// npm run bench:real -- FOLDER [PATTERN…] – builds real Markdown files with the bundled program and tells what came of
// each: FOLDER/<owner>+<name>/<path> for every line of real-files.tsv (public repositories at the commits named there; their
// text is not ours to keep). Patterns narrow the list. A word counts as lost where the source, parsed by plain
// remark, has it more often than the pages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const CLI = new URL('../../dist/cli.js', import.meta.url).pathname;
const LONGEST = 120_000;
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** Attributes, marks of alerts and of blocks, emoji codes: plain remark leaves them in its texts. */
const UNDERSTOOD = /\{[#:.][^{}\n]*\}|^\[![A-Z]+\]|^:{3,}.*$|(?<![\w:]):[a-z0-9_+-]+:(?!\w)/gm;

// `{/*id*/}` after a heading: plain remark takes the asterisks for emphasis.
const MDX_ID = /\{\/[\p{L}\p{M}\p{N}_-]+\/\}/gu;

const [folder, ...patterns] = process.argv.slice(2);
if (folder === undefined) {
  console.error('npm run bench:real -- FOLDER [PATTERN…]');
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), 'warraq-real-'));
const totals = { files: 0, absent: 0, documents: 0, bugs: 0, lost: 0 };
const exits = new Map();
const rules = new Map();
for (const line of readFileSync(new URL('real-files.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)) {
  const [repository, , path] = line.split('\t');
  const file = join(folder, repository.replace('/', '+'), path);
  if (patterns.length > 0 && !patterns.some((pattern) => file.includes(pattern))) continue;
  if (existsSync(file)) measure(file, `${repository}/${path}`);
  else totals.absent++;
}
rmSync(scratch, { recursive: true });
console.log(totals, 'exit codes', Object.fromEntries(exits));
for (const [rule, count] of [...rules].sort((a, b) => b[1] - a[1]))
  console.log(String(count).padStart(6), rule);

function measure(file, name) {
  totals.files++;
  const out = join(scratch, 'out.pdf');
  rmSync(out, { force: true });
  const { status, stdout, stderr } = run(['build', file, '-o', out, '--json']);
  exits.set(status, (exits.get(status) ?? 0) + 1);
  const isMade = existsSync(out) && statSync(out).size > 0;
  if (isMade) totals.documents++;
  if (status === null || status === 6) totals.bugs++;
  const rulesHere = rulesOf(stdout);
  for (const rule of rulesHere) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  if (!isMade)
    console.log(`no document (${status}): ${name}: ${rulesHere.join(' ')} ${stderr.slice(0, 300)}`);
  const lost = isMade
    ? lostWords(readFileSync(file, 'utf8'), run(['build', file, '--dump=page', '--quiet']).stdout)
    : [];
  if (lost.length > 0) {
    totals.lost += lost.length;
    console.log(`lost ${lost.length}: ${name}: ${lost.slice(0, 12).join(' · ')}`);
  }
}

function run(args) {
  return spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    timeout: LONGEST,
    maxBuffer: 256 * 1024 * 1024,
  });
}

function rulesOf(json) {
  try {
    return [...new Set(JSON.parse(json).diagnostics.map(({ severity, rule }) => `${severity} ${rule}`))];
  } catch {
    return ['no JSON'];
  }
}

function lostWords(source, dump) {
  const printed = lettersOf(
    dump
      .split('\n')
      .map((line) => /^\s*line \S+ \S+ (.*)$/.exec(line)?.[1] ?? '')
      .join(''),
  );
  const counts = new Map();
  for (const word of textsOf(parser.parse(source))
    .join('\n')
    .split(/[^\p{L}\p{M}\p{N}]+/u)) {
    const letters = lettersOf(word);
    if (letters !== '') counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return [...counts].flatMap(([word, count]) => {
    const have = printed.split(word).length - 1;
    return have < count ? [`${word} ${have}/${count}`] : [];
  });
}

function lettersOf(text) {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]|\u0640/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** What a reader of the source would expect on the page; alternative texts, addresses and tags are not. */
function textsOf(node) {
  if (
    node.type === 'yaml' ||
    node.type === 'image' ||
    node.type === 'imageReference' ||
    node.type === 'definition'
  )
    return [];
  if (node.type === 'html')
    return [
      node.value
        .replace(/<!--[\s\S]*?-->|<(?:style|script)[\s\S]*?<\/(?:style|script)>|<[^>]*>/g, ' ')
        .replace(/&\w+;/g, ' '),
    ];
  if (node.type === 'footnoteReference') return [' '];
  if ('value' in node) return [node.type === 'text' ? node.value.replace(UNDERSTOOD, ' ') : node.value];
  const parts = (node.children ?? []).flatMap(textsOf);
  return ['paragraph', 'heading', 'tableCell', 'strong', 'emphasis', 'delete', 'link'].includes(node.type)
    ? [parts.join('').replace(MDX_ID, ' ')]
    : parts;
}
