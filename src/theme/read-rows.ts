import type { StructTag } from '../base/element.ts';
import type { Theme, ThemeBoxStyle, ThemeMaster, ThemeTextStyle } from './theme.ts';
import type { ROWS } from './theme-table.ts';
import type { Relative } from './theme-values.ts';
import type { TokenReader } from './token-reader.ts';

/** Reads the rows of the tables `roles`, `boxes` and `masters`. */

export function readTextStyle(name: string, text: Theme['text'], reader: TokenReader): ThemeTextStyle {
  const field = <F extends keyof typeof ROWS.roles>(of: F, relative?: Relative) =>
    reader.field('roles', name, of, relative);
  const size = field('size');
  const own: Relative = { em: size, line: reader.relative.line };
  const align = field('align');
  const kashida = field('kashida');
  return {
    family: readFamily(field('font'), reader),
    weight: field('weight'),
    italic: field('italic'),
    size,
    leading: field('leading', own),
    color: field('color') ?? reader.colors['ink'] ?? '#000000',
    align: align === 'text' ? text.align : align,
    fit: field('fit'),
    kashida: kashida === 'text' ? text.kashida : kashida,
    indent: field('indent', own),
    before: field('before', own),
    after: field('after', own),
    keep: field('keep'),
    tag: tagOf(field('tag')),
  };
}

/** `text`, `heading` and `code` stand for the families the user chose for them. */
function readFamily(font: string, reader: TokenReader): string {
  return font === 'text' || font === 'heading' || font === 'code' ? reader.get(`${font}.family`) : font;
}

function tagOf(tag: Lowercase<StructTag>): StructTag {
  if (tag === 'blockquote') return 'BlockQuote';
  return `${tag.charAt(0).toUpperCase()}${tag.slice(1)}` as StructTag;
}

export function readBoxStyle(name: string, reader: TokenReader): ThemeBoxStyle {
  const field = <F extends keyof typeof ROWS.boxes>(of: F) => reader.field('boxes', name, of);
  const rules = (['start', 'end', 'before', 'after'] as const).flatMap((edge) => {
    const rule = field(`rule-${edge}`);
    return rule === null ? [] : [{ edge, ...rule }];
  });
  const top = field('top');
  return {
    background: field('background'),
    padding: field('padding'),
    rules,
    before: field('before'),
    after: field('after'),
    keep: field('keep'),
    float: field('float'),
    keepAbove: field('keep-above'),
    lines: field('lines'),
    text: field('text'),
    label: field('label'),
    gap: field('gap'),
    columns: field('columns'),
    columnWidth: field('column-width'),
    place: top === null ? null : { top, height: field('height') },
    tag: tagOf(field('tag')),
  };
}

export function readMaster(name: string, reader: TokenReader): ThemeMaster {
  return {
    folio: reader.field('masters', name, 'folio'),
    group: reader.field('masters', name, 'group'),
    next: reader.field('masters', name, 'next'),
  };
}
