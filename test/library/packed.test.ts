import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * The library as whoever installs it has it: from the tarball, with what it depends on and none of what it is
 * developed with. The packages are linked from here instead of being fetched.
 */

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** What a program in TypeScript brings itself. */
const OWN_PACKAGES = ['typescript', '@types/node', 'undici-types'];

const scratch = mkdtempSync(join(tmpdir(), 'warraq-packed-'));
const home = join(scratch, 'home');

beforeAll(() => {
  const source = join(scratch, 'source');
  const { files } = JSON.parse(readFileSync(`${REPOSITORY}package.json`, 'utf8')) as { files: string[] };
  for (const name of [
    'package.json',
    'README.md',
    'LICENSE',
    ...files.filter((name) => !/^!|^dist\b/.test(name)),
  ])
    cpSync(`${REPOSITORY}${name}`, join(source, name), { recursive: true });
  // `npm run types` looks at the types.
  const compiler = ['node_modules/typescript/bin/tsc', '-p', '.', '--noCheck'];
  run([...compiler, '--outDir', join(source, 'dist')], REPOSITORY);
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent'], { cwd: source });
  const tarball = readdirSync(source).find((name) => name.endsWith('.tgz'))!;
  const installed = join(home, 'node_modules/warraq');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(source, tarball), '-C', installed, '--strip-components=1']);
  for (const name of [...listDependencies(), ...OWN_PACKAGES]) {
    const link = join(home, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(`${REPOSITORY}node_modules/${name}`, link);
  }
  writeFileSync(join(home, 'report.md'), '---\ntitle: تقرير\n---\n\nنصّ التقرير.\n');
}, 300_000);

afterAll(() => rmSync(scratch, { recursive: true }));

/** Of the lock file: all packages that are there without being asked for by developers. */
function listDependencies(): readonly string[] {
  const lock = JSON.parse(readFileSync(`${REPOSITORY}package-lock.json`, 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { readonly dev?: boolean; readonly optional?: boolean; readonly peer?: boolean }>
    >;
  };
  return Object.entries(lock.packages)
    .filter(
      ([path, { dev, optional, peer }]) =>
        /^node_modules\/(?!.*node_modules)/.test(path) && !dev && !optional && !peer,
    )
    .map(([path]) => path.slice('node_modules/'.length));
}

function run(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  expect(stdout + stderr, `node ${args.join(' ')}`).toBe(status === 0 ? stdout + stderr : '');
  return stdout;
}

/** Programs that README shows under "As a library". */
function readSamples(): readonly string[] {
  const section = readFileSync(`${REPOSITORY}README.md`, 'utf8')
    .split(/^## /m)
    .find((text) => text.startsWith('As a library'));
  return Array.from((section ?? '').matchAll(/```ts\n([\s\S]*?)```/g), ([, sample]) => sample!);
}

const TSCONFIG = {
  compilerOptions: {
    module: 'NodeNext',
    target: 'ES2023',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    types: ['node'],
  },
};

describe('the packed library', () => {
  it('is what README says it is: each sample type-checks and writes its document', () => {
    const samples = readSamples();
    expect(samples.length).toBeGreaterThan(1);
    writeFileSync(join(home, 'package.json'), JSON.stringify({ type: 'module' }));
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ ...TSCONFIG, include: ['sample-*.ts'] }));
    for (const [at, sample] of samples.entries()) writeFileSync(join(home, `sample-${at}.ts`), sample);
    run(['node_modules/typescript/bin/tsc', '-p', '.'], home);
    for (const [at, sample] of samples.entries()) {
      run([`sample-${at}.js`], home);
      const name = /writeFileSync\('([^']+)'/.exec(sample)![1]!;
      expect(readFileSync(join(home, name)).subarray(0, 5).toString(), name).toBe('%PDF-');
    }
  });

  it('can be required where Node requires ES modules', () => {
    const program = `
      const { compile, openNodeWorld } = require('warraq');
      compile({ text: '# عنوان' }, openNodeWorld('.')).then(({ ok, pages }) => console.log(ok, pages));`;
    writeFileSync(join(home, 'required.cjs'), program);
    expect(run(['required.cjs'], home)).toBe('true 1\n');
  });

  it('has no declaration that names what is not installed with it', () => {
    const dist = join(home, 'node_modules/warraq/dist');
    const seen = new Set<string>();
    const walk = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, name] of readFileSync(join(dist, file), 'utf8').matchAll(
        /(?:from|import\() ?'([^']+)'/g,
      )) {
        if (name!.startsWith('.')) walk(join(dirname(file), name!).replace(/\.(?:ts|js)$/, '.d.ts'));
        else expect(name, file).toMatch(/^node:/);
      }
    };
    walk('index.d.ts');
    expect(seen.size).toBeGreaterThan(5);
  });
});
