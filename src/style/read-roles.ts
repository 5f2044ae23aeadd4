import type { Edges, ParagraphStyle } from './blocks.ts';
import type { StructTag } from './element.ts';
import type { Color } from './inline.ts';
import type { BoxRole, TextRole, Theme } from './theme.ts';
import { FONT_SIZES, type Relative, SPACES, type TokenReader } from './token-reader.ts';

/** Reads the rows of the tables `roles` and `boxes`. */

export const KASHIDA: readonly ParagraphStyle['kashida'][] = ['none', 'mild', 'classic'];

const TAGS: readonly Lowercase<StructTag>[] = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'div',
  'sect',
  'blockquote',
  'caption',
  'note',
  'l',
];
export const NO_EDGES: Edges = { start: 0, end: 0, before: 0, after: 0 };
export interface RoleContext {
  readonly reader: TokenReader;
  readonly colors: Readonly<Record<string, Color>>;
  readonly text: Theme['text'];
  readonly relative: Relative;
}

/** The path of a field in the row itself or in the row it is `like`; four steps are more than any theme takes. */
function fieldPath(reader: TokenReader, table: string, row: string, field: string): string {
  let name = row;
  for (let step = 0; step < 4 && !reader.has(`${table}.${name}.${field}`); step++) {
    if (!reader.has(`${table}.${name}.like`)) break;
    name = reader.text(`${table}.${name}.like`, name);
  }
  return `${table}.${name}.${field}`;
}

export function readTextRole(name: string, { reader, colors, text, relative }: RoleContext): TextRole {
  const at = (field: string) => fieldPath(reader, 'roles', name, field);
  const size = reader.length(at('size'), relative, FONT_SIZES, text.size);
  const own: Relative = { em: size, line: relative.line };
  const space = (field: string) => reader.length(at(field), own, SPACES, 0);
  const align = reader.choice(at('align'), ['text', 'start', 'end', 'center', 'justify', 'fit'], 'start');
  const kashida = reader.choice(at('kashida'), ['text', ...KASHIDA], 'text');
  return {
    family: readFamily(reader.text(at('font'), 'text'), reader),
    weight: reader.number(at('weight'), [100, 900], 400),
    italic: reader.flag(at('italic'), false),
    size,
    leading: reader.length(at('leading'), own, [FONT_SIZES[0], 1000], relative.line),
    color: reader.color(at('color'), colors, null) ?? colors['ink'] ?? '#000000',
    align: align === 'text' ? text.align : align,
    fit: reader.number(at('fit'), [0, 1], 0),
    kashida: kashida === 'text' ? text.kashida : kashida,
    indent: space('indent'),
    before: space('before'),
    after: space('after'),
    keep: reader.flag(at('keep'), false),
    tag: readTag(reader, at('tag'), 'P'),
  };
}

/** `text`, `heading` and `code` stand for the families the user chose for them. */
function readFamily(font: string, reader: TokenReader): string {
  return font === 'text' || font === 'heading' || font === 'code'
    ? reader.text(`${font}.family`, 'Amiri')
    : font;
}

function readTag(reader: TokenReader, path: string, fallback: StructTag): StructTag {
  const tag = reader.choice(path, TAGS, fallback.toLowerCase() as Lowercase<StructTag>);
  if (tag === 'blockquote') return 'BlockQuote';
  return `${tag.charAt(0).toUpperCase()}${tag.slice(1)}` as StructTag;
}

export function readBoxRole(name: string, { reader, colors, relative }: RoleContext): BoxRole {
  const at = (field: string) => fieldPath(reader, 'boxes', name, field);
  const space = (field: string) => reader.length(at(field), relative, SPACES, 0);
  const rules = (['start', 'end', 'before', 'after'] as const).flatMap((edge) => {
    const rule = reader.rule(at(`rule-${edge}`), relative, colors);
    return rule === null ? [] : [{ edge, ...rule }];
  });
  return {
    background: reader.color(at('background'), colors, null),
    padding: reader.edges(at('padding'), relative, NO_EDGES),
    rules,
    before: space('before'),
    after: space('after'),
    keep: reader.flag(at('keep'), false),
    text: reader.text(at('text'), 'body'),
    label: reader.text(at('label'), 'label'),
    gap: space('gap'),
    columns: reader.number(at('columns'), [1, 12], 1),
    columnWidth: space('column-width'),
    place: reader.has(at('top'))
      ? { top: space('top'), height: reader.has(at('height')) ? space('height') : null }
      : null,
    tag: readTag(reader, at('tag'), 'Div'),
  };
}
