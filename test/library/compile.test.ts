import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Built,
  compile,
  openNodeWorld,
  type Request,
  type Result,
  type World,
} from '../../src/index.ts';

const world = openNodeWorld(mkdtempSync(join(tmpdir(), 'warraq-library-')));
const rulesOf = ({ diagnostics }: Result) => diagnostics.map(({ rule }) => rule);
/** As a caller in JavaScript may have it. */
const ask = (request: unknown, where: unknown = world) => compile(request as Request, where as World);

describe('a request', () => {
  it('needs nothing but a text', async () => {
    const result = await compile({ text: '# عنوان\n\nنصّ\n' }, world);
    expect(result).toMatchObject({ ok: true, pages: 1, diagnostics: [] });
    expect(Buffer.from((result as Built).bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7');
  });

  it('takes null and undefined for what is not said', async () => {
    const request = {
      text: '# عنوان\n\nنصّ\n',
      files: null,
      format: undefined,
      theme: null,
      envelope: null,
      attachments: null,
    };
    expect(await ask(request)).toMatchObject({ ok: true, diagnostics: [] });
  });

  it('makes an e-book, and an e-mail', async () => {
    const book = (await compile({ text: 'نصّ', format: 'epub' }, world)) as Built;
    expect(Buffer.from(book.bytes.subarray(0, 2)).toString()).toBe('PK');
    const mail = (await compile({ text: 'نصّ', envelope: { to: ['ليلى <l@example.org>'] } }, world)) as Built;
    expect(Buffer.from(mail.bytes).toString()).toContain('<l@example.org>');
  });

  it.each([
    ['no object', 'report.md', 'request-field'],
    ['nothing', undefined, 'request-field'],
    ['a list', ['report.md'], 'request-field'],
    ['an empty one', {}, 'request-no-file'],
    ['no files', { files: [] }, 'request-no-file'],
    ['files that are a text', { files: 'report.md' }, 'request-field'],
    ['a text that is bytes', { text: new Uint8Array(3) }, 'request-field'],
    ['the file - without a text', { files: ['-'] }, 'request-no-text'],
    ['a format there is not', { text: '', format: 'odt' }, 'request-field'],
    ['a profile there is not', { text: '', profile: 'Screen' }, 'request-field'],
    ['a PDF there is not', { text: '', pdf: 2 }, 'request-field'],
    ['a PDF version for an e-book', { text: '', format: 'epub', pdf: '2.0' }, 'usage-not-pdf'],
    ['a booklet of an e-book', { text: '', format: 'epub', profile: 'booklet' }, 'usage-not-pdf'],
    ['a template that is an object', { text: '', template: {} }, 'request-field'],
    ['attachments that are a text', { text: '', attachments: 'a.csv' }, 'request-field'],
    ['recipients that are a text', { text: '', envelope: { to: 'a@example.org' } }, 'request-field'],
    ['a recipient who is none', { text: '', envelope: { to: ['nobody'] } }, 'mail-address'],
    [
      'a line break in a recipient',
      { text: '', envelope: { to: ['a@b.org\r\nBcc: c@d.org'] } },
      'mail-control',
    ],
    ['a line break in a subject', { text: '', envelope: { subject: 'أ\nBcc: c@d.org' } }, 'mail-control'],
    ['a date that is text', { text: '', envelope: { sent: '2026' } }, 'request-field'],
    ['a file there is not', { files: ['absent.md'] }, 'file-missing'],
    ['a file outside', { files: ['../../etc/hostname'] }, 'file-outside'],
    ['a template there is not', { text: 'نصّ', template: 'absent' }, 'usage-choice'],
  ])('that is %s has no document but a diagnostic', async (_, request, rule) => {
    const result = await ask(request);
    expect(result).toMatchObject({ ok: false, bytes: null, pages: null, fault: null });
    expect(rulesOf(result)).toContain(rule);
  });

  it('names the field that is wrong and what it should be', async () => {
    const { diagnostics } = await ask({ text: 'نصّ', format: 'word' });
    expect(diagnostics[0]?.message.en).toBe(`"format" of the request is not 'pdf' | 'epub' | 'docx' | 'txt'`);
  });

  it('is built all the same where a field is unknown, and that is said', async () => {
    const result = await ask({ text: 'نصّ', theem: 'x' });
    expect(result.ok).toBe(true);
    expect(result.diagnostics[0]).toMatchObject({ rule: 'request-unknown-field', severity: 'warning' });
    expect(result.diagnostics[0]?.hint.en).toContain('"theme"');
  });
});

describe('a world', () => {
  it.each([[undefined], [null], ['/tmp'], [{}]])('that is %j is none, which is said', async (where) => {
    expect(rulesOf(await compile({ text: 'نصّ' }, where as unknown as World))).toEqual(['request-world']);
  });

  it('that breaks is a fault in the result, without its folders', async () => {
    const broken = new Error('no bytes in /home/somebody/secret/file.ttf');
    const bad: World = {
      ...world,
      readPackage: () => {
        throw broken;
      },
    };
    const result = await compile({ text: 'نصّ' }, bad);
    expect(result).toMatchObject({ ok: false, fault: broken });
    expect(result.diagnostics.at(-1)).toMatchObject({ rule: 'bug', severity: 'error' });
    expect(result.diagnostics.at(-1)?.message.en).not.toContain('somebody');
  });
});

const WORDS = 'أبجد هوّز حطّي كلمن سعفص قرشت ثخذ ضظغ وفيها ٢٠١٠ و«اقتباس» وLatin words';
const FAMILIES = ['Amiri', 'Vazirmatn', 'Noto Naskh Arabic'];

/** Documents that share nothing but the process: own fonts, sizes, directions, texts, formats, worlds. */
function makeDocuments(): readonly { readonly request: Request; readonly world: World }[] {
  return Array.from({ length: 9 }, (_, at) => {
    const root = mkdtempSync(join(tmpdir(), 'warraq-library-'));
    writeFileSync(join(root, 'warraq.yaml'), `theme: { text: { size: ${10 + at}pt } }\n`);
    writeFileSync(
      join(root, 'a.md'),
      `---\ntitle: وثيقة ${at}\nlang: ${at % 2 ? 'fa' : 'ar'}\ntheme: { text: { family: ${FAMILIES[at % 3]} } }\n---\n\n` +
        `${WORDS} ${'ع'.repeat(at)} **${WORDS}**[^1]\n\n| أ | ب |\n|---|---|\n| ${at} | ج |\n\n[^1]: حاشية ${at}\n`,
    );
    const format = at % 4 === 3 ? 'epub' : 'pdf';
    return { request: { files: ['a.md'], format }, world: openNodeWorld(root) } as const;
  });
}

function digest(result: Result): string {
  return createHash('sha256')
    .update(result.bytes ?? 'none')
    .update(JSON.stringify(result.diagnostics))
    .digest('hex');
}

describe('a process that goes on', () => {
  it('gives each of many documents at once the bytes that it has alone, again and again', async () => {
    const documents = makeDocuments();
    const alone: string[] = [];
    for (const { request, world: own } of documents) alone.push(digest(await compile(request, own)));
    expect(new Set(alone).size).toBe(documents.length);
    for (let round = 0; round < 3; round++) {
      const together = await Promise.all(documents.map(({ request, world: own }) => compile(request, own)));
      expect(together.map(digest)).toEqual(alone);
    }
  });

  it('does not go on with what has changed on disk', async () => {
    const root = mkdtempSync(join(tmpdir(), 'warraq-library-'));
    const own = openNodeWorld(root);
    const build = async (leading: number, word: string) => {
      writeFileSync(join(root, 'warraq.yaml'), `theme: { text: { leading: ${leading}pt } }\n`);
      writeFileSync(join(root, 'a.md'), word);
      return digest(await compile({ files: ['a.md'] }, own));
    };
    const [first, second] = [await build(20, 'أول'), await build(30, 'أول')];
    expect(second).not.toBe(first);
    expect(await build(20, 'أول')).toBe(first);
    expect(await build(20, 'ثان')).not.toBe(first);
  });
});
