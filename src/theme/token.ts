import { MM, type Size } from '../base/geometry.ts';
import type { Color, Edges, Rule } from './style-values.ts';
import type { TokenValue } from './theme-tokens.ts';
import { PAGE_SIDES, type Range, type Relative, readLength, readPageSize } from './theme-values.ts';

/** The kinds of theme tokens: how each is read, what it is where nobody says, and how it is told of. */

/** What a value is read with: what `em` and `line` mean where it stands, and the colours by name. */
export interface TokenContext {
  readonly relative: Relative;
  readonly colors: Readonly<Record<string, Color>>;
}

type TokenReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'out of range'; readonly least: string; readonly most: string };

/** The tables of a theme: each row has a name, by which other tokens refer to it. */
export type RowTable = 'roles' | 'boxes' | 'masters';

export interface TokenSpec<T> {
  /** As the reference calls its values. */
  readonly type: string;
  /** Where nobody says, as a theme would say it. */
  readonly fallback: TokenValue;
  /** What it is for, a line of the reference. */
  readonly words: string;
  /** What is told to who writes something else. */
  readonly expected: (context: TokenContext) => string;
  readonly read: (value: TokenValue, context: TokenContext) => TokenReading<T>;
  /** JSON Schema (2020-12) of its values. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The table that holds the row it names; `null` for what is no name of a row. */
  readonly refers: RowTable | null;
}

export type TokenType<S> = S extends TokenSpec<infer T> ? T : never;

const WRONG = { kind: 'wrong' } as const;
const found = <T>(value: T): TokenReading<T> => ({ kind: 'value', value });
const foundOrWrong = <T>(value: T | null | undefined): TokenReading<T> =>
  value === null || value === undefined ? WRONG : found(value);

const COLOR = /^#[0-9a-f]{6}$/i;
const NONE = 'none';

/** A token of one word or number: `parse` has it without the space around. */
function scalar<T>(
  facts: Omit<TokenSpec<T>, 'read' | 'refers' | 'expected' | 'schema'> & {
    readonly expected: string | ((context: TokenContext) => string);
    readonly schema?: TokenSpec<T>['schema'];
    readonly refers?: RowTable;
  },
  parse: (text: string, context: TokenContext) => TokenReading<T>,
): TokenSpec<T> {
  const { expected } = facts;
  return {
    ...facts,
    expected: typeof expected === 'string' ? () => expected : expected,
    read: (value, context) => (Array.isArray(value) ? WRONG : parse(String(value).trim(), context)),
    schema: facts.schema ?? { type: ['string', 'number'] },
    refers: facts.refers ?? null,
  };
}

function inRange<T>(value: T, number: number, [least, most]: Range): TokenReading<T> {
  if (number >= least && number <= most) return found(value);
  const isPage = most === PAGE_SIDES[1];
  const show = (points: number) => (isPage ? `${Math.round(points / MM)}mm` : String(points));
  return { kind: 'out of range', least: show(least), most: show(most) };
}

const readPoints = (text: string, relative: Relative, range: Range): TokenReading<number> => {
  const points = readLength(text, relative);
  return points === null ? WRONG : inRange(points, points, range);
};

const LENGTH = 'a length such as 12pt, 16mm or 1.2em';

function length(fallback: string | number, range: Range, words: string): TokenSpec<number> {
  return scalar({ type: 'length', fallback, words, expected: LENGTH }, (text, { relative }) =>
    readPoints(text, relative, range),
  );
}

/** A length, or null for `none`. */
function lengthOrNone(range: Range, words: string): TokenSpec<number | null> {
  return scalar<number | null>(
    { type: 'length or `none`', fallback: NONE, words, expected: LENGTH },
    (text, { relative }) => (text === NONE ? found(null) : readPoints(text, relative, range)),
  );
}

function choice<const T extends string>(
  choices: readonly T[],
  fallback: NoInfer<T>,
  words: string,
): TokenSpec<T> {
  const type = choices.map((one) => `\`${one}\``).join(' ');
  const facts = { type, fallback, words, expected: choices.join(' | '), schema: { enum: choices } };
  return scalar(facts, (text) => foundOrWrong(choices.find((one) => one === text.toLowerCase())));
}

/** Words, each one of a few. */
function choices<const T extends string>(
  among: readonly T[],
  fallback: readonly NoInfer<T>[],
  words: string,
): TokenSpec<readonly T[]> {
  const item = { enum: among };
  return {
    type: `list of ${among.map((one) => `\`${one}\``).join(' ')}`,
    fallback,
    words,
    expected: () => among.join(' | '),
    read: (value) => {
      const read = [value].flat().map((written) => among.find((one) => one === String(written)));
      return read.some((one) => one === undefined) ? WRONG : found(read.flatMap((one) => one ?? []));
    },
    schema: { anyOf: [item, { type: 'array', items: item }] },
    refers: null,
  };
}

function list(fallback: readonly string[], words: string): TokenSpec<readonly string[]> {
  return {
    type: 'list of words',
    fallback,
    words,
    expected: () => 'a list of words',
    read: (value) => found([value].flat().map(String)),
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: ['string', 'number'] } }] },
    refers: null,
  };
}

function text(type: string, fallback: string, words: string): TokenSpec<string> {
  return scalar({ type, fallback, words, expected: 'a word', schema: { type: 'string' } }, (written) =>
    written === '' ? WRONG : found(written),
  );
}

function flag(fallback: boolean, words: string): TokenSpec<boolean> {
  const facts = {
    type: '`true` `false`',
    fallback,
    words,
    expected: 'true | false',
    schema: { type: 'boolean' },
  };
  return scalar(facts, (written) =>
    written === 'true' ? found(true) : written === 'false' ? found(false) : WRONG,
  );
}

function number(fallback: number, range: Range, words: string): TokenSpec<number> {
  const [minimum, maximum] = range;
  const schema = { type: 'number', minimum, maximum };
  const type = `number, ${minimum} to ${maximum}`;
  return scalar({ type, fallback, words, expected: 'a number', schema }, (written) => {
    if (!/^\d+(?:\.\d+)?$/.test(written)) return WRONG;
    return inRange(Number(written), Number(written), range);
  });
}

/** A name of `colors`, #RRGGBB, or `none`, which is null. */
function color(fallback: string, words: string): TokenSpec<Color | null> {
  const expected = ({ colors }: TokenContext) => `#RRGGBB, none or one of: ${Object.keys(colors).join(', ')}`;
  const facts = { type: 'colour', fallback, words, expected, schema: { type: 'string' } };
  return scalar<Color | null>(facts, (written, { colors }) =>
    written === NONE
      ? found(null)
      : foundOrWrong(colors[written] ?? (COLOR.test(written) ? written.toUpperCase() : null)),
  );
}

const PAPER = 'A4, A5, Letter or a size such as 17cm x 24cm';

function readPaper(written: string): TokenReading<Size> {
  const size = readPageSize(written);
  if (size === null) return WRONG;
  const [across, down] = [inRange(size, size.width, PAGE_SIDES), inRange(size, size.height, PAGE_SIDES)];
  return across.kind === 'value' ? down : across;
}

/** `A4`, `letter`, or `17cm x 24cm`. */
function paper(fallback: string, words: string): TokenSpec<Size> {
  return scalar({ type: 'paper', fallback, words, expected: PAPER, schema: { type: 'string' } }, readPaper);
}

/** A paper, or null for `full`. */
function paperOrFull(fallback: string, words: string): TokenSpec<Size | null> {
  const facts = { type: 'paper or `full`', fallback, words, expected: PAPER, schema: { type: 'string' } };
  return scalar<Size | null>(facts, (written) => (written === 'full' ? found(null) : readPaper(written)));
}

/** One length for all edges, two for block and inline edges, or four: before, end, after, start. */
function edges(fallback: string, words: string): TokenSpec<Edges> {
  const facts = { type: '1, 2 or 4 lengths', fallback, words, expected: 'one, two or four lengths' };
  return scalar(facts, (written, { relative }) => {
    const lengths = written.split(/\s+/).map((part) => readLength(part, relative));
    if (lengths.some((one) => one === null)) return WRONG;
    const [before, second, after, start] = lengths as number[];
    if (before === undefined || lengths.length > 4 || lengths.length === 3) return WRONG;
    const end = second ?? before;
    return found({ before, end, after: after ?? before, start: start ?? end });
  });
}

/** A rule, and how long it is; null = as its edge. */
export interface RuleToken {
  readonly rule: Rule;
  readonly length: number | null;
}

/** Width, colour and, where it does not run the whole edge, length: `0.8pt sand 3cm`; or `none`, which is null. */
function rule(fallback: string, words: string): TokenSpec<RuleToken | null> {
  const facts = {
    type: 'rule',
    fallback,
    words,
    expected: 'a rule such as 0.8pt sand',
    schema: { type: 'string' },
  };
  return scalar<RuleToken | null>(facts, (written, { relative, colors }) => {
    if (written === NONE) return found(null);
    const [widthText = '', colorText = '', lengthText] = written.split(/\s+/);
    const width = readLength(widthText, relative);
    const painted = colors[colorText] ?? (COLOR.test(colorText) ? colorText : null);
    const along = lengthText === undefined ? null : readLength(lengthText, relative);
    if (width === null || painted === null || (lengthText !== undefined && along === null)) return WRONG;
    return found({ rule: { width, color: painted }, length: along });
  });
}

/** The name of a row of a table. */
function row(table: RowTable, fallback: string, words: string): TokenSpec<string> {
  const facts = {
    type: `a row of \`${table}\``,
    fallback,
    words,
    expected: 'a word',
    schema: { type: 'string' },
  };
  return scalar({ ...facts, refers: table }, (written) => (written === '' ? WRONG : found(written)));
}

/** The name of a row, or null for `none`. */
function rowOrNone(table: RowTable, words: string): TokenSpec<string | null> {
  const type = `a row of \`${table}\`, or \`none\``;
  const facts = {
    type,
    fallback: NONE,
    words,
    expected: 'a word',
    schema: { type: 'string' },
    refers: table,
  };
  return scalar<string | null>(facts, (written) =>
    written === NONE ? found(null) : written === '' ? WRONG : found(written),
  );
}

export const token = {
  length,
  lengthOrNone,
  choice,
  choices,
  list,
  text,
  flag,
  number,
  color,
  paper,
  paperOrFull,
  edges,
  rule,
  role: (fallback: string, words: string) => row('roles', fallback, words),
  likeRole: (words: string) => rowOrNone('roles', words),
  likeBox: (words: string) => rowOrNone('boxes', words),
  master: (words: string) => rowOrNone('masters', words),
} as const;
