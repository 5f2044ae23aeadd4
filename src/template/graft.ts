import type { Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { unreachable } from '../base/unreachable.ts';
import { originOf } from '../parse/node-origin.ts';
import type { TemplateToken } from './evaluate.ts';
import { Insert } from './template-value.ts';
import { splitTokens } from './token.ts';

/**
 * Puts what the tokens stand for into a parsed tree: nodes in place of a paragraph that is nothing but
 * slots, text and field nodes inside text, plain strings inside attributes. Values are never parsed: no
 * value can become emphasis, a link, a directive or another `{{…}}`, whatever is in it.
 */
export function graftTokens(root: Root, tokens: readonly TemplateToken[], sink: Sink): void {
  new Grafter(tokens, sink).graftInto(root);
}

class Grafter {
  private readonly tokens: readonly TemplateToken[];
  private readonly sink: Sink;

  constructor(tokens: readonly TemplateToken[], sink: Sink) {
    this.tokens = tokens;
    this.sink = sink;
  }

  /** Grafted nodes are not walked: they come from the text, where there are no tokens. */
  graftInto(node: Nodes): void {
    this.fillAttributes(node);
    if (!('children' in node)) return;
    const children: Nodes[] = [];
    for (const child of node.children) {
      const grafts = this.slotsOf(child) ?? this.splitText(child);
      if (grafts === null) this.graftInto(child);
      // Not `push(...grafts)`: a book has more blocks than a call may have arguments (about 120,000).
      for (const graft of grafts ?? [child]) children.push(graft);
    }
    (node as { children: Nodes[] }).children = children;
  }

  /** The nodes that a paragraph of slots stands for; null for any other node. */
  private slotsOf(node: Nodes): readonly RootContent[] | null {
    if (node.type !== 'paragraph' || !node.children.every((child) => child.type === 'text')) return null;
    const parts = node.children.flatMap((child) => splitTokens((child as Text).value));
    const slots: RootContent[] = [];
    for (const part of parts) {
      const insert = typeof part === 'number' ? this.tokens[part]?.content : undefined;
      if (insert instanceof Insert && insert.content.kind === 'slot') {
        for (const node of insert.content.nodes()) slots.push(node);
      } else if (typeof part === 'number' || part.trim() !== '') return null;
    }
    return parts.length > 0 ? slots : null;
  }

  /** A text node cut at its tokens; null where it has none. */
  private splitText(node: Nodes): readonly PhrasingContent[] | null {
    if (node.type !== 'text') return null;
    const parts = splitTokens(node.value);
    if (!parts.some((part) => typeof part === 'number')) return null;
    return parts.flatMap((part) =>
      typeof part === 'string' ? [makeText(part, originOf(node))] : this.makeInline(part),
    );
  }

  private makeInline(number: number): readonly PhrasingContent[] {
    const token = this.tokens[number];
    if (token === undefined) return [];
    const { content, origin } = token;
    if (typeof content === 'string') return [makeText(content, origin)];
    const insert = content.content;
    switch (insert.kind) {
      case 'field':
        return [{ type: 'field', field: insert.field, data: { origin } }];
      case 'running':
        return [{ type: 'field', field: 'running', name: insert.name, data: { origin } }];
      case 'slot':
        this.sink.report('template-slot', origin);
        return [];
      default:
        return unreachable(insert, 'field, running, slot');
    }
  }

  /** Tokens in what is not text: a link's address, a directive's attributes, code. */
  private fillAttributes(node: Nodes): void {
    const fields = node as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(fields)) {
      if (key === 'type' || (key === 'value' && node.type === 'text')) continue;
      if (typeof value === 'string') fields[key] = this.fillString(value);
    }
    if (!('attributes' in node) || !node.attributes) return;
    for (const [key, value] of Object.entries(node.attributes)) {
      if (typeof value === 'string') node.attributes[key] = this.fillString(value);
    }
  }

  private fillString(text: string): string {
    const parts = splitTokens(text);
    if (!parts.some((part) => typeof part === 'number')) return text;
    return parts.map((part) => (typeof part === 'string' ? part : this.plainText(part))).join('');
  }

  private plainText(number: number): string {
    const token = this.tokens[number];
    if (token === undefined) return '';
    if (typeof token.content === 'string') return token.content;
    this.sink.report('template-slot', token.origin);
    return '';
  }
}

function makeText(value: string, origin: Origin): Text {
  return { type: 'text', value, data: { origin } };
}
