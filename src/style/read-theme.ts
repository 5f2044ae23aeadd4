import type { Sink } from '../base/diagnostic.ts';
import { MM, type Size } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Color } from './inline.ts';
import { readPrint } from './print-style.ts';
import { KASHIDA, NO_EDGES, type RoleContext, readBoxRole, readTextRole } from './read-roles.ts';
import type { CounterStyle } from './styled.ts';
import type { MasterRole, Theme } from './theme.ts';
import { reportUnknownRows, reportUnknownTokens } from './theme-names.ts';
import { overlayTokens, type Tokens } from './theme-tokens.ts';
import { FONT_SIZES, type Relative, readLength, readPageSize, SPACES, TokenReader } from './token-reader.ts';

/** Reads layers of tokens into a Theme; the base layer has every token, so that the fallbacks here are never seen. */

const COUNTERS: readonly (CounterStyle | 'document')[] = [
  'document',
  'decimal',
  'arabic-indic',
  'persian',
  'arabic-abjad',
  'hijai',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'none',
];

const A4: Size = { width: 210 * MM, height: 297 * MM };
/** A column narrower than this holds no Arabic word of ordinary length. */
const LEAST_MEASURE = 10 * MM;

export function readTheme(layers: readonly Tokens[], sink: Sink): Theme {
  let tokens: Tokens = new Map();
  for (const layer of layers) {
    reportUnknownTokens(layer, sink);
    tokens = overlayTokens(tokens, scaleMargins(tokens, layer));
  }
  reportUnknownRows(tokens, sink);
  const reader = new TokenReader(tokens, sink);
  const paths = [...tokens.keys()];
  const colors = readColors(paths, reader);
  const text = readText(reader);
  const relative: Relative = { em: text.size, line: text.leading };
  const context: RoleContext = { reader, colors, text, relative };
  return {
    page: readPage(reader, relative, sink),
    text,
    digits: reader.choice('digits', ['arab', 'latn', 'source'], 'source'),
    heading: readHeading(reader, relative),
    colors,
    roles: readRows(paths, 'roles', (name) => readTextRole(name, context)),
    boxes: readRows(paths, 'boxes', (name) => readBoxRole(name, context)),
    masters: readRows(paths, 'masters', (name) => readMaster(name, reader)),
    lists: readLists(reader, relative),
    code: { least: reader.number('code.least', [0.5, 1], 0.85) },
    notes: readNotes(context),
    table: readTable(context),
    print: readPrint(reader, relative),
    images: readImages(reader),
    epub: { fonts: reader.flag('epub.fonts', true) },
    familyOrigins: readFamilyOrigins(paths, reader),
  };
}

/** A theme or a user who changes the paper but not the margins wants them in proportion, and what stands in them. */
function scaleMargins(below: Tokens, layer: Tokens): Tokens {
  const before = below.get('page.size');
  const after = layer.get('page.size');
  if (before === undefined || after === undefined || layer.has('page.margin.inner')) return layer;
  const from = readPageSize(String(before.value));
  const to = readPageSize(String(after.value));
  if (from === null || to === null) return layer;
  const scaled: Tokens = new Map(layer);
  for (const name of ['margin.inner', 'margin.outer', 'margin.top', 'margin.bottom', 'head', 'foot']) {
    const path = `page.${name}`;
    const across = name === 'margin.inner' || name === 'margin.outer';
    const ratio = across ? to.width / from.width : to.height / from.height;
    const length = readLength(String(below.get(path)?.value ?? ''), { em: 0, line: 0 });
    if (length !== null && !layer.has(path))
      scaled.set(path, { value: `${(length * ratio).toFixed(3)}pt`, origin: after.origin, under: null });
  }
  return scaled;
}

function readPage(reader: TokenReader, relative: Relative, sink: Sink): Theme['page'] {
  const size = reader.pageSize('page.size', A4);
  const side = (name: string, fallback: number) =>
    reader.length(`page.margin.${name}`, relative, SPACES, fallback);
  let margin = {
    inner: side('inner', 30 * MM),
    outer: side('outer', 45 * MM),
    top: side('top', 28 * MM),
    bottom: side('bottom', 34 * MM),
  };
  const fits =
    size.width - margin.inner - margin.outer >= LEAST_MEASURE &&
    size.height - margin.top - margin.bottom >= relative.line * 2;
  if (!fits) {
    const page = `${Math.round(size.width / MM)} × ${Math.round(size.height / MM)} mm`;
    sink.report('theme-measure', reader.originOf('page.margin.inner') ?? reader.originOf('page.size'), {
      page,
    });
    margin = { inner: size.width / 8, outer: size.width / 8, top: size.height / 8, bottom: size.height / 8 };
  }
  return {
    size,
    margin,
    opening: reader.choice('page.opening', ['left', 'right', 'any', 'auto'], 'any'),
    binding: reader.choice('page.binding', ['right', 'left', 'auto'], 'auto'),
    head: insideMargin(reader.length('page.head', relative, SPACES, 18 * MM), margin.top, HEAD_CLEAR),
    foot: insideMargin(reader.length('page.foot', relative, SPACES, 18 * MM), margin.bottom, FOOT_CLEAR),
    grid: reader.length('page.grid', relative, SPACES, relative.line),
  };
}

/** What running head and folio keep clear of the text, from their baselines. */
const HEAD_CLEAR = 4 * MM;
const FOOT_CLEAR = 6 * MM;

/** Narrow margins push their lines outwards, as far as the middle of the margin, rather than into the text. */
function insideMargin(wanted: number, margin: number, clear: number): number {
  return Math.min(wanted, Math.max(margin - clear, margin / 2));
}

function readText(reader: TokenReader): Theme['text'] {
  // 12.5 pt is what `em` in text.size itself refers to: the size of the base theme
  const size = reader.length('text.size', { em: 12.5, line: 21 }, FONT_SIZES, 12.5);
  const leading = reader.length(
    'text.leading',
    { em: size, line: size * 1.68 },
    [FONT_SIZES[0], 1000],
    size * 1.68,
  );
  return {
    family: reader.text('text.family', 'Amiri'),
    size,
    leading,
    align: reader.choice('text.align', ['justify', 'start'], 'justify'),
    kashida: reader.choice('text.kashida', KASHIDA, 'mild'),
    indent: reader.length('text.indent', { em: size, line: leading }, SPACES, 0),
    emphasis: reader.choice('text.emphasis', ['accent', 'weight', 'overline'], 'accent'),
    strong: reader.number('text.strong', [100, 900], 700),
  };
}

function readHeading(reader: TokenReader, relative: Relative): Theme['heading'] {
  return {
    numbering: reader.choice('heading.numbering', ['none', 'decimal'], 'none'),
    opens: reader.choice('heading.opens', ['none', 'page', 'opening'], 'none'),
    drop: reader.length('heading.drop', relative, SPACES, 0),
    ordinal: reader.flag('heading.ordinal', false),
    unnumbered: reader.list('heading.unnumbered', []),
  };
}

function readColors(paths: readonly string[], reader: TokenReader): Readonly<Record<string, Color>> {
  const colors: Record<string, Color> = Object.create(null);
  for (const path of paths) {
    const name = path.startsWith('colors.') ? path.slice('colors.'.length) : null;
    if (name !== null) colors[name] = reader.color(path, {}, '#000000') ?? '#000000';
  }
  return colors;
}

function readRows<T>(
  paths: readonly string[],
  table: string,
  read: (name: string) => T,
): Readonly<Record<string, T>> {
  const rows: Record<string, T> = Object.create(null);
  for (const path of paths) {
    const [first, name] = path.split('.');
    if (first === table && name !== undefined) rows[name] ??= read(name);
  }
  return rows;
}

function readMaster(name: string, reader: TokenReader): MasterRole {
  return {
    folio: reader.choice(`masters.${name}.folio`, COUNTERS, 'document'),
    group: reader.text(`masters.${name}.group`, 'body'),
    next: reader.has(`masters.${name}.next`) ? reader.text(`masters.${name}.next`, name) : null,
  };
}

function readLists(reader: TokenReader, relative: Relative): Theme['lists'] {
  const counters = reader.list('lists.counters', ['document']);
  return {
    bullets: reader.list('lists.bullets', ['•']),
    counters: counters.flatMap((name) => COUNTERS.filter((counter) => counter === name)),
    markerWidth: reader.length('lists.marker', relative, SPACES, relative.em),
    gap: reader.length('lists.gap', relative, SPACES, 0),
  };
}

function readNotes({ reader, colors, relative }: RoleContext): Theme['notes'] {
  const rule = reader.rule('notes.rule', relative, colors);
  return {
    rule: rule?.rule ?? { width: 0.4, color: colors['ink'] ?? '#000000' },
    ruleLength: rule?.length ?? 30 * MM,
    gapBefore: reader.length('notes.before', relative, SPACES, relative.line / 2),
    gapAfter: reader.length('notes.after', relative, SPACES, relative.line / 4),
    numbering: reader.choice('notes.numbering', ['document', 'chapter'], 'document'),
    markerWidth: reader.length('notes.marker', relative, SPACES, relative.em),
  };
}

function readTable({ reader, colors, relative }: RoleContext): Theme['table'] {
  const rule = (name: string) => reader.rule(`table.${name}`, relative, colors)?.rule ?? null;
  return {
    padding: reader.edges('table.padding', relative, NO_EDGES),
    rules: { top: rule('top'), header: rule('header'), row: rule('row'), bottom: rule('bottom') },
  };
}

/** The finest presses print 2,400 dots per inch. */
function readImages(reader: TokenReader): Theme['images'] {
  const limit = (name: string, fallback: number) => reader.number(`images.${name}`, [0, 2400], fallback);
  return { screen: limit('screen', 150), print: limit('print', 350) };
}

function readFamilyOrigins(
  paths: readonly string[],
  reader: TokenReader,
): ReadonlyMap<string, Origin | null> {
  const origins = new Map<string, Origin | null>();
  for (const path of paths) {
    if (path.endsWith('.family') || path.endsWith('.font'))
      origins.set(reader.text(path, ''), reader.originOf(path));
  }
  return origins;
}
