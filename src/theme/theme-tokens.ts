import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Sink } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import type { Origin } from '../base/origin.ts';
import { parseYaml } from '../base/parse-yaml.ts';

/** Reads a theme into flat tokens, each with its place, and lays one theme over another. */

/** One setting as written. */
export interface ThemeToken {
  readonly value: TokenValue;
  /** null for what was given on the command line. */
  readonly origin: Origin | null;
  /** What this token covers: used instead when this one turns out to be faulty. */
  readonly under: ThemeToken | null;
}

export type TokenValue = string | number | boolean | readonly (string | number | boolean)[];

/** By dotted path, such as `roles.h1.size`. */
export type Tokens = Map<string, ThemeToken>;

/** Finds where a token of the user's was written; its path without the leading `theme`. */
export type PlaceOf = (path: readonly string[]) => Origin | null;

/** A theme is shallow (three levels) and small; anything larger is not one. */
const DEEPEST = 4;
const MOST_TOKENS = 4000;

/** The tokens of a theme.yaml. Syntax errors are reported, and what can be read is. */
export function readThemeFile(text: string, file: string, sink: Sink): Tokens {
  if (text.length > limits.yamlLength || nestsTooDeep(text)) {
    sink.report('theme-syntax', { file, line: 1, column: 1 }, { reason: 'larger or deeper than any theme' });
    return new Map();
  }
  const { document, lines, faults } = parseYaml(text);
  const place = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  for (const { at, message } of faults) sink.report('theme-syntax', place(at), { reason: message });
  const tokens: Tokens = new Map();
  if (document.contents !== null) flattenNode(document.contents, '', 0, place, tokens);
  return tokens;
}

/** The tokens of front matter or of the command line, nested as in a theme.yaml. */
export function readThemeObject(object: Readonly<Record<string, unknown>>, placeOf: PlaceOf): Tokens {
  const tokens: Tokens = new Map();
  flattenObject(object, [], placeOf, tokens);
  return tokens;
}

/** The tokens of `below` with those of `above` over them. */
export function overlayTokens(below: Tokens, above: Tokens): Tokens {
  const merged: Tokens = new Map(below);
  for (const [path, token] of above) merged.set(path, { ...token, under: below.get(path) ?? null });
  return merged;
}

/** The YAML reader recurses: 100,000 brackets would exhaust its stack. A theme nests three deep. */
function nestsTooDeep(text: string): boolean {
  const closing = text.split(/[\]}]/);
  const opening = text.split(/[[{]/);
  return (
    opening.length - closing.length > limits.yamlDepth ||
    /^(?:\s*[-?:]\s){9}/m.test(text) ||
    /[[{]{9}/.test(text)
  );
}

function flattenNode(
  node: Node,
  path: string,
  depth: number,
  place: (offset: number) => Origin,
  tokens: Tokens,
): void {
  if (depth > DEEPEST || tokens.size > MOST_TOKENS) return;
  const offset = node.range?.[0] ?? 0;
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : String(key);
      if (value !== null)
        flattenNode(value as Node, path === '' ? name : `${path}.${name}`, depth + 1, place, tokens);
    }
  } else if (isSeq(node)) {
    const values = node.items.map((item) => plainValue(isScalar(item) ? item.value : null));
    addToken(tokens, path, values, place(offset));
  } else if (isScalar(node) && node.value !== null) {
    addToken(tokens, path, plainValue(node.value), place(offset));
  }
}

function flattenObject(
  object: Readonly<Record<string, unknown>>,
  parents: readonly string[],
  placeOf: PlaceOf,
  tokens: Tokens,
): void {
  if (parents.length > DEEPEST) return;
  for (const [name, value] of Object.entries(object)) {
    const path = [...parents, name];
    if (value === null || value === undefined) continue;
    if (Array.isArray(value)) addToken(tokens, path.join('.'), value.map(plainValue), placeOf(path));
    else if (typeof value === 'object')
      flattenObject(value as Readonly<Record<string, unknown>>, path, placeOf, tokens);
    else addToken(tokens, path.join('.'), plainValue(value), placeOf(path));
  }
}

/** One length for all four margins is the commonest shorthand; undone here so that layers can cover single sides. */
function addToken(tokens: Tokens, path: string, value: TokenValue, origin: Origin | null): void {
  if (path === 'page.margin') {
    for (const side of ['inner', 'outer', 'top', 'bottom'])
      tokens.set(`page.margin.${side}`, { value, origin, under: null });
  } else {
    tokens.set(path, { value, origin, under: null });
  }
}

function plainValue(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
