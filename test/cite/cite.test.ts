import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/library.ts';
import type { Request } from '../../src/request.ts';

const BIB = `@book{jabri, author={الجابري, محمد عابد}, title={تكوين العقل العربي}, edition={9}, publisher={المركز}, address={بيروت}, year={2006}}
@book{jabri2, author={الجابري, محمد عابد}, title={نقد العقل}, publisher={المركز}, address={بيروت}, year={2006}}
@article{laroui, author={عبد الله العروي}, title={الإصلاح والسنة}, journal={تبيّن}, volume={3}, number={2}, pages={7--25}, year={1433هـ/2012م}}
@book{hodgson, author={Hodgson, Marshall}, title={The Venture of Islam: Conscience}, publisher={UCP}, address={Chicago}, year={1974}}
@book{zayyat, author={الزيات, أحمد and أمين, أحمد and حسين, طه}, title={كتاب}, publisher={دار}, address={القاهرة}, year={1950}}
@book{unread, author={مجهول, فلان}, title={لا يُذكر}, year={1900}}
@book{hole, title={كتاب ناقص}}
`;

const folder = mkdtempSync(join(tmpdir(), 'warraq-cite-'));
writeFileSync(join(folder, 'refs.bib'), BIB);

async function build(
  text: string,
  format: 'txt' | 'epub' | 'pdf' | 'docx',
  settings = 'bibliography: refs.bib',
) {
  const request: Request = { text: `---\ntitle: فحص\n${settings}\n---\n\n${text}\n`, format };
  const { bytes, diagnostics } = await compile(request, openNodeWorld(folder));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return {
    bytes: bytes!,
    said: diagnostics.map(({ rule, origin }) => `${rule} ${origin?.line}:${origin?.column}`),
    diagnostics,
  };
}

async function textOf(text: string, settings?: string): Promise<string> {
  const { bytes } = await build(text, 'txt', settings);
  return new TextDecoder().decode(bytes).replace(/[\u2066-\u2069]/g, '');
}

const NUMBERED = 'bibliography: refs.bib\ncitations: numbered';
const NOTES = 'bibliography: refs.bib\ncitations: notes';

describe('what a citation says', () => {
  test.each([
    ['[@jabri, ص ٢٢]', '(الجابري، ٢٠٠٦، ص ٢٢)'],
    ['[@jabri, 22-24]', '(الجابري، ٢٠٠٦، ص ٢٢–٢٤)'],
    ['[-@jabri]', '(٢٠٠٦)'],
    ['@jabri', 'الجابري (٢٠٠٦)'],
    ['@jabri [ص ٧]', 'الجابري (٢٠٠٦، ص ٧)'],
    ['و@jabri', 'والجابري (٢٠٠٦)'],
    ['@{jabri}', 'الجابري (٢٠٠٦)'],
    ['[انظر @jabri، ص ٧؛ @hodgson, p. 3]', '(انظر الجابري، ٢٠٠٦، ص ٧؛ Hodgson, 1974, p. 3)'],
    ['@hodgson [ص ٥]', 'Hodgson (1974، ص ٥)'],
    ['[@zayyat]', '(الزيات وآخرون، ١٩٥٠)'],
    ['[@laroui]', '(العروي، ١٤٣٣هـ/٢٠١٢م)'],
    ['[@jabri, انظر *الفصل* الثاني]', '(الجابري، ٢٠٠٦، انظر الفصل الثاني)'],
    ['[@none]', '(none؟)'],
    ['**[@jabri]**', '(الجابري، ٢٠٠٦)'],
    ['\\@jabri a@jabri.com', '@jabri a@jabri.com'],
    ['[نص] [هنا](#x) `[@jabri]`', '[نص] هنا [@jabri]'],
  ])('%s', async (written, printed) => {
    const text = await textOf(`قال ${written} كذا.\n\n## x {#x}`);
    expect(text).toContain(`قال ${printed} كذا.`);
  });

  test('two works of one author and year are told apart by letters, in the list too', async () => {
    const text = await textOf('قال [@jabri2] ثم [@jabri].');
    expect(text).toContain('قال (الجابري، ٢٠٠٦ب) ثم (الجابري، ٢٠٠٦أ).');
    expect(text).toContain('الجابري، محمد عابد (٢٠٠٦أ). تكوين العقل العربي. ط ٩. بيروت: المركز.');
  });

  test('numbers in the order of the text', async () => {
    const text = await textOf('أ [@zayyat] ب [@hodgson; @zayyat, ص ٣] ج @jabri.', NUMBERED);
    expect(text).toContain('أ [١] ب [٢؛ ١، ص ٣] ج الجابري [٣].');
    expect(text).toMatch(
      /\[١\] الزيات، أحمد، أحمد أمين، وطه حسين\. كتاب\.[\s\S]*\[٢\] Hodgson[\s\S]*\[٣\] الجابري/,
    );
  });

  test('notes: in full, the same again, then in short; those of the author count', async () => {
    const text = await textOf(
      'أ [@jabri, ص ٢].\n\nب [@jabri, ص ٢] ج [@jabri, ص ٣] د [@hodgson] هـ [@jabri]، و[^1] ز [@jabri].\n\n[^1]: حاشية.',
      NOTES,
    );
    expect(text.split('--------------------\n')[1]!.split('\n').slice(0, 7)).toEqual([
      '[١] محمد عابد الجابري، تكوين العقل العربي، ط ٩ (بيروت: المركز، ٢٠٠٦)، ص ٢.',
      '[٢] المصدر نفسه.',
      '[٣] المصدر نفسه، ص ٣.',
      '[٤] Marshall Hodgson, The Venture of Islam: Conscience (Chicago: UCP, 1974).',
      '[٥] الجابري، تكوين العقل العربي، مصدر سابق.',
      '[٦] حاشية.',
      '[٧] الجابري، تكوين العقل العربي، مصدر سابق.',
    ]);
    expect(text).toContain('أ[١].');
  });
});

describe('the list', () => {
  const list = (text: string) =>
    text
      .split(/\n=+\n/)
      .at(-1)!
      .trim()
      .split('\n');

  test('only what is cited, Arabic first and by its alphabet without the article, then Latin', async () => {
    const text = await textOf('أ [@hodgson; @zayyat; @jabri; @laroui].');
    expect(text).toContain('المراجع\n');
    expect(
      text
        .slice(text.indexOf('المراجع'))
        .split('\n')
        .filter((line) => /\(/.test(line))
        .map((line) => line.split(/[،,]/)[0]),
    ).toEqual(['الجابري', 'الزيات', 'العروي', 'Hodgson']);
    const english = await textOf('A [@hodgson; @jabri].', 'bibliography: refs.bib\nlang: en');
    expect(english).toMatch(/References\n[\s\S]*Hodgson[\s\S]*الجابري، محمد عابد \(2006\)/);
  });

  test('all, or some more, where they are asked for', async () => {
    expect(await textOf('أ.', 'bibliography: refs.bib\nnocite: all')).toContain('مجهول، فلان (١٩٠٠).');
    expect(await textOf('أ.', 'bibliography: [refs.bib]\nnocite: "@unread"')).toContain(
      'مجهول، فلان (١٩٠٠).',
    );
    expect(await textOf('أ.')).not.toContain('المراجع');
  });

  test('where the author puts it, under the heading he gives it', async () => {
    const text = await textOf('أ [@jabri].\n\n::bibliography[مصادر البحث]\n\n## خاتمة\n\nتمّ.');
    expect(text).toMatch(/مصادر البحث\n=+\n[\s\S]*الجابري، محمد عابد[\s\S]*خاتمة/);
    const last = await textOf('أ [@jabri].\n\n## الثبت');
    expect(last).not.toContain('المراجع');
    expect(list(last).join(' ')).toContain('الجابري، محمد عابد');
  });

  test('is told of where it can not be printed', async () => {
    expect((await build('نص.\n\n::bibliography', 'txt', 'lang: ar')).said).toEqual(['bibliography-none 8:1']);
    expect((await build('[@jabri]\n\n::bibliography\n\n::bibliography', 'txt')).said).toEqual([
      'bibliography-again 10:1',
    ]);
  });
});

test('keys that are not there, near ones, and holes are told with their places', async () => {
  const { said, diagnostics } = await build('أ [@jabry] ب [@zzzzzzz] ج [@hole]', 'txt');
  expect(said).toEqual(['citation-misspelt 6:4', 'citation-missing 6:15', 'bibliography-hole 7:1']);
  expect(diagnostics[0]!.hint.en).toContain('jabri');
  expect(diagnostics[2]!.message.en).toContain('author, year');
});

test('files that are not there, lie outside or are too strange stop nothing', async () => {
  const { said } = await build(
    'أ [@jabri].',
    'txt',
    'bibliography: [none.bib, ../out.bib, .x.bib, refs.bib]',
  );
  expect(said.map((one) => one.split(' ')[0])).toEqual([
    'bibliography-missing',
    'bibliography-outside',
    'bibliography-hidden',
  ]);
});

test('without a bibliography nothing is a citation', async () => {
  expect(await textOf('قال [@jabri, ص ٧] و@jabri كذا.', 'lang: ar')).toContain(
    'قال [@jabri, ص ٧] و@jabri كذا.',
  );
});

test('an e-book links to entries by their roles, each in its own direction', async () => {
  const { bytes } = await build('أ [@jabri] ب [@hodgson].', 'epub', NUMBERED);
  const files = unzipSync(bytes);
  const part = new TextDecoder().decode(files['EPUB/part-0001.xhtml']);
  const [, id] = /role="doc-biblioref" href="#(id-\d+)"/.exec(part)!;
  expect(part).toMatch(new RegExp(`<li epub:type="biblioentry"[^>]* id="${id}"`));
  // EPUBCheck takes a deprecated role for an error
  expect(part).not.toContain('doc-biblioentry');
  expect(part).toContain('<section epub:type="bibliography" role="doc-bibliography"');
  expect(part).toMatch(/<li[^>]* lang="en"[^>]* dir="ltr"[^>]*><p class="bibliography">[^\n]*Hodgson/);
});

const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;

test.skipIf(!hasPoppler)('a PDF has entries in its structure, and links to them', async () => {
  const { bytes } = await build('أ [@jabri] ب [@hodgson].', 'pdf');
  const file = join(folder, 'a.pdf');
  writeFileSync(file, bytes);
  const run = (tool: string, ...given: string[]) => spawnSync(tool, given, { encoding: 'utf8' }).stdout;
  expect(run('pdfinfo', '-struct-text', file).match(/BibEntry/g)).toHaveLength(2);
  const text = run('pdftotext', file, '-').replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  expect(text).toContain('Hodgson, Marshall (1974). The Venture of Islam: Conscience. Chicago: UCP.');
  // poppler puts the full stop before the bracket: of who reads aloud the words are what matters
  expect(text.match(/[\p{L}\p{N}]+/gu)!.join(' ')).toContain(
    'الجابري محمد عابد ٢٠٠٦ تكوين العقل العربي ط ٩ بيروت المركز',
  );
});
