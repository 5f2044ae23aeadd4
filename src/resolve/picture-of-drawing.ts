import { Canvas } from '../raster/canvas.ts';
import { writePng } from '../raster/write-png.ts';
import { paintNodes } from '../vector/paint-drawing.ts';
import type { Drawing } from './image-source.ts';
import { scaleDrawing } from './scale-drawing.ts';

/** Pixels: across, what the screens of e-readers have (1072 to 1264); of the longer side what any shop takes. */
const SHORT_SIDE = 1200;
const LONG_SIDE = 4000;
export const WHITE = 0xffffff;

/** Pixels to a unit of what is so wide and high. */
export function pixelsTo({ width, height }: Pick<Drawing, 'width' | 'height'>): number {
  return Math.min(SHORT_SIDE / Math.min(width, height), LONG_SIDE / Math.max(width, height));
}

/** A drawing on white paper as a PNG, for who knows no drawings. */
export function pictureOf(drawing: Drawing): Uint8Array {
  const scale = pixelsTo(drawing);
  const pixels = (length: number) => Math.max(1, Math.round(length * scale));
  const canvas = new Canvas(pixels(drawing.width), pixels(drawing.height), WHITE);
  const { size, nodes } = scaleDrawing(drawing);
  const [across, down] = [canvas.width / size.width, canvas.height / size.height];
  const clip = { x: 0, y: 0, width: canvas.width, height: canvas.height };
  paintNodes(nodes, [across, 0, 0, down, 0, 0], canvas, { clip, mask: null });
  return writePng(canvas);
}
