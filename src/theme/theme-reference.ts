import { COLOR_TOKEN, ROWS, TOKENS } from './theme-table.ts';
import type { TokenSpec } from './token.ts';

/** What is told of theme tokens: `npm run generate` writes it to docs/, a test holds it against the table. */

type Specs = Readonly<Record<string, TokenSpec<unknown>>>;

/** docs/theme.md. */
export function describeTokens(): string {
  const tables = Object.entries(ROWS).map(
    ([name, fields]) => `## Rows of \`${name}\`\n\n${describeTable(fields)}`,
  );
  return [
    '# Theme tokens',
    `What a \`theme.yaml\`, and \`theme:\` in front matter, \`book.yaml\` or \`warraq.yaml\`, may say. Lengths are in \`pt\`, \`mm\`,
\`cm\`, \`in\`, \`em\` (the text size; in a row of \`roles\`, its own) and \`line\` (the leading of the text); a bare number is points. A
rule is a width, a colour and, if it is shorter than its edge, a length: \`0.8pt sand 3cm\`, or \`none\`. A colour is a name of
\`colors\`, \`#RRGGBB\` or \`none\`. \`extends: NAME\` starts from another theme.`,
    'A directive that is named for a row of `roles` sets its paragraphs so; one named for a row of `boxes` puts its blocks in\nthat box. What a value that makes no sense is replaced with, and where it stands, is told as a warning.',
    describeTable(TOKENS),
    `\`colors\` has a colour by each name: ${COLOR_TOKEN.words}`,
    ...tables,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function describeTable(specs: Specs): string {
  const rows = Object.entries(specs).map(
    ([name, { type, fallback, words }]) => `| \`${name}\` | ${type} | ${showFallback(fallback)} | ${words} |`,
  );
  return ['| token | value | where nobody says | what it is for |', '|---|---|---|---|', ...rows].join('\n');
}

/** Long lists by their beginning. */
function showFallback(fallback: TokenSpec<unknown>['fallback']): string {
  const [first, second, third, ...more] = [fallback].flat();
  const shown = [first, second, third].filter((one) => one !== undefined).map((one) => `\`${one}\``);
  return `${shown.join(', ')}${more.length > 0 ? ' …' : ''}`;
}

type Schema = Readonly<Record<string, unknown>>;

/** docs/theme.schema.json: JSON Schema 2020-12 of a theme.yaml, for editors. */
export function makeThemeSchema(): string {
  const groups: Record<string, Schema> = {};
  for (const [path, spec] of Object.entries<TokenSpec<unknown>>(TOKENS)) {
    const [group = '', name, side] = path.split('.');
    if (name === undefined) groups[group] = schemaOf(spec);
    else if (side === undefined) groups[group] = withProperty(groups[group], name, schemaOf(spec));
    else groups[group] = withProperty(groups[group], name, withSide(groups[group], name, side, spec));
  }
  const tables = Object.entries(ROWS).map(([table, fields]) => {
    const row = closed(
      Object.fromEntries(
        Object.entries<TokenSpec<unknown>>(fields).map(([name, spec]) => [name, schemaOf(spec)]),
      ),
    );
    return [table, { type: 'object', additionalProperties: row }];
  });
  const colors = {
    type: 'object',
    additionalProperties: { type: 'string', pattern: '^(#[0-9A-Fa-f]{6}|none)$' },
  };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Warraq theme',
    ...closed({ extends: { type: 'string' }, ...groups, colors, ...Object.fromEntries(tables) }),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function schemaOf({ schema, words, fallback }: TokenSpec<unknown>): Schema {
  return { description: words, ...schema, default: fallback };
}

function closed(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, additionalProperties: false };
}

function withProperty(group: Schema | undefined, name: string, schema: Schema): Schema {
  return closed({ ...propertiesOf(group), [name]: schema });
}

/** `page.margin` is one length for all sides, or one for each. */
function withSide(group: Schema | undefined, name: string, side: string, spec: TokenSpec<unknown>): Schema {
  const known = propertiesOf(group)[name];
  const sides = Array.isArray(known?.['anyOf']) ? (known['anyOf'][1] as Schema) : undefined;
  return { anyOf: [spec.schema, withProperty(sides, side, schemaOf(spec))] };
}

function propertiesOf(schema: Schema | undefined): Readonly<Record<string, Schema>> {
  return (schema?.['properties'] ?? {}) as Readonly<Record<string, Schema>>;
}
