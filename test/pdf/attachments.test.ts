import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { Attachment } from '../../src/project/attachment.ts';
import { paintWhole } from '../paint-whole.ts';
import { layText } from './lay.ts';
import { has, openWithPdfjs, run, withFile } from './readers.ts';

const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
} as const;
const csv = new TextEncoder().encode('السنة,المدينة\r\n1994,بودابست\r\n');
const every = Uint8Array.from({ length: 1000 }, (_, index) => index & 0xff);

const attachment = (name: string, bytes: Uint8Array, changes: Partial<Attachment> = {}): Attachment => ({
  name,
  bytes,
  mimeType: 'application/octet-stream',
  description: null,
  relationship: 'Data',
  ...changes,
});
/** Not in the order of the name tree: ASCII goes before U+FEFF, capitals before small letters. */
const FILES = [
  attachment('القمم الأربع.csv', csv, { mimeType: 'text/csv', description: 'القمم وسنواتها' }),
  attachment('every byte.bin', every, { relationship: 'Source' }),
  attachment('Zero.txt', new Uint8Array(), { mimeType: 'text/plain' }),
  attachment('أرقام (١).csv', csv, { mimeType: 'text/csv', relationship: 'Alternative' }),
];

describe('a document with attached files', () => {
  let bytes: Uint8Array = new Uint8Array();
  const sink = new Sink();
  beforeAll(async () => {
    bytes = await paintWhole(layText(['نص']), { ...OPTIONS, attachments: FILES }, sink);
  });

  test('gives them back to the byte, under their names', async () => {
    const reader = await openWithPdfjs(bytes);
    const found = Object.values((await reader.getAttachments()) ?? {}) as {
      readonly filename: string;
      readonly content: Uint8Array;
    }[];
    expect(found.map(({ filename }) => filename).sort()).toEqual(FILES.map(({ name }) => name).sort());
    for (const { name, bytes: wanted } of FILES) {
      const { content } = found.find(({ filename }) => filename === name)!;
      expect(Buffer.compare(content, wanted), name).toBe(0);
    }
  });

  test.skipIf(!has('pdfdetach'))('poppler saves the same bytes', () => {
    withFile(bytes, (path) => {
      const folder = join(dirname(path), 'saved');
      mkdirSync(folder);
      run('pdfdetach', '-enc', 'UTF-8', '-saveall', '-o', folder, path);
      expect(readdirSync(folder).sort()).toEqual(FILES.map(({ name }) => name).sort());
      for (const { name, bytes: wanted } of FILES)
        expect(Buffer.compare(readFileSync(join(folder, name)), wanted), name).toBe(0);
    });
  });

  test.skipIf(!has('qpdf'))('says of each what it is, how large, of when and with which sum', () => {
    const listed = withFile(bytes, (path) => {
      expect(run('qpdf', '--check', path)).toContain('No syntax or stream encoding errors found');
      return JSON.parse(run('qpdf', '--json', '--json-key=attachments', path)).attachments;
    });
    const { streams, description, preferredname, names } = listed['القمم الأربع.csv'];
    expect([description, preferredname, names['/F']]).toEqual([
      'القمم وسنواتها',
      'القمم الأربع.csv',
      'attachment-1.csv',
    ]);
    const { checksum, mimetype } = streams['/UF'];
    expect([checksum, mimetype]).toEqual([createHash('md5').update(csv).digest('hex'), 'text/csv']);
    // qpdf 11's JSON has no date of change, its list has.
    const list = withFile(bytes, (path) => run('qpdf', '--list-attachments', '--verbose', path));
    expect(list.match(/modification date: D:20110628000000\+00'00'/g)).toHaveLength(2 * FILES.length);
    // A file without a description is described by its name.
    expect(listed['Zero.txt'].description).toBe('Zero.txt');
  });

  test.skipIf(!has('qpdf'))(
    'associates them with the document and lists them by the bytes of their names',
    () => {
      const objects = withFile(bytes, (path) => JSON.parse(run('qpdf', '--json', path))).qpdf[1];
      const readObject = (ref: string) => objects[`obj:${ref}`].value;
      const catalog = readObject(objects.trailer.value['/Root']);
      const relations = catalog['/AF'].map((ref: string) => readObject(ref)['/AFRelationship']);
      expect(relations).toEqual(['/Data', '/Source', '/Data', '/Alternative']);
      const names = (
        typeof catalog['/Names'] === 'string' ? readObject(catalog['/Names']) : catalog['/Names']
      )['/EmbeddedFiles']['/Names'].filter((_: unknown, index: number) => index % 2 === 0);
      expect(names).toEqual(['u:Zero.txt', 'u:every byte.bin', 'u:أرقام (١).csv', 'u:القمم الأربع.csv']);
    },
  );

  test('is PDF/A-3a and PDF/UA-1', async () => {
    const { metadata } = await (await openWithPdfjs(bytes)).getMetadata();
    expect(['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map((name) => metadata.get(name))).toEqual([
      '3',
      'A',
      '1',
    ]);
    expect(sink.diagnostics).toEqual([]);
  });

  test('is the same to the byte again, and another file has another identifier', async () => {
    const again = await paintWhole(layText(['نص']), { ...OPTIONS, attachments: FILES }, new Sink());
    expect(Buffer.compare(again, bytes)).toBe(0);
    const other = [...FILES.slice(0, 3), attachment('أرقام (١).csv', every)];
    const changed = await paintWhole(layText(['نص']), { ...OPTIONS, attachments: other }, new Sink());
    const idOf = (file: Uint8Array) =>
      /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(file).toString('latin1'))?.[1];
    expect(idOf(bytes)).toMatch(/./);
    expect(idOf(changed)).not.toBe(idOf(bytes));
  });

  test('does not claim PDF/A where nothing tells their date', async () => {
    const undated = new Sink();
    const text = layText(['نص']);
    const file = await paintWhole(
      { ...text, info: { ...text.info, date: null } },
      { ...OPTIONS, attachments: FILES },
      undated,
    );
    const { metadata } = await (await openWithPdfjs(file)).getMetadata();
    expect([metadata.get('pdfaid:part'), metadata.get('pdfuaid:part')]).toEqual([null, '1']);
    expect(undated.diagnostics.map(({ rule }) => rule)).toEqual(['claim-date']);
  });
});
