import type { Color } from '../theme/style-values.ts';

/** Of text and its ground (WCAG 2.1, 1.4.3), large text too. */
export const LEAST_CONTRAST = 4.5;

/** The lightest ground that a dark page has here: what is read on it is read on every darker one. */
const NIGHT: Color = '#303030';
const STEPS = 20;

/** Red, green and blue: 0 to 255. */
const channelsOf = (color: Color): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

const hexOf = (channel: number) => Math.round(channel).toString(16).padStart(2, '0').toUpperCase();

/** WCAG 2.1, "relative luminance". */
function luminanceOf(color: Color): number {
  const [red, green, blue] = channelsOf(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** From 1 to 21 (WCAG 2.1, "contrast ratio"). */
export function contrastOf(one: Color, other: Color): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** As little of `toward` in it as makes it readable on `ground`. */
function readableOn(color: Color, ground: Color, toward: Color): Color {
  for (let step = 0; step < STEPS; step++) {
    const mixed = mix(color, toward, step / STEPS);
    if (contrastOf(mixed, ground) >= LEAST_CONTRAST) return mixed;
  }
  return toward;
}

function mix(color: Color, toward: Color, share: number): Color {
  const to = channelsOf(toward);
  return `#${channelsOf(color)
    .map((channel, at) => hexOf(channel + (to[at]! - channel) * share))
    .join('')}`;
}

/** Whether the ground is one for dark letters. */
export const isLight = (ground: Color): boolean =>
  contrastOf(ground, '#000000') >= contrastOf(ground, '#FFFFFF');

/** A colour of text on a white page and on the light ones of these grounds: darker where it is too light for one of them. */
export function dayInk(color: Color, grounds: readonly Color[]): Color {
  const light: readonly Color[] = ['#FFFFFF', ...grounds.filter(isLight)];
  const darkest = light.reduce((one, other) => (luminanceOf(other) < luminanceOf(one) ? other : one));
  return readableOn(color, darkest, '#000000');
}

/** The same on a dark page. */
export const nightInk = (color: Color): Color => readableOn(color, NIGHT, '#FFFFFF');

/** The ground of a box on a dark page: its hue, and no lighter than the page may be. */
export function nightGround(color: Color): Color {
  let ground = color;
  for (let step = 1; luminanceOf(ground) > luminanceOf(NIGHT); step++)
    ground = mix(color, '#000000', step / STEPS);
  return ground;
}
