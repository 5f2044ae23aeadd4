import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, openNodeWorld } from '../../src/index.ts';
import { files, importsOf, sourceOf } from '../architecture/source-files.ts';
import { has } from '../pdf/readers.ts';

/** What no test of one stage holds: the doors that there are not, and what comes out at the end. */

const folder = fs.mkdtempSync(join(tmpdir(), 'warraq-doors-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function build(text: string, format: 'pdf' | 'epub' = 'pdf') {
  fs.writeFileSync(join(folder, 'a.md'), text);
  return compile({ files: ['a.md'], format }, openNodeWorld(folder));
}

describe('the source', () => {
  const using = (...names: readonly string[]) =>
    files.filter((file) =>
      importsOf(file).some(({ target }) => names.includes(target.replace(/^node:/, ''))),
    );

  test('opens no socket, serves nothing and asks no network', () => {
    expect(
      using('http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'cluster'),
    ).toEqual([]);
    expect(files.filter((file) => /\bfetch\(['"`]|WebSocket|XMLHttpRequest/.test(sourceOf(file)))).toEqual(
      [],
    );
  });

  test('runs no text as code: scripts are made of the program alone', () => {
    expect(using('vm')).toEqual(['cli/launch.ts']);
    expect(files.filter((file) => /\beval\(|new Function\(/.test(sourceOf(file)))).toEqual([]);
    expect(using('child_process').filter((file) => !file.startsWith('cli/'))).toEqual([]);
  });
});

test('what is installed with Warraq runs nothing when it is installed', () => {
  const lock = JSON.parse(fs.readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>
    >;
  };
  const running = Object.entries(lock.packages).filter(
    ([, { dev, hasInstallScript }]) => !dev && hasInstallScript,
  );
  expect(running.map(([name]) => name)).toEqual([]);
  const { dependencies } = JSON.parse(
    fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { readonly dependencies: Readonly<Record<string, string>> };
  expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

describe('an address on the network', () => {
  let hits = 0;
  const server = createServer((_, response) => {
    hits += 1;
    response.end();
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, () => resolve()));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  test('is asked for by no picture, frame, style, font or cover, however it is written', async () => {
    const hosts = [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f.1',
      '2130706433',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0.0.0.0',
      'a@127.0.0.1',
    ];
    const addresses = hosts.flatMap((host) => [
      `http://${host}:${port}/a.png`,
      `https://${host}:${port}/a.png`,
      `//${host}:${port}/a.png`,
      `HTTP://${host}:${port}/a.png`,
      `ftp://${host}:${port}/a.png`,
    ]);
    const ways = (address: string) =>
      `![صورة](${address})\n\n<img src="${address}" alt="x">\n\n<iframe src="${address}"></iframe>\n\n<link rel="stylesheet" href="${address}">\n\n<video src="${address}"></video>`;
    const front = `---\ntitle: تجربة\ncover: http://127.0.0.1:${port}/c.png\ntheme: http://127.0.0.1:${port}/t.yaml\n---\n`;
    for (const format of ['pdf', 'epub'] as const) {
      const { ok, diagnostics } = await build(`${front}${addresses.map(ways).join('\n\n')}\n`, format);
      expect(ok).toBe(true);
      expect(diagnostics.map(({ rule }) => rule)).toContain('image-remote');
    }
    expect(hits).toBe(0);
  });
});

test('a drawing in SVG shows nothing that it names, defines or runs', async () => {
  fs.writeFileSync(join(folder, 'canary.txt'), 'CANARY-SVG');
  const svg =
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e SYSTEM "canary.txt">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script><image href="canary.txt"/><text>&e;</text></svg>';
  fs.writeFileSync(join(folder, 'a.svg'), svg);
  for (const name of ['a.svg', 'b.png']) {
    fs.writeFileSync(join(folder, name), svg);
    const { ok, bytes, diagnostics } = await build(`---\ntitle: x\n---\n![رسم](${name})\n`, 'epub');
    expect([ok, diagnostics.map(({ rule }) => rule)]).toEqual([true, ['image-parts']]);
    for (const file of Object.values(unzipSync(bytes!)))
      for (const word of ['CANARY-SVG', 'canary.txt', '<script'])
        expect(Buffer.from(file).includes(word)).toBe(false);
  }
});

const ACTIVE = [
  '/JavaScript',
  '/JS',
  '/Launch',
  '/AA',
  '/SubmitForm',
  '/ImportData',
  '/RichMedia',
  '/EmbeddedFile',
  '/GoToR',
  '/AcroForm',
];
const INJECTED = [
  ') /AA << /S /JavaScript /JS (x) >>',
  '>> /OpenAction << /S /Launch',
  '\\) endobj 9 0 obj <<',
  '(((',
  ')))',
  '\\',
  '\u0000',
  '<fe ff>',
  '/JS',
  'endstream endobj',
  '%\n/JS 1 0 R',
  '#2FJS',
];

test.skipIf(!has('qpdf'))('a PDF does nothing, whatever its words say', async () => {
  for (const [at, payload] of INJECTED.entries()) {
    const quoted = JSON.stringify(payload);
    const text = `---\ntitle: ${quoted}\nauthor: ${quoted}\nsubject: ${quoted}\nkeywords: [${quoted}]\nlang: en\n---\n# ${payload.replace(/\n/g, ' ')}\n\n[${payload.replace(/[[\]\n]/g, ' ')}](https://example.org/${encodeURIComponent(payload)}) and [x](javascript:alert(1))\n`;
    const { ok, bytes } = await build(text);
    expect(ok).toBe(true);
    const path = join(folder, `${at}.pdf`);
    fs.writeFileSync(path, bytes!);
    const { status, stdout } = spawnSync('qpdf', ['--json=2', '--json-key=qpdf', path], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect(status).toBe(0);
    // Names of dictionaries are keys of JSON; words stand in strings that begin with "u:" or "b:".
    const names = new Set(Array.from(stdout.matchAll(/"(\/[A-Za-z]+)"/g), ([, name]) => name));
    expect(ACTIVE.filter((name) => names.has(name))).toEqual([]);
  }
});

test('nothing of this machine is in what is written', async () => {
  const text = '---\ntitle: تجربة\n---\n# باب\n\nنصّ[^1].\n\n[^1]: حاشية\n';
  const own = [folder, `${homedir()}/`, hostname(), `${userInfo().username}@`, process.cwd()].filter(
    (name) => name.length > 3,
  );
  const pdf = (await build(text)).bytes!;
  const epub = Object.values(unzipSync((await build(text, 'epub')).bytes!));
  for (const bytes of [pdf, ...epub])
    for (const name of own) expect(Buffer.from(bytes).includes(name), name).toBe(false);
});

test('sizes beyond all sense are told of at once, and the document is made', async () => {
  const values = [
    '0',
    '-1',
    '.nan',
    '.inf',
    '1e9',
    '1e-9',
    '١e٩',
    '999999999pt',
    '0.0001mm',
    '"12 pt 12"',

    '[[]]',
  ];
  const tokens = [
    'text: { size: V }',
    'text: { leading: V }',
    'page: { size: V }',
    'page: { margin: V }',
    'boxes: { columns: { columns: V } }',
  ];
  const untold: string[] = [];
  for (const token of tokens)
    for (const value of values) {
      const start = process.cpuUsage().user;
      const { ok, diagnostics } = await build(
        `---\ntitle: x\nlang: ar\ntheme: { ${token.replace('V', value)} }\n---\nنصّ.\n`,
      );
      expect(ok, `${token} ${value}`).toBe(true);
      if (diagnostics.length === 0) untold.push(token.replace('V', value));
      expect(process.cpuUsage().user - start).toBeLessThan(1e6);
    }
  // A page without margins is a wish.
  expect(untold).toEqual(['page: { margin: 0 }', 'page: { margin: 0.0001mm }']);
});

test('a build that is killed leaves the old file or the new one, and the next one cleans up', async () => {
  const writer = join(folder, 'writer.mjs');
  const source = fileURLToPath(new URL('../../src/base/write-whole.ts', import.meta.url));
  buildSync({ entryPoints: [source], outfile: writer, bundle: true, platform: 'node', format: 'esm' });
  const target = join(folder, 'killed', 'a.pdf');
  const script = `const { writeWhole } = await import(${JSON.stringify(writer)}); const fs = await import('node:fs');
    for (let at = 0; ; at++) writeWhole(fs, ${JSON.stringify(target)}, [Buffer.alloc(2_000_000, 97 + (at % 26))], () => false);`;
  for (let turn = 0; turn < 20; turn++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    while (!fs.existsSync(target)) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 60 + 7 * turn));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    const left = fs.readFileSync(target);
    expect([left.length, left.every((byte) => byte === left[0])]).toEqual([2_000_000, true]);
  }
  const place = join(folder, 'killed');
  const hourAgo = Date.now() / 1000 - 3600;
  for (const name of fs.readdirSync(place)) fs.utimesSync(join(place, name), hourAgo, hourAgo);
  openNodeWorld(folder).write(target, [new Uint8Array(9)]);
  expect(fs.readdirSync(place)).toEqual(['a.pdf']);
});
