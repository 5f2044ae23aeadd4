import type { Point } from '../base/geometry.ts';
import { mapPath, type Path } from '../base/path.ts';
import type { Line } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import { type Outlines, outlinesOf } from './glyph-outlines.ts';

/**
 * The glyphs of a text of one line as one path, in em of its `size`: y downwards from the baseline, x from the left end.
 */
export function outlineText(
  lines: readonly Line[],
  size: number,
  outlines: Outlines,
): { readonly path: Path<Point>; readonly width: number } {
  const line = lines[0];
  const pieces = line === undefined ? [] : piecesOf(line);
  if (line === undefined || pieces.length === 0) return { path: [], width: 0 };
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ x, width }) => x + width));
  const drawn = { kind: 'line', line, x: -left, baseline: 0 } as const;
  const path = pieces.flatMap((piece) => {
    const glyphs = piece.kind === 'glyphs' ? [...outlinesOf(piece, drawn, outlines)] : [];
    return glyphs.flatMap((glyph) =>
      mapPath(glyph.path, (point) => {
        const { x, y } = glyph.place(point);
        return { x: x / size, y: y / size };
      }),
    );
  });
  return { path, width: (right - left) / size };
}
