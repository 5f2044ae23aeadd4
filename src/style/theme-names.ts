import type { Sink } from '../base/diagnostic.ts';
import { suggestName } from './suggest-name.ts';
import type { Tokens } from './theme-tokens.ts';

/** Every token there is, so that a slip of the pen is noticed. */

/** Those that are no row of a table, by group. */
const GROUPS: Readonly<Record<string, string>> = {
  page: 'size margin.inner margin.outer margin.top margin.bottom opening binding head foot grid',
  text: 'family size leading align kashida indent emphasis strong',
  code: 'family least',
  heading: 'family numbering opens drop ordinal unnumbered',
  lists: 'bullets counters marker gap',
  notes: 'rule before after numbering marker',
  images: 'screen print',
  epub: 'fonts',
  print: 'bleed marks grey ink sheet signature paper',
  table: 'padding top header row bottom',
};

const TOKENS: readonly string[] = [
  'digits',
  ...Object.entries(GROUPS).flatMap(([group, names]) => names.split(' ').map((name) => `${group}.${name}`)),
];

/** Columns of the tables. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  roles: 'like font weight italic size leading color align fit kashida indent before after keep tag'.split(
    ' ',
  ),
  boxes:
    'like background padding rule-start rule-end rule-before rule-after before after keep text label gap columns column-width top height tag'.split(
      ' ',
    ),
  masters: ['folio', 'group', 'next'],
};

/** Reports tokens that nothing reads, with the likeliest name meant. */
export function reportUnknownTokens(layer: Tokens, sink: Sink): void {
  for (const [path, token] of layer) {
    const [table = '', row, field, more] = path.split('.');
    const fields = TABLES[table];
    if (table === 'colors' && row !== undefined && field === undefined) continue;
    if (fields !== undefined && row !== undefined && field !== undefined && more === undefined) {
      if (fields.includes(field)) continue;
      const names = fields.map((name) => `${table}.${row}.${name}`);
      sink.report('theme-token', token.origin, { path, ...suggestName(path, names) });
    } else if (!TOKENS.includes(path)) {
      sink.report('theme-token', token.origin, { path, ...suggestName(path, TOKENS) });
    }
  }
}

/** Columns that name a row, and the table it must stand in. */
const REFERENCES: Readonly<Record<string, string>> = {
  'roles.like': 'roles',
  'boxes.like': 'boxes',
  'boxes.text': 'roles',
  'boxes.label': 'roles',
  'masters.next': 'masters',
};

/** Reports names of rows that no layer has: what follows them would look as if nothing had been said. */
export function reportUnknownRows(tokens: Tokens, sink: Sink): void {
  for (const [path, { value, origin }] of tokens) {
    const [table = '', row, field = ''] = path.split('.');
    const target = REFERENCES[`${table}.${field}`];
    if (target === undefined || typeof value !== 'string') continue;
    const rows = rowsOf(tokens, target);
    const isOwn = field === 'like' && value === row;
    // the entries of a table of contents have a row for each level
    if ((rows.has(value) || rows.has(`${value}1`)) && !isOwn) continue;
    const names = [...rows].filter((name) => !(target === table && name === row));
    sink.report('theme-row', origin, { path, value, table: target, ...suggestName(value, names) });
  }
}

function rowsOf(tokens: Tokens, table: string): ReadonlySet<string> {
  const rows = new Set<string>();
  for (const path of tokens.keys()) {
    const [first, row] = path.split('.');
    if (first === table && row !== undefined) rows.add(row);
  }
  return rows;
}
