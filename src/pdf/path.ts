import { isArtifact } from '../base/element.ts';
import type { Rect } from '../base/geometry.ts';
import type { PathMark } from '../page/page.ts';
import { decimal, type PageContent } from './page-content.ts';

/** Draws an outline; one without points only makes its element part of the structure (an empty cell). */
export function paintPath(mark: PathMark, content: PageContent): void {
  const { points, role } = mark;
  const position = content.reserve(1);
  const isInked = points.length > 1 && (mark.fill !== null || mark.stroke !== null);
  if (!isInked) {
    if (!isArtifact(role)) content.tree.touch(role, position);
    return;
  }
  content.enter(role, position, position + 1);
  if (mark.fill !== null) content.fill(mark.fill);
  if (mark.stroke !== null) content.stroke(mark.stroke.color, mark.stroke.width);
  content.write(`${outline(mark)}${paintOperator(mark)}\n`);
  if (!isArtifact(role)) content.tree.addBox(role, content.index, boundsOf(points));
}

type Points = PathMark['points'];

function outline({ points, closed }: PathMark): string {
  const rect = closed ? asRect(points) : null;
  if (rect) return `${decimal(rect.x)} ${decimal(rect.y)} ${decimal(rect.width)} ${decimal(rect.height)} re `;
  const steps = points.map(({ x, y }, index) => `${decimal(x)} ${decimal(y)} ${index === 0 ? 'm' : 'l'} `);
  return steps.join('') + (closed ? 'h ' : '');
}

function paintOperator({ fill, stroke }: PathMark): 'B' | 'f' | 'S' {
  if (fill === null) return 'S';
  return stroke === null ? 'f' : 'B';
}

/** Four corners of an upright rectangle, in either turn. */
function asRect(points: Points): Rect | null {
  if (points.length !== 4) return null;
  const [a, b, c, d] = points as [Points[number], Points[number], Points[number], Points[number]];
  const isUpright =
    (a.y === b.y && b.x === c.x && c.y === d.y && d.x === a.x) ||
    (a.x === b.x && b.y === c.y && c.x === d.x && d.y === a.y);
  return isUpright ? boundsOf(points) : null;
}

function boundsOf(points: Points): Rect {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
