import type { Size } from '../../base/geometry.ts';
import type { Matrix } from '../../base/matrix.ts';
import { unreachable } from '../../base/unreachable.ts';
import { element, type XmlElement } from '../../base/xml.ts';
import { withOrientation } from '../../raster/with-orientation.ts';
import {
  type Clip,
  type DrawnGroup,
  type DrawnNode,
  type DrawnRaster,
  type DrawnShape,
  type Gradient,
  isColor,
  isPlainLine,
  type Paint,
  PLAIN_LINE,
  type Stroke,
} from '../drawing.ts';
import { number, svgPath } from './write-path.ts';

/**
 * What a drawing is made of as SVG, which an attribute `width` and one `height` stretch it to; what is beyond `inner` is
 * cut off.
 *
 * @param inner in units of the nodes, from the origin
 * @param outer pixels
 */
export function writeSvg(nodes: readonly DrawnNode[], inner: Size, outer: Size): XmlElement {
  const defs = new Definitions();
  const drawn = nodes.map((node) => writeNode(node, defs));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${number(inner.width)} ${number(inner.height)}`,
      preserveAspectRatio: 'none',
      width: number(outer.width),
      height: number(outer.height),
    },
    [...defs.elements, ...drawn],
  );
}

/** What others refer to by its id. */
class Definitions {
  readonly elements: XmlElement[] = [];

  /** @returns its address */
  add(name: string, attributes: Readonly<Record<string, string>>, children: readonly XmlElement[]): string {
    const id = `d${this.elements.length + 1}`;
    this.elements.push(element(name, { id, ...attributes }, children));
    return `url(#${id})`;
  }
}

function writeNode(node: DrawnNode, defs: Definitions): XmlElement {
  switch (node.kind) {
    case 'shape':
      return writeShape(node, defs);
    case 'group':
      return writeGroup(node, defs);
    case 'raster':
      return writeRaster(node);
    default:
      return unreachable(node, 'shape, group, raster');
  }
}

/** A path with its inks. */
function writeShape({ path, fill, stroke }: DrawnShape, defs: Definitions): XmlElement {
  return element('path', {
    d: svgPath(path, (point) => point),
    fill: fill === null ? 'none' : writePaint(fill.paint, defs),
    'fill-opacity': fill === null ? null : opacityOf(fill),
    'fill-rule': fill?.rule === 'evenodd' ? 'evenodd' : null,
    ...(stroke === null ? {} : writeStroke(stroke, defs)),
  });
}

const opacityOf = ({ opacity }: { readonly opacity: number }) => (opacity === 1 ? null : number(opacity));

function writeStroke(stroke: Stroke, defs: Definitions): Readonly<Record<string, string | null>> {
  const { paint, width, cap, join, miterLimit, dash } = stroke;
  const ink = {
    stroke: writePaint(paint, defs),
    'stroke-width': number(width),
    'stroke-opacity': opacityOf(stroke),
  };
  if (isPlainLine(stroke)) return ink;
  return {
    ...ink,
    'stroke-linecap': cap === PLAIN_LINE.cap ? null : cap,
    'stroke-linejoin': join === PLAIN_LINE.join ? null : join,
    'stroke-miterlimit': number(miterLimit),
    'stroke-dasharray': dash === null ? null : dash.lengths.map((length) => number(length)).join(' '),
    'stroke-dashoffset': dash && number(dash.phase),
  };
}

function writePaint(paint: Paint, defs: Definitions): string {
  return isColor(paint) ? paint : writeGradient(paint, defs);
}

function writeGradient({ from, to, isRadial, matrix, stops }: Gradient, defs: Definitions): string {
  const ends = isRadial
    ? { cx: to.x, cy: to.y, r: to.radius, fx: from.x, fy: from.y, fr: from.radius }
    : { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  const written = Object.entries(ends).map(([name, value]) => [name, number(value, 1e6)]);
  const attributes = { gradientUnits: 'userSpaceOnUse', gradientTransform: writeMatrix(matrix) };
  const children = stops.map((stop) =>
    element('stop', {
      offset: number(stop.at, 1e4),
      'stop-color': stop.color,
      'stop-opacity': opacityOf(stop),
    }),
  );
  const name = isRadial ? 'radialGradient' : 'linearGradient';
  return defs.add(name, { ...attributes, ...Object.fromEntries(written) }, children);
}

const writeMatrix = (matrix: Matrix) => `matrix(${matrix.map((part) => number(part, 1e6)).join(' ')})`;

/** Each clip is a group of its own, for an element has one. */
function writeGroup(group: DrawnGroup, defs: Definitions): XmlElement {
  const nodes = group.nodes.map((node) => writeNode(node, defs));
  const inner = element('g', { opacity: opacityOf(group) }, nodes);
  return group.clips.reduceRight(
    (inside, clip) => element('g', { 'clip-path': writeClip(clip, defs) }, [inside]),
    inner,
  );
}

function writeClip({ path, rule }: Clip, defs: Definitions): string {
  const d = svgPath(path, (point) => point);
  return defs.add('clipPath', {}, [element('path', { d, 'clip-rule': rule === 'evenodd' ? rule : null })]);
}

/** The picture itself, for a picture of a picture refers to nothing. */
function writeRaster({ raster, matrix, opacity }: DrawnRaster): XmlElement {
  const data = Buffer.from(withOrientation(raster)).toString('base64');
  return element('image', {
    href: `data:image/${raster.format};base64,${data}`,
    width: '1',
    height: '1',
    preserveAspectRatio: 'none',
    transform: writeMatrix(matrix),
    opacity: opacityOf({ opacity }),
  });
}
