import type { WordFace } from '../outlined-text.ts';
import type { Style } from './style.ts';

/** The face of the document that comes closest to the one that is asked for. */
export function faceOf(style: Style): WordFace {
  const family = style['font-family']!.toLowerCase();
  const weight = style['font-weight']!;
  return {
    family: FAMILIES.find(([pattern]) => pattern.test(family))?.[1] ?? 'sans',
    bold: /^bold/.test(weight) || Number(weight) >= 600,
    italic: /^(?:italic|oblique)/.test(style['font-style']!),
  };
}

const FAMILIES: readonly (readonly [RegExp, WordFace['family']])[] = [
  [/mono|courier|consol|menlo|\bcode\b|typewriter/, 'mono'],
  [/sans|arial|helvetica|verdana|tahoma|segoe|roboto/, 'sans'],
  [/serif|times|georgia|garamond|palatino|roman|amiri|naskh|scheherazade|\bcm/, 'serif'],
];

/** How far below the baseline of its line that of its letters lies (CSS Inline 3, 4.2.2), of a letter of usual proportions. */
export function shiftOf(style: Style, size: number): number {
  const own = style['alignment-baseline'];
  const aligned = own !== 'auto' && own !== 'baseline' ? own : style['dominant-baseline'];
  return ((BASELINES.get(aligned!) ?? 0) + raisedOf(style['baseline-shift']!, size)) * size;
}

const BASELINES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    middle: 0.26,
    central: 0.36,
    hanging: 0.75,
    mathematical: 0.5,
    'text-before-edge': 0.93,
    'text-top': 0.93,
    'before-edge': 0.93,
    'text-after-edge': -0.24,
    'text-bottom': -0.24,
    'after-edge': -0.24,
    ideographic: -0.24,
  }),
);

function raisedOf(shift: string, size: number): number {
  if (shift === 'super') return -0.4;
  if (shift === 'sub') return 0.2;
  const value = Number.parseFloat(shift);
  if (!Number.isFinite(value)) return 0;
  return -(shift.endsWith('%') ? value / 100 : shift.endsWith('em') ? value : value / size);
}
