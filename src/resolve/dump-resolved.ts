import { isArtifact, type TagTarget } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { ResolvedInline } from './inline-nodes.ts';
import type { Resolved } from './nodes.ts';

/** The text form of what `resolve` yields, a line a node, for `--dump=resolve`: what things mean, and their elements. */
export function dumpResolved({ body, furniture }: Resolved): string {
  return [...body, ...furniture].flatMap((node) => dumpNode(node, '')).join('\n');
}

/** Fields that say where a node comes from, and bytes. */
const SILENT: ReadonlySet<string> = new Set(['kind', 'origin', 'rowsOrigin', 'content', 'bytes', 'start']);

/** Any node of the sum: its kind, its words, its plain facts; and below it what stands in it. */
function dumpNode(node: object, indent: string): readonly string[] {
  const facts: string[] = [];
  const inside: string[] = [];
  // a phrase is what its node says
  const { phrase = {}, ...own } = node as { readonly phrase?: object };
  for (const [name, value] of Object.entries({ ...own, ...phrase })) {
    if (SILENT.has(name) || value === null || value === false || value === '') continue;
    if (isTagTarget(value)) facts.push(`${name}=${isArtifact(value) ? value.artifact : value.tag}`);
    else if (Array.isArray(value)) inside.push(...dumpList(name, value, `${indent}  `));
    else if (typeof value === 'object') inside.push(...dumpField(name, value, `${indent}  `));
    else facts.push(`${name}=${value}`);
  }
  const kind = 'kind' in node ? [String(node.kind)] : [];
  const said = 'content' in node ? node : phrase;
  const words = 'content' in said ? ['|', dumpInlines(said.content as readonly ResolvedInline[])] : [];
  return [`${indent}${[...kind, ...facts, ...words].join(' ')}`, ...inside];
}

function dumpField(name: string, value: object, indent: string): readonly string[] {
  const [first = '', ...rest] = dumpNode(value, indent);
  return first.trim() === '' && rest.length === 0 ? [] : [`${indent}${name}: ${first.trimStart()}`, ...rest];
}

function dumpList(name: string, values: readonly unknown[], indent: string): readonly string[] {
  const isPlain = values.every((value) => typeof value !== 'object' || value === null);
  if (isPlain) return values.length === 0 ? [] : [`${indent}${name}: ${values.join(' ')}`];
  if (name === 'children') return values.flatMap((value) => dumpNode(value as object, indent));
  return values.flatMap((value) => dumpField(name, value as object, indent));
}

function isTagTarget(value: unknown): value is TagTarget {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('artifact' in value || ('tag' in value && 'order' in value))
  );
}

function dumpInlines(inlines: readonly ResolvedInline[]): string {
  return inlines.map(dumpInline).join('');
}

function dumpInline(inline: ResolvedInline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'marked':
      return `{${inline.meaning} ${dumpInlines(inline.children)}}`;
    case 'code':
      return `{code ${inline.text}}`;
    case 'link':
      return `{link ${inline.link.kind === 'external' ? inline.link.uri : `#${inline.link.target}`} ${dumpInlines(inline.children)}}`;
    case 'foreign':
      return `{${[inline.lang, inline.direction].filter((said) => said !== null).join(' ')} ${dumpInlines(inline.children)}}`;
    case 'paged':
      return dumpInlines(inline.children);
    case 'break':
      return '{break}';
    case 'picture':
      return `{picture ${inline.image?.path ?? inline.name}}`;
    case 'formula':
      return `{formula ${inline.tex}}`;
    case 'call':
      return inline.note === null
        ? `{call ${inline.label}}`
        : `{call ${inline.label}: ${inline.note.children.flatMap((child) => dumpNode(child, '')).join(' / ')}}`;
    case 'anchor':
      return `{#${inline.id}}`;
    case 'locator':
      return `{pages of #${inline.field.places[inline.field.at]!.from}${inline.isMain ? ' main' : ''}}`;
    case 'field':
      return `{${inline.field.kind}}`;
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}
