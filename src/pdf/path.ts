import { isArtifact } from '../base/element.ts';
import type { Point, Rect } from '../base/geometry.ts';
import { boundsOf, cornersOf, type Path, type PathSegment, pointsOf } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import type { DrawnPath } from '../page/page.ts';
import { decimal, type PageContent } from './page-content.ts';

/** Draws an outline; one without points only makes its element part of the structure (an empty cell). */
export function paintPath(drawItem: DrawnPath, content: PageContent): void {
  const { path, tagTarget } = drawItem;
  const position = content.reserve(1);
  const isInked = path.length > 1 && (drawItem.fill !== null || drawItem.stroke !== null);
  if (!isInked) {
    if (!isArtifact(tagTarget)) content.tree.touch(tagTarget, position);
    return;
  }
  content.enter(tagTarget, position, position + 1);
  if (drawItem.fill !== null) content.fill(drawItem.fill);
  if (drawItem.stroke !== null) content.stroke(drawItem.stroke.color, drawItem.stroke.width);
  content.write(`${pathOperators(path)}${paintOperator(drawItem)}\n`);
  if (!isArtifact(tagTarget)) content.tree.addBox(tagTarget, content.index, boundsOf(pointsOf(path)));
}

/** ISO 32000-1, 8.5.2. */
export function pathOperators(path: Path<Point>): string {
  const rect = asRect(path);
  if (rect) return `${decimal(rect.x)} ${decimal(rect.y)} ${decimal(rect.width)} ${decimal(rect.height)} re `;
  return path.map(segmentOperator).join('');
}

function segmentOperator(segment: PathSegment<Point>): string {
  switch (segment.kind) {
    case 'move':
      return `${pair(segment.to)} m `;
    case 'line':
      return `${pair(segment.to)} l `;
    case 'curve':
      return `${pair(segment.first)} ${pair(segment.second)} ${pair(segment.to)} c `;
    case 'close':
      return 'h ';
    default:
      return unreachable(segment, 'move, line, curve, close');
  }
}

const pair = ({ x, y }: Point) => `${decimal(x)} ${decimal(y)}`;

function paintOperator({ fill, stroke }: Pick<DrawnPath, 'fill' | 'stroke'>): 'B' | 'f' | 'S' {
  if (fill === null) return 'S';
  return stroke === null ? 'f' : 'B';
}

/** The upright rectangle that four corners are, in either turn. */
function asRect(path: Path<Point>): Rect | null {
  if (path.length !== 5) return null;
  const corners = cornersOf(path);
  if (corners === null || !corners.closed || corners.points.length !== 4) return null;
  const [a, b, c, d] = corners.points as [Point, Point, Point, Point];
  const isUpright =
    (a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x) ||
    (a.x === b.x && b.y === c.y && c.x === d.x && d.y === a.y);
  return isUpright ? boundsOf(corners.points) : null;
}
