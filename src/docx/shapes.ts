import type { Point, Size } from '../base/geometry.ts';
import type { PathSegment } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Drawing } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import { isPlain, type PlainShape } from '../vector/drawing.ts';
import type { WordDraft } from './draft.ts';
import { emus, hex } from './word-xml.ts';

/** English metric units, of which a point has 12,700. */
export interface ShapeExtent {
  readonly cx: number;
  readonly cy: number;
}

/** A drawing as a group of shapes, which stays sharp at any size. */
export function shapeGroup(
  drawing: Drawing,
  placed: Size,
  { cx, cy }: ShapeExtent,
  draft: WordDraft,
): XmlElement {
  const { size, nodes } = scaleDrawing(drawing);
  const whole = {
    width: String(Math.round(size.width * UNIT)),
    height: String(Math.round(size.height * UNIT)),
  };
  const frame = [
    element('a:off', { x: '0', y: '0' }),
    element('a:ext', { cx: String(cx), cy: String(cy) }),
    element('a:chOff', { x: '0', y: '0' }),
    element('a:chExt', { cx: whole.width, cy: whole.height }),
  ];
  return element('wpg:wgp', {}, [
    element('wpg:cNvGrpSpPr'),
    element('wpg:grpSpPr', {}, [element('a:xfrm', {}, frame)]),
    ...nodes.filter(isPlain).map((shape) => drawShape(shape, whole, placed.width / size.width, draft)),
  ]);
}

/** Whether all of it can be said in shapes. */
export const isFlat = ({ nodes }: Drawing) => nodes.every(isPlain);

/** Units of a shape to one of the drawing, of which there are a thousand: they are whole numbers. */
const UNIT = 100;

/** @param scale points to a unit of the drawing: widths of lines are not stretched with a group */
function drawShape(
  { path, fill, stroke }: PlainShape,
  whole: { readonly width: string; readonly height: string },
  scale: number,
  draft: WordDraft,
): XmlElement {
  const id = String(draft.newId());
  const line =
    stroke === null
      ? element('a:ln', {}, [element('a:noFill')])
      : element('a:ln', { w: String(Math.max(1, emus(stroke.width * scale))) }, [solid(stroke.paint)]);
  return element('wps:wsp', {}, [
    element('wps:cNvPr', { id, name: `Shape ${id}` }),
    element('wps:cNvSpPr'),
    element('wps:spPr', {}, [
      element('a:xfrm', {}, [
        element('a:off', { x: '0', y: '0' }),
        element('a:ext', { cx: whole.width, cy: whole.height }),
      ]),
      element('a:custGeom', {}, [
        element('a:avLst'),
        element('a:gdLst'),
        element('a:ahLst'),
        element('a:cxnLst'),
        element('a:rect', { l: '0', t: '0', r: 'r', b: 'b' }),
        element('a:pathLst', {}, [
          element('a:path', { w: whole.width, h: whole.height }, path.map(drawSegment)),
        ]),
      ]),
      fill === null ? element('a:noFill') : solid(fill.paint),
      line,
    ]),
    element('wps:bodyPr'),
  ]);
}

function solid(color: string): XmlElement {
  return element('a:solidFill', {}, [element('a:srgbClr', { val: hex(color) })]);
}

function drawSegment(segment: PathSegment<Point>): XmlElement {
  const point = ({ x, y }: Point) =>
    element('a:pt', { x: String(Math.round(x * UNIT)), y: String(Math.round(y * UNIT)) });
  switch (segment.kind) {
    case 'move':
      return element('a:moveTo', {}, [point(segment.to)]);
    case 'line':
      return element('a:lnTo', {}, [point(segment.to)]);
    case 'curve':
      return element('a:cubicBezTo', {}, [point(segment.first), point(segment.second), point(segment.to)]);
    case 'close':
      return element('a:close');
    default:
      return unreachable(segment, 'move, line, curve, close');
  }
}
