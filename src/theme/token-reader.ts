import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { Color } from './style-values.ts';
import { COLOR_TOKEN, ROWS, TOKENS } from './theme-table.ts';
import type { ThemeToken, Tokens } from './theme-tokens.ts';
import type { Relative } from './theme-values.ts';
import type { RowTable, TokenContext, TokenSpec, TokenType } from './token.ts';

type Table<T extends RowTable> = (typeof ROWS)[T];

/** Reads tokens as theme-table.ts says; reports what is no value of its kind and falls back to the layer below. */
export class TokenReader {
  readonly #tokens: Tokens;
  readonly #sink: Sink;
  readonly #colors: Readonly<Record<string, Color>>;
  /** What `em` and `line` mean where nothing else is said; before the text has a size they mean its own defaults. */
  relative: Relative = { em: 0, line: 0 };

  constructor(tokens: Tokens, sink: Sink) {
    this.#tokens = tokens;
    this.#sink = sink;
    this.#colors = this.#readColors();
  }

  get colors(): Readonly<Record<string, Color>> {
    return this.#colors;
  }

  originOf(path: string): Origin | null {
    return this.#tokens.get(path)?.origin ?? null;
  }

  get<P extends keyof typeof TOKENS>(path: P, relative = this.relative): TokenType<(typeof TOKENS)[P]> {
    const spec = TOKENS[path] as TokenSpec<TokenType<(typeof TOKENS)[P]>>;
    return this.#read(path, spec, { relative, colors: this.#colors });
  }

  /** A field of a row, its own or that of the row it is `like`. */
  field<T extends RowTable, F extends keyof Table<T> & string>(
    table: T,
    row: string,
    field: F,
    relative = this.relative,
  ): TokenType<Table<T>[F]> {
    const spec = ROWS[table][field] as TokenSpec<TokenType<Table<T>[F]>>;
    const path = this.#fieldPath(table, row, field);
    return this.#read(path, spec, { relative, colors: this.#colors });
  }

  /** The rows of a table, each as `read` has it. */
  rows<T>(table: RowTable, read: (name: string) => T): Readonly<Record<string, T>> {
    const rows: Record<string, T> = Object.create(null);
    for (const path of this.#tokens.keys()) {
      const [first, name] = path.split('.');
      if (first === table && name !== undefined) rows[name] ??= read(name);
    }
    return rows;
  }

  /** Where each family was chosen. */
  familyOrigins(): ReadonlyMap<string, Origin | null> {
    const origins = new Map<string, Origin | null>();
    for (const [path, { value, origin }] of this.#tokens)
      if (path.endsWith('.family') || path.endsWith('.font')) origins.set(String(value).trim(), origin);
    return origins;
  }

  #readColors(): Readonly<Record<string, Color>> {
    const colors: Record<string, Color> = Object.create(null);
    const nothing = { relative: { em: 0, line: 0 }, colors: {} };
    for (const path of this.#tokens.keys()) {
      const name = path.startsWith('colors.') ? path.slice('colors.'.length) : null;
      if (name !== null) colors[name] = this.#read(path, COLOR_TOKEN, nothing) ?? '#000000';
    }
    return colors;
  }

  /** Four steps of `like` are more than any theme takes. */
  #fieldPath(table: RowTable, row: string, field: string): string {
    let name = row;
    for (let step = 0; step < 4 && !this.#tokens.has(`${table}.${name}.${field}`); step++) {
      const like = this.#tokens.get(`${table}.${name}.like`);
      if (like === undefined || like.value === 'none') break;
      name = String(like.value).trim();
    }
    return `${table}.${name}.${field}`;
  }

  #read<T>(path: string, spec: TokenSpec<T>, context: TokenContext): T {
    for (let token = this.#tokens.get(path) ?? null; token !== null; token = token.under) {
      const reading = spec.read(token.value, context);
      if (reading.kind === 'value') return reading.value;
      const value = String(token.value).trim();
      if (reading.kind === 'wrong') this.#reportWrong(path, value, spec.expected(context), token);
      else {
        const { least, most } = reading;
        this.#sink.report('theme-range', token.origin, { path, value, least, most });
      }
    }
    const fallback = spec.read(spec.fallback, context);
    if (fallback.kind === 'value') return fallback.value;
    throw new Error(`the fallback of the theme token ${path} is none: ${String(spec.fallback)}`);
  }

  #reportWrong(path: string, value: string, expected: string, { origin }: ThemeToken): void {
    this.#sink.report('theme-value', origin, { path, value, expected });
  }
}
