/**
 * Warraq beside Typst and pandoc `--sandbox`: `npm run bench:security`. Thirty attacks in harmless forms, each with a project
 * of its own; what is looked at is what came out: a canary in the bytes, a server that was asked, a file that is another.
 * SECURITY_PEERS names a folder made by .ci/security-peers.sh. Prints a table of Markdown. Typst and Warraq write PDF, pandoc an
 * e-book: for PDF it would hand its text to another program.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { attacksOn, CANARY } from './security/attacks.mjs';

/** @typedef {import('./security/attacks.mjs').Attack} Attack */
/** @typedef {{ code: number | null, said: string, output: string, project: string, before: string }} Ended */

const PEERS = process.env['SECURITY_PEERS'] ?? '';
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PYTHON = join(PEERS, 'bin/python');
const WAITS = 10_000;
/** What Warraq says of every text as bare as these. */
const USUAL = ['document-untitled', 'lang-guessed'];
const TYPST = `
import sys, typst
open(sys.argv[2], "wb").write(typst.compile(sys.argv[1], root=sys.argv[3]))
`;

const base = mkdtempSync(join(tmpdir(), 'warraq-peers-'));
let hits = 0;
const server = createServer((_, response) => {
  hits += 1;
  response.end();
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

/** @type {Readonly<Record<string, (attack: Attack, project: string) => [string, readonly string[], string] | string>>} */
const TOOLS = {
  Warraq: ({ md }, project) => {
    writeFileSync(join(project, 'a.md'), md);
    return [process.execPath, [CLI, 'build', 'a.md', '-o', 'out.pdf'], 'out.pdf'];
  },
  ...(existsSync(PYTHON) && {
    [`Typst ${version('import typst; print(typst.__version__)')}`]: (attack, project) => {
      if (attack.typ === undefined) return 'not tried';
      if (attack.typ === null) return 'no such door';
      writeFileSync(join(project, 'a.typ'), attack.typ);
      return [PYTHON, ['-c', TYPST, 'a.typ', 'out.pdf', '.'], 'out.pdf'];
    },
    [`pandoc ${version('import pypandoc; print(pypandoc.get_pandoc_version())')} --sandbox`]: (
      { md },
      project,
    ) => {
      writeFileSync(join(project, 'a.md'), md);
      const pandoc = version('import pypandoc; print(pypandoc.get_pandoc_path())');
      return [pandoc, ['--sandbox', '--metadata', 'lang=en', 'a.md', '-o', 'out.epub'], 'out.epub'];
    },
  }),
};

/** @param {string} script */
function version(script) {
  return spawnSync(PYTHON, ['-c', script], { encoding: 'utf8' }).stdout.trim();
}

try {
  const names = Object.keys(TOOLS);
  console.log(`| attack | ${names.join(' | ')} |\n|---|${names.map(() => '---|').join('')}`);
  for (const attack of attacksOn(base, port)) {
    const cells = [];
    for (const tool of Object.values(TOOLS)) cells.push(await attackWith(tool, attack));
    console.log(`| ${attack.name} | ${cells.join(' | ')} |`);
  }
} finally {
  server.close();
  rmSync(base, { recursive: true });
}

/** @param {(typeof TOOLS)[string]} tool @param {Attack} attack @returns {Promise<string>} what was seen */
async function attackWith(tool, attack) {
  const project = layProject();
  const call = tool(attack, project);
  if (typeof call === 'string') return call;
  const [program, args, output] = call;
  const source = args.find((name) => /^a\.(?:md|typ)$/.test(name)) ?? 'a.md';
  if (attack.harm === 'source') symlinkSync(source, join(project, output));
  const before = readFileSync(join(project, source), 'utf8');
  hits = 0;
  const ended = await run(program, args, project);
  return judge(attack, { ...ended, output: join(project, output), project, before }, source);
}

function layProject() {
  for (const name of readdirSync(base)) rmSync(join(base, name), { recursive: true });
  const project = join(base, 'project');
  mkdirSync(join(project, '.keys'), { recursive: true });
  const picture = readFileSync(new URL('../../templates/book/epub.png', import.meta.url));
  for (const place of [base, project]) writeFileSync(join(place, '.env'), CANARY);
  writeFileSync(join(base, 'secret.txt'), CANARY);
  writeFileSync(join(base, 'secret.png'), picture);
  writeFileSync(join(project, '.keys/k.png'), picture);
  writeFileSync(join(project, 'own.png'), picture);
  symlinkSync('../secret.png', join(project, 'linked.png'));
  symlinkSync('../secret.txt', join(project, 'linked.txt'));
  spawnSync('mkfifo', [join(project, 'pipe.png')]);
  const svg = (/** @type {string} */ inside, head = '') =>
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="30">${inside}</svg>`;
  writeFileSync(
    join(project, 'outside.svg'),
    svg('<image xlink:href="../secret.png" width="90" height="30"/>'),
  );
  writeFileSync(
    join(project, 'entity.svg'),
    svg('<text y="20">&e;</text>', '<!DOCTYPE svg [<!ENTITY e SYSTEM "../secret.txt">]>'),
  );
  writeFileSync(
    join(project, 'web.svg'),
    svg(`<image xlink:href="http://127.0.0.1:${port}/a.png" width="9" height="9"/>`),
  );
  writeFileSync(join(project, 'script.svg'), svg(`<script>${CANARY}()</script>`));
  return project;
}

/** @param {string} program @param {readonly string[]} args @param {string} cwd @returns {Promise<{ code: number | null, said: string }>} */
function run(program, args, cwd) {
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: join(base, 'home'), LANG: 'C.UTF-8', SECRET: CANARY },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), WAITS);
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, said });
    }),
  );
}

/** @param {Attack} attack @param {Ended} ended @param {string} source @returns {string} */
function judge({ harm }, { code, said, output, project, before }, source) {
  const isKilled = code === null;
  if (harm === 'source') {
    const after = readFileSync(join(project, source), 'utf8');
    return after === before ? held(code, said) : '**the source is gone**';
  }
  if (harm === 'waits') return isKilled ? '**waits for ever**' : held(code, said);
  if (isKilled) return '**does not end**';
  if (harm === 'hit') return hits > 0 ? '**asks the network**' : held(code, said);
  if (harm === 'side') return existsSync(join(project, 'side.txt')) ? '**runs it**' : held(code, said);
  const parts = existsSync(output) ? partsOf(output) : [];
  const has = (/** @type {string | RegExp} */ what) =>
    parts.some((part) => (typeof what === 'string' ? part.includes(what) : what.test(part)));
  if (harm === 'secret' || harm === 'script') {
    const isTaken = has(CANARY) || (harm === 'secret' && hasPicture(parts, output));
    return isTaken
      ? `**takes it along**${held(code, said) === 'held' ? ', without a word' : ''}`
      : held(code, said);
  }
  if (harm === 'link')
    return has(/(?:javascript|data|file):/i)
      ? `**the link is there**${held(code, said) === 'held' ? ', without a word' : ''}`
      : held(code, said);
  if (harm === 'active')
    return namesOf(output).includes('/JavaScript') ? '**it is there**' : held(code, said);
  if (harm === 'own') return hasPicture(parts, output) ? 'shown' : 'not shown';
  const seen = held(code, said);
  return seen === 'held' ? '**nothing is said**' : seen;
}

/** @param {number | null} code @param {string} said */
function held(code, said) {
  if (code !== 0) return `refused (exit ${code})`;
  const rules = Array.from(said.matchAll(/\[([a-z]+(?:-[a-z]+)+)\]/g), ([, rule]) => rule ?? '');
  const isSaid = rules.some((rule) => !USUAL.includes(rule)) || /^\[WARNING\]/m.test(said);
  return isSaid ? 'held, and said' : 'held';
}

/** Names of PDF, in dictionaries and not in words. @param {string} path @returns {string[]} */
function namesOf(path) {
  const { stdout } = spawnSync('qpdf', ['--json=2', '--json-key=qpdf', path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return Array.from(stdout.matchAll(/"(\/[A-Za-z]+)"/g), ([, name]) => name ?? '');
}

/** What a file holds, unpacked, as Latin-1; of a PDF its words besides. @param {string} path @returns {string[]} */
function partsOf(path) {
  if (path.endsWith('.epub')) {
    const entries = Object.entries(unzipSync(readFileSync(path)));
    return entries.map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('latin1')}`);
  }
  const options = { maxBuffer: 1 << 28 };
  const objects = spawnSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], options).stdout;
  return [objects, spawnSync('pdftotext', [path, '-'], options).stdout].map((part) =>
    part.toString('latin1'),
  );
}

/** @param {string[]} parts @param {string} path */
function hasPicture(parts, path) {
  return path.endsWith('.epub')
    ? parts.some((part) => /^EPUB\/media\//.test(part))
    : parts.some((part) => part.includes('/Subtype /Image'));
}
