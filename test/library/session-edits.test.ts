import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../property-seed.ts';
import {
  compile,
  openNodeWorld,
  openSession,
  type Request,
  type Result,
  type Session,
  type World,
} from '../../src/index.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const ROAD = join(ROOT, 'test/road');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');

/** All documents take two minutes, as every state of each is built twice: between two nights every other one is, as e-book every third. */
const [SHARE, BOOKS] = process.env['NIGHTLY'] === '1' ? [1, 1] : [2, 3];

/** What is compared of a build: the file byte by byte, and every word said of it. */
function told({ bytes, diagnostics }: Result) {
  return { file: bytes && createHash('sha256').update(bytes).digest('hex'), diagnostics };
}

/** Builds in the session what has been built, or would be built, by itself. */
async function expectSame(session: Session, world: World, request: Request, alone = compile(request, world)) {
  expect(told(await session.compile(request))).toEqual(told(await alone));
}

/** The word in the middle of a text, or what stands nearest behind it, is another. */
function changeWord(text: string): string {
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + text.slice(middle).replace(/\p{L}{3,}/u, 'كلمات');
}

describe('a session in which documents are written', () => {
  const other = read('test/road/inlines/document.md');
  const names = readdirSync(ROAD).filter((name) => existsSync(join(ROAD, name, 'document.md')));
  const cases = [
    ['content', 'briefing.md'] as const,
    ...names.map((name) => [`test/road/${name}`, 'document.md'] as const),
  ].filter((_, at) => at % SHARE === 0);
  it('elongates a title, or does not, as the theme of each build says', async () => {
    const world = openNodeWorld(ROAD);
    const session = openSession(world);
    for (const fit of [1, 0, 1]) {
      const theme = `theme: {roles: {title: {fit: ${fit}}}}`;
      await expectSame(session, world, {
        text: `---\ntitle: عنوان يمتد على نصف السطر أو يكاد\n${theme}\n---\n\nنص`,
      });
    }
  });

  it.each(cases.map((named, at) => [...named, at % BOOKS === 0] as const))(
    'builds of %s/%s what each state of it is by itself',
    async (folder, file, isBook) => {
      const world = openNodeWorld(join(ROOT, folder));
      const session = openSession(world);
      const text = read(folder, file);
      const first = compile({ text }, world);
      await expectSame(session, world, { text }, first);
      await expectSame(session, world, { text: changeWord(text) });
      await expectSame(session, world, { text }, first);
      await expectSame(session, world, { text: other });
      await expectSame(session, world, { text }, first);
      if (!isBook) return;
      const book = { text, format: 'epub' } as const;
      const firstBook = compile(book, world);
      await expectSame(session, world, book, firstBook);
      await expectSame(session, world, { ...book, text: changeWord(text) });
      await expectSame(session, world, book, firstBook);
    },
  );

  it('says again what is wrong with what has not changed', async () => {
    const world = openNodeWorld(ROAD);
    const session = openSession(world);
    const long = 'كلمة'.repeat(80);
    const text = `حرف لا شكل له \u{10FFFD} وآخر [汉](#a)${'.'.repeat(3)}\n\n${long}\n\n| ${long} | ب |\n|--|--|\n| ج | د |\n`;
    const built = await session.compile({ text });
    expect(built.diagnostics.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['glyph-missing', 'line-overfull']),
    );
    for (const more of ['', 'كلمة', 'كلمة أخرى'])
      await expectSame(session, world, { text: `${more}\n\n${text}` });
  });

  it('builds a book of which one chapter is written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warraq-session-'));
    cpSync(join(ROOT, 'content/dossier'), folder, { recursive: true });
    const world = openNodeWorld(folder);
    const session = openSession(world);
    const chapter = readdirSync(folder).find((name) => name.endsWith('.md'))!;
    const text = readFileSync(join(folder, chapter), 'utf8');
    for (const state of [text, changeWord(text), text]) {
      writeFileSync(join(folder, chapter), state);
      for (const format of ['pdf', 'epub'] as const)
        await expectSame(session, world, { files: ['book.yaml'], format });
    }
  });
});

/** Ends of what is open, and beginnings; letters that few faces have, that none has, and that none shows. */
const PIECES = [
  ...[
    '**',
    '`',
    '[^1]',
    '[^2]',
    '\n\n',
    '\n',
    '> ',
    '- ',
    '# ',
    '|',
    ':::note\n',
    '\n:::\n',
    '](#a)',
    '[رابط',
  ],
  ...[
    'كلمة ',
    'English words ',
    'ـ',
    '٣٫١٤ ',
    '1,234 ',
    'ﷺ',
    '汉',
    '\u{1F600}',
    '\u{10FFFD}',
    '\u200F',
    '\u00AD',
  ],
];

const HEADS = [
  '',
  '---\nlang: en\n---\n',
  '---\ntheme: {text: {size: 14pt, align: start}}\n---\n',
  '---\ntheme: {text: {family: Amiri, kashida: classic}}\n---\n',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(20),
  put: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }),
  head: fc.constantFrom(...HEADS),
});

describe('whatever is written and taken out', () => {
  const world = openNodeWorld(join(ROAD, 'blocks'));
  const session = openSession(world);
  const begun =
    read('test/road/blocks/document.md').replace(/^---\n[\s\S]*?\n---\n/, '') +
    read('test/road/directions/document.md').replace(/^---\n[\s\S]*?\n---\n/, '') +
    '\n\nحرف \u{10FFFD} و汉.\n\nحاشية[^1] وأخرى[^2].\n\n[^1]: نصّ **غليظ**.\n\n[^2]: نصّ `code` آخر.\n';

  it('is built as it is by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 3, maxLength: 5 }), async (edits) => {
        let text = begun;
        for (const { at, cut, put, head } of edits) {
          const place = Math.floor(at * text.length);
          text = text.slice(0, place) + put.join('') + text.slice(place + cut);
          await expectSame(session, world, { text: head + text });
        }
      }),
      { numRuns: 8 },
    );
  });
});
