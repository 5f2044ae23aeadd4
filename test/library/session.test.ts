import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Built, compile, openNodeWorld, openSession, type World } from '../../src/index.ts';
import { openGrammar } from '../../src/parse/grammar.ts';
import { KeptPieces } from '../../src/parse/kept-pieces.ts';

const ROAD = new URL('../road/', import.meta.url).pathname;
/** All between two nights would take half a minute; session-edits.test.ts asks more of the others. */
const SHARE = process.env['NIGHTLY'] === '1' ? 1 : 3;
const documents = readdirSync(ROAD, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'bad')
  .map(({ name }) => join(ROAD, name))
  .filter((folder) => readdirSync(folder).includes('document.md'))
  .filter((_, at) => at % SHARE === 0);

describe('a session', () => {
  it.each(documents)('gives %s the bytes and the words it has alone, each time', async (folder) => {
    const world = openNodeWorld(folder);
    const request = { files: ['document.md'], format: 'epub' } as const;
    const alone = await compile(request, world);
    const session = openSession(world);
    for (const again of [await session.compile(request), await session.compile(request)]) {
      expect(again.diagnostics).toEqual(alone.diagnostics);
      expect(Buffer.from(again.bytes ?? []).equals(Buffer.from(alone.bytes ?? []))).toBe(true);
    }
  });

  it('sees what has changed, and builds what it would build alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'warraq-session-'));
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('book.yaml', 'title: كتاب\nchapters: [one.md, two.md]\n');
    write('one.md', '# باب\n\nكلمة[^1] و[رابط](two.md)\n\n:::note\nتنبيه\n:::\n\n[^1]: حاشية\n');
    write('two.md', '# فصل\n\n:::note\nلا يُغلق\n');
    const session = openSession(openNodeWorld(folder));
    const alone = () => compile({ files: ['book.yaml'] }, openNodeWorld(folder));
    const first = (await session.compile({ files: ['book.yaml'] })) as Built;
    write('one.md', '# باب\n\nكلمة أخرى[^1] و[رابط](two.md)\n\n[^1]: حاشية\n');
    const second = (await session.compile({ files: ['book.yaml'] })) as Built;
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(false);
    expect(Buffer.from(second.bytes).equals(Buffer.from((await alone()).bytes!))).toBe(true);
    expect(second.diagnostics.map(({ rule }) => rule)).toContain('directive-unclosed');
  });

  it('never rejects either', async () => {
    expect(await openSession(null as unknown as World).compile({ text: 'نصّ' })).toMatchObject({ ok: false });
  });
});

describe('stretches of a source', () => {
  it('are parsed once as long as they and the labels of their source stay the same', () => {
    const kept = new KeptPieces();
    let parsed = 0;
    const counting = (labels: Parameters<typeof openGrammar>[0]) => {
      const grammar = openGrammar(labels);
      return kept.over(
        {
          parse: (text) => {
            parsed += 1;
            return grammar.parse(text);
          },
        },
        labels,
      );
    };
    const text = '# باب\n\n[كلمة] و**غليظ**\n';
    const [one, two] = [counting(null).parse(text), counting(null).parse(text)];
    expect(parsed).toBe(1);
    expect(two).toEqual(one);
    one.children.length = 0;
    expect(counting(null).parse(text)).toEqual(two);
    counting({ links: ['كلمة'], notes: [] }).parse(text);
    expect(parsed).toBe(2);
  });
});
