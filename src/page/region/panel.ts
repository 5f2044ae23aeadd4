import type { Artifact } from '../../base/element.ts';
import type { Direction, Point } from '../../base/geometry.ts';
import { polygon, polyline } from '../../base/path.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { Color, Edges, Rule } from '../../theme/style-values.ts';
import type { Frame } from '../frame.ts';
import type { DrawItem, DrawnPath } from '../page.ts';
import type { PanelPart } from './cursor.ts';

const GROUND: Artifact = { artifact: 'Background', subtype: null };
const RULE: Artifact = { artifact: 'Layout', subtype: null };

/** The ground and the rules of a panel, or of the part of it on one page. `dx` is added to x. */
export function drawPanel(part: PanelPart, dx: number): readonly DrawItem[] {
  const { panel, top, bottom } = part;
  const frame = { ...panel.frame, x: panel.frame.x + dx };
  const drawItems: DrawItem[] = [];
  if (panel.background !== null) drawItems.push(drawGround(frame, top, bottom, panel.background));
  for (const { edge, rule, length } of panel.rules) {
    // A panel parted by a page end has its upper rule on the first page and its lower rule on the last.
    if ((edge === 'before' && !part.first) || (edge === 'after' && !part.last)) continue;
    drawItems.push(drawEdge(edge, rule, length, frame, part));
  }
  return drawItems;
}

export function drawGround(frame: Frame, top: number, bottom: number, fill: Color): DrawnPath {
  const left = frame.x;
  const right = frame.x + frame.width;
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { kind: 'path', path: polygon(points), fill, stroke: null, tagTarget: GROUND };
}

/** A rule from the start edge of `frame`, hanging down from `top`. */
export function drawRule(
  frame: Frame,
  top: number,
  rule: Rule,
  length: number,
  direction: Direction,
): DrawnPath {
  const y = top + rule.width / 2;
  const x = direction === 'rtl' ? frame.x + frame.width - length : frame.x;
  return strokeOf({ x, y }, { x: x + length, y }, rule);
}

function drawEdge(
  edge: keyof Edges,
  rule: Rule,
  length: number | null,
  frame: Frame,
  part: PanelPart,
): DrawnPath {
  const { direction } = part.panel;
  const across = Math.min(length ?? frame.width, frame.width);
  const down = Math.min(length ?? Number.POSITIVE_INFINITY, part.bottom - part.top);
  const half = rule.width / 2;
  const near = direction === 'rtl' ? frame.x + frame.width - half : frame.x + half;
  const far = direction === 'rtl' ? frame.x + half : frame.x + frame.width - half;
  switch (edge) {
    case 'before':
      return drawRule(frame, part.top, rule, across, direction);
    case 'after':
      return drawRule(frame, part.bottom - rule.width, rule, across, direction);
    case 'start':
      return strokeOf({ x: near, y: part.top }, { x: near, y: part.top + down }, rule);
    case 'end':
      return strokeOf({ x: far, y: part.top }, { x: far, y: part.top + down }, rule);
    default:
      return unreachable(edge, 'start, end, before, after');
  }
}

function strokeOf(from: Point, to: Point, rule: Rule): DrawnPath {
  return { kind: 'path', path: polyline([from, to]), fill: null, stroke: rule, tagTarget: RULE };
}
