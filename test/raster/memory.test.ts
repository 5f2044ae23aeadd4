import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writePng } from './png-writer.ts';

/** The kernel's count since the program was loaded; what `getrusage` tells begins with the memory of the parent. */
const STATUS = '/proc/self/status';
const REPORT_PEAK = `data:text/javascript,import fs from 'node:fs';
process.on('exit', () => fs.writeSync(3, /VmHWM:\\s*(\\d+) kB/.exec(fs.readFileSync('${STATUS}', 'utf8'))[1]));`;
const folder = mkdtempSync(join(tmpdir(), 'warraq-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The most memory of a build of the bundled program, in bytes. */
function peakOf(source: string): number {
  const at = join(folder, 'text.md');
  writeFileSync(at, `---\ntitle: صورة\ntheme: { images: { screen: 0 } }\n---\n\n${source}\n`);
  const args = ['--import', REPORT_PEAK, 'dist/cli.js', 'build', at, '-o', join(folder, 'text.pdf')];
  const { output, status } = spawnSync('node', args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  expect(status).toBe(0);
  return Number(String(output[3])) * 1024;
}

test.skipIf(!existsSync(STATUS))(
  'a picture that does not deflate is held once: three bytes a pixel and 30 MB',
  () => {
    const size = 2600;
    const noise = randomBytes(size * size * 3);
    const row = (y: number) => y * size * 3;
    const kind = { width: size, height: size, depth: 8, colorType: 2, level: 0, idat: 8192, filter: () => 0 };
    writeFileSync(
      join(folder, 'noise.png'),
      writePng(kind, (x, y, channel) => noise[row(y) + x * 3 + channel]!),
    );
    const without = peakOf('نصّ بلا صورة.');
    const grown = peakOf('![ضجيج](noise.png)') - without;
    expect(readFileSync(join(folder, 'text.pdf')).length).toBeGreaterThan(3 * size * size);
    expect(grown).toBeLessThan(3 * size * size + 30e6);
  },
);
