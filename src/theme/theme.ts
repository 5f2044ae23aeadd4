import type { TehMarbuta } from '../base/alphabets.ts';
import type { CounterStyle } from '../base/counters.ts';
import { Sink } from '../base/diagnostic.ts';
import type { StructTag } from '../base/element.ts';
import type { Size } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import { suggestName } from '../base/suggest-name.ts';
import { TextCache } from '../base/text-cache.ts';
import { type World, WorldError } from '../base/world.ts';
import type { TemplateFile } from '../project/find-template.ts';
import { reportFault } from '../project/report-fault.ts';
import type { ThemeChoice } from '../project/settings.ts';
import { baseTokens } from './base-theme.ts';
import type { CoverStyle } from './cover-style.ts';
import type { PrintStyle } from './print-style.ts';
import { readTheme } from './read-theme.ts';
import type { Color, Edges, FloatPlace, KashidaStyle, NoteStyle, Rule, TextAlign } from './style-values.ts';
import { type PlaceOf, readThemeFile, readThemeObject, type Tokens } from './theme-tokens.ts';

/**
 * A theme is a YAML file of tokens, all of which theme-table.ts lists (docs/theme.md, for users, is written from it):
 * groups of what a user may want to change, and the tables `roles` (of text), `boxes` (around blocks) and `masters` (of
 * pages), a row for each style. A directive in a template or in the text that is named for a row of `roles` sets its
 * paragraphs so; one named for a row of `boxes` puts its blocks in that box. Hence a new container is a row, and a rule
 * only where its shape is new.
 *
 * Layers, the later over the earlier: base-theme.ts, what the theme `extends`, the theme, the user's own
 * tokens.
 */
export interface Theme {
  readonly page: {
    readonly size: Size;
    readonly margin: {
      readonly inner: number;
      readonly outer: number;
      readonly top: number;
      readonly bottom: number;
    };
    /** `auto` is the side of page one: left in a right-bound book. */
    readonly opening: 'left' | 'right' | 'any' | 'auto' | 'recto' | 'verso';
    readonly binding: 'right' | 'left' | 'auto';
    readonly breaks: 'optimal' | 'greedy';
    readonly head: number;
    readonly foot: number;
    readonly grid: number;
  };
  readonly text: {
    readonly family: string;
    readonly size: number;
    readonly leading: number;
    readonly align: 'justify' | 'start';
    readonly kashida: KashidaStyle;
    /** Of a paragraph that follows another, at its first line. */
    readonly indent: number;
    readonly emphasis: 'accent' | 'weight' | 'overline';
    /** Weight of strong text. */
    readonly strong: number;
  };
  readonly digits: 'arab' | 'latn' | 'source';
  readonly heading: {
    readonly numbering: 'none' | 'decimal' | 'through';
    /** Of the numbers of headings, by rank; the last holds for all below it. */
    readonly counters: readonly (CounterStyle | 'document')[];
    /** What headings of the first rank do: nothing, start a page, or start where chapters open. */
    readonly opens: 'none' | 'page' | 'opening';
    /** What stands where the text of a chapter ends. */
    readonly ends: 'none' | 'ornament';
    /** White space above a heading that opens a page. */
    readonly drop: number;
    /** Whether the number of a chapter stands over its title (`chapter-number`). */
    readonly ordinal: boolean;
    /** Titles that take no number: preface, conclusion … */
    readonly unnumbered: readonly string[];
  };
  /** Which figures, tables … are numbered, and how. */
  readonly numbers: {
    readonly [kind in 'figures' | 'tables' | 'equations' | 'listings' | 'poems']: 'auto' | 'all' | 'none';
  } & {
    readonly within: 'document' | 'chapter';
    readonly counter: CounterStyle | 'document';
    /** Between a number and its caption. */
    readonly separator: string;
  };
  readonly index: { readonly tehMarbuta: TehMarbuta };
  readonly colors: Readonly<Record<string, Color>>;
  readonly roles: Readonly<Record<string, ThemeTextStyle>>;
  readonly boxes: Readonly<Record<string, ThemeBoxStyle>>;
  readonly masters: Readonly<Record<string, ThemeMaster>>;
  readonly lists: {
    readonly bullets: readonly string[];
    /** `document` counts in the document's digits. */
    readonly counters: readonly (CounterStyle | 'document')[];
    readonly markerWidth: number;
    readonly gap: number;
  };
  /** How small lines of code that are too long may make their type: a share of its size. */
  readonly code: { readonly least: number };
  readonly notes: NoteStyle & {
    readonly numbering: 'document' | 'chapter' | 'page';
    readonly counter: CounterStyle | 'document';
    /** Where they stand in print. */
    readonly place: 'foot' | 'chapter' | 'book';
    readonly markerWidth: number;
  };
  readonly table: {
    readonly padding: Edges;
    readonly rules: {
      readonly top: Rule | null;
      readonly header: Rule | null;
      readonly row: Rule | null;
      readonly bottom: Rule | null;
    };
  };
  readonly print: PrintStyle;
  readonly cover: CoverStyle;
  /** Most dots per inch of raster images, for screens and for paper; 0 = they stay as they are. */
  readonly images: { readonly screen: number; readonly print: number };
  /** Whether the fonts go into an e-book: they set it as the print is set, and make it a megabyte larger. */
  readonly epub: { readonly fonts: boolean };
  /** Where each family was chosen, for complaints about it. */
  readonly familyOrigins: ReadonlyMap<string, Origin | null>;
}

/** How a kind of text looks. Points. */
export interface ThemeTextStyle {
  /** As written; `style` finds the family of that name. */
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  readonly size: number;
  readonly leading: number;
  readonly color: Color;
  readonly align: TextAlign;
  /** A single line is elongated to the measure where this share of its width is enough for it; 0 = never. */
  readonly fit: number;
  readonly kashida: KashidaStyle;
  readonly indent: number;
  readonly before: number;
  readonly after: number;
  readonly keep: boolean;
  readonly tag: StructTag;
}

/** How a kind of container looks. Points. */
export interface ThemeBoxStyle {
  readonly background: Color | null;
  readonly padding: Edges;
  readonly rules: readonly {
    readonly edge: keyof Edges;
    readonly rule: Rule;
    readonly length: number | null;
  }[];
  readonly before: number;
  readonly after: number;
  /** Never broken over pages. */
  readonly keep: boolean;
  /** Where it may stand away from its place. */
  readonly float: FloatPlace;
  /** On the page of the line above it. */
  readonly keepAbove: boolean;
  /** Whether lines of the source are lines of its paragraphs. */
  readonly lines: boolean;
  /** Text style of the paragraphs inside, and of the directive's label. */
  readonly text: string;
  readonly label: string;
  /** Between the cells of a row, between columns and between entries. */
  readonly gap: number;
  /** Most cells in a row, for boxes that set their entries in rows; most columns, for those read down columns. */
  readonly columns: number;
  /** Where columns would be narrower than this there are fewer. */
  readonly columnWidth: number;
  /** A fixed band across the page at this distance from its top, `height` high; null = in the flow. */
  readonly place: { readonly top: number; readonly height: number | null } | null;
  readonly tag: StructTag;
}

export interface ThemeMaster {
  readonly folio: CounterStyle | 'document';
  readonly group: string;
  readonly next: string | null;
}

/** Of themes without a mistake: a template's is some 4 KB, with what a document says. */
const MOST_UNITS = 1024 * 1024;
const sound = new TextCache<Theme>(MOST_UNITS);

/**
 * A theme of the template alone and of what the document says is resolved once as long as both say the same.
 *
 * @param templateTheme the template's own theme.yaml, for when the user names no theme
 * @param placeOf where a token of `choice` was written
 */
export function resolveTheme(
  choice: ThemeChoice,
  templateTheme: TemplateFile,
  world: World,
  sink: Sink,
  placeOf: PlaceOf = () => null,
): Theme {
  const own = readThemeObject(choice.tokens, placeOf);
  own.delete('extends');
  const { path, text } = templateTheme;
  const isAlone = choice.name === null && !text.includes('extends');
  // With their places, which the theme goes on to name.
  const key = isAlone ? `${path}\n${text}\n${JSON.stringify([...own], nameNumbers)}` : null;
  const known = key === null ? undefined : sound.get(key);
  if (known) return known;
  const ownSink = new Sink();
  const source = { world, sink: ownSink };
  const named = choice.name === null ? null : loadTheme(choice.name, placeOf([]), [], source);
  const start = named ?? extendTheme(readThemeFile(text, path, ownSink), [], source);
  const theme = readTheme([baseTokens(), ...start, own], ownSink);
  if (ownSink.diagnostics.length > 0) sink.forward(ownSink.diagnostics, (origin) => origin);
  else if (key !== null) sound.keep(key, theme);
  return theme;
}

/** JSON writes null for numbers that are none. */
function nameNumbers(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value;
}

interface ThemeSource {
  readonly world: World;
  readonly sink: Sink;
}

/** The layers of a theme by name (a folder of templates/) or by path (a .yaml of the project); null where there is none. */
function loadTheme(
  name: string,
  origin: Origin | null,
  chain: readonly string[],
  source: ThemeSource,
): readonly Tokens[] | null {
  if (chain.includes(name)) {
    source.sink.report('theme-cycle', origin, { name, chain: [...chain, name].join(' → ') });
    return [];
  }
  const isPath = /\.ya?ml$/i.test(name);
  const file = isPath ? name : `templates/${name}/theme.yaml`;
  const text = readThemeText(name, file, isPath, origin, source);
  return text === null ? null : extendTheme(readThemeFile(text, file, source.sink), [...chain, name], source);
}

function extendTheme(tokens: Tokens, chain: readonly string[], source: ThemeSource): readonly Tokens[] {
  const parent = tokens.get('extends');
  tokens.delete('extends');
  const below =
    parent === undefined ? [] : (loadTheme(String(parent.value), parent.origin, chain, source) ?? []);
  return [...below, tokens];
}

function readThemeText(
  name: string,
  file: string,
  isPath: boolean,
  origin: Origin | null,
  { world, sink }: ThemeSource,
): string | null {
  const themes = world
    .listAssets('templates')
    .filter((folder) => world.listAssets(`templates/${folder}`).includes('theme.yaml'));
  try {
    if (isPath) return world.readText(file);
    if (themes.includes(name)) return decodeAsset(world, file);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    if (error.fault !== 'missing' && error.fault !== 'outside' && error.fault !== 'hidden') {
      reportFault(error, origin, sink);
      return null;
    }
  }
  // Without a place it comes from the command line, where a wrong word makes a wrong command.
  if (origin === null)
    sink.report('usage-choice', null, { option: '--theme', value: name, known: themes.join(', ') });
  else sink.report('theme-unknown', origin, { name, ...suggestName(name, themes) });
  return null;
}

function decodeAsset(world: World, path: string): string {
  return new TextDecoder().decode(world.readAsset(path));
}
