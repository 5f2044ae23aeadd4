import { readLength } from './lengths.ts';
import { type Declarations, readDeclarations, type StyleSheet } from './style-sheet.ts';
import type { SvgElement } from './svg-tree.ts';

/** What is known of the looks of an element, by property, as written; `font-size` is in units of the drawing. */
export type Style = Readonly<Record<string, string>>;

/** What holds where nothing is said (SVG 2, property index), of all properties that are read. */
const INITIAL = {
  fill: 'black',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-opacity': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  color: 'black',
  'paint-order': 'normal',
  'clip-rule': 'nonzero',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
  visibility: 'visible',
  'font-family': 'sans-serif',
  'font-size': '16',
  'font-style': 'normal',
  'font-weight': 'normal',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
  'white-space': 'normal',
  direction: 'ltr',
  'dominant-baseline': 'auto',
  // those that are not inherited
  display: 'inline',
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  filter: 'none',
  overflow: 'hidden',
  'stop-color': 'black',
  'stop-opacity': '1',
  'vector-effect': 'none',
  'baseline-shift': 'baseline',
  'alignment-baseline': 'auto',
  'mix-blend-mode': 'normal',
  transform: '',
} as const;

type Property = keyof typeof INITIAL;

/** CSS Cascading 4, 7.2: of all others each element has its own. */
const OWN: ReadonlySet<string> = new Set<Property>([
  'display',
  'opacity',
  'clip-path',
  'mask',
  'filter',
  'overflow',
  'stop-color',
  'stop-opacity',
  'vector-effect',
  'baseline-shift',
  'alignment-baseline',
  'mix-blend-mode',
  'transform',
]);

export const INITIAL_STYLE: Style = INITIAL;

/** Those without properties of their own, which an element that says nothing shares with what is around it. */
const inherited = new WeakSet<Style>([INITIAL_STYLE]);

/** From the weakest to the strongest: what is around it, its attributes, the sheet, its attribute `style`. */
export function styleOf(element: SvgElement, around: Style, sheet: StyleSheet): Style {
  const declared = [
    ...attributesOf(element),
    ...sheet.match(element),
    ...readDeclarations(element.attributes['style'] ?? ''),
  ];
  if (declared.length === 0 && inherited.has(around)) return around;
  const style: Record<string, string> = {};
  for (const [name, initial] of Object.entries(INITIAL))
    style[name] = OWN.has(name) ? initial : (around[name] ?? initial);
  if (declared.every(({ name }) => !OWN.has(name))) inherited.add(style);
  const strong = declared.filter(({ important }) => important);
  for (const { name, value } of [...declared.filter(({ important }) => !important), ...strong])
    declare(style, name, value, around);
  return style;
}

/** SVG 2, 6.6. */
function attributesOf({ attributes }: SvgElement): Declarations {
  return Object.entries(attributes).flatMap(([name, value]) =>
    Object.hasOwn(INITIAL, name) && name !== 'transform'
      ? [{ name, value: value.trim(), important: false }]
      : [],
  );
}

function declare(style: Record<string, string>, name: string, value: string, around: Style): void {
  if (name === 'font') declareFont(style, value, around);
  else if (name === 'marker') for (const at of ['start', 'mid', 'end']) style[`marker-${at}`] = value;
  else if (!Object.hasOwn(INITIAL, name)) return;
  else if (value === 'inherit') style[name] = around[name] ?? style[name]!;
  else if (value === 'initial') style[name] = INITIAL[name as Property];
  else if (name === 'font-size') style[name] = String(readFontSize(value, Number(around[name])));
  else if (value !== '' && value !== 'unset') style[name] = value;
}

/** `italic bold 12px/1.5 "A", sans-serif` (CSS Fonts 4, 2.7). */
function declareFont(style: Record<string, string>, value: string, around: Style): void {
  const [, before = '', size, family] =
    /^((?:[a-z-]+\s+|\d{3}\s+)*?)([\d.]+(?:px|pt|em|rem|%)|(?:xx?-)?(?:small|large)|medium)(?:\s*\/\s*\S+)?\s+(.+)$/i.exec(
      value,
    ) ?? [];
  if (size === undefined) return;
  const words = before.toLowerCase().split(/\s+/);
  style['font-style'] = words.find((word) => word === 'italic' || word === 'oblique') ?? 'normal';
  style['font-weight'] = words.find((word) => /^(?:bold(?:er)?|lighter|\d{3})$/.test(word)) ?? 'normal';
  style['font-size'] = String(readFontSize(size, Number(around['font-size'])));
  style['font-family'] = family!;
}

/** CSS Fonts 4, 2.5: of words, in pixels. */
const SIZES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'xx-small': 9,
    'x-small': 10,
    small: 13,
    medium: 16,
    large: 18,
    'x-large': 24,
    'xx-large': 32,
  }),
);

function readFontSize(value: string, around: number): number {
  const size = SIZES.get(value.toLowerCase()) ?? readLength(value, { whole: around, fontSize: around });
  return size === null || size < 0 ? around : size;
}

/** A share, 0–1. */
export function readShare(written: string | undefined): number {
  const [, digits, percent] = /^\s*([-+]?[\d.]+(?:e[-+]?\d+)?)\s*(%?)\s*$/i.exec(written ?? '') ?? [];
  if (digits === undefined) return 1;
  const value = Number(digits) / (percent === '%' ? 100 : 1);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

/** The id in `url(#id)`, and what stands after it; null of any other value. */
export function readReference(value: string): { readonly id: string; readonly rest: string } | null {
  const [, id, rest = ''] = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(value) ?? [];
  return id === undefined ? null : { id, rest };
}
