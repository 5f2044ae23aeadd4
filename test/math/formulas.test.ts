import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/library.ts';
import { FormulaFault } from '../../src/math/formula.ts';
import { FormulaSetter, openFormulaSetter } from '../../src/math/formula-setter.ts';
import { readMathml } from '../../src/math/read-mathml.ts';
import { sayFormula } from '../../src/resolve/say-formula.ts';

const folder = mkdtempSync(join(tmpdir(), 'warraq-math-'));
afterAll(() => rmSync(folder, { recursive: true }));

const build = (text: string, format: 'pdf' | 'epub' | 'docx' | 'txt' = 'pdf', head = 'lang: ar') =>
  compile({ text: `---\n${head}\n---\n\n# درس\n\n${text}\n`, format }, openNodeWorld(import.meta.dirname));

const setter = (await openFormulaSetter((text) => ({ path: [], width: text.length / 2 })))!;
const say = async (tex: string, lang = 'ar') => sayFormula((await setter.set(tex, true)).mathml, lang);

describe('in words', () => {
  test.each([
    ['E=mc^2', 'E يساوي m c تربيع'],
    ['\\frac{a}{b}', 'a على b'],
    ['\\frac{a+1}{b}', 'كسر بسطه a زائد 1 ومقامه b'],
    ['\\sqrt{x}', 'الجذر التربيعي لـ x'],
    ['\\sqrt[3]{x}', 'الجذر من الدرجة 3 لـ x'],
    ['\\sum_{i=1}^{n} i', 'مجموع من i يساوي 1 إلى n i'],
    ['\\lim_{x\\to 0} f(x)', 'نهاية عند x يؤول إلى 0 f قوس x إغلاق القوس'],
    ['x_1 \\le \\alpha', 'x دليله 1 أصغر من أو يساوي ألفا'],
    ["f'", 'f شرطة'],
    ['\\vec{v}', 'المتجه v'],
    ['\\text{عدد الطلاب}', 'عدد الطلاب'],
  ])('%s', async (tex, words) => {
    expect(await say(tex)).toBe(words);
  });

  test('of other languages, and none where there are none', async () => {
    expect(await say('\\frac{1}{2} x^3', 'en-GB')).toBe('1 over 2 x cubed');
    expect(await say('x^2', 'fr')).toBe('x au carré');
    expect(await say('x^2', 'fa')).toBe('x به توان دو');
    expect(await say('x^2', 'ms')).toBe('');
  });
});

test.each([
  ['groups in groups', `${'{'.repeat(61)}${'}'.repeat(61)}`, 'TooDeep'],
  ['a book of letters', 'x'.repeat(10_001), 'TooLong'],
  ['an open group', '\\frac{1}{', 'MissingCloseBrace'],
  ['no command', '\\nosuch', 'UndefinedControlSequence'],
  ['two powers', 'x^2^3', 'DoubleExponent'],
  ['no colour', '\\color{nosuchcolour}{x}', 'UnknownColor'],
  ['a link', '\\href{https://example.org}{x}', 'UndefinedControlSequence'],
  ['a package', '\\require{html}', 'UndefinedControlSequence'],
])('%s is told of', async (_, tex, kind) => {
  await expect(setter.set(tex, false)).rejects.toThrow(expect.objectContaining({ kind }) as FormulaFault);
});

test('commands within commands that no stack holds are told of', async () => {
  const full = async () => {
    throw new RangeError('Maximum call stack size exceeded');
  };
  const own = new FormulaSetter(full, () => ({ path: [], width: 0 }));
  await expect(own.set('x', false)).rejects.toThrow(
    expect.objectContaining({ kind: 'TooDeep' }) as FormulaFault,
  );
  const deep = `${'<mrow>'.repeat(241)}${'</mrow>'.repeat(241)}`;
  expect(() => readMathml(`<math>${deep}</math>`)).toThrow(FormulaFault);
});

test('Word strikes and frames what is struck and framed', async () => {
  const { bytes } = await build('$\\cancel{x}+\\boxed{y}$', 'docx');
  const body = new TextDecoder().decode(unzipSync(bytes!)['word/document.xml']);
  expect(body).toMatch(/<m:hideRight m:val="1"\/><m:strikeBLTR m:val="1"\/><\/m:borderBoxPr><m:e>.*?>x</s);
  expect(body).toMatch(/<m:borderBox><m:borderBoxPr\/><m:e>.*?>y</s);
});

test('a command that calls itself ends', async () => {
  const own = (await openFormulaSetter(() => ({ path: [], width: 0 })))!;
  await expect(own.set('\\def\\a{\\a\\a}\\a', false)).rejects.toBeInstanceOf(FormulaFault);
});

test('what one formula names a later one may use, in this document alone', async () => {
  const { diagnostics } = await build('$\\newcommand{\\R}{\\mathbb{R}} x\\in\\R$ ثم $y\\in\\R$');
  expect(diagnostics).toEqual([]);
  expect((await build('$y\\in\\R$')).diagnostics.map(({ rule }) => rule)).toEqual(['formula-tex']);
});

test('a mistake is told of at its place, and its formula is set as code', async () => {
  const { diagnostics, bytes } = await build('قال $\\frac{1}{$ ثم قال.', 'txt');
  expect(diagnostics.map(({ rule, origin }) => [rule, origin?.line, origin?.column])).toEqual([
    ['formula-tex', 7, 5],
  ]);
  expect(new TextDecoder().decode(bytes!)).toContain('قال $\\frac{1}{$ ثم قال.');
});

test('formulas that are referred to are numbered', async () => {
  const { bytes } = await build('كما في :ref[ب].\n\n$$x$$ {#أ}\n\n$$y$$\n\n$$z$$ {#ب}', 'txt');
  const text = new TextDecoder().decode(bytes!);
  expect(text).toContain('كما في المعادلة\u00A0٢.');
  expect(text).toMatch(/x\n\n\(١\)\n\n {4}y\n\n {4}z\n\n\(٢\)/);
});

test('an e-book has MathML, and says so', async () => {
  const { bytes } = await build('قال $\\mathbb{R}$.\n\n$$\\frac{1}{2}$$', 'epub');
  const files = unzipSync(bytes!);
  const part = new TextDecoder().decode(files['EPUB/part-0001.xhtml']);
  expect(part).toContain('<mi>ℝ</mi></mrow></math>');
  expect(part).toMatch(/<math[^>]* display="block"[^>]*><mfrac><mn>1<\/mn><mn>2<\/mn><\/mfrac><\/math>/);
  expect(part).not.toContain('data-');
  const packaged = new TextDecoder().decode(files['EPUB/package.opf']);
  expect(packaged).toContain('href="part-0001.xhtml" media-type="application/xhtml+xml" properties="mathml"');
});

test('Word has formulas of its own', async () => {
  const { bytes } = await build('قال $x^2$.\n\n$$\\sum_{i=1}^n \\sqrt{i}$$', 'docx');
  const body = new TextDecoder().decode(unzipSync(bytes!)['word/document.xml']);
  expect(body).toContain('<m:sSup><m:e><m:r>');
  expect(body).toMatch(/<m:nary>.*<m:chr m:val="∑"\/>.*<m:rad>/s);
});

const hasReaders = ['pdftotext', 'pdfinfo'].every((tool) => spawnSync(tool, ['-v']).error === undefined);

describe.skipIf(!hasReaders)('in a PDF', () => {
  const read = async (text: string, tool: string, ...options: string[]) => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, (await build(text)).bytes!);
    return spawnSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' })
      .stdout;
  };

  test('the sentence around a formula stays one line, and the formula is found as it is typed', async () => {
    const text = await read('تحدد النظرية $E=mc^2$ العلاقة بين الكتلة والطاقة.', 'pdftotext');
    const line = text.split('\n').find((one) => one.includes('النظرية'))!;
    expect(line).toContain('E=mc^2');
    expect(line).toContain('العلاقة بين الكتلة والطاقة');
  });

  test('it is said in words, and its element is named by its TeX', async () => {
    const tree = await read('قال $x^2$.', 'pdfinfo', '-struct');
    expect(tree).toMatch(/Formula.*x\^2/);
  });
});
