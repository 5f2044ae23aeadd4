import type { Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { lastOf } from '../../src/base/running-head.ts';
import { parseManuscript } from '../../src/parse/parse.ts';
import { openProject } from '../../src/project/project.ts';
import { composeTemplate } from '../../src/template/template.ts';
import { cpuTime } from '../cpu-time.ts';

interface Trial {
  readonly document?: string;
  readonly furniture?: string;
  readonly files?: readonly string[];
}

/** Composes `text` with a template given as strings. */
function compose(text: string, { document = '{{{content}}}', furniture = '', files = ['a.md'] }: Trial) {
  const sink = new Sink();
  const world = openMemoryWorld({
    files: { 'a.md': text },
    assets: {
      'templates/briefing/document.hbs': document,
      'templates/briefing/furniture.hbs': furniture,
      'templates/briefing/theme.yaml': '',
    },
  });
  const request = {
    files,
    text: null,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: 'briefing',
    theme: null,
    pdf: null,
    textFor: null,
    attachments: [],
  } as const;
  const project = openProject(request, world, sink);
  const composed = composeTemplate(parseManuscript(project.sources, sink), project, sink);
  const said = sink.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, origin }) =>
      origin === null ? rule : `${rule} ${origin.file}:${origin.line}:${origin.column}`,
    );
  return { ...composed, said };
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function typesOf(root: Root): string[] {
  return root.children.map((node) => (node.type === 'containerDirective' ? node.name : node.type));
}

function findAll(node: Nodes, type: string): Nodes[] {
  const below = 'children' in node ? node.children.flatMap((child) => findAll(child, type)) : [];
  return node.type === type ? [node, ...below] : below;
}

const titled = '---\ntitle: عنوان\n---\n';

describe('slots', () => {
  const text = `${titled}\n:::summary\nخلاصة.\n:::\n\n## أول\n\nنص *مائل*.\n\n:::sources\nمصدر.\n:::\n`;

  test('the text is grafted as nodes with its own origins', () => {
    const { body, said } = compose(text, { document: ':::cover\nغلاف\n:::\n\n{{{content}}}\n' });
    expect(said).toEqual([]);
    expect(typesOf(body)).toEqual(['cover', 'summary', 'heading', 'paragraph', 'sources']);
    expect(body.children[2]?.data?.origin).toEqual({ file: 'a.md', line: 9, column: 1 });
    expect(body.children[0]?.data?.origin).toEqual({
      file: 'templates/briefing/document.hbs',
      line: 1,
      column: 1,
    });
    expect(findAll(body, 'emphasis')).toHaveLength(1);
  });

  test('a section stands where the template puts it, above or below the text it is taken from', () => {
    const document =
      '{{{section "sources"}}}\n\n{{{content}}}\n\n{{{section "summary"}}}\n\n{{{section "glossary"}}}\n';
    expect(typesOf(compose(text, { document }).body)).toEqual(['sources', 'heading', 'paragraph', 'summary']);
  });

  test('has asks without taking; a block asks whether there is any', () => {
    const document =
      '{{#if (has "summary")}}\nفيه خلاصة\n{{/if}}\n{{#if (has "facts")}}\nفيه أرقام\n{{else}}\nبلا أرقام\n{{/if}}\n\n{{{content}}}\n';
    const { body } = compose(text, { document });
    expect(typesOf(body)).toEqual(['paragraph', 'summary', 'heading', 'paragraph', 'sources']);
    expect(textOf(body.children[0] as Nodes)).toBe('فيه خلاصة\nبلا أرقام');
  });

  test('a slot inside a container is filled there', () => {
    const { body } = compose(text, { document: ':::panel\n{{{section "summary"}}}\n:::\n' });
    const panel = body.children[0];
    expect(panel?.type === 'containerDirective' && panel.children.map((node) => node.type)).toEqual([
      'containerDirective',
    ]);
  });

  test('a slot inside a line is refused', () => {
    const { said } = compose(text, { document: 'قبل {{{content}}} بعد\n' });
    expect(said).toEqual(['template-slot templates/briefing/document.hbs:1:5']);
  });
});

describe('values', () => {
  test('known keys, own keys and nested ones', () => {
    const text = '---\ntitle: عنوان\nطبعة: الثانية\nnested: {deep: [أول, {x: عميق}]}\n---\n';
    const document =
      '# {{title}}\n\n**{{طبعة}}** {{nested.deep.[0]}} {{nested.deep.[1].x}} {{@root.title}}\n';
    const { body, said } = compose(text, { document });
    expect(said).toEqual([]);
    expect(body.children.map(textOf)).toEqual(['عنوان', 'الثانية أول عميق عنوان']);
    expect(findAll(body, 'strong').map(textOf)).toEqual(['الثانية']);
  });

  test('each, with, unless, else if, loop names and outer names', () => {
    const text = '---\ntitle: ك\nkeywords: [أ, ب, ج]\nmap: {س: 1, ص: 2}\n---\n';
    const document = [
      '{{#each keywords}}{{@index}}{{this}}{{#unless @last}}/{{/unless}}{{/each}}',
      '{{#each keywords as |word n|}}{{n}}{{word}}{{../title}}{{/each}}',
      '{{#each map}}{{@key}}={{this}};{{/each}}',
      '{{#with map}}{{س}}{{/with}}',
      '{{#if none}}أ{{else if title}}ب{{else}}ج{{/if}}',
      '{{#each none}}x{{else}}فارغ{{/each}}',
    ].join('\n\n');
    const { body, said } = compose(text, { document });
    expect(said).toEqual([]);
    expect(body.children.map(textOf)).toEqual(['0أ/1ب/2ج', '0أك1بك2جك', 'س=1;ص=2;', '1', 'ب', 'فارغ']);
  });

  test('an absent value is a warning at its place, with a guess; inside if it is none', () => {
    const document = 'س\n\n{{طبعة}} {{titel}}\n\n{{#if none}}x{{/if}}{{subtitle}}\n';
    const { said } = compose(titled, { document });
    expect(said).toEqual([
      'template-value-missing templates/briefing/document.hbs:3:3',
      'template-value-misspelt templates/briefing/document.hbs:3:12',
    ]);
  });

  const hostile = [
    '**غليظ** و*مائل* و`رمز`',
    '[رابط](https://evil.example)',
    '<https://evil.example> https://evil.example www.evil.example a@evil.example',
    '![صورة](/etc/passwd)',
    '# عنوان',
    '- قائمة',
    '> اقتباس',
    '1. بند',
    '| أ | ب |\n|---|---|\n| ١ | ٢ |',
    '```\nرمز\n```',
    ':::cover\nغلاف\n:::',
    '::pagebreak',
    ':span[x]{lang=en}',
    '[^1]\n\n[^1]: حاشية',
    '<script>alert(1)</script>',
    '{{title}} {{{content}}} {{#if x}}',
    '\uFDD00\uFDD1 \uFDD01\uFDD1',
    '&amp; &#35; &lt;',
    '\\* \\[',
    '---\ntitle: x\n---',
    'سطر  \nسطر',
    '\u202Eمقلوب\u202C',
    '[x]: javascript:alert(1)\n\n[x]',
    '$& $1 $` %s {0}',
    '__proto__',
  ];

  test.each(hostile)('%j comes through as itself, and as text', (value) => {
    const text = `---\ntitle: ${JSON.stringify(value)}\nsubject: ${JSON.stringify(`أ${value}`)}\nkeywords: [${JSON.stringify(value)}]\n---\n`;
    const document = '{{subject}}\n\n- {{{subject}}}\n\n> {{#each keywords}}{{this}}{{/each}}\n';
    const { body } = compose(text, { document });
    const expected = `أ${value}`.replace(/\s+/g, ' ').trim();
    expect(typesOf(body)).toEqual(['paragraph', 'list', 'blockquote']);
    expect(textOf(body.children[0] as Nodes)).toBe(expected);
    expect(textOf(body.children[1] as Nodes)).toBe(expected);
    expect(textOf(body.children[2] as Nodes)).toBe(value);
    for (const type of [
      'link',
      'image',
      'strong',
      'emphasis',
      'inlineCode',
      'code',
      'html',
      'table',
      'heading',
      'footnoteReference',
    ]) {
      expect(findAll(body, type)).toEqual([]);
    }
  });

  test('a value in an attribute, in code or in an address is a string there', () => {
    const text = '---\ntitle: ع\nissue: "7\\"] [x](y)"\n---\n';
    const document = ':::cover{kind="{{issue}}"}\n`{{issue}}` [عدد](https://example.org/{{issue}})\n:::\n';
    const { body } = compose(text, { document });
    const [cover] = findAll(body, 'containerDirective');
    expect(cover?.type === 'containerDirective' && cover.attributes?.['kind']).toBe('7"] [x](y)');
    expect(findAll(body, 'inlineCode').map(textOf)).toEqual(['7"] [x](y)']);
    expect(findAll(body, 'link')).toHaveLength(1);
  });

  test('a value alone cannot make the address of a link', () => {
    const text = '---\ntitle: ع\nurl: "javascript:alert(1)"\n---\n';
    expect(findAll(compose(text, { document: '[اضغط]({{url}})\n' }).body, 'link')).toEqual([]);
  });
});

describe('hostile templates', () => {
  const payloads = [
    '{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{this.push (lookup string.sub "constructor")}}{{/with}}{{/with}}{{/with}}',
    '{{constructor.constructor "return process" }}',
    '{{title.constructor}}',
    '{{this.constructor.name}}',
    '{{title.__proto__}}',
    '{{__proto__.polluted}}',
    '{{#with __proto__}}{{toString}}{{/with}}',
    '{{keywords.constructor}}',
    '{{lookup this "constructor"}}',
    '{{log "x"}}',
    '{{> partial}}',
    '{{> (lookup . "x")}}',
    '{{#> layout}}x{{/layout}}',
    '{{* decorator}}',
    '{{#*inline "x"}}y{{/inline}}',
    '{{helperMissing}}',
    '{{blockHelperMissing this}}',
    '{{#title}}x{{/title}}',
    '{{@root.constructor}}',
    '{{__defineGetter__ "x"}}',
    '{{title.toString}}',
    '{{keywords.map}}',
    '{{keywords.length.constructor}}',
    '{{#each (constructor "a")}}x{{/each}}',
    '{{eq title constructor=1}}',
    '{{#if (eq "a" (log "b"))}}x{{/if}}',
  ];

  test.each(payloads)('%s runs nothing and shows no function', (document) => {
    const { body, said } = compose('---\ntitle: عنوان\nkeywords: [أ]\n---\n', { document });
    expect(textOf(body)).not.toMatch(/function|native code|\[object|process/);
    expect(said.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('an object posing as a template is refused', () => {
    const ast = { type: 'Program', body: [], length: 3 } as unknown as string;
    const sink = new Sink();
    const world = openMemoryWorld({
      files: { 'a.md': titled },
      assets: {
        'templates/briefing/document.hbs': 'x',
        'templates/briefing/furniture.hbs': '',
        'templates/briefing/theme.yaml': '',
      },
    });
    const request = {
      files: ['a.md'],
      text: null,
      format: 'pdf',
      profile: 'screen',
      envelope: null,
      template: null,
      theme: null,
      pdf: null,
      textFor: null,
      attachments: [],
    } as const;
    const project = openProject(request, world, sink);
    const posing = { ...project, template: { ...project.template, document: { path: 'x.hbs', text: ast } } };
    composeTemplate(parseManuscript(project.sources, sink), posing, sink);
    expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['template-limit']);
  });

  test('mistakes are told with their line', () => {
    const at = (document: string) => compose(titled, { document }).said;
    expect(at('أ\n\n{{#if title}}\nب\n')[0]).toMatch(
      /^template-broken templates\/briefing\/document\.hbs:[345]:1$/,
    );
    expect(at('{{#if title}}x{{/each}}')).toEqual(['template-broken templates/briefing/document.hbs:1:4']);
    expect(at('أ\n{{dgits title}}')).toEqual(['template-helper templates/briefing/document.hbs:2:3']);
    expect(at('{{#if}}x{{/if}}')).toEqual(['template-block-value templates/briefing/document.hbs:1:1']);
    expect(at('{{digits a b c}}')).toEqual(['template-arguments templates/briefing/document.hbs:1:3']);
    expect(at('{{date title}}')).toEqual(['template-date templates/briefing/document.hbs:1:3']);
    expect(at('\uFDD00\uFDD1')).toEqual(['template-character templates/briefing/document.hbs:1:1']);
  });

  test('loops inside loops stop', async () => {
    const text = `---\ntitle: ع\nkeywords: [${Array(100).fill('x').join(', ')}]\n---\n`;
    const loops = 4;
    const document = `${'{{#each @root.keywords}}'.repeat(loops)}{{this}}${'{{/each}}'.repeat(loops)}`;
    const ms = await cpuTime(() => {
      const { said } = compose(text, { document });
      expect(said.filter((line) => line.startsWith('template-limit'))).toHaveLength(1);
    }, 2);
    expect(ms).toBeLessThan(1500);
    const deep = `${'{{#if title}}'.repeat(2000)}x${'{{/if}}'.repeat(2000)}`;
    expect(compose(titled, { document: deep }).said[0]).toMatch(/^template-limit/);
  });
});

describe('places', () => {
  test('nodes of the template know their line, below blocks, comments and placed text too', () => {
    const document = [
      '{{!-- غلاف',
      'في سطرين --}}',
      '# {{title}}',
      '',
      '{{#if subtitle}}',
      'فرعي',
      '{{else}}',
      'بلا فرعي',
      '{{/if}}',
      '',
      '{{{content}}}',
      '',
      'خاتمة {{title}}',
    ].join('\n');
    const { body } = compose(`${titled}\nنص.`, { document });
    expect(body.children.map((node) => node.data?.origin?.line)).toEqual([3, 8, 5, 13]);
    expect(body.children.map(textOf)).toEqual(['عنوان', 'بلا فرعي', 'نص.', 'خاتمة عنوان']);
  });

  test('mistakes in the template’s Markdown are told at the template’s line', () => {
    const { said } = compose(titled, { document: '{{#if title}}\n\n[رابط](javascript:x)\n{{/if}}\n' });
    expect(said).toEqual(['link-scheme templates/briefing/document.hbs:3:1']);
  });
});

describe('running heads', () => {
  test('page facts become fields', () => {
    const furniture = ':::footer\n{{running "section"}} — {{page}} / {{pages}}\n:::\n';
    const { furniture: root, said } = compose(titled, { furniture });
    expect(said).toEqual([]);
    expect(findAll(root, 'field').map((node) => node.type === 'field' && [node.field, node.name])).toEqual([
      ['running', 'section'],
      ['page', undefined],
      ['pages', undefined],
    ]);
  });

  test('name the first heading of a page, or the last', () => {
    const furniture = ':::header\n{{running "section"}} – {{running "section" of="last"}}\n:::\n';
    const { furniture: root, said } = compose(titled, { furniture });
    expect(said).toEqual([]);
    expect(findAll(root, 'field').map((node) => node.type === 'field' && node.name)).toEqual([
      'section',
      lastOf('section'),
    ]);
  });
});

describe('the title', () => {
  test('is the first heading where none is set, and is then not printed twice', () => {
    const { settings, body, said } = compose('# دليل *ورّاق*\n\nنص.', {
      document: '# {{title}}\n\n{{{content}}}',
    });
    expect(said).toEqual([]);
    expect(settings.title).toBe('دليل ورّاق');
    expect(body.children.map(textOf)).toEqual(['دليل ورّاق', 'نص.']);
  });

  test('stays where it is when the front matter has one', () => {
    expect(compose(`${titled}\n# فصل`, {}).body.children.map(textOf)).toEqual(['فصل']);
  });

  test('is asked for where there is none at all', () => {
    const { settings, said } = compose('نص.', {});
    expect(said).toEqual(['document-untitled a.md:1:1']);
    expect(settings.title).toBe('a');
  });
});
