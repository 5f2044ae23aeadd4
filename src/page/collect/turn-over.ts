import type { Artifact } from '../../base/element.ts';
import type { Point } from '../../base/geometry.ts';
import { polyline } from '../../base/path.ts';
import type { TextBlock } from '../../style/blocks.ts';
import { LINE_BREAK } from '../../text/collect.ts';
import type { Line } from '../../text/line.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { DrawItem } from '../page.ts';

const SIGN: Artifact = { artifact: 'Layout', subtype: null };
const NONE: readonly DrawItem[] = [];

/**
 * The sign before a line that goes on with the line of code above it: an arrow that comes down and turns in.
 * Drawn and no character, so that it is neither copied nor read.
 *
 * @param x of the line, from the left; code begins there
 */
export function turnOverSign(
  { paragraph, content }: TextBlock<ShapedContent>,
  line: Line,
  x: number,
  baseline: number,
): readonly DrawItem[] {
  if (!paragraph.preformatted || line.start === 0 || content.kind !== 'shaped') return NONE;
  if (content.text[line.start - 1] === LINE_BREAK) return NONE;
  const { size, color } = content.atoms[0]!.style;
  const at = (right: number, up: number) => ({ x: x + right * size, y: baseline - up * size });
  const stroke = { width: size / 14, color };
  const draw = (points: readonly Point[]): DrawItem => ({
    kind: 'path',
    path: polyline(points),
    fill: null,
    stroke,
    tagTarget: SIGN,
  });
  return [
    draw([at(0.45, 0.75), at(0.45, 0.3), at(1.35, 0.3)]),
    draw([at(1.1, 0.5), at(1.35, 0.3), at(1.1, 0.1)]),
  ];
}
