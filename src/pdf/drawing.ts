import type { Size } from '../base/geometry.ts';
import type { Drawing, DrawnShape } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import { colorOperator, decimal } from './page-content.ts';
import { paintOperator, pathOperators } from './path.ts';

/** The operators of a form that draws within its size, y downwards. */
export function drawForm(drawing: Drawing): { readonly size: Size; readonly operators: string } {
  const { size, shapes } = scaleDrawing(drawing);
  return { size, operators: shapes.map(shapeOperators).join('') };
}

/** Each says its own ink: a form begins with that of the page. */
function shapeOperators(shape: DrawnShape): string {
  const { path, fill, stroke } = shape;
  if (path.length < 2 || (fill === null && stroke === null)) return '';
  const filled = fill === null ? '' : colorOperator(fill, 'rg', 'g');
  const stroked =
    stroke === null ? '' : `${colorOperator(stroke.color, 'RG', 'G')}${decimal(stroke.width)} w\n`;
  return `${filled}${stroked}${pathOperators(path)}${paintOperator(shape)}\n`;
}
