import { limits } from '../base/limits.ts';
import { RasterFault } from './raster-fault.ts';

/** Refuses an image that is larger than anything honest. @throws RasterFault */
export function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new RasterFault('no-pixels');
  if (Math.max(width, height) > limits.imageSide)
    throw new RasterFault('side', { width, height, most: limits.imageSide });
  if (width * height > limits.imagePixels)
    throw new RasterFault('pixels', { width, height, most: limits.imagePixels / 1e6 });
}
