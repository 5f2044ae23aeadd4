import { loadPeer } from '../base/load-peer.ts';
import { fileOf, innerOf } from './languages.ts';
import type { CodeToken, TokenKind } from './token.ts';

/** What is used of highlight.js (11). */
interface Engine {
  registerLanguage(name: string, language: unknown): void;
  highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { readonly value: string };
}

interface Loaded<T> {
  readonly default: T;
}

/** Tells what code is made of, with the languages that are asked for, each read when it is first met. */
export class Highlighter {
  readonly #engine: Engine;
  readonly #known = new Map<string, boolean>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The tokens of the code; null where the language is not known. */
  async highlight(code: string, language: string): Promise<readonly CodeToken[] | null> {
    const file = fileOf(language);
    if (file === null || !(await this.#load(file))) return null;
    return readTokens(this.#engine.highlight(code, { language: file, ignoreIllegals: true }).value);
  }

  async #load(file: string): Promise<boolean> {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const language = await loadPeer<Loaded<unknown>>(`highlight.js/lib/languages/${file}`);
    if (language !== null) this.#engine.registerLanguage(file, language.default);
    this.#known.set(file, language !== null);
    for (const inner of innerOf(file)) await this.#load(inner);
    return language !== null;
  }
}

/** Null where the package is not there. */
export async function openHighlighter(): Promise<Highlighter | null> {
  const core = await loadPeer<Loaded<{ newInstance(): Engine }>>('highlight.js/lib/core');
  return core && new Highlighter(core.default.newInstance());
}

/** What highlight.js calls things (its "scopes"), as they are printed; all others as what they stand in. */
const KINDS: Readonly<Record<string, TokenKind | null>> = {
  keyword: 'keyword',
  literal: 'keyword',
  'selector-tag': 'keyword',
  string: 'string',
  regexp: 'string',
  char: 'string',
  link: 'string',
  code: 'string',
  number: 'number',
  symbol: 'number',
  bullet: 'number',
  comment: 'comment',
  quote: 'comment',
  title: 'name',
  section: 'name',
  name: 'name',
  'selector-id': 'name',
  'selector-class': 'name',
  'selector-attr': 'name',
  'selector-pseudo': 'name',
  attr: 'name',
  attribute: 'name',
  type: 'type',
  built_in: 'type',
  class: 'type',
  meta: 'meta',
  doctag: 'meta',
  addition: 'added',
  deletion: 'removed',
  subst: null,
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Its answer is HTML of one element, `span`, and five entities. */
function readTokens(html: string): readonly CodeToken[] {
  const tokens: { text: string; kind: TokenKind | null }[] = [];
  const open: (TokenKind | null)[] = [];
  for (const [part, names, entity] of html.matchAll(/<span class="([^"]*)">|<\/span>|&(#?\w+);|[^<&]+/g)) {
    const around = open.at(-1) ?? null;
    if (names !== undefined) open.push(kindOf(names, around));
    else if (part === '</span>') open.pop();
    else {
      const text = entity === undefined ? part : (ENTITIES[entity] ?? part);
      const last = tokens.at(-1);
      if (last !== undefined && last.kind === around) last.text += text;
      else tokens.push({ text, kind: around });
    }
  }
  return tokens;
}

function kindOf(names: string, around: TokenKind | null): TokenKind | null {
  const name = /^hljs-([\w-]+)/.exec(names)?.[1] ?? '';
  return Object.hasOwn(KINDS, name) ? KINDS[name]! : around;
}
