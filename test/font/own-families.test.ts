import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import * as hb from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { World } from '../../src/base/world.ts';
import { loadHarfbuzz } from '../../src/font/harfbuzz-face.ts';
import { openFonts } from '../../src/font/open-fonts.ts';
import { readFontFile, viewOf, writeFontFile } from '../../src/font/sfnt-file.ts';
import { unpackFont } from '../../src/font/unpack-font.ts';

/** Families of the user's own files: their names, weights and forms. */

await loadHarfbuzz();
const NODE = openNodeWorld('.');
const plex = (style: string) =>
  NODE.readPackage('@expo-google-fonts/ibm-plex-sans-arabic', `${style}/IBMPlexSansArabic_${style}.ttf`);
const REGULAR = plex('400Regular');
const BOLD = plex('700Bold');
const LIGHT = plex('300Light');
const VARIABLE = new Uint8Array(
  readFileSync('node_modules/@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2'),
);

/** A font called otherwise: Plex under its own name is a family that Warraq brings. */
function rename(file: Uint8Array, family: string, style: string): Uint8Array {
  const tables = readFontFile(file);
  const texts = new Map([
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replaceAll(' ', '')],
    [16, family],
    [17, style],
  ]);
  const strings = [...texts.values()].map((text) => Buffer.from(text, 'utf16le').swap16());
  const name = new Uint8Array(6 + 12 * texts.size + Buffer.concat(strings).length);
  const view = viewOf(name);
  view.setUint16(2, texts.size);
  view.setUint16(4, 6 + 12 * texts.size);
  let offset = 0;
  [...texts.keys()].forEach((id, index) => {
    const record = 6 + 12 * index;
    [3, 1, 0x409, id, strings[index]!.length, offset].forEach((value, field) => {
      view.setUint16(record + 2 * field, value);
    });
    name.set(strings[index]!, 6 + 12 * texts.size + offset);
    offset += strings[index]!.length;
  });
  return writeFontFile(tables.set('name', name));
}

function writeCollection(files: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * files.length;
  const starts: number[] = [];
  let size = header;
  for (const { length } of files) {
    starts.push(size);
    size += Math.ceil(length / 4) * 4;
  }
  const whole = new Uint8Array(size);
  const view = viewOf(whole);
  whole.set(new TextEncoder().encode('ttcf'));
  view.setUint32(4, 0x10000);
  view.setUint32(8, files.length);
  files.forEach((file, index) => {
    const start = starts[index]!;
    view.setUint32(12 + 4 * index, start);
    whole.set(file, start);
    // offsets count from the beginning of the collection
    for (let record = start + 12; record < start + 12 + 16 * viewOf(file).getUint16(4); record += 16)
      view.setUint32(record + 8, view.getUint32(record + 8) + start);
  });
  return whole;
}

function writeWoff(file: Uint8Array): Uint8Array {
  const tables = [...readFontFile(file)];
  const packed = tables.map(([, bytes]) => {
    const deflated = deflateSync(bytes);
    return deflated.length < bytes.length ? deflated : bytes;
  });
  const header = new Uint8Array(44 + 20 * tables.length);
  const view = viewOf(header);
  header.set(new TextEncoder().encode('wOFF'));
  view.setUint16(12, tables.length);
  let offset = header.length;
  tables.forEach(([tag, bytes], index) => {
    header.set(new TextEncoder().encode(tag), 44 + 20 * index);
    [offset, packed[index]!.length, bytes.length].forEach((value, field) => {
      view.setUint32(44 + 20 * index + 4 + 4 * field, value);
    });
    offset += packed[index]!.length;
  });
  return Buffer.concat([header, ...packed]);
}

function open(files: Readonly<Record<string, Uint8Array>>) {
  const named = Object.entries(files).map(([name, bytes]) => [`fonts/${name}`, bytes] as const);
  const world: World = {
    ...openMemoryWorld({ files: Object.fromEntries(named) }),
    readAsset: NODE.readAsset.bind(NODE),
    listAssets: NODE.listAssets.bind(NODE),
    readPackage: NODE.readPackage.bind(NODE),
  };
  const fonts = openFonts(world);
  const sink = new Sink();
  const diagnostics = () => {
    for (const { rule, values } of fonts.takeFaults()) sink.report(rule, null, values);
    return sink.diagnostics;
  };
  return { fonts, diagnostics, said: () => diagnostics().map(({ rule }) => rule) };
}

const WORD = { text: 'مدرسة', before: '', after: '', rtl: true, script: 'Arab', lang: 'ar', features: '' };

describe('a family of several files', () => {
  const { fonts, said } = open({
    'a.ttf': rename(REGULAR, 'Dar Qalam', 'Regular'),
    'b.ttf': rename(BOLD, 'Dar Qalam', 'Bold'),
    'c.ttf': rename(LIGHT, 'Dar Qalam', 'Light'),
  });

  test('is found by the name its files have, in each weight', () => {
    expect(fonts.find('dar-qalam')).toBe('darqalam');
    expect([300, 400, 700].map((weight) => fonts.face('Dar Qalam', weight, false).weight)).toEqual([
      300, 400, 700,
    ]);
    expect(fonts.face('Dar Qalam', 700, false).shape(WORD).width).not.toBe(
      fonts.face('Dar Qalam', 400, false).shape(WORD).width,
    );
    expect(said()).toEqual([]);
  });

  test('is found by the file of its regular face, and another file stands for itself', () => {
    expect(fonts.face('a', 700, false).weight).toBe(700);
    expect(fonts.face('c', 400, false).weight).toBe(300);
  });

  test('has faces that are found by their full names', () => {
    expect(fonts.face('Dar Qalam Light', 400, false).weight).toBe(300);
  });
});

test('a collection holds a family, and its faces are found by name and by place', () => {
  const whole = writeCollection([rename(REGULAR, 'Dar Qalam', 'Regular'), rename(BOLD, 'Dar Qalam', 'Bold')]);
  const { fonts, said } = open({ 'qalam.ttc': whole });
  expect(fonts.face('Dar Qalam', 700, false).weight).toBe(700);
  expect(fonts.face('Dar Qalam Bold', 400, false).weight).toBe(700);
  expect(fonts.face('qalam#2', 400, false).weight).toBe(700);
  expect(said()).toEqual([]);
});

test('WOFF holds the very tables', () => {
  const [file] = unpackFont(writeWoff(REGULAR));
  const tables = readFontFile(file!);
  for (const [tag, bytes] of readFontFile(REGULAR))
    if (tag !== 'head' && tag !== 'DSIG') expect(Buffer.compare(tables.get(tag)!, bytes), tag).toBe(0);
});

test('WOFF 2 has outlines within the bounds that the file gives, and is read by HarfBuzz', () => {
  const [file] = unpackFont(VARIABLE);
  const font = new hb.Font(new hb.Face(new hb.Blob(file!)));
  const glyph = font.nominalGlyph('ج'.codePointAt(0)!)!;
  expect(font.glyphToPath(glyph)).toMatch(/^M/);
  expect(font.glyphExtents(glyph)!.width).toBeGreaterThan(0);
});

describe('a variable font', () => {
  const { fonts, said } = open({ 'Wazir.woff2': VARIABLE });

  test.each([100, 400, 555, 700, 900])('sets the weight %i as HarfBuzz does', (weight) => {
    const face = fonts.face('Wazir', weight, false);
    expect(face.weight).toBe(weight);
    const [file] = unpackFont(VARIABLE);
    const font = new hb.Font(new hb.Face(new hb.Blob(file!)));
    font.setVariations([new hb.Variation('wght', weight)]);
    for (const text of ['مدرسة', 'لَا', 'مُحَمَّدًا', 'التلاميذ']) {
      const buffer = new hb.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setClusterLevel(hb.ClusterLevel.CHARACTERS);
      hb.shape(font, buffer);
      const run = face.shape({ ...WORD, text });
      const places = buffer.getGlyphPositions();
      const near = (a: number, b: number) => Math.abs(a - b) <= 1;
      expect([...run.ids]).toEqual(buffer.getGlyphInfos().map(({ codepoint }) => codepoint));
      for (const [index, place] of places.entries()) {
        expect(near(run.advances[index]!, place.xAdvance)).toBe(true);
        expect(near(run.dx[index]!, place.xOffset)).toBe(true);
        expect(near(run.dy[index]!, place.yOffset)).toBe(true);
      }
      for (const id of run.ids) {
        const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);
        const [ours, theirs] = [numbers(face.outline(id)), numbers(font.glyphToPath(id))];
        expect(ours).toHaveLength(theirs.length);
        expect(Math.max(0, ...ours.map((value, at) => Math.abs(value - theirs[at]!)))).toBeLessThanOrEqual(1);
      }
    }
  });

  test('has a bold of its own', () => {
    expect(said()).toEqual([]);
  });

  test('keeps to the ends of its axis', () => {
    expect(fonts.face('Wazir', 950, false).weight).toBe(900);
  });
});

describe('a family without italics', () => {
  const files = { 'a.ttf': rename(REGULAR, 'Dar Qalam', 'Regular') };

  test('is said once, and has them from the one that is named after it', () => {
    const { fonts, said } = open(files);
    expect(fonts.face('Dar Qalam, Amiri', 400, true).id).toBe('amiri-400-italic');
    expect(said()).toEqual([]);
    expect(fonts.face('Dar Qalam', 400, true).italic).toBe(false);
    fonts.face('Dar Qalam', 300, true);
    expect(said()).toEqual(['font-italic']);
  });
});

describe('a family without a bold', () => {
  const files = { 'a.ttf': rename(REGULAR, 'Dar Qalam', 'Regular') };

  test('is said once', () => {
    const { fonts, said } = open(files);
    expect(fonts.face('Dar Qalam', 700, false).weight).toBe(400);
    fonts.face('Dar Qalam', 600, false);
    expect(said()).toEqual(['font-bold']);
  });

  test('has it from the one that is named after it', () => {
    const { fonts, said } = open(files);
    expect(fonts.face('Dar Qalam, Amiri', 700, false).id).toBe('amiri-700');
    expect(fonts.face('Dar Qalam، Amiri', 400, false).family).toBe('darqalam');
    expect(said()).toEqual([]);
  });
});

test('of two regular files one is used, and both are named', () => {
  const { fonts, diagnostics } = open({
    'a.ttf': rename(REGULAR, 'Dar Qalam', 'Regular'),
    'b.ttf': rename(REGULAR, 'Dar Qalam', 'Regular'),
    'b.woff': writeWoff(rename(REGULAR, 'Dar Qalam', 'Regular')),
  });
  expect(fonts.find('Dar Qalam')).toBe('darqalam');
  expect(diagnostics().map(({ rule }) => rule)).toContain('font-twice');
  for (const wording of Object.values(diagnostics()[0]!.message)) {
    expect(wording).toContain('fonts/a.ttf');
    expect(wording).toContain('fonts/b.');
  }
});
