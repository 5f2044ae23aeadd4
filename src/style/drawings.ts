import { circle, polygon, polyline } from '../base/path.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { Theme } from '../theme/theme.ts';
import type { ShapePath } from './blocks.ts';
import { drawStar, point } from './ornament.ts';

/** What a theme draws, and not only sets: bars, years on a line, a pause. For pages and for screens. */

/** A drawing as wide as the room it is given. Points. */
export interface ThemeDrawing {
  readonly height: number;
  readonly paths: readonly ShapePath[];
}

/** The longest bar in the accent, the others paler; a hairline at the start joins them to a common foot. */
export function drawBar(isLongest: boolean, theme: Theme): ThemeDrawing {
  const height = textStyleIn(theme, 'bar-label').leading;
  const { colors } = theme;
  const fill = (isLongest ? colors['accent'] : colors['soft']) ?? '#000000';
  const top = height * 0.24;
  const foot = height * 0.8;
  const bar = [point(0, 0, top), point(1, 0, top), point(1, 0, foot), point(0, 0, foot)];
  const axis = [point(0, 0, 0), point(0, 0, height)];
  const paths = [
    { path: polygon(bar), fill, stroke: null },
    { path: polyline(axis), fill: null, stroke: { width: 0.5, color: colors['grey'] ?? '#000000' } },
  ];
  return { height, paths };
}

/** Whether the line of years begins or ends at the dot of an event. */
export interface LineEnds {
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Points. The dot's middle lies its radius after the start edge, so that dot, year and event begin together. */
const EVENT_HEIGHT = 14;
export const DOT_RADIUS = 3.6;

/** A piece of the line of years, with a dot at its start. */
export function drawEvent({ begins, ends }: LineEnds, { colors }: Theme): ThemeDrawing {
  const y = EVENT_HEIGHT / 2;
  const from = begins ? point(0, DOT_RADIUS, y) : point(0, 0, y);
  const to = ends ? point(0, DOT_RADIUS, y) : point(1, 0, y);
  const line = {
    path: polyline([from, to]),
    fill: null,
    stroke: { width: 1, color: colors['sand'] ?? '#000000' },
  };
  const dot = {
    path: circle(DOT_RADIUS, (dx, dy) => point(0, DOT_RADIUS + dx, y + dy)),
    fill: colors['accent'] ?? '#000000',
    stroke: null,
  };
  return { height: EVENT_HEIGHT, paths: [line, dot] };
}

/** From the line that runs down beside events to what they say; points. */
export const EVENT_INSET = 14;

/** The dot of an event on a line that runs down before it, which its box draws. @param height of the line of its year */
export function drawEventBelow(height: number, { colors }: Theme): ThemeDrawing {
  const dot = {
    path: circle(DOT_RADIUS, (dx, dy) => point(0, dx - EVENT_INSET, height / 2 + dy)),
    fill: colors['accent'] ?? '#000000',
    stroke: null,
  };
  return { height: 0, paths: [dot] };
}

/** A pause in the text: a star between two lozenges, drawn, for none of the bundled faces has an ornament. */
export function drawPause({ text, colors }: Theme): ThemeDrawing {
  const height = text.leading;
  const color = colors['sand'] ?? colors['ink'] ?? '#000000';
  const y = height / 2;
  const lozenges = [-18, 18].map((plus) => ({
    path: polygon([
      point(0.5, plus - 2.2, y),
      point(0.5, plus, y - 2.2),
      point(0.5, plus + 2.2, y),
      point(0.5, plus, y + 2.2),
    ]),
    fill: color,
    stroke: null,
  }));
  return { height, paths: [...drawStar(y, 6.5, { width: 0.7, color }), ...lozenges] };
}
