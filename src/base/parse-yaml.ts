import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';

/** Where `message` holds, in UTF-16 units of the text. */
interface YamlFault {
  readonly at: number;
  readonly message: string;
}

/** A text of YAML 1.2, its mistakes, and what the reader needs that yaml would look for anew each time. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  readonly faults: readonly YamlFault[];
  /** The node that each alias stands for; none where no anchor of its name stands before it. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/**
 * Parses with the work of one walk over the text: yaml itself compares each key of a map with each before it, and looks
 * for the anchor of each alias through the whole document (256 KB of either took a minute).
 */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const faults = document.errors.map(({ pos, message }) => ({ at: pos[0], message }));
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (isMap(node)) faults.push(...findEqualKeys(node.items.map(({ key }) => key)));
    },
  });
  return { document, lines, faults: faults.sort((a, b) => a.at - b.at), targets };
}

function findEqualKeys(keys: readonly unknown[]): readonly YamlFault[] {
  const met = new Set<unknown>();
  return keys.filter(isScalar).flatMap(({ value, range }) => {
    const isNew = !met.has(value);
    met.add(value);
    return isNew ? [] : [{ at: range?.[0] ?? 0, message: 'Map keys must be unique' }];
  });
}
