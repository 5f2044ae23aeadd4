import { describe, expect, test } from 'vitest';
import { WorldError, type WorldFault } from '../../src/base/world.ts';
import { run, stoppedRoad } from './host-of-test.ts';

const files = {
  'a.md': '---\ntitle: عنوان\n---\nنص\n',
  'b.md': '# ب\n',
  'ebook/book.yaml': 'chapters: [1.md]',
  'ebook/1.md': '# ١',
};

describe('what is written where', () => {
  test('beside the source, under its name', async () => {
    const { code, written, talk, out } = await run(['build', 'a.md'], { files });
    expect(code).toBe(0);
    expect(Object.keys(written)).toEqual(['a.pdf']);
    expect(talk).toMatch(/^a\.pdf: 3 pages, 1 kB, 0\.\d\d s\n$/);
    expect(out).toBe('');
  });

  test('bare file names build, -o decides, a book goes into its folder', async () => {
    expect(Object.keys((await run(['a.md'], { files })).written)).toEqual(['a.pdf']);
    expect(Object.keys((await run(['a.md', 'b.md', '-o', 'out/x.pdf'], { files })).written)).toEqual([
      'out/x.pdf',
    ]);
    expect(Object.keys((await run(['build', 'ebook'], { files })).written)).toEqual(['ebook/book.pdf']);
    expect(Object.keys((await run(['build', 'ebook/book.yaml'], { files })).written)).toEqual([
      'ebook/book.pdf',
    ]);
  });

  test('- reads standard input and writes standard output', async () => {
    const { code, out, written } = await run(['build', '-'], { stdin: '# من القناة\n' });
    expect([code, out, written]).toEqual([0, '# من القناة\n', {}]);
    expect((await run(['build', 'a.md', '-o', '-'], { files })).out).toBe(files['a.md']);
  });

  test('standard input that is not UTF-8 is refused', async () => {
    const { code, talk, out } = await run(['build', '-'], { stdin: Uint8Array.of(0xda, 0xe4) });
    expect([code, out]).toEqual([1, '']);
    expect(talk).toContain('[file-not-utf8]');
  });

  test('check, a dump and --quiet', async () => {
    const checked = await run(['check', 'a.md'], { files });
    expect([checked.code, checked.written, checked.talk]).toEqual([0, {}, '']);
    const dumped = await run(['build', 'a.md', '--dump', 'template'], { files });
    expect([dumped.code, dumped.written, dumped.out]).toEqual([0, {}, 'template\n']);
    expect((await run(['build', 'a.md', '--quiet'], { files })).talk).toBe('');
  });
});

const bad: readonly (readonly [string, readonly string[], number, RegExp, string])[] = [
  [
    'a missing file',
    ['build', 'none.md'],
    5,
    /^warraq: error: there is no file "none\.md" \[file-missing\]\n {4}hint: /,
    'file-missing',
  ],
  ['a missing file to attach', ['build', 'a.md', '--attach', 'none.csv'], 5, /"none\.csv"/, 'file-missing'],
  [
    '--attach without a file',
    ['build', 'a.md', '--attach', '--json'],
    2,
    /--attach needs a value/,
    'usage-flag-value',
  ],
  [
    'files for an e-book to carry',
    ['build', 'a.md', '-o', 'a.epub', '--attach', 'b.md'],
    2,
    /only a PDF for the screen carries files/,
    'usage-attach',
  ],
  [
    'files for paper to carry',
    ['build', 'a.md', '--profile', 'booklet', '--attach', 'b.md'],
    2,
    /only a PDF for the screen carries files/,
    'usage-attach',
  ],
  [
    'a folder without chapters',
    ['build', 'dir'],
    1,
    /the folder has no Markdown files, no book\.yaml and no SUMMARY\.md/,
    'folder-without-book',
  ],
  ['an unknown template', ['build', 'a.md', '--template', 'breifing'], 2, /try: briefing/, 'usage-choice'],
  ['a YAML bomb', ['build', 'bomb.md'], 4, /^bomb\.md:2:\d+: error: .*\[yaml-limit\]/, 'yaml-limit'],
  [
    'a path that leaves the root',
    ['build', '../x.md'],
    1,
    /the path "\.\.\/x\.md" leaves the project/,
    'file-outside',
  ],
  [
    'a chapter that leaves the root',
    ['build', 'thief'],
    1,
    /^thief\/book\.yaml:1:12: error: /,
    'file-outside',
  ],
  [
    'an unknown flag',
    ['build', 'a.md', '--ouput', 'x.pdf'],
    2,
    /unknown option --ouput .*\n {4}hint: try --output/,
    'usage-unknown-flag',
  ],
  ['a flag without its value', ['build', 'a.md', '-o'], 2, /needs a value/, 'usage-flag-value'],
  [
    'two outputs',
    ['build', 'a.md', '-o', 'x.pdf', '-o', 'y.pdf'],
    2,
    /more than one output: x\.pdf, y\.pdf/,
    'usage-two-outputs',
  ],
  ['no file', ['build'], 2, /no file to build/, 'usage-no-file'],
  [
    'an output over the source',
    ['build', 'a.md', '-o', './a.md', '--format', 'pdf'],
    2,
    /both source and output/,
    'usage-overwrite',
  ],
  [
    'an output of no known format',
    ['build', 'a.md', '-o', 'x.doc'],
    2,
    /does not tell the format/,
    'usage-output-format',
  ],
  [
    'an e-book to be read back',
    ['build', 'a.md', '-o', 'x.epub', '--verify'],
    2,
    /reads PDF only/,
    'verify-not-pdf',
  ],
  [
    'a version of PDF for an e-book',
    ['build', 'a.md', '-o', 'x.epub', '--pdf', '2.0'],
    2,
    /--pdf: the output is no PDF/,
    'usage-not-pdf',
  ],
  [
    'a booklet of a text',
    ['build', 'a.md', '-o', 'x.txt', '--profile', 'booklet'],
    2,
    /--profile: the output is no PDF/,
    'usage-not-pdf',
  ],
  [
    'marks of the press for an e-book',
    ['build', 'a.md', '--format', 'epub', '--profile', 'print'],
    2,
    /--profile: the output is no PDF/,
    'usage-not-pdf',
  ],
  [
    'an e-mail asked of build',
    ['build', 'a.md', '-o', 'x.eml'],
    2,
    /an e-mail is written by warraq mail/,
    'usage-eml',
  ],
  [
    'a profile that is none',
    ['build', 'a.md', '--profile', 'bookelt'],
    2,
    /hint: try: booklet/,
    'usage-choice',
  ],
  ['a PDF there is not', ['build', 'a.md', '--pdf', '1.4'], 2, /try: 1\.7/, 'usage-choice'],
  ['a stage that is none', ['build', 'a.md', '--dump', 'pars'], 2, /hint: try: parse/, 'usage-choice'],
  [
    'a format that is none',
    ['build', 'a.md', '--format', 'odt'],
    2,
    /--format cannot be "odt"/,
    'usage-choice',
  ],
];

const badFiles = {
  ...files,
  'dir/x.txt': '',
  'broken.md': '---\ntitle: "مفتوح\n---\n',
  'bomb.md': `---\na: ${'['.repeat(200)}\n---\n`,
  'thief/book.yaml': 'chapters: [../../etc/passwd]',
};

describe('every mistake has its place, its advice, its code, and touches no file', () => {
  test.each(bad)('%s', async (_, args, code, said, rule) => {
    const result = await run(args, { files: badFiles });
    expect(result.talk).toMatch(said);
    expect(result.talk).toMatch(/\n {4}hint: /);
    expect(result.talk).toContain(`[${rule}]`);
    expect([result.code, result.written, result.out]).toEqual([code, {}, '']);
    const json = await run([args[0] ?? '', '--json', ...args.slice(1)], { files: badFiles });
    expect(json.talk).toBe('');
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, code, output: null });
    const arabic = await run([args[0] ?? '', '--lang=ar', ...args.slice(1)], { files: badFiles });
    expect(arabic.talk).toMatch(/ خطأ: .*\p{Script=Arabic}/u);
  });

  test.each<[WorldFault, string]>([
    ['denied', 'output-denied'],
    ['missing', 'output-denied'],
    ['not-a-file', 'output-not-a-file'],
    ['full', 'output-full'],
    ['failed', 'output-failed'],
  ])('writing that fails as %s is %s, 5', async (fault, rule) => {
    const refuse = (path: string) => {
      throw new WorldError(fault, path);
    };
    const { code, talk } = await run(['build', 'a.md', '-o', 'out/x.pdf'], {
      files,
      world: (world) => ({ ...world, write: refuse }),
    });
    expect(code).toBe(5);
    expect(talk).toContain('"out/x.pdf"');
    expect(talk).toContain(`[${rule}]`);
  });

  test('warnings count only under --strict, and then keep the old file', async () => {
    const warned = { 'a.md': '---\ntitel: ع\n---\n' };
    const easy = await run(['a.md'], { files: warned });
    expect([easy.code, Object.keys(easy.written)]).toEqual([0, ['a.pdf']]);
    const strict = await run(['a.md', '--strict'], { files: warned });
    expect([strict.code, strict.written]).toEqual([3, {}]);
  });

  test('a fault of the disk far down the road is 5, a stop 1 or what was said', async () => {
    const broken = async () => {
      throw new WorldError('denied', 'fonts/x.ttf');
    };
    const { code, talk } = await run(['a.md'], { files, compile: broken });
    expect([code, talk.includes('"fonts/x.ttf"')]).toEqual([5, true]);
    expect((await run(['a.md'], { files, compile: stoppedRoad })).code).toBe(0);
  });

  test('a bug is one line; its stack is for those who ask', async () => {
    const bug = async () => {
      throw new TypeError('x is undefined in /home/someone/project/a.js\nsecond line');
    };
    const { code, talk } = await run(['a.md'], { files, compile: bug });
    expect(code).toBe(6);
    expect(talk).toMatch(
      /^warraq: error: warraq made a mistake: TypeError: x is undefined in …\/a\.js \[bug\]\n {4}hint: .*\n$/,
    );
    const debug = await run(['a.md'], { files, compile: bug, env: { WARRAQ_DEBUG: '1' } });
    expect(debug.talk).toMatch(/\n {4}at /);
  });
});

describe('options of output', () => {
  test('messages in Arabic where the locale is Arabic, or --lang says so', async () => {
    for (const env of [{ LANG: 'ar_SA.UTF-8' }, { LC_ALL: 'ar', LANG: 'en_US' }]) {
      expect((await run(['x.md'], { env })).talk).toMatch(
        /^warraq: خطأ: لا يوجد ملف باسم «x\.md» \[file-missing\]\n {4}الحل: /,
      );
    }
    expect((await run(['x.md'], { env: { LANG: 'arn_CL' } })).talk).toMatch(/there is no file/);
    expect((await run(['x.md', '--lang', 'en'], { env: { LANG: 'ar' } })).talk).toMatch(/there is no file/);
  });

  test('JSON tells all on one line', async () => {
    const { out, talk } = await run(['a.md', '--json'], {
      files: { 'a.md': '---\ntitle: ع\nكِتابٌ: ١\n---\n' },
    });
    expect(talk).toBe('');
    expect(out.split('\n')).toHaveLength(2);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ ok: true, code: 0, output: 'a.pdf', pages: 3 });
    expect(report.timings.map(({ stage }: { stage: string }) => stage)).toEqual([
      'load',
      'project',
      'paint',
      'write',
    ]);
    expect(report.diagnostics[0]).toMatchObject({ rule: 'setting-own', file: 'a.md', line: 3, column: 1 });
  });

  test('JSON and the document do not share standard output', async () => {
    const { code, out } = await run(['a.md', '-o', '-', '--json'], { files });
    expect(code).toBe(2);
    expect(JSON.parse(out).diagnostics[0].rule).toBe('usage-json-and-stdout');
  });

  test('--timings has a line a stage', async () => {
    const { talk } = await run(['a.md', '--timings'], { files });
    expect(talk).toMatch(
      /load +\d+\.\d ms\nproject +\d+\.\d ms\npaint +\d+\.\d ms\nwrite +\d+\.\d ms\ntotal/,
    );
  });

  test('--version and --help', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: '9.9.9\n' });
    for (const args of [['--help'], ['build', '--help'], ['help', 'check']]) {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toContain('Usage: warraq');
    }
  });
});
