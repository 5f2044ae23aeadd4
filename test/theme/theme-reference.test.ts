import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeTokens, makeThemeSchema } from '../../src/theme/theme-reference.ts';
import { ROWS, TOKENS } from '../../src/theme/theme-table.ts';
import type { TokenSpec } from '../../src/theme/token.ts';
import { readTheme } from '../style/style-text.ts';

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('what is told of theme tokens', () => {
  test('is what there is: `npm run generate` writes it', () => {
    expect(docs('theme.md')).toBe(describeTokens());
    expect(docs('theme.schema.json')).toBe(makeThemeSchema());
  });

  test.each(['briefing', 'book'])('the schema knows all that the theme of %s says', (name) => {
    expect(strangersTo(JSON.parse(docs('theme.schema.json')), parse(readTheme(name)))).toEqual([]);
  });

  test('the schema refuses a slip of the pen', () => {
    const theme = { text: { sise: '12pt' }, roles: { h1: { wieght: 600 } }, page: { margin: { iner: 1 } } };
    const paths = ['/text/sise', '/roles/h1/wieght', '/page/margin/iner'];
    expect(strangersTo(JSON.parse(docs('theme.schema.json')), theme)).toEqual(paths);
  });
});

test.each(Object.entries<TokenSpec<unknown>>({ ...TOKENS, ...ROWS.roles, ...ROWS.boxes, ...ROWS.masters }))(
  'the default of %s is a value of its kind',
  (_, spec) => {
    const context = { relative: { em: 12, line: 20 }, colors: { ink: '#000000' } };
    expect(spec.read(spec.fallback, context).kind).toBe('value');
  },
);

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly anyOf?: readonly Schema[];
}

/** Paths that no property of a schema allows (JSON Schema 2020-12, 10.3.2): all that themes have need of. */
function strangersTo({ anyOf, ...schema }: Schema, value: unknown, path = ''): readonly string[] {
  const { properties = {}, additionalProperties } = anyOf?.find((one) => one.properties) ?? schema;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const known = properties[name] ?? additionalProperties;
    if (known === false) return [`${path}/${name}`];
    return known === undefined ? [] : strangersTo(known, inside, `${path}/${name}`);
  });
}
