import type { Sink } from '../base/diagnostic.ts';
import { suggestName } from '../base/suggest-name.ts';
import { ROWS, TOKENS } from './theme-table.ts';
import type { Tokens } from './theme-tokens.ts';
import type { RowTable, TokenSpec } from './token.ts';

/** Notices slips of the pen: tokens that there are not, and names of rows that no layer has. */

type Fields = Readonly<Record<string, TokenSpec<unknown>>>;

const PATHS = Object.keys(TOKENS);

/** Null for what is no table. */
function fieldsOf(table: string): Fields | null {
  return Object.hasOwn(ROWS, table) ? ROWS[table as RowTable] : null;
}

/** Reports tokens that nothing reads, with the likeliest name meant. */
export function reportUnknownTokens(layer: Tokens, sink: Sink): void {
  for (const [path, token] of layer) {
    const [table = '', row, field, more] = path.split('.');
    const fields = fieldsOf(table);
    if (table === 'colors' && row !== undefined && field === undefined) continue;
    if (fields !== null && row !== undefined && field !== undefined && more === undefined) {
      if (Object.hasOwn(fields, field)) continue;
      const names = Object.keys(fields).map((name) => `${table}.${row}.${name}`);
      sink.report('theme-token', token.origin, { path, ...suggestName(path, names) });
    } else if (!PATHS.includes(path)) {
      sink.report('theme-token', token.origin, { path, ...suggestName(path, PATHS) });
    }
  }
}

/** Reports names of rows that no layer has: what follows them would look as if nothing had been said. */
export function reportUnknownRows(tokens: Tokens, sink: Sink): void {
  for (const [path, { value, origin }] of tokens) {
    const [table = '', row, field = ''] = path.split('.');
    const target = fieldsOf(table)?.[field]?.refers ?? null;
    if (target === null || typeof value !== 'string' || value === 'none') continue;
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
