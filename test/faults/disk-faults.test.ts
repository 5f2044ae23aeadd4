import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Disk } from '../../src/base/disk.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { type Host, openHost } from '../../src/cli/host.ts';
import type { JsonReport } from '../../src/cli/report-json.ts';
import { runCommandLine } from '../../src/cli/run.ts';
import { writePng } from '../raster/png-writer.ts';
import { answersOf, type Call, type Fault, watchDisk, withFault } from './faulty-disk.ts';

/**
 * Whole builds, from the command line to the file, in which one call to the disk fails: every call there is with every
 * answer that it can give (faulty-disk.ts). What is documented for such a day must hold on every one of them.
 */

const PICTURE = { width: 3, height: 2, depth: 8, colorType: 2 };
const FACE = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf'),
);
const DOCUMENT = `---
title: تجربة
date: 2026-11-23
template: own
cover: a.png
attachments: [data.csv]
theme:
  text: { family: "MyFace, Amiri" }
---

# باب

نصّ وفيه Latin.

![صورة](a.png)
`;
const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'warraq.yaml': 'author: كاتبة\n',
  'r.md': DOCUMENT,
  'a.png': writePng(PICTURE, (x, y) => 40 * x + y),
  'data.csv': 'سنة,عدد\n',
  // A cover that is there is not drawn: drawing asks the disk for nothing, and takes the most of an e-book's time.
  'book/index.md': '---\ncover: ../a.png\n---\n\n# مقدمة\n\n![صورة](../a.png)\n',
  'book/part/1.md': '# فصل\n\nنصّ.\n',
  'book/part/2.md': '# فصل آخر\n\n[رابط](1.md)\n',
  'templates/own/document.hbs': '# {{title}}\n\n{{author}}\n\n{{{content}}}\n',
  'fonts/MyFace.ttf': fs.readFileSync(FACE),
  'out/.warraq-0123456789abcdef-r.pdf.part': 'half',
  'out/r.pdf': 'قديم',
  'out/r.eml': 'قديم',
  'out/book.epub': 'قديم',
  'out/r.txt': 'قديم',
};
const WRITTEN = 'قديم';

const RUNS = {
  PDF: ['build', 'r.md', '-o', 'out/r.pdf'],
  EPUB: ['build', 'book', '-o', 'out/book.epub'],
  mail: ['mail', 'r.md', '--to', 'desk@example.org', '-o', 'out/r.eml'],
  text: ['build', 'r.md', '-o', 'out/r.txt'],
} as const;

/** All of a machine in which nothing goes wrong takes some minutes; between two nights one in so many does. */
const SHARE = { PDF: 12, EPUB: 30, mail: 12, text: 12 };
const shareOf = (kind: keyof typeof RUNS) => (process.env['NIGHTLY'] === '1' ? 1 : SHARE[kind]);

const home = process.cwd();
let folder = '';
let stopWatching = () => {};
let real: Host;

beforeAll(() => {
  stopWatching = watchDisk();
  folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'warraq-faults-')));
  process.chdir(folder);
  real = openHost();
});

afterAll(() => {
  stopWatching();
  process.chdir(home);
  fs.rmSync(folder, { recursive: true });
});

function lay(): void {
  for (const name of fs.readdirSync(folder)) fs.rmSync(join(folder, name), { recursive: true });
  for (const [name, content] of Object.entries(FILES)) {
    fs.mkdirSync(dirname(join(folder, name)), { recursive: true });
    fs.writeFileSync(join(folder, name), content);
  }
  const hourAgo = Date.now() / 1000 - 3600;
  fs.utimesSync(join(folder, 'out/.warraq-0123456789abcdef-r.pdf.part'), hourAgo, hourAgo);
  if (process.getuid?.() === 0)
    for (const name of fs.readdirSync(join(folder, 'out')))
      fs.chownSync(join(folder, 'out', name), 12345, 23456);
}

interface Outcome {
  readonly code: number;
  readonly report: JsonReport;
  readonly talk: string;
  readonly output: Buffer;
  /** Of the folder of the output and the project, but for the output. */
  readonly tree: readonly string[];
}

/** Everything by the very code of the command line, but for the streams; a disk of its own remembers no installation. */
async function build(args: readonly string[]): Promise<Omit<Outcome, 'output' | 'tree'>> {
  let [out, talk] = ['', ''];
  const host = {
    ...real,
    print: (text: string | Uint8Array) => {
      out += text;
    },
    printed: async () => null,
    talk: (text: string) => {
      talk += text;
    },
    openWorld: (root: string, given: readonly string[] = []) => openNodeWorld(root, { ...fs } as Disk, given),
  };
  const code = await runCommandLine([...args, '--json'], host);
  return { code, talk, report: JSON.parse(out || 'null') as JsonReport };
}

async function run(
  args: readonly string[],
  fault: Fault | null,
): Promise<Outcome & { calls: readonly Call[] }> {
  lay();
  const { value, calls } = await withFault(fault, () => build(args));
  const output = args.at(-1)!;
  const tree = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return { ...value, calls, output: fs.readFileSync(join(folder, output)), tree };
}

const saidOf = ({ report }: Outcome) =>
  (report?.diagnostics ?? []).map(({ rule, message }) => `${rule}: ${message.en}`);

/** What is to be named where a call about a path fails: the file, or what was wanted of the folder that it is. */
function namesOf({ name, path }: Call, args: readonly string[]): readonly string[] {
  if (path.endsWith('.part')) return [args.at(-1)!];
  const inside = Object.keys(FILES).filter((file) => dirname(join(folder, file)).startsWith(path));
  const names = [basename(path), ...inside.map((file) => basename(file))];
  // Whatever is wanted, it is looked for in these: in the project, in what the user named, in Warraq itself.
  const isRoot = [folder, join(folder, args[1]!), home].includes(path) || folder.startsWith(path);
  return name === 'realpathSync' && isRoot ? [...names, '"', '“', 'fonts/'] : names;
}

interface Failed extends Call {
  readonly answer: string;
  readonly lasts: boolean;
}

/** Answers that are given again: by a disk that fails, a process with too many open files, a full or locked disk. */
const LASTING = ['EIO', 'EMFILE', 'ENOSPC', 'EROFS'];

/** What is wrong with how a run ended; null where it ended as it should. */
function judge(outcome: Outcome, clean: Outcome, call: Failed, args: readonly string[]): string | null {
  const { code, report, output, tree } = outcome;
  if (![0, 1, 4, 5].includes(code)) return `exit ${code} ${outcome.talk}`;
  if (report === null) return `no report: ${outcome.talk}`;
  const told = saidOf(outcome).filter((said) => !saidOf(clean).includes(said));
  const isWritten = output.toString() !== WRITTEN;
  if (code === 0 && !isWritten) return 'exit 0 without the document';
  if (code !== 0 && isWritten) return `exit ${code} with another document`;
  const left = tree.filter(
    (name) => !clean.tree.includes(name) && !name.endsWith('0123456789abcdef-r.pdf.part'),
  );
  if (left.length > 0) return `left behind: ${left}`;
  const isSame = code === 0 && output.equals(clean.output) && told.length === 0;
  // That there is nothing of a name is an answer, and the document is what it is without it.
  if (isSame || (code === 0 && ['ENOENT', 'ENOTDIR'].includes(call.answer))) return null;
  if (told.length === 0) return 'nothing is said';
  const names = namesOf(call, args);
  // The later calls that fail too may be the ones that are told of, and so may what there is nothing of.
  if (call.lasts || ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(call.answer)) return null;
  return told.some((said) => names.some((name) => said.includes(name)))
    ? null
    : `${names[0]} is not named: ${told}`;
}

describe.each(Object.keys(RUNS) as (keyof typeof RUNS)[])('%s', (kind) => {
  const args = RUNS[kind];
  test('is made or is not, says which file it was, and leaves nothing, whichever call fails', {
    timeout: 3_600_000,
  }, async () => {
    await run(args, null);
    const clean = await run(args, null);
    expect([clean.code, saidOf(clean)]).toEqual([0, saidOf(clean)]);
    const unknown = clean.calls.filter((call) => answersOf(call) === undefined);
    expect(unknown, 'calls that no row of ANSWERS speaks of').toEqual([]);
    const wrong: string[] = [];
    let turn = 0;
    for (const [at, call] of clean.calls.entries())
      for (const answer of answersOf(call)!)
        for (const lasts of LASTING.includes(answer) ? [false, true] : [false]) {
          turn += 1;
          if (turn % shareOf(kind) !== 0) continue;
          const found = judge(
            await run(args, { at, answer, lasts }),
            clean,
            { ...call, answer, lasts },
            args,
          );
          if (found !== null)
            wrong.push(
              `${call.name} ${call.path.replace(folder, '')} ${answer}${lasts ? ' for good' : ''}: ${found}`,
            );
        }
    expect([clean.calls.length > 100, turn > 1000]).toEqual([true, true]);
    expect(wrong).toEqual([]);
  });
});
