import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { messages } from '../../src/base/messages/index.ts';
import { files, importsOf, parseText, sourceOf, stageOf, treeOf } from './source-files.ts';

/** What every stage may take from: no stage itself. */
const GROUND = ['base', 'font', 'raster', 'vector', 'math', 'highlight', 'charts'];

/** The stages in the order of travel, as compile.ts runs them. */
const ROAD = [
  'project',
  'theme',
  'parse',
  'proof',
  'cite',
  'template',
  'resolve',
  'style',
  'text',
  'page',
  'impose',
  'pdf',
  'epub',
  'docx',
  'plain',
  'mail',
];

/** What `pdf` is made with, in the order in which each may take from those before it. */
const PARTS_OF_PDF = ['fontfile', 'textlayer', 'tags'];

/** Beside the road: the command line, which takes it. */
const BESIDE = ['cli'];

const ORDER = [...GROUND, ...ROAD].flatMap((stage) => (stage === 'pdf' ? [...PARTS_OF_PDF, stage] : [stage]));

/** The stage on the road that a folder is a part of. */
const wholeOf = (stage: string) => (PARTS_OF_PDF.includes(stage) ? 'pdf' : stage);

/** Imports against the order of travel, to be undone; none is added. SUMMARY.md of mdBook is a list in Markdown. */
const AGAINST = [
  'project/read-summary.ts imports parse/grammar.ts',
  'project/read-summary.ts imports parse/syntax/heading-ids.ts',
];

/**
 * Modules of another stage of which a stage takes more than types. Nearly all are functions that read its nouns; one
 * does its work: parse/parse.ts reads the Markdown that a template adds. What is no longer taken goes from the list.
 */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  cite: ['parse/node-origin.ts'],
  docx: [
    'resolve/code-stretches.ts',
    'resolve/find-direction.ts',
    'resolve/find-targets.ts',
    'resolve/picture-of-drawing.ts',
    'resolve/picture-size.ts',
    'resolve/place-title.ts',
    'resolve/placed-text.ts',
    'resolve/scale-drawing.ts',
    'resolve/svg-file.ts',
    'resolve/walk.ts',
    'text/bidi.ts',
    'text/collect.ts',
    'text/uax9.ts',
    'theme/rows.ts',
    'theme/theme-values.ts',
  ],
  epub: [
    'page/glyph-outlines.ts',
    'page/walk.ts',
    'project/book-words.ts',
    'project/people.ts',
    'resolve/code-stretches.ts',
    'resolve/find-direction.ts',
    'resolve/find-targets.ts',
    'resolve/picture-of-drawing.ts',
    'resolve/picture-size.ts',
    'resolve/place-title.ts',
    'resolve/placed-text.ts',
    'resolve/scale-drawing.ts',
    'resolve/svg-file.ts',
    'resolve/walk.ts',
    'style/column-count.ts',
    'style/drawings.ts',
    'template/evaluate.ts',
    'template/parse-template.ts',
    'template/template-value.ts',
    'template/token.ts',
    'text/bidi.ts',
    'text/collect.ts',
    'text/line-pieces.ts',
    'theme/rows.ts',
  ],
  impose: ['page/glyph-outlines.ts', 'page/walk.ts', 'text/line-pieces.ts'],
  mail: ['plain/plain-text.ts', 'project/format.ts', 'text/bidi.ts'],
  page: [
    'resolve/picture-size.ts',
    'style/column-count.ts',
    'text/collect.ts',
    'text/line-end-hyphen.ts',
    'text/line-pieces.ts',
    'text/measure.ts',
    'text/scale-text.ts',
  ],
  pdf: ['page/walk.ts', 'resolve/scale-drawing.ts', 'text/line-pieces.ts', 'text/unicode/bidi-class.ts'],
  plain: ['parse/syntax/scripts.ts'],
  project: ['parse/grammar.ts', 'parse/syntax/heading-ids.ts'],
  resolve: [
    'parse/node-origin.ts',
    'parse/slice-text.ts',
    'parse/syntax/scripts.ts',
    'theme/rows.ts',
    'theme/style-values.ts',
  ],
  style: [
    'resolve/code-stretches.ts',
    'resolve/find-direction.ts',
    'resolve/picture-size.ts',
    'resolve/placed-text.ts',
    'theme/rows.ts',
    'theme/theme-values.ts',
  ],
  template: ['parse/node-origin.ts', 'parse/parse.ts', 'project/book-words.ts', 'project/read-date.ts'],
  text: ['style/map-content.ts'],
  theme: ['project/report-fault.ts'],
};

/** Where things have an x: pages as laid, what draws them, the outlines of glyphs, drawings and formulas. */
const PHYSICAL_STAGES = new Set([
  'vector',
  'math',
  'charts',
  'page',
  'impose',
  ...PARTS_OF_PDF,
  'pdf',
  'font',
  'cli',
]);

/** Modules before those that speak of sides nonetheless, each with its reason. */
const PHYSICAL_FILES = [
  // what Word calls start and end, and the side a book is bound at
  'docx/sections.ts',
  'docx/sides.ts',
  // CSS of a drawing: sides of a box, from start and end
  'epub/theme-css.ts',
  // the same of a list in a letter: few mail programs know start and end
  'mail/letter-html.ts',
  // `align` of HTML, as authors have written it
  'parse/html/scope.ts',
  'parse/html/table.ts',
  'parse/manuscript.ts',
  // the same, turned into start and end
  'resolve/placed-text.ts',
  'resolve/rules/table.ts',
  // at which side a book is bound and its chapters open: of paper
  'style/style.ts',
  'style/styled.ts',
  // L2 of UAX#9: places in a line, from the left
  'text/line-pieces.ts',
  // the edge at which a figure stands beside the lines
  'text/measure.ts',
  'text/set-line.ts',
  // of paper again
  'theme/theme-table.ts',
  'theme/theme.ts',
];

/** Identifiers with a word for a side in them, and texts that are one. The direction of writing is not a side. */
function namesOfSides(tree: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const isSide = (name: string) =>
    /^#?(?:left|right)s?(?![a-z])|[a-z](?:Left|Right)s?(?![a-z])/.test(
      // `rights` are those of an author
      name.replace(/(?:right|left)To(?:Left|Right)|LeftOut|^rights$/gi, ''),
    );
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && isSide(node.text)) found.push(node.text);
    else if (ts.isStringLiteral(node) && /^(?:left|right)$/.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const runTimeImports = (file: string) =>
  importsOf(file)
    .filter(({ isOwn, values }) => isOwn && values.length > 0)
    .map(({ target }) => target);

/** Sets of modules that all come from each other (Tarjan's strongly connected components). */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const visit = (module: string): void => {
    order.set(module, order.size);
    lowest.set(module, order.get(module)!);
    path.push(module);
    for (const other of graph.get(module) ?? []) {
      if (!order.has(other)) visit(other);
      if (path.includes(other)) lowest.set(module, Math.min(lowest.get(module)!, lowest.get(other)!));
    }
    if (lowest.get(module) !== order.get(module)) return;
    const circle = path.splice(path.indexOf(module));
    if (circle.length > 1 || graph.get(module)?.includes(module)) circles.push(circle.sort());
  };
  for (const module of graph.keys()) if (!order.has(module)) visit(module);
  return circles;
}

describe('the road', () => {
  test('each folder is a stage, or stands beside the road by name', () => {
    const folders = new Set(files.map(stageOf).filter((stage) => stage !== null));
    expect([...folders].sort()).toEqual([...ORDER, ...BESIDE].sort());
  });

  test('its order is that in which compile.ts runs the stages', () => {
    const folderOf = new Map(
      importsOf('compile.ts').flatMap(({ target, values }) => values.map((verb) => [verb, stageOf(target)])),
    );
    for (const [, verb, path] of sourceOf('compile.ts').matchAll(/\{ (\w+) \} = await import\('\.\/(\w+)\//g))
      folderOf.set(verb!, path!);
    const runs = sourceOf('compile.ts').matchAll(/stage\('(\w+)', \(\) => (\w+)\(/g);
    const run = Array.from(runs, ([, , verb]) => folderOf.get(verb!));
    expect([...new Set(run)]).toEqual(ROAD);
  });

  test('imports point against the order of travel nowhere but where it is known', () => {
    const against = files.flatMap((file) => {
      const from = ORDER.indexOf(stageOf(file) ?? '');
      if (from === -1) return [];
      return importsOf(file)
        .filter(
          ({ target, isOwn }) => isOwn && !(ORDER.indexOf(stageOf(target) ?? '') <= from && stageOf(target)),
        )
        .map(({ target }) => `${file} imports ${target}`);
    });
    expect([...new Set(against)]).toEqual(AGAINST);
  });

  test('a stage takes types from others, and values only of the modules listed', () => {
    const taken = new Map<string, Set<string>>();
    for (const file of files) {
      const stage = wholeOf(stageOf(file) ?? '');
      if (!ROAD.includes(stage)) continue;
      for (const { target, isOwn, values } of importsOf(file)) {
        const other = wholeOf(stageOf(target) ?? '');
        if (!isOwn || values.length === 0 || other === stage || GROUND.includes(other)) continue;
        taken.set(stage, (taken.get(stage) ?? new Set()).add(target));
      }
    }
    const lists = Array.from(taken, ([stage, targets]) => [stage, [...targets].sort()]);
    expect(Object.fromEntries(lists)).toEqual(TAKEN);
  });

  test('what a stage does is asked for by compile.ts alone', () => {
    const verbs = importsOf('compile.ts').filter(
      ({ target, values }) => stageOf(target) !== 'base' && values.length > 0,
    );
    expect(verbs.length).toBeGreaterThan(12);
    const asked = files.flatMap((file) =>
      verbs.flatMap(({ target, values }) =>
        file === 'compile.ts' || stageOf(file) === stageOf(target)
          ? []
          : importsOf(file)
              .filter((other) => other.target === target)
              .flatMap((other) =>
                other.values.filter((name) => values.includes('*') || values.includes(name)),
              )
              .map((name) => `${file} imports ${name} of ${target}`),
      ),
    );
    expect(asked).toEqual([]);
  });

  test('no import goes round in a circle at run time', () => {
    expect(findCircles(new Map(files.map((file) => [file, runTimeImports(file)])))).toEqual([]);
  });

  test('a circle would be found', () => {
    const circle = new Map([
      ['a', ['b', 'd']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', []],
    ]);
    expect(findCircles(circle)).toEqual([['a', 'b', 'c']]);
  });

  test('only cli/ and the node world reach the process, the disk and the clock', () => {
    const outside =
      /from 'node:(?:fs|child_process|http|https|net|os|process)|\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\./;
    const world = ['base/node-world.ts', 'base/write-whole.ts', 'base/disk.ts'];
    const reaching = files
      .filter((file) => stageOf(file) !== 'cli' && file !== 'cli.ts' && !world.includes(file))
      .filter((file) => outside.test(sourceOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(reaching).toEqual([]);
  });

  test('before pages are laid, start and end are said: left and right only of what is so on paper', () => {
    const speaking = files
      .filter((file) => !PHYSICAL_STAGES.has(stageOf(file) ?? ''))
      .filter((file) => namesOfSides(treeOf(file)).length > 0);
    expect(speaking).toEqual(PHYSICAL_FILES);
  });

  test('names of sides would be found', () => {
    const text =
      "const marginLeft = 1; let left = 2; this.#right = 'left'; isLeftOut(); isRightToLeft(); leftover();";
    expect(namesOfSides(parseText(text))).toEqual(['marginLeft', 'left', '#right', 'left']);
  });

  test('no file is longer than 400 lines', () => {
    const long = files.filter(
      (file) => !file.endsWith('-data.ts') && sourceOf(file).split('\n').length > 401,
    );
    expect(long).toEqual([]);
  });
});

describe('diagnostics', () => {
  const everything = files
    .filter((file) => !file.startsWith('base/messages/'))
    .map(sourceOf)
    .join('\n');
  const rules = Object.entries(messages);

  test('none is worded for nobody: each rule is reported somewhere', () => {
    // Rules of one family are put together from a prefix: `setting-not-${kind}`.
    const reported = (rule: string) =>
      everything.includes(`'${rule}'`) ||
      everything.includes(`\`${rule.slice(0, rule.lastIndexOf('-') + 1)}\${`);
    expect(rules.map(([rule]) => rule).filter((rule) => !reported(rule))).toEqual([]);
  });

  test.each(rules)('%s says the same in both languages', (_, { message, hint }) => {
    const values = (text: string) =>
      new Set(
        (text.replace(/\{\{.*?\}\}/g, '').match(/\{\w+\}/g) ?? []).map((name) =>
          name.replace(/(?:Ar|En)\}$/, '}'),
        ),
      );
    for (const { ar, en } of [message, hint]) {
      expect(values(ar)).toEqual(values(en));
      expect(ar).toMatch(/[\u0620-\u064A]|\{/);
      expect(en.slice(-1)).not.toBe('.');
    }
  });
});
