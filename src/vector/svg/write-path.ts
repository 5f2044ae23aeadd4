import type { Path, PathSegment } from '../../base/path.ts';
import { unreachable } from '../../base/unreachable.ts';

/** Path data (SVG 2, 9.3), of points to a thousandth. */
export function svgPath<P>(
  path: Path<P>,
  place: (point: P) => { readonly x: number; readonly y: number },
): string {
  const pair = (point: P) => {
    const { x, y } = place(point);
    return `${number(x)} ${number(y)}`;
  };
  const write = (segment: PathSegment<P>): string => {
    switch (segment.kind) {
      case 'move':
        return `M${pair(segment.to)}`;
      case 'line':
        return `L${pair(segment.to)}`;
      case 'curve':
        return `C${pair(segment.first)} ${pair(segment.second)} ${pair(segment.to)}`;
      case 'close':
        return 'Z';
      default:
        return unreachable(segment, 'move, line, curve, close');
    }
  };
  return path.map(write).join('');
}

/** Three decimals: a thousandth of a point, below what any screen shows. @param parts of a unit, at most a millionth */
export function number(value: number, parts = 1000): string {
  const rounded = Math.round(value * parts) / parts;
  return Math.abs(rounded) < 1e-5 ? String(rounded === 0 ? 0 : rounded.toFixed(6)) : String(rounded);
}
