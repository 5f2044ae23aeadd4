import type { Nodes, Root } from 'mdast';

/**
 * The tree as text, one node a line: `type key=value "text" line:col`, indented by two spaces a level.
 * For `--dump=parse` and for tests; stable as long as the source and the grammar are.
 */
export function dumpRoot(root: Root): string {
  const lines: string[] = [];
  dumpNode(root, 0, lines);
  return `${lines.join('\n')}\n`;
}

function dumpNode(node: Nodes, depth: number, lines: string[]): void {
  const { origin, id, align, dir, width, height, anchors } = node.data ?? {};
  const parts = [node.type, ...listAttributes(node)];
  for (const [key, value] of Object.entries({ align, dir, width, height }))
    if (value !== undefined) parts.push(`${key}=${value}`);
  for (const anchor of anchors ?? []) parts.push(`@${anchor}`);
  if (id !== undefined) parts.push(`#${id}`);
  if ('value' in node) parts.push(JSON.stringify(node.value));
  if (origin && node.type !== 'root') parts.push(`${origin.line}:${origin.column}`);
  lines.push(`${'  '.repeat(depth)}${parts.join(' ')}`);
  if ('children' in node) for (const child of node.children) dumpNode(child, depth + 1, lines);
}

/** What tells a node from others of its kind; the usual case is left out. */
function listAttributes(node: Nodes): string[] {
  switch (node.type) {
    case 'heading':
      return [`depth=${node.depth}`];
    case 'list':
      return node.ordered ? [`start=${node.start ?? 1}`] : [];
    case 'listItem':
      return typeof node.checked === 'boolean' ? [`checked=${node.checked}`] : [];
    case 'link':
      return [`url=${JSON.stringify(node.url)}`];
    case 'image':
      return [`url=${JSON.stringify(node.url)}`, `alt=${JSON.stringify(node.alt ?? '')}`];
    case 'code':
      return node.lang ? [`lang=${node.lang}`] : [];
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [`id=${JSON.stringify(node.identifier)}`];
    case 'table':
      return [`align=${(node.align ?? []).map((align) => align ?? '-').join(',')}`];
    case 'paragraph':
      return node.data?.directiveLabel ? ['label'] : [];
    case 'containerDirective':
    case 'leafDirective':
    case 'textDirective':
      return [
        `name=${node.name}`,
        ...Object.entries(node.attributes ?? {}).map(
          ([key, value]) => `${key}=${JSON.stringify(value ?? '')}`,
        ),
      ];
    // The other kinds have nothing but children or a value.
    default:
      return [];
  }
}
