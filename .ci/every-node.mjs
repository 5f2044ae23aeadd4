// Holds the packed program, installed in an empty folder, against every Node it is meant for: the same bytes on
// all, with compiled code that was kept before and without; each optional package does its work; code that is
// damaged, of another Node, or has no place does no harm. Says how long a document takes.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SMTPServer } from 'smtp-server';

/** The oldest, and the newest of each line. */
const NODES = ['20.19.0', '20.19', '20.20', '22', '24'];
const MOST_BYTES = 5_000_000;
const MAIL = ['mail', 'letter.md', '--from', 'b@example.org', '--to', 'a@example.org', '-o', 'out.eml', '--send'];

const root = fileURLToPath(new URL('../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'warraq-nodes-'));
const home = join(scratch, 'home');
const place = join(scratch, 'empty');
const dist = join(place, 'node_modules/warraq/dist');
const cache = join(dist, '.cache');
const env = { PATH: process.env.PATH, HOME: home, LANG: 'C', SOURCE_DATE_EPOCH: '1700000000' };

try {
  for (const folder of [home, place]) mkdirSync(folder);
  const [nodes] = await Promise.all([installNodes(), installProgram()]);
  writeSources();
  await withMailServer(async (server) => {
    await withoutPeers(nodes[0], server);
    installPeers();
    await makePhotograph();
    const made = new Map();
    for (const [index, node] of nodes.entries()) await holdAgainst(node, nodes[index - 1], server, made);
    for (const [name, sum] of made) console.log(`same on all: ${name} ${sum.slice(0, 12)}`);
  });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @returns the programs, with their versions */
async function installNodes() {
  const install = async (range) => {
    const folder = join(scratch, `node-${range}`);
    mkdirSync(folder);
    await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `node@${range}`]);
    const path = join(folder, 'node_modules/node/bin/node');
    return { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() };
  };
  return Promise.all(NODES.map(install));
}

function installProgram() {
  const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const [{ filename, size, files }] = JSON.parse(packed);
  const paths = files.map(({ path }) => path);
  hold(size <= MOST_BYTES, `the package has ${size} bytes, more than ${MOST_BYTES}`);
  hold(paths.includes('dist/warraq.cjs'), 'the package lacks the program');
  const kept = paths.filter((path) => path.includes('.cache') || path.endsWith('.code'));
  hold(kept.length === 0, `the package carries compiled code: ${kept}`);
  console.log(`packed: ${(size / 1e6).toFixed(2)} MB in ${paths.length} files`);
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', join(scratch, filename)], { cwd: place });
}

/** In the versions that the project is tested with. */
function installPeers() {
  const { peerDependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const peers = Object.keys(peerDependencies).map((name) => `${name}@${devDependencies[name]}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...peers], { cwd: place });
}

function writeSources() {
  cpSync(join(place, 'node_modules/warraq/content/briefing.md'), join(place, 'briefing.md'));
  const matter = '---\ntitle: رسالة\nauthor: فريق التحرير\ndate: 2026-11-23\nlang: ar\n---\n\n';
  writeFileSync(join(place, 'letter.md'), `${matter}نصّ قصير فيه Latin و٢٠٢٦.\n`);
  writeFileSync(join(place, 'photograph.md'), `${matter}![سماء](sky.jpg)\n`);
}

/** 3000 × 2000, with grain enough to weigh megabytes. */
async function makePhotograph() {
  const sharp = createRequire(join(place, 'package.json'))('sharp');
  const pixels = Buffer.alloc(3000 * 2000 * 3);
  for (let at = 0, grain = 1; at < pixels.length; at++) {
    grain = (Math.imul(grain, 1103515245) + 12345) & 0x7fffffff;
    pixels[at] = 60 + Math.floor((at / pixels.length) * 150) + ((grain >> 16) & 31);
  }
  const raw = { width: 3000, height: 2000, channels: 3 };
  await sharp(pixels, { raw }).jpeg({ quality: 90 }).toFile(join(place, 'sky.jpg'));
}

/** A server on this machine that takes every letter and keeps the last. */
async function withMailServer(work) {
  const server = { url: '', letter: null };
  const taker = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
        server.letter = Buffer.concat(chunks);
        done();
      });
    },
  });
  await new Promise((resolve) => taker.listen(0, '127.0.0.1', resolve));
  server.url = `smtp://127.0.0.1:${taker.server.address().port}`;
  try {
    await work(server);
  } finally {
    await new Promise((resolve) => taker.close(resolve));
  }
}

/** What is not installed is said, and is no bug. */
async function withoutPeers(node, server) {
  const verified = await warraq(node, ['build', 'letter.md', '-o', 'out.pdf', '--verify']);
  hold(verified.said.includes('verify-no-reader') && verified.code !== 6, `--verify without pdf.js: ${show(verified)}`);
  const sent = await warraq(node, MAIL, server);
  hold(sent.said.includes('mail-no-nodemailer') && sent.code !== 6, `--send without nodemailer: ${show(sent)}`);
  console.log(`${node.version}: what is not installed is said`);
}

async function holdAgainst(node, before, server, made) {
  /** @param fresh whether the code of the run before is taken away */
  const run = async (name, args, fresh, read) => {
    if (fresh) forget();
    const files = kept();
    const times = files.map((file) => statSync(join(cache, file)).mtimeMs);
    const ended = await warraq(node, args, server);
    const label = `${node.version}: ${name} with ${fresh ? 'no kept' : 'kept'} code`;
    hold(ended.code === 0 && ended.talk === '', `${label}: ${show(ended)}`);
    hold(kept().length === 1, `${label}: kept are ${kept()}`);
    const isUsed = !fresh && statSync(join(cache, files[0])).mtimeMs === times[0];
    hold(fresh || isUsed, `${label}: V8 did not take it`);
    const sum = createHash('sha256').update(read()).digest('hex');
    hold((made.get(name) ?? sum) === sum, `${label}: other bytes`);
    made.set(name, sum);
    return ended;
  };
  const pdf = () => readFileSync(join(place, 'out.pdf'));
  const times = [];
  for (const fresh of [true, false]) {
    times.push((await run('briefing', ['build', 'briefing.md', '-o', 'out.pdf'], fresh, pdf)).seconds);
    const photograph = await run('photograph', ['build', 'photograph.md', '-o', 'out.pdf'], fresh, pdf);
    hold(pdf().length < statSync(join(place, 'sky.jpg')).size / 4, `${node.version}: the photograph was not made smaller`);
    hold(photograph.said.length === 0, `${node.version}: ${show(photograph)}`);
    const verified = await run('letter', ['build', 'letter.md', '-o', 'out.pdf', '--verify'], fresh, pdf);
    hold(verified.said.length === 0, `${node.version}: ${show(verified)}`);
    server.letter = null;
    await run('mail', MAIL, fresh, () => server.letter ?? fail(`${node.version}: no letter came`));
  }
  const jailed = await warraq(node, ['build', 'letter.md', '-o', 'out.pdf', '--jail'], server);
  hold(jailed.code === 0 && jailed.said.length === 0, `${node.version}: --jail: ${show(jailed)}`);
  hold(
    createHash('sha256').update(pdf()).digest('hex') === made.get('letter'),
    `${node.version}: other bytes with --jail`,
  );
  node.code = readFileSync(join(cache, kept()[0]));
  await holdAgainstBadCode(node, before?.code, made.get('letter'));
  console.log(`${node.version}: briefing in ${times[0].toFixed(2)} s, with kept code in ${times[1].toFixed(2)} s`);
}

/** The letter has its bytes whatever lies where code is kept. */
async function holdAgainstBadCode(node, other, sum) {
  const build = async (label, setting = {}) => {
    const output = setting.output ?? 'out.pdf';
    const ended = await warraq(node, ['build', 'letter.md', '-o', output], setting);
    hold(ended.code === 0 && ended.talk === '', `${node.version}: ${label}: ${show(ended)}`);
    const bytes = readFileSync(join(place, output));
    hold(createHash('sha256').update(bytes).digest('hex') === sum, `${node.version}: ${label}: other bytes`);
  };
  const file = join(cache, kept()[0]);
  const { code } = node;
  const damaged = Buffer.from(code).fill(0xa5, code.length >> 1, (code.length >> 1) + 64);
  const bad = { damaged, 'cut short': code.subarray(0, code.length >> 1), ...(other && { 'of another Node': other }) };
  for (const [label, bytes] of Object.entries(bad)) {
    writeFileSync(file, bytes);
    await build(`code ${label}`);
    hold(!readFileSync(file).equals(bytes), `${node.version}: code ${label} stayed`);
  }
  forget();
  await Promise.all([1, 2, 3].map((at) => build('three at once', { output: `out-${at}.pdf` })));
  hold(kept().length === 1 && readdirSync(cache).length === 1, `${node.version}: left over: ${readdirSync(cache)}`);
  rmSync(cache, { recursive: true });
  // Whoever runs this may be root, whom no mode keeps out.
  writeFileSync(cache, '');
  await build('no place', { HOME: '/proc/none' });
  await build('a place in the cache folder of the user');
  const own = join(home, '.cache/warraq');
  hold(readdirSync(own).length === 1, `${node.version}: nothing is kept in the user's cache folder`);
  rmSync(own, { recursive: true });
  rmSync(cache);
}

/** Names of the code kept beside the program. */
function kept() {
  return existsSync(cache) ? readdirSync(cache) : [];
}

function forget() {
  rmSync(cache, { recursive: true, force: true });
}

/** Runs the installed program. @returns rules of its diagnostics, what else it said, seconds */
function warraq(node, args, { url = '', HOME = home } = {}) {
  const command = [join(dist, 'cli.js'), ...args, '--json'];
  const started = performance.now();
  const child = spawn(node.path, command, { cwd: place, env: { ...env, HOME, WARRAQ_SMTP_URL: url, WARRAQ_DEBUG: '1' } });
  let [out, talk] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (talk += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      const seconds = (performance.now() - started) / 1000;
      const said = out.startsWith('{') ? JSON.parse(out).diagnostics.map(({ rule }) => rule) : [];
      resolve({ code: status ?? signal, said, talk, seconds });
    });
  });
}

function show({ code, said, talk }) {
  return `ended with ${code}, said [${said}] ${talk}`;
}

function hold(holds, otherwise) {
  if (!holds) fail(otherwise);
}

function fail(why) {
  throw new Error(why);
}
