import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { reportControls } from '../base/bidi-controls.ts';
import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import type { Origin } from '../base/origin.ts';
import { type ParsedYaml, parseYaml } from '../base/parse-yaml.ts';

/** A plain value of YAML 1.2 core: dates and `no` stay strings. Maps have no prototype. */
export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/** One key of the outermost map, with its place. */
export interface YamlEntry {
  readonly key: string;
  readonly value: YamlValue;
  /** A scalar as written: `title: 007` is '007' here and 7 in `value`. Null for lists and maps. */
  readonly written: string | null;
  readonly origin: Origin;
  readonly valueOrigin: Origin;
  /** Places of the values below this key, by dotted path without the key itself. */
  readonly places: ReadonlyMap<string, Origin>;
}

/** A text of YAML inside a file: front matter begins on line 2. */
interface YamlText {
  readonly file: string;
  readonly text: string;
  /** 1-based line of the file at which `text` begins. */
  readonly firstLine: number;
}

/** Names that reach an object's prototype wherever somebody copies keys carelessly (CVE-2023-2251 and its kin). */
const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The entries of a YAML map; [] after a reported mistake. Every mistake the reader can name is reported. */
export function readYamlEntries(yaml: YamlText, sink: Sink): readonly YamlEntry[] {
  if (yaml.text.length > limits.yamlLength || nestsTooDeep(yaml.text)) {
    sink.report('yaml-limit', { file: yaml.file, line: yaml.firstLine, column: 1 });
    return [];
  }
  const parsed = parseYaml(yaml.text);
  const originAt = (offset: number): Origin => {
    const { line, col } = parsed.lines.linePos(offset);
    return { file: yaml.file, line: line + yaml.firstLine - 1, column: col };
  };
  for (const { at, message } of parsed.faults)
    sink.report('yaml-broken', originAt(at), { detail: oneLine(message) });
  return parsed.faults.length > 0 ? [] : new EntryReader(parsed, originAt, sink).read();
}

/**
 * Depth is bounded before the parser runs, which recurses (100,000 `[` would end in a RangeError after
 * half a second). Brackets are counted without regard to quotes, `- - -` by the dashes of one line.
 */
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if (character === ']' || character === '}') open -= 1;
    if (open > limits.yamlDepth) return true;
  }
  return text.split('\n').some((line) => {
    const lead = /^[\s\-?:]*/.exec(line)?.[0] ?? '';
    return lead.replace(/\s/g, '').length > limits.yamlDepth && !/^-+\s*$/.test(lead);
  });
}

function oneLine(message: string): string {
  const first = message.split('\n')[0] ?? '';
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}

/** Where a value lies below its top-level key, and where to note the places met. */
interface Path {
  readonly prefix: string;
  readonly places: Map<string, Origin>;
}

/** Copies a YAML tree into plain values, counting as it goes: aliases are expanded here and nowhere else. */
class EntryReader {
  private readonly yaml: ParsedYaml;
  private readonly originAt: (offset: number) => Origin;
  private readonly sink: Sink;
  private count = 0;
  private stopped = false;

  constructor(yaml: ParsedYaml, originAt: (offset: number) => Origin, sink: Sink) {
    this.yaml = yaml;
    this.originAt = originAt;
    this.sink = sink;
  }

  read(): readonly YamlEntry[] {
    const { contents } = this.yaml.document;
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    if (!isMap(contents)) {
      this.sink.report('yaml-not-a-map', this.placeOf(contents));
      return [];
    }
    const entries = contents.items.map((pair) => this.readEntry(pair.key, pair.value));
    return this.stopped ? [] : entries.filter((entry) => entry !== null);
  }

  private readEntry(key: Node, value: Node | null): YamlEntry | null {
    const name = this.readKey(key);
    if (name === null) return null;
    const origin = this.placeOf(key);
    const places = new Map<string, Origin>();
    return {
      key: name,
      value: this.copy(value, 1, { prefix: '', places }),
      written: isScalar(value) && value.source !== undefined ? value.source : null,
      origin,
      valueOrigin: value === null ? origin : this.placeOf(value),
      places,
    };
  }

  private readKey(key: unknown): string | null {
    const name = isScalar(key) && key.value !== null ? String(key.source ?? key.value) : null;
    if (name !== null && !reservedKeys.has(name)) return name;
    this.sink.report('yaml-key', this.placeOf(key), { key: name ?? '?' });
    return null;
  }

  private copy(node: unknown, depth: number, path: Path): YamlValue {
    this.count += 1;
    if (this.stopped || this.count > limits.yamlValues || depth > limits.yamlDepth) return this.stop(node);
    if (isAlias(node)) return this.copy(this.yaml.targets.get(node) ?? null, depth + 1, path);
    if (isSeq(node))
      return node.items.map((item, index) => this.copyBelow(item, item, String(index), depth, path));
    if (isMap(node)) return this.copyMap(node.items, depth, path);
    if (!isScalar(node)) return null;
    const { value } = node;
    if (typeof value === 'string') reportControls(value, this.placeOf(node), this.sink);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : null;
  }

  private copyMap(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    depth: number,
    path: Path,
  ): YamlValue {
    const map: { [key: string]: YamlValue } = Object.create(null);
    for (const { key, value } of pairs) {
      const name = this.readKey(key);
      if (name === null) continue;
      map[name] = this.copyBelow(value, key, name, depth, path);
    }
    return map;
  }

  /** `key` tells the place of a value that is not written at all. */
  private copyBelow(
    value: unknown,
    key: unknown,
    step: string,
    depth: number,
    { prefix, places }: Path,
  ): YamlValue {
    const path = prefix === '' ? step : `${prefix}.${step}`;
    places.set(path, this.placeOf(value ?? key));
    return this.copy(value, depth + 1, { prefix: path, places });
  }

  private stop(node: unknown): null {
    if (!this.stopped) this.sink.report('yaml-limit', this.placeOf(node));
    this.stopped = true;
    return null;
  }

  private placeOf(node: unknown): Origin {
    const hasRange = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
    return this.originAt(hasRange ? (node.range?.[0] ?? 0) : 0);
  }
}
