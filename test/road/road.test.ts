import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { Laid } from '../../src/page/page.ts';
import { findFaults, isFurniture } from './check-pages.ts';
import { buildCommand, removeCommand, runCommand } from './command.ts';
import { type Drive, drive, listDiagnostics } from './drive.ts';
import { lostWords } from './lost-words.ts';

/**
 * Documents from end to end. A case is a folder: its files, `diagnostics.txt` with every message it gives
 * (none where the file is absent), and `expected.txt` with what a reader would look for on its pages.
 */
const HERE = new URL('./', import.meta.url).pathname;
const cases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'bad')
  .map(({ name }) => name);

const hasQpdf = has('qpdf');
const scratch = mkdtempSync(join(tmpdir(), 'warraq-road-'));
beforeAll(buildCommand);
afterAll(removeCommand);
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(cases)('%s', (name) => {
  const root = join(HERE, name);
  const file = existsSync(join(root, 'book.yaml')) ? 'book.yaml' : 'document.md';
  let road: Drive = { diagnostics: [], bytes: null, products: {} };
  let laid: Laid = { pages: [] } as unknown as Laid;
  beforeAll(async () => {
    road = await drive(root, [file]);
    laid = road.products.page ?? laid;
  });

  test('says exactly what diagnostics.txt says', () => {
    const list = join(root, 'diagnostics.txt');
    expect(listDiagnostics(road.diagnostics)).toBe(existsSync(list) ? readFileSync(list, 'utf8') : '');
  });

  test('loses no word', () => {
    expect(lostWords(road.products.parse!.root, laid)).toEqual([]);
  });

  test('keeps to its pages, its margins and its lines', () => {
    expect(laid.pages.length).toBeGreaterThan(0);
    expect(findFaults(laid, road.products.style!.sections[0]!.geometry)).toEqual([]);
  });

  test('has on its pages what is expected there', () => {
    const lines = readFileSync(join(root, 'expected.txt'), 'utf8').split('\n');
    const missing = lines.filter((line) => !/^(?:#.*)?$/.test(line) && !isMet(line, laid));
    expect(missing).toEqual([]);
  });

  test('is the same to the byte in another folder, time zone and process', () => {
    const copy = join(scratch, `نسخة ${name}`);
    cpSync(root, copy, { recursive: true });
    const { code, talk } = runCommand(['build', file, '-o', 'out.pdf'], {
      cwd: copy,
      TZ: 'Pacific/Auckland',
    });
    expect(code, talk).toBe(0);
    expect(Buffer.compare(readFileSync(join(copy, 'out.pdf')), road.bytes ?? new Uint8Array())).toBe(0);
  });

  test.skipIf(!hasQpdf)('is sound PDF', () => {
    const path = join(scratch, `${name}.pdf`);
    writeFileSync(path, road.bytes ?? new Uint8Array());
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain('No syntax or stream');
  });
});

/** `pages 3`; `page 2: words that follow one another there`; `furniture 2: words of a running head`. */
function isMet(line: string, laid: Laid): boolean {
  const [, kind, number, words = ''] = /^(pages|page|furniture) (\d+)(?:: (.+))?$/.exec(line) ?? [];
  if (kind === undefined) throw new Error(`expected.txt: what is “${line}”?`);
  if (kind === 'pages') return laid.pages.length === Number(number);
  const drawItems = laid.pages[Number(number) - 1]?.drawItems ?? [];
  const text = drawItems
    .flatMap((drawItem) =>
      drawItem.kind === 'line' && isFurniture(drawItem) === (kind === 'furniture') ? [drawItem] : [],
    )
    .map((drawItem) => textOfLine(drawItem.line).trim())
    .join(' ');
  return text.includes(words);
}

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
