import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { fontEntries } from '../../src/epub/font-files.ts';
import { readNames } from '../../src/font/font-facts.ts';
import type { GlyphRun } from '../../src/font/glyph-run.ts';
import { HarfbuzzFace } from '../../src/font/harfbuzz-face.ts';
import { readFontFile, viewOf, writeFontFile } from '../../src/font/sfnt-file.ts';
import { type FaceName, FILES, openFace } from '../pdf/lay.ts';
import { type Book, buildBook, pathsOf, read, readText } from './build.ts';

let briefing: Book;
beforeAll(async () => {
  briefing = await buildBook('content/briefing.md');
});

const BASE = { before: '', after: '', lang: 'ar', features: '' };
const ARABIC = { ...BASE, rtl: true, script: 'Arab' };

/** What is drawn: outlines where they stand, and how far each is from the next. */
const drawn = ({ face, ids, advances, dx, dy }: GlyphRun) =>
  [...ids].map((id, at) => [face.outline(id), advances[at], dx[at], dy[at]]);

/** The words of the book, and what is put between tags with them. */
const wordsOf = (book: Book) => [
  ...new Set(
    readText(book)
      .replace(/<[^>]*>/g, ' ')
      .split(/\s+/),
  ),
];

describe('the fonts of an e-book', () => {
  it('draw every word as the whole fonts do, and take less than a third of their room', () => {
    const words = wordsOf(briefing).filter((word) => /\p{Script=Arabic}/u.test(word));
    expect(words.length).toBeGreaterThan(500);
    for (const face of ['amiri', 'amiri-bold', 'plex'] as const) {
      const whole = openFace(face);
      const [entry] = fontEntries([whole], charactersIn(words), openNodeWorld('.'), new Sink());
      const cut = new HarfbuzzFace('cut', 'cut', 400, false, entry!.bytes);
      for (const text of words)
        expect(drawn(cut.shape({ ...ARABIC, text })), text).toEqual(drawn(whole.shape({ ...ARABIC, text })));
      expect(entry!.bytes.length).toBeLessThan(whole.bytes.length / 3);
    }
  });

  it('have all that is written in the book, its contents and its style sheet', () => {
    const characters = charactersIn([
      readText(briefing).replace(/<[^>]*>/g, ''),
      read(briefing, 'nav.xhtml').replace(/<[^>]*>/g, ''),
    ]);
    const cut = pathsOf(briefing, /\.ttf$/).map(
      (path, at) => new HarfbuzzFace(`cut-${at}`, 'cut', 400, false, briefing.files[`EPUB/${path}`]!),
    );
    const lost = [...characters].filter((one) => one > 0x20 && !cut.some((face) => face.covers(one)));
    expect(lost.map((one) => one.toString(16))).toEqual([]);
  });

  it('keep copyright and licence, and have no name that is reserved for whole ones', () => {
    for (const path of pathsOf(briefing, /\.ttf$/)) {
      const names = readNames(readFontFile(briefing.files[`EPUB/${path}`]!).get('name'));
      const of = (id: number) => names.find((name) => name.id === id)?.text ?? '';
      expect(of(0)).toMatch(/Copyright/i);
      expect(of(13)).toMatch(/SIL Open Font License/);
      expect(of(14)).toMatch(/^https?:/);
      for (const id of [1, 2, 3, 4, 6, 16, 17]) expect(of(id)).not.toMatch(/Plex|Amiri|Naskh|IBM/i);
      expect(of(6)).toMatch(/^[A-Za-z0-9-]+$/);
    }
  });

  it('are whole where a font may not be cut down', () => {
    const name: FaceName = 'amiri';
    const tables = readFontFile(new Uint8Array(readFileSync(`node_modules/${FILES[name]}`)));
    const os2 = tables.get('OS/2')!.slice();
    viewOf(os2).setUint16(8, 0x100);
    const file = writeFontFile(new Map([...tables, ['OS/2', os2]]));
    const face = new HarfbuzzFace('own', 'own', 400, false, file);
    // nothing of HarfBuzz is asked for
    const [entry] = fontEntries([face], charactersIn(['نص']), openMemoryWorld({ files: {} }), new Sink());
    expect(entry!.bytes).toBe(face.bytes);
  });

  it.each(['GDEF', 'GPOS', 'GSUB', 'name'])(
    'are whole, and told of, where %s is too damaged to be cut',
    (tag) => {
      const tables = readFontFile(openFace('amiri').bytes);
      const damaged = tables.get(tag)!.slice();
      damaged.fill(0xff, 2, 6);
      const file = writeFontFile(new Map([...tables, [tag, damaged]]));
      const face = new HarfbuzzFace('own', 'Own', 400, false, file);
      const sink = new Sink();
      const [entry] = fontEntries([face], charactersIn(['نص']), openNodeWorld('.'), sink);
      expect(entry!.bytes).toBe(face.bytes);
      expect(sink.diagnostics).toMatchObject([
        { rule: 'epub-font-whole', message: { en: expect.stringContaining('“Own”') } },
      ]);
    },
  );
});

const charactersIn = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => [...text].map((character) => character.codePointAt(0)!)));
