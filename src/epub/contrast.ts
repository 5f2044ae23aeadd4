import type { Color } from '../theme/style-values.ts';

/** Of text and its ground (WCAG 2.1, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/** The lightest ground that a dark page has here: what is read on it is read on every darker one. */
const NIGHT: Color = '#303030';
const STEPS = 20;

type Channels = readonly [number, number, number];

const channelsOf = (color: Color): Channels =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Channels;

const colorOf = (channels: Channels): Color =>
  `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`.toUpperCase() as Color;

/** WCAG 2.1, "relative luminance". */
function luminanceOf(color: Color): number {
  const [red, green, blue] = channelsOf(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

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
  const [from, to] = [channelsOf(color), channelsOf(toward)];
  return colorOf(from.map((channel, at) => channel + (to[at]! - channel) * share) as unknown as Channels);
}

/** A colour of text on a white page: darker where it is too light for one. */
export const dayInk = (color: Color): Color => readableOn(color, '#FFFFFF', '#000000');

/** The same on a dark page. */
export const nightInk = (color: Color): Color => readableOn(color, NIGHT, '#FFFFFF');

/** The ground of a box on a dark page: its hue, and hardly lighter than the page. */
export function nightGround(color: Color): Color {
  return luminanceOf(color) <= luminanceOf(NIGHT) ? color : darkened(color);
}

function darkened(color: Color): Color {
  let share = 0;
  while (luminanceOf(mix(color, '#000000', share)) > luminanceOf(NIGHT)) share += 1 / STEPS;
  return mix(color, '#000000', share);
}
