import { type Matrix, multiply } from '../../base/matrix.ts';
import { rectangle } from '../../base/path.ts';
import { readRaster } from '../../raster/raster.ts';
import { RasterFault } from '../../raster/raster-fault.ts';
import type { DrawnNode } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { readLength } from './lengths.ts';
import type { SvgContext, SvgScope } from './svg-context.ts';
import type { SvgElement } from './svg-tree.ts';
import { fitViewBox } from './view-box.ts';

/** A PNG or JPEG that the file holds itself. Nothing else is looked for: not in the project, not on the network. */
export function drawImage(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  if (scope.style['visibility'] !== 'visible') return [];
  const { attributes } = element;
  const [, data] =
    /^data:image\/(?:png|jpe?g)(?:;[^;,]+)*;base64,([\s\S]*)$/i.exec(attributes['href']?.trim() ?? '') ?? [];
  if (data === undefined) {
    context.notice('<image>', element);
    return [];
  }
  try {
    const raster = readRaster(new Uint8Array(Buffer.from(data, 'base64')));
    context.rasters.push(raster);
    const { viewport, style } = scope;
    const length = (name: string, whole: number) =>
      readLength(attributes[name], { whole, fontSize: Number(style['font-size']) });
    const [width, height] = [length('width', viewport.width), length('height', viewport.height)];
    const room = {
      width: width ?? (height === null ? raster.width : (height * raster.width) / raster.height),
      height: height ?? (width === null ? raster.height : (width * raster.height) / raster.width),
    };
    if (!(room.width > 0 && room.height > 0)) return [];
    const placed = multiply(scope.matrix, [
      1,
      0,
      0,
      1,
      length('x', viewport.width) ?? 0,
      length('y', viewport.height) ?? 0,
    ]);
    const box = { x: 0, y: 0, width: raster.width, height: raster.height };
    const fitted = fitViewBox(box, room, attributes['preserveAspectRatio']);
    const matrix = multiply(placed, multiply(fitted, [box.width, 0, 0, box.height, 0, 0]));
    const node = { kind: 'raster', raster, matrix, opacity: 1 } as const;
    return isWithin(fitted, box, room) ? [node] : [cutOff(node, room, placed)];
  } catch (error) {
    if (!(error instanceof RasterFault)) throw error;
    context.notice('<image>', element);
    return [];
  }
}

type Box = SvgScope['viewport'];

const isWithin = ([across, , , down, x, y]: Matrix, { width, height }: Box, room: Box) =>
  x >= -1e-6 &&
  y >= -1e-6 &&
  x + width * across <= room.width + 1e-6 &&
  y + height * down <= room.height + 1e-6;

function cutOff(node: DrawnNode, room: Box, placed: Matrix): DrawnNode {
  const path = movePath(rectangle({ x: 0, y: 0, ...room }), placed);
  return { kind: 'group', opacity: 1, clips: [{ path, rule: 'nonzero' }], nodes: [node] };
}
