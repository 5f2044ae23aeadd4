import type { RootContent } from 'mdast';

/** What an expression of a template can yield: data, or something that stands for nodes. */
export type TemplateValue = TemplateData | Insert;

export type TemplateData =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly TemplateData[]
  | { readonly [key: string]: TemplateData };

/** A class, so that no data, whatever its keys, can pass for one. */
export class Insert {
  readonly content: InsertContent;
  constructor(content: InsertContent) {
    this.content = content;
  }
}

type InsertContent =
  | { readonly kind: 'field'; readonly field: 'page' | 'pages' }
  | { readonly kind: 'running'; readonly name: string }
  /**
   * Nodes of the text, to stand where the paragraph with this insert stands. Asked for when the whole
   * template has run: `{{{section}}}` may come below the `{{{content}}}` it takes from.
   */
  | { readonly kind: 'slot'; readonly nodes: () => readonly RootContent[] };

/** As `{{#if}}` sees it, which is as Handlebars does: '', 0, false, nothing and an empty list are false. */
export function isTruthy(value: TemplateValue): boolean {
  if (value instanceof Insert) return value.content.kind !== 'slot' || value.content.nodes().length > 0;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A value as text; null for what has none (a map). Lists are joined by the Arabic or Latin comma of `comma`. */
export function toText(value: TemplateData, comma: string): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (!isList(value)) return null;
  return value.map((item) => toText(item, comma) ?? '').join(comma);
}

export function isList(value: TemplateValue): value is readonly TemplateData[] {
  return Array.isArray(value);
}

export function isMap(value: TemplateValue): value is { readonly [key: string]: TemplateData } {
  return typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Insert);
}
