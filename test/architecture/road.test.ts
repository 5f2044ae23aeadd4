import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messages } from '../../src/base/messages/index.ts';

const SRC = new URL('../../src/', import.meta.url).pathname;

/** Folders in the order of travel. A file may import from its own folder and from those before it. */
const ROAD = [
  'base',
  'parse',
  'project',
  'proof',
  'template',
  'font',
  'style',
  'text',
  'page',
  'paint',
  'impose',
  'epub',
  'mail',
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const sourceOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

function importsOf(file: string): readonly { readonly target: string; readonly typeOnly: boolean }[] {
  const statements = sourceOf(file).matchAll(/^(?:import|export) (type )?[^;]*?from '(\.[^']+)';/gms);
  return Array.from(statements, ([, type, path]) => ({
    target: relative(SRC, join(SRC, dirname(file), path!)),
    typeOnly: type !== undefined,
  }));
}

const stageOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : null);

describe('the road', () => {
  test('imports point down it: a stage never imports a later one', () => {
    const wrong = files.flatMap((file) => {
      const from = ROAD.indexOf(stageOf(file) ?? '');
      if (from === -1) return [];
      return importsOf(file)
        .filter(({ target }) => ROAD.indexOf(stageOf(target) ?? '') > from)
        .map(({ target }) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test('only cli/ and the node world reach the process, the disk and the clock', () => {
    const outside =
      /from 'node:(?:fs|child_process|http|https|net|os|process)|\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\./;
    const reaching = files
      .filter((file) => stageOf(file) !== 'cli' && file !== 'cli.ts' && file !== 'base/node-world.ts')
      .filter((file) => outside.test(sourceOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')));
    expect(reaching).toEqual([]);
  });

  test('left and right belong to geometry, to pages as laid and to paint', () => {
    const physical = new Set(['page', 'paint', 'impose']);
    const speaking = files
      .filter(
        (file) => file.startsWith('parse/') || file.startsWith('proof/') || file.startsWith('template/'),
      )
      .filter((file) => !physical.has(stageOf(file) ?? '') && /\b(?:left|right)[A-Z(:]/.test(sourceOf(file)));
    expect(speaking).toEqual([]);
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
