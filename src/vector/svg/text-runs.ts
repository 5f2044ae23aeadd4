import { readLength } from './lengths.ts';
import { type Style, styleOf } from './style.ts';
import type { SvgContext, SvgScope } from './svg-context.ts';
import { isElement, type SvgElement } from './svg-tree.ts';

/** A character with its looks, and where its element puts it; lengths are in units of the element. */
export interface PlacedCharacter {
  /** One code point. */
  readonly text: string;
  readonly element: SvgElement;
  readonly style: Style;
  /** Where it begins; null = behind what stands before it. */
  readonly x: number | null;
  readonly y: number | null;
  /** Moved so far. */
  readonly dx: number;
  readonly dy: number;
}

/** Elements within a text whose words belong to it (SVG 2, 11.2). */
const WITHIN: ReadonlySet<string> = new Set(['tspan', 'a', 'textPath', 'tref', 'altGlyph']);

/** The characters of a text, white space collapsed (SVG 2, 11.7; CSS Text 4, 4.1). */
export function readCharacters(
  text: SvgElement,
  scope: SvgScope,
  context: SvgContext,
): readonly PlacedCharacter[] {
  const characters: PlacedCharacter[] = [];
  collect(text, scope.style, scope, context, characters);
  const trimmed = dropSpaceAtEnd(characters);
  const first = trimmed[0];
  // what is not placed at all begins at the origin
  return first === undefined ? [] : [{ ...first, x: first.x ?? 0, y: first.y ?? 0 }, ...trimmed.slice(1)];
}

function collect(
  element: SvgElement,
  style: Style,
  scope: SvgScope,
  context: SvgContext,
  characters: PlacedCharacter[],
): void {
  const places = readPlaces(element, style, scope);
  if (element.name === 'textPath') context.notice('<textPath>', element);
  if (element.attributes['rotate'] !== undefined) context.notice('rotate', element);
  const first = characters.length;
  for (const child of element.children) {
    if (!isElement(child)) addWords(child, element, style, characters);
    else if (WITHIN.has(child.name)) {
      const own = styleOf(child, style, context.sheet);
      if (own['display'] !== 'none') collect(child, own, scope, context, characters);
    } else if (child.name !== 'title' && child.name !== 'desc')
      context.notice(`<text> <${child.name}>`, child);
  }
  place(characters, first, places);
}

function addWords(words: string, element: SvgElement, style: Style, characters: PlacedCharacter[]): void {
  const keeps =
    element.attributes['xml:space'] === 'preserve' || /^(?:pre|break-spaces)/.test(style['white-space']!);
  for (const text of words.replace(/[\t\n\r]/g, ' ')) {
    const before = characters.at(-1);
    if (text === ' ' && !keeps && (before === undefined || before.text === ' ')) continue;
    characters.push({ text, element, style, x: null, y: null, dx: 0, dy: 0 });
  }
}

function dropSpaceAtEnd(characters: readonly PlacedCharacter[]): readonly PlacedCharacter[] {
  const last = characters.at(-1);
  return last?.text === ' ' && last.style['white-space'] === 'normal' && !isKept(last.element)
    ? characters.slice(0, -1)
    : characters;
}

const isKept = ({ attributes }: SvgElement) => attributes['xml:space'] === 'preserve';

type Places = Readonly<Record<'x' | 'y' | 'dx' | 'dy', readonly (number | null)[]>>;

function readPlaces({ attributes }: SvgElement, style: Style, { viewport }: SvgScope): Places {
  const fontSize = Number(style['font-size']);
  const list = (name: string, whole: number) =>
    (attributes[name]?.trim().split(/[\s,]+/) ?? []).map((written) =>
      readLength(written, { whole, fontSize }),
    );
  const { width, height } = viewport;
  return { x: list('x', width), y: list('y', height), dx: list('dx', width), dy: list('dy', height) };
}

/** What an inner element says of a character holds before what one around it says. */
function place(characters: PlacedCharacter[], first: number, { x, y, dx, dy }: Places): void {
  const most = Math.max(x.length, y.length, dx.length, dy.length);
  for (let index = 0; index < most && first + index < characters.length; index++) {
    const known = characters[first + index]!;
    characters[first + index] = {
      ...known,
      x: known.x ?? x[index] ?? null,
      y: known.y ?? y[index] ?? null,
      dx: known.dx || (dx[index] ?? 0),
      dy: known.dy || (dy[index] ?? 0),
    };
  }
}
