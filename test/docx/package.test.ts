import { beforeAll, describe, expect, test } from 'vitest';
import { all, buildWord, parse, read, type WordFile } from './build.ts';

let briefing: WordFile;
let dossier: WordFile;

beforeAll(async () => {
  briefing = await buildWord({ files: ['content/briefing.md'] });
  dossier = await buildWord({ files: ['content/dossier/book.yaml'] });
});

describe('the package', () => {
  test('begins with what its parts are, and names them itself', () => {
    for (const { files } of [briefing, dossier]) {
      const [first, ...others] = Object.keys(files);
      expect(first).toBe('[Content_Types].xml');
      const name =
        /^(?:_rels\/\.rels|docProps\/(?:core|app)\.xml|word\/(?:_rels\/)?[a-zA-Z0-9]+\.xml(?:\.rels)?)$/;
      expect(others.filter((path) => !name.test(path))).toEqual([]);
    }
  });

  test('says of every part what it is, and refers to nothing that is not there', () => {
    for (const file of [briefing, dossier]) {
      const types = all(parse(file, '[Content_Types].xml'), 'Override').map(
        ({ attributes }) => attributes['PartName'],
      );
      const parts = Object.keys(file.files).filter((path) => /\.xml$/.test(path) && !path.startsWith('['));
      expect([...types].sort()).toEqual(parts.map((path) => `/${path}`).sort());
      for (const path of Object.keys(file.files).filter((one) => one.endsWith('.rels'))) {
        const folder = path.replace(/_rels\/.*$/, '');
        const targets = all(parse(file, path), 'Relationship')
          .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
          .map(({ attributes }) => folder + attributes['Target']!);
        expect(targets.filter((target) => file.files[target] === undefined)).toEqual([]);
      }
    }
  });

  test('is the same to the byte, in whatever zone it is made', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const there = await buildWord({ files: ['content/briefing.md'] });
      expect(Buffer.compare(there.bytes, briefing.bytes)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('says what it is called, by whom and of which day: that of its text, never the clock’s', async () => {
    const core = read(dossier, 'docProps/core.xml');
    expect(core).toContain('<dc:title>عامان على رأس الطاولة</dc:title>');
    expect(core).toContain('<dc:language>ar</dc:language>');
    expect(core).toMatch(/<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-23T00:00:00Z</);
    const undated = await buildWord({ text: '---\ntitle: "A <b> & \\"c\\""\nauthor: N\n---\n\n# A\n\nb\n' });
    expect(read(undated, 'docProps/core.xml')).not.toContain('dcterms:created');
    expect(read(undated, 'docProps/core.xml')).toContain(
      '<dc:title>A &lt;b&gt; &amp; &quot;c&quot;</dc:title>',
    );
    expect(read(undated, 'docProps/core.xml')).toContain('<dc:creator>N</dc:creator>');
  });

  test('names the fonts of the theme, and its language in the twin of its script', () => {
    const fonts = all(parse(briefing, 'word/fontTable.xml'), 'font').map(
      ({ attributes }) => attributes['name'],
    );
    expect(fonts).toEqual(expect.arrayContaining(['Amiri', 'IBM Plex Sans Arabic', 'IBM Plex Mono']));
    const defaults = all(parse(briefing, 'word/styles.xml'), 'docDefaults')[0]!;
    expect(all(defaults, 'lang')[0]!.attributes['bidi']).toBe('ar-SA');
    expect(all(defaults, 'rFonts')[0]!.attributes['cs']).toBe('Amiri');
    expect(all(defaults, 'szCs')[0]!.attributes['val']).toBe('25');
  });

  test('has pages of the theme’s size, from the right, chapters on odd ones, counted anew after the front', () => {
    const sections = all(parse(dossier), 'sectPr');
    const sizes = sections.map((one) => all(one, 'pgSz')[0]!.attributes);
    expect(new Set(sizes.map(({ w, h }) => `${w} ${h}`))).toEqual(new Set(['9638 13606']));
    expect(sections.every((one) => all(one, 'bidi').length === 1)).toBe(true);
    const chapters = sections.filter((one) => all(one, 'type')[0]!.attributes['val'] === 'oddPage');
    expect(chapters.length).toBeGreaterThanOrEqual(8);
    expect(all(sections.at(-1)!, 'numRestart')[0]!.attributes['val']).toBe('eachSect');
    const formats = sections.map((one) => all(one, 'pgNumType')[0]!.attributes['fmt']);
    expect(formats).toContain('arabicAbjad');
    expect(formats.at(-1)).toBe('decimal');
  });

  test('of no words is a document still', async () => {
    const empty = await buildWord({ text: '' });
    expect(all(parse(empty), 'p').length).toBeGreaterThan(0);
    expect(all(parse(empty), 'sectPr')).toHaveLength(1);
  });
});
