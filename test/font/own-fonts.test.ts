import { strFromU8, unzipSync } from 'fflate';
import * as hb from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { concatenate } from '../../src/base/byte-parts.ts';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { World } from '../../src/base/world.ts';
import { compile } from '../../src/compile.ts';
import type { Face } from '../../src/font/face.ts';
import { HarfbuzzFace } from '../../src/font/harfbuzz-face.ts';
import { writeFontFile } from '../../src/font/sfnt-file.ts';
import { openFace } from '../pdf/lay.ts';
import { has, readWithPdfjs, readWithPoppler } from '../pdf/readers.ts';
import { readTables, viewOf, writePostScriptFile } from './post-script-face.ts';

/** Font files that users put into `fonts/` of their project. */

const NODE = openNodeWorld('.');
const PLEX = Uint8Array.from(openFace('plex').bytes);
const SCHEHERAZADE = Uint8Array.from(openFace('scheherazade').bytes);
const LATIN = NODE.readPackage('@expo-google-fonts/ibm-plex-mono', '400Regular/IBMPlexMono_400Regular.ttf');
const PLEX_OTF = writePostScriptFile(openFace('plex'));

const SENTENCE = 'وفي المدرسة الثانية كتب المعلم على السبورة درس الحساب، ثم قرأ التلاميذ ما كتب قراءة متأنية';
const VOWELLED = 'لَا تَحْسَبَنَّ مُحَمَّدًا رَبِّ الْعَالَمِينَ';

const text = (family: string, body: string | null = null) => `---
title: تجربة
theme:
  text: { family: ${family}, align: justify, kashida: classic }
  heading: { family: ${family} }
---

${body ?? SAMPLE}
`;

const SAMPLE = `# مدرسة

${SENTENCE}.[^1] ${SENTENCE}.

${VOWELLED}

[^1]: حاشية في أسفل الصفحة.`;

async function build(
  fonts: Readonly<Record<string, Uint8Array>>,
  family: string,
  format = 'pdf' as 'pdf' | 'epub',
  body: string | null = null,
) {
  const files = Object.entries(fonts).map(([name, bytes]) => [`fonts/${name}`, bytes] as const);
  const memory = openMemoryWorld({ files: { 'text.md': text(family, body), ...Object.fromEntries(files) } });
  const world: World = {
    ...memory,
    readAsset: NODE.readAsset.bind(NODE),
    listAssets: NODE.listAssets.bind(NODE),
    readPackage: NODE.readPackage.bind(NODE),
  };
  const sink = new Sink();
  const request = {
    files: ['text.md'],
    text: null,
    format,
    profile: 'screen',
    envelope: null,
    attachments: [],
    template: null,
    theme: null,
    pdf: null,
    textFor: null,
  } as const;
  const compiled = await compile(request, world, sink);
  return { bytes: compiled && concatenate(compiled.bytes), diagnostics: sink.diagnostics };
}

async function fontsOf(bytes: Uint8Array): Promise<string[]> {
  const mupdf = await import('mupdf');
  const page = new mupdf.PDFDocument(bytes).loadPage(0).getObject();
  const names: string[] = [];
  page
    .getInheritable('Resources')
    .get('Font')
    .forEach((font) => {
      names.push(
        font
          .get('BaseFont')
          .asName()
          .replace(/^\w+\+/, ''),
      );
    });
  return names;
}

describe.each([
  ['TrueType', 'MyFace.ttf', PLEX],
  ['PostScript', 'MyFace.otf', PLEX_OTF],
])('a face of the user’s own with %s outlines', (_, name, file) => {
  test('is found by the name of its file and set', async () => {
    const { bytes, diagnostics } = await build({ [name]: file }, 'My Face');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['font-bold']);
    expect(await fontsOf(bytes!)).toContain('IBMPlexSansArabic-Regular');
    expect(await fontsOf(bytes!)).not.toContain('Amiri-Regular');
  });

  test.skipIf(!has('pdftotext'))('is read as written: drawn-out words, vowels, notes', async () => {
    const { bytes } = await build({ [name]: file }, 'MyFace');
    for (const read of [readWithPdfjs, readWithPoppler]) {
      const found = (await read(bytes!)).replace(/ (?=[،.])/g, '');
      expect(found).toContain(VOWELLED);
      expect(found).toContain(`${SENTENCE}.`);
      expect(found).toContain('حاشية في أسفل الصفحة');
    }
  });

  test('goes into an e-book with its own kind of outlines and what the text needs', async () => {
    const { bytes, diagnostics } = await build({ [name]: file }, 'MyFace', 'epub');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['font-bold']);
    const files = unzipSync(bytes!);
    const [path, cut] = cutFrom(file, files);
    const ending = name.slice(-3);
    expect(path.endsWith(ending)).toBe(true);
    expect(cut.bytes.subarray(0, 4)).toEqual(file.subarray(0, 4));
    expect(strFromU8(files['EPUB/package.opf']!)).toMatch(
      new RegExp(`href="${path.slice('EPUB/'.length)}"[^>]*media-type="font/${ending}"`),
    );
  });
});

const shapeVowelled = (face: Face) =>
  Array.from(
    face.shape({
      text: VOWELLED,
      before: '',
      after: '',
      rtl: true,
      script: 'Arab',
      lang: 'ar',
      features: '',
    }).advances,
  );

/** The font of an e-book that was made of this one, which has another name there: it sets the text alike. */
function cutFrom(
  file: Uint8Array,
  files: Readonly<Record<string, Uint8Array>>,
): [path: string, face: HarfbuzzFace] {
  const wanted = shapeVowelled(new HarfbuzzFace('whole', 'whole', 400, false, file));
  const fonts = Object.entries(files).filter(([path]) => path.startsWith('EPUB/fonts/'));
  const found = fonts
    .map(([path, font]) => [path, new HarfbuzzFace('cut', 'cut', 400, false, font)] as const)
    .filter(([, face]) => face.covers(0x0633) && `${shapeVowelled(face)}` === `${wanted}`);
  expect(found).toHaveLength(1);
  return [...found[0]!];
}

test('of a large face an e-book has what its text needs, shaped as in the whole', async () => {
  const tables = readTables(PLEX).set('PADD', new Uint8Array(3 * 1024 * 1024));
  const { bytes } = await build({ 'MyFace.ttf': writeFontFile(tables) }, 'MyFace', 'epub');
  const [, cut] = cutFrom(PLEX, unzipSync(bytes!));
  expect(cut.bytes.length).toBeLessThan(100_000);
  expect(cut.covers(0x067e)).toBe(false);
});

const withoutTables = (file: Uint8Array, ...tags: string[]) => {
  const tables = readTables(file);
  for (const tag of tags) tables.delete(tag);
  return writeFontFile(tables);
};

describe('a file that is no font to be used', () => {
  const damaged = (file: Uint8Array, tag: string) => {
    const tables = readTables(file);
    tables.get(tag)!.fill(0xff);
    return writeFontFile(tables);
  };
  const signed = (signature: string) => {
    const file = PLEX.slice();
    file.set(new TextEncoder().encode(signature));
    return file;
  };
  const beyond = PLEX.slice();
  viewOf(beyond).setUint32(12 + 8, beyond.length);

  test.each([
    ['nothing', 'MyFace.ttf', new Uint8Array(0), 'font-unreadable'],
    ['a text', 'MyFace.ttf', new TextEncoder().encode('ليس خطًا'.repeat(40)), 'font-unreadable'],
    ['half a file', 'MyFace.ttf', PLEX.slice(0, PLEX.length / 2), 'font-unreadable'],
    [
      'half a file with CFF outlines',
      'MyFace.otf',
      PLEX_OTF.slice(0, PLEX_OTF.length / 2),
      'font-unreadable',
    ],
    ['a table beyond the end', 'MyFace.ttf', beyond, 'font-unreadable'],
    ['no metrics', 'MyFace.ttf', withoutTables(PLEX, 'hmtx'), 'font-damaged'],
    ['places of outlines that are none', 'MyFace.ttf', damaged(PLEX, 'loca'), 'font-damaged'],
    [
      'no outlines, as in a font of pictures',
      'MyFace.ttf',
      withoutTables(PLEX, 'glyf', 'loca'),
      'font-undrawn',
    ],
    ['CFF outlines of rubbish', 'MyFace.otf', damaged(PLEX_OTF, 'CFF '), 'font-damaged'],
    [
      'letters that only Graphite would join',
      'MyFace.ttf',
      withoutTables(SCHEHERAZADE, 'GSUB'),
      'font-unjoined',
    ],
    ['letters with presentation forms alone', 'MyFace.ttf', withoutTables(PLEX, 'GSUB'), 'font-unjoined'],
    ['a collection that is none', 'MyFace.ttc', signed('ttcf'), 'font-unreadable'],
    ['a collection named .ttf', 'MyFace.ttf', signed('ttcf'), 'font-unreadable'],
    ['WOFF that is none', 'MyFace.woff', signed('wOFF'), 'font-unreadable'],
    ['WOFF 2 that is none', 'MyFace.woff2', signed('wOF2'), 'font-unreadable'],
  ])('is named with what is wrong: %s', async (_, name, file, rule) => {
    const { bytes, diagnostics } = await build({ [name]: file }, 'MyFace');
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule, 'theme-font']);
    expect(await fontsOf(bytes!)).toContain('Amiri-Regular');
    for (const wording of Object.values(diagnostics[0]!.message)) expect(wording).toContain(`fonts/${name}`);
    for (const wording of Object.values(diagnostics[1]!.hint ?? {})) {
      expect(wording).not.toContain('MyFace');
      expect(wording).not.toContain('Scheherazade');
    }
  });

  test('is not one without Arabic letters', async () => {
    const { diagnostics } = await build({ 'MyFace.ttf': LATIN }, 'MyFace');
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('font-unjoined');
  });

  test('is passed over where nothing asks for it', async () => {
    const { bytes, diagnostics } = await build({ 'MyFace.ttf': new Uint8Array(9) }, 'Amiri');
    expect(diagnostics).toEqual([]);
    expect(await fontsOf(bytes!)).toContain('Amiri-Regular');
  });
});

describe('a font of Arabic letters without all the digits', () => {
  /** Maps what the face has but `left` (format 12 of cmap). */
  const without = (left: string) => {
    const tables = readTables(PLEX);
    const font = new hb.Font(new hb.Face(new hb.Blob(PLEX)));
    const codePoints = Array.from({ length: 0xffff }, (_, code) => code).filter(
      (code) => !left.includes(String.fromCharCode(code)) && font.nominalGlyph(code) !== undefined,
    );
    const cmap = new Uint8Array(28 + 12 * codePoints.length);
    const view = viewOf(cmap);
    for (const [at, value] of [
      [2, 1],
      [4, 3],
      [6, 10],
      [12, 12],
    ] as const)
      view.setUint16(at, value);
    for (const [at, value] of [
      [8, 12],
      [16, 16 + 12 * codePoints.length],
      [24, codePoints.length],
    ] as const)
      view.setUint32(at, value);
    codePoints.forEach((code, index) => {
      for (const [at, value] of [code, code, font.nominalGlyph(code)!].entries())
        view.setUint32(28 + 12 * index + 4 * at, value);
    });
    return writeFontFile(tables.set('cmap', cmap));
  };
  const typed = 'في عام ٢٠١١ ثم ٥٠٥ وبعد ٧.';

  test.each([
    ['one', '٥', ['٥', '٥']],
    ['all', '٠١٢٣٤٥٦٧٨٩', [...'٢٠١١٥٠٥٧']],
  ])('is said to lack %s of them, once', async (_, left, characters) => {
    const { diagnostics } = await build({ 'MyFace.ttf': without(left) }, 'MyFace', 'pdf', typed);
    const said = diagnostics.filter(({ rule }) => rule === 'word-completed');
    // The number of the page is of the template.
    const places = said.map((one) => one.places.filter(({ file }) => file === 'text.md'));
    expect(places.map((all) => all.map(({ name }) => name))).toEqual([characters]);
  });
});

describe('a tatweel without width', () => {
  /** As fonts of hands have it that know no straight stroke between letters. */
  const flatPlex = () => {
    const face = openFace('plex');
    const request = { before: '', after: '', rtl: true, script: 'Arab', lang: 'ar', features: '' };
    const [glyph] = face.shape({ ...request, text: '\u0640' }).ids;
    const tables = readTables(face.bytes);
    viewOf(tables.get('hmtx')!).setUint16(4 * glyph!, 0);
    return writeFontFile(tables);
  };
  const typed = 'كـتاب ثم سـلام، سنة ١٤٤٨ هـ، والـ';

  test('is said once for the font, with its places, where it stands between letters', async () => {
    const { diagnostics } = await build({ 'MyFace.ttf': flatPlex() }, 'MyFace', 'pdf', typed);
    const found = diagnostics.filter(({ rule }) => rule === 'tatweel-flat');
    expect(found.map(({ places }) => places.map(({ line, column }) => [line, column]))).toEqual([
      [
        [8, 2],
        [8, 11],
      ],
    ]);
    for (const wording of Object.values(found[0]!.message)) expect(wording).toContain('myface');
  });

  test('is no matter where it has one', async () => {
    const { diagnostics } = await build({ 'MyFace.ttf': PLEX }, 'MyFace', 'pdf', typed);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain('tatweel-flat');
  });

  const hands = openNodeWorld(process.env['OPTIONAL_FONTS'] ?? '.');
  const readHand = (name: string, file: string) => {
    try {
      return hands.readPackage(`@expo-google-fonts/${name}`, file);
    } catch {
      return null;
    }
  };
  describe.each([
    ['Aref Ruqaa', readHand('aref-ruqaa', '400Regular/ArefRuqaa_400Regular.ttf')],
    ['Noto Nastaliq Urdu', readHand('noto-nastaliq-urdu', '400Regular/NotoNastaliqUrdu_400Regular.ttf')],
  ])('%s', (_, file) => {
    test.skipIf(file === null)('is such a font, and joins', async () => {
      const { diagnostics } = await build({ 'hand.ttf': file! }, 'hand', 'pdf', typed);
      const found = diagnostics.filter(({ rule }) => rule === 'tatweel-flat');
      expect(found.map(({ count }) => count)).toEqual([2]);
      expect(diagnostics.map(({ rule }) => rule)).not.toContain('font-unjoined');
    });
  });
});
