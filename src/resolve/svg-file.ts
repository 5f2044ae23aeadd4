import { printNode, XML } from '../base/xml.ts';
import { writeSvg } from '../vector/svg/write-svg.ts';
import type { Drawing } from './image-source.ts';
import { scaleDrawing } from './scale-drawing.ts';

/** A drawing as a file of SVG of its size. */
export function svgFile(drawing: Drawing): Uint8Array {
  const { size, nodes } = scaleDrawing(drawing);
  const svg = printNode(writeSvg(nodes, size, drawing), () => true);
  return new TextEncoder().encode(`${XML}${svg}\n`);
}
