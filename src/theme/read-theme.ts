import type { Sink } from '../base/diagnostic.ts';
import { MM } from '../base/geometry.ts';
import { readCover } from './cover-style.ts';
import { readPrint } from './print-style.ts';
import { readBoxStyle, readMaster, readTextStyle } from './read-rows.ts';
import type { Theme } from './theme.ts';
import { reportUnknownRows, reportUnknownTokens } from './theme-names.ts';
import { overlayTokens, type Tokens } from './theme-tokens.ts';
import { type Relative, readLength, readPageSize } from './theme-values.ts';
import { TokenReader } from './token-reader.ts';

/** Reads layers of tokens into a Theme; what no layer says is as theme-table.ts has it. */

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
  const text = readText(reader);
  reader.relative = { em: text.size, line: text.leading };
  return {
    page: readPage(reader, sink),
    text,
    digits: reader.get('digits'),
    heading: readHeading(reader),
    numbers: readNumbers(reader),
    index: { tehMarbuta: reader.get('index.teh') },
    colors: reader.colors,
    roles: reader.rows('roles', (name) => readTextStyle(name, text, reader)),
    boxes: reader.rows('boxes', (name) => readBoxStyle(name, reader)),
    masters: reader.rows('masters', (name) => readMaster(name, reader)),
    lists: readLists(reader),
    code: { least: reader.get('code.least') },
    notes: readNotes(reader),
    table: readTable(reader),
    print: readPrint(reader),
    cover: readCover(reader),
    images: { screen: reader.get('images.screen'), print: reader.get('images.print') },
    epub: { fonts: reader.get('epub.fonts') },
    familyOrigins: reader.familyOrigins(),
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

function readPage(reader: TokenReader, sink: Sink): Theme['page'] {
  const size = reader.get('page.size');
  let margin = {
    inner: reader.get('page.margin.inner'),
    outer: reader.get('page.margin.outer'),
    top: reader.get('page.margin.top'),
    bottom: reader.get('page.margin.bottom'),
  };
  const fits =
    size.width - margin.inner - margin.outer >= LEAST_MEASURE &&
    size.height - margin.top - margin.bottom >= reader.relative.line * 2;
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
    opening: reader.get('page.opening'),
    binding: reader.get('page.binding'),
    breaks: reader.get('page.breaks'),
    head: insideMargin(reader.get('page.head'), margin.top, HEAD_CLEAR),
    foot: insideMargin(reader.get('page.foot'), margin.bottom, FOOT_CLEAR),
    grid: reader.get('page.grid'),
  };
}

/** What running head and folio keep clear of the text, from their baselines. */
const HEAD_CLEAR = 4 * MM;
const FOOT_CLEAR = 6 * MM;

/** Narrow margins push their lines outwards, as far as the middle of the margin, rather than into the text. */
function insideMargin(wanted: number, margin: number, clear: number): number {
  return Math.min(wanted, Math.max(margin - clear, margin / 2));
}

/** What `em` and `line` mean in `text.size` itself, where the text has no size yet: those of the plainest theme. */
const PLAIN: Relative = { em: 12.5, line: 21 };

function readText(reader: TokenReader): Theme['text'] {
  const size = reader.get('text.size', PLAIN);
  const leading = reader.get('text.leading', { em: size, line: size * 1.68 });
  return {
    family: reader.get('text.family'),
    size,
    leading,
    align: reader.get('text.align'),
    kashida: reader.get('text.kashida'),
    indent: reader.get('text.indent', { em: size, line: leading }),
    emphasis: reader.get('text.emphasis'),
    strong: reader.get('text.strong'),
  };
}

function readHeading(reader: TokenReader): Theme['heading'] {
  return {
    numbering: reader.get('heading.numbering'),
    counters: reader.get('heading.counters'),
    opens: reader.get('heading.opens'),
    drop: reader.get('heading.drop'),
    ordinal: reader.get('heading.ordinal'),
    ends: reader.get('heading.ends'),
    unnumbered: reader.get('heading.unnumbered'),
  };
}

function readNumbers(reader: TokenReader): Theme['numbers'] {
  return {
    figures: reader.get('numbers.figures'),
    tables: reader.get('numbers.tables'),
    equations: reader.get('numbers.equations'),
    listings: reader.get('numbers.listings'),
    poems: reader.get('numbers.poems'),
    within: reader.get('numbers.within'),
    counter: reader.get('numbers.counter'),
    separator: reader.get('numbers.separator'),
  };
}

function readLists(reader: TokenReader): Theme['lists'] {
  return {
    bullets: reader.get('lists.bullets'),
    counters: reader.get('lists.counters'),
    markerWidth: reader.get('lists.marker'),
    gap: reader.get('lists.gap'),
  };
}

/** Of a rule that says no length. */
const NOTE_RULE = 30 * MM;

function readNotes(reader: TokenReader): Theme['notes'] {
  const rule = reader.get('notes.rule');
  return {
    rule: rule?.rule ?? null,
    ruleLength: rule?.length ?? NOTE_RULE,
    gapBefore: reader.get('notes.before'),
    gapAfter: reader.get('notes.after'),
    numbering: reader.get('notes.numbering'),
    counter: reader.get('notes.counter'),
    place: reader.get('notes.place'),
    markerWidth: reader.get('notes.marker'),
  };
}

function readTable(reader: TokenReader): Theme['table'] {
  const rule = (edge: 'top' | 'header' | 'row' | 'bottom') => reader.get(`table.${edge}`)?.rule ?? null;
  return {
    padding: reader.get('table.padding'),
    rules: { top: rule('top'), header: rule('header'), row: rule('row'), bottom: rule('bottom') },
  };
}
