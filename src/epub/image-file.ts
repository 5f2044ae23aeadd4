import { unreachable } from '../base/unreachable.ts';
import { element, XML, type XmlElement } from '../base/xml.ts';
import { withOrientation } from '../raster/with-orientation.ts';
import type { Drawing, DrawnShape, ImageSource } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import { number, svgPath } from './svg-path.ts';
import { printXml } from './xml.ts';

/** What an image is called after in the package. */
export function extensionOf(image: ImageSource): 'png' | 'jpg' | 'svg' {
  if (image.kind === 'drawing') return 'svg';
  return image.format === 'png' ? 'png' : 'jpg';
}

/** The file of an image. */
export function imageBytes(image: ImageSource): Uint8Array {
  switch (image.kind) {
    case 'raster':
      return withOrientation(image);
    case 'drawing': {
      const size = { width: number(image.width), height: number(image.height) };
      return new TextEncoder().encode(`${XML}${printXml(drawDrawing(image, size))}\n`);
    }
    default:
      return unreachable(image, 'raster, drawing');
  }
}

/** A drawing as SVG, which an attribute `width` and one `height` stretch it to; what is beyond its view box is cut off. */
function drawDrawing(
  drawing: Drawing,
  place: Readonly<Record<'width' | 'height', string>> & Readonly<Record<string, string>>,
): XmlElement {
  const { size, shapes } = scaleDrawing(drawing);
  const viewBox = `0 0 ${number(size.width)} ${number(size.height)}`;
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox, preserveAspectRatio: 'none', ...place },
    shapes.map(drawShape),
  );
}

/** A path with its ink. */
function drawShape({ path, fill, stroke }: DrawnShape): XmlElement {
  return element('path', {
    d: svgPath(path, (point) => point),
    fill: fill ?? 'none',
    stroke: stroke?.color ?? null,
    'stroke-width': stroke === null ? null : number(stroke.width),
  });
}
