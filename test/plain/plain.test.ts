import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import type { World } from '../../src/base/world.ts';
import { compile as travel } from '../../src/compile.ts';
import { compile } from '../../src/library.ts';
import { makeRequest } from '../../src/project/request.ts';
import type { Request } from '../../src/request.ts';
import { readWithMailparser } from '../mail/readers.ts';

const CONTENT = join(import.meta.dirname, '../../content');

async function textOf(request: Request, folder = import.meta.dirname): Promise<string> {
  const result = await compile({ format: 'txt', ...request }, openNodeWorld(folder));
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return new TextDecoder('utf-8', { fatal: true }).decode(result.bytes!);
}

const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** A chart names its columns in its caption: the heads of its table are not shown in any output. */
const CHART_HEADS = /(:::chart.*\n)\|.*\n/g;

/** What is numbered in the dossier, as a text without pages calls it. */
const CALLED: Readonly<Record<string, string>> = {
  انتظار: 'شكل ١',
  أعداد: 'شكل ٢',
  حضور: 'جدول ١',
  مقعدان: 'جدول ٢',
  كلمات: 'جدول ٣',
  جسر: 'الفصل السادس',
};

/** What the note of a citation says: of the dossier's one source in full where it is first cited, later in short. */
const citation = (chapter: string) =>
  `الحياة، «[كازاخستان بين رئاستين]»، ${chapter.includes('preface') ? 'الحياة (٢٠١١)' : 'مصدر سابق'}`;

/** The words of a Markdown source as a person would read them off: the text, then its notes as they are called. */
function wordsOfSource(file: string): readonly string[] {
  const source = readFileSync(join(CONTENT, file), 'utf8')
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(CHART_HEADS, '$1');
  const from = source.indexOf('# ');
  const notes = new Map(
    Array.from(source.matchAll(/^\[\^([^\]]+)\]: (.*)$/gm), ([, name, text]) => [name!, text!]),
  );
  const body = source.slice(from).replace(/^\[\^[^\]]+\]: .*$/gm, '');
  const called = new Set(Array.from(body.matchAll(/\[(?:\^([^\]]+)|@\w+)\]/g), ([, name]) => name));
  const texts = [body, ...Array.from(called, (name) => (name ? notes.get(name)! : citation(file)))];
  return texts.flatMap((text) =>
    words(
      text
        .replace(/\[(?:\^[^\]]+|@\w+)\]/g, '')
        .replace(/:ref\[([^\]]*)\](?:\{[^}]*\})?/g, (_, id: string) => CALLED[id] ?? id)
        .replace(
          /^:::\w+(\[.*\])\{#(\S+?)(?=[ }])/gm,
          (_, label, id: string) => `${CALLED[id] ?? id} ${label}{`,
        )
        .replace(/\{ ?unit="(.*)"\}/g, ' $1 ')
        .replace(/(?<!:):\w+\[([^\]]*)\]/g, '$1')
        .replace(/\*\*?|^:::\w*|\{[^}]*\}/gm, (mark) => (mark.startsWith('*') ? '' : ' '))
        .replace(/^\s*(?:[\d٠-٩]+\.|-) (?:\[[ x]\])?/gm, ''),
    ),
  );
}

/** Without what text has instead of marks: the numbers of items and of notes. */
const readBack = (text: string) =>
  words(text.replace(/^ *[\d٠-٩]+\. /gm, '').replace(/\[[٠-٩]+\]/g, '')).join(' ');

describe('a text', () => {
  test('has every word of the briefing once and in order, its notes at the end', async () => {
    const text = await textOf({ files: ['briefing.md'] }, CONTENT);
    const source = wordsOfSource('briefing.md').join(' ');
    const notes = source.indexOf('أُبقي على اسم');
    const [before, ...others] = readBack(text).split(source.slice(0, notes));
    expect(before).toContain('كازاخستان بين رئاستين');
    // between text and notes stands what the template says at the end
    expect(others.map((after) => after.split(source.slice(notes)).length)).toEqual([2]);
  });

  test.each(['00-preface', '02-summits', '04-second-chair', '06-bridge'])(
    'has every word of the chapter %s once and in order, its notes where it ends',
    async (chapter) => {
      const read = readBack(await textOf({ files: ['dossier/book.yaml'] }, CONTENT));
      expect(read.split(wordsOfSource(`dossier/${chapter}.md`).join(' '))).toHaveLength(2);
    },
  );

  test('keeps vowels and numbers as they are written', async () => {
    const lines = [
      'قُلْتُ لَهُ: «ٱلْعِلْمُ نُورٌ»، فَٱبْتَسَمَ.',
      'هاتف ‎+966 11 234 5678 في 2026-03-05، و٣٫٥٪ من ١٬٢٣٤.',
      'می‌خواهم کتاب‌ها را بخوانم.',
    ];
    const text = await textOf({ text: `---\ndigits: source\n---\n\n# ع\n\n${lines.join('\n\n')}\n\nتم.\n` });
    for (const line of lines) expect(text).toContain(`\n${line}\n`);
  });

  test('says by signs what print says by looks', async () => {
    const text = await textOf({ text: SOURCE });
    expect(text).toContain('\nباب أول\n=======\n');
    expect(text).toContain('\nفصل\n---\n');
    expect(text).toContain('٣. ثالث\n٤. رابع\n   • تحته\n');
    expect(text).toContain('☑ تمّ\n☐ بقي\n');
    expect(text).toContain('البند\tالثمن\nقلم أسود\t٣٫٥\n\t١٢\n');
    expect(text).toContain('> خير جليس\n>\n> المتنبي\n');
    expect(text).toContain('    npm ci\n      npm test\n');
    expect(text).toContain('الصادرات (ألف)\n\n١٩٩٦\t٤٢٠\n');
    expect(text).toContain('\n١٩٩٦\tافتتاح القاعة\n');
    expect(text).toContain('\nليلى\n\nمديرة\nالرباط\n');
    expect(text).toContain('\nألا كل شيء … ما خلا الله باطل\n');
    expect(text).toContain('موقع (https://example.org/a "شرح") وبريد a@example.org وx^ن و~~قديم~~');
    expect(text).toContain('[١] الأولى، على سطرين من النص.\n');
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/ \n|\n{3}/);
  });

  test('of a book says its title once, and counts notes where their chapter ends', async () => {
    const book = 'عنوان: كتاب\nلغة: ar\n';
    const chapter = (name: string) => `# ${name}\n\nنص ${name}[^١].\n\n[^١]: حاشية ${name}.\n`;
    const files = { 'book.yaml': `${book}template: book\nchapters: [a.md, b.md]\n` };
    const node = openNodeWorld(import.meta.dirname);
    const world: World = {
      ...openMemoryWorld({ files: { ...files, 'a.md': chapter('ألف'), 'b.md': chapter('باء') } }),
      readAsset: node.readAsset.bind(node),
      listAssets: node.listAssets.bind(node),
    };
    const result = await compile({ files: ['book.yaml'], format: 'txt' }, world);
    expect(result.diagnostics).toEqual([]);
    const text = new TextDecoder().decode(result.bytes!);
    expect(text.match(/^كتاب$/gm)).toHaveLength(1);
    expect(text).toContain(
      'نص ألف[١].\n\n--------------------\n[١] حاشية ألف.\n\n٢ باء\n=====\n\nنص باء[١].\n',
    );
  });

  test('pays for no fonts, lines and pages, and has none', async () => {
    const stages: string[] = [];
    const world = openNodeWorld(import.meta.dirname);
    const result = await compile({ text: 'نصّ', format: 'txt' }, world, {
      onStage: (name) => stages.push(name),
    });
    expect(result).toMatchObject({ ok: true, pages: null });
    expect(stages).toEqual(['project', 'theme', 'parse', 'proof', 'template', 'fetch', 'resolve', 'plain']);
  });

  test('has no dump of its pages, which is said', async () => {
    const sink = new Sink();
    const request = makeRequest({ files: ['-'], text: 'نصّ', format: 'txt' });
    const dump = { stage: 'page', print: () => {} } as const;
    await travel(request, openNodeWorld(import.meta.dirname), sink, { dump });
    expect(sink.failed).toBe(true);
    expect(sink.diagnostics.map(({ rule }) => rule)).toContain('usage-dump-format');
  });

  test('goes with a letter as text', async () => {
    const request: Request = { text: '# عنوان\n\nنصّ\n', format: 'txt', envelope: { to: ['a@example.org'] } };
    const result = await compile(request, openNodeWorld(import.meta.dirname));
    const { files } = await readWithMailparser(result.bytes!);
    expect(files).toMatchObject([{ type: 'text/plain', name: 'عنوان.txt' }]);
    expect(Buffer.from(files[0]!.bytes, 'base64').toString()).toContain('نصّ');
  });
});

const SOURCE = `---
title: دليل
digits: arab
---

# باب أول

## فصل

3. ثالث
4. رابع
   - تحته

- [x] تمّ
- [ ] بقي

| البند | الثمن |
|---|---|
| قلم<br>أسود | 3.5 |
| | 12 |

:::quote[المتنبي]
خير جليس
:::

\`\`\`sh
npm ci
  npm test
\`\`\`

:::chart[الصادرات]{unit=ألف}
| السنة | القيمة |
|---|---|
| 1996 | 420 |
:::

:::timeline
- **1996** افتتاح القاعة
:::

:::signature[ليلى]
مديرة
الرباط
:::

:::verse
ألا كل شيء ... ما خلا الله باطل
:::

[موقع](https://example.org/a "شرح") وبريد <a@example.org> وx^ن^ و~~قديم~~[^١].

[^١]: الأولى، على سطرين
    من النص.
`;
