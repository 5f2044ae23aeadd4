import type { Direction } from '../base/geometry.ts';
import type { Face } from '../font/face.ts';
import { familiesOf, familyKey } from '../font/family.ts';
import { TOKEN_KINDS } from '../highlight/token.ts';
import type { Color } from '../theme/style-values.ts';
import type { Theme, ThemeBoxStyle, ThemeTextStyle } from '../theme/theme.ts';
import { number } from '../vector/svg/write-path.ts';
import { contrastOf, dayInk, isLight, LEAST_CONTRAST, nightGround, nightInk } from './contrast.ts';
import { boxClass, className } from './xml.ts';

/**
 * The theme as a style sheet: a class for each row of `roles` and `boxes` in use, so that a change of the
 * theme changes the e-book as it does the print. Lengths become parts of the text size, which is the
 * reader's to choose. What is about sheets of paper (measures, kashida, fixed places) has no counterpart.
 */
export function themeCss(
  theme: Theme,
  used: {
    readonly styleNames: ReadonlySet<string>;
    readonly boxes: ReadonlySet<string>;
    readonly isTurned: boolean;
    readonly hasHeavy: boolean;
    readonly coloursCode: boolean;
    readonly marksLines: boolean;
  },
  faces: readonly Face[],
  direction: Direction,
): string {
  const rule = (selector: string, body: readonly string[]) =>
    body.length === 0 ? '' : `${selector} {\n${body.map((line) => `  ${line};\n`).join('')}}\n`;
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  const grounds = [...used.boxes].flatMap((name) => theme.boxes[name]?.background ?? []);
  const inkOf = (color: Color) => dayInk(color, grounds);
  const fallbacks = [...new Set(faces.map(({ family }) => family))];
  const textRules = [...used.styleNames].sort().flatMap((name) => {
    const textStyle = theme.roles[name];
    if (textStyle === undefined) return [];
    const selector = `.${className(name)}`;
    // nothing in it is lighter than itself
    const strong = textStyle.weight > theme.text.strong ? ['font-weight: inherit'] : [];
    return [
      rule(selector, textStyleCss(textStyle, theme, fallbacks, inkOf)),
      rule(`${selector} strong, ${selector} em.heavy`, strong),
    ];
  });
  const boxes = [...used.boxes].sort().flatMap((name) => {
    const box = theme.boxes[name];
    if (box === undefined) return [];
    const selector = `.${boxClass(name)}`;
    return [
      rule(selector, boxCss(box, theme, direction)),
      used.isTurned ? rule(`[dir="${other}"] > ${selector}`, turnedCss(box, theme, other)) : '',
      // its padding is the space after its last block
      rule(`${selector} > :last-child`, box.background === null ? [] : ['margin-bottom: 0']),
      rule(`${selector}::before`, partRuleCss(box, theme)),
      ...darkRules(selector, box.background, theme, used.styleNames, rule),
    ];
  });
  const body = theme.roles['body'];
  const base = [`font-family: ${stackOf(theme.text.family, fallbacks)}`];
  if (body !== undefined) base.push(`line-height: ${number(body.leading / body.size)}`);
  return [
    rule('body', base),
    ...colorRules(theme, fallbacks, inkOf, rule),
    rule('em.heavy', used.hasHeavy ? [`font-weight: ${theme.text.strong}`] : []),
    ...textRules,
    ...(used.coloursCode ? tokenRules(theme, inkOf, rule) : []),
    ...(used.marksLines ? lineRules(theme, inkOf, rule) : []),
    ...boxes,
    ...(used.boxes.has('bibliography') ? bibliographyRules(theme, rule) : []),
    rule('.indented', [`text-indent: ${ems(theme.text.indent, theme.text.size)}`]),
    nightRules(theme, used, rule),
  ].join('');
}

/** Of code in colour: only what differs from all code. */
function tokenRules(
  { roles }: Theme,
  inkOf: (color: Color) => Color,
  rule: (selector: string, body: readonly string[]) => string,
): readonly string[] {
  return TOKEN_KINDS.flatMap((kind) => {
    const row = roles[`code-${kind}`];
    if (row === undefined) return [];
    const weight = row.weight === roles['code']?.weight ? [] : [`font-weight: ${row.weight}`];
    return [rule(`.code-${kind}`, [`color: ${inkOf(row.color)}`, ...weight])];
  });
}

/** What stands before lines of code, said by the style sheet alone. */
function lineRules(
  { colors }: Theme,
  inkOf: (color: Color) => Color,
  rule: (selector: string, body: readonly string[]) => string,
): readonly string[] {
  return [
    rule('.code-line::before', [
      'content: attr(data-number)',
      'display: inline-block',
      'min-width: 1.6em',
      'margin-right: .7em',
      'padding-right: .3em',
      'border-right: .2em solid transparent',
      'text-align: right',
      `color: ${inkOf(colors['grey'] ?? '#000000')}`,
    ]),
    rule('.marked-line::before', [`border-right-color: ${accentOf(colors)}`, 'font-weight: 600']),
  ];
}

/** Each entry hangs from its own side, or stands behind its number. */
function bibliographyRules(
  { boxes, roles, text }: Theme,
  rule: (selector: string, body: readonly string[]) => string,
): readonly string[] {
  const { padding, gap } = boxes['bibliography'] ?? { padding: { start: 0 }, gap: 0 };
  const hang = ems(padding.start, roles['bibliography']?.size ?? text.size);
  return [
    rule('.box-bibliography', ['padding: 0']),
    rule('.box-bibliography ul', ['list-style-type: none', 'margin: 0', 'padding: 0']),
    rule('.box-bibliography ul > li', ['display: block', `margin: 0 0 ${ems(gap, text.size)}`]),
    rule('.box-bibliography p', [`padding-inline-start: ${hang}`, `text-indent: -${hang}`, 'margin: 0']),
  ];
}

/** The same hues for a reader who has turned the page dark. */
function nightRules(
  { colors, roles, boxes }: Theme,
  used: {
    readonly styleNames: ReadonlySet<string>;
    readonly boxes: ReadonlySet<string>;
    readonly coloursCode: boolean;
  },
  rule: (selector: string, body: readonly string[]) => string,
): string {
  const texts = [...used.styleNames].sort().map((name) => {
    const color = roles[name]?.color;
    const isOwn = color !== undefined && color !== colors['ink'];
    return rule(`.${className(name)}`, isOwn ? [`color: ${nightInk(color)}`] : []);
  });
  const grounds = [...used.boxes].sort().map((name) => {
    const ground = boxes[name]?.background ?? null;
    const lines = ground === null ? [] : [`background-color: ${nightGround(ground)}`, 'color: #FFFFFF'];
    return rule(`.${boxClass(name)}`, lines);
  });
  const tokens = TOKEN_KINDS.map((kind) => {
    const color = roles[`code-${kind}`]?.color;
    return used.coloursCode && color !== undefined
      ? rule(`.code-${kind}`, [`color: ${nightInk(color)}`])
      : '';
  });
  const code = roles['inline-code'];
  return [
    '@media (prefers-color-scheme: dark) {\n',
    rule(ACCENTED.join(', '), [`color: ${nightInk(accentOf(colors))}`]),
    code === undefined ? '' : rule(CODE_IN_TEXT, [`color: ${nightInk(code.color)}`]),
    ...texts,
    ...tokens,
    ...grounds,
    '}\n',
  ].join('');
}

/** On a dark ground a text has its own colour, which the page has not where it is light, or that of the box. */
function darkRules(
  selector: string,
  ground: Color | null,
  { colors, roles }: Theme,
  styleNames: ReadonlySet<string>,
  rule: (selector: string, body: readonly string[]) => string,
): readonly string[] {
  if (ground === null || isLight(ground)) return [];
  const named = [...styleNames].sort().map((name) => [`.${className(name)}`, roles[name]?.color] as const);
  const accented = ACCENTED.map((name) => [name, accentOf(colors)] as const);
  return [...accented, ['code', roles['inline-code']?.color] as const, ...named].flatMap(([name, color]) => {
    if (color === undefined || color === colors['ink']) return [];
    const own = contrastOf(color, ground) >= LEAST_CONTRAST ? color : 'inherit';
    return [rule(`${selector} ${name}`, [`color: ${own}`])];
  });
}

/** What has the colour of the theme's accent. */
const ACCENTED = ['a', 'em.accent', '.marker'];
const accentOf = (colors: Theme['colors']) => colors['accent'] ?? '#000000';
const CODE_IN_TEXT = 'p code, li code, td code, dd code';

/** What stands for a way of setting and not for a row. */
function colorRules(
  { colors, roles, text }: Theme,
  fallbacks: readonly string[],
  inkOf: (color: Color) => Color,
  rule: (selector: string, body: readonly string[]) => string,
): readonly string[] {
  const code = roles['inline-code'];
  return [
    rule(ACCENTED.join(', '), [`color: ${inkOf(accentOf(colors))}`]),
    rule('strong', [`font-weight: ${text.strong}`]),
    ...(code === undefined
      ? []
      : [
          rule(CODE_IN_TEXT, [
            `font-family: ${stackOf(code.family, fallbacks)}`,
            `font-size: ${ems(code.size, text.size)}`,
            `color: ${inkOf(code.color)}`,
          ]),
        ]),
  ];
}

function textStyleCss(
  textStyle: ThemeTextStyle,
  theme: Theme,
  fallbacks: readonly string[],
  inkOf: (color: Color) => Color,
): readonly string[] {
  const { size, color, italic, align } = textStyle;
  const lines = [
    `font-family: ${stackOf(textStyle.family, fallbacks)}`,
    `font-size: ${ems(size, theme.text.size)}`,
    `line-height: ${number(textStyle.leading / size)}`,
    `font-weight: ${textStyle.weight}`,
    `margin: ${ems(textStyle.before, size)} 0 ${ems(textStyle.after, size)}`,
    // `fit` sets a line to the measure of the page, which a screen has not
    `text-align: ${align === 'fit' ? 'center' : align}`,
  ];
  if (italic) lines.push('font-style: italic');
  // the ink is the reader's: white on black at night
  if (color !== theme.colors['ink']) lines.push(`color: ${inkOf(color)}`);
  if (textStyle.keep) lines.push('page-break-after: avoid', 'break-after: avoid');
  return lines;
}

function boxCss(box: ThemeBoxStyle, { text, colors }: Theme, direction: Direction): readonly string[] {
  const { padding } = box;
  const em = (points: number) => ems(points, text.size);
  const [left, right] = direction === 'rtl' ? [padding.end, padding.start] : [padding.start, padding.end];
  const isWholeRule = ({ length }: ThemeBoxStyle['rules'][number]) => length === null;
  const lines = [
    `margin: ${em(box.before)} 0 ${em(box.after)}`,
    `padding: ${em(padding.before)} ${em(right)} ${em(padding.after)} ${em(left)}`,
  ];
  // a light ground needs dark letters even where the reader has turned the page dark
  if (box.background !== null)
    lines.push(`background-color: ${box.background}`, `color: ${groundInk(box.background, colors)}`);
  for (const { edge, rule } of box.rules.filter(isWholeRule))
    lines.push(`border-${physical(edge, direction)}: ${number(rule.width)}px solid ${rule.color}`);
  if (box.keepAbove) lines.push('page-break-before: avoid', 'break-before: avoid');
  if (box.keep) lines.push('page-break-inside: avoid', 'break-inside: avoid');
  return lines;
}

/** What of a box is on its sides, for where it begins from the other one. */
function turnedCss(box: ThemeBoxStyle, theme: Theme, direction: Direction): readonly string[] {
  const sides = ['start', 'end'] as const;
  const bare = box.rules.filter(({ edge, length }) => length === null && sides.some((side) => side === edge));
  const { start, end } = box.padding;
  if (bare.length === 0 && start === end) return [];
  const turned = boxCss(box, theme, direction).filter((line) =>
    /^(?:padding|border-(?:left|right)):/.test(line),
  );
  const empty = ['left', 'right'].filter((side) => !turned.some((line) => line.startsWith(`border-${side}`)));
  return [...turned, ...(bare.length === 0 ? [] : empty.map((side) => `border-${side}: 0`))];
}

/** Ink or paper, whichever stands out more. */
function groundInk(ground: Color, colors: Theme['colors']): Color {
  const [ink, paper] = [colors['ink'] ?? '#000000', colors['paper'] ?? '#FFFFFF'];
  return contrastOf(ink, ground) >= contrastOf(paper, ground) ? ink : paper;
}

/** A rule along part of an edge: CSS borders know none, so it is a line of its own above the box's words. */
function partRuleCss({ rules, padding }: ThemeBoxStyle, { text }: Theme): readonly string[] {
  const part = rules.find(({ edge, length }) => edge === 'before' && length !== null);
  if (part === undefined || part.length === null) return [];
  return [
    'content: ""',
    'display: block',
    `width: ${ems(part.length, text.size)}`,
    `border-top: ${number(part.rule.width)}px solid ${part.rule.color}`,
    `margin-bottom: ${ems(padding.before, text.size)}`,
  ];
}

function physical(edge: ThemeBoxStyle['rules'][number]['edge'], direction: Direction): string {
  if (edge === 'before') return 'top';
  if (edge === 'after') return 'bottom';
  return (edge === 'start') === (direction === 'rtl') ? 'right' : 'left';
}

function ems(points: number, size: number): string {
  return points === 0 ? '0' : `${number(points / size)}em`;
}

/** The families asked for, then every other one embedded, for the characters they lack. */
function stackOf(families: string, fallbacks: readonly string[]): string {
  const asked = familiesOf(families);
  const isAsked = (name: string) => asked.some((family) => familyKey(name) === familyKey(family));
  const own = asked.flatMap((family) => {
    const embedded = fallbacks.filter((name) => familyKey(name) === familyKey(family));
    return embedded.length > 0 ? embedded : [familyName(family)];
  });
  return [...own, ...fallbacks.filter((name) => !isAsked(name))]
    .map((name) => `"${name}"`)
    .concat('serif')
    .join(', ');
}

/** A theme may name any family; in a style sheet only a plain name is safe. */
function familyName(name: string): string {
  return name.replace(/[^\p{L}\p{N} _-]/gu, '');
}
